"""Asking Autotask about mapped companies again, and what a person does about new names."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import astuple, dataclass

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company, MappingChange, MappingStatus
from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import (
    acknowledged,
    in_words,
    refreshed,
    refuse_other_environment,
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
    """

    unchanged: int = 0
    renamed: int = 0
    invalid: int = 0
    recovered: int = 0
    contested: int = 0
    changed: int = 0

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
        self._save(environment, {mapping.company_id: mapping}, answer, saved_before=0)

    def all(self) -> Generator[Progress, None, RefreshSummary]:
        """Asks about every mapping; what is read is saved chunk by chunk.

        Yields:
            How many mappings were asked about so far; stopping keeps what was saved.

        Raises:
            Failure: what kept Autotask from answering; MANY_ABSENT where a lost right is likely.
        """
        opened = self._access.open()
        environment = opened.settings.environment
        known = self._customers.mappings(environment)
        mappings = {each.company_id: each for each in known if not each.claimants}
        summary = RefreshSummary(contested=len(known) - len(mappings))
        yield Progress(0, len(mappings), _WHAT)
        done = 0
        for answer in opened.autotask.companies(sorted(mappings)):
            summary = summary.plus(self._save(environment, mappings, answer, saved_before=done))
            done += len(answer)
            yield Progress(done, len(mappings), _WHAT)
        return summary

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

    def _save(
        self,
        environment: Environment,
        mappings: Mapping[int, CompanyMapping],
        answer: Mapping[int, Company | None],
        *,
        saved_before: int,
    ) -> RefreshSummary:
        before = [mappings[company_id] for company_id in answer]
        vanished = sum(answer[m.company_id] is None and m.status.allows_tickets for m in before)
        if vanished >= SUSPICIOUS and vanished * 2 > len(answer):
            raise Failure(Kind.MANY_ABSENT, absent=vanished, asked=len(answer), saved=saved_before)
        now = self._clock.now()
        after = [refreshed(each, answer[each.company_id], now) for each in before]
        expected = _summary(before, after)
        event = self._actor.event(
            Act.MAPPING_REFRESHED,
            f"{len(after)} mappings",
            after=f"{expected.renamed} renamed, {expected.invalid} invalid",
            environment=environment,
        )
        saved = self._customers.save_refreshed(before, after, event)
        pairs = [pair for pair in zip(before, after, strict=True) if pair[0].customer_id in saved]
        told = _summary([old for old, _new in pairs], [new for _old, new in pairs])
        return told.plus(RefreshSummary(changed=len(before) - len(pairs)))


def _summary(before: Sequence[CompanyMapping], after: Sequence[CompanyMapping]) -> RefreshSummary:
    """What changed; a mapping may count as renamed and as invalid or recovered at once."""
    renamed = invalid = recovered = unchanged = 0
    for old, new in zip(before, after, strict=True):
        has_new_name = new.company_name != old.company_name
        became = new.status is MappingStatus.INVALID and old.status is not MappingStatus.INVALID
        is_back = old.status is MappingStatus.INVALID and new.status.allows_tickets
        renamed += has_new_name
        invalid += became
        recovered += is_back
        unchanged += not (has_new_name or became or is_back)
    return RefreshSummary(unchanged, renamed, invalid, recovered)
