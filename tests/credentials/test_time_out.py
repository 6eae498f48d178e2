import threading
from contextlib import suppress

import pytest

from bcautotask_gui import logs
from bcautotask_gui.credentials.time_out import WithTimeOut
from bcautotask_gui.domain.errors import Failure, Kind

HANGING = 20.0


def test_the_answer_comes_back_from_a_thread_of_its_own() -> None:
    assert WithTimeOut(HANGING)(threading.get_ident) != threading.get_ident()


def test_the_call_is_logged_under_the_id_of_its_caller() -> None:
    with logs.correlated("cafe0001"):
        assert WithTimeOut(HANGING)(logs.correlation) == "cafe0001"


def test_what_the_work_raises_is_raised() -> None:
    def work() -> None:
        raise EOFError("no terminal")

    with pytest.raises(EOFError, match="no terminal"):
        WithTimeOut(HANGING)(work)


def test_a_call_that_had_no_turn_in_time_is_never_made() -> None:
    in_time = WithTimeOut(0.01)
    may_end, made = threading.Event(), []
    with pytest.raises(Failure):
        in_time(lambda: may_end.wait(HANGING))
    with pytest.raises(Failure) as slow:
        in_time(lambda: made.append("second"))
    assert slow.value.kind is Kind.KEYRING_SLOW
    may_end.set()
    assert made == []


def test_after_a_late_answer_calls_go_on_and_get_their_own() -> None:
    in_time = WithTimeOut(0.01)
    may_end, ended = threading.Event(), threading.Event()

    def late() -> str:
        assert may_end.wait(HANGING)
        ended.set()
        return "late"

    with pytest.raises(Failure):
        in_time(late)
    may_end.set()
    answers: list[bool] = []
    while not answers:
        with suppress(Failure):
            answers.append(in_time(ended.is_set))
    assert answers == [True]


def test_a_process_ends_while_a_call_still_waits() -> None:
    in_time = WithTimeOut(0.01)
    may_end = threading.Event()
    with pytest.raises(Failure):
        in_time(lambda: may_end.wait(HANGING))
    waiting = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    may_end.set()
    assert waiting
    assert all(thread.daemon for thread in waiting)


def test_a_call_that_gets_no_thread_does_not_hold_up_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    in_time = WithTimeOut(HANGING)
    with monkeypatch.context() as short, pytest.raises(RuntimeError):
        short.setattr(threading.Thread, "start", refused)
        in_time(lambda: 1)
    assert in_time(lambda: 2) == 2
