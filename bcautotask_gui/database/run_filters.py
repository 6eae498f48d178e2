"""Which runs a query means and in what order: a select of ids, on as few tables as it needs."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    false,
    func,
    not_,
    or_,
    select,
    true,
    union,
)

from bcautotask_gui.database.backupchecks import TheirTable
from bcautotask_gui.database.ground import Ground, storage_zone
from bcautotask_gui.database.mappings import mappings_that_count
from bcautotask_gui.database.run_surroundings import RunSurroundings
from bcautotask_gui.database.statuses import is_one_of, severity
from bcautotask_gui.domain.runs import RunQuery, RunStatus, RunView
from bcautotask_gui.domain.settings import Settings

_CREATABLE = frozenset(status for status in RunStatus if status.creatable)
_MAPPING_URGENCY = {"invalid": 0, "missing": 1, "renamed": 2, "ok": 3}


class RunFilter:
    """One query, as conditions over the runs and what stands beside them."""

    def __init__(self, ground: Ground, settings: Settings, query: RunQuery) -> None:
        self._ground = ground
        self._settings = settings
        self._query = query
        self._runs = ground.theirs["runs"]
        self._beside = RunSurroundings(ground, settings, query.environment)

    def ids(self) -> Select[Any]:
        """The ids of the view, in order."""
        query = self._query
        source = self._beside.joined(query.view, by_ticket=query.sort == "ticket")
        chosen = (
            select(self._runs["id"].label("id"))
            .select_from(source)
            .where(*self._everywhere(), self._is_listed(), self._matches())
        )
        return self._sorted(chosen, source)

    def counts(self) -> Select[*tuple[Any, ...]]:
        """How many runs each view holds, in one pass; view and search are left aside."""
        source = self._beside.joined(None)
        numbers = (func.count().filter(self.is_in(view)).label(view.value) for view in RunView)
        return select(*numbers).select_from(source).where(*self._everywhere())

    def _is_listed(self) -> ColumnElement[bool]:
        """As `is_in`, of the query's own view and over what was joined for it alone."""
        if self._query.view is RunView.OPEN_TICKETS:
            return self._runs["id"].in_(self._beside.with_open_ticket())
        if self._query.view is RunView.WAITING:
            return self._runs["id"].in_(self._beside.waiting())
        if self._query.view is RunView.NEEDS_TICKET:
            return and_(self._may_need_ticket(), self._beside.is_free())
        return self.is_in(self._query.view)

    def is_in(self, view: RunView) -> ColumnElement[bool]:
        """Whether a run belongs to a view; needs what is joined for all views."""
        runs, beside = self._runs, self._beside
        if view is RunView.NOT_REVIEWED:
            return self._is_not_reviewed()
        if view is RunView.NEEDS_TICKET:
            is_taken = or_(beside.has_ticket, beside.is_claimed)
            return and_(self._may_need_ticket(), not_(is_taken))
        if view is RunView.OPEN_TICKETS:
            return beside.has_open_ticket
        if view is RunView.WAITING:
            return beside.is_waiting
        if view is RunView.MISSED:
            return and_(is_one_of(runs, frozenset({RunStatus.MISSED})), self._is_current())
        return true()

    def _is_not_reviewed(self) -> ColumnElement[bool]:
        return and_(self._runs["reviewed_at"].is_(None), self._is_current())

    def _may_need_ticket(self) -> ColumnElement[bool]:
        """Whether a run would need a ticket if it had none."""
        wanted = is_one_of(self._runs, _CREATABLE - self._query.without_ticket)
        return and_(self._is_not_reviewed(), wanted)

    def _everywhere(self) -> tuple[ColumnElement[bool], ...]:
        """What holds for every view of the query."""
        runs, jobs, query = self._runs, self._ground.theirs["jobs"], self._query
        conditions = []
        if query.since is not None:
            since = runs.stored("run_at", query.since, storage_zone(self._settings))
            conditions.append(runs["run_at"] >= since)
        if query.job_id is not None:
            conditions.append(runs["job_id"] == query.job_id)
        chosen = []
        if query.customer_id is not None:
            chosen.append(jobs["customer_id"] == query.customer_id)
        if query.software:
            chosen.append(jobs["software"] == query.software)
        if chosen:
            conditions.append(runs["job_id"].in_(select(jobs["id"]).where(*chosen)))
        return tuple(conditions)

    def _is_current(self) -> ColumnElement[bool]:
        """Runs of archived jobs are only shown among all, or where there is work left."""
        jobs = self._ground.theirs["jobs"]
        if not jobs.has("archived"):
            return true()
        return self._runs["job_id"].not_in(select(jobs["id"]).where(jobs["archived"].is_(True)))

    def _matches(self) -> ColumnElement[bool]:
        sought = self._query.search.strip()
        return self._runs["id"].in_(self._found(sought)) if sought else true()

    def _found(self, sought: str) -> Any:
        """Each place that a text may stand in by itself: one query of ORs would take seconds."""
        ground, runs = self._ground, self._runs
        jobs, customers = ground.theirs["jobs"], ground.theirs["customers"]
        named = (
            select(jobs["id"])
            .join_from(jobs.source, customers.source, customers["id"] == jobs["customer_id"])
            .where(
                or_(
                    ground.contains(jobs["name"], sought),
                    ground.contains(customers["name"], sought),
                )
            )
        )
        told = or_(
            ground.contains(runs["remark"], sought), ground.contains(runs["ticket_number"], sought)
        )
        link = ground.tables.ticket_link
        numbered = ground.contains(link.c.number, sought)
        branches = [
            select(runs["id"]).where(runs["job_id"].in_(named)),
            select(runs["id"]).where(told),
            select(link.c.run_id).where(link.c.unlinked_at.is_(None), numbered),
        ]
        if ground.theirs.has("tickets") and ground.theirs.has("ticket_runs"):
            tickets, linked = ground.theirs["tickets"], ground.theirs["ticket_runs"]
            branches.append(
                select(linked["run_id"])
                .join_from(linked.source, tickets.source, tickets["id"] == linked["ticket_id"])
                .where(ground.contains(tickets["code"], sought))
            )
        if self._query.in_messages:
            branches += self._told_by_objects(sought)
        return union(*(branch.correlate(None) for branch in branches)).subquery().select()

    def _told_by_objects(self, sought: str) -> list[Any]:
        """Runs whose objects carry a text; named in the mail, or kept apart from it."""
        theirs, runs = self._ground.theirs, self._runs
        branches = []
        if theirs.has("mail_objects") and runs.has("mail_id"):
            objects = theirs["mail_objects"]
            mails = select(objects["mail_id"]).where(self._carries(objects, sought))
            branches.append(select(runs["id"]).where(runs["mail_id"].in_(mails)))
        if theirs.has("run_objects"):
            objects = theirs["run_objects"]
            branches.append(select(objects["run_id"]).where(self._carries(objects, sought)))
        return branches

    def _carries(self, objects: TheirTable, sought: str) -> ColumnElement[bool]:
        known = [objects[word] for word in ("name", "message") if objects.has(word)]
        return or_(false(), *(self._ground.contains(column, sought) for column in known))

    def _sorted(self, chosen: Select[Any], source: FromClause) -> Select[Any]:
        runs, descending = self._runs, self._query.descending
        newest = (runs["run_at"].desc().nulls_last(), runs["id"].desc())
        if self._query.sort == "run_at":
            oldest = (runs["run_at"].asc().nulls_last(), runs["id"].asc())
            return chosen.order_by(*(newest if descending else oldest))
        chosen, key = self._key(chosen, source)
        return chosen.order_by((key.desc() if descending else key.asc()).nulls_last(), *newest)

    def _key(
        self, chosen: Select[Any], source: FromClause
    ) -> tuple[Select[Any], ColumnElement[Any]]:
        sort = self._query.sort
        if sort == "status":
            return chosen, severity(self._runs)
        if sort == "ticket":
            return chosen, self._beside.number
        ranks = self._mapping_ranks() if sort == "mapping" else self._job_ranks(sort)
        joined = source.outerjoin(ranks, ranks.c.job_id == self._runs["job_id"])
        return chosen.select_from(joined), ranks.c.rank

    def _job_ranks(self, sort: str) -> Subquery:
        """The place of each job when sorted by a text, so that runs are sorted by a number."""
        ground = self._ground
        jobs, customers = ground.theirs["jobs"], ground.theirs["customers"]
        texts = {
            "customer": customers["name"],
            "job": jobs["name"],
            "software": jobs["software"],
            "type": jobs["type"],
        }
        text = ground.without_case(texts[sort])
        rank = func.dense_rank().over(order_by=text.asc().nulls_last())
        return (
            select(jobs["id"].label("job_id"), case((text.is_not(None), rank)).label("rank"))
            .select_from(
                jobs.source.outerjoin(customers.source, customers["id"] == jobs["customer_id"])
            )
            .subquery("ranked_jobs")
        )

    def _mapping_ranks(self) -> Subquery:
        jobs = self._ground.theirs["jobs"]
        counting = mappings_that_count(self._ground, self._settings, self._query.environment)
        status = func.coalesce(counting.c.status, "missing")
        return (
            select(jobs["id"].label("job_id"), case(_MAPPING_URGENCY, value=status).label("rank"))
            .select_from(
                jobs.source.outerjoin(counting, counting.c.customer_id == jobs["customer_id"])
            )
            .subquery("ranked_jobs")
        )
