"""The runs of a view, one line per job: grouped, counted and sorted by the database."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
from bcautotask_gui.database.mappings import mappings_that_count
from bcautotask_gui.database.run_filters import RunFilter
from bcautotask_gui.database.statuses import is_one_of, severity, status_of_severity
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.interrupts import Interrupt
from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.runs import RunQuery, RunStatus
from bcautotask_gui.domain.settings import Settings

_COUNTED = tuple(status for status in RunStatus if status is not RunStatus.OTHER)


class RunGroupStore:
    """Reads groups; writes nothing.

    Every method raises `Failure` for what kept the database from answering, and `CutShortError`
    once nobody waits for it.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections
        self._tables = ground.tables

    def order(
        self,
        query: RunQuery,
        sort: GroupSort,
        *,
        descending: bool,
        interrupt: Interrupt | None = None,
    ) -> "array[int]":
        """The ids of the jobs that have runs in a view, in order, as 64-bit numbers.

        Args:
            query: which runs; its own sort is left aside.
            sort: by what the lines are sorted; the newest run comes first among equals.
            descending: the highest first; jobs of which it is not known come last either way.
            interrupt: cuts it short.
        """
        with self._connections.reading(interrupt) as connection:
            settings = settings_in_force(connection, self._tables)
            grouped = self._grouped(query, settings).subquery("grouped")
            jobs, customers = self._ground.theirs["jobs"], self._ground.theirs["customers"]
            key: ColumnElement[Any] = {
                GroupSort.STATUS: grouped.c.worst,
                GroupSort.CUSTOMER: self._ground.without_case(customers["name"]),
                GroupSort.JOB: self._ground.without_case(jobs["name"]),
                GroupSort.SOFTWARE: self._ground.without_case(jobs["software"]),
                GroupSort.RUNS: grouped.c.runs,
                GroupSort.RUN_AT: grouped.c.last_run_at,
            }[sort]
            chosen = (
                select(grouped.c.job_id)
                .select_from(
                    grouped.outerjoin(jobs.source, jobs["id"] == grouped.c.job_id).outerjoin(
                        customers.source, customers["id"] == jobs["customer_id"]
                    )
                )
                .order_by(
                    (key.desc() if descending else key.asc()).nulls_last(),
                    grouped.c.last_run_at.desc().nulls_last(),
                    grouped.c.job_id.desc(),
                )
            )
            return array("q", connection.execute(chosen).scalars())

    def rows(
        self, query: RunQuery, job_ids: Sequence[int], interrupt: Interrupt | None = None
    ) -> tuple[JobGroup, ...]:
        """Lines by job, in the order asked for; a job without runs in the view is left out."""
        if not job_ids:
            return ()
        with self._connections.reading(interrupt) as connection:
            settings = settings_in_force(connection, self._tables)
            found = self._found(connection, query, settings, job_ids)
            mapped = self._mapped(connection, query, settings)
            groups = {row["job_id"]: self._group(row, settings, mapped) for row in found}
            return tuple(groups[job_id] for job_id in job_ids if job_id in groups)

    def _grouped(self, query: RunQuery, settings: Settings) -> Select[Any]:
        """One row per job over the very runs that the ungrouped view lists."""
        runs = self._ground.theirs["runs"]
        listed = RunFilter(self._ground, settings, replace(query, sort="run_at")).ids()
        ended = (
            func.count().filter(is_one_of(runs, frozenset({status}))).label(status.value)
            for status in _COUNTED
        )
        return (
            listed.order_by(None)
            .with_only_columns(
                runs["job_id"].label("job_id"),
                func.count().label("runs"),
                func.max(severity(runs)).label("worst"),
                func.max(runs["run_at"]).label("last_run_at"),
                func.max(runs["id"]).label("newest_id"),
                *ended,
                maintain_column_froms=True,
            )
            .where(runs["job_id"].is_not(None))
            .group_by(runs["job_id"])
        )

    def _found(
        self,
        connection: Connection,
        query: RunQuery,
        settings: Settings,
        job_ids: Sequence[int],
    ) -> Sequence[RowMapping]:
        runs, jobs = self._ground.theirs["runs"], self._ground.theirs["jobs"]
        customers = self._ground.theirs["customers"]
        wanted = self._ground.among(runs["job_id"], job_ids)
        grouped = self._grouped(query, settings).where(wanted).subquery("grouped")
        named = (
            grouped,
            jobs["name"].label("job"),
            jobs["software"].label("software"),
            func.coalesce(jobs["customer_id"], 0).label("customer_id"),
            customers["name"].label("customer"),
        )
        source = grouped.outerjoin(jobs.source, jobs["id"] == grouped.c.job_id).outerjoin(
            customers.source, customers["id"] == jobs["customer_id"]
        )
        return connection.execute(select(*named).select_from(source)).mappings().all()

    def _mapped(
        self, connection: Connection, query: RunQuery, settings: Settings
    ) -> dict[int, MappingStatus]:
        counting = mappings_that_count(self._ground, settings, query.environment)
        chosen = select(counting.c.customer_id, counting.c.status)
        return {each[0]: MappingStatus(each[1]) for each in connection.execute(chosen)}

    def _group(
        self, row: RowMapping, settings: Settings, mapped: dict[int, MappingStatus]
    ) -> JobGroup:
        ended = {status: row[status.value] for status in _COUNTED if row[status.value]}
        other = row["runs"] - sum(ended.values())
        return JobGroup(
            job_id=row["job_id"],
            job=row["job"] or "",
            customer_id=row["customer_id"],
            customer=row["customer"] or "",
            software=row["software"] or "",
            worst=status_of_severity(row["worst"]),
            ended=ended | ({RunStatus.OTHER: other} if other else {}),
            last_run_at=from_their_clock(row["last_run_at"], storage_zone(settings)),
            newest_id=row["newest_id"],
            mapping_status=mapped.get(row["customer_id"], MappingStatus.MISSING),
        )
