"""How resolving is said: its steps, the last run, and the sentence at the end."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.resolution import STEPS, Purpose, ResolutionState, StepKind
from bcautotask_gui.domain.resolution_shown import ResolutionOutcome, ResolutionPreview
from bcautotask_gui.domain.runs import RunResult, RunStatus
from bcautotask_gui.domain.ticket_notes import TimeEntries
from bcautotask_gui.domain.tickets import Origin
from bcautotask_gui.ui.run_checks.cells import STATUS_BADGES
from bcautotask_gui.ui.shared.badges import badge_meaning
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.numbers import decimal

translate = QCoreApplication.translate


def step_title(key: str, completed: str = "") -> str:
    """The name of a step.

    Args:
        key: as in its check.
        completed: Autotask's word for the completed status.
    """
    status = translate("ResolveWords", "Set the status {label}")
    return {
        StepKind.READ.value: translate("ResolveWords", "Read the ticket"),
        StepKind.TIME_ENTRIES.value: translate("ResolveWords", "Look for time entries"),
        StepKind.NOTE.value: translate("ResolveWords", "Add the internal note"),
        StepKind.RESOLUTION.value: translate("ResolveWords", "Write the resolution"),
        StepKind.TIME_ENTRIES_AGAIN.value: translate("ResolveWords", "Look for time entries again"),
        StepKind.STATUS.value: status.format(label=completed),
        StepKind.READ_BACK.value: translate("ResolveWords", "Read it back and compare"),
    }.get(key, key)


def steps_before(preview: ResolutionPreview) -> tuple[Check, ...]:
    """The steps as they stand before anything is written: two were looked at for the preview."""
    plan = preview.plan
    if plan is None:
        return ()
    kinds = STEPS[plan.purpose]
    checks = [_step(kind.value, preview, CheckState.TO_COME) for kind in kinds]
    found = entries_words(preview.entries)
    booked = bool(preview.entries and preview.entries.count)
    checks[0] = _step(kinds[0].value, preview, CheckState.PASSED, _standing(preview))
    state = CheckState.LOOK_HERE if booked else CheckState.PASSED
    checks[1] = _step(kinds[1].value, preview, state, found)
    return with_rest(tuple(checks), plan.purpose)


def with_rest(checks: tuple[Check, ...], purpose: Purpose) -> tuple[Check, ...]:
    """A note that a ticket stays open leaves resolution and status alone, and says so."""
    if purpose is not Purpose.NOTE_ONLY:
        return checks
    title = translate("ResolveWords", "Resolution and status")
    left = translate("ResolveWords", "left as they are")
    return (*checks, Check("rest", title, CheckState.TO_COME, left))


def entries_words(entries: TimeEntries | None) -> str:
    """`none`, or `2 found, 1.25 h`."""
    if entries is None:
        return ""
    if not entries.count:
        return translate("ResolveWords", "none")
    words = translate("ResolveWords", "{n} found, {hours} h")
    return words.format(n=entries.count, hours=decimal(entries.hours))


def opened_words(preview: ResolutionPreview, now: datetime) -> str:
    """When the ticket was opened, and by whom where it was made here."""
    link, ticket = preview.link, preview.ticket
    if link is None:
        return ""
    if link.origin is Origin.CREATED:
        when = moment_text(link.created_at, now, inside=True)
        words = translate("ResolveWords", "opened {when} by {who}")
        return words.format(when=when, who=link.operator)
    at = ticket.ticket.created_at if ticket is not None else None
    if at is None:
        return ""
    words = translate("ResolveWords", "opened {when}")
    return words.format(when=moment_text(at, now, inside=True))


def last_run_words(last: RunResult | None, now: datetime) -> str:
    """How and when the job's last run ended; the operator decides what that means."""
    if last is None:
        return translate("ResolveWords", "Nobody knows how the last run of this job ended.")
    word = badge_meaning(STATUS_BADGES[last.status])
    when = (
        moment_text(last.run_at, now, inside=True)
        if last.run_at
        else translate("ResolveWords", "at an unknown time")
    )
    if is_good(last):
        words = translate("ResolveWords", "The last run of this job, {when}, was {word}.")
    else:
        words = translate(
            "ResolveWords",
            "The last run of this job, {when}, was {word}. Resolve the ticket only if the problem "
            "is gone.",
        )
    return words.format(when=when, word=word)


def is_good(last: RunResult | None) -> bool:
    """Whether a run counts as a success."""
    return last is not None and last.status in (RunStatus.SUCCESS, RunStatus.OVERRIDE)


def outcome_words(outcome: ResolutionOutcome) -> str:
    """How it ended, where it came to its end; time that was booked meanwhile is told."""
    number = outcome.number
    if outcome.purpose is Purpose.NOTE:
        words = translate("ResolveWords", "Internal note added to ticket {number}")
        return words.format(number=number)
    if outcome.purpose is Purpose.NOTE_ONLY:
        words = translate("ResolveWords", "Note added to ticket {number}, which stays open")
        return words.format(number=number)
    said = translate("ResolveWords", "Ticket {number} resolved").format(number=number)
    return f"{said}. {late_time_words(outcome)}" if outcome.time_entries else said


def late_time_words(outcome: ResolutionOutcome) -> str:
    """Time was booked in the moment in which the ticket was closed."""
    if outcome.time_entries == 1:
        return translate(
            "ResolveWords",
            "1 time entry was booked while it was being closed. Check its billing in Autotask.",
        )
    words = translate(
        "ResolveWords",
        "{n} time entries were booked while it was being closed. Check their billing in Autotask.",
    )
    return words.format(n=outcome.time_entries)


def heading_of(outcome: ResolutionOutcome) -> str:
    """The point of an end that is more than done."""
    if outcome.state is ResolutionState.OPEN:
        return translate("ResolveWords", "Nobody knows yet how this ended")
    if outcome.state is ResolutionState.LEFT_OPEN:
        return translate("ResolveWords", "Time was booked meanwhile, so the ticket stays open")
    if outcome.state is ResolutionState.DONE:
        return translate("ResolveWords", "The ticket is resolved, and time was booked meanwhile")
    if outcome.note_id is not None:
        return translate("ResolveWords", "The note is on the ticket; the rest was not done")
    return translate("ResolveWords", "This was not done")


def _standing(preview: ResolutionPreview) -> str:
    words = translate("ResolveWords", "{status}, not complete")
    return words.format(status=preview.status_label)


def _step(key: str, preview: ResolutionPreview, state: CheckState, value: str = "") -> Check:
    return Check(key, step_title(key, preview.completed_label), state, value)
