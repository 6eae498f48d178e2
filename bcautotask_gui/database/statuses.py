"""The statuses of runs and objects in SQL, by the same rules as in the domain."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, not_, or_, true

from bcautotask_gui.database.backupchecks import TheirTable
from bcautotask_gui.domain.runs import RunStatus, run_status

# each spelling that counts, under the status that the domain gives it
_SPELLED = ("success", "warning", "failed", "error", "missed", "success (override)")
_SPELLINGS = {
    status: tuple(each for each in _SPELLED if run_status(each) is status) for status in RunStatus
}
# best first, so that the newest-first of people, descending, shows the worst on top
_SEVERITY = (
    RunStatus.SUCCESS,
    RunStatus.OVERRIDE,
    RunStatus.OTHER,
    RunStatus.MISSED,
    RunStatus.WARNING,
    RunStatus.FAILED,
)


def spelled(column: ColumnElement[str]) -> ColumnElement[str]:
    """A status as it is compared."""
    return func.lower(func.trim(column))


def is_one_of(runs: TheirTable, statuses: frozenset[RunStatus]) -> ColumnElement[bool]:
    """Whether a run ended with one of these statuses; OTHER is not among what can be asked."""
    texts = [text for status in RunStatus if status in statuses for text in _SPELLINGS[status]]
    by_text = spelled(runs["status"]).in_(texts)
    chosen = and_(not_(_flag(runs, "missed")), by_text)
    if RunStatus.MISSED in statuses:
        chosen = or_(_flag(runs, "missed"), by_text)
    chosen = and_(not_(_flag(runs, "override_applied")), chosen)
    if RunStatus.OVERRIDE in statuses:
        chosen = or_(_flag(runs, "override_applied"), chosen)
    return chosen


def severity(runs: TheirTable) -> ColumnElement[int]:
    """A number to sort by: the worse, the higher."""
    whens: list[tuple[Any, int]] = [
        (_flag(runs, "override_applied"), _SEVERITY.index(RunStatus.OVERRIDE)),
        (_flag(runs, "missed"), _SEVERITY.index(RunStatus.MISSED)),
    ]
    for at, status in enumerate(_SEVERITY):
        if _SPELLINGS[status]:
            whens.append((spelled(runs["status"]).in_(_SPELLINGS[status]), at))
    return case(*whens, else_=_SEVERITY.index(RunStatus.OTHER))


def status_of_severity(number: int) -> RunStatus:
    """The status that `severity` gave this number."""
    return _SEVERITY[number]


def ended_well(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether an object's status is a success; nothing said is none."""
    good = _SPELLINGS[RunStatus.SUCCESS] + _SPELLINGS[RunStatus.OVERRIDE]
    return func.coalesce(spelled(column), "").in_(good)


def _flag(runs: TheirTable, word: str) -> ColumnElement[bool]:
    # not coalesce: a planner that knows how often a column is true must be able to use it
    return runs[word].is_(true()) if runs.has(word) else false()
