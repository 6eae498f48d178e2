"""Which runs hold which tickets, and what still lacks a number."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import CompoundSelect, Connection, and_, func, or_, select, union_all

from bcautotask_gui.database.ground import Ground, storage_zone
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.linking import SecondTicket, TicketHolder
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import ClaimState


def held_by_others(
    ground: Ground,
    connection: Connection,
    environment: Environment,
    ticket_ids: Collection[int],
    except_run: int,
) -> frozenset[int]:
    """Those of the tickets that another run holds, by a claim of ours or a link."""
    claim, link = ground.tables.claim, ground.tables.ticket_link
    ours = [
        select(table.c.ticket_id).where(
            table.c.environment == environment.value,
            ground.among(table.c.ticket_id, ticket_ids),
            table.c.run_id != except_run,
        )
        for table in (claim, link)
    ]
    ours[1] = ours[1].where(link.c.unlinked_at.is_(None))
    return frozenset(connection.execute(union_all(*ours)).scalars())


def without_number(
    ground: Ground, connection: Connection, environment: Environment
) -> tuple[int, ...]:
    """Tickets of ours whose number can still be read and was not yet, oldest first."""
    link, seen = ground.tables.ticket_link, ground.tables.ticket_snapshot
    on = and_(seen.c.environment == link.c.environment, seen.c.ticket_id == link.c.ticket_id)
    chosen = (
        select(link.c.ticket_id)
        .select_from(link.outerjoin(seen, on))
        .where(
            link.c.environment == environment.value,
            link.c.ticket_id.is_not(None),
            link.c.number == "",
            link.c.unlinked_at.is_(None),
            seen.c.is_deleted.is_not(True),
        )
        .order_by(link.c.id)
    )
    return tuple(connection.execute(chosen).scalars())


def who_linked(
    ground: Ground, connection: Connection, run_id: int, environment: Environment
) -> str | None:
    """Who made the link or typed the number that counts for a run; None where there is none."""
    link = ground.tables.ticket_link
    counting = select(link.c.operator).where(
        link.c.run_id == run_id,
        link.c.unlinked_at.is_(None),
        or_(link.c.environment == environment.value, link.c.environment.is_(None)),
    )
    return connection.execute(counting).scalar()


def newest_sent(ground: Ground, connection: Connection) -> int:
    """The highest id of a claim that ever was sent; 0 where there is none."""
    claim = ground.tables.claim
    sent = select(func.max(claim.c.id)).where(claim.c.sending_at.is_not(None))
    return connection.execute(sent).scalar() or 0


def holders_of(
    ground: Ground,
    connection: Connection,
    settings: Settings,
    environment: Environment,
    ticket_ids: Collection[int],
) -> Mapping[int, tuple[TicketHolder, ...]]:
    """The runs that have these tickets, by ticket; ours, the oldest first, then theirs."""
    found: dict[int, dict[int, TicketHolder]] = defaultdict(dict)
    for row in connection.execute(_ours(ground, environment, ticket_ids)):
        holder = TicketHolder(row.run_id, row.operator, row.at)
        found[row.ticket_id].setdefault(row.run_id, holder)
    runs = ground.theirs["runs"]
    if environment is settings.mirrored and runs.has("ticket_id"):
        written = select(
            runs["ticket_id"].label("ticket_id"),
            runs["id"].label("run_id"),
            runs["ticket_created_at"].label("at"),
        ).where(ground.among(runs["ticket_id"], ticket_ids))
        for row in connection.execute(written.order_by(runs["id"])):
            at = from_their_clock(row.at, storage_zone(settings))
            found[row.ticket_id].setdefault(row.run_id, TicketHolder(row.run_id, "", at))
    return {ticket: tuple(holders.values()) for ticket, holders in found.items()}


def _ours(
    ground: Ground, environment: Environment, ticket_ids: Collection[int]
) -> CompoundSelect[Any]:
    claim, link = ground.tables.claim, ground.tables.ticket_link
    linked = select(link.c.ticket_id, link.c.run_id, link.c.operator, link.c.created_at.label("at"))
    made = select(
        claim.c.ticket_id, claim.c.run_id, claim.c.operator, claim.c.created_at.label("at")
    )
    return union_all(
        linked.where(
            link.c.environment == environment.value,
            ground.among(link.c.ticket_id, ticket_ids),
            link.c.unlinked_at.is_(None),
        ),
        made.where(
            claim.c.environment == environment.value,
            ground.among(claim.c.ticket_id, ticket_ids),
            claim.c.state == ClaimState.CREATED.value,
        ),
    ).order_by("at", "run_id")


def second_of_run(
    ground: Ground, connection: Connection, run_id: int, environment: Environment
) -> tuple[SecondTicket, ...]:
    """Tickets that conflict with a run, the oldest first."""
    second, seen = ground.tables.second_ticket, ground.tables.ticket_snapshot
    on = and_(seen.c.environment == second.c.environment, seen.c.ticket_id == second.c.ticket_id)
    chosen = (
        select(second, seen.c.number.label("seen_number"))
        .select_from(second.outerjoin(seen, on))
        .where(second.c.run_id == run_id, second.c.environment == environment.value)
        .order_by(second.c.id)
    )
    return tuple(
        SecondTicket(
            run_id=row.run_id,
            environment=environment,
            ticket_id=row.ticket_id,
            number=row.number or row.seen_number or "",
            is_ours=row.is_ours,
            why=row.why,
            operator=row.operator,
            seen_at=row.seen_at,
        )
        for row in connection.execute(chosen)
    )
