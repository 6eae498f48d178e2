import pytest

from bcautotask_gui.autotask.answer import Answer
from bcautotask_gui.autotask.errors import Broken
from bcautotask_gui.autotask.retry import BOUND_SECONDS, wait_before_again
from bcautotask_gui.domain.errors import Failure, Kind

BUSY = Answer("host", "Tickets/query", 429)


def broken(kind: Kind) -> Broken:
    return Broken(Failure(kind), never_left=False)


@pytest.mark.parametrize(
    ("came_back", "repeated"),
    [
        (BUSY, True),
        (Answer("host", "Tickets/query", 500, errors=("thread threshold exceeded",)), True),
        (Answer("host", "Tickets/query", 502), True),
        (Answer("host", "Tickets/query", 500), True),
        (Answer("host", "Tickets/query", 500, errors=("Unable to find x in the y Entity",)), False),
        (Answer("host", "Tickets/query", 401), False),
        (Answer("host", "Tickets/query", 404), False),
        (Answer("host", "Tickets/query", 200), False),
        (broken(Kind.UNREACHABLE), True),
        (broken(Kind.CUT), True),
        (broken(Kind.TIMED_OUT), True),
        (broken(Kind.CERTIFICATE), False),
        (broken(Kind.CERTIFICATE_FILE), False),
        (broken(Kind.UNEXPECTED), False),
    ],
)
def test_a_read_is_repeated_only_where_that_can_help(
    came_back: Answer | Broken, repeated: bool
) -> None:
    assert (wait_before_again(came_back, 1, 0.0, 0.5) is not None) is repeated


def test_waits_grow_and_are_spread_by_chance() -> None:
    waits = [wait_before_again(BUSY, tries, 0.0, 1.0) for tries in range(1, 8)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 16.0]
    assert wait_before_again(BUSY, 3, 0.0, 0.0) == 1.0


def test_a_wait_that_the_server_asks_for_is_kept() -> None:
    assert wait_before_again(Answer("h", "p", 429, wait=7.0), 1, 0.0, 1.0) == 7.0


def test_no_wait_passes_the_bound() -> None:
    assert wait_before_again(BUSY, 1, BOUND_SECONDS, 0.0) is None
    assert wait_before_again(Answer("h", "p", 429, wait=61.0), 1, 0.0, 0.0) is None


def test_a_person_without_a_line_does_not_wait_a_minute() -> None:
    assert wait_before_again(broken(Kind.UNREACHABLE), 4, 3.5, 0.5) is None
