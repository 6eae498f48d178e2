"""What becomes of an attempt to create a ticket: the decisions of the protocol, without doing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.tickets import Claim, ClaimState, LookUp, Ticket

SEND_WITHIN = timedelta(seconds=30)
RELEASE_AFTER = timedelta(minutes=10)
LOOKS_NEEDED = 3
CLOCKS_DIFFER = timedelta(minutes=15)
RESTORE_WAIT = timedelta(minutes=10)
UNDECIDED = say("a person decides about the ticket that was found")


class Step(StrEnum):
    """What to do next after a look-up."""

    CREATE = "create"
    ADOPT = "adopt"
    OFFER = "offer"
    SECOND = "second"
    WAIT = "wait"
    RELEASE = "release"


@dataclass(frozen=True)
class Decision:
    """The next step, with the tickets it is about."""

    step: Step
    tickets: tuple[Ticket, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Waits:
    """The waits of the protocol; shorter ones only while Autotask is on loopback.

    Attributes:
        release_after: how long after `sending` a claim may be released at the earliest.
        between_looks: the pause between two look-ups.
    """

    release_after: timedelta = RELEASE_AFTER
    between_looks: timedelta = timedelta(seconds=20)


def before_create(claim: Claim, found: LookUp, held: Collection[int] = ()) -> Decision:
    """What a look-up before the create means.

    A ticket by marker that fits was made by an earlier attempt: it is adopted. One that does not
    fit, or that another run holds, is shown. A ticket that only its title speaks for is offered,
    save where another run holds it: the same job fails under the same title every day. Absence
    must be proven.

    Args:
        claim: the attempt that is about to be sent.
        found: what the look-up found.
        held: ids of tickets that other runs hold, by a claim or a link.
    """
    decision = _from_finds(claim, found, held)
    if decision:
        return decision
    if claim.undecided:
        return Decision(Step.WAIT, why=UNDECIDED)
    if not found.is_valid:
        return Decision(Step.WAIT, why=say("Autotask did not show a ticket that is known to exist"))
    return Decision(Step.CREATE)


def after_sending(
    claim: Claim, found: LookUp, now: datetime, waits: Waits, held: Collection[int] = ()
) -> Decision:
    """What a look-up means for an attempt whose outcome nobody knows.

    Released only after the release time, after three look-ups that proved absence, the last of
    them asked after that time.

    Args:
        claim: with this look-up already counted.
        found: what the look-up found.
        now: the database's time.
        waits: the waits in force.
        held: ids of tickets that other runs hold, by a claim or a link.
    """
    decision = _from_finds(claim, found, held)
    if decision:
        return decision
    if claim.undecided:
        return Decision(Step.WAIT, why=UNDECIDED)
    if found.is_valid and may_release(claim, now, waits):
        return Decision(Step.RELEASE, why=say("not found in Autotask after repeated looks"))
    return Decision(Step.WAIT, why=say("it may still arrive"))


def proves_absence(claim: Claim, found: LookUp, held: Collection[int] = ()) -> bool:
    """Whether a look-up counts as "absent": neither marker nor title, in an answer that is whole.

    A ticket that a person rejected, or that another run holds, speaks for this run no longer.
    """
    marked, titled = _by_marker(claim, found, held), _by_title(claim, found, held)
    return found.is_valid and not marked and not titled


def _from_finds(claim: Claim, found: LookUp, held: Collection[int]) -> Decision | None:
    marked = _by_marker(claim, found, held)
    if len(marked) > 1:
        return Decision(Step.SECOND, marked, say("more than one ticket carries the marker"))
    if marked:
        if marked[0].id in held:
            return Decision(Step.SECOND, marked, say("another run holds it"))
        if fits(claim, marked[0]):
            return Decision(Step.ADOPT, marked)
        return Decision(Step.SECOND, marked, say("company or title do not fit"))
    offers = _by_title(claim, found, held)
    return Decision(Step.OFFER, offers) if offers else None


def _by_marker(claim: Claim, found: LookUp, held: Collection[int]) -> tuple[Ticket, ...]:
    """Two customers' jobs can share sender, name and minute, and so the fingerprint.

    A ticket of another company that another run of ours holds is that run's.
    """
    return tuple(t for t in found.by_marker if t.id not in held or t.company_id == claim.company_id)


def _by_title(claim: Claim, found: LookUp, held: Collection[int]) -> tuple[Ticket, ...]:
    return tuple(t for t in found.by_title if t.id not in claim.rejected and t.id not in held)


def fits(claim: Claim, ticket: Ticket) -> bool:
    """Whether a ticket that carries the marker is the one that this claim would have made."""
    return ticket.company_id == claim.company_id and ticket.title == claim.title


def release_time(claim: Claim, waits: Waits) -> datetime | None:
    """The earliest moment at which the claim may be released, by the database's clock."""
    return claim.sending_at + waits.release_after if claim.sending_at else None


def may_release(claim: Claim, now: datetime, waits: Waits) -> bool:
    """Whether the claim has been looked for often and long enough to be given up.

    One that was decided, or about whose offer nobody decided yet, is never given up.
    """
    if not claim.state.is_open or claim.undecided:
        return False
    earliest = release_time(claim, waits)
    if earliest is None:
        return claim.state is ClaimState.CLAIMED
    return (
        now >= earliest
        and claim.valid_looks >= LOOKS_NEEDED
        and claim.last_valid_look is not None
        and claim.last_valid_look >= earliest
    )


def look_since(claim: Claim) -> datetime | None:
    """From when on tickets with the same title are looked for.

    For an unknown outcome since 15 minutes before `sending`, otherwise since the run.
    """
    return claim.sending_at - CLOCKS_DIFFER if claim.sending_at else claim.run_at
