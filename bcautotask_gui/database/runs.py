"""Runs of the Backupchecks database, with our mappings and tickets beside them."""

import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, LargeBinary, Select, cast, func, literal_column, select

from bcautotask_gui.database.audit import entries_of
from bcautotask_gui.database.claims import Claims
from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
from bcautotask_gui.database.links import LinkReader, cell_of, counts_in, state_of
from bcautotask_gui.database.mappings import mapping_of, mappings_that_count
from bcautotask_gui.database.run_filters import RunFilter
from bcautotask_gui.database.run_reading import RunReader, status_of
from bcautotask_gui.database.run_rows import RowReader
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.runs import (
    HistoryEntry,
    Run,
    RunDetail,
    RunQuery,
    RunResult,
    RunRow,
    RunView,
    TicketCell,
)
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.ticket_rules import RunFacts
from bcautotask_gui.domain.tickets import TicketState

STRIP = 30
_BATCH = 2_000


class RunStore:
    """Reads runs; writes nothing.

    Every method raises `Failure`: TABLE_MISSING where the database holds no runs, jobs or
    customers, or what kept it from answering. One that takes an interrupt raises `CutShortError`
    once nobody waits for its answer.
    """

    def __init__(self, ground: Ground, instance: str = "") -> None:
        self._ground = ground
        self._connections = ground.connections
        self._tables = ground.tables
        self._rows = RowReader(ground, instance)

    def first_page(
        self, query: RunQuery, limit: int, interrupt: Interrupt | None = None
    ) -> tuple[RunRow, ...]:
        """The first rows of a query: ids first, so that what is sorted are numbers, not rows."""
        with self._connections.reading(interrupt) as connection:
            settings = settings_in_force(connection, self._tables)
            chosen = RunFilter(self._ground, settings, query).ids().limit(limit)
            ids = list(connection.execute(chosen).scalars())
            return self._rows.rows(connection, ids, settings, query.environment)

    def order(self, query: RunQuery, interrupt: Interrupt | None = None) -> "array[int]":
        """The ids of all rows of a query, in its order, as 64-bit numbers."""
        with self._connections.reading(interrupt) as connection:
            settings = settings_in_force(connection, self._tables)
            chosen = RunFilter(self._ground, settings, query).ids()
            if self._ground.on_postgresql:
                return _packed_by_server(connection, chosen)
            return _packed_in_batches(connection, chosen)

    def rows(
        self, ids: Sequence[int], environment: Environment | None = None
    ) -> tuple[RunRow, ...]:
        """Rows by id, in the order asked for; a run that is gone is left out.

        Args:
            ids: whose rows.
            environment: whose tickets and mappings count; None for the one in use.
        """
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._tables)
            return self._rows.rows(connection, ids, settings, environment or settings.environment)

    def counts(self, query: RunQuery, interrupt: Interrupt | None = None) -> Mapping[RunView, int]:
        """How many runs each view holds; the query's own view and search are left aside."""
        with self._connections.reading(interrupt) as connection:
            settings = settings_in_force(connection, self._tables)
            counted = RunFilter(self._ground, settings, query).counts()
            row = connection.execute(counted).mappings().one()
            return {view: row[view.value] for view in RunView}

    def strips(self, job_ids: Collection[int]) -> Mapping[int, tuple[RunResult, ...]]:
        """The last 30 results of jobs, oldest first; a job without runs is left out."""
        if not job_ids:
            return {}
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._tables)
            return self._strips(connection, job_ids, settings)

    def detail(self, run_id: int, environment: Environment) -> RunDetail:
        """Everything about one run.

        Raises:
            Failure: RUN_GONE where it is no longer there.
        """
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._tables)
            run = self._run(connection, run_id, settings)
            (row,) = self._rows.rows(connection, [run_id], settings, environment)
            return RunDetail(
                run=run,
                row=row,
                mapping=self._mapping(connection, run, settings, environment),
                strip=self._strips(connection, [run.job_id], settings).get(run.job_id, ()),
                history=self._history(connection, run_id),
                job_ticket=self._job_ticket(connection, run, settings, environment),
            )

    def facts(self, run_id: int, environment: Environment) -> RunFacts:
        """What decides whether the run may get a ticket, read in one transaction.

        Raises:
            Failure: RUN_GONE where it is no longer there.
        """
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._tables)
            run = self._run(connection, run_id, settings)
            links = LinkReader(self._ground)
            return RunFacts(
                run=run,
                mapping=self._mapping(connection, run, settings, environment),
                links=links.counting(connection, run_id, settings, environment),
                claim=Claims(self._ground).of_run(connection, run_id, environment),
            )

    def choices(self) -> tuple[tuple[tuple[int, str], ...], tuple[str, ...]]:
        """Customers (id, name) and backup software that the filters offer."""
        customers, jobs = self._ground.theirs["customers"], self._ground.theirs["jobs"]
        name = self._ground.without_case(customers["name"])
        named = select(customers["id"], customers["name"]).order_by(name, customers["id"])
        software = select(jobs["software"]).where(jobs["software"] != "").distinct()
        with self._connections.reading() as connection:
            found = tuple((each[0], each[1] or "") for each in connection.execute(named))
            offered = sorted(connection.execute(software).scalars(), key=str.casefold)
        return found, tuple(offered)

    def newest_id(self) -> int:
        """The highest run id, to see whether there are new runs; 0 where there is none."""
        runs = self._ground.theirs["runs"]
        with self._connections.reading() as connection:
            return connection.execute(select(func.max(runs["id"]))).scalar() or 0

    def newer(self, query: RunQuery, after_id: int) -> tuple[int, ...]:
        """The ids of a query's runs above this one, in its order; found by their key."""
        runs = self._ground.theirs["runs"]
        with self._connections.reading() as connection:
            settings = settings_in_force(connection, self._tables)
            chosen = RunFilter(self._ground, settings, query).ids().where(runs["id"] > after_id)
            return tuple(connection.execute(chosen).scalars())

    def _run(self, connection: Connection, run_id: int, settings: Settings) -> Run:
        run = RunReader(self._ground).run(connection, run_id, storage_zone(settings))
        if run is None:
            raise Failure(Kind.RUN_GONE)
        return run

    def _mapping(
        self, connection: Connection, run: Run, settings: Settings, environment: Environment
    ) -> CompanyMapping | None:
        counting = mappings_that_count(self._ground, settings, environment)
        chosen = select(counting).where(counting.c.customer_id == run.customer_id)
        row = connection.execute(chosen).mappings().first()
        return mapping_of(row, environment, storage_zone(settings)) if row else None

    def _strips(
        self, connection: Connection, job_ids: Collection[int], settings: Settings
    ) -> Mapping[int, tuple[RunResult, ...]]:
        runs = self._ground.theirs["runs"]
        newest = (runs["run_at"].desc().nulls_last(), runs["id"].desc())
        place = func.row_number().over(partition_by=runs["job_id"], order_by=newest)
        words = ("job_id", "run_at", "status", "missed", "override_applied")
        placed = (
            select(*(runs[word].label(word) for word in words), place.label("place"))
            .where(self._ground.among(runs["job_id"], job_ids))
            .subquery("placed")
        )
        last = select(placed).where(placed.c.place <= STRIP).order_by(placed.c.place.desc())
        zone = storage_zone(settings)
        strips: dict[int, list[RunResult]] = defaultdict(list)
        for row in connection.execute(last).mappings():
            result = RunResult(status_of(row), from_their_clock(row["run_at"], zone))
            strips[row["job_id"]].append(result)
        return {job_id: tuple(results) for job_id, results in strips.items()}

    def _history(self, connection: Connection, run_id: int) -> tuple[HistoryEntry, ...]:
        entries = entries_of(connection, self._tables, f"run {run_id}")
        return tuple(
            HistoryEntry(
                entry.at,
                entry.event.operator,
                ": ".join(filter(None, (entry.event.act.value, entry.event.after))),
            )
            for entry in entries
        )

    def _job_ticket(
        self, connection: Connection, run: Run, settings: Settings, environment: Environment
    ) -> TicketCell | None:
        """The newest open ticket among the job's other runs, of those that may have one."""
        query = RunQuery(environment, view=RunView.OPEN_TICKETS)
        runs = self._ground.theirs["runs"]
        others = (
            RunFilter(self._ground, settings, query)
            .ids()
            .where(runs["job_id"] == run.job_id, runs["id"] != run.id)
            .limit(STRIP)
        )
        ids = list(connection.execute(others).scalars())
        links = LinkReader(self._ground).of_runs(connection, [run.id, *ids], settings)
        own = {link.ticket_id for link in links.get(run.id, ())}
        for other in ids:
            for link in links.get(other, ()):
                is_open = state_of(link) in (TicketState.OPEN, TicketState.NOT_READ)
                if is_open and counts_in(link, environment) and link.ticket_id not in own:
                    return cell_of((link,), environment)
        return None


def _packed_by_server(connection: Connection, chosen: Select[Any]) -> "array[int]":
    """One value of eight bytes per id: a third of the time of rows, and no pause in between."""
    ordered = chosen.subquery("ordered")
    sent = func.int8send(ordered.c.id, type_=LargeBinary)
    nothing = cast(literal_column("''"), LargeBinary)
    packed = connection.execute(select(func.string_agg(sent, nothing, type_=LargeBinary))).scalar()
    ids = array("q")
    ids.frombytes(packed or b"")
    if sys.byteorder == "little":
        ids.byteswap()
    return ids


def _packed_in_batches(connection: Connection, chosen: Select[Any]) -> "array[int]":
    """As the driver hands them out: a row object for each of a million ids takes twice as long."""
    ids = array("q")
    cursor: Any = connection.execute(chosen).cursor
    while batch := cursor.fetchmany(_BATCH):
        ids.extend([row[0] for row in batch])
    return ids
