"""What refuses a claim: looked at again under the run's lock, in the claim's own transaction."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from bcautotask_gui.database.claims import Claims
from bcautotask_gui.database.ground import Ground, settings_in_force, stale_settings, storage_zone
from bcautotask_gui.database.links import LinkReader
from bcautotask_gui.database.mappings import mappings_that_count
from bcautotask_gui.database.naming import names_in_force
from bcautotask_gui.database.run_reading import RunReader
from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.runs import Run
from bcautotask_gui.domain.sentences import recalled, say
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.tickets import Claim, ClaimState, TicketDraft


@dataclass(frozen=True)
class ClaimChecks:
    """Every reason against a claim, in the order in which a person wants to hear it."""

    ground: Ground
    claims: Claims

    def refuse(self, connection: Connection, draft: TicketDraft) -> None:
        """Refuses a draft whose run is taken or whose world has changed.

        Raises:
            Failure: DISABLED, STALE, NAMES_CHANGED, RUN_GONE, HAS_TICKET, WORKED_ON.
        """
        settings = settings_in_force(connection, self.ground.tables)
        if not settings.enabled:
            raise Failure(Kind.DISABLED)
        self._refuse_for_ticket(connection, draft, settings)
        self.refuse_for_claim(connection, draft)
        self._refuse_for_names(connection)
        _refuse_for_settings(draft, settings)
        run = self._run(connection, draft, settings)
        self._refuse_for_twin(connection, draft, run, settings)
        self._refuse_for_mapping(connection, draft, settings)

    def refuse_for_claim(self, connection: Connection, draft: TicketDraft) -> None:
        """Refuses where the run, or the same report as another run, is claimed already.

        Raises:
            Failure: HAS_TICKET, WORKED_ON.
        """
        claim = self.claims.of_run(connection, draft.run_id, draft.environment)
        if claim:
            raise _refused_by(claim, say("created for this run"))
        twin = self.claims.of_report(connection, draft)
        if twin:
            raise _refused_by(
                twin, say("made for run {run_id}, which is the same report", run_id=twin.run_id)
            )

    def _refuse_for_ticket(
        self, connection: Connection, draft: TicketDraft, settings: Settings
    ) -> None:
        links = LinkReader(self.ground).counting(
            connection, draft.run_id, settings, draft.environment
        )
        if links:
            link = links[0]
            raise Failure(
                Kind.HAS_TICKET,
                number=link.number or link.ticket_id,
                origin=recalled(link.origin.value),
            )
        second = self.ground.tables.second_ticket
        found = connection.execute(
            select(second.c.number, second.c.ticket_id).where(
                second.c.environment == draft.environment.value, second.c.run_id == draft.run_id
            )
        ).first()
        if found:
            number = found.number or found.ticket_id
            raise Failure(Kind.HAS_TICKET, number=number, origin=say("found in Autotask"))

    def _refuse_for_mapping(
        self, connection: Connection, draft: TicketDraft, settings: Settings
    ) -> None:
        counting = mappings_that_count(self.ground, settings, draft.environment)
        runs, jobs = self.ground.theirs["runs"], self.ground.theirs["jobs"]
        chosen = (
            select(
                counting.c.company_id, counting.c.version, counting.c.status, counting.c.changed_by
            )
            .join_from(runs.source, jobs.source, jobs["id"] == runs["job_id"])
            .join(counting, counting.c.customer_id == jobs["customer_id"])
            .where(runs["id"] == draft.run_id)
        )
        now = connection.execute(chosen).first()
        if now is None:
            raise Failure(Kind.STALE, what="The mapping", who="somebody")
        is_the_same = (now.company_id, now.version) == (draft.company_id, draft.mapping_version)
        if not is_the_same or not MappingStatus(now.status).allows_tickets:
            raise Failure(Kind.STALE, what="The mapping", who=now.changed_by)

    def _refuse_for_names(self, connection: Connection) -> None:
        """Whoever still reads by other names would give a report another fingerprint."""
        now = names_in_force(connection, self.ground.tables)
        if now.version != self.ground.theirs.given.version:
            raise Failure(Kind.NAMES_CHANGED, who=now.saved_by or "Somebody")

    def _refuse_for_twin(
        self, connection: Connection, draft: TicketDraft, run: Run, settings: Settings
    ) -> None:
        """Refuses where another run is the same report as both are read now.

        Its claim may carry a fingerprint that was made when a column had another name or could
        not be read yet, so the keys of the table do not meet.
        """
        runs, reader = self.ground.theirs["runs"], RunReader(self.ground)
        its_time = select(runs["run_at"]).where(runs["id"] == run.id).correlate(None)
        twins = select(runs["id"]).where(
            runs["job_id"] == run.job_id,
            runs["run_at"] == its_time.scalar_subquery(),
            runs["id"] != run.id,
        )
        for twin_id in connection.execute(twins).scalars().all():
            claim = self.claims.of_run(connection, twin_id, draft.environment)
            twin = reader.run(connection, twin_id, storage_zone(settings)) if claim else None
            if claim and twin and twin.fingerprint == run.fingerprint:
                raise _refused_by(
                    claim, say("made for run {twin_id}, which is the same report", twin_id=twin_id)
                )

    def _run(self, connection: Connection, draft: TicketDraft, settings: Settings) -> Run:
        reader = RunReader(self.ground)
        run = reader.run(connection, draft.run_id, storage_zone(settings))
        if run is None:
            raise Failure(Kind.RUN_GONE)
        if run.digest != draft.run_digest:
            raise Failure(Kind.STALE, what="The run", who="Backupchecks")
        return run


def _refuse_for_settings(draft: TicketDraft, settings: Settings) -> None:
    same = (
        draft.settings_version == settings.version
        and draft.environment is settings.environment
        and draft.database_id == settings.environments[draft.environment].database_id
    )
    if not same:
        raise stale_settings(settings)


def _refused_by(claim: Claim, origin: str) -> Failure:
    if claim.state is ClaimState.CREATED:
        return Failure(Kind.HAS_TICKET, number=claim.ticket_id, origin=origin)
    return Failure(Kind.WORKED_ON, who=claim.operator)
