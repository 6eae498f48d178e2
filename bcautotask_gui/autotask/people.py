"""The names of resources and contacts, each kind asked for once by their ids."""

from collections.abc import Iterable

from bcautotask_gui.autotask.by_ids import ByIds
from bcautotask_gui.autotask.rows import Row, number, text
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ticket_view import Person

_FIELDS = ("firstName", "lastName")


class People:
    """Knows the people of one tenant; a name that was read is kept as long as the client lives."""

    def __init__(self, by_ids: ByIds) -> None:
        self._by_ids = by_ids
        self._names: dict[tuple[str, int], str] = {}

    def named(self, people: Iterable[Person]) -> dict[Person, Person]:
        """These people with their names; whom this user may not see stays without one.

        Raises:
            Failure: what kept Autotask from answering, save a right that the user lacks.
        """
        known = set(people)
        for is_contact, entity in ((False, "Resources"), (True, "Contacts")):
            ids = {each.id for each in known if each.id and each.is_contact is is_contact}
            missing = sorted(each for each in ids if (entity, each) not in self._names)
            if missing:
                self._read(entity, missing)
        return {each: self._with_name(each) for each in known}

    def _read(self, entity: str, ids: list[int]) -> None:
        try:
            for chunk in self._by_ids.read(entity, ids, _FIELDS):
                for key, row in chunk.items():
                    self._names[entity, key] = _name(row) if row else ""
        except Failure as failure:
            if failure.kind not in (Kind.PERMISSION, Kind.REFUSED):
                raise

    def _with_name(self, person: Person) -> Person:
        if person.id is None:
            return person
        entity = "Contacts" if person.is_contact else "Resources"
        name = self._names.get((entity, person.id), "")
        return Person(person.id, name, person.is_contact)


def writer_of(row: Row) -> Person:
    """Who wrote a record: a contact of the customer where one is named, else a resource."""
    contact = number(row.get("createdByContactID"))
    if contact is not None:
        return Person(contact, is_contact=True)
    return Person(number(row.get("creatorResourceID")))


def _name(row: Row) -> str:
    return f"{text(row, 'firstName')} {text(row, 'lastName')}".strip()
