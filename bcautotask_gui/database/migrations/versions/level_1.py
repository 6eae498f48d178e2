"""Level 1: every table that the application begins with."""

import sqlalchemy as sa

from bcautotask_gui.database.migrations.names import BIG, MOMENT, append_only, chained, index, make

revision = "level_1"
down_revision = None
branch_labels = None
depends_on = None


def _column(name, type_=sa.Text, *, null=False):
    return sa.Column(name, type_, nullable=null)


def _key(name, type_=BIG, *, counts=True):
    return sa.Column(name, type_, primary_key=True, autoincrement="auto" if counts else False)


def _environment_known():
    return sa.CheckConstraint("environment IN ('sandbox', 'production')", "environment_known")


def upgrade():
    _shared()
    _mappings()
    _claims()
    _tickets()
    _resolutions()
    _calls_and_instances()
    _audit()


def _shared():
    make(
        "workspace",
        _key("place", sa.Integer, counts=False),
        _column("id"),
        _column("created_at", MOMENT),
        _column("level", sa.Integer),
        _column("oldest_writer", sa.Integer),
        sa.CheckConstraint("place = 1", "one_row"),
    )
    make(
        "settings",
        _key("version", counts=False),
        _column("document"),
        _column("saved_by"),
        _column("saved_at", MOMENT),
    )
    make(
        "reference_data",
        _key("environment", sa.Text),
        _column("document"),
        _column("read_at", MOMENT),
        _environment_known(),
    )


def _mappings():
    make(
        "mapping",
        _key("id"),
        _column("psa_type"),
        _column("environment"),
        _column("customer_id", BIG),
        _column("company_id", BIG, null=True),
        _column("company_name"),
        _column("status"),
        _column("former_name"),
        _column("invalid_because"),
        _column("version", BIG),
        _column("synced_at", MOMENT, null=True),
        _column("changed_by"),
        _column("changed_at", MOMENT),
        _column("set_aside", BIG, null=True),
        _column("mirrored_company", BIG, null=True),
        _column("mirror_pending", sa.Boolean),
        _column("mirror_note"),
        _environment_known(),
    )
    for name in ("customer", "company"):
        columns = ("psa_type", "environment", f"{name}_id")
        index(f"mapping_{name}_key", "mapping", columns, unique=True)


def _claims():
    make(
        "claim",
        _key("id"),
        _column("environment"),
        _column("run_id", BIG),
        _column("company_id", BIG),
        *(_column(name) for name in ("workspace", "fingerprint", "stem", "title", "state")),
        _column("token"),
        _column("version", BIG),
        *(_column(name) for name in ("operator", "workstation", "instance", "profile")),
        _column("created_at", MOMENT),
        _column("changed_at", MOMENT),
        _column("run_at", MOMENT, null=True),
        _column("sending_at", MOMENT, null=True),
        _column("ticket_id", BIG, null=True),
        _column("reason"),
        _column("valid_looks", sa.Integer),
        _column("last_valid_look", MOMENT, null=True),
        _column("offered"),
        _column("rejected"),
        _environment_known(),
    )
    held = "state <> 'released'"
    index("claim_run_key", "claim", ("environment", "run_id"), unique=True, where=held)
    report = ("environment", "company_id", "stem")
    index("claim_report_key", "claim", report, unique=True, where=held)
    ticket = ("environment", "ticket_id")
    index("claim_ticket_key", "claim", ticket, unique=True, where="state = 'created'")


def _tickets():
    make(
        "ticket_link",
        _key("id"),
        _column("environment", null=True),
        _column("run_id", BIG),
        _column("ticket_id", BIG, null=True),
        _column("number"),
        _column("origin"),
        _column("operator"),
        _column("created_at", MOMENT),
        _column("unlinked_at", MOMENT, null=True),
        _column("unlinked_by"),
        _column("unlink_reason"),
        _column("is_mirrored", sa.Boolean),
        _column("mirror_pending", sa.Boolean),
        _column("mirror_note"),
        _environment_known(),
    )
    counts = "unlinked_at IS NULL"
    index("link_run_key", "ticket_link", ("environment", "run_id"), unique=True, where=counts)
    by_hand = f"{counts} AND environment IS NULL"
    index("link_manual_key", "ticket_link", ("run_id",), unique=True, where=by_hand)
    index("link_ticket", "ticket_link", ("environment", "ticket_id"))
    make(
        "ticket_snapshot",
        _key("environment", sa.Text),
        _key("ticket_id", counts=False),
        _column("number"),
        _column("title"),
        _column("company_id", BIG),
        _column("status", BIG),
        _column("status_label"),
        _column("is_complete", sa.Boolean),
        _column("is_deleted", sa.Boolean),
        _column("is_reopened", sa.Boolean),
        _column("has_time_entries", sa.Boolean, null=True),
        _column("read_at", MOMENT),
        _environment_known(),
    )
    make(
        "second_ticket",
        _key("id"),
        _column("environment"),
        _column("run_id", BIG),
        _column("ticket_id", BIG),
        _column("claim_id", BIG),
        _column("number"),
        _column("is_ours", sa.Boolean),
        _column("why"),
        _column("operator"),
        _column("seen_at", MOMENT),
        _environment_known(),
    )
    second = ("environment", "run_id", "ticket_id")
    index("second_ticket_key", "second_ticket", second, unique=True)


def _resolutions():
    make(
        "resolution",
        _key("id"),
        _column("environment"),
        *(_column(name, BIG) for name in ("run_id", "ticket_id")),
        _column("number"),
        _column("settings_version", BIG),
        *(_column(name) for name in ("purpose", "text")),
        *(_column(name, BIG) for name in ("note_type", "publish")),
        _column("completed_status", BIG, null=True),
        _column("newest", BIG),
        *(_column(name) for name in ("state", "reason", "token")),
        _column("version", BIG),
        *(_column(name) for name in ("operator", "workstation", "instance", "profile")),
        *(_column(name, MOMENT) for name in ("created_at", "changed_at")),
        *(_column(name, BIG, null=True) for name in ("highest_note", "control_note", "author")),
        _environment_known(),
    )
    ticket = ("environment", "ticket_id")
    index("resolution_ticket_key", "resolution", ticket, unique=True, where="state = 'open'")
    index("resolution_of_ticket", "resolution", ticket)
    make(
        "resolution_step",
        _key("id"),
        _column("resolution_id", BIG),
        _column("number", sa.Integer),
        *(_column(name) for name in ("kind", "state")),
        _column("value", BIG, null=True),
        _column("detail"),
        _column("recorded_at", MOMENT),
        _column("sending_at", MOMENT, null=True),
        _column("valid_looks", sa.Integer),
        _column("last_valid_look", MOMENT, null=True),
    )
    index("resolution_step_key", "resolution_step", ("resolution_id", "number"), unique=True)


def _calls_and_instances():
    make(
        "call_budget",
        _key("environment", sa.Text),
        _column("allowed", BIG),
        _column("by_others", BIG),
        _column("settled_at", MOMENT),
        _environment_known(),
    )
    make(
        "call_count",
        _key("environment", sa.Text),
        _key("minute", counts=False),
        _column("calls", BIG),
        _environment_known(),
    )
    make(
        "instance",
        _key("id", sa.Text),
        *(_column(name) for name in ("profile", "workstation", "operator")),
        _column("started_at", MOMENT),
        _column("beat_at", MOMENT),
        _column("ended_at", MOMENT, null=True),
    )


def _audit():
    make(
        "audit",
        _key("id"),
        _column("at", MOMENT),
        *(_column(name) for name in ("act", "operator", "workstation", "correlation", "subject")),
        *(_column(name) for name in ("before", "after", "environment", "session_role")),
        _column("previous_hash", null=True),
        _column("hash", null=True),
    )
    index("audit_subject", "audit", ("subject",))
    append_only("audit")
    chained("audit")
