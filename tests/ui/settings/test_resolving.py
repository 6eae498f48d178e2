from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.ticket_notes import CLOSING_NOTE, NOTE_ONLY
from tests.ui.settings.fakes import FakeStore, good_defaults

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.settings.conftest import Room


def test_resolving_needs_a_completed_status_and_a_way_to_write_notes(room: Room) -> None:
    assert room.error("completed_status") == ""
    room.tab.resolving.allowed.click()
    assert room.error("completed_status") == "Choose the status that completes a ticket."
    assert room.error("note_type") == "Choose a note type."
    assert room.error("publish") == "Choose the value that keeps notes internal."
    assert room.tab.sections.button("resolving").broken
    assert not room.tab.bar.save.isEnabled()


def test_what_is_chosen_is_saved_for_the_environment(room: Room) -> None:
    page = room.tab.resolving
    page.allowed.click()
    for field, label in (
        (page.completed, "Complete"),
        (page.note_type, "Task Notes"),
        (page.publish, "Internal Users Only"),
    ):
        field.setCurrentIndex(field.findText(label))
        field.activated.emit(field.currentIndex())
    room.tab.bar.save.click()
    saved = room.store.settings
    assert saved.resolving_allowed
    assert saved.current.completed_status == 5
    assert (saved.current.defaults.note_type, saved.current.defaults.publish) == (3, 2)


def test_values_that_customers_read_are_not_offered(room: Room) -> None:
    field = room.tab.resolving.publish
    assert [field.itemText(place) for place in range(field.count())] == ["Internal Users Only"]


def test_a_stored_value_that_customers_read_is_named_and_refused(
    make: Callable[..., Room],
) -> None:
    store = FakeStore()
    shown = replace(good_defaults(), note_type=3, publish=1)
    store.settings = store.settings.with_current(defaults=shown)
    room = make(store=store)
    assert room.tab.resolving.publish.currentText() == "All Autotask Users (customers read it)"
    assert room.error("publish") == (
        '"All Autotask Users" shows notes to customers. Choose the internal value.'
    )


def test_a_dropped_note_type_is_shown_by_name_also_while_resolving_is_off(
    make: Callable[..., Room],
) -> None:
    store = FakeStore()
    store.settings = store.settings.with_current(defaults=replace(good_defaults(), note_type=9))
    room = make(store=store)
    assert "no longer offered" in room.error("note_type")


def test_the_fixed_notes_are_shown_word_for_word(room: Room) -> None:
    texts = room.texts()
    assert CLOSING_NOTE in texts
    assert NOTE_ONLY in texts


def test_compatibility_mode_is_saved(room: Room) -> None:
    room.tab.resolving.compatibility.click()
    assert room.tab.bar.sentence == "1 unsaved change: Compatibility mode"
    room.tab.bar.save.click()
    assert room.store.settings.compatibility_mode


def test_an_operator_only_reads_the_section(make: Callable[..., Room]) -> None:
    page = make(role=Role.OPERATOR).tab.resolving
    fields = (page.allowed, page.completed, page.note_type, page.publish, page.compatibility)
    assert not any(field.isEnabled() for field in fields)
