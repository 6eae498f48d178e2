"""What may be changed of one ticket, and what that leaves as it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.draft_changes import changed, earliest_due, offers_of
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Block, Choice, Marker, TicketDraft

NOW = datetime(2026, 11, 23, 6, 3, tzinfo=UTC)
QUEUE, OTHER_QUEUE = Choice(29682833, "Backup & Recovery"), Choice(5, "Service desk")
HIGH, LOW = Choice(1, "High"), Choice(3, "Low")
DRAFT = TicketDraft(
    environment=Environment.SANDBOX,
    database_id=4711,
    settings_version=3,
    run_id=1,
    run_digest="digest",
    run_at=NOW,
    mapping_version=2,
    company_id=29683485,
    company_name="Van der Meer Logistics B.V.",
    customer="Van der Meer Logistics",
    title="title",
    description="description",
    queue=QUEUE,
    source=Choice(8, "Monitoring Alert"),
    status=Choice(1, "New"),
    priority=HIGH,
    due_at=NOW + timedelta(hours=10),
    marker=Marker("7f3c91", Environment.SANDBOX, "ad638f4dee", 1),
)


def test_queue_priority_and_due_date_change_and_nothing_else() -> None:
    due = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    other = changed(DRAFT, queue=OTHER_QUEUE, priority=LOW, due_at=due)
    assert other == replace(
        DRAFT,
        queue=OTHER_QUEUE,
        priority=LOW,
        due_at=datetime(2026, 11, 24, 8, 30, tzinfo=UTC),
    )


def test_what_nobody_chose_stays() -> None:
    assert changed(DRAFT, queue=None, priority=None, due_at=DRAFT.due_at) == DRAFT


def test_a_usable_queue_takes_away_what_stood_against_the_broken_one() -> None:
    queue, priority = Block("Queue", "", "defaults", "queue"), Block("P", "", field="priority")
    mapping = Block("The company", "", "mapping", "company")
    blocked = replace(DRAFT, queue=None, blocks=(queue, priority, mapping, Block("Status", "")))
    mended = changed(blocked, queue=QUEUE, priority=None, due_at=DRAFT.due_at)
    assert mended.blocks == (priority, mapping, Block("Status", ""))


def test_only_active_values_are_offered_in_autotasks_order() -> None:
    live = ReferenceData(
        {
            TicketField.QUEUE: (
                PicklistValue(5, "Service desk"),
                PicklistValue(6, "Closed down", is_active=False),
                PicklistValue(4, "Field work"),
            )
        },
        NOW,
    )
    offers = offers_of(live)
    assert offers.queues == (Choice(5, "Service desk"), Choice(4, "Field work"))
    assert offers.priorities == ()


def test_a_ticket_is_due_a_quarter_of_an_hour_ahead_at_least() -> None:
    assert earliest_due(NOW) == NOW + timedelta(minutes=15)
