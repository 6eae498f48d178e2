import threading

import pytest

from bcautotask_gui.autotask.limits import AT_ONCE, EndpointLimits, endpoint


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
            leave.wait(5)

    threads = [threading.Thread(target=call) for _ in range(AT_ONCE + 1)]
    for each in threads:
        each.start()
    for _ in range(AT_ONCE):
        assert entered.acquire(timeout=5)
    assert not entered.acquire(timeout=0.05)
    with limits.place("Companies/query"):
        leave.set()
    for each in threads:
        each.join()
    assert entered.acquire(timeout=0)


def test_a_call_that_fails_gives_its_place_back() -> None:
    limits = EndpointLimits()
    for _ in range(AT_ONCE + 1):
        with pytest.raises(RuntimeError), limits.place("Tickets"):
            raise RuntimeError
