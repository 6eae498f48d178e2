"""What a ticket may name of its company: the primary contact and the default contract."""

from collections.abc import Mapping
from dataclasses import dataclass

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import eq
from bcautotask_gui.autotask.rows import text
from bcautotask_gui.domain.tickets import Choice, CompanyField

ACTIVE = 1


@dataclass(frozen=True)
class _Place:
    """Where one is found: the entity, the field that says active, the mark, the name's parts."""

    entity: str
    activity: str
    mark: str
    name: tuple[str, ...]


_PLACES: Mapping[CompanyField, _Place] = {
    CompanyField.CONTACT: _Place(
        "Contacts", "isActive", "primaryContact", ("firstName", "lastName")
    ),
    CompanyField.CONTRACT: _Place("Contracts", "status", "isDefaultContract", ("contractName",)),
}


def choice(client: Client, company_id: int, which: CompanyField) -> Choice | None:
    """The active one that Autotask marks as the company's own, or None.

    Raises:
        Failure: what kept Autotask from answering.
    """
    place = _PLACES[which]
    filters = [eq("companyID", company_id), eq(place.activity, ACTIVE), eq(place.mark, value=True)]
    rows = client.query(place.entity, filters, place.name)
    if not rows:
        return None
    first = min(rows)
    return Choice(first, " ".join(text(rows[first], part) for part in place.name).strip())
