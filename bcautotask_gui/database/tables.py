"""Our own tables: a schema of their own on PostgreSQL, a prefix on SQLite."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)

from bcautotask_gui.database.times import Moment

SCHEMA = "bcautotask"
BIG = BigInteger().with_variant(Integer, "sqlite")
# what this application reads and writes; a database says which level may write to it
LEVEL = 2
# who may write to what this application prepares: a level only adds, so older ones may, too
OLDEST_WRITER = 1


@dataclass(frozen=True)
class Tables:
    """The tables for one engine."""

    metadata: MetaData
    workspace: Table
    settings: Table
    reference_data: Table
    mapping: Table
    claim: Table
    ticket_link: Table
    ticket_snapshot: Table
    second_ticket: Table
    resolution: Table
    resolution_step: Table
    call_budget: Table
    call_count: Table
    instance: Table
    audit: Table
    naming: Table


def schema_of(dialect: str) -> str | None:
    """The schema of our tables, or None where a prefix stands for it."""
    return SCHEMA if dialect == "postgresql" else None


def name_of(table: str, dialect: str) -> str:
    """The name of one of our tables on this engine."""
    return table if dialect == "postgresql" else f"{SCHEMA}_{table}"


def build(dialect: str) -> Tables:
    """The tables as they are at the newest level.

    Args:
        dialect: "postgresql" or "sqlite".
    """
    metadata = MetaData(
        schema=schema_of(dialect),
        naming_convention={"pk": "%(table_name)s_pkey", "ck": "%(table_name)s_%(constraint_name)s"},
    )
    makers = (
        _workspace, _settings, _reference_data, _mapping, _claim, _ticket_link, _ticket_snapshot,
        _second_ticket, _resolution, _resolution_step, _call_budget, _call_count, _instance, _audit,
        _naming,
    )  # fmt: skip
    made = {}
    for make in makers:
        name = make.__name__.removeprefix("_")
        made[name] = Table(name_of(name, dialect), metadata, *make())
    return Tables(metadata=metadata, **made)


_Parts = tuple[Column[object] | Index | CheckConstraint, ...]


def _required(name: str, type_: object = Text) -> Column[object]:
    return Column(name, type_, nullable=False)  # type: ignore[arg-type]


def _optional(name: str, type_: object = Text) -> Column[object]:
    return Column(name, type_, nullable=True)  # type: ignore[arg-type]


def _key(name: str, type_: object = BIG) -> Column[object]:
    return Column(name, type_, primary_key=True)  # type: ignore[arg-type]


def _unique(name: str, *columns: str, where: str = "") -> Index:
    condition = text(where) if where else None
    return Index(
        f"{SCHEMA}_{name}_key",
        *columns,
        unique=True,
        postgresql_where=condition,
        sqlite_where=condition,
    )


def _environment() -> Column[object]:
    return _required("environment")


def _known_environment() -> CheckConstraint:
    return CheckConstraint("environment IN ('sandbox', 'production')", "environment_known")


def _workspace() -> _Parts:
    return (
        Column("place", Integer, primary_key=True, autoincrement=False),
        _required("id"),
        _required("created_at", Moment),
        _required("level", Integer),
        _required("oldest_writer", Integer),
        CheckConstraint("place = 1", "one_row"),
    )


def _settings() -> _Parts:
    return (
        Column("version", BIG, primary_key=True, autoincrement=False),
        _required("document"),
        _required("saved_by"),
        _required("saved_at", Moment),
    )


def _reference_data() -> _Parts:
    return (
        _key("environment", Text),
        _required("document"),
        _required("read_at", Moment),
        _known_environment(),
    )


def _mapping() -> _Parts:
    return (
        _key("id"),
        _required("psa_type"),
        _environment(),
        _required("customer_id", BIG),
        # none where a person cleared the mapping: the row then remembers what was set aside
        _optional("company_id", BIG),
        _required("company_name"),
        _required("status"),
        _required("former_name"),
        _required("invalid_because"),
        _required("version", BIG),
        _optional("synced_at", Moment),
        _required("changed_by"),
        _required("changed_at", Moment),
        # their company at the moment of clearing, which no longer counts
        _optional("set_aside", BIG),
        _optional("mirrored_company", BIG),
        _required("mirror_pending", Boolean),
        _required("mirror_note"),
        _unique("mapping_customer", "psa_type", "environment", "customer_id"),
        _unique("mapping_company", "psa_type", "environment", "company_id"),
        _known_environment(),
    )


def _claim() -> _Parts:
    return (
        _key("id"),
        _environment(),
        _required("run_id", BIG),
        _required("company_id", BIG),
        _required("workspace"),
        _required("fingerprint"),
        _required("stem"),
        _required("title"),
        _required("state"),
        _required("token"),
        _required("version", BIG),
        _required("operator"),
        _required("workstation"),
        _required("instance"),
        _required("profile"),
        _required("created_at", Moment),
        _required("changed_at", Moment),
        _optional("run_at", Moment),
        _optional("sending_at", Moment),
        _optional("ticket_id", BIG),
        _required("reason"),
        _required("valid_looks", Integer),
        _optional("last_valid_look", Moment),
        _required("offered"),
        _required("rejected"),
        _unique("claim_run", "environment", "run_id", where="state <> 'released'"),
        _unique("claim_report", "environment", "company_id", "stem", where="state <> 'released'"),
        _unique("claim_ticket", "environment", "ticket_id", where="state = 'created'"),
        _known_environment(),
    )


def _ticket_link() -> _Parts:
    return (
        _key("id"),
        # none for a number typed by hand, which counts in each
        _optional("environment"),
        _required("run_id", BIG),
        _optional("ticket_id", BIG),
        _required("number"),
        _required("origin"),
        _required("operator"),
        _required("created_at", Moment),
        _optional("unlinked_at", Moment),
        _required("unlinked_by"),
        _required("unlink_reason"),
        # we wrote it into an empty column over there, so unlinking empties that again
        _required("is_mirrored", Boolean),
        _required("mirror_pending", Boolean),
        _required("mirror_note"),
        _unique("link_run", "environment", "run_id", where="unlinked_at IS NULL"),
        # NULLs differ from each other in a unique index, so numbers by hand have their own
        _unique("link_manual", "run_id", where="unlinked_at IS NULL AND environment IS NULL"),
        Index(f"{SCHEMA}_link_ticket", "environment", "ticket_id"),
        _known_environment(),
    )


def _ticket_snapshot() -> _Parts:
    return (
        _key("environment", Text),
        Column("ticket_id", BIG, primary_key=True, autoincrement=False),
        _required("number"),
        _required("title"),
        _required("company_id", BIG),
        _required("status", BIG),
        _required("status_label"),
        _required("is_complete", Boolean),
        _required("is_deleted", Boolean),
        _required("is_reopened", Boolean),
        _optional("has_time_entries", Boolean),
        _required("read_at", Moment),
        _known_environment(),
    )


def _second_ticket() -> _Parts:
    return (
        _key("id"),
        _environment(),
        _required("run_id", BIG),
        _required("ticket_id", BIG),
        _required("claim_id", BIG),
        _required("number"),
        _required("is_ours", Boolean),
        _required("why"),
        _required("operator"),
        _required("seen_at", Moment),
        _unique("second_ticket", "environment", "run_id", "ticket_id"),
        _known_environment(),
    )


def _resolution() -> _Parts:
    return (
        _key("id"),
        _environment(),
        _required("run_id", BIG),
        _required("ticket_id", BIG),
        _required("number"),
        _required("settings_version", BIG),
        _required("purpose"),
        _required("text"),
        _required("note_type", BIG),
        _required("publish", BIG),
        _optional("completed_status", BIG),
        _required("newest", BIG),
        _required("state"),
        _required("reason"),
        _required("token"),
        _required("version", BIG),
        _required("operator"),
        _required("workstation"),
        _required("instance"),
        _required("profile"),
        _required("created_at", Moment),
        _required("changed_at", Moment),
        # how the notes stood before ours; none until they were read
        _optional("highest_note", BIG),
        _optional("control_note", BIG),
        _optional("author", BIG),
        _unique("resolution_ticket", "environment", "ticket_id", where="state = 'open'"),
        Index(f"{SCHEMA}_resolution_of_ticket", "environment", "ticket_id"),
        _known_environment(),
    )


def _resolution_step() -> _Parts:
    return (
        _key("id"),
        _required("resolution_id", BIG),
        _required("number", Integer),
        _required("kind"),
        _required("state"),
        _optional("value", BIG),
        _required("detail"),
        _required("recorded_at", Moment),
        _optional("sending_at", Moment),
        _required("valid_looks", Integer),
        _optional("last_valid_look", Moment),
        _unique("resolution_step", "resolution_id", "number"),
    )


def _call_budget() -> _Parts:
    return (
        _key("environment", Text),
        _required("allowed", BIG),
        _required("by_others", BIG),
        _required("settled_at", Moment),
        _known_environment(),
    )


def _call_count() -> _Parts:
    return (
        _key("environment", Text),
        Column("minute", BIG, primary_key=True, autoincrement=False),
        _required("calls", BIG),
        _known_environment(),
    )


def _instance() -> _Parts:
    return (
        _key("id", Text),
        _required("profile"),
        _required("workstation"),
        _required("operator"),
        _required("started_at", Moment),
        _required("beat_at", Moment),
        _optional("ended_at", Moment),
    )


def _audit() -> _Parts:
    return (
        _key("id"),
        _required("at", Moment),
        _required("act"),
        _required("operator"),
        _required("workstation"),
        _required("correlation"),
        _required("subject"),
        _required("before"),
        _required("after"),
        _required("environment"),
        # who the server says it was; a file has nobody to ask
        _required("session_role"),
        # each entry carries the hash of the one before, so that a gap shows
        _optional("previous_hash"),
        _optional("hash"),
        Index(f"{SCHEMA}_audit_subject", "subject"),
    )


def _naming() -> _Parts:
    return (
        Column("version", BIG, primary_key=True, autoincrement=False),
        _required("document"),
        _required("saved_by"),
        _required("saved_at", Moment),
    )
