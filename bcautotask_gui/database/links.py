"""The tickets of runs, from each place that may hold one: ours first, then theirs."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, Select

from bcautotask_gui.database.ground import Ground, storage_zone
from bcautotask_gui.database.ticket_places import RUNS, all_tickets
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.runs import TicketCell
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import Origin, TicketLink, TicketState

# stands for a time that nobody recorded; only ever shown for tickets that others wrote
_NOT_RECORDED = datetime(1970, 1, 1, tzinfo=UTC)


class LinkReader:
    """Reads the tickets of runs on a connection at hand, in one statement that is built once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._built: dict[Environment, Select[Any]] = {}

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
        mirrored = settings.mirrored
        if mirrored not in self._built:
            self._built[mirrored] = all_tickets(self._ground, mirrored)
        zone = storage_zone(settings)
        given = {RUNS: self._ground.listed(run_ids)}
        for row in connection.execute(self._built[mirrored], given).mappings().all():
            yield _link(row, zone)


def _link(row: RowMapping, zone: ZoneInfo) -> TicketLink:
    environment = row["environment"]
    moment = row["created_at"] or from_their_clock(row["their_time"], zone)
    return TicketLink(
        id=row["id"],
        environment=Environment(environment) if environment else None,
        run_id=row["run_id"],
        ticket_id=row["ticket_id"],
        number=row["number"] or "",
        origin=Origin(row["origin"]),
        operator=row["operator"],
        created_at=moment or _NOT_RECORDED,
        mirror_pending=bool(row["mirror_pending"]),
        status=row["seen_status"],
        status_label=row["seen_status_label"] or "",
        is_complete=bool(row["seen_is_complete"]),
        is_deleted=bool(row["seen_is_deleted"] or row["is_gone"]),
        read_at=row["seen_read_at"],
        is_reopened=bool(row["seen_is_reopened"]),
        has_time_entries=row["seen_has_time_entries"],
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
