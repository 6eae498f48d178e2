"""Tickets of Autotask as a person chooses among them: with company, status word and holders."""

from collections.abc import Collection, Mapping, Sequence

from bcautotask_gui.domain.customers import Mapping as CompanyMapping
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import LinkCandidate
from bcautotask_gui.domain.ports import LinkStore, SettingsStore
from bcautotask_gui.domain.reference_data import TicketField, label_of
from bcautotask_gui.domain.tickets import Ticket
from bcautotask_gui.services.access import Opened


class Candidates:
    """Dresses tickets with what the database and Autotask know beside them."""

    def __init__(self, links: LinkStore, settings: SettingsStore) -> None:
        self._links = links
        self._settings = settings

    def of(
        self, opened: Opened, tickets: Sequence[Ticket], mappings: Collection[CompanyMapping]
    ) -> tuple[LinkCandidate, ...]:
        """The tickets as candidates, in their order.

        Args:
            opened: the client and the settings that it was opened under.
            tickets: as just read.
            mappings: those of the customers whose runs are to be linked.

        Raises:
            Failure: what kept the database or Autotask from answering.
        """
        environment = opened.settings.environment
        known = {each.company_id: each.company_name for each in mappings}
        names = self._names(opened, {each.company_id for each in tickets}, known)
        holders = self._links.holders(environment, [each.id for each in tickets])
        return tuple(
            LinkCandidate(
                each,
                names.get(each.company_id, str(each.company_id)),
                self.label(opened, each),
                holders.get(each.id, ()),
            )
            for each in tickets
        )

    def label(self, opened: Opened, ticket: Ticket) -> str:
        """Autotask's word for the status of a ticket; the bare id where it is not known."""
        reference = self._settings.reference_data(opened.settings.environment)
        return label_of(reference, TicketField.STATUS, ticket.status)

    def _names(
        self, opened: Opened, company_ids: Collection[int], known: Mapping[int, str]
    ) -> Mapping[int, str]:
        """Names of companies; those that are not known here are read, as far as they may be."""
        names = dict(known)
        missing = sorted(set(company_ids) - set(names))
        if not missing:
            return names
        try:
            for answer in opened.autotask.companies(missing):
                names |= {each.id: each.name for each in answer.values() if each}
        except Failure as failure:
            if failure.kind is not Kind.PERMISSION:
                raise
        return names
