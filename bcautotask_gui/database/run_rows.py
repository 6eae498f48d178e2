"""Rows of Run Checks by id: a handful of quick statements instead of one that joins everything."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from bcautotask_gui.database.claims import Claims
from bcautotask_gui.database.ground import Ground, storage_zone
from bcautotask_gui.database.instances import alive_instances
from bcautotask_gui.database.links import LinkReader, cell_of
from bcautotask_gui.database.mappings import mappings_that_count
from bcautotask_gui.database.objects import Counted, ObjectReader
from bcautotask_gui.database.run_reading import run_columns, status_of
from bcautotask_gui.database.times import from_their_clock
from bcautotask_gui.domain.claim_ownership import ALIVE_WITHIN
from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.runs import RunRow, WorkCell
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.tickets import Claim, TicketLink


@dataclass(frozen=True)
class RowReader:
    """Reads rows on a connection at hand.

    Attributes:
        instance: the id of this application, whose claims are called mine.
    """

    ground: Ground
    instance: str = ""

    def rows(
        self,
        connection: Connection,
        ids: Sequence[int],
        settings: Settings,
        environment: Environment,
    ) -> tuple[RunRow, ...]:
        """Rows in the order of the ids; a run that is gone is left out."""
        if not ids:
            return ()
        columns, source = run_columns(self.ground)
        runs = self.ground.theirs["runs"]
        chosen = select(*columns).select_from(source).where(self.ground.among(runs["id"], ids))
        found = {row["id"]: row for row in connection.execute(chosen).mappings()}
        mails = {row["id"]: row["mail_id"] for row in found.values()}
        claims = Claims(self.ground).of_runs(connection, ids, environment)
        around = _Around(
            environment,
            settings,
            LinkReader(self.ground).of_runs(connection, ids, settings),
            claims,
            ObjectReader(self.ground).counted(connection, mails),
            self._mapping_statuses(connection, found, settings, environment),
            ObjectReader(self.ground).is_possible,
            self.instance,
            self._alive(connection, claims.values()),
        )
        return tuple(around.row(found[each]) for each in ids if each in found)

    def _alive(self, connection: Connection, claims: Collection[Claim]) -> Collection[str]:
        """The applications that live, read only where another's work must be judged."""
        if all(claim.instance == self.instance or not claim.state.is_open for claim in claims):
            return ()
        within = ALIVE_WITHIN.total_seconds()
        return alive_instances(connection, self.ground.tables, within)

    def _mapping_statuses(
        self,
        connection: Connection,
        found: Mapping[int, RowMapping],
        settings: Settings,
        environment: Environment,
    ) -> Mapping[int, MappingStatus]:
        counting = mappings_that_count(self.ground, settings, environment)
        customers = {row["customer_id"] for row in found.values()}
        chosen = select(counting.c.customer_id, counting.c.status).where(
            self.ground.among(counting.c.customer_id, customers)
        )
        return {each[0]: MappingStatus(each[1]) for each in connection.execute(chosen)}


@dataclass(frozen=True)
class _Around:
    """All that stands beside the rows of one page, by key."""

    environment: Environment
    settings: Settings
    links: Mapping[int, tuple[TicketLink, ...]]
    claims: Mapping[int, Claim]
    objects: Mapping[int, Counted]
    mappings: Mapping[int, MappingStatus]
    objects_known: bool
    instance: str
    alive: Collection[str]

    def row(self, found: RowMapping) -> RunRow:
        run_id = found["id"]
        none_told = Counted(0, 0) if self.objects_known else None
        objects = self.objects.get(run_id, none_told)
        return RunRow(
            id=run_id,
            status=status_of(found),
            status_text=found["status"] or "",
            customer_id=found["customer_id"],
            customer=found["customer"] or "",
            job_id=found["job_id"],
            job=found["job"] or "",
            software=found["software"] or "",
            backup_type=found["backup_type"] or "",
            run_at=from_their_clock(found["run_at"], storage_zone(self.settings)),
            objects_failed=objects.failed if objects else None,
            objects_total=objects.total if objects else None,
            remark=found["remark"] or "",
            ticket=cell_of(self.links.get(run_id, ()), self.environment),
            work=self._work(self.claims.get(run_id)),
            mapping_status=self.mappings.get(found["customer_id"], MappingStatus.MISSING),
            is_reviewed=found["reviewed_at"] is not None,
        )

    def _work(self, claim: Claim | None) -> WorkCell | None:
        if claim is None or not claim.state.is_open:
            return None
        is_mine = claim.instance == self.instance
        is_alive = is_mine or claim.instance in self.alive
        return WorkCell(claim.state, claim.operator, is_mine=is_mine, is_alive=is_alive)
