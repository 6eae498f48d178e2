import pytest

from bcautotask_gui.domain.ticket_states import Change, WatchedTicket, change_of
from tests.domain.samples import MORNING, a_ticket

OPEN, DONE = a_ticket(), a_ticket(completed_at=MORNING)


def known(**changes: bool) -> WatchedTicket:
    return WatchedTicket(501, "T20261123.0501", is_read=True, **changes)


@pytest.mark.parametrize(
    ("before", "ticket", "change"),
    [
        (known(), OPEN, Change.SAME),
        (known(), DONE, Change.COMPLETED),
        (known(is_complete=True), DONE, Change.SAME),
        (known(is_complete=True), OPEN, Change.REOPENED),
        (known(is_deleted=True), OPEN, Change.BACK),
        (known(is_deleted=True, is_complete=True), DONE, Change.BACK),
        (WatchedTicket(501), DONE, Change.SAME),
        (WatchedTicket(501, "t20261123.501"), OPEN, Change.SAME),
        (WatchedTicket(501, "T20261123.0502"), OPEN, Change.OTHER_TICKET),
    ],
)
def test_completed_reopened_back_and_another_ticket_are_told_apart(
    before: WatchedTicket, ticket: object, change: Change
) -> None:
    assert change_of(before, ticket) is change  # type: ignore[arg-type]
