from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bcautotask_gui.domain.errors import Kind
from bcautotask_gui.domain.full_ticket import FullTicket, TicketChange, differences
from bcautotask_gui.domain.tickets import Ending
from bcautotask_gui.sandbox.entities import TICKET
from bcautotask_gui.sandbox.tickets import changed_fields
from tests.autotask.conformance.asked import COMPANY, add_ticket, calls, custom_fields
from tests.sandbox.conftest import errors_of

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer
    from bcautotask_gui.sandbox.fields import Field
    from tests.sandbox.conftest import Api

RESOLVED = TicketChange(resolution="The backup works again.")
ALWAYS = {"companyID", "title", "status", "priority", "dueDateTime"}


@pytest.mark.parametrize("path", ["Tickets", "Tickets/1", "Tickets/1/Notes", "Companies/1"])
def test_patch_is_refused_as_an_unsupported_verb(api: Api, path: str) -> None:
    answer = api.client.request("PATCH", path, json={"id": 1})
    assert answer.status_code == 405
    expected = "The requested resource does not support http method 'PATCH'."
    assert answer.json() == {"Message": expected}


def test_the_client_sends_no_verb_but_get_post_and_put(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    ticket_id = add_ticket(server)
    before = autotask.full_ticket(ticket_id)
    autotask.update_ticket(before, RESOLVED, lambda: True)
    autotask.update_ticket(autotask.full_ticket(ticket_id), TicketChange(status=5), lambda: True)
    assert {line.split()[0] for line in calls(server)} == {"GET", "PUT"}


@pytest.mark.parametrize("name", sorted(ALWAYS))
def test_a_missing_required_field_is_a_hard_failure(api: Api, name: str) -> None:
    ticket = api.ticket(api.create())
    body = {key: value for key, value in ticket.items() if key != name}
    answer = api.put("Tickets", body)
    assert name in errors_of(answer)[0]
    assert api.ticket(ticket["id"]) == ticket


def test_a_partial_update_is_never_sent(server: AutotaskServer, autotask: RestAutotask) -> None:
    whole = autotask.full_ticket(add_ticket(server))
    part = FullTicket(whole.ticket, fields={"title": whole.ticket.title}, writable=whole.writable)
    answer = autotask.update_ticket(part, RESOLVED, lambda: True)
    assert answer.ending is Ending.NOT_SENT
    assert answer.failure and answer.failure.kind is Kind.FIELD_ABSENT
    assert "PUT Tickets" not in calls(server)


def test_every_writable_field_is_copied_from_a_fresh_get(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    ticket_id = add_ticket(any_tenant)
    fresh = at_any_tenant.full_ticket(ticket_id)
    at_any_tenant.update_ticket(fresh, RESOLVED, lambda: True)
    (update,) = any_tenant.tenant.updates
    copied = {name: fresh.fields[name] for name in update.sent if name != "resolution"}
    assert {name: update.sent[name] for name in copied} == copied
    assert copied.keys() == {field.name for field in TICKET.writable} - {"resolution"} | {
        "userDefinedFields"
    }


def test_only_the_intended_field_changes(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    ticket_id = add_ticket(any_tenant)
    before = at_any_tenant.full_ticket(ticket_id)
    answer = at_any_tenant.update_ticket(before, RESOLVED, lambda: True)
    assert (answer.ending, answer.ticket_id) == (Ending.CREATED, ticket_id)
    (update,) = any_tenant.tenant.updates
    assert changed_fields(update) == {"resolution"}
    after = at_any_tenant.full_ticket(ticket_id)
    assert after.resolution == RESOLVED.resolution
    assert differences(before, after, RESOLVED.names) == ()
    assert any_tenant.report.damage() == {}


def values_of(field: Field, server: AutotaskServer) -> st.SearchStrategy[Any]:
    """What a ticket may hold in a field."""
    if field.name == "companyID":
        return st.just(COMPANY)
    if field.reference:
        return st.none()
    if field.name == "ticketCategory":  # one that demands a field refuses a ticket without it
        free = [each.id for each in server.tenant.categories if not each.required]
        return st.none() | st.sampled_from(free)
    if field.picklist:
        offered = [each.value for each in server.tenant.picklist("Ticket", field.name)]
        chosen = st.sampled_from(offered) if offered else st.none()
        return chosen if field.required else st.none() | chosen
    made: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text(st.characters(codec="utf-8"), max_size=min(field.length, 60)),
        "boolean": st.booleans(),
        "double": st.floats(-1e6, 1e6, allow_nan=False),
        "datetime": st.just("2026-12-01T16:00:00.407Z"),
    }
    found = made.get(field.kind, st.integers(1 - 2**31, 2**31 - 1))
    if field.name == "title":
        return st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
    return found if field.name in ALWAYS else st.none() | found


def test_any_ticket_survives_get_change_one_field_put_with_only_that_field_different(
    any_tenant: AutotaskServer, at_any_tenant: RestAutotask
) -> None:
    (completing,) = any_tenant.tenant.completing
    fields = {field.name: values_of(field, any_tenant) for field in TICKET.writable}
    custom = st.text(st.characters(codec="utf-8"), max_size=20)
    changes = st.one_of(
        st.text(st.characters(codec="utf-8"), min_size=1).map(lambda t: TicketChange(t)),
        st.just(TicketChange(status=completing)),
    )

    @settings(max_examples=30)
    @given(st.fixed_dictionaries(fields), custom, changes)
    def survives(values: dict[str, Any], text: str, change: TicketChange) -> None:
        named = [{"name": each.name, "value": text} for each in custom_fields(any_tenant)]
        title = values.pop("title")
        company = values.pop("companyID")
        ticket_id = any_tenant.tenant.add_ticket(
            company, title, **{**values, "userDefinedFields": named}
        )
        before = at_any_tenant.full_ticket(ticket_id)
        answer = at_any_tenant.update_ticket(before, change, lambda: True)
        assert answer.ending is Ending.CREATED, answer.failure
        after = at_any_tenant.full_ticket(ticket_id)
        assert after.fields.keys() == before.fields.keys()
        assert changed_fields(any_tenant.tenant.updates[-1]) <= change.names
        for name in change.names:
            assert after.fields[name] == getattr(change, name)

    survives()
