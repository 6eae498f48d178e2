"""The audit log: read with filters, checked link by link, written to a file, remembered."""

from collections.abc import Generator
from dataclasses import dataclass

from bcautotask_gui.domain.audit import AuditEntry, AuditQuery
from bcautotask_gui.domain.audit_chain import ChainReport, Follower, Link
from bcautotask_gui.domain.audit_files import written
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import AuditLog, TrailMemory
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.files import write_whole

_PAGE = 1_000


@dataclass(frozen=True)
class AuditPage:
    """Some entries, and with the first ones everybody who can be filtered by."""

    entries: tuple[AuditEntry, ...]
    operators: tuple[str, ...]
    has_more: bool


class AuditService:
    """Reads only; entries are written with the acts themselves."""

    def __init__(self, log: AuditLog, memory: TrailMemory, actor: Actor) -> None:
        self._log = log
        self._memory = memory
        self._actor = actor

    def page(self, query: AuditQuery, limit: int, before_id: int | None = None) -> AuditPage:
        """Entries, the newest first.

        Args:
            query: which are wanted.
            limit: how many at most.
            before_id: only older ones than this, for the next page.

        Raises:
            Failure: NOT_ALLOWED, or what the database said.
        """
        self._actor.require(Permission.AUDIT)
        found = self._log.newest(limit + 1, before_id, query)
        operators = self._log.operators() if before_id is None else ()
        return AuditPage(found[:limit], operators, len(found) > limit)

    def verify(self) -> Generator[Progress, None, ChainReport]:
        """Follows the whole chain and compares it with what this computer remembers.

        Raises:
            Failure: NOT_ALLOWED, or what the database said.
        """
        self._actor.require(Permission.AUDIT)
        head = self._log.head()
        total, done = (head.id if head else 0), 0
        follower = Follower(self._memory.newest_entry())
        for page in self._log.chain():
            follower.follow(page)
            done += len(page)
            yield Progress(done, max(total, done), say("Entries checked"))
        report = follower.report()
        if report.is_whole and report.newest:
            self._memory.remember_entry(report.newest)
        return report

    def export(self, path: str, query: AuditQuery) -> Generator[Progress, None, int]:
        """Writes all wanted entries to a file for spreadsheets; a file in the way is replaced.

        Returns:
            How many entries the file holds.

        Raises:
            Failure: NOT_ALLOWED, BLOCKED where the file cannot be written, or what the database
                said.
        """
        self._actor.require(Permission.AUDIT)
        self._actor.require(Permission.EXPORT)
        entries: list[AuditEntry] = []
        while page := self._log.newest(_PAGE, entries[-1].id if entries else None, query):
            entries += page
            yield Progress(len(entries), None, say("Entries read"))
        write_whole(path, written(entries))
        return len(entries)


class TrailKeeper:
    """Keeps the newest entry outside the database, whoever is signed in."""

    def __init__(self, log: AuditLog, memory: TrailMemory) -> None:
        self._log = log
        self._memory = memory

    def remember(self) -> Link | None:
        """Keeps the newest entry for a later comparison.

        After somebody cut or changed the trail, the memory of what was there stays.

        Returns:
            What was remembered and no longer stands in the database, or None where all is well.

        Raises:
            Failure: what kept the database from answering.
        """
        known, head = self._memory.newest_entry(), self._log.head()
        if known is not None and self._log.link(known.id) != known:
            return known
        if head is not None and head != known:
            self._memory.remember_entry(head)
        return None
