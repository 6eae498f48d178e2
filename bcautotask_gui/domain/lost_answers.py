"""What became of a note or an update whose answer was lost, and what then is left to do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.claim_rules import LOOKS_NEEDED, Waits
from bcautotask_gui.domain.full_ticket import FullTicket, has_text
from bcautotask_gui.domain.resolution import (
    Purpose,
    Resolution,
    ResolutionPlan,
    ResolutionState,
    Step,
    StepKind,
)
from bcautotask_gui.domain.sentences import listed, say
from bcautotask_gui.domain.ticket_notes import Note, NotesFound, same_text


class Verdict(StrEnum):
    """What a look at Autotask says about a request whose answer was lost."""

    DONE = "done"
    ABSENT = "absent"
    WAIT = "wait"


@dataclass(frozen=True)
class NoteVerdict:
    """What a look for a note says, with the note that was found."""

    verdict: Verdict
    note_id: int | None = None


def recorded_notes(attempts: Sequence[Resolution]) -> frozenset[int]:
    """The notes that attempts wrote."""
    return frozenset(each.note_id for each in attempts if each.note_id is not None)


def our_note(attempt: Resolution, found: Sequence[Note], recorded: Collection[int]) -> int | None:
    """The note that this attempt wrote, if it is among those found.

    Ours is above the highest seen before, says our text, is by our API user, and no other attempt
    recorded it. Clocks are not compared.
    """
    before = attempt.before
    if before is None:
        return None
    ours = (
        note.id
        for note in found
        if note.id > before.highest
        and note.id not in recorded
        and before.author in (None, note.author)
        and same_text(note.text, attempt.plan.text)
    )
    return min(ours, default=None)


def proves_absence(attempt: Resolution, found: NotesFound, recorded: Collection[int]) -> bool:
    """Whether a look-up counts as "absent": our note is not there, in an answer that is whole."""
    return found.is_valid and our_note(attempt, found.notes, recorded) is None


def note_verdict(
    attempt: Resolution,
    step: Step,
    found: NotesFound,
    recorded: Collection[int],
    now: datetime,
    waits: Waits,
) -> NoteVerdict:
    """What a look for a note says whose answer was lost.

    Absent only after the release time and three look-ups that proved it, the last of them asked
    after that time.

    Args:
        attempt: whose note is looked for.
        step: the note's step, with this look-up already counted.
        found: what the look-up found.
        recorded: notes that other attempts on the ticket wrote.
        now: the database's time.
        waits: the waits in force.
    """
    ours = our_note(attempt, found.notes, recorded)
    if ours is not None:
        return NoteVerdict(Verdict.DONE, ours)
    earliest, last_look = release_time(step, waits), step.last_valid_look
    if earliest is None or last_look is None or step.valid_looks < LOOKS_NEEDED:
        return NoteVerdict(Verdict.WAIT)
    is_over = found.is_valid and min(now, last_look) >= earliest
    return NoteVerdict(Verdict.ABSENT if is_over else Verdict.WAIT)


def update_verdict(attempt: Resolution, step: Step, ticket: FullTicket) -> Verdict:
    """What a reading after the release time says about an update whose answer was lost."""
    if step.kind is StepKind.STATUS:
        is_there = ticket.ticket.status == attempt.plan.completed_status
    else:
        is_there = has_text(ticket.resolution, attempt.plan.text)
    return Verdict.DONE if is_there else Verdict.ABSENT


def release_time(step: Step, waits: Waits) -> datetime | None:
    """The earliest moment at which a lost request may be given up, by the database's clock."""
    return step.sending_at + waits.release_after if step.sending_at else None


def is_complete(attempt: Resolution) -> bool:
    """Whether everything that an attempt was for is done and was seen."""
    if attempt.plan.purpose is Purpose.RESOLVE:
        return attempt.has(StepKind.READ_BACK)
    return attempt.note_id is not None


def cut_short(attempt: Resolution) -> str:
    """What is known of an attempt that did not come to its end."""
    done = [say("the note is on the ticket")] if attempt.note_id else [say("no note was added")]
    if attempt.plan.purpose is Purpose.RESOLVE:
        is_written = attempt.has(StepKind.RESOLUTION)
        done.append(
            say("the resolution is written") if is_written else say("the resolution is not written")
        )
        done.append(say("the status was left as it is"))
    told: str = done[-1]
    if done[1:]:
        told = say("{some} and {last}", some=listed(*done[:-1], between=", "), last=done[-1])
    return say(
        "The work on {number} was cut short: {told}. Begin again when you are ready.",
        number=attempt.plan.number,
        told=told,
    )


def note_to_take_over(
    earlier: Sequence[Resolution], plan: ResolutionPlan, present: Collection[int]
) -> int | None:
    """The note of a failed attempt that a retry must not double.

    Args:
        earlier: attempts on this ticket, the newest first.
        plan: what is about to be done.
        present: the ids of the notes that the ticket has.
    """
    if plan.purpose is not Purpose.RESOLVE:
        return None
    for attempt in earlier:
        if attempt.plan.purpose is not Purpose.RESOLVE:
            continue
        if attempt.state is ResolutionState.DONE:
            return None
        if attempt.note_id in present and same_text(attempt.plan.text, plan.text):
            return attempt.note_id
    return None
