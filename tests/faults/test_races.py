from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.sandbox import Fault, FaultKind
from tests.faults.acts import judge_tickets
from tests.faults.nursing import order

if TYPE_CHECKING:
    from tests.faults.nursing import Nursery
    from tests.faults.place import Place

# many processes, which a busy computer may carry out slowly
pytestmark = pytest.mark.timeout(600)

RUNS = 100
DESKS = [f"desk-{number}" for number in range(1, 9)]
REFUSALS = ("has_ticket", "worked_on")
CUT = (
    Fault(FaultKind.CUT, "POST", "Tickets", times=15, after=True),
    Fault(FaultKind.CUT, "POST", "Tickets", times=5),
    Fault(FaultKind.CUT_BODY, "POST", "Tickets", times=10, skip=10),
    Fault(FaultKind.PAGE, "POST", "Tickets", times=5, after=True),
)


def race(nursery: Nursery, place: Place) -> list[int]:
    """Eight desks press the button for the same runs, in the same order."""
    runs = place.runs()[:RUNS]
    assert len(runs) == RUNS
    reports = nursery.all([order(place, "race", "create", runs, profile=desk) for desk in DESKS])
    refused = [sentence for report in reports for sentence in report.failures.values()]
    assert not [each for each in refused if not each.startswith(REFUSALS)]
    return runs


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_eight_processes_that_race_for_a_hundred_runs_make_a_hundred_tickets(
    nursery: Nursery, place: Place
) -> None:
    runs = race(nursery, place)
    assert judge_tickets(place, runs) == []
    assert len(place.made()) == len(place.known()) == RUNS


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_race_over_a_line_that_cuts_answers_ends_with_a_hundred_tickets_as_well(
    nursery: Nursery, place: Place
) -> None:
    for fault in CUT:
        place.server.faults.add(fault)
    runs = race(nursery, place)
    assert place.server.faults.left == 0
    nursery.all([order(place, "recover", "create", [], profile=desk) for desk in DESKS])
    nursery.one(order(place, "recover", "create", runs))
    assert judge_tickets(place, runs) == []
    assert len(place.made()) == len(place.known()) == RUNS
