"""Reads the picklists, which live in the descriptions of the entities' fields."""

from collections.abc import Iterator, Mapping, Sequence

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.query import eq
from bcautotask_gui.autotask.rows import Row, flag, number, text
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.ports import Clock
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField

_WHERE: Mapping[str, Mapping[TicketField, str]] = {
    "Tickets": {
        TicketField.QUEUE: "queueID",
        TicketField.SOURCE: "source",
        TicketField.STATUS: "status",
        TicketField.PRIORITY: "priority",
        TicketField.CATEGORY: "ticketCategory",
        TicketField.ISSUE_TYPE: "issueType",
        TicketField.SUB_ISSUE_TYPE: "subIssueType",
    },
    "TicketNotes": {TicketField.NOTE_TYPE: "noteType", TicketField.PUBLISH: "publish"},
}

# what a ticket category fills in has names of its own
_FILLED = {
    TicketField.QUEUE: "queueID",
    TicketField.SOURCE: "sourceID",
    TicketField.STATUS: "status",
    TicketField.PRIORITY: "priority",
    TicketField.ISSUE_TYPE: "issueTypeID",
    TicketField.SUB_ISSUE_TYPE: "subIssueTypeID",
    TicketField.WORK_TYPE: "workTypeID",
}

GENERAL_CODES = 1  # of the billing codes, only these are work types of tickets


def read(client: Client, clock: Clock) -> ReferenceData:
    """The picklists of tickets and notes; a field that Autotask does not describe has none.

    Raises:
        Failure: what kept Autotask from answering.
    """
    picklists: dict[TicketField, tuple[PicklistValue, ...]] = {}
    for entity, names in _WHERE.items():
        fields = fields_of(client, entity)
        for which, name in names.items():
            if name.lower() in fields:
                picklists[which] = _values(fields[name.lower()])
    picklists[TicketField.WORK_TYPE] = _work_types(client)
    return ReferenceData(picklists, clock.now())


def _work_types(client: Client) -> tuple[PicklistValue, ...]:
    """The work types; none where the user may not see them, for most tickets need none."""
    filters = [eq("useType", GENERAL_CODES)]
    try:
        rows = client.query("BillingCodes", filters, ("name", "isActive"))
    except Failure as failure:
        if failure.kind not in (Kind.PERMISSION, Kind.REFUSED, Kind.ABSENT):
            raise
        return ()
    found = (
        PicklistValue(key, text(row, "name"), flag(row, "isActive", otherwise=True))
        for key, row in rows.items()
    )
    return tuple(sorted(found, key=lambda each: each.label.casefold()))


def category_defaults(client: Client, category: int) -> Mapping[TicketField, int]:
    """What a ticket category fills in where a create leaves a field out.

    Which fields a category requires Autotask does not tell; it only refuses.

    Raises:
        Failure: what kept Autotask from answering.
    """
    listed = client.get(f"TicketCategories/{category}/FieldDefaults").get("items")
    rows = listed if isinstance(listed, list) else []
    filled: dict[TicketField, int] = {}
    for row in (each for each in rows if isinstance(each, dict)):
        by_small_name = {name.lower(): value for name, value in row.items()}
        for which, name in _FILLED.items():
            value = number(by_small_name.get(name.lower()))
            if value is not None:
                filled[which] = value
    return filled


def labels_of(client: Client, entity: str, name: str) -> Mapping[int, str]:
    """Autotask's words for the values of one picklist.

    Raises:
        Failure: what kept Autotask from answering.
    """
    field = fields_of(client, entity).get(name.lower(), {})
    return {each.value: each.label for each in _values(field)}


def fields_of(client: Client, entity: str) -> dict[str, Row]:
    """The descriptions of an entity's fields by lower-case name; the casing differs by version.

    Raises:
        Failure: UNREADABLE, or what kept Autotask from answering.
    """
    listed = client.get(f"{entity}/entityInformation/fields").get("fields")
    if not isinstance(listed, list):
        raise Failure(Kind.UNREADABLE, f"The description of {entity} holds no fields.")
    rows = (each for each in listed if isinstance(each, dict))
    return {text(row, "name").lower(): row for row in rows}


def _values(field: Row) -> tuple[PicklistValue, ...]:
    """The values of a picklist in Autotask's order; what has no number cannot be chosen."""
    listed = field.get("picklistValues")
    rows = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return tuple(sorted(_read(rows), key=lambda each: each.sort_order))


def _read(rows: Sequence[Row]) -> Iterator[PicklistValue]:
    for row in rows:
        value = number(row.get("value"))
        if value is not None:
            yield PicklistValue(
                value,
                text(row, "label"),
                flag(row, "isActive", otherwise=True),
                number(row.get("sortOrder")) or 0,
                flag(row, "isDefaultValue", otherwise=False),
                number(row.get("parentValue")),
            )
