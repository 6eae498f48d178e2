"""The last results of a job in words: how many of each, since when, and what went wrong."""

from collections.abc import Sequence
from datetime import datetime

from bcautotask_gui.domain.runs import RunResult, RunStatus
from bcautotask_gui.ui.run_checks.cells import STATUS_BADGES
from bcautotask_gui.ui.run_checks.words import row_moment, translate
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.strip_delegate import strip_words

_MOST_LINES = 12
_WELL = (RunStatus.SUCCESS, RunStatus.OVERRIDE)


def bars(results: Sequence[RunResult]) -> tuple[Badge, ...]:
    """What the strip paints."""
    return tuple(STATUS_BADGES[each.status] for each in results)


def results_words(results: Sequence[RunResult], now: datetime) -> str:
    """Counts, the span of time, then every result that was no success, newest first.

    Args:
        results: oldest first.
        now: the time in the zone of the operator.
    """
    if not results:
        return ""
    lines = [strip_words(bars(results)), _span(results, now)]
    wrong = [each for each in reversed(results) if each.status not in _WELL]
    lines += [_line(each, now) for each in wrong[:_MOST_LINES]]
    if len(wrong) > _MOST_LINES:
        more = translate("LastRuns", "and {n} more that were no success")
        lines.append(more.format(n=len(wrong) - _MOST_LINES))
    return "\n".join(filter(None, lines))


def result_day(result: RunResult, now: datetime) -> str:
    """`Today`, `Yesterday` or `25 Oct`: short, for under a bar; empty where nobody knows."""
    if result.run_at is None:
        return ""
    return row_moment(result.run_at, now).rpartition(" ")[0]


def _span(results: Sequence[RunResult], now: datetime) -> str:
    times = [each.run_at for each in results if each.run_at is not None]
    if not times:
        return ""
    words = translate("LastRuns", "From {first} to {last}")
    return words.format(first=row_moment(times[0], now), last=row_moment(times[-1], now))


def _line(result: RunResult, now: datetime) -> str:
    when = row_moment(result.run_at, now) if result.run_at else translate("LastRuns", "unknown")
    return translate("LastRuns", "{when}: {result}").format(
        when=when, result=badge_word(STATUS_BADGES[result.status])
    )
