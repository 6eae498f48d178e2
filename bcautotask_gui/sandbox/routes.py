"""Which path answers to which verb; PATCH answers nowhere (contract section 4)."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Response

from bcautotask_gui.sandbox import handlers
from bcautotask_gui.sandbox.entities import ENTITIES, FIELD_DEFAULTS
from bcautotask_gui.sandbox.fields import Entity

ROOT = "/ATServicesRest"
V1 = f"{ROOT}/V1.0"
ZONE, VERSIONS = "zone", "versions"

Handler = Callable[..., Response]


@cache
def route_map() -> Map:
    """Every route, with its handler as endpoint; any other path or casing does not exist.

    Compiling it takes longer than anything else in a start, and it never changes.
    """
    rules = [
        Rule(f"{V1}/zoneInformation", endpoint=ZONE, methods=["GET"]),
        Rule(f"{V1}/ZoneInformation", endpoint=ZONE, methods=["GET"]),
        Rule(f"{ROOT}/VersionInformation", endpoint=VERSIONS, methods=["GET"]),
        _rule("Version", handlers.version, "GET"),
        _rule("ThresholdInformation", handlers.threshold, "GET"),
        _rule("Tickets", handlers.create_ticket, "POST"),
        _rule("Tickets", handlers.update_ticket, "PUT"),
        _rule("Tickets/<int:parent_id>/Notes", handlers.ticket_notes, "GET"),
        _rule("Tickets/<int:parent_id>/Notes", handlers.create_note, "POST"),
        _rule("Tickets/<int:parent_id>/Notes", handlers.update_note, "PUT"),
        _rule("Tickets/<int:parent_id>/Notes/<int:row_id>", handlers.ticket_note, "GET"),
        _rule("TicketCategories/<int:parent_id>/FieldDefaults", handlers.field_defaults, "GET"),
    ]
    for entity in ENTITIES:
        if entity is not FIELD_DEFAULTS:
            rules += _entity_rules(entity)
    return Map(rules, strict_slashes=False, merge_slashes=False)


def _rule(path: str, handler: Handler, *methods: str) -> Rule:
    return Rule(f"{V1}/{path}", endpoint=handler, methods=list(methods))


def _entity_rules(entity: Entity) -> list[Rule]:
    name, metadata = entity.collection, f"{entity.collection}/entityInformation"
    served: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
        (f"{name}/query", handlers.run_query, ("GET", "POST")),
        (f"{name}/query/next", handlers.next_page, ("GET", "POST")),
        (f"{name}/query/count", handlers.count, ("GET", "POST")),
        (metadata, handlers.information, ("GET",)),
        (f"{metadata}/fields", handlers.fields, ("GET",)),
        (f"{metadata}/userDefinedFields", handlers.custom_fields, ("GET",)),
        (f"{name}/<int(signed=True):row_id>", handlers.by_id, ("GET",)),
    )
    return [_rule(path, partial(handler, entity=entity), *verbs) for path, handler, verbs in served]
