"""How Run Checks says times, objects, sources and names."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from bcautotask_gui.domain.runs import RunObject, RunRow, RunStatus
from bcautotask_gui.domain.tickets import Origin
from bcautotask_gui.ui.shared.moments import moment_text

translate = QCoreApplication.translate

Now = Callable[[], datetime]
"""Tells the time, aware, in the operator's own zone."""

_NAMED = 3
_BREAK = "\u200b"
_PIECE = 18
"""So many characters of one word go on a line before it may be broken."""


def run_name(row: RunRow) -> str:
    """Customer and job, as sentences name a run."""
    return f"{row.customer} · {row.job}"


def runs_words(rows: Sequence[RunRow]) -> str:
    """Several runs by name: the first three jobs, and how many more."""
    names = list(dict.fromkeys(run_name(row) for row in rows))
    more = len(names) - _NAMED
    rest = translate("RunWords", " and {n} more").format(n=more) if more > 0 else ""
    return ", ".join(names[:_NAMED]) + rest


def long_moment(moment: datetime | None, now: datetime) -> str:
    """`Monday 23 November 2026, 06:12`."""
    if moment is None:
        return translate("RunWords", "Unknown")
    local = moment.astimezone(now.tzinfo)
    locale = QLocale()
    day = locale.dayName(local.isoweekday())
    month = locale.monthName(local.month)
    return f"{day} {local.day} {month} {local.year}, {local:%H:%M}"


def row_moment(moment: datetime, now: datetime) -> str:
    """`Today 06:12`, `Yesterday 22:10`, `20 Nov 06:12`, `20 Nov 2025 06:12`: short, for a row."""
    local = moment.astimezone(now.tzinfo)
    if local.date() >= now.date() - timedelta(days=1):
        return moment_text(moment, now)
    month = QLocale().monthName(local.month, QLocale.FormatType.ShortFormat)
    year = f" {local.year}" if local.year != now.year else ""
    return f"{local.day} {month}{year} {local:%H:%M}"


def longest_row_moment(now: datetime) -> str:
    """The longest that `row_moment` says of this year."""
    late = now.replace(hour=23, minute=59)
    return row_moment(late - timedelta(days=1), now)


def objects_words(objects: Iterable[RunObject]) -> str:
    """`2 failed, 1 warning, 11 success of 14`; empty without objects."""
    counts = Counter(each.status for each in objects)
    warnings = counts[RunStatus.WARNING]
    one, many = translate("RunWords", "{n} warning"), translate("RunWords", "{n} warnings")
    said = (
        (counts[RunStatus.FAILED], translate("RunWords", "{n} failed")),
        (warnings, one if warnings == 1 else many),
        (counts[RunStatus.MISSED], translate("RunWords", "{n} missed")),
        (counts[RunStatus.OTHER], translate("RunWords", "{n} unknown")),
        (
            counts[RunStatus.SUCCESS] + counts[RunStatus.OVERRIDE],
            translate("RunWords", "{n} success"),
        ),
    )
    if not counts:
        return ""
    parts = ", ".join(words.format(n=n) for n, words in said if n)
    whole = translate("RunWords", "{parts} of {total}")
    return whole.format(parts=parts, total=counts.total())


def origin_words(origin: Origin) -> str:
    """Where a ticket comes from."""
    return {
        Origin.CREATED: translate("RunWords", "Created here"),
        Origin.LINKED: translate("RunWords", "Linked here"),
        Origin.MANUAL: translate("RunWords", "Typed by hand"),
        Origin.WEB_APPLICATION: translate("RunWords", "Web application"),
    }[origin]


def breakable(text: str) -> str:
    """The text with places where a long path or code may be broken, which nobody sees."""
    return " ".join(_broken(word) for word in text.split(" "))


def unbroken(text: str) -> str:
    """The text without those places: a screen reader would read a word in pieces."""
    return text.replace(_BREAK, "")


def _broken(word: str) -> str:
    if len(word) <= _PIECE:
        return word
    return _BREAK.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
