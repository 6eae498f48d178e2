"""The columns of the Jobs table: one line per job with the runs that a view holds of it."""

from collections.abc import Iterator, Mapping

from bcautotask_gui.domain.job_groups import GroupSort, JobGroup
from bcautotask_gui.domain.runs import RunResult, RunStatus
from bcautotask_gui.ui.run_checks.cells import MAPPING_BADGES, NONE, STATUS_BADGES
from bcautotask_gui.ui.run_checks.last_runs import bars, results_words
from bcautotask_gui.ui.run_checks.words import (
    Now,
    long_moment,
    longest_row_moment,
    row_moment,
    translate,
)
from bcautotask_gui.ui.shared.badges import LOOKS, badge_word
from bcautotask_gui.ui.shared.column import Align, BadgeCell, Column, Part, StripCell
from bcautotask_gui.ui.shared.strip_delegate import strip_words

_WORST_FIRST = (
    RunStatus.FAILED,
    RunStatus.WARNING,
    RunStatus.MISSED,
    RunStatus.OTHER,
    RunStatus.OVERRIDE,
    RunStatus.SUCCESS,
)
_QUIET = (RunStatus.OVERRIDE, RunStatus.SUCCESS)

Strips = Mapping[int, tuple[RunResult, ...]]


def job_columns(now: Now, strips: Strips) -> tuple[Column, ...]:
    """The columns in their order.

    Args:
        now: the time in the zone of the operator.
        strips: the last results of each job; looked at whenever a row is painted.
    """
    return (
        Column(
            "worst",
            translate("JobColumns", "Worst"),
            lambda group: badge_word(STATUS_BADGES[group.worst]),
            sort_key=GroupSort.STATUS,
            look=lambda group: BadgeCell(STATUS_BADGES[group.worst]),
            width=97,
            hideable=False,
        ),
        Column(
            "customer",
            translate("JobColumns", "Customer"),
            lambda group: group.customer,
            sort_key=GroupSort.CUSTOMER,
            weight=500,
            muted=_is_quiet,
            width=220,
            stretch=True,
            hideable=False,
        ),
        Column(
            "job",
            translate("JobColumns", "Job"),
            lambda group: group.job,
            sort_key=GroupSort.JOB,
            muted=_is_quiet,
            width=200,
            stretch=True,
            hideable=False,
        ),
        Column(
            "software",
            translate("JobColumns", "Software"),
            lambda group: group.software,
            sort_key=GroupSort.SOFTWARE,
            quiet=True,
            width=110,
            narrow_rank=2,
        ),
        Column(
            "runs",
            translate("JobColumns", "Runs"),
            lambda group: str(group.runs),
            sort_key=GroupSort.RUNS,
            native=lambda group: group.runs,
            align=Align.RIGHT,
            weight=500,
            tabular=True,
            width=64,
        ),
        Column(
            "ended",
            translate("JobColumns", "Results"),
            ended_words,
            look=lambda group: tuple(_ended_parts(group)),
            width=230,
        ),
        Column(
            "run_at",
            translate("JobColumns", "Newest run"),
            lambda group: row_moment(group.last_run_at, now()) if group.last_run_at else NONE,
            sort_key=GroupSort.RUN_AT,
            native=lambda group: group.last_run_at,
            tabular=True,
            tooltip=lambda group: long_moment(group.last_run_at, now()),
            width=122,
            longest=(Part(longest_row_moment(now())),),
        ),
        Column(
            "strip",
            translate("JobColumns", "Last 30 runs"),
            lambda group: strip_words(bars(_results(group, strips))),
            look=lambda group: StripCell(bars(_results(group, strips))),
            tooltip=lambda group: results_words(_results(group, strips), now()),
            width=105,
            narrow_rank=1,
        ),
        Column(
            "mapping",
            translate("JobColumns", "Mapping"),
            lambda group: badge_word(MAPPING_BADGES[group.mapping_status]),
            look=lambda group: BadgeCell(MAPPING_BADGES[group.mapping_status]),
            width=100,
        ),
    )


def ended_words(group: JobGroup) -> str:
    """`2 failed, 1 success`: the worst first."""
    return ", ".join(_count_words(status, group.ended[status]) for status in _in_order(group))


def _ended_parts(group: JobGroup) -> Iterator[Part]:
    for place, status in enumerate(_in_order(group)):
        gap = "   " if place else ""
        token = "muted" if status in _QUIET else LOOKS[STATUS_BADGES[status]].text_token
        weight = 400 if status in _QUIET else 500
        yield Part(gap + _count_words(status, group.ended[status]), token, weight)


def _in_order(group: JobGroup) -> tuple[RunStatus, ...]:
    return tuple(status for status in _WORST_FIRST if group.ended.get(status))


def _count_words(status: RunStatus, n: int) -> str:
    one, many = translate("JobColumns", "{n} warning"), translate("JobColumns", "{n} warnings")
    return {
        RunStatus.FAILED: translate("JobColumns", "{n} failed"),
        RunStatus.WARNING: one if n == 1 else many,
        RunStatus.MISSED: translate("JobColumns", "{n} missed"),
        RunStatus.OTHER: translate("JobColumns", "{n} unknown"),
        RunStatus.OVERRIDE: translate("JobColumns", "{n} override"),
        RunStatus.SUCCESS: translate("JobColumns", "{n} success"),
    }[status].format(n=n)


def _results(group: JobGroup, strips: Strips) -> tuple[RunResult, ...]:
    return strips.get(group.job_id, ())


def _is_quiet(group: JobGroup) -> bool:
    """Nothing but successes needs no decision."""
    return group.worst in _QUIET
