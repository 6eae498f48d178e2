"""The test ticket: made in Sandbox, updated in full, completed, and read back after each update."""

from collections.abc import Generator
from dataclasses import replace
from datetime import datetime

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.connection import CheckState
from bcautotask_gui.domain.due_date import due_at
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import Autotask, Clock, SettingsStore
from bcautotask_gui.domain.proof import Proof
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField, label_of
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.settings_rules import problems_of
from bcautotask_gui.domain.ticket_content import long_date
from bcautotask_gui.domain.tickets import CreateAnswer, Ending, Marker, TicketDraft
from bcautotask_gui.services import company_choices
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.drafts import choices_of
from bcautotask_gui.services.holding import within_thirty_seconds
from bcautotask_gui.services.test_ticket_report import (
    TestTicketReport,
    first_report,
    judged,
    marked,
    spoilt_fields,
)

# Autotask's id of the company whose tenant it is
OWN_COMPANY = 0
# no run's fingerprint: those are hexadecimal
FINGERPRINT = "testticket"
RESOLUTION = "Written by a test of Backupchecks: nothing else on this ticket may change."
SAVE_TRIES = 3
_STAMPS = frozenset({"completedDate", "resolvedDateTime"})


Steps = Generator[TestTicketReport, None, TestTicketReport]


class TestTicket:
    """Makes one test ticket at a time; only where the environment in use is the Sandbox."""

    __test__ = False

    def __init__(
        self, store: SettingsStore, access: AutotaskAccess, actor: Actor, clock: Clock
    ) -> None:
        self._store = store
        self._access = access
        self._actor = actor
        self._clock = clock

    def run(self) -> Steps:
        """Creates, updates, completes, and remembers what that showed.

        Yields:
            The whole list after each step.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, SECRET_MISSING, BLOCKED where the saved settings cannot
                make a ticket, or what Autotask answered.
        """
        self._actor.require(Permission.SETTINGS)
        opened = self._access.open()
        settings = opened.settings
        reference = self._store.reference_data(settings.environment)
        status = _refuse_unusable(settings, reference)
        label = label_of(reference, TicketField.STATUS, status)
        report = first_report(label)
        yield report
        ticket = self._created(opened.autotask, settings, reference)
        number = ticket.ticket.number
        report = marked(replace(report, number=number), "create", CheckState.PASSED, number)
        yield report
        updated = self._updated(opened.autotask, ticket, TicketChange(resolution=RESOLUTION))
        spoilt = spoilt_fields(ticket, updated, frozenset({"resolution"}))
        report = judged(report, "update", spoilt)
        yield report
        completed = self._updated(opened.autotask, updated, TicketChange(status=status))
        report, proof = self._proven(report, settings, label, updated, completed, spoilt)
        saved = self._keep(settings.environment, proof)
        return replace(report, settings=saved, done=report.total or 0)

    def _created(
        self, autotask: Autotask, settings: Settings, reference: ReferenceData | None
    ) -> FullTicket:
        draft = company_choices.read_into(self._draft(settings, reference), autotask)
        if draft.blocks:
            raise Failure(Kind.BLOCKED, reason=draft.blocks[0].sentence)
        may_send = within_thirty_seconds(self._clock)
        answer = autotask.create_ticket(draft, may_send)
        ticket_id = _executed(answer, say('Look for "{title}" in Autotask.', title=draft.title))
        return autotask.full_ticket(ticket_id)

    def _updated(self, autotask: Autotask, before: FullTicket, change: TicketChange) -> FullTicket:
        may_send = within_thirty_seconds(self._clock)
        answer = autotask.update_ticket(before, change, may_send)
        _executed(answer, say("Look at ticket {number} in Autotask.", number=before.ticket.number))
        return autotask.full_ticket(before.ticket.id)

    def _draft(self, settings: Settings, reference: ReferenceData | None) -> TicketDraft:
        now, defaults = self._clock.now(), settings.current.defaults
        marker = Marker(
            self._store.workspace_id()[:6], settings.environment, FINGERPRINT, settings.version
        )
        priority = defaults.error.priority or defaults.warning.priority
        when = long_date(now, settings.time_zone)
        return TicketDraft(
            environment=settings.environment,
            database_id=settings.current.database_id,
            settings_version=settings.version,
            run_id=0,
            run_digest="",
            run_at=None,
            mapping_version=0,
            company_id=OWN_COMPANY,
            company_name="",
            customer="",
            title=f"{settings.subject_prefix} TEST TICKET, no backup failed - {when}",
            description=_description(self._actor.operator.name, when, str(marker)),
            due_at=due_at(defaults.due, now, settings.time_zone),
            marker=marker,
            unread=company_choices.wanted(defaults),
            **choices_of(defaults, priority, reference),
        )

    def _proven(
        self,
        report: TestTicketReport,
        settings: Settings,
        label: str,
        before: FullTicket,
        after: FullTicket,
        spoilt: tuple[str, ...],
    ) -> tuple[TestTicketReport, Proof]:
        """Reads the two dates and what else changed when the status did."""
        stamps = {"completed": after.ticket.completed_at, "resolved": after.ticket.resolved_at}
        kept = after.ticket.status == settings.current.completed_status
        for key, at in stamps.items():
            has_set = kept and at is not None
            value = say("{label}: not set", label=label)
            if has_set:
                value = say("{label}: set", label=label)
            state = CheckState.PASSED if has_set else CheckState.FAILED
            remedy = "" if has_set else say("Choose another completed status, then try again.")
            report = marked(report, key, state, value, remedy)
        more = spoilt_fields(before, after, _STAMPS | {"status"})
        report = judged(report, "spared", more)
        proof = Proof(
            database_id=settings.current.database_id or 0,
            status=settings.current.completed_status or 0,
            status_label=label,
            sets_completed=kept and stamps["completed"] is not None,
            sets_resolved=kept and stamps["resolved"] is not None,
            changed=tuple(dict.fromkeys(each.partition(":")[0] for each in (*spoilt, *more))),
            number=after.ticket.number,
            proven_at=_whole_second(self._clock.now()),
            proven_by=self._actor.operator.name,
        )
        return report, proof

    def _keep(self, environment: Environment, proof: Proof) -> Settings:
        """Adds the proof to the settings in force; whoever saves meanwhile loses nothing by it."""
        outcome = "completes" if proof.completes else "does not complete"
        event = self._actor.event(
            Act.STATUS_TESTED,
            f"test ticket {proof.number}",
            after=f"{proof.status_label} {outcome}",
            environment=environment,
        )
        for tries_left in reversed(range(SAVE_TRIES)):
            now = self._store.read()
            here = now.environments[environment]
            others = [p for p in here.proofs if _subject(p) != _subject(proof)]
            here = replace(here, proofs=(*others, proof))
            changed = replace(now, environments={**now.environments, environment: here})
            try:
                return self._store.save(changed, event)
            except Failure as failure:
                if failure.kind is not Kind.STALE or not tries_left:
                    raise
        raise AssertionError("the loop returns or raises")


def reason_against(settings: Settings) -> str:
    """Why no test ticket can be made with the saved settings; empty where it can."""
    if settings.environment is not Environment.SANDBOX:
        return say("Test tickets are made in Sandbox only.")
    if not settings.enabled:
        return say("Autotask is off. Turn the integration on and save.")
    if settings.current.database_id is None:
        return say("Test the connection first, so that the Sandbox is known.")
    if settings.current.completed_status is None:
        return say("Choose the completed status and save it first.")
    return ""


def _refuse_unusable(settings: Settings, reference: ReferenceData | None) -> int:
    reason = reason_against(settings)
    problems = problems_of(settings, reference)
    if reason or problems:
        raise Failure(Kind.BLOCKED, reason=reason or problems[0].sentence)
    return settings.current.completed_status or 0


def _executed(answer: CreateAnswer, where_to_look: str) -> int:
    """The id of what was written.

    Raises:
        Failure: what Autotask answered instead; where nobody knows, where to look.
    """
    if answer.ending is Ending.CREATED and answer.ticket_id is not None:
        return answer.ticket_id
    if answer.ending is Ending.NOBODY_KNOWS:
        why = answer.failure.happened if answer.failure else say("The answer was lost.")
        reason = say(
            "{why} Nobody knows whether the test was written. {where_to_look}",
            why=why,
            where_to_look=where_to_look,
        )
        raise Failure(Kind.BLOCKED, reason=reason)
    raise answer.failure or Failure(Kind.BUSY)


def _description(operator: str, when: str, marker: str) -> str:
    return (
        "A test of the connection between Backupchecks and Autotask. No backup failed, and nobody "
        "needs to do anything.\n\n"
        "It shows which status completes a ticket, and that an update changes nothing else. The "
        f"ticket can be deleted.\n\nMade by {operator}, {when}.\nReference: {marker}"
    )


def _subject(proof: Proof) -> tuple[int, int]:
    return proof.database_id, proof.status


def _whole_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
