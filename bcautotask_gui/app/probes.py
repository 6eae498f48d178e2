"""Looks behind the window's back: what the database and the local Autotask truly hold."""

from bcautotask_gui.app.session import Session
from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.domain.customers import CustomerQuery


class Probes:
    """Answers the questions of the tour, past everything that the window shows."""

    def __init__(self, workplace: Workplace) -> None:
        self._database = workplace.database
        assert workplace.server is not None, "the tour needs the local Autotask"
        self._tenant = workplace.server.tenant

    def mapped_company(self, customer: str) -> int | None:
        """The company id that the database holds for a customer."""
        environment = self._database.settings.read().environment
        rows = self._database.customers.rows(CustomerQuery(environment, search=customer))
        return next((row.mapping.company_id for row in rows if row.mapping), None)

    def ticket_number(self, run_id: int) -> str:
        """The ticket number that the database holds for a run, or empty."""
        environment = self._database.settings.read().environment
        links = self._database.tickets.links_of(run_id, environment)
        return links[0].number if links else ""

    def tickets_in_autotask(self, run_id: int) -> list[str]:
        """The numbers of all tickets in Autotask that carry the run's marker."""
        tickets = self._tenant.tickets()
        return [
            str(ticket["ticketNumber"])
            for ticket in tickets
            if str(ticket["externalID"] or "").endswith(f"-{run_id}")
        ]

    def company_exists(self, company_id: int) -> bool:
        """Whether Autotask holds an active company with this id."""
        with self._tenant.lock:
            company = self._tenant.tables.rows("Companies").get(company_id)
            return bool(company and company["isActive"])


def probes_of(session: Session) -> Probes:
    """The probes of a session whose workplace is open."""
    assert session.workplace is not None, "the workplace is not open"
    return Probes(session.workplace)
