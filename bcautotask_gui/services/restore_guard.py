"""Notices a restored database, and lets nothing be sent for a while after that."""

from collections.abc import Callable
from datetime import datetime
from threading import Lock

from bcautotask_gui.domain.claim_rules import RESTORE_WAIT
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import SendMemory, TicketStore


def refuse_after_restore(memory: SendMemory, now: Callable[[], datetime]) -> None:
    """Nothing is sent within ten minutes after a restored database was noticed.

    Args:
        memory: what this profile remembers outside the database.
        now: tells the time of the database; asked only where one was noticed.

    Raises:
        Failure: RESTORED.
    """
    noticed = memory.restored_at()
    until = noticed + RESTORE_WAIT if noticed else None
    if until and now() < until:
        raise Failure(Kind.RESTORED, until=f"{until:%H:%M} UTC")


class RestoreGuard:
    """Compares what this profile saw being sent, by anybody, with what the database holds."""

    def __init__(self, tickets: TicketStore, memory: SendMemory) -> None:
        self._tickets = tickets
        self._memory = memory
        self._lock = Lock()

    def notice(self) -> bool:
        """Compares this profile's memory with the database; one that holds less was restored.

        Returns:
            Whether a restored database was noticed just now.
        """
        # in this order: a claim that is sent in between must not look like a restore
        remembered = self._memory.last_sending()
        newest = self._tickets.newest_sent()
        if newest >= remembered:
            self.remember(newest)
            return False
        self._memory.remember_restored(self._tickets.now())
        self._memory.remember_sending(newest)
        return True

    def refuse(self) -> None:
        """Looks, and refuses where a restored database was noticed lately.

        Raises:
            Failure: RESTORED.
        """
        self.notice()
        refuse_after_restore(self._memory, self._tickets.now)

    def remember(self, claim_id: int) -> None:
        """Keeps that this claim is being sent, before its request goes out."""
        with self._lock:  # of two creates at once the older claim may come last
            if claim_id > self._memory.last_sending():
                self._memory.remember_sending(claim_id)
