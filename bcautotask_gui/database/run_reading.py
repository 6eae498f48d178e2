"""One run with all that a ticket may tell of it: its objects and its mail."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, FromClause, RowMapping, func, select

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.objects import ObjectReader
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.runs import Mail, Run, RunStatus, run_status

_AS_IT_LIES = ZoneInfo("UTC")


@dataclass(frozen=True)
class RunReader:
    """Reads on a connection at hand."""

    ground: Ground

    def run(self, connection: Connection, run_id: int, zone: ZoneInfo) -> Run | None:
        """The run, or None where it is no longer there.

        Args:
            connection: the connection at hand.
            run_id: the serial id.
            zone: the zone in which Backupchecks stores its times.
        """
        columns, source = run_columns(self.ground)
        runs = self.ground.theirs["runs"]
        chosen = select(*columns).select_from(source).where(runs["id"] == run_id)
        row = connection.execute(chosen).mappings().first()
        if row is None:
            return None
        mail = self._mail(connection, row["mail_id"], zone)
        return Run(
            id=row["id"],
            customer_id=row["customer_id"],
            customer=row["customer"] or "",
            job_id=row["job_id"],
            job=row["job"] or "",
            software=row["software"] or "",
            backup_type=row["backup_type"] or "",
            status=status_of(row),
            status_text=row["status"] or "",
            run_at=from_their_clock(row["run_at"], zone),
            stored_at=from_their_clock(row["run_at"], _AS_IT_LIES),
            remark=row["remark"] or "",
            sender=(mail.sender if mail else "") or row["source_type"] or "",
            external_id=row["external_id"] or "",
            is_reviewed=row["reviewed_at"] is not None,
            objects=ObjectReader(self.ground).of_run(connection, run_id, row["mail_id"]),
            mail=mail,
        )

    def _mail(self, connection: Connection, mail_id: int | None, zone: ZoneInfo) -> Mail | None:
        if mail_id is None or not self.ground.theirs.has("mails"):
            return None
        mails = self.ground.theirs["mails"]
        words = ("from_address", "subject", "text_body", "html_body", "received_at")
        chosen = select(*(mails[word].label(word) for word in words)).where(mails["id"] == mail_id)
        row = connection.execute(chosen).mappings().first()
        if row is None:
            return None
        return Mail(
            sender=row["from_address"] or "",
            subject=row["subject"] or "",
            received_at=from_their_clock(row["received_at"], zone),
            text=row["text_body"] or "",
            html=row["html_body"] or "",
        )


def run_columns(ground: Ground) -> tuple[list[Any], FromClause]:
    """What every reader of runs selects, and from where.

    Raises:
        Failure: TABLE_MISSING without runs, jobs or customers.
    """
    runs, jobs, customers = (ground.theirs[word] for word in ("runs", "jobs", "customers"))
    own = (
        "id", "job_id", "run_at", "status", "mail_id", "remark", "missed", "override_applied",
        "source_type", "external_id", "reviewed_at",
    )  # fmt: skip
    columns = [runs[word].label(word) for word in own]
    columns += [
        jobs["name"].label("job"),
        jobs["software"].label("software"),
        jobs["type"].label("backup_type"),
        func.coalesce(customers["id"], 0).label("customer_id"),
        customers["name"].label("customer"),
    ]
    # a job may have lost its customer; its runs are shown all the same
    source = runs.source.outerjoin(jobs.source, jobs["id"] == runs["job_id"])
    return columns, source.outerjoin(customers.source, customers["id"] == jobs["customer_id"])


def status_of(row: RowMapping) -> RunStatus:
    """The status of a row that holds `run_columns`."""
    return run_status(
        row["status"], missed=bool(row["missed"]), overridden=bool(row["override_applied"])
    )
