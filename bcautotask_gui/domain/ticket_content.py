"""The text that a ticket gets: title and description, in English and in the team's time zone."""

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.runs import Run, RunObject
from bcautotask_gui.domain.sentences import recalled, say
from bcautotask_gui.domain.tickets import Marker

TITLE_LIMIT = 255
DESCRIPTION_LIMIT = 8000
# control characters, those that turn the reading direction, and two that XML cannot carry
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# a name that is longer is cut, so that the lines which must survive have room
NAME_LIMIT = 255
STATUS_LIMIT = 60
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()


def title(run: Run, prefix: str) -> str:
    """`<prefix> <Customer> - <Job> - <Status>`, cut to 255 characters with the status kept."""
    names = " - ".join(filter(None, map(_one_line, (run.customer, run.job))))
    status = cut(_one_line(run.status_text) or "Unknown", STATUS_LIMIT)
    head = _one_line(f"{prefix} {names}")
    tail = f" - {status}" if names else f" {status}"
    return (cut(head, TITLE_LIMIT - units(tail)) + tail).strip()


def description(
    run: Run, *, time_zone: str, object_limit: int, link: str, operator: str, marker: Marker
) -> str:
    """The description: what ran when, what went wrong, and lines that survive every cut.

    With an overall remark the affected objects are listed by name only, without one with their
    messages; at most `object_limit` of them, then how many more there are.
    """
    backup = (run.software, run.backup_type)
    head = "\n".join(
        (
            f"Run: {long_date(run.run_at, time_zone)}",
            f"Backup: {', '.join(filter(None, map(_name, backup))) or 'unknown'}",
            f"Job: {_name(run.job) or 'unknown'}",
        )
    )
    tail = f"Job details: {_one_line(link)}\nCreated by {_name(operator)}\nReference: {marker}"
    body = _findings(run, object_limit)
    if not body:
        return f"{head}\n\n{tail}"
    room = DESCRIPTION_LIMIT - units(head) - units(tail) - 4
    return f"{head}\n\n{cut(body, room)}\n\n{tail}"


def job_link(base_url: str, job_path: str, job_id: int) -> str:
    """The address of the Job Details page; a base address may have a path of its own."""
    path = job_path.replace("{job_id}", str(job_id))
    return f"{base_url.strip().rstrip('/')}/{path.lstrip('/')}"


def long_date(moment: datetime | None, time_zone: str) -> str:
    """`Monday 23 November 2026, 06:12 (Europe/Amsterdam)`, English whatever the locale."""
    if moment is None:
        return say("time unknown")
    local = moment.astimezone(ZoneInfo(time_zone))
    return say(
        "{weekday} {day} {month} {year}, {time} ({zone})",
        weekday=recalled(DAYS[local.weekday()]),
        day=local.day,
        month=recalled(MONTHS[local.month - 1]),
        year=local.year,
        time=f"{local:%H:%M}",
        zone=time_zone,
    )


def plain_date(moment: datetime, time_zone: str) -> str:
    """`23 November 2026`, English whatever the locale."""
    local = moment.astimezone(ZoneInfo(time_zone))
    month = recalled(MONTHS[local.month - 1])
    return say("{day} {month} {year}", day=local.day, month=month, year=local.year)


def _findings(run: Run, limit: int) -> str:
    affected = run.affected
    remark = _plain(run.remark).strip()
    parts = [f"Remark: {remark}"] if remark else []
    if affected:
        parts.append("\n".join(_object_lines(affected, limit, by_name_only=bool(remark))))
    if remark and len(affected) > 1:
        parts.append("Several objects reported problems. See Backupchecks for the details.")
    return "\n\n".join(parts)


def _object_lines(affected: Sequence[RunObject], limit: int, *, by_name_only: bool) -> list[str]:
    lines = []
    limit = max(limit, 0)
    for each in affected[:limit]:
        message = "" if by_name_only else _one_line(each.message)
        lines.append(f"- {_one_line(each.name)}" + (f": {message}" if message else ""))
    more = len(affected) - limit
    if more > 0:
        lines.append(f"And {more} more objects reported problems.")
    return lines


def units(text: str) -> int:
    """The length as Autotask counts it: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text shortened to the limit, ended by an ellipsis.

    Never splits a character; drops a word rather than keep only its first half.
    """
    if units(text) <= limit:
        return text
    if limit < 1:
        return ""
    kept = _first_units(text, limit - 1)
    start = max(kept.rfind(" "), kept.rfind("\n")) + 1
    word = text[start:].split(maxsplit=1)[0] if text[start:].strip() else ""
    is_first_half = len(kept) - start <= len(word) / 2
    if is_first_half and start > len(kept) / 2:  # one endless word is cut where it must be
        kept = kept[:start]
    return kept.rstrip() + "…"


def _first_units(text: str, limit: int) -> str:
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * limit]
    return encoded.decode("utf-16-le", "ignore")


def _name(text: str) -> str:
    return cut(_one_line(text), NAME_LIMIT)


def _one_line(text: str) -> str:
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """The text without control characters and lone surrogates; line ends are kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _UNPRINTABLE.sub(" ", text)
    return re.sub(r"[\ud800-\udfff]", "�", text)
