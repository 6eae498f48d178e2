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
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Autotask
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.services.access import AutotaskAccess

# what the application does with each kind of record: query, create, update
NEEDED = {
    "Companies": Access(query=True, create=False, update=False),
    "Tickets": Access(query=True, create=True, update=True),
    "TicketNotes": Access(query=True, create=True, update=False),
    "TimeEntries": Access(query=True, create=False, update=False),
}
_TITLES = {
    "zone": "Zone found",
    "user": "User and secret accepted",
    "Companies": "Companies",
    "Tickets": "Tickets",
    "TicketNotes": "Ticket notes",
    "TimeEntries": "Time entries",
    "reference": "Ticket fields and picklists",
}


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
        """Whether every line passed."""
        return all(check.state is CheckState.PASSED for check in self.checks)


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
            Failure: DISABLED, SECRET_MISSING.
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
        len(_TITLES),
        f"Testing the connection to {form.environment.label}",
        tuple(Check(key, title, CheckState.TO_COME) for key, title in _TITLES.items()),
    )
    for key in _TITLES:
        report = _marked(report, key, CheckState.RUNNING)
        yield report
        report = _answered(report, key, autotask)
        report = replace(report, done=report.done + 1)
        failed = report.checks[report.done - 1].state is CheckState.FAILED
        if failed and key in ("zone", "user"):
            break
    yield report
    return report


def _answered(report: ConnectionReport, key: str, autotask: Autotask) -> ConnectionReport:
    steps: dict[str, Callable[[], ConnectionReport]] = {
        "zone": lambda: _zone(report, autotask.zone()),
        "user": lambda: _user(report, autotask.calls_used()),
        "reference": lambda: _reference(report, autotask.reference_data()),
    }
    try:
        if key in steps:
            return steps[key]()
        return _rights(report, key, autotask.access(key))
    except Failure as failure:
        remedy = failure.advice
        return _marked(report, key, CheckState.FAILED, failure.happened, remedy)


def _zone(report: ConnectionReport, zone: Zone) -> ConnectionReport:
    value = f"{zone.name} · database id (ci) {zone.database_id}"
    return _marked(replace(report, zone=zone), "zone", CheckState.PASSED, value)


def _user(report: ConnectionReport, calls: CallsUsed) -> ConnectionReport:
    value = f"{calls.used:,} of {calls.allowed:,} calls used this hour"
    return _marked(replace(report, calls=calls), "user", CheckState.PASSED, value)


def _reference(report: ConnectionReport, reference: ReferenceData) -> ConnectionReport:
    values = sum(len(each) for each in reference.picklists.values())
    passed = _marked(report, "reference", CheckState.PASSED, f"{values} values")
    return replace(passed, reference=reference)


def _rights(report: ConnectionReport, entity: str, has: Access) -> ConnectionReport:
    report = replace(report, rights={**report.rights, entity: has})
    needed = NEEDED[entity]
    missing = [act for act, need in vars(needed).items() if need and not getattr(has, act)]
    if not missing:
        used = ", ".join(act for act, need in vars(needed).items() if need)
        return _marked(report, entity, CheckState.PASSED, used)
    failure = Failure(Kind.PERMISSION, text=f"{', '.join(missing)} {_TITLES[entity].lower()}")
    return _marked(
        report, entity, CheckState.FAILED, f"may not {', '.join(missing)}", failure.advice
    )


def _marked(
    report: ConnectionReport, key: str, state: CheckState, value: str = "", remedy: str = ""
) -> ConnectionReport:
    checks = tuple(
        replace(check, state=state, value=value, remedy=remedy) if check.key == key else check
        for check in report.checks
    )
    return replace(report, checks=checks)
