"""Each place that may hold a run's ticket, in one statement: a round trip each would be felt."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.tables import BIG
from bcautotask_gui.database.times import Moment, TheirTime
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Origin

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

RUNS = "run_ids"
"""The name under which the statement is given the ids."""

_SEEN = (
    "number", "status", "status_label", "is_complete", "is_deleted", "read_at", "is_reopened",
    "has_time_entries",
)  # fmt: skip
# what a place does not know is nothing, of the type that the others have
_NOTHING: Mapping[str, ColumnElement[Any]] = {
    "id": literal(0, BIG),
    "environment": cast(null(), Text),
    "ticket_id": cast(null(), BigInteger),
    "operator": literal("", Text),
    "created_at": cast(null(), Moment),
    "their_time": cast(null(), TheirTime),
    "mirror_pending": false(),
    "is_gone": false(),
}
_COLUMNS = (
    "place", "rank", "id", "environment", "run_id", "ticket_id", "number", "origin", "operator",
    "created_at", "their_time", "mirror_pending", "is_gone",
)  # fmt: skip


def all_tickets(ground: Ground, mirrored: Environment) -> Select[Any]:
    """The tickets of the runs given as `RUNS`, the one to show first, first.

    Args:
        ground: the database.
        mirrored: the environment to which the tickets belong that the web application wrote.
    """
    places = [_ours(ground), _typed_by_hand(ground), _second(ground)]
    runs = ground.theirs["runs"]
    if runs.has("ticket_id") or runs.has("ticket_number"):
        places.append(_written_over_there(ground, mirrored))
    if ground.theirs.has("tickets") and ground.theirs.has("ticket_runs"):
        places.append(_numbers_over_there(ground))
    found = union_all(*places).subquery("found")
    return select(found).order_by(found.c.place, found.c.rank)


def _place(
    place: int, seen: FromClause | None, known: Mapping[str, ColumnElement[Any]]
) -> Select[Any]:
    """What one place tells, in the columns that all have."""
    told = {**_NOTHING, **known, "place": literal(place)}
    columns = [told[name].label(name) for name in _COLUMNS]
    return select(*columns, *_as_seen(seen))


def _ours(ground: Ground) -> Select[Any]:
    link, seen = ground.tables.ticket_link, ground.tables.ticket_snapshot
    return (
        _place(0, seen, _link(link))
        .select_from(link.outerjoin(seen, _is_of(seen, link)))
        .where(
            # all there are: so that the key of links by environment and run finds them
            link.c.environment.in_([each.value for each in Environment]),
            ground.among_given(link.c.run_id, RUNS),
            link.c.unlinked_at.is_(None),
        )
    )


def _typed_by_hand(ground: Ground) -> Select[Any]:
    """After ours: where a number was turned into a link, that one is shown."""
    link = ground.tables.ticket_link
    return _place(1, None, _link(link)).where(
        link.c.environment.is_(None),
        ground.among_given(link.c.run_id, RUNS),
        link.c.unlinked_at.is_(None),
    )


def _link(link: FromClause) -> Mapping[str, ColumnElement[Any]]:
    names = ("id", "environment", "run_id", "ticket_id", "number", "origin", "operator",
             "created_at", "mirror_pending")  # fmt: skip
    return {"rank": link.c.id, **{name: link.c[name] for name in names}}


def _written_over_there(ground: Ground, mirrored: Environment) -> Select[Any]:
    runs, seen = ground.theirs["runs"], ground.tables.ticket_snapshot
    number = runs["ticket_number"]
    known = {
        "rank": runs["id"],
        "environment": literal(mirrored.value, Text),
        "run_id": runs["id"],
        "ticket_id": runs["ticket_id"],
        "number": func.coalesce(func.nullif(cast(number, Text), ""), seen.c.number),
        "origin": literal(Origin.WEB_APPLICATION.value, Text),
        "their_time": runs["ticket_created_at"],
        "is_gone": runs["ticket_deleted_at"].is_not(None),
    }
    on = and_(seen.c.environment == mirrored.value, seen.c.ticket_id == runs["ticket_id"])
    return (
        _place(2, seen, known)
        .select_from(runs.source.outerjoin(seen, on))
        .where(
            ground.among_given(runs["id"], RUNS),
            or_(runs["ticket_id"].is_not(None), func.coalesce(number, "") != ""),
        )
    )


def _numbers_over_there(ground: Ground) -> Select[Any]:
    tickets, linked = ground.theirs["tickets"], ground.theirs["ticket_runs"]
    known = {
        "rank": tickets["id"],
        "run_id": linked["run_id"],
        "number": cast(tickets["code"], Text),
        "origin": literal(Origin.WEB_APPLICATION.value, Text),
        "their_time": func.coalesce(linked["linked_at"], tickets["start_at"]),
    }
    return (
        _place(3, None, known)
        .select_from(linked.source.join(tickets.source, tickets["id"] == linked["ticket_id"]))
        .where(ground.among_given(linked["run_id"], RUNS))
    )


def _second(ground: Ground) -> Select[Any]:
    """Tickets that we made but could not record as the run's: they exist, so they count."""
    second, seen = ground.tables.second_ticket, ground.tables.ticket_snapshot
    known = {
        "rank": second.c.id,
        "environment": second.c.environment,
        "run_id": second.c.run_id,
        "ticket_id": second.c.ticket_id,
        "number": func.coalesce(func.nullif(second.c.number, ""), seen.c.number),
        "origin": literal(Origin.CREATED.value, Text),
        "operator": second.c.operator,
        "created_at": second.c.seen_at,
    }
    return (
        _place(4, seen, known)
        .select_from(second.outerjoin(seen, _is_of(seen, second)))
        .where(ground.among_given(second.c.run_id, RUNS), second.c.is_ours)
    )


def _is_of(seen: FromClause, held: FromClause) -> ColumnElement[bool]:
    return and_(seen.c.environment == held.c.environment, seen.c.ticket_id == held.c.ticket_id)


def _as_seen(seen: FromClause | None) -> list[ColumnElement[Any]]:
    types: Mapping[str, TypeEngine[Any]] = {
        "status": BigInteger(), "is_complete": Boolean(), "is_deleted": Boolean(),
        "read_at": Moment(), "is_reopened": Boolean(), "has_time_entries": Boolean(),
    }  # fmt: skip
    if seen is not None:
        return [seen.c[name].label(f"seen_{name}") for name in _SEEN]
    return [cast(null(), types.get(name, Text())).label(f"seen_{name}") for name in _SEEN]
