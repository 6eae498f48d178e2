"""A reading is cut short while it runs, never before and never after."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bcautotask_gui.domain.interrupts import CutShortError, Interrupt

SECONDS = 60


def test_what_runs_is_cut_again_and_again_until_it_has_ended() -> None:
    interrupt, begun, third = Interrupt(), threading.Event(), threading.Event()
    cuts: list[str] = []

    def cut() -> None:
        cuts.append("cut")
        if len(cuts) == 3:
            third.set()

    def read() -> None:
        with interrupt.reaching(cut):
            begun.set()
            assert third.wait(SECONDS)

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        assert begun.wait(SECONDS)
        interrupt.now()
        reading.result(SECONDS)
    assert len(cuts) >= 3


def test_what_has_ended_is_not_cut() -> None:
    interrupt = Interrupt()
    cuts: list[str] = []
    with interrupt.reaching(lambda: cuts.append("late")):
        pass
    interrupt.now()
    assert cuts == []
    assert interrupt.asked


def test_what_nobody_waits_for_does_not_begin() -> None:
    interrupt = Interrupt()
    interrupt.now()
    read: list[str] = []
    with pytest.raises(CutShortError), interrupt.reaching(lambda: None):
        read.append("begun")
    assert read == []


def test_a_reading_that_fails_is_out_of_reach_as_well() -> None:
    interrupt = Interrupt()
    cuts: list[str] = []
    with pytest.raises(OSError, match="gone"), interrupt.reaching(lambda: cuts.append("late")):
        raise OSError("gone")
    interrupt.now()
    assert cuts == []
