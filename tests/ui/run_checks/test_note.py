"""Adding an internal note: the text, its length, and that it is never written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.resolution import Purpose, ResolutionState
from bcautotask_gui.domain.ticket_notes import LONGEST_NOTE
from tests.ui.run_checks.fake_tickets import NUMBER, outcome_of
from tests.ui.run_checks.fakes import run_row, ticket_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.run_checks.note.dialog import NoteDialog
    from tests.ui.run_checks.conftest import Place

    Make = Callable[..., Place]


def started(make: Make) -> Place:
    place = make(run_row(1, ticket=ticket_cell()))
    place.presenter.start()
    place.use()
    place.select(1)
    return place


def opened(place: Place, text: str = "") -> NoteDialog:
    place.tab.note_requested.emit()
    dialog = place.presenter.note.dialog
    assert dialog is not None
    dialog.field.editor.setPlainText(text)
    return dialog


def test_a_note_is_written_and_told(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of(Purpose.NOTE)]
    opened(place, "  The disk is swapped on Monday.\n").primary.click()
    assert place.resolving.acts == [("note", "The disk is swapped on Monday.")]
    assert place.last_told == f"Internal note added to ticket {NUMBER}"
    assert place.presenter.note.dialog is None


def test_the_length_is_shown_and_judged(make_place: Make) -> None:
    dialog = opened(started(make_place))
    assert dialog.primary.reason == "Write the note first."
    dialog.field.editor.setPlainText("é" * (LONGEST_NOTE + 1))
    assert dialog.primary.reason == "Shorten the note first."
    numbers = [dialog.locale().toString(n) for n in (LONGEST_NOTE + 1, LONGEST_NOTE)]
    assert dialog.length.text() == "{} of {} characters".format(*numbers)
    dialog.field.editor.setPlainText("short")
    assert dialog.primary.isEnabled()


def test_enter_writes_a_line_and_ctrl_enter_sends(make_place: Make, qtbot: QtBot) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of(Purpose.NOTE)]
    dialog = opened(place, "one")
    editor = dialog.field.editor
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert place.resolving.acts == []
    assert editor.toPlainText() == "\none"
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert place.resolving.acts == [("note", "one")]


def test_pressing_twice_writes_once(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.answers = [outcome_of(Purpose.NOTE)]
    dialog = opened(place, "once")
    place.resolving.while_writing = dialog.confirmed.emit
    dialog.primary.click()
    assert place.resolving.acts == [("note", "once")]


def test_what_was_not_written_keeps_its_text_and_can_be_sent_again(make_place: Make) -> None:
    place = started(make_place)
    place.resolving.answers = [Failure(Kind.UNREACHABLE, host="webservices19")]
    dialog = opened(place, "keep me")
    dialog.primary.click()
    assert dialog.told[0].startswith("Nothing was written")
    assert dialog.text == "keep me"
    assert dialog.primary.isEnabled()
    assert not dialog.field.editor.isReadOnly()


def test_a_note_of_which_nobody_knows_cannot_be_sent_again(make_place: Make) -> None:
    place = started(make_place)
    failure = Failure(Kind.WRITE_UNKNOWN, what="added the note", why="the answer was cut off")
    open_end = outcome_of(Purpose.NOTE, ResolutionState.OPEN, note_id=None, failure=failure)
    place.resolving.answers, place.resolving.open = [open_end], frozenset({31})
    dialog = opened(place, "perhaps there")
    dialog.primary.click()
    assert dialog.primary.isHidden()
    assert dialog.told[0].startswith("Nobody knows yet how this ended")
    assert place.presenter.waiting.is_looking


def test_without_a_ticket_there_is_nothing_to_add_a_note_to(make_place: Make) -> None:
    place = make_place(run_row(1))
    place.presenter.start()
    place.use()
    place.select(1)
    assert place.tab.acts.note.reason == "This run has no ticket yet."
    place.tab.note_requested.emit()
    assert place.presenter.note.dialog is None


def test_a_role_that_adds_no_notes_sees_no_such_act(make_place: Make) -> None:
    place = make_place(run_row(1, ticket=ticket_cell()), may=(Permission.EXPORT,))
    place.presenter.start()
    assert not place.tab.acts.note.action.isVisible()
    assert not place.tab.pane.ticket.may_note
