"""What refuses a claim: whatever changed between the preview and the button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Company
from bcautotask_gui.domain.errors import Failure, Kind
from tests.database.world import (
    HERE,
    PRODUCTION,
    SANDBOX,
    THERE,
    draft_of,
    event,
    insert_ours,
    mapped_runs,
    ours,
    sql,
)

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database
    from bcautotask_gui.domain.settings import Environment
    from bcautotask_gui.domain.tickets import TicketDraft


@pytest.fixture
def draft(database: Database) -> TicketDraft:
    return draft_of(database, mapped_runs(database)[0])


def refusal(database: Database, draft: TicketDraft) -> Failure:
    entries = len(database.audit.newest(100))
    with pytest.raises(Failure) as caught:
        database.tickets.claim(draft, HERE, event())
    assert len(database.audit.newest(100)) == entries
    return caught.value


def save(database: Database, **changes: object) -> None:
    settings = replace(database.settings.read(), **changes)  # type: ignore[arg-type]
    database.settings.save(settings, event(Act.SETTINGS_SAVED, operator="carla"))


def link(
    url: str,
    run_id: int,
    environment: Environment | None,
    number: str,
    ticket_id: int | None = None,
) -> None:
    insert_ours(
        url,
        "ticket_link",
        environment=environment.value if environment else None,
        run_id=run_id,
        ticket_id=ticket_id,
        number=number,
        origin="linked" if ticket_id else "manual",
    )


def test_with_nothing_changed_it_is_not_refused(database: Database, draft: TicketDraft) -> None:
    assert database.tickets.claim(draft, HERE, event()).run_id == draft.run_id


def test_other_settings_refuse(database: Database, draft: TicketDraft) -> None:
    save(database, time_zone="Europe/Amsterdam")
    failure = refusal(database, draft)
    assert failure.kind is Kind.STALE
    assert (failure.values["what"], failure.values["who"]) == ("The settings", "carla")


def test_another_environment_refuses(database: Database, draft: TicketDraft) -> None:
    save(database, environment=SANDBOX)
    assert refusal(database, draft).kind is Kind.STALE
    version = database.settings.version()
    assert refusal(database, replace(draft, settings_version=version)).kind is Kind.STALE


def test_another_autotask_database_refuses(database: Database, draft: TicketDraft) -> None:
    assert refusal(database, replace(draft, database_id=9)).kind is Kind.STALE


def test_a_disabled_integration_refuses(database: Database, draft: TicketDraft) -> None:
    save(database, enabled=False)
    assert refusal(database, draft).kind is Kind.DISABLED


def test_another_company_refuses(database: Database, draft: TicketDraft) -> None:
    customer = database.runs.facts(draft.run_id, PRODUCTION).run.customer_id
    company = Company(555, "Acme", is_active=True)
    database.customers.set_mapping(PRODUCTION, customer, company, event(operator="bert"))
    failure = refusal(database, draft)
    assert failure.kind is Kind.STALE
    assert (failure.values["what"], failure.values["who"]) == ("The mapping", "bert")


def test_the_same_company_mapped_anew_refuses(database: Database, draft: TicketDraft) -> None:
    assert draft.company_id is not None
    customer = database.runs.facts(draft.run_id, PRODUCTION).run.customer_id
    company = Company(draft.company_id, draft.company_name, is_active=True)
    database.customers.set_mapping(PRODUCTION, customer, company, event())
    assert refusal(database, draft).kind is Kind.STALE


def test_a_cleared_mapping_refuses(database: Database, draft: TicketDraft) -> None:
    customer = database.runs.facts(draft.run_id, PRODUCTION).run.customer_id
    database.customers.clear_mapping(PRODUCTION, customer, event())
    assert refusal(database, draft).kind is Kind.STALE


def test_a_mapping_that_the_web_application_made_invalid_refuses(
    database: Database, draft: TicketDraft, url: str
) -> None:
    invalid = (
        "UPDATE customers SET autotask_mapping_status = 'Invalid' WHERE autotask_company_id = :c"
    )
    sql(url, invalid, c=draft.company_id)
    assert refusal(database, draft).values["what"] == "The mapping"


def test_a_run_that_reads_otherwise_now_refuses(
    database: Database, draft: TicketDraft, url: str
) -> None:
    sql(url, "UPDATE job_runs SET remark = 'new' WHERE id = :run", run=draft.run_id)
    failure = refusal(database, draft)
    assert (failure.kind, failure.values["what"]) == (Kind.STALE, "The run")


def test_an_object_that_reads_otherwise_now_refuses(
    database: Database, draft: TicketDraft, url: str
) -> None:
    changed = (
        "UPDATE mail_objects SET error_message = 'other' WHERE id = (SELECT min(o.id) FROM "
        "mail_objects o JOIN job_runs r ON r.mail_message_id = o.mail_message_id WHERE r.id = :run)"
    )
    sql(url, changed, run=draft.run_id)
    assert refusal(database, draft).values["what"] == "The run"


def test_a_run_that_is_gone_refuses(database: Database, draft: TicketDraft, url: str) -> None:
    for statement in (
        "DELETE FROM run_object_links WHERE run_id = :run",
        "DELETE FROM remark_job_runs WHERE job_run_id = :run",
        "DELETE FROM job_runs WHERE id = :run",
    ):
        sql(url, statement, run=draft.run_id)
    assert refusal(database, draft).kind is Kind.RUN_GONE


def test_a_ticket_of_ours_refuses(database: Database, draft: TicketDraft, url: str) -> None:
    link(url, draft.run_id, PRODUCTION, "T1.0001", 71)
    failure = refusal(database, draft)
    assert failure.kind is Kind.HAS_TICKET
    assert (failure.values["number"], failure.values["origin"]) == ("T1.0001", "linked")


def test_a_number_typed_by_hand_refuses_in_each_environment(
    database: Database, draft: TicketDraft, url: str
) -> None:
    link(url, draft.run_id, None, "4711-B")
    assert refusal(database, draft).values["number"] == "4711-B"
    assert len(database.tickets.links_of(draft.run_id, SANDBOX)) == 1


def test_a_ticket_of_the_other_environment_does_not_refuse(
    database: Database, draft: TicketDraft, url: str
) -> None:
    link(url, draft.run_id, SANDBOX, "T1.0001", 71)
    database.tickets.claim(draft, HERE, event())


def test_a_ticket_that_was_unlinked_does_not_refuse(
    database: Database, draft: TicketDraft, url: str
) -> None:
    link(url, draft.run_id, PRODUCTION, "T1.0001", 71)
    sql(url, f"UPDATE {ours(url, 'ticket_link')} SET unlinked_at = created_at")
    database.tickets.claim(draft, HERE, event())


@pytest.mark.parametrize("columns", ["autotask_ticket_id = 71", "autotask_ticket_number = 'T7'"])
def test_a_ticket_that_the_web_application_wrote_refuses(
    database: Database, draft: TicketDraft, url: str, columns: str
) -> None:
    sql(url, f"UPDATE job_runs SET {columns} WHERE id = :run", run=draft.run_id)
    failure = refusal(database, draft)
    assert (failure.kind, failure.values["origin"]) == (Kind.HAS_TICKET, "web application")


def test_what_the_web_application_wrote_does_not_refuse_in_the_other_environment(
    database: Database, url: str
) -> None:
    save(database, mirrored=SANDBOX)
    run_id = database.runs.newest_id()
    customer = database.runs.facts(run_id, PRODUCTION).run.customer_id
    company = Company(555, "Acme", is_active=True)
    database.customers.set_mapping(PRODUCTION, customer, company, event())
    sql(url, "UPDATE job_runs SET autotask_ticket_id = 71 WHERE id = :run", run=run_id)
    database.tickets.claim(draft_of(database, run_id), HERE, event())


def test_a_number_that_is_linked_in_the_web_application_refuses(
    database: Database, draft: TicketDraft, url: str
) -> None:
    sql(url, "INSERT INTO tickets (id, ticket_code) VALUES (9001, 'INT-9')")
    sql(
        url,
        "INSERT INTO ticket_job_runs (id, ticket_id, job_run_id) VALUES (9001, 9001, :run)",
        run=draft.run_id,
    )
    assert refusal(database, draft).values["number"] == "INT-9"


def test_a_colleague_at_work_refuses_by_name(database: Database, draft: TicketDraft) -> None:
    database.tickets.claim(draft, THERE, event(operator="bert"))
    failure = refusal(database, draft)
    assert (failure.kind, failure.values["who"]) == (Kind.WORKED_ON, "bert")


def test_the_same_report_imported_twice_refuses_with_the_first_ones_ticket(
    database: Database, draft: TicketDraft, url: str
) -> None:
    columns = "job_id, mail_message_id, run_at, status, remark, source_type, external_id"
    copied = (
        f"INSERT INTO job_runs (id, {columns}) SELECT 900001, {columns} FROM job_runs WHERE id = :r"
    )
    sql(url, copied, r=draft.run_id)
    twin = draft_of(database, 900001)
    claim = database.tickets.claim(draft, THERE, event(operator="bert"))
    assert (refusal(database, twin).kind, refusal(database, twin).values["who"]) == (
        Kind.WORKED_ON,
        "bert",
    )
    sent = database.tickets.sending(claim, event())
    database.tickets.created(sent, 72, event())
    failure = refusal(database, twin)
    assert (failure.kind, failure.values["number"]) == (Kind.HAS_TICKET, 72)
    assert str(draft.run_id) in failure.values["origin"]  # type: ignore[operator]


def test_a_draft_without_a_company_refuses(database: Database, draft: TicketDraft) -> None:
    assert refusal(database, replace(draft, company_id=None)).kind is Kind.BLOCKED
