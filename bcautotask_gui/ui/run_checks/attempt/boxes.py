"""What the pane says about an attempt, box by box, each with what may be done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.claim_ownership import Owner
from bcautotask_gui.domain.linking import LinkCandidate, SecondTicket
from bcautotask_gui.domain.tickets import Claim, ClaimState
from bcautotask_gui.ui.run_checks.attempt.state import AttemptState
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


class Deed(StrEnum):
    """What a button of a box does."""

    ACCEPT = "accept"
    REJECT = "reject"
    OPEN = "open"
    COPY = "copy"
    TAKE_OVER = "take over"
    LOOK = "look"
    LINK = "link"
    READ_AGAIN = "read again"


WRITING = frozenset({Deed.ACCEPT, Deed.REJECT, Deed.TAKE_OVER, Deed.LINK})
"""Not shown to roles that only look."""


@dataclass(frozen=True)
class Offer:
    """One button.

    Attributes:
        about: the ticket id or number that the deed is about.
        tip: more than the text says.
    """

    deed: Deed
    text: str
    icon: str
    about: int | str = 0
    tip: str = ""


@dataclass(frozen=True)
class Box:
    """One box: heading, sentences, buttons."""

    tone: Tone
    icon: str
    heading: str
    text: str
    offers: tuple[Offer, ...] = ()


def boxes_of(state: AttemptState, now: datetime) -> tuple[Box, ...]:
    """All boxes of a run, the most pressing first; none where nothing is open.

    Args:
        state: what is known.
        now: the time in the zone of the operator.
    """
    return (
        *(_second(each, state.own) for each in state.seconds),
        *_offered(state),
        *_attempt(state, now),
    )


def _second(second: SecondTicket, own: str) -> Box:
    number = second.number or str(second.ticket_id)
    text = translate(
        "AttemptBoxes",
        "{number} (id {id}): {why}. This run has {own}. Look at both in Autotask and close the "
        "one that is not needed; this line goes once {number} is complete there.",
    )
    if not own:
        text = translate(
            "AttemptBoxes",
            "{number} (id {id}): {why}. No ticket is created for this run while it is open. Link "
            "it if it is this run's, or close it in Autotask.",
        )
    words = text.format(number=number, id=second.ticket_id, why=told(second.why), own=own)
    link = Offer(Deed.LINK, translate("AttemptBoxes", "Link it"), "link", number)
    return Box(
        Tone.FAILED,
        "ticket",
        translate("AttemptBoxes", "A second ticket turned up"),
        words,
        (
            _open(second.ticket_id, number),
            Offer(Deed.COPY, translate("AttemptBoxes", "Copy number"), "copy", number),
            *(() if own else (link,)),
        ),
    )


def _open(ticket_id: int, number: str) -> Offer:
    tip = translate("AttemptBoxes", "Open {number} in Autotask").format(number=number)
    return Offer(Deed.OPEN, translate("AttemptBoxes", "Open"), "external", ticket_id, tip)


def _offered(state: AttemptState) -> Iterator[Box]:
    if not state.undecided:
        return
    if state.trouble is not None:
        again = Offer(Deed.READ_AGAIN, translate("AttemptBoxes", "Read again"), "refresh")
        heading = translate("AttemptBoxes", "A ticket waits for your decision")
        yield Box(Tone.WARNING, "", heading, state.trouble.sentence, (again,))
        return
    if state.offers is None:
        heading = translate("AttemptBoxes", "A ticket waits for your decision")
        yield Box(Tone.WARNING, "", heading, translate("AttemptBoxes", "Reading it in Autotask."))
        return
    for offered in state.offers:
        if offered.ticket.id in state.undecided:
            yield _offer(offered, state.against_deciding)
    shown = {offered.ticket.id for offered in state.offers}
    for ticket_id in state.undecided:
        if ticket_id not in shown:
            yield _gone(ticket_id, state.against_deciding)


def _offer(offered: LinkCandidate, against: str) -> Box:
    ticket = offered.ticket
    heading = translate("AttemptBoxes", "Is {number} the ticket of this run?")
    text = translate(
        "AttemptBoxes",
        "“{title}” · {company} · {status}. It has this run's very title but not its reference, "
        "so only a person can tell. Nothing is created before you decide.",
    ).format(title=ticket.title, company=offered.company_name, status=offered.status_label)
    decide = (
        Offer(Deed.ACCEPT, translate("AttemptBoxes", "Accept"), "check", ticket.id),
        Offer(Deed.REJECT, translate("AttemptBoxes", "Reject"), "close", ticket.id),
    )
    return Box(
        Tone.WARNING,
        "",
        heading.format(number=ticket.number),
        f"{text} {told(against)}".strip(),
        (*(() if against else decide), _open(ticket.id, ticket.number)),
    )


def _gone(ticket_id: int, against: str) -> Box:
    heading = translate("AttemptBoxes", "The offered ticket {id} is gone").format(id=ticket_id)
    text = translate("AttemptBoxes", "Autotask does not show it any more. It can only be rejected.")
    reject = Offer(Deed.REJECT, translate("AttemptBoxes", "Reject"), "close", ticket_id)
    return Box(
        Tone.WARNING, "", heading, f"{text} {told(against)}".strip(), () if against else (reject,)
    )


def _attempt(state: AttemptState, now: datetime) -> Iterator[Box]:
    claim = state.claim
    if claim is None or state.owner is None:
        return
    if claim.state is ClaimState.ENDED_BY_LINK:
        yield from _after_link(state, claim, now)
    elif not claim.state.is_open:
        return
    elif state.owner is Owner.AT_WORK:
        heading = translate("AttemptBoxes", "The ticket is being created here")
        yield Box(Tone.INFO, "ring", heading, _since(claim, now))
    elif state.owner is Owner.ALIVE:
        heading = translate("AttemptBoxes", "{who} is on it").format(who=claim.operator)
        wait = translate("AttemptBoxes", "The outcome appears here by itself.")
        yield Box(Tone.QUIET, "person", heading, f"{_since(claim, now)} {wait}")
    elif state.owner is Owner.GONE:
        yield _left_behind(state, claim, now)
    elif not claim.undecided or claim.state is not ClaimState.CLAIMED:
        yield _waiting(state, claim, now)


def _since(claim: Claim, now: datetime) -> str:
    words = translate("AttemptBoxes", "{who} ({where}), since {when}.")
    when = moment_text(claim.created_at, now, inside=True)
    return words.format(who=claim.operator, where=claim.workstation, when=when)


def _waiting(state: AttemptState, claim: Claim, now: datetime) -> Box:
    look = Offer(Deed.LOOK, translate("AttemptBoxes", "Look now"), "search")
    link = Offer(Deed.LINK, translate("AttemptBoxes", "Link existing ticket"), "link", "")
    if claim.state is ClaimState.CLAIMED:
        heading = translate("AttemptBoxes", "An attempt was left over")
        text = translate("AttemptBoxes", "Nothing was sent. The next look frees the run.")
        return Box(Tone.QUIET, "hourglass", heading, text, (look,))
    parts = [
        translate(
            "AttemptBoxes",
            "Nobody knows yet whether Autotask created the ticket. Do not create it by hand: it "
            "is looked for, the next time within 20 s.",
        ),
        _looks(claim, now),
        _until(state, now),
    ]
    heading = translate("AttemptBoxes", "Waiting for the outcome")
    text = " ".join(part for part in parts if part)
    return Box(Tone.QUIET, "hourglass", heading, text, (look, link))


def _looks(claim: Claim, now: datetime) -> str:
    if not claim.valid_looks or claim.last_valid_look is None:
        return translate("AttemptBoxes", "No look has succeeded so far.")
    when = moment_text(claim.last_valid_look, now, inside=True)
    words = translate("AttemptBoxes", "Looked {n} times and not found, last {when}.")
    if claim.valid_looks == 1:
        words = translate("AttemptBoxes", "Looked once and not found, {when}.")
    return words.format(n=claim.valid_looks, when=when)


def _until(state: AttemptState, now: datetime) -> str:
    if state.releasable_at is None:
        return ""
    when = moment_text(state.releasable_at, now, inside=True)
    words = translate(
        "AttemptBoxes", "If three looks find nothing, the last after {when}, the run is free again."
    )
    return words.format(when=when)


def _left_behind(state: AttemptState, claim: Claim, now: datetime) -> Box:
    heading = translate("AttemptBoxes", "{who} left an attempt behind").format(who=claim.operator)
    so_far = translate("AttemptBoxes", "Nothing was sent.")
    if claim.state is not ClaimState.CLAIMED:
        so_far = translate("AttemptBoxes", "Nobody knows whether Autotask created the ticket.")
    silent = translate("AttemptBoxes", "That workstation no longer answers.")
    then = _why_not_yet(state, now) or translate(
        "AttemptBoxes", "Take it over, and it is looked for and decided from here."
    )
    text = " ".join((_since(claim, now), silent, so_far, then))
    take = Offer(Deed.TAKE_OVER, translate("AttemptBoxes", "Take over"), "person")
    return Box(Tone.WARNING, "person", heading, text, () if state.against_take_over else (take,))


def _why_not_yet(state: AttemptState, now: datetime) -> str:
    """In the operator's own time where it is only a matter of waiting."""
    if state.against_take_over and state.releasable_at is not None and state.releasable_at > now:
        words = translate("AttemptBoxes", "It may still arrive; it can be taken over from {when}.")
        return words.format(when=moment_text(state.releasable_at, now, inside=True))
    return told(state.against_take_over)


def _after_link(state: AttemptState, claim: Claim, now: datetime) -> Iterator[Box]:
    """Said until its absence is proven."""
    earliest, last = state.releasable_at, claim.last_valid_look
    if earliest is None or (last is not None and last >= earliest):
        return
    heading = translate("AttemptBoxes", "The former attempt may still arrive")
    text = translate(
        "AttemptBoxes",
        "The run was linked while nobody knew whether its own ticket exists. It is looked for "
        "until {when}; if it turns up, it is shown here as a second one.",
    ).format(when=moment_text(earliest, now, inside=True))
    take = Offer(Deed.TAKE_OVER, translate("AttemptBoxes", "Take over"), "person")
    may_take = not state.owner_is_ours and not state.against_take_over
    yield Box(Tone.QUIET, "hourglass", heading, text, (take,) if may_take else ())
