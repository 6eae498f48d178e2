"""Signing in: who works here, under which role, and how soon after a failure it may be tried."""

from threading import Lock

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Operator, SignInWay
from bcautotask_gui.domain.ports import Clock, UserStore

LONGEST_WAIT = 60.0
"""Seconds; reached after seven failures in a row."""
_COUNTS = (Kind.SIGN_IN, Kind.SIGN_IN_INACTIVE, Kind.SIGN_IN_NO_ROLE)


class SignInService:
    """Asks the database who somebody is; each failure doubles the wait before the next attempt."""

    def __init__(self, users: UserStore, workstation: str, clock: Clock) -> None:
        self._users = users
        self._workstation = workstation
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._not_before = clock.monotonic()

    def way(self) -> SignInWay:
        """How people are known on this database.

        Raises:
            Failure: what kept the database from answering.
        """
        return self._users.way()

    def database_user(self) -> Operator:
        """Who works here where no password is asked for.

        Raises:
            Failure: what kept the database from answering.
        """
        return self._users.database_user(self._workstation)

    def sign_in(self, name: str, password: str) -> Operator:
        """The person that a name and a password belong to, under the highest of their roles.

        One attempt at a time is looked at; no password is kept.

        Args:
            name: as in the web application.
            password: as it was typed.

        Raises:
            Failure: SIGN_IN_WAIT where the last failure is too fresh, or why it was not accepted.
        """
        with self._lock:
            left = self.wait_seconds()
            if left > 0:
                raise Failure(Kind.SIGN_IN_WAIT, seconds=round(left + 0.5))
            try:
                operator = self._users.verify(name.strip(), password, self._workstation)
            except Failure as failure:
                if failure.kind in _COUNTS:
                    self._count()
                raise
            self._failures = 0
            return operator

    def wait_seconds(self) -> float:
        """How long until the next attempt is looked at; 0 where it is at once."""
        return max(0.0, self._not_before - self._clock.monotonic())

    def _count(self) -> None:
        self._failures += 1
        wait = min(2.0 ** (self._failures - 1), LONGEST_WAIT)
        self._not_before = self._clock.monotonic() + wait
