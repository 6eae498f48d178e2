from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.proof import Proof
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.services.test_ticket_report import TestTicketReport, first_report, marked
from bcautotask_gui.ui.settings.proof.lines import kept_lines
from bcautotask_gui.ui.settings.proof.presenter import ProofPresenter
from tests.ui.settings.fakes import NOW, good_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.settings.conftest import Room

PROOF = Proof(
    4711,
    5,
    "Complete",
    sets_completed=True,
    sets_resolved=True,
    changed=(),
    number="T20261123.0007",
    proven_at=datetime(2026, 11, 23, 6, 50, tzinfo=UTC),
    proven_by="M. Peters",
)


class FakeTestTicket:
    """Proves what it is told to, one line at a time."""

    def __init__(self) -> None:
        self.runs = 0
        self.settings = good_settings()
        self.failure: Failure | None = None
        self.fails = ""

    def run(self) -> Iterator[TestTicketReport]:
        self.runs += 1
        report = replace(first_report("Complete"), number="T20261123.0007")
        yield report
        if self.failure:
            raise self.failure
        for check in report.checks:
            state = CheckState.FAILED if check.key == self.fails else CheckState.PASSED
            report = marked(report, check.key, state, "as told")
            yield report
        return replace(report, settings=self.settings)


@pytest.fixture
def service() -> FakeTestTicket:
    return FakeTestTicket()


@pytest.fixture
def proven(make: Callable[..., Room], service: FakeTestTicket) -> Room:
    room = make()
    room.store.settings = room.store.settings.with_current(completed_status=5)
    room.presenter.refresh()
    presenter = ProofPresenter(
        room.tab.proof, service, room.jobs, room.messages, room.outcome,
        may_test=True, now=lambda: NOW, parent=room.tab,
    )  # fmt: skip
    room.presenter.draft_changed.connect(presenter.use)
    presenter.kept.connect(room.presenter.use_newer)
    presenter.use(room.presenter.draft)
    return room


def told(room: Room) -> list[str]:
    return [line.accessibleName() for line in room.tab.proof.list.lines.values()]


def test_it_is_made_only_after_a_yes(proven: Room, service: FakeTestTicket) -> None:
    proven.messages.says_yes = False
    proven.tab.proof.make.click()
    assert service.runs == 0
    assert "It is updated, completed and left there" in proven.messages.asked[-1][1]
    proven.messages.says_yes = True
    proven.tab.proof.make.click()
    assert service.runs == 1


def test_the_lines_fill_in_and_the_proof_stays(proven: Room, service: FakeTestTicket) -> None:
    service.settings = replace(
        proven.store.settings.with_current(proofs=(PROOF,)),
        version=proven.store.settings.version + 1,
    )
    proven.tab.proof.make.click()
    assert len(told(proven)) == 5
    assert all("done" in line for line in told(proven))
    assert proven.tab.proof.step == "Proven"
    (kept,) = proven.tab.proof.kept.lines.values()
    assert kept.accessibleName() == (
        "Complete (5) · Sandbox. done. Today 06:50. Sets completedDate and resolvedDateTime. "
        "Updates changed nothing else. Ticket T20261123.0007, by M. Peters."
    )
    assert proven.tab.bar.sentence == "All changes are saved."


def test_what_was_edited_survives_the_proof(proven: Room, service: FakeTestTicket) -> None:
    proven.tab.edited.emit("subject_prefix", "[BC]")
    service.settings = replace(proven.store.settings, version=9)
    proven.tab.proof.make.click()
    assert proven.tab.bar.sentence == "1 unsaved change: Subject prefix"
    assert proven.presenter.draft.base.version == 9


def test_a_failed_line_is_told_with_the_ticket(proven: Room, service: FakeTestTicket) -> None:
    service.fails = "completed"
    proven.tab.proof.make.click()
    assert proven.tab.proof.step == "Failed"
    _sentence, failure = proven.outcome.told[-1]
    assert "Test ticket T20261123.0007 did not prove: Complete sets completedDate." in str(failure)


def test_a_refusal_stands_at_the_line_that_ran(proven: Room, service: FakeTestTicket) -> None:
    service.failure = Failure(Kind.REFUSED, text="queueID is required")
    proven.tab.proof.make.click()
    assert '"queueID is required"' in told(proven)[0]
    assert "to come" in told(proven)[1]
    assert proven.tab.proof.make.isEnabled()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"enabled": False}, "Autotask is off"),
        ({"environment": Environment.PRODUCTION}, "Sandbox only"),
    ],
)
def test_it_says_why_it_cannot_be_made(
    proven: Room, service: FakeTestTicket, changes: dict[str, object], reason: str
) -> None:
    proven.store.settings = replace(proven.store.settings, **changes)
    proven.presenter.refresh()
    assert reason in proven.tab.proof.make.reason
    proven.tab.proof.make.click()
    assert service.runs == 0


def test_an_unsaved_status_is_saved_first(proven: Room) -> None:
    proven.tab.edited.emit("completed_status", 1)
    assert "Save the completed status first" in proven.tab.proof.make.reason


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sets_resolved": False}, "Sets completedDate alone."),
        ({"sets_completed": False}, "Sets resolvedDateTime alone."),
        ({"sets_completed": False, "sets_resolved": False}, "Sets neither"),
        ({"changed": ("source", "queueID")}, "Updates also changed source, queueID."),
        ({"database_id": 99}, "made in Autotask database 99, so it proves nothing here"),
    ],
)
def test_what_is_no_proof_is_shown_as_something_to_look_at(
    changes: dict[str, object], words: str
) -> None:
    settings: Settings = good_settings().with_current(proofs=(replace(PROOF, **changes),))
    ((line),) = kept_lines(settings, NOW)
    assert line.check.state is CheckState.LOOK_HERE
    assert words in line.check.remedy
