"""Rows of Run Checks by id: a handful of quick statements that are built once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, RowMapping, Select, and_, select

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
from bcautotask_gui.domain.tickets import ClaimState, TicketLink

_RUNS = "run_ids"


class RowReader:
    """Reads rows on a connection at hand."""

    def __init__(self, ground: Ground, instance: str = "") -> None:
        """Build it.

        Args:
            ground: the database.
            instance: the id of this application, whose claims are called mine.
        """
        self._ground = ground
        self._instance = instance
        self._links = LinkReader(ground)
        self._objects = ObjectReader(ground)
        self._built: dict[tuple[Environment, bool], Select[Any]] = {}

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
        given = {_RUNS: self._ground.listed(ids)}
        chosen = self._rows_by_id(settings, environment)
        rows = connection.execute(chosen, given).mappings().all()
        found = {row["id"]: row for row in rows}
        mails = {row["id"]: row["mail_id"] for row in found.values()}
        around = _Around(
            environment,
            storage_zone(settings),
            self._links.of_runs(connection, ids, settings),
            self._objects.counted(connection, mails),
            self._objects.is_possible,
            self._instance,
            self._alive(connection, found.values()),
        )
        return tuple(around.row(found[each]) for each in ids if each in found)

    def _rows_by_id(self, settings: Settings, environment: Environment) -> Select[Any]:
        key = (environment, environment is settings.mirrored)
        if key not in self._built:
            self._built[key] = self._build(settings, environment)
        return self._built[key]

    def _build(self, settings: Settings, environment: Environment) -> Select[Any]:
        """Run, job, customer, mapping and claim: never more than one of each."""
        columns, source = run_columns(self._ground)
        runs, customers = self._ground.theirs["runs"], self._ground.theirs["customers"]
        counting = mappings_that_count(self._ground, settings, environment)
        statuses = select(counting.c.customer_id, counting.c.status)
        # worked out once: SQLite would do it for each row
        mapped = statuses.cte("mapped").prefix_with("MATERIALIZED")
        claim = self._ground.tables.claim
        is_held = and_(
            claim.c.run_id == runs["id"],
            claim.c.environment == environment.value,
            claim.c.state != ClaimState.RELEASED.value,
        )
        work = (claim.c[name].label(f"claim_{name}") for name in ("state", "operator", "instance"))
        return (
            select(*columns, mapped.c.status.label("mapping_status"), *work)
            .select_from(
                source.outerjoin(mapped, mapped.c.customer_id == customers["id"]).outerjoin(
                    claim, is_held
                )
            )
            .where(self._ground.among_given(runs["id"], _RUNS))
        )

    def _alive(self, connection: Connection, rows: Collection[RowMapping]) -> Collection[str]:
        """The applications that live, read only where another's work must be judged."""
        if all(row["claim_instance"] == self._instance for row in rows if _is_worked_on(row)):
            return ()
        within = ALIVE_WITHIN.total_seconds()
        return alive_instances(connection, self._ground.tables, within)


def _is_worked_on(row: RowMapping) -> bool:
    return row["claim_state"] is not None and ClaimState(row["claim_state"]).is_open


@dataclass(frozen=True)
class _Around:
    """All that stands beside the rows of one page, by key."""

    environment: Environment
    zone: ZoneInfo
    links: Mapping[int, tuple[TicketLink, ...]]
    objects: Mapping[int, Counted]
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
            run_at=from_their_clock(found["run_at"], self.zone),
            objects_failed=objects.failed if objects else None,
            objects_total=objects.total if objects else None,
            remark=found["remark"] or "",
            ticket=cell_of(self.links.get(run_id, ()), self.environment),
            work=self._work(found),
            mapping_status=MappingStatus(found["mapping_status"] or MappingStatus.MISSING),
            is_reviewed=found["reviewed_at"] is not None,
        )

    def _work(self, found: RowMapping) -> WorkCell | None:
        if not _is_worked_on(found):
            return None
        is_mine = found["claim_instance"] == self.instance
        is_alive = is_mine or found["claim_instance"] in self.alive
        state = ClaimState(found["claim_state"])
        return WorkCell(state, found["claim_operator"], is_mine=is_mine, is_alive=is_alive)
