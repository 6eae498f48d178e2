"""Prints how the Customers tab does with 5,000 customers and 20,000 companies.

Run it by hand: `python -m tests.benchmarks.bench_customers [latency in milliseconds]`. It judges
nothing: the numbers depend on the computer.
"""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from bcautotask_gui.autotask.limits import EndpointLimits
from bcautotask_gui.autotask.rest import open_autotask
from bcautotask_gui.clock import SystemClock
from bcautotask_gui.credentials.session_store import SessionStore
from bcautotask_gui.database.engine import Database, open_database
from bcautotask_gui.database.mirror import Mirror
from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.connection import Connection, Credentials
from bcautotask_gui.domain.customers import (
    Company,
    CustomerQuery,
    CustomerRow,
    MappingOrder,
    MappingStatus,
)
from bcautotask_gui.domain.operators import Instance, owner_of_this_computer
from bcautotask_gui.domain.ports import Autotask, Gate
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.sandbox import (
    DEMO_SECRET,
    DEMO_TRACKING_ID,
    DEMO_USER,
    AutotaskServer,
)
from bcautotask_gui.sandbox.sample_large import write_large
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.connection_test import ConnectionTest
from bcautotask_gui.services.customers import CustomerFilter, CustomerService
from bcautotask_gui.services.demo import set_up_demo
from bcautotask_gui.services.secret_keeper import SecretKeeper
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.services.suggestions import SuggestionService
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.theme import Theme

CUSTOMERS = 5_000
COMPANIES = 20_000
RUNS = 500_000
FIRST = 40_000_000
SANDBOX = Environment.SANDBOX


def report(what: str, value: float, unit: str = "ms") -> None:
    """Prints one number."""
    sys.stdout.write(f"{what:<58} {value:>10,.1f} {unit}\n")


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Prints how long a block took."""
    begun = time.perf_counter()
    yield
    report(what, (time.perf_counter() - begun) * 1000)


def ended(steps: Generator[Any, None, Any]) -> Any:
    """Runs a long task to its end; answers its result."""
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value


class Place:
    """The services over a large database and a local Autotask."""

    def __init__(self, folder: Path, server: AutotaskServer) -> None:
        path = folder / "large.sqlite"
        url = f"sqlite:///{path}"
        write_large(url, now=SystemClock().now(), runs=RUNS)
        add_customers(path)
        self.server = server
        self.database: Database = open_database(url, may_migrate=True)
        store, clock = self.database.settings, SystemClock()
        actor = Actor(owner_of_this_computer("bench"), Instance("bench", "bench", "bench"))
        keeper = SecretKeeper(SessionStore(), store, actor)
        limits = EndpointLimits()

        def autotask(connection: Connection, gate: Gate) -> Autotask:
            return open_autotask(
                connection,
                gate,
                discovery_url=server.url,
                budget=self.database.budget,
                clock=clock,
                limits=limits,
            )

        self.access = AutotaskAccess(store, keeper, autotask)
        parts = (self.database.customers, store, self.access, actor, clock)
        self.customers = CustomerService(*parts)
        self.suggestions = SuggestionService(*parts)
        credentials = Credentials(DEMO_USER, DEMO_SECRET, DEMO_TRACKING_ID)
        settings = SettingsService(store, self.access, keeper, actor)
        set_up_demo(settings, ConnectionTest(self.access), keeper, credentials)

    def close(self) -> None:
        """Gives everything back."""
        self.access.close()
        self.database.close()


def add_customers(path: Path) -> None:
    """Fills up the customers; the further ones have no jobs."""
    with closing(sqlite3.connect(path)) as connection, connection:
        (known,) = connection.execute("SELECT count(*) FROM customers").fetchone()
        rows = ((at, f"Klant {at:05}", True) for at in range(known + 1, CUSTOMERS + 1))
        connection.executemany("INSERT INTO customers (id, name, active) VALUES (?, ?, ?)", rows)


def fill_tenant(server: AutotaskServer) -> None:
    """Companies, of which every fourth is named like a customer."""
    for each in range(COMPANIES):
        number = each // 4 + 1
        name = f"Klant {number:05}" if each % 4 == 0 else f"Bedrijf {each:05} {number % 97}"
        server.tenant.add_company(FIRST + each, name)


def measure_suggestions(place: Place) -> None:
    """Reading the list, matching it, and mapping what matched."""
    before = len(place.server.calls)
    with timed("reading 20,000 companies"):
        found = ended(place.suggestions.read_companies())
    report("  calls", len(place.server.calls) - before, "")
    report("  exact matches", len(found.matches), "")
    with timed("counting exact matches anew"):
        place.suggestions.exact()
    with timed("suggestions for one customer"):
        place.suggestions.similar_to(found.matches[0].customer)
    some = [match.customer for match in found.matches[:200]]
    with timed("looking for similar names of 200 customers"):
        ended(place.suggestions.count_similar(some))
    with timed("mapping 50 exact matches"):
        ended(place.suggestions.accept(found.matches[:50], SANDBOX))


def map_all(database: Database) -> None:
    """Maps every customer that is left."""
    rows = database.customers.rows(CustomerQuery(SANDBOX, MappingStatus.MISSING))
    orders = [
        MappingOrder(
            row.id,
            Company(FIRST + 4 * (row.id - 1), row.name, is_active=True),
            None,
            AuditEvent(Act.MAPPING_SET, "bench", "bench", "", f"customer {row.id}"),
        )
        for row in rows
    ]
    with timed(f"mapping {len(orders):,} customers in one transaction"):
        database.customers.set_mappings(SANDBOX, orders)


def finish_mirroring(database: Database) -> None:
    """Each act tells the web application of 500 mappings; the rest would weigh on the next one."""
    with timed("telling the web application of the rest"):
        while Mirror(database._ground).mappings():
            pass


def measure_refresh(place: Place, latency: float) -> None:
    """Refreshing all mappings over a line with latency."""
    place.server.latency = latency
    before = len(place.server.calls)
    with timed(f"refreshing all mappings at {latency * 1000:.0f} ms latency"):
        summary = ended(place.customers.refresh_all())
    report("  calls", len(place.server.calls) - before, "")
    report("  unchanged", summary.unchanged, "")


def measure_reading(place: Place) -> tuple[CustomerRow, ...]:
    """Reading the table and one customer's panel from the database."""
    with timed("reading 5,000 rows"):
        rows = place.customers.rows(CustomerFilter())
    with timed("counting by status"):
        place.customers.counts(CustomerFilter())
    with timed("searching for part of a name"):
        place.customers.rows(CustomerFilter(search="0123"))
    with timed("everything about one customer"):
        place.customers.detail(rows[0].id)
    return rows


def measure_window(rows: tuple[CustomerRow, ...], folder: Path) -> None:
    """How long the window stands still when the rows are shown."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    tab = CustomersTab(theme, QSettings(str(folder / "x.ini"), QSettings.Format.IniFormat))
    tab.resize(1440, 830)
    tab.show()
    app.processEvents()

    def frozen(what: str, act: Callable[[], object]) -> None:
        with timed(f"window stands still: {what}"):
            act()
            app.processEvents()

    frozen("painted anew, nothing changed", tab.repaint)
    frozen("5,000 rows shown", lambda: tab.show_rows(rows))
    tab.table.select_key(rows[2500].key)
    frozen("5,000 rows shown again, one selected", lambda: tab.show_rows(rows))
    frozen("one row replaced", lambda: tab.replace(rows[2500]))
    frozen("scrolled to the end", tab.table.scrollToBottom)
    QTimer.singleShot(0, tab.close)
    app.processEvents()
    tab.deleteLater()
    app.processEvents()


def main(latency: float) -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name, AutotaskServer() as server:
        fill_tenant(server)
        with timed("writing the database and setting up"):
            place = Place(Path(name), server)
        try:
            measure_suggestions(place)
            map_all(place.database)
            finish_mirroring(place.database)
            measure_refresh(place, latency)
            measure_window(measure_reading(place), Path(name))
        finally:
            place.close()


if __name__ == "__main__":
    main(float(sys.argv[1]) / 1000 if len(sys.argv) > 1 else 0.05)
