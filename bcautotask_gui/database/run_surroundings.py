"""What stands beside the runs when they are filtered: tickets and claims, one row per run."""

from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    Text,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    union_all,
)

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.domain.runs import RunView
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import ClaimState

_RELEASED = ClaimState.RELEASED.value
_WAITING = (ClaimState.SENDING.value, ClaimState.UNKNOWN.value)


class RunSurroundings:
    """Small tables to join to the runs; a view joins only those that it asks about.

    A view of few runs starts from the small table instead: joined to a million runs, it would have
    to look at each of them.
    """

    def __init__(self, ground: Ground, settings: Settings, environment: Environment) -> None:
        self._ground = ground
        self._runs = ground.theirs["runs"]
        self._environment = environment
        self._is_mirrored = environment is settings.mirrored
        self._seen = ground.tables.ticket_snapshot.alias("seen_over_there")

    @cached_property
    def _links(self) -> Subquery:
        return self._tickets_of_ours()

    @cached_property
    def _numbers(self) -> Subquery | None:
        return self._numbers_over_there()

    @cached_property
    def _claims(self) -> Subquery:
        return self._claims_held()

    def joined(self, view: RunView | None, *, by_ticket: bool = False) -> FromClause:
        """The runs with all that a view asks about.

        Args:
            view: the view, or None for all of them.
            by_ticket: whether the ticket's number is asked for as well.
        """
        runs, source = self._runs, self._runs.source
        whole: FromClause = source
        if by_ticket or view is None:
            whole = whole.outerjoin(self._links, self._links.c.run_id == runs["id"])
        if self._numbers is not None and (by_ticket or view in (None, RunView.NEEDS_TICKET)):
            whole = whole.outerjoin(self._numbers, self._numbers.c.run_id == runs["id"])
        if view is None:
            whole = whole.outerjoin(self._claims, self._claims.c.run_id == runs["id"])
            if self._is_mirrored:
                whole = whole.outerjoin(self._seen, self._is_seen())
        return whole

    def _is_seen(self) -> ColumnElement[bool]:
        return and_(
            self._seen.c.environment == self._environment.value,
            self._seen.c.ticket_id == self._runs["ticket_id"],
        )

    @property
    def has_ticket(self) -> ColumnElement[bool]:
        """Whether a run has a ticket that counts."""
        return or_(self._links.c.run_id.is_not(None), self._has_ticket_there())

    def _has_ticket_there(self) -> ColumnElement[bool]:
        places: list[ColumnElement[bool]] = [false()]
        if self._numbers is not None:
            places.append(self._numbers.c.run_id.is_not(None))
        if self._is_mirrored:
            places.append(self._runs["ticket_id"].is_not(None))
            number = self._runs["ticket_number"]
            places.append(and_(number.is_not(None), number != ""))
        return or_(*places)

    def is_free(self) -> ColumnElement[bool]:
        """As neither `has_ticket` nor `is_claimed`, by looking each run up in our keys.

        Joined instead, all our tickets are compared with each run where a planner expects few.
        """
        runs, tables, environment = self._runs, self._ground.tables, self._environment.value
        link, second, claim = tables.ticket_link, tables.second_ticket, tables.claim
        linked = and_(link.c.run_id == runs["id"], link.c.unlinked_at.is_(None))
        held = (
            exists().where(linked, link.c.environment == environment),
            exists().where(linked, link.c.environment.is_(None)),
            exists().where(second.c.run_id == runs["id"], second.c.environment == environment),
            exists().where(
                claim.c.run_id == runs["id"],
                claim.c.environment == environment,
                claim.c.state != _RELEASED,
            ),
        )
        return and_(*(not_(each) for each in held), not_(self._has_ticket_there()))

    @property
    def has_open_ticket(self) -> ColumnElement[bool]:
        """Whether a run's ticket is, as last read, neither complete nor deleted."""
        ours = func.coalesce(self._links.c.is_open, 0) == 1
        return or_(ours, self._is_open_over_there()) if self._is_mirrored else ours

    def _is_open_over_there(self) -> ColumnElement[bool]:
        return and_(
            self._links.c.run_id.is_(None),
            self._runs["ticket_id"].is_not(None),
            self._runs["ticket_deleted_at"].is_(None),
            not_(func.coalesce(self._seen.c.is_complete, false())),
            not_(func.coalesce(self._seen.c.is_deleted, false())),
        )

    def with_open_ticket(self) -> Select[Any]:
        """The ids of the runs that have an open ticket."""
        ours = select(self._links.c.run_id).where(self._links.c.is_open == 1)
        if not self._is_mirrored:
            return ours
        runs = self._runs
        source = runs.source.outerjoin(self._links, self._links.c.run_id == runs["id"])
        over_there = (
            select(runs["id"])
            .select_from(source.outerjoin(self._seen, self._is_seen()))
            .where(self._is_open_over_there())
        )
        both = union_all(ours, over_there.correlate(None)).subquery("with_open_ticket")
        return both.select()

    def waiting(self) -> Select[Any]:
        """The ids of the runs of which nobody knows yet how an attempt ended."""
        return select(self._claims.c.run_id).where(self._claims.c.state.in_(_WAITING))

    @property
    def is_claimed(self) -> ColumnElement[bool]:
        """Whether an attempt holds the run."""
        return self._claims.c.run_id.is_not(None)

    @property
    def is_waiting(self) -> ColumnElement[bool]:
        """Whether nobody knows yet how an attempt ended."""
        return func.coalesce(self._claims.c.state, "").in_(_WAITING)

    @property
    def number(self) -> ColumnElement[str]:
        """The ticket's number to sort by."""
        numbers: list[ColumnElement[str]] = [func.nullif(self._links.c.number, "")]
        if self._is_mirrored:
            numbers.append(func.nullif(cast(self._runs["ticket_number"], Text), ""))
        if self._numbers is not None:
            numbers.append(self._numbers.c.number)
        return func.coalesce(*numbers, cast(null(), Text))

    def _tickets_of_ours(self) -> Subquery:
        link, seen = self._ground.tables.ticket_link, self._ground.tables.ticket_snapshot
        second = self._ground.tables.second_ticket
        closed = func.coalesce(or_(seen.c.is_complete, seen.c.is_deleted), false())
        is_open = case((or_(link.c.ticket_id.is_(None), closed), 0), else_=1)
        on = and_(seen.c.environment == link.c.environment, seen.c.ticket_id == link.c.ticket_id)
        linked = (
            select(link.c.run_id, link.c.number, is_open.label("is_open"))
            .select_from(link.outerjoin(seen, on))
            .where(
                link.c.unlinked_at.is_(None),
                or_(link.c.environment == self._environment.value, link.c.environment.is_(None)),
            )
        )
        conflicting = select(second.c.run_id, second.c.number, literal(1).label("is_open")).where(
            second.c.environment == self._environment.value
        )
        both = union_all(linked, conflicting).subquery("each_ticket")
        return (
            select(
                both.c.run_id,
                func.min(both.c.number).label("number"),
                func.max(both.c.is_open).label("is_open"),
            )
            .group_by(both.c.run_id)
            .subquery("tickets_of_ours")
        )

    def _numbers_over_there(self) -> Subquery | None:
        theirs, runs = self._ground.theirs, self._runs
        if not theirs.has("tickets") or not theirs.has("ticket_runs"):
            return None
        tickets, linked = theirs["tickets"], theirs["ticket_runs"]
        source: FromClause = linked.source.join(
            tickets.source, tickets["id"] == linked["ticket_id"]
        )
        chosen = select(linked["run_id"].label("run_id"), func.min(tickets["code"]).label("number"))
        if not self._is_mirrored and runs.has("ticket_number"):
            # the web application repeats the number of a ticket of the other environment here
            source = source.join(runs.source, runs["id"] == linked["run_id"])
            chosen = chosen.where(
                tickets["code"] != func.coalesce(runs["ticket_number"], literal(""))
            )
        return (
            chosen.select_from(source)
            .group_by(linked["run_id"])
            .correlate(None)
            .subquery("numbers_over_there")
        )

    def _claims_held(self) -> Subquery:
        claim = self._ground.tables.claim
        return (
            select(claim.c.run_id, claim.c.state)
            .where(claim.c.environment == self._environment.value, claim.c.state != _RELEASED)
            .subquery("claims_held")
        )
