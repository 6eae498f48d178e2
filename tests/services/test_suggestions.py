"""Suggestions: which names are the same, what a person accepts, and what may stand against it."""

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import MappingStatus, Suggestion
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.suggestions import ExactMatches
from tests.services.desk import Desk, result_of

SANDBOX = Environment.SANDBOX


def read(desk: Desk) -> ExactMatches:
    found = result_of(desk.suggestions.read_companies())
    assert found is not None
    return found


def pairs(found: ExactMatches) -> list[tuple[int, int]]:
    return [(match.customer.id, match.company.id) for match in found.matches]


def test_nothing_is_suggested_before_the_companies_were_read(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    assert desk.suggestions.exact() is None
    assert desk.suggestions.similar_to(desk.customers.row(1)) is None
    assert desk.tenant.calls == []


def test_the_list_is_read_in_pages_with_progress_and_kept_with_its_age(desk: Desk) -> None:
    for each in range(1, 6):
        desk.add_company(each, f"Company {each}")
    desk.add_company(9, "Closed", is_active=False)
    reports = list(desk.suggestions.read_companies())
    assert [(report.done, report.total) for report in reports] == [
        (0, None), (2, None), (4, None), (5, None),
    ]  # fmt: skip
    desk.clock.pass_by(60)
    found = desk.suggestions.exact()
    assert found is not None
    assert (desk.clock.now() - found.read_at).seconds == 60
    assert found.companies == 5
    assert desk.tenant.calls == ["all_companies"] * 3


def test_names_match_exactly_but_for_case_accents_and_legal_forms(desk: Desk) -> None:
    desk.add_customer(1, "zahnarztpraxis Dr. Koehler")
    desk.add_customer(2, "Bakkerij Jansen")
    desk.add_customer(3, "Café Zürich")
    desk.add_company(11, "Bakkerij Jansen B.V.")
    desk.add_company(12, "CAFE ZURICH")
    desk.add_company(13, "Bakkerij Jansens")
    assert pairs(read(desk)) == [(2, 11), (3, 12)]


def test_a_customer_that_has_a_company_and_a_company_that_is_taken_are_left_out(
    desk: Desk,
) -> None:
    desk.add_customer(1, "Alpha", 11)
    desk.add_customer(2, "Beta")
    desk.add_company(11, "Beta")
    desk.add_company(12, "Alpha")
    found = read(desk)
    assert pairs(found) == []
    assert [row.id for row in found.others] == [2]


def test_a_name_that_occurs_several_times_decides_nothing(desk: Desk) -> None:
    desk.add_customer(1, "Alpha")
    desk.add_customer(2, "Beta")
    desk.add_customer(3, "Beta B.V.")
    for company_id, name in ((11, "Alpha"), (12, "Alpha Ltd"), (13, "Beta")):
        desk.add_company(company_id, name)
    found = read(desk)
    assert pairs(found) == []
    assert [row.id for row in found.unclear] == [1, 2, 3]


def test_inactive_companies_are_not_suggested(desk: Desk) -> None:
    desk.add_customer(1, "Alpha")
    desk.add_company(11, "Alpha", is_active=False)
    assert pairs(read(desk)) == []


def test_similar_ones_come_best_first_and_say_who_has_them(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_customer(2, "Other", 13)
    desk.add_company(11, "Bakkerij Janssen")
    desk.add_company(12, "Bakkerij Jansen N.V.")
    desk.add_company(13, "Bakkerij Jansenius")
    desk.add_company(14, "Something else entirely")
    read(desk)
    found = desk.suggestions.similar_to(desk.customers.row(1))
    assert found is not None
    assert [hit.company.id for hit in found.hits] == [12, 11, 13]
    assert [hit.suggestion for hit in found.hits[:2]] == [Suggestion.EXACT, Suggestion.SIMILAR]
    assert found.hits[-1].taken_by == "Other"
    assert {hit.environment for hit in found.hits} == {SANDBOX}
    assert result_of(desk.suggestions.count_similar([desk.customers.row(1)])) == 1


def test_suggesting_maps_nothing(desk: Desk) -> None:
    desk.add_customer(1, "Alpha")
    desk.add_company(11, "Alpha")
    read(desk)
    desk.suggestions.similar_to(desk.customers.row(1))
    assert desk.list.kept == {} and desk.list.events == []


def test_what_is_accepted_is_mapped_each_with_its_entry(desk: Desk) -> None:
    for each in range(1, 51):
        desk.add_customer(each, f"Customer {each}")
        desk.add_company(100 + each, f"customer {each}")
    found = read(desk)
    assert result_of(desk.suggestions.accept(found.matches, SANDBOX)) == 50
    assert {each.status for each in desk.list.kept.values()} == {MappingStatus.OK}
    assert len(desk.list.events) == 50
    event = desk.list.events[0]
    assert (event.act, event.subject) == (Act.MAPPING_SET, "customer 1")
    assert event.after == "customer 1 (101), exact match"


@pytest.mark.parametrize("how", ["gone", "inactive", "renamed", "taken", "mapped"])
def test_what_is_no_longer_so_keeps_all_from_being_mapped(desk: Desk, how: str) -> None:
    for each in (1, 2):
        desk.add_customer(each, f"Customer {each}")
        desk.add_company(100 + each, f"Customer {each}")
    found = read(desk)
    if how == "gone":
        del desk.tenant.companies[102]
    elif how == "inactive":
        desk.add_company(102, "Customer 2", is_active=False)
    elif how == "renamed":
        desk.add_company(102, "Somebody else")
    elif how == "taken":
        desk.add_customer(3, "Customer 3", 102)
    else:
        desk.add_customer(2, "Customer 2", 555)
    before = dict(desk.list.kept)
    with pytest.raises(Failure):
        result_of(desk.suggestions.accept(found.matches, SANDBOX))
    assert desk.list.kept == before


def test_matches_of_another_environment_are_refused(desk: Desk) -> None:
    desk.with_production()
    desk.add_customer(1, "Alpha")
    desk.add_company(11, "Alpha")
    found = read(desk)
    desk.colleague_saves(environment=Environment.PRODUCTION)
    with pytest.raises(Failure) as caught:
        result_of(desk.suggestions.accept(found.matches, SANDBOX))
    assert caught.value.kind is Kind.STALE
    assert desk.suggestions.exact() is None, "the list belongs to the other database"
    assert desk.list.kept == {}


def test_a_reading_that_fails_leaves_the_former_list(desk: Desk) -> None:
    desk.add_company(11, "Alpha")
    first = read(desk)
    desk.tenant.failures["all_companies"] = Failure(Kind.BUDGET, used=9_500, allowed=10_000)
    with pytest.raises(Failure) as caught:
        result_of(desk.suggestions.read_companies())
    assert caught.value.kind is Kind.BUDGET
    kept = desk.suggestions.exact()
    assert kept is not None and kept.read_at == first.read_at


def test_who_only_reads_neither_reads_companies_nor_maps(desk: Desk) -> None:
    desk.add_customer(1, "Alpha")
    desk.add_company(11, "Alpha")
    found = read(desk)
    desk.sit_down(Role.VIEWER)
    for act in (
        lambda: result_of(desk.suggestions.read_companies()),
        lambda: result_of(desk.suggestions.accept(found.matches, SANDBOX)),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.NOT_ALLOWED
