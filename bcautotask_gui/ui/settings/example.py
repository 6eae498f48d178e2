"""The worked example: the ticket that a made-up run would get with the values of the form."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bcautotask_gui.domain import ticket_content
from bcautotask_gui.domain.due_date import due_at
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.runs import Run, RunObject, RunStatus
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.ticket_rules import priority_choice
from bcautotask_gui.domain.tickets import Marker

_STATUSES = {
    "failed": (RunStatus.FAILED, "Failed"),
    "warning": (RunStatus.WARNING, "Warning"),
    "missed": (RunStatus.MISSED, "Missed"),
}


@dataclass(frozen=True)
class Named:
    """A picklist value as the ticket would get it; `is_offered` is False for a broken one."""

    label: str
    id: int | None
    is_offered: bool = True


@dataclass(frozen=True)
class Example:
    """A ticket that is never sent.

    Attributes:
        priority: None where such runs get no ticket.
        optional: what is chosen of the fields that may stay empty, by picklist.
        due: aware, in the zone of the team.
    """

    title: str
    description: str
    queue: Named
    source: Named
    status: Named
    priority: Named | None
    due: datetime
    optional: tuple[tuple[TicketField, Named], ...] = ()


def example_of(
    settings: Settings,
    reference: ReferenceData | None,
    kind: str,
    operator: str,
    now: datetime,
) -> Example:
    """The ticket that the made-up run of a kind would get.

    Args:
        settings: as in the form.
        reference: the picklists, or None where never read.
        kind: "failed", "warning" or "missed".
        operator: who creates it.
        now: aware.
    """
    run = made_up_run(kind, now)
    defaults = settings.current.defaults
    zone = _sound_zone(settings)
    link = ticket_content.job_link(settings.base_url, settings.job_path, run.job_id)
    marker = Marker("sample", settings.environment, run.fingerprint, run.id)
    return Example(
        title=ticket_content.title(run, settings.subject_prefix),
        description=ticket_content.description(
            run,
            time_zone=zone,
            object_limit=settings.object_errors,
            link=link,
            operator=operator,
            marker=marker,
        ),
        queue=named(reference, TicketField.QUEUE, defaults.queue),
        source=named(reference, TicketField.SOURCE, defaults.source),
        status=named(reference, TicketField.STATUS, defaults.status),
        priority=_priority(settings, reference, kind),
        due=due_at(defaults.due, now, zone).astimezone(ZoneInfo(zone)),
        optional=tuple(
            (which, named(reference, which, value)) for _name, which, value in defaults.optional
        ),
    )


def named(reference: ReferenceData | None, which: TicketField, value: int | None) -> Named:
    """A picklist value by its id, with Autotask's word as far as it is known."""
    known = reference.value(which, value) if reference else None
    label = known.label if known else ("" if value is None else str(value))
    is_gone = reference is not None and value is not None and not (known and known.is_active)
    return Named(label, value, not is_gone)


def made_up_run(kind: str, now: datetime) -> Run:
    """A run with two objects that went wrong; nobody's data."""
    status, word = _STATUSES[kind]
    at = now.astimezone(UTC).replace(hour=5, minute=12, second=0, microsecond=0)
    objects = () if kind == "missed" else _objects(status, word)
    return Run(
        id=48213,
        customer_id=1,
        customer="Van der Meer Logistics",
        job_id=1187,
        job="HV01 Daily",
        software="Veeam",
        backup_type="Backup Job",
        status=status,
        status_text=word,
        run_at=at if at < now else at - timedelta(days=1),
        remark="",
        sender="",
        external_id="",
        is_reviewed=False,
        objects=objects,
    )


def _objects(status: RunStatus, word: str) -> tuple[RunObject, ...]:
    snapshot = (
        "Failed to create snapshot (Microsoft Software Shadow Copy provider 1.0). "
        'VSS_E_WRITERERROR_TIMEOUT, writer "SqlServerWriter". Code 0x800423f2'
    )
    disk = "There is not enough space on the disk. Failed to write data to E:\\Backups\\HV01 Daily"
    return (
        RunObject("HV01", "VM", status, word, snapshot),
        RunObject("USB Disk", "Disk", status, word, disk),
    )


def _priority(settings: Settings, reference: ReferenceData | None, kind: str) -> Named | None:
    choice = priority_choice(_STATUSES[kind][0], settings.current.defaults)
    if choice.do_not_ticket:
        return None
    return named(reference, TicketField.PRIORITY, choice.priority)


def _sound_zone(settings: Settings) -> str:
    """The zone of the form, or UTC while it is none; the field says so itself."""
    try:
        ZoneInfo(settings.time_zone)
    except (KeyError, ValueError, OSError):
        return "UTC"
    return settings.time_zone
