"""The preview of a ticket: exactly what would be sent, and what stands against it."""

from typing import Any

from bcautotask_gui.domain.due_date import due_at
from bcautotask_gui.domain.ports import Clock, RunStore, SettingsStore, TicketStore
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField, label_of
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Settings, TicketDefaults
from bcautotask_gui.domain.ticket_content import description, job_link, long_date, title
from bcautotask_gui.domain.ticket_rules import (
    RunFacts,
    priority_choice,
    reasons_against_create,
)
from bcautotask_gui.domain.tickets import Choice, Claim, Marker, TicketDraft
from bcautotask_gui.services import company_choices
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor


class DraftService:
    """Makes drafts from what the database holds; only `complete` calls Autotask."""

    def __init__(
        self,
        runs: RunStore,
        tickets: TicketStore,
        settings: SettingsStore,
        access: AutotaskAccess,
        actor: Actor,
        clock: Clock,
    ) -> None:
        self._runs = runs
        self._tickets = tickets
        self._settings = settings
        self._access = access
        self._actor = actor
        self._clock = clock

    def draft(self, run_id: int) -> TicketDraft:
        """What creating a ticket for this run would send now.

        Raises:
            Failure: RUN_GONE.
        """
        settings = self._settings.read()
        environment = settings.environment
        reference = self._settings.reference_data(environment)
        facts = self._runs.facts(run_id, environment)
        run, mapping, defaults = facts.run, facts.mapping, settings.current.defaults
        marker = self.marker(facts, settings)
        job_ticket = self._runs.detail(run_id, environment).job_ticket
        return TicketDraft(
            environment=environment,
            database_id=settings.current.database_id,
            settings_version=settings.version,
            run_id=run_id,
            run_digest=run.digest,
            run_at=run.run_at,
            mapping_version=mapping.version if mapping else 0,
            company_id=mapping.company_id if mapping else None,
            company_name=mapping.company_name if mapping else "",
            customer=run.customer,
            title=title(run, settings.subject_prefix),
            description=description(
                run,
                time_zone=settings.time_zone,
                object_limit=settings.object_errors,
                link=job_link(settings.base_url, settings.job_path, run.job_id),
                operator=self._actor.operator.name,
                marker=marker,
            ),
            due_at=due_at(defaults.due, self._clock.now(), settings.time_zone),
            marker=marker,
            blocks=reasons_against_create(facts, settings, reference, self._actor.operator),
            job_ticket=f"{job_ticket.number}, {job_ticket.label}" if job_ticket else "",
            earlier_attempt=_told(
                self._tickets.last_released(run_id, environment), settings.time_zone
            ),
            time_zone=settings.time_zone,
            unread=company_choices.wanted(defaults),
            **choices_of(defaults, priority_choice(run.status, defaults).priority, reference),
        )

    def complete(self, draft: TicketDraft) -> TicketDraft:
        """The draft with what is read from Autotask because it belongs to the company.

        Raises:
            Failure: what kept Autotask from answering.
        """
        return company_choices.read_into(draft, self._access.open().autotask)

    def marker(self, facts: RunFacts, settings: Settings) -> Marker:
        """The marker of a run's ticket in the environment in use."""
        return Marker(
            self._settings.workspace_id()[:6],
            settings.environment,
            facts.run.fingerprint,
            facts.run.id,
        )


def choices_of(
    defaults: TicketDefaults, priority: int | None, reference: ReferenceData | None
) -> dict[str, Any]:
    """What the ticket defaults choose, each with Autotask's word, by the names of a draft."""
    chosen = {
        TicketField.QUEUE: defaults.queue,
        TicketField.SOURCE: defaults.source,
        TicketField.STATUS: defaults.status,
        TicketField.PRIORITY: priority,
        TicketField.CATEGORY: defaults.category,
        TicketField.ISSUE_TYPE: defaults.issue_type,
        TicketField.SUB_ISSUE_TYPE: defaults.sub_issue_type,
        TicketField.WORK_TYPE: defaults.work_type,
    }
    return {
        which.value: None if value is None else Choice(value, label_of(reference, which, value))
        for which, value in chosen.items()
    }


def _told(earlier: Claim | None, time_zone: str) -> str:
    if earlier is None or earlier.sending_at is None:
        return ""
    when = long_date(earlier.sending_at, time_zone)
    return say(
        "An earlier attempt by {operator}, {when}, was not found in Autotask. It "
        "is looked for once more before anything is sent.",
        operator=earlier.operator,
        when=when,
    )
