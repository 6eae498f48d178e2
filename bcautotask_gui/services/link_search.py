"""Finding the ticket to link: by its number, or by words, the company's own tickets first."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bcautotask_gui.domain.customers import Mapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import LinkSearch, TicketHits
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Clock, RunStore
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.ticket_numbers import number_in
from bcautotask_gui.domain.tickets import Ticket
from bcautotask_gui.services.access import AutotaskAccess, Opened
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.candidates import Candidates

# what is older is only found by its number
LOOK_BACK = timedelta(days=365)
MOST_SHOWN = 200


class LinkSearchService:
    """One field for number or words; asks Autotask only while the settings allow it."""

    def __init__(
        self,
        runs: RunStore,
        access: AutotaskAccess,
        candidates: Candidates,
        actor: Actor,
        clock: Clock,
    ) -> None:
        self._runs = runs
        self._access = access
        self._candidates = candidates
        self._actor = actor
        self._clock = clock

    def find(self, run_ids: Sequence[int], text: str) -> LinkSearch:
        """What a text finds for these runs.

        A number finds its ticket, whatever its company. Words find open tickets of the mapped
        companies, and then tickets of the last year in all companies. Without a word the open
        tickets of the mapped companies are listed.

        Args:
            run_ids: the runs that are to be linked.
            text: as typed or pasted.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, RUN_GONE, or what kept Autotask from answering. A
                number that Autotask does not know is an empty search.
        """
        self._actor.require(Permission.LINK)
        opened = self._access.open()
        mappings = self._mappings(run_ids, opened.settings.environment)
        number = number_in(text)
        if number:
            hits = _by_number(opened, number)
            return LinkSearch(self._candidates.of(opened, hits, mappings))
        return self._by_words(opened, text, mappings)

    def _mappings(self, run_ids: Sequence[int], environment: Environment) -> tuple[Mapping, ...]:
        found = (self._runs.facts(run_id, environment).mapping for run_id in run_ids)
        return tuple({each.company_id: each for each in found if each}.values())

    def _by_words(self, opened: Opened, text: str, mappings: tuple[Mapping, ...]) -> LinkSearch:
        near: list[Ticket] = []
        is_cut = False
        for mapping in mappings:
            hits = opened.autotask.search_tickets(text, mapping.company_id, None)
            near += hits.tickets
            is_cut = is_cut or hits.is_cut
        far = TicketHits(())
        if text.strip():
            far = opened.autotask.search_tickets(text, None, self._clock.now() - LOOK_BACK)
        known = {each.id for each in near}
        found = [*_newest_first(near), *_newest_first(t for t in far.tickets if t.id not in known)]
        shown = self._candidates.of(opened, found[:MOST_SHOWN], mappings)
        return LinkSearch(shown, is_cut or far.is_cut or len(found) > MOST_SHOWN)


def _by_number(opened: Opened, number: str) -> tuple[Ticket, ...]:
    try:
        return (opened.autotask.ticket_by_number(number),)
    except Failure as failure:
        if failure.kind is not Kind.ABSENT:
            raise
        return ()


def _newest_first(tickets: Iterable[Ticket]) -> list[Ticket]:
    return sorted(tickets, key=lambda each: each.id, reverse=True)
