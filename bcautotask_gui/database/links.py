"""The tickets of runs, from each place that may hold one: ours first, then theirs."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, FromClause, RowMapping, and_, func, or_, select

from bcautotask_gui.database.ground import Ground, storage_zone
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.runs import TicketCell
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import Origin, TicketLink, TicketState

# stands for a time that nobody recorded; only ever shown for tickets that others wrote
_NOT_RECORDED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class LinkReader:
    """Reads the tickets of runs on a connection at hand."""

    ground: Ground

    def of_runs(
        self, connection: Connection, run_ids: Collection[int], settings: Settings
    ) -> Mapping[int, tuple[TicketLink, ...]]:
        """All tickets of runs, of each environment, the one to show first."""
        found: dict[int, list[TicketLink]] = defaultdict(list)
        for link in self._all(connection, run_ids, settings):
            if not any(_is_same(link, known) for known in found[link.run_id]):
                found[link.run_id].append(link)
        return {run_id: tuple(links) for run_id, links in found.items()}

    def counting(
        self, connection: Connection, run_id: int, settings: Settings, environment: Environment
    ) -> tuple[TicketLink, ...]:
        """The tickets of one run that count in an environment."""
        links = self.of_runs(connection, [run_id], settings).get(run_id, ())
        counted = [link for link in links if counts_in(link, environment)]
        return tuple(link for link in counted if not _is_typed_twin(link, counted))

    def _all(
        self, connection: Connection, run_ids: Collection[int], settings: Settings
    ) -> Iterator[TicketLink]:
        yield from self._ours(connection, run_ids)
        yield from self._written_over_there(connection, run_ids, settings)
        yield from self._numbers_over_there(connection, run_ids, storage_zone(settings))
        yield from self._second(connection, run_ids)

    def _ours(self, connection: Connection, run_ids: Collection[int]) -> Iterator[TicketLink]:
        link, seen = self.ground.tables.ticket_link, self.ground.tables.ticket_snapshot
        on = and_(seen.c.environment == link.c.environment, seen.c.ticket_id == link.c.ticket_id)
        chosen = (
            select(link, *_as_seen(seen))
            .select_from(link.outerjoin(seen, on))
            .where(self.ground.among(link.c.run_id, run_ids), link.c.unlinked_at.is_(None))
            # a number typed by hand comes last: where it was turned into a link, that one is shown
            .order_by(link.c.environment.is_(None), link.c.id)
        )
        for row in connection.execute(chosen).mappings():
            environment = row["environment"]
            yield TicketLink(
                id=row["id"],
                environment=Environment(environment) if environment else None,
                run_id=row["run_id"],
                ticket_id=row["ticket_id"],
                number=row["number"],
                origin=Origin(row["origin"]),
                operator=row["operator"],
                created_at=row["created_at"],
                mirror_pending=row["mirror_pending"],
                **_state(row),
            )

    def _written_over_there(
        self, connection: Connection, run_ids: Collection[int], settings: Settings
    ) -> Iterator[TicketLink]:
        runs, seen = self.ground.theirs["runs"], self.ground.tables.ticket_snapshot
        if not runs.has("ticket_id") and not runs.has("ticket_number"):
            return
        on = and_(
            seen.c.environment == settings.mirrored.value, seen.c.ticket_id == runs["ticket_id"]
        )
        chosen = (
            select(
                runs["id"].label("run_id"),
                runs["ticket_id"].label("their_ticket"),
                runs["ticket_number"].label("their_number"),
                runs["ticket_created_at"].label("their_time"),
                runs["ticket_deleted_at"].label("deleted_at"),
                *_as_seen(seen),
            )
            .select_from(runs.source.outerjoin(seen, on))
            .where(
                self.ground.among(runs["id"], run_ids),
                or_(runs["ticket_id"].is_not(None), func.coalesce(runs["ticket_number"], "") != ""),
            )
        )
        zone = storage_zone(settings)
        for row in connection.execute(chosen).mappings():
            state = _state(row)
            state["is_deleted"] = state["is_deleted"] or row["deleted_at"] is not None
            yield TicketLink(
                id=0,
                environment=settings.mirrored,
                run_id=row["run_id"],
                ticket_id=row["their_ticket"],
                number=row["their_number"] or row["seen_number"] or "",
                origin=Origin.WEB_APPLICATION,
                operator="",
                created_at=from_their_clock(row["their_time"], zone) or _NOT_RECORDED,
                **state,
            )

    def _numbers_over_there(
        self, connection: Connection, run_ids: Collection[int], zone: ZoneInfo
    ) -> Iterator[TicketLink]:
        theirs = self.ground.theirs
        if not theirs.has("tickets") or not theirs.has("ticket_runs"):
            return
        tickets, linked = theirs["tickets"], theirs["ticket_runs"]
        chosen = (
            select(
                linked["run_id"].label("run_id"),
                tickets["code"].label("code"),
                func.coalesce(linked["linked_at"], tickets["start_at"]).label("their_time"),
            )
            .select_from(linked.source.join(tickets.source, tickets["id"] == linked["ticket_id"]))
            .where(self.ground.among(linked["run_id"], run_ids))
            .order_by(tickets["id"])
        )
        for row in connection.execute(chosen).mappings():
            yield TicketLink(
                id=0,
                environment=None,
                run_id=row["run_id"],
                ticket_id=None,
                number=row["code"] or "",
                origin=Origin.WEB_APPLICATION,
                operator="",
                created_at=from_their_clock(row["their_time"], zone) or _NOT_RECORDED,
            )

    def _second(self, connection: Connection, run_ids: Collection[int]) -> Iterator[TicketLink]:
        """Tickets that we made but could not record as the run's: they exist, so they count."""
        second, seen = self.ground.tables.second_ticket, self.ground.tables.ticket_snapshot
        on = and_(
            seen.c.environment == second.c.environment, seen.c.ticket_id == second.c.ticket_id
        )
        chosen = (
            select(second, *_as_seen(seen))
            .select_from(second.outerjoin(seen, on))
            .where(self.ground.among(second.c.run_id, run_ids), second.c.is_ours)
            .order_by(second.c.id)
        )
        for row in connection.execute(chosen).mappings():
            yield TicketLink(
                id=0,
                environment=Environment(row["environment"]),
                run_id=row["run_id"],
                ticket_id=row["ticket_id"],
                number=row["number"] or row["seen_number"] or "",
                origin=Origin.CREATED,
                operator=row["operator"],
                created_at=row["seen_at"],
                **_state(row),
            )


def counts_in(link: TicketLink, environment: Environment) -> bool:
    """Whether a ticket counts in an environment; a bare number counts in each."""
    return link.environment is None or link.environment is environment


def cell_of(links: tuple[TicketLink, ...], environment: Environment) -> TicketCell | None:
    """What a row shows: a ticket that counts, else one of the other environment."""
    if not links:
        return None
    link = next((each for each in links if counts_in(each, environment)), links[0])
    return TicketCell(
        number=link.number,
        ticket_id=link.ticket_id,
        state=state_of(link),
        label=link.status_label,
        origin=link.origin,
        environment=link.environment,
        is_reopened=link.is_reopened,
        has_time_entries=link.has_time_entries,
    )


def state_of(link: TicketLink) -> TicketState:
    """How a ticket stands, as last read."""
    if link.ticket_id is None:
        return TicketState.MANUAL
    if link.is_deleted:
        return TicketState.DELETED
    if link.read_at is None:
        return TicketState.NOT_READ
    return TicketState.COMPLETE if link.is_complete else TicketState.OPEN


def _is_same(link: TicketLink, known: TicketLink) -> bool:
    """The web application repeats tickets in several places; a mirrored one is ours.

    A number typed by hand is never another's repetition: it counts in both environments.
    """
    if link.id and link.ticket_id is None:
        return False
    if link.environment is not None and link.environment is not known.environment:
        return False
    if link.ticket_id is not None and known.ticket_id is not None:
        return link.ticket_id == known.ticket_id
    return bool(link.number) and link.number == known.number


def _is_typed_twin(link: TicketLink, others: list[TicketLink]) -> bool:
    """Whether a number typed by hand was turned into a link of the same environment."""
    if not link.id or link.ticket_id is not None:
        return False
    return any(each.ticket_id is not None and each.number == link.number for each in others)


def _as_seen(seen: FromClause) -> tuple[Any, ...]:
    names = (
        "number", "status", "status_label", "is_complete", "is_deleted", "read_at",
        "is_reopened", "has_time_entries",
    )  # fmt: skip
    return tuple(seen.c[name].label(f"seen_{name}") for name in names)


def _state(row: RowMapping) -> dict[str, Any]:
    return {
        "status": row["seen_status"],
        "status_label": row["seen_status_label"] or "",
        "is_complete": bool(row["seen_is_complete"]),
        "is_deleted": bool(row["seen_is_deleted"]),
        "read_at": row["seen_read_at"],
        "is_reopened": bool(row["seen_is_reopened"]),
        "has_time_entries": row["seen_has_time_entries"],
    }
