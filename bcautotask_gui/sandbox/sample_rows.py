"""The rows about who and what: accounts, customers, jobs, overrides, settings."""

from collections.abc import Iterator
from datetime import timedelta

from bcautotask_gui.sandbox.cast import COMPANIES, CastCustomer
from bcautotask_gui.sandbox.sample_people import USERS, password_hash
from bcautotask_gui.sandbox.sample_plan import FIRST_CUSTOMER, FIRST_JOB, Plan
from bcautotask_gui.sandbox.sample_store import Row, Store

_UNMAPPED = {
    "Praxis Dr. Lindner", "Transportbedrijf Smit", "Zahnarztpraxis Dr. Köhler",
    "Fietsenwinkel Oost",
    "Hollins Vets", "Metzgerei Wagner", "St Mary’s Surgery", "Wijnhandel Bakker",  # noqa: RUF001
    "Elmbridge Parish Office",
}  # fmt: skip
_RENAMED = {"Harrow & Finch Solicitors", "Notariskantoor Visser & Bos"}
_GONE = {"Zuivelboerderij Hoeve": (29683438, "Hoeve Zuivel")}
_SYNCED = 6 * 60 + 40
_COMPANIES = {each.id: each for each in COMPANIES}


def write_people(store: Store, plan: Plan) -> None:
    """Fill `users` and `customers`."""
    born = plan.time(0) - timedelta(days=400)
    store.insert(
        "users",
        ("id", "username", "email", "password_hash", "role", "created_at"),
        [
            (u.id, u.username, f"{u.username}@msp.example", password_hash(u), u.role, born)
            for u in USERS
        ],
    )
    store.insert(
        "customers",
        (
            "id", "name", "active", "autotask_company_id", "autotask_company_name",
            "autotask_mapping_status", "autotask_last_sync_at",
        ),
        (
            (FIRST_CUSTOMER + at, each.name, each.active, *_mapping(each, plan))
            for at, each in enumerate(plan.customers)
        ),
    )  # fmt: skip


def _mapping(customer: CastCustomer, plan: Plan) -> Row:
    """Company id, cached name, status and time of the last look of a customer's mapping."""
    synced = plan.time(_SYNCED)
    if customer.name in _GONE:
        return (*_GONE[customer.name], "invalid", synced)
    if customer.company_id is None or customer.name in _UNMAPPED:
        return (None, None, "missing", None)
    company = _COMPANIES[customer.company_id]
    status = "renamed" if customer.name in _RENAMED else "ok"
    return (company.id, company.name, status if company.is_active else "invalid", synced)


def write_jobs(store: Store, plan: Plan) -> None:
    """Fill `jobs` and `overrides`."""
    store.insert(
        "jobs",
        (
            "id", "customer_id", "from_address", "job_name", "backup_software", "backup_type",
            "cove_account_id", "active", "archived",
        ),
        _jobs(plan),
    )  # fmt: skip
    store.insert(
        "overrides",
        (
            "id", "level", "job_id", "backup_software", "match_error_contains",
            "match_error_mode", "start_at", "comment",
        ),
        _overrides(plan),
    )  # fmt: skip


def _jobs(plan: Plan) -> Iterator[Row]:
    for at, job in enumerate(plan.jobs):
        account = None if job.kind.sender else 2_410_000 + at
        yield (
            FIRST_JOB + at, FIRST_CUSTOMER + job.customer, job.kind.sender or None, job.name,
            job.kind.software, job.kind.type, account, True, False,
        )  # fmt: skip


def _overrides(plan: Plan) -> Iterator[Row]:
    since = plan.time(0) - timedelta(days=120)
    excused = [FIRST_JOB + at for at, job in enumerate(plan.jobs) if "O" in job.recent]
    yield (1, "global", None, "NAKIVO", "old snapshot", "contains", since, "Cleaned up weekly.")
    for at, job_id in enumerate(excused, start=2):
        yield (at, "object", job_id, "Synology", "consent", "contains", since, "Shared mailbox.")


def write_settings(store: Store, plan: Plan) -> None:
    """Fill `system_settings` with its one row, without any secret, and `audit_logs`."""
    row = {
        "id": 1,
        "ui_timezone": "Europe/Amsterdam",
        "require_daily_dashboard_visit": False,
        "cove_enabled": True,
        "cove_api_url": "https://cove.example/jsonapi",
        "cove_import_enabled": True,
        "cove_import_interval_minutes": 30,
        "cove_partner_id": 4711,
        "cove_last_import_at": plan.time(_SYNCED),
        "autotask_enabled": True,
        "autotask_environment": "sandbox",
        "autotask_api_username": "api.backupchecks@msp.example",
        "autotask_base_url": "https://backupchecks.msp.example",
        "autotask_default_queue_id": 29682833,
        "autotask_default_ticket_source_id": 8,
        "autotask_default_ticket_status": 1,
        "autotask_priority_warning": 2,
        "autotask_priority_error": 1,
    }
    store.insert("system_settings", tuple(row), [tuple(row.values())])
    store.insert(
        "audit_logs",
        ("id", "created_at", "user", "event_type", "message"),
        [
            (1, plan.time(_SYNCED), "m.peters", "autotask", "All mappings were refreshed."),
            (2, plan.time(_SYNCED + 5), "s.bakker", "login", "Signed in."),
        ],
    )
