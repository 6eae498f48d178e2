"""A small world for the tests of this room: sample data, enabled settings, drafts, events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import NullPool, create_engine, text

from bcautotask_gui.database.engine import open_database
from bcautotask_gui.database.tables import build
from bcautotask_gui.database.times import Moment
from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.runs import RunQuery, RunView
from bcautotask_gui.domain.settings import Environment, EnvironmentSettings
from bcautotask_gui.domain.tickets import Choice, Marker, Ticket, TicketDraft
from bcautotask_gui.sandbox.sample import write_sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.settings import Settings

NOW = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
PRODUCTION, SANDBOX = Environment.PRODUCTION, Environment.SANDBOX
HERE = Instance("instance-1", "profile-1", "desk-1")
THERE = Instance("instance-2", "profile-2", "desk-2")


def fill_with_sample(url: str) -> None:
    """Sample data, our tables, and the integration enabled for Production."""
    write_sample(url, now=NOW, runs=600)
    database = open_database(url, may_migrate=True)
    try:
        database.settings.save(
            enabled(database.settings.read()), event(Act.SETTINGS_SAVED, "settings")
        )
    finally:
        database.close()


def enabled(settings: Settings) -> Settings:
    environments = {
        PRODUCTION: EnvironmentSettings("api@example.com", database_id=4711),
        SANDBOX: EnvironmentSettings("test@example.com", database_id=4712),
    }
    return replace(settings, enabled=True, environment=PRODUCTION, environments=environments)


def event(act: Act = Act.TICKET_CLAIMED, subject: str = "run 1", **more: str) -> AuditEvent:
    return AuditEvent(act, more.pop("operator", "anna"), "desk-1", "c0ffee", subject, **more)


def sql(url: str, statement: str, **values: Any) -> Sequence[Any]:
    """Runs one statement as somebody else would, past the stores."""
    address = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(address, poolclass=NullPool)
    with engine.begin() as connection:
        result = connection.execute(text(statement), values)
        return result.all() if result.returns_rows else []


def insert_ours(url: str, table: str, **values: Any) -> None:
    """Adds a row to a table of ours past the stores; what is not given is empty, 0 or false."""
    address = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(address, poolclass=NullPool)
    target = getattr(build(engine.dialect.name), table)
    for column in target.columns:
        if not column.nullable and not column.primary_key:
            values.setdefault(column.name, _nothing(column.type))
    with engine.begin() as connection:
        connection.execute(target.insert().values(values))


def _nothing(type_: Any) -> Any:
    kind = type_.python_type if not isinstance(type_, Moment) else datetime
    return NOW if kind is datetime else kind()


def ours(url: str, table: str) -> str:
    """The full name of one of our tables."""
    return f"bcautotask_{table}" if url.startswith("sqlite") else f"bcautotask.{table}"


def mapped_runs(database: Database) -> list[int]:
    """Runs that need a ticket and whose customer has a usable company, newest first."""
    wanted = RunQuery(PRODUCTION, view=RunView.NEEDS_TICKET)
    rows = database.runs.rows(database.runs.order(wanted), PRODUCTION)
    return [row.id for row in rows if row.mapping_status.allows_tickets]


def draft_of(
    database: Database, run_id: int, environment: Environment = PRODUCTION, **changes: Any
) -> TicketDraft:
    """What a preview of this run would hand to the claim."""
    settings = database.settings.read()
    facts = database.runs.facts(run_id, environment)
    run, mapping = facts.run, facts.mapping
    draft = TicketDraft(
        environment=environment,
        database_id=settings.environments[environment].database_id,
        settings_version=settings.version,
        run_id=run_id,
        run_digest=run.digest,
        run_at=run.run_at,
        mapping_version=mapping.version if mapping else 0,
        company_id=mapping.company_id if mapping else None,
        company_name=mapping.company_name if mapping else "",
        customer=run.customer,
        title=f"[Backupchecks] {run.customer} - {run.job} - {run.status_text}",
        description="text",
        queue=Choice(1, "Monitoring"),
        source=Choice(8, "Monitoring Alert"),
        status=Choice(1, "New"),
        priority=Choice(2, "Medium"),
        due_at=NOW,
        marker=Marker(database.settings.workspace_id()[:6], environment, run.fingerprint, run_id),
    )
    return replace(draft, **changes)


def ticket(ticket_id: int, number: str = "T20260312.0001", **more: Any) -> Ticket:
    fields: dict[str, Any] = {"title": "a title", "company_id": 1, "status": 1, **more}
    return Ticket(ticket_id, number, **fields)
