"""What each route of the local Autotask answers."""

from werkzeug.wrappers import Response

from bcautotask_gui.sandbox import metadata, notes, paging, query, tickets
from bcautotask_gui.sandbox.answers import PERMISSION, RefusedError, as_json, wrong_verb
from bcautotask_gui.sandbox.entities import FIELD_DEFAULTS, TICKET, TICKET_NOTE
from bcautotask_gui.sandbox.fields import Entity
from bcautotask_gui.sandbox.incoming import Incoming
from bcautotask_gui.sandbox.limits import TIMEFRAME_MINUTES
from bcautotask_gui.sandbox.model import Level


def version(_call: Incoming) -> Response:
    """The version of the product; needs credentials, but no rights."""
    return as_json({"majorVersion": 2026, "minorVersion": 3, "build": 1, "customerType": 1})


def threshold(call: Incoming) -> Response:
    """How many calls the hour allows and has seen, this one included."""
    return as_json(
        {
            "externalRequestThreshold": call.tenant.threshold,
            "requestThresholdTimeframe": TIMEFRAME_MINUTES,
            "currentTimeframeRequestCount": call.used,
        }
    )


def run_query(call: Incoming, entity: Entity) -> Response:
    """The first page of a query."""
    return _page(call, entity, paging.Cursor())


def next_page(call: Incoming, entity: Entity) -> Response:
    """A further page, under the verb with which the query began."""
    if call.method == "GET" and call.search is None:
        return wrong_verb(call.method)
    return _page(call, entity, paging.Cursor.read(call.paging))


def _page(call: Incoming, entity: Entity, cursor: paging.Cursor) -> Response:
    asked = query.parse(entity, call.body)
    search = call.search if call.method == "GET" else None
    rows, url = call.visible(entity), call.url(entity.collection)
    return as_json(paging.page(entity, rows, asked, cursor, url, search))


def count(call: Incoming, entity: Entity) -> Response:
    """How many rows a query finds."""
    matches = query.parse(entity, call.body).matches
    return as_json({"queryCount": sum(map(matches, call.visible(entity)))})


def by_id(call: Incoming, entity: Entity, row_id: int) -> Response:
    """One row in its `item` wrapper; null where it does not exist or may not be seen."""
    row = next((row for row in call.visible(entity) if row["id"] == row_id), None)
    item = paging.on_wire(entity, row) if row else None
    if item and entity is TICKET:
        item = {name: item[name] for name in item if name not in call.tenant.not_shown}
    return as_json({"item": item})


def information(call: Incoming, entity: Entity) -> Response:
    """What may be done with an entity."""
    return as_json(metadata.information(call.tenant, call.user, entity))


def fields(call: Incoming, entity: Entity) -> Response:
    """The fields of an entity."""
    return as_json(metadata.fields(call.tenant, entity))


def custom_fields(call: Incoming, entity: Entity) -> Response:
    """The user-defined fields of an entity."""
    return as_json(metadata.custom_fields(call.tenant, entity))


def field_defaults(call: Incoming, parent_id: int) -> Response:
    """What a ticket category fills in."""
    rows = call.visible(FIELD_DEFAULTS)
    chosen = [row for row in rows if row["ticketCategoryID"] == parent_id]
    return as_json(paging.whole_list(FIELD_DEFAULTS, chosen))


def ticket_notes(call: Incoming, parent_id: int) -> Response:
    """The notes of a ticket."""
    rows = [row for row in call.visible(TICKET_NOTE) if row["ticketID"] == parent_id]
    return as_json(paging.whole_list(TICKET_NOTE, rows))


def ticket_note(call: Incoming, parent_id: int, row_id: int) -> Response:
    """One note below its ticket; a single child comes as a list."""
    rows = [row for row in call.visible(TICKET_NOTE) if row["ticketID"] == parent_id]
    return as_json(paging.whole_list(TICKET_NOTE, [row for row in rows if row["id"] == row_id]))


def create_ticket(call: Incoming) -> Response:
    """Create a ticket."""
    _allow(call, TICKET, "create")
    return as_json({"itemId": tickets.create(call.tenant, call.user, call.body)})


def update_ticket(call: Incoming) -> Response:
    """Replace a ticket."""
    _allow(call, TICKET, "update")
    return as_json({"itemId": tickets.update(call.tenant, call.user, call.body)})


def create_note(call: Incoming, parent_id: int) -> Response:
    """Write a note on a ticket."""
    _allow(call, TICKET_NOTE, "create")
    return as_json({"itemId": notes.create(call.tenant, call.user, parent_id, call.body)})


def update_note(call: Incoming, parent_id: int) -> Response:
    """Replace a note of a ticket."""
    _allow(call, TICKET_NOTE, "update")
    return as_json({"itemId": notes.update(call.tenant, call.user, parent_id, call.body)})


def _allow(call: Incoming, entity: Entity, act: str) -> None:
    if getattr(call.user.may(entity.name), act) is Level.NONE:
        raise RefusedError(PERMISSION.format(act))
