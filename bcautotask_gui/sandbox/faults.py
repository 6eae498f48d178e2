"""Rules by which the local Autotask misbehaves on purpose, each for a number of calls."""

from dataclasses import dataclass, field
from enum import StrEnum, auto
from fnmatch import fnmatchcase
from threading import Event, Lock

from bcautotask_gui.sandbox.tables import Tables
from bcautotask_gui.sandbox.tenant import Tenant


class FaultKind(StrEnum):
    """What goes wrong."""

    CUT = auto()
    """The connection is reset without an answer."""
    CUT_BODY = auto()
    """The answer's headers and half of its body arrive, then the connection ends."""
    CUT_JSON = auto()
    """A complete answer whose JSON breaks off in the middle."""
    DELAY = auto()
    """A signed call is held back, and keeps its place among those that run at once."""
    TOO_MANY = auto()
    """429 with `retry_after` where given; `status` 500 hides it in a 500."""
    ERROR = auto()
    """`status` with an `errors` list where errors are given, else with an empty body."""
    PAGE = auto()
    """`status` with a web page, as a gateway answers."""
    UNAUTHORISED = auto()
    """401 with an empty body."""
    REDIRECT = auto()
    """`status` with `location`."""
    STALE = auto()
    """A read answers from the state at the moment in which the rule was added."""
    NOT_STICKING = auto()
    """An update answers success, and the named `fields` are as before."""
    NO_ID = auto()
    """A write is executed and answers success without an id."""


USUAL_STATUS = {
    FaultKind.TOO_MANY: 429,
    FaultKind.ERROR: 500,
    FaultKind.PAGE: 502,
    FaultKind.REDIRECT: 307,
}


@dataclass(frozen=True)
class Fault:
    """One rule.

    Attributes:
        kind: what goes wrong.
        method: the verb that it strikes, `*` for any.
        path: a pattern for the path below `V1.0/`, such as `Tickets/*/Notes`.
        times: how many matching calls it strikes.
        skip: how many matching calls it lets pass first.
        after: strike after the call was executed instead of before.
        seconds: how long a DELAY holds the call back, unless it is let go before.
        status: the status of the answer, 0 for the usual one of the kind.
        errors: the sentences of an ERROR.
        retry_after: the `Retry-After` of a TOO_MANY, none where empty.
        location: where a REDIRECT leads.
        fields: what an update does not keep, by the names on the wire.
    """

    kind: FaultKind
    method: str = "*"
    path: str = "*"
    times: int = 1
    skip: int = 0
    after: bool = False
    seconds: float = 0.0
    status: int = 0
    errors: tuple[str, ...] = ()
    retry_after: str = ""
    location: str = ""
    fields: tuple[str, ...] = ("status",)

    @property
    def answer_status(self) -> int:
        """The status that it answers with."""
        return self.status or USUAL_STATUS.get(self.kind, 200)

    def matches(self, method: str, path: str) -> bool:
        """Whether a call is of the kind that it strikes."""
        return self.method in ("*", method) and fnmatchcase(path, self.path)


@dataclass
class Armed:
    """A rule in force: how many calls it still skips and strikes, and the state it remembers."""

    fault: Fault
    skip: int
    left: int
    remembered: Tables | None = field(default=None, repr=False)


class Faults:
    """The rules in force; the oldest one that matches strikes."""

    def __init__(self, tenant: Tenant) -> None:
        self._tenant = tenant
        self._armed: list[Armed] = []
        self._lock = Lock()
        self._let_go = Event()

    def add(self, fault: Fault) -> None:
        """Put a rule in force."""
        self._let_go.clear()
        armed = Armed(fault, fault.skip, fault.times)
        if fault.kind is FaultKind.STALE:
            with self._tenant.lock:
                armed.remembered = self._tenant.tables.snapshot()
        with self._lock:
            self._armed.append(armed)

    def clear(self) -> None:
        """Lift all rules."""
        with self._lock:
            self._armed.clear()

    def hold(self, seconds: float) -> None:
        """Hold a call back, until it is let go at the latest."""
        self._let_go.wait(seconds)

    def let_go(self) -> None:
        """Lift all rules, and let the calls go on that are held back."""
        self.clear()
        self._let_go.set()

    @property
    def left(self) -> int:
        """How many strikes are still to come."""
        with self._lock:
            return sum(armed.left for armed in self._armed)

    def take(self, method: str, path: str) -> Armed | None:
        """The rule that strikes this call, if any; it has struck once more."""
        with self._lock:
            for armed in self._armed:
                if not armed.left or not armed.fault.matches(method, path):
                    continue
                if armed.skip:
                    armed.skip -= 1
                    continue
                armed.left -= 1
                return armed
        return None
