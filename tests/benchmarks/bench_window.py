"""How long the window stands still while 5,000 customers and 1,000,000 runs are worked with."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from bcautotask_gui.app.pages import CUSTOMERS as CUSTOMERS_PAGE
from bcautotask_gui.app.pages import RUN_CHECKS
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.ui.run_checks.filters import Range
from bcautotask_gui.worker.jobs import Lane
from tests.app.desk import NAME, PASSWORD, with_people
from tests.benchmarks.bench_autotask import LATENCY
from tests.benchmarks.desk import Desk
from tests.benchmarks.far_autotask import FarAutotask
from tests.benchmarks.measuring import TIMES, Heartbeat, wait_until
from tests.benchmarks.place import CUSTOMERS, RUNS, large_database
from tests.benchmarks.table import Row
from tests.support.postgres import Cluster

COMPANIES = 20_000
LONGEST, P99 = 50.0, 16.0
_IDLE_SECONDS = 2.0
# nobody looks at a page for less; else the quicker one opens, the more its paints would count
_LOOKED_AT = 1.0
_PAINTING = "a whole page of cells is painted in one go, each by some dozen calls of Python"


def rows() -> Iterator[Row]:
    """All rows of this group."""
    with tempfile.TemporaryDirectory() as name, FarAutotask() as autotask:
        folder = Path(name)
        autotask.add_companies(COMPANIES)
        url = large_database(folder)
        desk = Desk(url, autotask.url, folder / "profile")
        with desk:
            desk.set_up()
            idle = _watched(lambda: _live(_IDLE_SECONDS))
            autotask.delay(LATENCY)
            yield from _customers(desk, idle)
            yield from _runs(desk, idle)
            yield from _closing(desk)
        yield from _signing_in(folder, autotask.url, idle)


def _live(seconds: float) -> None:
    end = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() > end)


def _watched(work: Callable[[], object], times: int = 1) -> Heartbeat:
    """The standstills during several rounds of a work, after one that does not count."""
    if times > 1:
        work()
    with Heartbeat() as beat:
        for _ in range(times):
            work()
    return beat


def _standstills(what: str, beat: Heartbeat, idle: Heartbeat, cause: str = "") -> Iterator[Row]:
    """The goals are the application's; an idle window shows what this computer adds by itself."""
    against = "window that does nothing"
    yield Row(f"{what}: longest standstill", beat.longest, "ms", idle.longest, against,
              goal=LONGEST, cause=cause)  # fmt: skip
    yield Row(f"{what}: 99 of 100 within", beat.p99, "ms", idle.p99, against,
              goal=P99, cause=cause)  # fmt: skip


def _customers(desk: Desk, idle: Heartbeat) -> Iterator[Row]:
    tab, presenter = desk.pages.customers._tab, desk.pages.customers
    took: list[float] = []

    def open_tab() -> None:
        desk.window.show_page(RUN_CHECKS)
        desk.settle()
        begun = time.perf_counter()
        desk.window.show_page(CUSTOMERS_PAGE)
        presenter.refresh()
        wait_until(lambda: not desk.session.jobs.running_in(Lane.LOCAL))
        assert tab.table.model().rowCount() == CUSTOMERS
        tab.table.viewport().repaint()
        took.append((time.perf_counter() - begun) * 1000)
        _live(_LOOKED_AT)

    beat = _watched(open_tab, TIMES)
    what = f"Customers with {CUSTOMERS:,} customers"
    yield Row(f"{what}: opened, read anew and shown", median(took[1:]), "ms", goal=300)
    yield from _standstills(f"{what}: opening", beat, idle, _PAINTING)
    took.clear()

    def refresh_all() -> None:
        begun = time.perf_counter()
        tab.refresh_all.click()
        assert desk.session.jobs.running_in(Lane.BULK)
        wait_until(lambda: not desk.session.jobs.running_in(Lane.BULK))
        took.append(time.perf_counter() - begun)
        desk.settle()

    beat = _watched(refresh_all, TIMES)
    what = f"refresh all {CUSTOMERS:,} of {COMPANIES:,} companies at 50 ms"
    yield Row(what, median(took[1:]), "s", goal=3)
    yield from _standstills("refresh all", beat, idle, _PAINTING)


def _runs(desk: Desk, idle: Heartbeat) -> Iterator[Row]:
    desk.window.show_page(RUN_CHECKS)
    tab = desk.pages._run_checks_tab
    runs, table = tab.list, tab.table
    bar = table.verticalScrollBar()
    everything = replace(tab.chosen, view=RunView.ALL, range=Range.ALL)
    tab.bar.choose(everything)
    wait_until(lambda: runs.model.rowCount() == RUNS)
    places = random.Random(1)

    def jump() -> None:
        bar.setValue(places.randrange(bar.maximum()))
        wait_until(lambda: runs.held(runs.model.key_at(table.rowAt(0))) is not None)

    def page_on() -> None:
        for _ in range(10):
            jump()
        desk.settle()

    beat = _watched(page_on, TIMES)
    yield from _standstills(f"paging in {RUNS:,} runs", beat, idle, _PAINTING)
    words = iter([f"Klant 000{at:02}" for at in range(1, 3 * TIMES)])

    def filter_runs() -> None:
        tab.bar.choose(replace(everything, search=next(words)))
        wait_until(lambda: 0 < runs.model.rowCount() < RUNS)
        desk.settle()
        tab.bar.choose(everything)
        wait_until(lambda: runs.model.rowCount() == RUNS)
        desk.settle()

    beat = _watched(filter_runs, TIMES)
    yield from _standstills(f"filtering {RUNS:,} runs", beat, idle, _PAINTING)


def _closing(desk: Desk) -> Iterator[Row]:
    begun = time.perf_counter()
    desk.window.close()
    assert not desk.window.isVisible()
    took = (time.perf_counter() - begun) * 1000
    yield Row("closing: until the window is gone", took, "ms", goal=LONGEST)


def _signing_in(folder: Path, autotask: str, idle: Heartbeat) -> Iterator[Row]:
    """Each round is a start of its own, since somebody signs in to a window without pages."""
    cluster = Cluster()
    gaps: list[Heartbeat] = []
    try:
        cluster.start()
        for at in range(TIMES):
            url = cluster.url(cluster.create_from("people", with_people))
            with Desk(url, autotask, folder / f"sign-in-{at}") as desk:
                gaps.append(_watched(lambda desk=desk: _sign_in(desk)))
    finally:
        cluster.stop()
    cause = "Run Checks is built in one go once it is known who works here"
    yield from _standstills("signing in", gaps[0].with_those_of(gaps[1:]), idle, cause)


def _sign_in(desk: Desk) -> None:
    page = desk.session.people._page
    page.name.setText(NAME)
    page.password.setText(PASSWORD)
    page.sign_in.click()
    wait_until(page.go_on.isVisible)
    page.roles.choices[Role.ADMIN].click()
    page.go_on.click()
    desk.settle()
