import threading

import pytest

from bcautotask_gui.autotask.limits import AT_ONCE, EndpointLimits, endpoint
from tests.support.processes import wait_for


@pytest.mark.parametrize(
    ("path", "counts_for"),
    [
        ("Tickets", "Tickets"),
        ("Tickets/query", "Tickets"),
        ("Tickets/7/Notes", "Tickets"),
        ("TicketNotes/query", "TicketNotes"),
        ("ThresholdInformation", "ThresholdInformation"),
    ],
)
def test_children_count_for_their_entity(path: str, counts_for: str) -> None:
    assert endpoint(path) == counts_for


def test_a_third_call_waits_and_another_endpoint_does_not() -> None:
    limits = EndpointLimits()
    entered, leave = threading.Semaphore(0), threading.Event()

    def call() -> None:
        with limits.place("Tickets/query"):
            entered.release()
            leave.wait(60)

    threads = [threading.Thread(target=call) for _ in range(AT_ONCE + 1)]
    for each in threads:
        each.start()
    for _ in range(AT_ONCE):
        assert entered.acquire(timeout=60)
    assert not entered.acquire(timeout=0.05)
    with limits.place("Companies/query"):
        leave.set()
    for each in threads:
        each.join()
    assert entered.acquire(timeout=0)


@pytest.mark.parametrize("is_bulk", [True, False])
def test_a_call_that_fails_gives_its_place_back(*, is_bulk: bool) -> None:
    limits = EndpointLimits()
    for _ in range(AT_ONCE + 1):
        with pytest.raises(RuntimeError), limits.place("Tickets", is_bulk=is_bulk):
            raise RuntimeError


def test_bulk_work_leaves_a_place_to_people() -> None:
    limits = EndpointLimits()
    order: list[str] = []

    def second() -> None:
        with limits.place("Tickets/query", is_bulk=True):
            order.append("second")

    with limits.place("Tickets/query", is_bulk=True):
        thread = threading.Thread(target=second)
        thread.start()
        with limits.place("Tickets/7"):
            order.append("person")
        assert order == ["person"]
    thread.join()
    assert order == ["person", "second"]


def test_a_person_who_waits_comes_before_bulk_work_that_waited_longer() -> None:
    limits, order = EndpointLimits(), []
    at = limits._endpoints

    def call(name: str, *, is_bulk: bool) -> None:
        with limits.place("Tickets", is_bulk=is_bulk):
            order.append(name)

    with limits.place("Tickets"), limits.place("Tickets"):
        bulk = threading.Thread(target=call, args=("bulk",), kwargs={"is_bulk": True})
        bulk.start()
        person = threading.Thread(target=call, args=("person",), kwargs={"is_bulk": False})
        person.start()
        wait_for(lambda: at["Tickets"].people_waiting, "the person to wait", timeout=60)
    bulk.join()
    person.join()
    assert order == ["person", "bulk"]
