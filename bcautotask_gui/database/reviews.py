"""The review columns of Backupchecks: the two that are written over there, and nothing else."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from bcautotask_gui.database.audit import append
from bcautotask_gui.database.backupchecks import TheirTable
from bcautotask_gui.database.ground import Ground, settings_in_force, storage_zone
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.audit import AuditEvent
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reviews import Review
from bcautotask_gui.domain.sentences import say


class ReviewStore:
    """Marks and unmarks in one transaction with the trail."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._connections = ground.connections

    def reason_against(self) -> str:
        """Why runs cannot be marked as reviewed in this database; empty where they can."""
        theirs = self._ground.theirs
        if not theirs.has("runs") or not theirs["runs"].has("reviewed_at"):
            return say("This Backupchecks database has no column for reviews.")
        if not theirs["runs"].can_write("reviewed_at"):
            return say("This database user may not mark runs as reviewed. Ask for the grant.")
        return ""

    def mark(self, run_ids: Collection[int], event: AuditEvent) -> Review:
        """Marks those of the runs that are not reviewed yet, with an entry for each.

        Raises:
            Failure: BLOCKED where this database does not allow it.
        """
        runs = self._runs()
        return self._mark(self._ground.among(runs["id"], run_ids), event)

    def mark_job(self, job_id: int, up_to: int, event: AuditEvent) -> Review:
        """Marks a job's runs up to this id; one that came in later was not seen.

        Raises:
            Failure: BLOCKED where this database does not allow it.
        """
        runs = self._runs()
        return self._mark((runs["job_id"] == job_id) & (runs["id"] <= up_to), event)

    def take_back(self, review: Review, event: AuditEvent) -> int:
        """Takes back what this very review marked and nobody changed since.

        Returns:
            How many runs are not reviewed any more.

        Raises:
            Failure: BLOCKED where this database does not allow it.
        """
        runs = self._runs()
        marked = [self._ground.among(runs["id"], review.run_ids), runs["reviewed_at"] == review.at]
        if review.by is not None:
            marked.append(runs["reviewed_by"] == review.by)
        nothing: dict[str, Any] = {runs.live_name("reviewed_at"): None}
        if runs.can_write("reviewed_by"):
            nothing[runs.live_name("reviewed_by")] = None
        with self._connections.writing() as connection:
            return len(self._write(connection, marked, nothing, event))

    def _mark(self, which: ColumnElement[bool], event: AuditEvent) -> Review:
        runs = self._runs()
        with self._connections.writing() as connection:
            at, by = self._now(connection), self._account(connection, event.operator)
            values: dict[str, Any] = {runs.live_name("reviewed_at"): at}
            if by is not None:
                values[runs.live_name("reviewed_by")] = by
            unmarked = [which, runs["reviewed_at"].is_(None)]
            return Review(self._write(connection, unmarked, values, event), at, by)

    def _write(
        self,
        connection: Connection,
        which: list[ColumnElement[bool]],
        values: dict[str, Any],
        event: AuditEvent,
    ) -> tuple[int, ...]:
        runs = self._runs()
        statement = update(runs.source).where(*which).values(values).returning(runs["id"])
        changed = tuple(sorted(connection.execute(statement).scalars()))
        for run_id in changed:
            append(connection, self._ground.tables, replace(event, subject=f"run {run_id}"))
        return changed

    def _runs(self) -> TheirTable:
        reason = self.reason_against()
        if reason:
            raise Failure(Kind.BLOCKED, reason=reason)
        return self._ground.theirs["runs"]

    def _now(self, connection: Connection) -> datetime:
        """Whole seconds: a stamp is found again whatever precision the column keeps."""
        now = connection.execute(select(database_time())).scalar_one().replace(microsecond=0)
        settings = settings_in_force(connection, self._ground.tables)
        return self._runs().stored("reviewed_at", now, storage_zone(settings))

    def _account(self, connection: Connection, operator: str) -> int | None:
        """The operator's account over there; None where nobody could tell or it may not be kept."""
        theirs = self._ground.theirs
        if not theirs["runs"].can_write("reviewed_by") or not theirs.has("users"):
            return None
        users = theirs["users"]
        chosen = select(users["id"]).where(users["username"] == operator)
        return connection.execute(chosen).scalar()
