from dataclasses import replace

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.linking import Doubt
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import ClaimState, Origin
from tests.services.fakes import MORNING
from tests.services.link_world import OTHER_COMPANY, LinkWorld
from tests.services.world import MAPPING, RUN

COMPANY = MAPPING.company_id
SECOND_RUN = RUN.id + 1


@pytest.fixture
def world() -> LinkWorld:
    return LinkWorld()


@pytest.fixture
def ticket(world: LinkWorld) -> int:
    """An open ticket of the mapped company."""
    return world.autotask.add("USB disk", COMPANY)


def links(world: LinkWorld, run_id: int = RUN.id) -> list[int | None]:
    return [each.ticket_id for each in world.linking.links(run_id)]


def refusal(world: LinkWorld, ticket_id: int, *, confirmed: bool = True) -> Failure:
    with pytest.raises(Failure) as caught:
        world.link(ticket_id, confirmed=confirmed)
    return caught.value


def test_an_open_ticket_of_the_company_is_linked_at_once(world: LinkWorld, ticket: int) -> None:
    summary = world.link(ticket, confirmed=False)
    assert summary.linked == (RUN.id,)
    (link,) = world.linking.links(RUN.id)
    assert (link.ticket_id, link.number, link.origin) == (ticket, summary.number, Origin.LINKED)
    assert world.tickets.events[-1].act is Act.TICKET_LINKED
    assert "create" not in world.autotask.calls


def test_the_preview_names_company_and_status(world: LinkWorld, ticket: int) -> None:
    shown = world.linking.preview([RUN.id], ticket).candidate
    assert (shown.company_name, shown.status_label) == (MAPPING.company_name, "New")
    assert "companies" not in world.autotask.calls


def test_another_companys_ticket_needs_a_second_confirmation(world: LinkWorld) -> None:
    other = world.autotask.add("Theirs", OTHER_COMPANY)
    preview = world.linking.preview([RUN.id], other)
    assert [each.doubt for each in preview.confirmations] == [Doubt.OTHER_COMPANY]
    assert "Kessler GmbH" in preview.confirmations[0].sentence
    assert refusal(world, other, confirmed=False).kind is Kind.BLOCKED
    assert links(world) == []
    world.link(other)
    assert links(world) == [other]
    assert "confirmed: other company" in world.tickets.events[-1].after


def test_an_unmapped_customer_counts_as_another_company(world: LinkWorld, ticket: int) -> None:
    world.runs.mapping = None
    assert refusal(world, ticket, confirmed=False).kind is Kind.BLOCKED
    assert world.link(ticket).linked == (RUN.id,)


def test_a_completed_ticket_needs_a_second_confirmation(world: LinkWorld, ticket: int) -> None:
    world.autotask.change(ticket, status=5, completed_at=MORNING)
    assert "is complete (Complete)" in str(refusal(world, ticket, confirmed=False))
    assert world.link(ticket).linked == (RUN.id,)


def test_a_ticket_of_another_run_needs_a_second_confirmation(world: LinkWorld, ticket: int) -> None:
    world.link(ticket, SECOND_RUN)
    assert f"run {SECOND_RUN} by J. de Vries" in str(refusal(world, ticket, confirmed=False))
    world.link(ticket)
    assert links(world) == links(world, SECOND_RUN) == [ticket]


def test_several_runs_are_linked_in_one_confirmation(world: LinkWorld, ticket: int) -> None:
    summary = world.link(ticket, RUN.id, SECOND_RUN, confirmed=False)
    assert summary.linked == (RUN.id, SECOND_RUN)
    assert world.autotask.calls == ["ticket", "ticket"]


def test_a_run_that_cannot_be_linked_does_not_keep_the_others_from_it(
    world: LinkWorld, ticket: int
) -> None:
    earlier = world.autotask.add("Earlier", COMPANY)
    preview = world.linking.preview([RUN.id, SECOND_RUN], ticket)
    world.link(earlier)
    summary = world.link_as_shown(preview)
    assert summary.linked == (SECOND_RUN,)
    (run_id, failure) = summary.refused[0]
    assert run_id == RUN.id and "already has ticket" in str(failure)


def test_a_run_that_has_a_link_is_named_in_the_preview(world: LinkWorld, ticket: int) -> None:
    world.link(ticket)
    preview = world.linking.preview([RUN.id, SECOND_RUN], ticket)
    assert preview.run_ids == (SECOND_RUN,)
    assert world.linking.preview([RUN.id], ticket).blocks
    assert refusal(world, ticket).kind is Kind.BLOCKED


def test_pressing_twice_links_once(world: LinkWorld, ticket: int) -> None:
    preview = world.linking.preview([RUN.id], ticket)
    world.link_as_shown(preview)
    with pytest.raises(Failure):
        world.link_as_shown(preview)
    assert links(world) == [ticket]


def test_a_linked_run_gets_no_ticket(world: LinkWorld, ticket: int) -> None:
    draft = world.drafts.draft(RUN.id)
    world.link(ticket)
    with pytest.raises(Failure) as caught:
        list(world.creating.create(draft))
    assert caught.value.kind is Kind.HAS_TICKET
    assert "create" not in world.autotask.calls


@pytest.mark.parametrize(
    "change", [{"number": "T20261123.9999"}, {"company_id": 1}, {"completed_at": MORNING}]
)
def test_what_is_linked_is_what_was_shown(
    world: LinkWorld, ticket: int, change: dict[str, object]
) -> None:
    preview = world.linking.preview([RUN.id], ticket)
    world.autotask.change(ticket, **change)
    with pytest.raises(Failure) as caught:
        world.link_as_shown(preview)
    assert caught.value.kind is Kind.STALE
    assert links(world) == []


def test_a_ticket_that_another_run_got_meanwhile_is_asked_about_again(
    world: LinkWorld, ticket: int
) -> None:
    preview = world.linking.preview([RUN.id], ticket)
    world.link(ticket, SECOND_RUN)
    with pytest.raises(Failure) as caught:
        world.link_as_shown(preview)
    assert caught.value.kind is Kind.STALE
    assert links(world) == []


def test_a_deleted_ticket_cannot_be_linked(world: LinkWorld) -> None:
    assert refusal(world, 4711).kind is Kind.ABSENT


def test_an_environment_switched_under_an_open_link_preview_links_nothing(
    world: LinkWorld, ticket: int
) -> None:
    preview = world.linking.preview([RUN.id], ticket)
    calls = list(world.autotask.calls)
    world.switch_to(Environment.PRODUCTION)
    with pytest.raises(Failure) as caught:
        world.link_as_shown(preview)
    assert caught.value.kind is Kind.STALE
    assert world.tickets.links == []
    assert world.autotask.calls == calls


def test_an_environment_switched_under_an_open_create_preview_creates_nothing(
    world: LinkWorld,
) -> None:
    draft = world.drafts.draft(RUN.id)
    world.switch_to(Environment.PRODUCTION)
    with pytest.raises(Failure) as caught:
        list(world.creating.create(draft))
    assert caught.value.kind is Kind.STALE
    assert world.autotask.calls == []


def test_settings_saved_under_an_open_preview_ask_to_look_again(
    world: LinkWorld, ticket: int
) -> None:
    preview = world.linking.preview([RUN.id], ticket)
    world.rename_setting(object_errors=5)
    with pytest.raises(Failure) as caught:
        world.link_as_shown(preview)
    assert caught.value.kind is Kind.STALE


def test_with_the_integration_off_nothing_is_asked(world: LinkWorld, ticket: int) -> None:
    preview = world.linking.preview([RUN.id], ticket)
    calls = list(world.autotask.calls)
    world.rename_setting(enabled=False)
    for act in (
        lambda: world.link_as_shown(preview),
        lambda: world.linking.preview([RUN.id], ticket),
        lambda: world.searching.find([RUN.id], "USB"),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.DISABLED
    assert world.autotask.calls == calls


def test_a_reporter_may_not_link(world: LinkWorld, ticket: int) -> None:
    world.start(role=Role.REPORTER)
    assert refusal(world, ticket).kind is Kind.NOT_ALLOWED
    assert world.autotask.calls == []


# finding -------------------------------------------------------------------------------------


def test_a_number_finds_its_ticket_whatever_its_company(world: LinkWorld) -> None:
    other = world.autotask.add("Theirs", OTHER_COMPANY)
    number = world.autotask.tickets_by_id[other].number
    search = world.searching.find([RUN.id], f" #{number.lower()} ")
    (found,) = search.candidates
    assert (found.ticket.id, found.company_name) == (other, "Kessler GmbH")
    assert world.autotask.calls[0] == "by_number"


def test_a_number_that_autotask_does_not_know_finds_nothing(world: LinkWorld) -> None:
    assert world.searching.find([RUN.id], "T20200101.0001").candidates == ()


def test_words_find_the_companys_open_tickets_and_then_all(world: LinkWorld, ticket: int) -> None:
    other = world.autotask.add("USB stick", OTHER_COMPANY)
    done = world.autotask.add("USB hub", COMPANY)
    world.autotask.change(done, completed_at=MORNING)
    found = world.searching.find([RUN.id], "usb").candidates
    assert [each.ticket.id for each in found] == [ticket, done, other]
    assert world.autotask.calls[:2] == ["search company", "search all"]


def test_without_a_word_the_companys_open_tickets_are_listed(world: LinkWorld, ticket: int) -> None:
    world.autotask.add("Theirs", OTHER_COMPANY)
    found = world.searching.find([RUN.id], "  ").candidates
    assert [each.ticket.id for each in found] == [ticket]
    assert "search all" not in world.autotask.calls


def test_a_find_tells_which_runs_have_it(world: LinkWorld, ticket: int) -> None:
    world.link(ticket, SECOND_RUN)
    (found,) = world.searching.find([RUN.id], "usb").candidates
    assert [each.run_id for each in found.holders] == [SECOND_RUN]


# unlinking -----------------------------------------------------------------------------------


def test_an_admin_unlinks_with_a_reason(world: LinkWorld, ticket: int) -> None:
    world.link(ticket)
    world.unlink(reason=" the wrong customer ")
    assert links(world) == []
    assert world.tickets.unlinked[0][1] == "the wrong customer"
    entry = world.tickets.events[-1]
    assert (entry.act, entry.after) == (Act.TICKET_UNLINKED, "the wrong customer")
    assert world.create().state is ClaimState.CREATED


def test_unlinking_needs_a_reason_and_an_admin(world: LinkWorld, ticket: int) -> None:
    world.link(ticket)
    with pytest.raises(Failure) as caught:
        world.unlink(reason=" ")
    assert caught.value.kind is Kind.BLOCKED
    with pytest.raises(Failure) as caught:
        world.linking.unlink(world.linking.links(RUN.id)[0], "why")
    assert caught.value.kind is Kind.NOT_ALLOWED
    assert links(world) == [ticket]


def test_a_created_ticket_counts_for_ever_also_unlinked(world: LinkWorld, ticket: int) -> None:
    world.create()
    world.unlink()
    with pytest.raises(Failure) as caught:
        world.create()
    assert "One ticket per run, ever, even deleted or unlinked." in str(caught.value)
    assert world.link(ticket).linked == (RUN.id,)


def test_what_the_web_application_wrote_is_not_unlinked_here(world: LinkWorld, ticket: int) -> None:
    world.link(ticket)
    written = replace(world.tickets.links[0], id=0, origin=Origin.WEB_APPLICATION)
    world.tickets.links = [written]
    with pytest.raises(Failure) as caught:
        world.unlink()
    assert "web application" in str(caught.value)
