"""The rows about tickets and remarks that Backupchecks keeps itself, and their links to runs."""

from collections.abc import Iterator
from datetime import timedelta

from bcautotask_gui.sandbox.cast_tickets import COMPLETE, TICKETS, CastTicket
from bcautotask_gui.sandbox.sample_plan import FIRST_CUSTOMER, FIRST_JOB, Plan
from bcautotask_gui.sandbox.sample_store import Row, Store

_OPENED = 7 * 60 + 15
_OWN_JOB = ("Hollins Vets", "HV01 Daily")
_OWN_CODE = "BC-0142"
_OWN_DAYS = 3


def write_tickets(store: Store, plan: Plan) -> None:
    """Fill `tickets`, `ticket_scopes`, `ticket_job_runs`, `remarks` and their links.

    One ticket is Backupchecks' own: its code is unknown to Autotask.
    """
    carried = [each for each in TICKETS if _job_id(plan, each.customer, each.job)]
    codes = {ticket.id: at for at, ticket in enumerate(carried, start=1)}
    own = _job_id(plan, *_OWN_JOB)
    rows = [_ticket_row(plan, codes[each.id], each) for each in carried]
    scopes = [(codes[t.id], _job_id(plan, t.customer, t.job)) for t in carried]
    links = list(_links(plan, codes))
    if own:
        rows.append(_own_row(plan, len(codes) + 1))
        scopes.append((len(codes) + 1, own))
        links.extend(_own_links(plan, len(codes) + 1, own))
    store.insert(
        "tickets",
        ("id", "ticket_code", "description", "active_from_date", "start_date", "resolved_at"),
        rows,
    )
    store.insert(
        "ticket_scopes", ("ticket_id", "job_id", "scope_type"), [(*s, "job") for s in scopes]
    )
    store.insert("ticket_job_runs", ("ticket_id", "job_run_id", "linked_at", "link_source"), links)
    _write_remarks(store, plan)


def _job_id(plan: Plan, customer: str, name: str) -> int | None:
    for at, job in enumerate(plan.jobs):
        if (plan.customers[job.customer].name, job.name) == (customer, name):
            return FIRST_JOB + at
    return None


def _ticket_row(plan: Plan, row_id: int, ticket: CastTicket) -> Row:
    day = ticket.opened_on(plan.morning)
    opened = plan.time(_OPENED, day)
    resolved = opened + timedelta(days=1) if ticket.state == COMPLETE else None
    return (row_id, ticket.number(plan.morning), ticket.title, day, opened, resolved)


def _own_row(plan: Plan, row_id: int) -> Row:
    day = plan.morning - timedelta(days=_OWN_DAYS)
    return (row_id, _OWN_CODE, "Disk on order at the supplier.", day, plan.time(_OPENED, day), None)


def _links(plan: Plan, codes: dict[int, int]) -> Iterator[Row]:
    for at, run in enumerate(plan.runs):
        if ticket := plan.ticket_of(run):
            yield (codes[ticket.id], plan.first_run + at, run.at, "autotask")


def _own_links(plan: Plan, row_id: int, job_id: int) -> Iterator[Row]:
    since = plan.time(0) - timedelta(days=_OWN_DAYS)
    for at, run in enumerate(plan.runs):
        if FIRST_JOB + run.job == job_id and run.at >= since:
            yield (row_id, plan.first_run + at, run.at, "scope")


def _write_remarks(store: Store, plan: Plan) -> None:
    """One remark on the job that runs on overrides, linked to each of its runs."""
    excused = [at for at, job in enumerate(plan.jobs) if "O" in job.recent][:1]
    if not excused:
        return
    start = plan.time(0) - timedelta(days=120)
    customer_id = FIRST_CUSTOMER + plan.jobs[excused[0]].customer
    body = "Gedeelde mailbox zonder toestemming; afgesproken met de klant."
    store.insert(
        "remarks",
        ("id", "body", "active_from_date", "start_date"),
        [(1, body, start.date(), start)],
    )
    store.insert(
        "remark_scopes",
        ("remark_id", "scope_type", "customer_id", "job_id"),
        [(1, "job", customer_id, FIRST_JOB + excused[0])],
    )
    store.insert(
        "remark_job_runs",
        ("remark_id", "job_run_id", "linked_at", "link_source"),
        [
            (1, plan.first_run + at, run.at, "scope")
            for at, run in enumerate(plan.runs)
            if run.job == excused[0]
        ],
    )
