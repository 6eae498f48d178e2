"""Which runs hold which tickets, and what still lacks a number."""

from collections.abc import Collection

from sqlalchemy import Connection, func, select, union_all

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.domain.settings import Environment


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
    """Tickets of ours whose number was not read yet, oldest first."""
    link = ground.tables.ticket_link
    chosen = (
        select(link.c.ticket_id)
        .where(
            link.c.environment == environment.value,
            link.c.ticket_id.is_not(None),
            link.c.number == "",
            link.c.unlinked_at.is_(None),
        )
        .order_by(link.c.id)
    )
    return tuple(connection.execute(chosen).scalars())


def newest_sent(ground: Ground, connection: Connection) -> int:
    """The highest id of a claim that ever was sent; 0 where there is none."""
    claim = ground.tables.claim
    sent = select(func.max(claim.c.id)).where(claim.c.sending_at.is_not(None))
    return connection.execute(sent).scalar() or 0
