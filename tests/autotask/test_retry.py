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


def waits(chance: float, *, is_bulk: bool) -> list[float]:
    """The waits until a server that is always busy is given up."""
    found: list[float] = []
    while True:
        wait = wait_before_again(BUSY, len(found) + 1, sum(found), chance, is_bulk=is_bulk)
        if wait is None:
            return found
        found.append(wait)


def test_waits_grow_and_are_spread_by_chance() -> None:
    assert waits(1.0, is_bulk=True) == [0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 12.0, 12.0]
    assert waits(0.0, is_bulk=True)[:5] == [0.25, 0.5, 1.0, 2.0, 4.0]


def test_a_person_is_asked_again_twice_as_soon_as_bulk_work() -> None:
    pairs = zip(waits(0.4, is_bulk=False), waits(0.4, is_bulk=True), strict=False)
    assert all(person == bulk / 2 for person, bulk in pairs)


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("is_bulk", [True, False])
def test_eight_refusals_in_a_row_are_survived_whatever_the_chance(
    chance: float, *, is_bulk: bool
) -> None:
    assert len(waits(chance, is_bulk=is_bulk)) >= 8


def test_a_wait_that_the_server_asks_for_is_kept() -> None:
    assert wait_before_again(Answer("h", "p", 429, wait=7.0), 1, 0.0, 1.0) == 7.0


def test_no_wait_passes_the_bound() -> None:
    assert wait_before_again(BUSY, 1, BOUND_SECONDS, 0.0) is None
    assert wait_before_again(Answer("h", "p", 429, wait=61.0), 1, 0.0, 0.0) is None


def test_a_person_without_a_line_does_not_wait_a_minute() -> None:
    assert wait_before_again(broken(Kind.UNREACHABLE), 4, 3.5, 0.5) is None
