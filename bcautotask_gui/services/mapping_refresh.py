"""Asking Autotask about mapped companies again, and what a person does about new names."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from datetime import datetime

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company, MappingChange, MappingStatus
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import (
    acknowledged,
    in_words,
    refreshed,
    refuse_other_environment,
    tells_nothing_new,
)
from bcautotask_gui.domain.ports import Clock, CustomerStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor

# so many companies that vanish at once look like a lost right, not like deletion
SUSPICIOUS = 5
_WHAT = say("Refreshing mappings")


@dataclass(frozen=True)
class RefreshSummary:
    """What refreshing mappings found and saved.

    Attributes:
        contested: mappings of a company that two customers claim; they were not asked about.
        changed: mappings that somebody changed meanwhile; they were left as they are.
        saved: mappings that stand otherwise than before, however slightly.
    """

    unchanged: int = 0
    renamed: int = 0
    invalid: int = 0
    recovered: int = 0
    contested: int = 0
    changed: int = 0
    saved: int = field(default=0, compare=False)

    def plus(self, other: "RefreshSummary") -> "RefreshSummary":
        """Both together."""
        return RefreshSummary(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


class MappingRefresh:
    """Refreshes and acknowledges; the caller has checked the role."""

    def __init__(
        self, customers: CustomerStore, access: AutotaskAccess, actor: Actor, clock: Clock
    ) -> None:
        self._customers = customers
        self._access = access
        self._actor = actor
        self._clock = clock

    def one(self, mapping: CompanyMapping) -> None:
        """Asks about one company and saves the answer.

        Raises:
            Failure: what kept Autotask from answering; STALE after a switch of the environment.
        """
        opened = self._access.open()
        environment = opened.settings.environment
        refuse_other_environment(environment, mapping.environment, opened.settings.saved_by)
        answer = next(opened.autotask.companies([mapping.company_id]))
        refresh = _Refresh(self._customers, self._actor, environment, self._clock.now())
        refresh.take({mapping.company_id: mapping}, answer)
        refresh.end()

    def all(self) -> Generator[Progress, None, RefreshSummary]:
        """Asks about every mapping.

        What changed is saved chunk by chunk. What did not is stamped with the time of asking, all
        at once at the end, however that comes: by a failure or a stop as well.

        Yields:
            How many mappings were asked about so far; stopping keeps what was read.

        Raises:
            Failure: what kept Autotask from answering; MANY_ABSENT where a lost right is likely.
        """
        opened = self._access.open()
        environment = opened.settings.environment
        known = self._customers.mappings(environment)
        mappings = {each.company_id: each for each in known if not each.claimants}
        yield Progress(0, len(mappings), _WHAT)
        refresh = _Refresh(self._customers, self._actor, environment, self._clock.now())
        try:
            for answer in opened.autotask.companies(sorted(mappings)):
                refresh.take(mappings, answer)
                yield Progress(refresh.read, len(mappings), _WHAT)
        finally:
            refresh.end()
        return replace(refresh.summary, contested=len(known) - len(mappings))

    def acknowledge(
        self, environment: Environment, mappings: Sequence[CompanyMapping]
    ) -> frozenset[int]:
        """Takes note of new names, in one transaction, each with its own entry in the trail.

        Args:
            environment: the one in use.
            mappings: as the person saw them.

        Returns:
            The customers whose rename was acknowledged; one that was renamed again is left.
        """
        changes = [
            MappingChange(
                each,
                acknowledged(each),
                self._actor.event(
                    Act.RENAME_ACKNOWLEDGED,
                    f"customer {each.customer_id}",
                    before=each.former_name,
                    after=in_words(each),
                    environment=environment,
                ),
            )
            for each in mappings
        ]
        return self._customers.change_mappings(changes)


class _Refresh:
    """What one refresh found, and what it saved of it.

    Attributes:
        read: so many mappings were asked about.
        summary: what was saved; whole after `end`.
    """

    def __init__(
        self, customers: CustomerStore, actor: Actor, environment: Environment, now: datetime
    ) -> None:
        self._customers = customers
        self._actor = actor
        self._environment = environment
        self._now = now
        self._as_known: list[CompanyMapping] = []
        self.read = 0
        self.summary = RefreshSummary()

    def take(
        self, mappings: Mapping[int, CompanyMapping], answer: Mapping[int, Company | None]
    ) -> None:
        """Saves what an answer changes, and remembers the rest.

        Args:
            mappings: as they are stored, by company.
            answer: what Autotask told of some of these companies.

        Raises:
            Failure: MANY_ABSENT; then nothing of this answer is saved.
        """
        before = [mappings[company_id] for company_id in answer]
        vanished = sum(answer[m.company_id] is None and m.status.allows_tickets for m in before)
        if vanished >= SUSPICIOUS and vanished * 2 > len(answer):
            raise Failure(Kind.MANY_ABSENT, absent=vanished, asked=len(answer), saved=self.read)
        news = [m for m in before if not tells_nothing_new(m, answer[m.company_id])]
        if news:
            self._save([self._change(each, answer[each.company_id]) for each in news])
        changed = {each.customer_id for each in news}
        self._as_known += [each for each in before if each.customer_id not in changed]
        self.read += len(before)

    def end(self) -> None:
        """Stamps what stands as it was known, and tells the trail what was asked about."""
        if not self.read:
            return
        found = self.summary
        event = self._actor.event(
            Act.MAPPING_REFRESHED,
            f"{self.read} mappings",
            after=f"{found.renamed} renamed, {found.invalid} invalid",
            environment=self._environment,
        )
        stamped = self._customers.stamp_mappings(self._as_known, self._now, event)
        left = len(self._as_known) - stamped
        self.summary = found.plus(RefreshSummary(unchanged=stamped, changed=left))

    def _change(self, before: CompanyMapping, company: Company | None) -> MappingChange:
        after = refreshed(before, company, self._now)
        event = self._actor.event(
            Act.MAPPING_REFRESHED,
            f"customer {before.customer_id}",
            before=in_words(before),
            after=in_words(after),
            environment=self._environment,
        )
        return MappingChange(before, after, event)

    def _save(self, changes: Sequence[MappingChange]) -> None:
        saved = self._customers.change_mappings(changes)
        kept = [each for each in changes if each.before.customer_id in saved]
        left = RefreshSummary(changed=len(changes) - len(kept), saved=len(kept))
        self.summary = self.summary.plus(_summary(kept)).plus(left)


def _summary(changes: Sequence[MappingChange]) -> RefreshSummary:
    """What changed; a mapping may count as renamed and as invalid or recovered at once."""
    renamed = invalid = recovered = unchanged = 0
    for each in changes:
        old, new = each.before, each.after
        has_new_name = new.company_name != old.company_name
        became = new.status is MappingStatus.INVALID and old.status is not MappingStatus.INVALID
        is_back = old.status is MappingStatus.INVALID and new.status.allows_tickets
        renamed += has_new_name
        invalid += became
        recovered += is_back
        unchanged += not (has_new_name or became or is_back)
    return RefreshSummary(unchanged, renamed, invalid, recovered)
