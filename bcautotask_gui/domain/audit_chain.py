"""How the entries of the trail are tied together, and what following the chain can prove."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from bcautotask_gui.domain.sentences import say


@dataclass(frozen=True)
class ChainedEntry:
    """An entry as the chain sees it: texts as they are stored, whatever they mean.

    Attributes:
        id: counts from 1 without a gap.
        said: everything that is signed, in the order of `SIGNED`.
        previous_hash: the hash of the entry before; empty in the first.
        hash: its own.
    """

    id: int
    said: tuple[str, ...]
    previous_hash: str
    hash: str


@dataclass(frozen=True)
class Link:
    """One entry of the chain, as it is remembered outside the database."""

    id: int
    hash: str


@dataclass(frozen=True)
class Break:
    """A place where the chain does not hold.

    Attributes:
        entry_id: the first entry that is not as it should be.
        why: what is wrong there, as a sentence.
    """

    entry_id: int
    why: str


@dataclass(frozen=True)
class ChainReport:
    """What following the chain showed.

    Attributes:
        checked: how many entries were read.
        breaks: where the chain does not hold, the oldest first.
        newest: the last entry, to be remembered; None in an empty trail.
        remembered: the entry that this computer remembered and that was looked for, or None.
    """

    checked: int
    breaks: tuple[Break, ...]
    newest: Link | None
    remembered: Link | None

    @property
    def is_whole(self) -> bool:
        """Whether nothing speaks against the trail."""
        return not self.breaks

    @property
    def proves(self) -> str:
        """What is proven, in words for the person who asked."""
        if not self.is_whole:
            return say(
                "The trail was changed outside this application: {why}", why=self.breaks[0].why
            )
        said = say(
            "{checked:,} entries follow each other without a gap, and each still "
            "says what it said when it was written.",
            checked=self.checked,
        )
        if self.remembered is None:
            return say("{said} This computer had nothing remembered to compare with.", said=said)
        return say(
            "{said} Entry {id:,}, which this computer remembers, is among them.",
            said=said,
            id=self.remembered.id,
        )

    @property
    def cannot_prove(self) -> str:
        """What nobody can know from the trail alone."""
        return say(
            "Not proven: that nobody who owns the database wrote the whole trail "
            "anew before this computer first saw it, or cut off entries newer than "
            "any computer remembers; that a name typed by an application is the "
            "person's, where the database user is shared; and that nothing was done "
            "past this application."
        )


SIGNED = (
    "at", "act", "operator", "workstation", "correlation", "subject", "before", "after",
    "environment", "session_role",
)  # fmt: skip


def hash_of(previous_hash: str, entry_id: int, said: Iterable[str]) -> str:
    """The hash that an entry must carry: over the hash before it and all that it says.

    Each part is led by its length, so that no two entries are written alike. A server computes
    the same where it stores the entry.
    """
    parts = (previous_hash, str(entry_id), *said)
    signed = "".join(f"{len(part.encode())}:{part}" for part in parts)
    return sha256(signed.encode()).hexdigest()


def signed_time(at: datetime) -> str:
    """A moment as it is signed: UTC, to the microsecond."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")


class Follower:
    """Follows the chain from its first entry; fed in order, a page at a time."""

    def __init__(self, remembered: Link | None) -> None:
        self._remembered = remembered
        self._has_met = remembered is None
        self._checked = 0
        self._newest: Link | None = None
        self._breaks: list[Break] = []

    def follow(self, entries: Iterable[ChainedEntry]) -> None:
        """Looks at the next entries."""
        for entry in entries:
            why = self._against(entry)
            if why:
                self._breaks.append(Break(entry.id, why))
            self._checked += 1
            self._newest = Link(entry.id, entry.hash)

    def report(self) -> ChainReport:
        """What was found, after the last entry."""
        breaks = list(self._breaks)
        if not self._has_met and self._remembered:
            known = self._remembered.id
            breaks.append(
                Break(known, say("entry {known:,}, which this computer saw, is gone.", known=known))
            )
        return ChainReport(self._checked, tuple(breaks), self._newest, self._remembered)

    def _against(self, entry: ChainedEntry) -> str:
        before = self._newest or Link(0, "")
        known = self._remembered
        if known is not None and known.id == entry.id:
            self._has_met = True
            if known.hash != entry.hash:
                return say("entry {id:,} is not the one that this computer saw.", id=entry.id)
        if entry.id != before.id + 1:
            return say("before entry {id:,} at least one is missing.", id=entry.id)
        if entry.previous_hash != before.hash:
            return say("entry {id:,} does not follow the one before it.", id=entry.id)
        if entry.hash != hash_of(entry.previous_hash, entry.id, entry.said):
            return say("entry {id:,} no longer says what was written.", id=entry.id)
        return ""
