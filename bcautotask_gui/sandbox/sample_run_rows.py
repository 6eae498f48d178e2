"""The rows about what happened: runs, their mails and the objects that they name."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from random import Random

from bcautotask_gui.sandbox.cast_tickets import DELETED, CastTicket
from bcautotask_gui.sandbox.sample_history import ZONE, PlannedRun
from bcautotask_gui.sandbox.sample_mails import mail
from bcautotask_gui.sandbox.sample_objects import OUTCOMES
from bcautotask_gui.sandbox.sample_people import user_id
from bcautotask_gui.sandbox.sample_plan import FIRST_CUSTOMER, FIRST_JOB, Plan
from bcautotask_gui.sandbox.sample_store import Row, Store

_REVIEWERS = ("j.devries", "s.bakker")
_OPENED = 7 * 60 + 15
_NOON = 12
_REMARKS = (
    "The repository could not be reached for 38 minutes; the job was ended by its time limit.",
    "Der Job wurde durch das Zeitlimit beendet. Bitte das Netz zum NAS prüfen.",
    "De licentie verloopt over 3 dagen.",
)
_REMARKED = {("Bouwbedrijf Dekker", "HV-BD-01 Daily"), ("Gemeente Oosterveen", "ESX02 nightly")}
_BY_CHANCE = 0.1


def write_runs(store: Store, plan: Plan) -> None:
    """Fill `mail_messages`, `mail_objects`, `job_runs`, `customer_objects`, `run_object_links`."""
    mails = _mail_ids(plan)
    store.insert(
        "mail_messages",
        (
            "id", "from_address", "subject", "text_body", "html_body", "received_at", "location",
            "job_id", "backup_software", "backup_type", "job_name", "overall_status", "parsed_at",
            "approved",
        ),
        _mails(plan, mails),
    )  # fmt: skip
    store.insert(
        "mail_objects",
        ("mail_message_id", "object_name", "object_type", "status", "error_message"),
        _mail_objects(plan, mails),
    )
    store.insert(
        "job_runs",
        (
            "id", "job_id", "mail_message_id", "run_at", "status", "remark", "missed",
            "override_applied", "source_type", "external_id", "reviewed_at",
            "reviewed_by_user_id", "autotask_ticket_id", "autotask_ticket_number",
            "autotask_ticket_created_at", "autotask_ticket_created_by_user_id",
            "autotask_ticket_deleted_at",
        ),
        _runs(plan, mails),
    )  # fmt: skip
    _write_run_objects(store, plan)


def _mail_ids(plan: Plan) -> dict[int, int]:
    """By run: the id of its mail; missed runs and those of an interface have none."""
    mailed = (
        at for at, run in enumerate(plan.runs)
        if run.letter != "M" and plan.jobs[run.job].kind.sender
    )  # fmt: skip
    return {at: number for number, at in enumerate(mailed, start=1)}


def _mails(plan: Plan, mails: dict[int, int]) -> Iterator[Row]:
    for at, mail_id in mails.items():
        run = plan.runs[at]
        job = plan.jobs[run.job]
        ended = run.at.replace(tzinfo=UTC).astimezone(ZONE)
        report = mail(plan.customers[job.customer].name, job, run.letter, ended, plan.reports[at])
        received = run.at + timedelta(minutes=1)
        yield (
            mail_id, job.kind.sender, report.subject, report.text, report.html, received,
            "processed", FIRST_JOB + run.job, job.kind.software, job.kind.type, job.name,
            OUTCOMES[run.letter], received + timedelta(minutes=4), True,
        )  # fmt: skip


def _mail_objects(plan: Plan, mails: dict[int, int]) -> Iterator[Row]:
    for at, mail_id in mails.items():
        object_type = plan.jobs[plan.runs[at].job].kind.object_type
        for each in plan.reports[at]:
            yield (mail_id, each.name, object_type, each.status, each.message or None)


def _runs(plan: Plan, mails: dict[int, int]) -> Iterator[Row]:
    rng = Random(plan.seed)
    for at, run in enumerate(plan.runs):
        by_interface = not plan.jobs[run.job].kind.sender
        yield (
            plan.first_run + at, FIRST_JOB + run.job, mails.get(at), run.at, OUTCOMES[run.letter],
            _remark(plan, run, rng), run.letter == "M", run.letter == "O",
            "cove_api" if by_interface else None,
            f"{2_410_000 + run.job}-{run.at:%Y%m%d%H%M}" if by_interface else None,
            *_review(plan, run, rng), *_ticket(plan, plan.ticket_of(run)),
        )  # fmt: skip


def _remark(plan: Plan, run: PlannedRun, rng: Random) -> str | None:
    job = plan.jobs[run.job]
    remarked = run.newest and (plan.customers[job.customer].name, job.name) in _REMARKED
    if remarked:
        return _REMARKS[0]
    bad = run.letter in "WFE" and not run.newest
    return rng.choice(_REMARKS) if bad and rng.random() < _BY_CHANCE else None


def _review(plan: Plan, run: PlannedRun, rng: Random) -> Row:
    """When a run was reviewed and by whom: in the first half of the morning after it."""
    if run.waits:
        return (None, None)
    local = run.at.replace(tzinfo=UTC).astimezone(ZONE)
    day = local.date() + timedelta(days=1 if local.hour >= _NOON else 0)
    minute = 6 * 60 + 20 + rng.randrange(38)
    return (plan.time(minute, day), user_id(rng.choice(_REVIEWERS)))


def _ticket(plan: Plan, ticket: CastTicket | None) -> Row:
    """The columns of the ticket that a run carries."""
    if ticket is None:
        return (None,) * 5
    opened = plan.time(_OPENED, ticket.opened_on(plan.morning))
    deleted = plan.time(_OPENED - 60) if ticket.state == DELETED else None
    number, by = ticket.number(plan.morning), user_id(ticket.opened_by)
    return (ticket.id, number, opened, by, deleted)


def _write_run_objects(store: Store, plan: Plan) -> None:
    """Objects of runs that came by an interface, each known to its customer once."""
    known: dict[tuple[int, str, str], int] = {}
    links: list[Row] = []
    for at, run in enumerate(plan.runs):
        job = plan.jobs[run.job]
        if job.kind.sender:
            continue
        for each in plan.reports[at]:
            key = (FIRST_CUSTOMER + job.customer, each.name, job.kind.object_type)
            object_id = known.setdefault(key, len(known) + 1)
            message = each.message or None
            links.append((plan.first_run + at, object_id, each.status, message, run.at))
    store.insert(
        "customer_objects",
        ("id", "customer_id", "object_name", "object_type"),
        ((object_id, *key) for key, object_id in known.items()),
    )
    store.insert(
        "run_object_links",
        ("run_id", "customer_object_id", "status", "error_message", "observed_at"),
        links,
    )
