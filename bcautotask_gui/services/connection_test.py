"""The connection test: one line after the other, each passed or failed with its remedy."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace

from bcautotask_gui.domain.connection import (
    Access,
    CallsUsed,
    Check,
    CheckState,
    Credentials,
    Zone,
)
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.ports import Autotask
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.connection_lines import (
    TITLES,
    completed_line,
    failed,
    line,
    non_billable_line,
    publish_line,
    reference_line,
    rights_line,
    user_line,
    zone_line,
)


@dataclass(frozen=True)
class ConnectionReport(Progress):
    """How far the test has come, with every line of it.

    Attributes:
        zone: where the user's tenant lives, once found.
        calls: calls used, once the credentials were accepted.
        rights: what the user may do, by kind of record, as far as it was read.
        reference: the picklists, once read.
    """

    checks: tuple[Check, ...] = ()
    zone: Zone | None = None
    calls: CallsUsed | None = None
    rights: Mapping[str, Access] = field(default_factory=dict)
    reference: ReferenceData | None = field(default=None, repr=False)

    @property
    def has_passed(self) -> bool:
        """Whether no line failed; one that a person should look at stops nothing."""
        fine = (CheckState.PASSED, CheckState.LOOK_HERE)
        return all(check.state in fine for check in self.checks)

    @property
    def to_look_at(self) -> int:
        """How many lines a person should look at."""
        return sum(check.state is CheckState.LOOK_HERE for check in self.checks)


class ConnectionTest:
    """Tests values that may not be saved yet; writes nothing to Autotask."""

    def __init__(self, access: AutotaskAccess) -> None:
        self._access = access

    def run(
        self, form: Settings, typed: Credentials | None
    ) -> Generator[ConnectionReport, None, ConnectionReport]:
        """Goes through the checks, stopping at the first without which none can follow.

        Args:
            form: the settings as in the form.
            typed: newly typed credentials, or None for those of the keyring.

        Yields:
            The whole list after each line.

        Raises:
            Failure: DISABLED, SECRET_MISSING, CREDENTIALS_AGAIN.
        """
        autotask = self._access.try_out(form, typed)
        try:
            return (yield from _checked(autotask, form))
        finally:
            autotask.close()


def _checked(
    autotask: Autotask, form: Settings
) -> Generator[ConnectionReport, None, ConnectionReport]:
    report = ConnectionReport(
        0,
        len(TITLES),
        say("Testing the connection to {environment}", environment=form.environment.label),
        tuple(line(key, CheckState.TO_COME) for key in TITLES),
    )
    for key in TITLES:
        report = _with_line(report, line(key, CheckState.RUNNING))
        yield report
        report = _answered(report, key, autotask, form)
        report = replace(report, done=report.done + 1)
        has_failed = report.checks[report.done - 1].state is CheckState.FAILED
        if has_failed and key in ("zone", "user"):
            break
    yield report
    return report


def _answered(
    report: ConnectionReport, key: str, autotask: Autotask, form: Settings
) -> ConnectionReport:
    steps: dict[str, Callable[[], ConnectionReport]] = {
        "zone": lambda: _zone(report, autotask.zone()),
        "user": lambda: _user(report, autotask.calls_used()),
        "version": lambda: _with_line(
            report, line("version", CheckState.PASSED, autotask.version())
        ),
        "non_billable": lambda: _with_line(
            report, non_billable_line(are_seen=autotask.sees_non_billable())
        ),
        "reference": lambda: _reference(report, autotask.reference_data()),
        "completed_status": lambda: _with_line(report, completed_line(form, report.reference)),
        "publish": lambda: _with_line(report, publish_line(form, report.reference)),
    }
    try:
        if key in steps:
            return steps[key]()
        return _rights(report, key, autotask.access(key))
    except Failure as failure:
        return _with_line(report, failed(key, failure))


def _zone(report: ConnectionReport, zone: Zone) -> ConnectionReport:
    return _with_line(replace(report, zone=zone), zone_line(zone))


def _user(report: ConnectionReport, calls: CallsUsed) -> ConnectionReport:
    return _with_line(replace(report, calls=calls), user_line(calls))


def _reference(report: ConnectionReport, reference: ReferenceData) -> ConnectionReport:
    return _with_line(replace(report, reference=reference), reference_line(reference))


def _rights(report: ConnectionReport, entity: str, has: Access) -> ConnectionReport:
    rights = {**report.rights, entity: has}
    return _with_line(replace(report, rights=rights), rights_line(entity, has))


def _with_line(report: ConnectionReport, new: Check) -> ConnectionReport:
    checks = tuple(new if check.key == new.key else check for check in report.checks)
    return replace(report, checks=checks)
