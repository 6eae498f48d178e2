"""Settings that somebody else saved meanwhile, and those of the web application."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import DueRule, Environment, PriorityChoice
from bcautotask_gui.domain.web_settings import WebSettings
from bcautotask_gui.ui.settings.merging.conflicts import in_words
from bcautotask_gui.ui.settings.take_over.presenter import TakeOverPresenter
from tests.ui.settings.conftest import the_dialog
from tests.ui.settings.fakes import good_defaults, reference_data

if TYPE_CHECKING:
    from tests.ui.settings.conftest import Room

WEB = WebSettings(Environment.SANDBOX, "web@msp.example", "https://web.example", queue=5, error=2)


def both_change_the_prefix(room: Room) -> None:
    room.tab.edited.emit("subject_prefix", "[mine]")
    room.store.saved_by_another(subject_prefix="[theirs]", job_path="/job/{job_id}")
    room.presenter.refresh()


def test_what_both_changed_is_named_and_can_be_compared(room: Room) -> None:
    both_change_the_prefix(room)
    assert room.tab.trouble.sentence == (
        "K. Visser saved other values of: Subject prefix. Yours are shown."
    )
    assert room.tab.autotask.job_path.text() == "/job/{job_id}"
    assert room.tab.defaults.prefix.text() == "[mine]"
    room.tab.trouble.way_out.click()
    dialog = the_dialog()
    assert [choice.text() for choice in (*dialog.mine, *dialog.theirs)] == ["[mine]", "[theirs]"]
    dialog.theirs[0].click()
    dialog.primary.click()
    assert room.tab.defaults.prefix.text() == "[theirs]"
    assert room.tab.bar.sentence == "All changes are saved."


def test_keeping_ones_own_values_is_saved_over_the_newer_ones(room: Room) -> None:
    both_change_the_prefix(room)
    room.tab.trouble.way_out.click()
    the_dialog().reject()
    room.tab.bar.save.click()
    assert room.store.settings.subject_prefix == "[mine]"
    assert room.store.settings.job_path == "/job/{job_id}"


def test_values_of_one_environment_are_compared_by_their_names(room: Room) -> None:
    room.tab.edited.emit("queue", 5)
    sandbox = room.store.settings.current
    other = replace(sandbox, defaults=replace(good_defaults(), queue=77))
    environments = {**room.store.settings.environments, Environment.SANDBOX: other}
    room.store.saved_by_another(environments=environments)
    room.presenter.refresh()
    room.tab.trouble.way_out.click()
    dialog = the_dialog()
    assert [dialog.mine[0].text(), dialog.theirs[0].text()] == ["Client Portal", "77"]
    dialog.reject()


def test_what_only_they_changed_is_told_and_nothing_is_asked(room: Room) -> None:
    room.tab.edited.emit("subject_prefix", "[mine]")
    room.store.saved_by_another(job_path="/job/{job_id}")
    room.presenter.refresh()
    assert not room.tab.trouble.isVisible()
    assert room.outcome.told[-1] == (
        "K. Visser saved newer settings meanwhile: Job Details page. Yours stay edited.",
        None,
    )


def test_the_same_change_by_both_is_no_conflict(room: Room) -> None:
    room.tab.edited.emit("subject_prefix", "[same]")
    room.store.saved_by_another(subject_prefix="[same]")
    room.presenter.refresh()
    assert not room.tab.trouble.isVisible()
    assert room.tab.bar.sentence == "All changes are saved."


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("enabled", True, "on"),
        ("environment", Environment.PRODUCTION, "Production"),
        ("queue", None, "nothing chosen"),
        ("warning", PriorityChoice(do_not_ticket=True), "do not ticket"),
        ("error", PriorityChoice(2), "Medium"),
        ("due", DueRule(2, time(9, 30)), "2 working days, 09:30"),
        ("due", DueRule(hours=6), "after 6 hours"),
        ("base_url", "", "empty"),
        ("object_errors", 12, "12"),
    ],
)
def test_values_are_compared_in_the_words_of_the_form(key: str, value: object, words: str) -> None:
    assert in_words(key, value, reference_data()) == words


def take_over(room: Room, answer: WebSettings | Failure | None, *, may_save: bool = True) -> None:
    def read() -> WebSettings:
        assert answer is not None
        if isinstance(answer, Failure):
            raise answer
        return answer

    TakeOverPresenter(
        room.tab.autotask, room.presenter, read if answer else None, room.jobs, room.outcome,
        may_save=may_save, parent=room.tab,
    )  # fmt: skip
    room.tab.autotask.take_over.click()


def test_the_form_is_filled_with_what_the_web_application_holds(room: Room) -> None:
    take_over(room, WEB)
    assert room.tab.autotask.user_name.text() == "web@msp.example"
    assert room.tab.defaults.picklists["queue"].currentText() == "Client Portal"
    assert room.outcome.told[-1][0].startswith("Taken over for Sandbox, not saved yet: API user")
    assert room.store.settings.current.user_name == "api@msp.example"
    room.tab.bar.discard.click()
    assert room.tab.autotask.user_name.text() == "api@msp.example"


def test_where_it_holds_nothing_else_nothing_changes(room: Room) -> None:
    take_over(room, WebSettings())
    assert room.outcome.told[-1][0] == "The web application holds nothing else."
    assert not room.presenter.has_unsaved()


def test_without_such_settings_the_button_says_so(room: Room) -> None:
    take_over(room, None)
    assert "holds no settings of the web application" in room.tab.autotask.take_over.reason


def test_an_operator_takes_nothing_over(room: Room) -> None:
    take_over(room, WEB, may_save=False)
    assert room.tab.autotask.take_over.reason == "Only an admin changes these settings."
    assert not room.presenter.has_unsaved()


def test_what_cannot_be_read_is_told(room: Room) -> None:
    take_over(room, Failure(Kind.DATABASE_BUSY))
    assert room.outcome.told[-1][1].kind is Kind.DATABASE_BUSY
