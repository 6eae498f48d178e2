"""One Autotask database: what it holds, and what people do in it behind the API's back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import RLock
from typing import Any

from bcautotask_gui.sandbox import dates
from bcautotask_gui.sandbox.entities import (
    BY_COLLECTION,
    COMPANY,
    DELETED_TICKET_LOG,
    TICKET,
    TICKET_NOTE,
    TIME_ENTRY,
)
from bcautotask_gui.sandbox.fields import Row
from bcautotask_gui.sandbox.model import ApiUser, Category, CustomField, PickValue, TicketUpdate
from bcautotask_gui.sandbox.tables import Tables

FIRST_IDS = {"Tickets": 128_900, "TicketNotes": 301_500, "TimeEntries": 88_200}


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Tenant:
    """One Autotask database. Every method may be called while a server serves it.

    Attributes:
        ci: the database id.
        zone: the name of the zone that it lives in.
        users: who may sign in.
        picklists: values by entity name and field name, in their order.
        categories: the ticket categories.
        completing: the statuses that stamp completedDate and resolvedDateTime.
        internal_publish: the `publish` values that customers do not see; co-managed users, who
            see 4, belong to customers.
        custom_fields: user-defined fields by entity name.
        missing: collections that this tenant's version of the API does not have.
        not_shown: ticket fields that a read by id leaves out.
        threshold: calls allowed in 60 minutes, all integrations together.
        access_as_numbers: whether metadata writes access levels as 0, 1, 2 instead of words.
        bad_code_is_500: whether a wrong tracking identifier is answered with a sentence.
        clock: the time.
        tables: all rows.
        numbers: the last ticket number given, by UTC date.
        updates: every full update of a ticket, oldest first.
        created: the ids of the tickets made through the API, oldest first.
        lock: held by whoever reads or writes the rows.
    """

    ci: int
    zone: str
    users: tuple[ApiUser, ...]
    picklists: dict[tuple[str, str], tuple[PickValue, ...]]
    categories: tuple[Category, ...]
    completing: frozenset[int]
    internal_publish: frozenset[int] = frozenset({2})
    custom_fields: dict[str, tuple[CustomField, ...]] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    not_shown: frozenset[str] = frozenset()
    threshold: int = 10_000
    access_as_numbers: bool = False
    bad_code_is_500: bool = False
    clock: Callable[[], datetime] = _now
    tables: Tables = field(default_factory=lambda: Tables(FIRST_IDS), repr=False)
    numbers: dict[str, int] = field(default_factory=dict, repr=False)
    updates: list[TicketUpdate] = field(default_factory=list, repr=False)
    created: list[int] = field(default_factory=list, repr=False)
    lock: Any = field(default_factory=RLock, repr=False, compare=False)

    def now(self) -> str:
        """The time as the wire writes it."""
        return dates.wire(self.clock())

    def user(self, name: str) -> ApiUser | None:
        """The API user of this name, in any casing."""
        return next((each for each in self.users if each.name.lower() == name.lower()), None)

    def category(self, category_id: int | None) -> Category | None:
        """The ticket category of this id."""
        return next((each for each in self.categories if each.id == category_id), None)

    @property
    def default_category(self) -> Category:
        """The category of a ticket that names none."""
        return next((each for each in self.categories if each.is_default), self.categories[0])

    def picklist(self, entity: str, name: str) -> tuple[PickValue, ...]:
        """The values of a picklist field; those of ticketCategory are the categories."""
        if (entity, name) == ("Ticket", "ticketCategory"):
            return tuple(
                PickValue(each.id, each.name, each.is_default, each.is_active)
                for each in self.categories
            )
        return self.picklists.get((entity, name), ())

    def next_ticket_number(self) -> str:
        """`TYYYYMMDD.NNNN`, counted per UTC date."""
        day = self.clock().astimezone(UTC).strftime("%Y%m%d")
        self.numbers[day] = self.numbers.get(day, 0) + 1
        return f"T{day}.{self.numbers[day]:04d}"

    def add(self, collection: str, **values: Any) -> int:
        """Put a row of any entity in; fields not named stay empty."""
        with self.lock:
            return self.tables.add(collection, BY_COLLECTION[collection].blank() | values)

    def ticket(self, ticket_id: int) -> Row:
        """A copy of one ticket as it is now."""
        with self.lock:
            return dict(self.tables.rows("Tickets")[ticket_id])

    def tickets(self) -> list[Row]:
        """Copies of all tickets, by id."""
        with self.lock:
            return [dict(row) for _, row in sorted(self.tables.rows("Tickets").items())]

    def notes(self, ticket_id: int) -> list[Row]:
        """Copies of a ticket's notes, by id."""
        with self.lock:
            rows = sorted(self.tables.rows("TicketNotes").items())
            return [dict(row) for _, row in rows if row["ticketID"] == ticket_id]

    def add_ticket(self, company_id: int, title: str, **values: Any) -> int:
        """A ticket that a person makes in Autotask; answers its id.

        Where `rich_text` is given, the description holds formatting that a full update loses.
        """
        with self.lock:
            now = self.now()
            stamps = ("createDate", "lastActivityDate", "lastTrackedModificationDateTime")
            row = TICKET.blank() | dict.fromkeys(stamps, now)
            row |= {"companyID": company_id, "title": title, "ticketNumber": None}
            row |= {"status": 1, "priority": self.picklist("Ticket", "priority")[0].value}
            row |= {"ticketCategory": self.default_category.id, "externalID": "", "resolution": ""}
            row |= {"dueDateTime": now, "userDefinedFields": self.custom_values("Ticket")}
            row |= values
            row["ticketNumber"] = row["ticketNumber"] or self.next_ticket_number()
            return self.tables.add("Tickets", row)

    def change_ticket(self, ticket_id: int, **values: Any) -> None:
        """Change a ticket as a colleague does in Autotask."""
        with self.lock:
            now = self.now()
            stamps = {"lastActivityDate": now, "lastTrackedModificationDateTime": now}
            self.tables.rows("Tickets")[ticket_id].update(values | stamps)

    def delete_ticket(self, ticket_id: int) -> None:
        """Delete a ticket as an administrator does in Autotask: it answers as null from now on."""
        with self.lock:
            row = self.tables.rows("Tickets").pop(ticket_id)
            for collection in ("TicketNotes", "TimeEntries", "TicketHistory"):
                rows = self.tables.rows(collection)
                for key in [key for key, each in rows.items() if each["ticketID"] == ticket_id]:
                    del rows[key]
            self.add(
                DELETED_TICKET_LOG.collection,
                ticketID=ticket_id,
                ticketNumber=row["ticketNumber"],
                ticketTitle=row["title"],
                deletedDateTime=self.now(),
            )

    def add_note(self, ticket_id: int, title: str, description: str, publish: int) -> int:
        """A note that a person writes in Autotask; answers its id."""
        with self.lock:
            note_type = self.picklist(TICKET_NOTE.name, "noteType")[0].value
            now = self.now()
            self.tables.rows("Tickets")[ticket_id]["lastActivityDate"] = now
            return self.add(
                TICKET_NOTE.collection,
                ticketID=ticket_id,
                title=title,
                description=description,
                noteType=note_type,
                publish=publish,
                createDateTime=now,
                lastActivityDate=now,
            )

    def add_time_entry(
        self, ticket_id: int, hours: float = 0.5, *, non_billable: bool = False
    ) -> int:
        """Time that an engineer books on a ticket; answers the entry's id."""
        with self.lock:
            return self.add(
                TIME_ENTRY.collection,
                ticketID=ticket_id,
                resourceID=next(iter(self.tables.rows("Resources")), None),
                hoursWorked=hours,
                hoursToBill=0.0 if non_billable else hours,
                isNonBillable=non_billable,
                dateWorked=self.now(),
                createDateTime=self.now(),
                timeEntryType=2,
            )

    def add_company(self, company_id: int, name: str, **values: Any) -> int:
        """A company; answers its id."""
        common = {"companyType": 1, "isActive": True, "phone": "", "createDate": self.now()}
        row = common | {"id": company_id, "companyName": name} | values
        return self.add(COMPANY.collection, **row)

    def rename_company(self, company_id: int, name: str) -> None:
        """Give a company another name."""
        with self.lock:
            self.tables.rows("Companies")[company_id]["companyName"] = name

    def inactivate_company(self, company_id: int) -> None:
        """Make a company inactive."""
        with self.lock:
            self.tables.rows("Companies")[company_id]["isActive"] = False

    def remove_company(self, company_id: int) -> None:
        """Take a company away: it answers as null from now on."""
        with self.lock:
            del self.tables.rows("Companies")[company_id]

    def retire_value(self, entity: str, name: str, value: int) -> None:
        """Make a picklist value inactive: it stays on old tickets and cannot be newly set."""
        with self.lock:
            self.picklists[(entity, name)] = tuple(
                replace(each, is_active=False) if each.value == value else each
                for each in self.picklists[(entity, name)]
            )

    def custom_values(self, entity: str, given: Any = None) -> list[Row]:
        """The user-defined fields of a row: those given, and null for the others."""
        named = {
            str(each.get("name", "")).lower(): each.get("value")
            for each in given or ()
            if isinstance(each, dict)
        }
        fields = self.custom_fields.get(entity, ())
        return [{"name": each.name, "value": named.get(each.name.lower())} for each in fields]
