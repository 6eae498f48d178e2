"""The fields of a draft as lines of the preview: label, name, id; broken ones marked."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.tickets import Choice, TicketDraft
from bcautotask_gui.ui.shared.facts import Fact
from bcautotask_gui.ui.shared.moments import moment_text

translate = QCoreApplication.translate

_CHANGED = ("queue", "priority")


def draft_facts(
    draft: TicketDraft, now: datetime, *, is_changing: bool = False
) -> tuple[Fact, ...]:
    """The lines in the order of the preview.

    Args:
        draft: what would be sent.
        now: the time in the zone of the operator.
        is_changing: what can be changed stands in fields of its own and is left out.
    """
    broken = {block.field for block in draft.blocks}
    chosen: tuple[tuple[str, str, Choice | None], ...] = (
        ("queue", translate("CreateFields", "Queue"), draft.queue),
        ("source", translate("CreateFields", "Source"), draft.source),
        ("status", translate("CreateFields", "Status"), draft.status),
        ("priority", translate("CreateFields", "Priority"), draft.priority),
    )
    optional = (
        ("category", translate("CreateFields", "Category"), draft.category),
        ("issue_type", translate("CreateFields", "Issue type"), draft.issue_type),
        ("sub_issue_type", translate("CreateFields", "Sub-issue type"), draft.sub_issue_type),
        ("work_type", translate("CreateFields", "Work type"), draft.work_type),
        ("contact", translate("CreateFields", "Contact"), draft.contact),
        ("contract", translate("CreateFields", "Contract"), draft.contract),
    )
    chosen += tuple(each for each in optional if each[2])
    left_out = _CHANGED if is_changing else ()
    due = Fact(
        translate("CreateFields", "Due"),
        moment_text(draft.due_at, now),
        f"UTC {draft.due_at.astimezone(UTC):%H:%M}",
    )
    return (
        _company(draft, is_broken="company" in broken),
        *(
            _line(label, choice, is_broken=name in broken)
            for name, label, choice in chosen
            if name not in left_out
        ),
        *(() if is_changing else (due,)),
        Fact(translate("CreateFields", "External ID"), str(draft.marker)),
    )


def run_moment(moment: datetime, now: datetime, time_zone: str) -> str:
    """The operator's time, with its zone where the description tells another time.

    Args:
        moment: when the run was.
        now: the time in the zone of the operator.
        time_zone: the zone of the description by its IANA name, or empty before it is known.
    """
    text = moment_text(moment, now, inside=True)
    here = moment.astimezone(now.tzinfo)
    there = moment.astimezone(ZoneInfo(time_zone)) if time_zone else here
    if here.utcoffset() == there.utcoffset():
        return text
    return f"{text} ({here.tzname()})"


def _company(draft: TicketDraft, *, is_broken: bool) -> Fact:
    label = translate("CreateFields", "Company")
    if draft.company_id is None:
        return Fact(label, translate("CreateFields", "Not mapped"), broken=is_broken)
    return Fact(label, draft.company_name, str(draft.company_id), broken=is_broken)


def _line(label: str, choice: Choice | None, *, is_broken: bool) -> Fact:
    if choice is None:
        return Fact(label, translate("CreateFields", "Not chosen"), broken=is_broken)
    name = choice.label
    if is_broken:
        name = translate("CreateFields", "{name}, not offered").format(name=name)
    return Fact(label, name, str(choice.id), broken=is_broken)
