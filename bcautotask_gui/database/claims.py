"""Claims as rows: read, and moved on only by who holds them as they are."""

import json
import secrets
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select, update

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.times import database_time
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim, ClaimState, Marker, TicketDraft

OPEN = tuple(state for state in ClaimState if state.is_open)
_RELEASED = ClaimState.RELEASED.value


class Claims:
    """Each method works on a connection at hand."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.table = ground.tables.claim

    def insert(
        self, connection: Connection, draft: TicketDraft, instance: Instance, operator: str
    ) -> Claim | None:
        """A new claim, or None where a key of the table says that another holds it."""
        values = {
            "environment": draft.environment.value,
            "run_id": draft.run_id,
            "company_id": draft.company_id,
            "workspace": draft.marker.workspace,
            "fingerprint": draft.marker.fingerprint,
            "stem": draft.marker.stem,
            "title": draft.title,
            "state": ClaimState.CLAIMED.value,
            "token": _new_token(),
            "version": 1,
            "operator": operator,
            "workstation": instance.workstation,
            "instance": instance.id,
            "profile": instance.profile,
            "run_at": draft.run_at,
            "reason": "",
            "valid_looks": 0,
            "offered": "[]",
            "rejected": self._rejected_before(connection, draft),
        }
        statement = self._ground.insert(self.table).values(
            created_at=database_time(), changed_at=database_time(), **values
        )
        won = statement.on_conflict_do_nothing().returning(self.table)
        row = connection.execute(won).mappings().first()
        return claim_of(row) if row else None

    def _rejected_before(self, connection: Connection, draft: TicketDraft) -> str:
        """What a person said of earlier attempts for the same report holds for this one, too.

        After a restore the same serial may stand for another report, whose offers nobody saw.
        """
        table = self.table
        chosen = (
            select(table.c.rejected)
            .where(
                table.c.environment == draft.environment.value,
                table.c.run_id == draft.run_id,
                table.c.company_id == draft.company_id,
                table.c.stem == draft.marker.stem,
            )
            .order_by(table.c.id)
        )
        earlier = connection.execute(chosen).scalars()
        return listed([ticket for each in earlier for ticket in json.loads(each)])

    def move(
        self,
        connection: Connection,
        claim: Claim,
        states: Collection[ClaimState],
        **values: Any,
    ) -> Claim:
        """The compare-and-set of every transition.

        Raises:
            Failure: STALE where the claim is no longer as the caller knows it.
        """
        table = self.table
        moved = (
            update(table)
            .where(
                table.c.id == claim.id,
                table.c.token == claim.token,
                table.c.version == claim.version,
                table.c.state.in_([state.value for state in states]),
            )
            .values(version=table.c.version + 1, changed_at=database_time(), **values)
            .returning(table)
        )
        row = connection.execute(moved).mappings().first()
        if row is None:
            raise self._stale(connection, claim)
        return claim_of(row)

    def move_whatever_version(self, connection: Connection, claim_id: int, **values: Any) -> Claim:
        """For a ticket that exists: the caller holds the row and has looked at its state."""
        table = self.table
        moved = (
            update(table)
            .where(table.c.id == claim_id)
            .values(version=table.c.version + 1, changed_at=database_time(), **values)
            .returning(table)
        )
        return claim_of(connection.execute(moved).mappings().one())

    def held(self, connection: Connection, claim_id: int) -> Claim | None:
        """The claim as it is now, locked until the end of the transaction."""
        chosen = select(self.table).where(self.table.c.id == claim_id).with_for_update()
        return self._first(connection, chosen)

    def of_run(self, connection: Connection, run_id: int, environment: Environment) -> Claim | None:
        """The claim of a run that is not released."""
        return self.of_runs(connection, [run_id], environment).get(run_id)

    def of_runs(
        self, connection: Connection, run_ids: Collection[int], environment: Environment
    ) -> Mapping[int, Claim]:
        """The claims of runs that are not released, by run."""
        table = self.table
        chosen = select(table).where(
            table.c.environment == environment.value,
            self._ground.among(table.c.run_id, run_ids),
            table.c.state != _RELEASED,
        )
        rows = connection.execute(chosen).mappings()
        return {row["run_id"]: claim_of(row) for row in rows}

    def ended(self, connection: Connection, environment: Environment) -> tuple[Claim, ...]:
        """The claims that a link ended and of which no second ticket is known yet."""
        table, second = self.table, self._ground.tables.second_ticket
        chosen = (
            select(table)
            .where(
                table.c.environment == environment.value,
                table.c.state == ClaimState.ENDED_BY_LINK.value,
                table.c.id.not_in(select(second.c.claim_id)),
            )
            .order_by(table.c.id)
        )
        return tuple(map(claim_of, connection.execute(chosen).mappings()))

    def of_report(self, connection: Connection, draft: TicketDraft) -> Claim | None:
        """The claim on the same report, imported as another run."""
        table = self.table
        chosen = select(table).where(
            table.c.environment == draft.environment.value,
            table.c.company_id == draft.company_id,
            table.c.stem == draft.marker.stem,
            table.c.state != _RELEASED,
        )
        return self._first(connection, chosen)

    def of_ticket(
        self, connection: Connection, environment: Environment, ticket_id: int
    ) -> Claim | None:
        """The claim that made or adopted a ticket."""
        table = self.table
        chosen = select(table).where(
            table.c.environment == environment.value,
            table.c.ticket_id == ticket_id,
            table.c.state == ClaimState.CREATED.value,
        )
        return self._first(connection, chosen)

    def _first(self, connection: Connection, chosen: Select[Any]) -> Claim | None:
        row = connection.execute(chosen).mappings().first()
        return claim_of(row) if row else None

    def _stale(self, connection: Connection, claim: Claim) -> Failure:
        chosen = select(self.table).where(self.table.c.id == claim.id)
        now = self._first(connection, chosen)
        who = now.operator if now else "a restored database"
        detail = f"claim {claim.id} is {now.state.value if now else 'gone'}"
        return Failure(Kind.STALE, detail, what="The attempt", who=who)


def taken_over(instance: Instance, operator: str) -> dict[str, str]:
    """What makes an instance the owner of a claim: the former owner's token no longer fits."""
    return {
        "token": _new_token(),
        "operator": operator,
        "workstation": instance.workstation,
        "instance": instance.id,
        "profile": instance.profile,
    }


def listed(ids: Collection[int]) -> str:
    """Ticket ids as the table keeps them, each once, in the order they came."""
    return json.dumps(list(dict.fromkeys(ids)))


def claim_of(row: RowMapping) -> Claim:
    """The claim that a row of the table stands for."""
    environment = Environment(row["environment"])
    names = (
        "id", "run_id", "company_id", "title", "token", "version", "operator", "workstation",
        "instance", "profile", "created_at", "run_at", "sending_at", "ticket_id", "reason",
        "valid_looks", "last_valid_look",
    )  # fmt: skip
    return Claim(
        environment=environment,
        marker=Marker(row["workspace"], environment, row["fingerprint"], row["run_id"]),
        state=ClaimState(row["state"]),
        offered=tuple(json.loads(row["offered"])),
        rejected=tuple(json.loads(row["rejected"])),
        **{name: row[name] for name in names},
    )


def _new_token() -> str:
    return secrets.token_hex(8)
