"""How a create ends, for the person who pressed the button."""

from dataclasses import dataclass

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.sentences import begun_small, say
from bcautotask_gui.domain.tickets import Claim, ClaimState


@dataclass(frozen=True)
class CreateOutcome:
    """How a create ended for the person who pressed the button.

    Attributes:
        state: CREATED, UNKNOWN while nobody knows or the ticket is not recorded yet, or CLAIMED
            while a person must decide.
        number: the ticket number, empty where it could not be read yet.
        was_found: an earlier attempt had made the ticket; it was found, not made again.
        failure: what keeps the outcome open, for UNKNOWN and CLAIMED.
    """

    run_id: int
    state: ClaimState
    ticket_id: int | None = None
    number: str = ""
    was_found: bool = False
    failure: Failure | None = None


def one_too_many(claim: Claim, ticket_id: int, number: str) -> CreateOutcome:
    """The ticket exists, but the run was decided otherwise meanwhile; the store keeps both."""
    reason = say(
        "Autotask holds ticket {number} for this run, but the run was decided "
        "otherwise meanwhile. Close one of the two.",
        number=number or ticket_id,
    )
    failure = Failure(Kind.BLOCKED, reason=reason)
    return CreateOutcome(claim.run_id, ClaimState.CLAIMED, ticket_id, number, failure=failure)


def not_recorded(claim: Claim, ticket_id: int, failure: Failure) -> CreateOutcome:
    """The ticket exists; that the database saved nothing must not sound like trying again."""
    reason = say(
        "Autotask created ticket id {ticket_id}, but the database did not take "
        "the record: {why}. It is recorded later by itself. Do not create it "
        "again.",
        ticket_id=ticket_id,
        why=begun_small(failure.happened),
    )
    told = Failure(Kind.BLOCKED, failure.detail, reason=reason)
    return CreateOutcome(claim.run_id, ClaimState.UNKNOWN, ticket_id, failure=told)
