from dataclasses import replace

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.customers import Mapping, MappingStatus, Suggestion
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_rules import contested
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.customers import CustomerFilter
from bcautotask_gui.services.mapping_refresh import RefreshSummary
from tests.services.desk import Desk, result_of

INVALID = {"status": MappingStatus.INVALID, "invalid_because": "inactive"}


def many(desk: Desk, count: int) -> None:
    """Customers 1 to `count`, each mapped to the company 100 above it."""
    for each in range(1, count + 1):
        desk.add_customer(each, f"Customer {each}", 100 + each)
        desk.add_company(100 + each, f"Customer {each}")


def refresh_fails(desk: Desk) -> Failure:
    with pytest.raises(Failure) as caught:
        result_of(desk.customers.refresh_all())
    return caught.value


# reading -------------------------------------------------------------------------------------


def test_rows_and_counts_are_those_of_the_environment_in_use(desk: Desk) -> None:
    desk.colleague_saves(environment=Environment.PRODUCTION)
    chosen = CustomerFilter(MappingStatus.INVALID, "meer", "company", descending=True)
    desk.customers.order(chosen)
    desk.customers.counts(chosen)
    for query in desk.list.queries:
        assert query.environment is Environment.PRODUCTION
        assert (query.status, query.search) == (MappingStatus.INVALID, "meer")
        assert (query.sort, query.descending) == ("company", True)


def test_reading_customers_needs_no_autotask(desk: Desk) -> None:
    desk.colleague_saves(enabled=False)
    desk.add_customer(1, "Bakkerij Jansen")
    assert list(desk.customers.order(CustomerFilter())) == [1]
    assert [row.name for row in desk.customers.some([1])] == ["Bakkerij Jansen"]
    assert desk.customers.row(1).status is MappingStatus.MISSING
    assert desk.tenant.clients == []


# searching -----------------------------------------------------------------------------------


def test_a_search_puts_the_best_fit_first_and_inactive_companies_last(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_company(11, "Jansen Holding International")
    desk.add_company(12, "Bakkerij Jansen B.V.", is_active=False)
    desk.add_company(13, "Bakkerij Janssen")
    desk.add_company(14, "Bakkerij Jansen B.V.")
    desk.add_company(15, "Jansen Bakkerijen")
    hits = desk.customers.search(desk.customers.row(1), "jans")
    assert hits[0].company.id == 14
    assert hits[-1].company.id == 12
    assert hits[0].suggestion is Suggestion.EXACT and hits[0].score == 100
    similar = [hit.score for hit in hits[1:-1]]
    assert similar == sorted(similar, reverse=True)


def test_companies_that_fit_alike_stand_by_name(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_company(11, "bakkerij Jansen NV")
    desk.add_company(12, "Bakkerij Jansen B.V.")
    hits = desk.customers.search(desk.customers.row(1), "jansen")
    assert [hit.company.id for hit in hits] == [12, 11]


def test_a_hit_names_the_other_customer_that_has_the_company(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen", 14)
    desk.add_customer(2, "Jansen Transport", 15)
    desk.add_company(14, "Bakkerij Jansen")
    desk.add_company(15, "Jansen Transport")
    desk.add_company(16, "Jansen Beheer")
    hits = desk.customers.search(desk.customers.row(1), "jansen")
    assert {hit.company.id: hit.taken_by for hit in hits} == {
        14: "",
        15: "Jansen Transport",
        16: "",
    }


def test_a_search_maps_nothing(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_company(14, "Bakkerij Jansen")
    desk.customers.search(desk.customers.row(1), "jansen")
    assert desk.list.kept == {} and desk.list.events == []


# one mapping ---------------------------------------------------------------------------------


def test_a_mapping_takes_the_name_that_autotask_tells_right_now(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen", 13)
    desk.add_company(14, "Jansen Bakkerij Holding")
    row = desk.customers.set_mapping(1, 14)
    assert row.name == "Bakkerij Jansen"
    assert row.mapping and row.mapping.company_name == "Jansen Bakkerij Holding"
    (event,) = desk.list.events
    assert event.act is Act.MAPPING_SET and event.environment == "sandbox"
    assert event.before == "Bakkerij Jansen (13)"
    assert event.after == "Jansen Bakkerij Holding (14)"


def test_the_own_company_has_the_id_zero_and_can_be_mapped(desk: Desk) -> None:
    desk.add_customer(1, "Ourselves")
    desk.add_company(0, "Ourselves")
    row = desk.customers.set_mapping(1, 0)
    assert row.mapping and row.mapping.company_id == 0


def test_an_inactive_company_cannot_be_mapped(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_company(14, "Bakkerij Jansen", is_active=False)
    with pytest.raises(Failure) as caught:
        desk.customers.set_mapping(1, 14)
    assert caught.value.kind is Kind.BLOCKED and "(14) is inactive" in str(caught.value)
    assert desk.list.kept == {} and desk.list.events == []


def test_an_absent_company_cannot_be_mapped(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    with pytest.raises(Failure) as caught:
        desk.customers.set_mapping(1, 14)
    assert caught.value.kind is Kind.ABSENT and "14" in str(caught.value)
    assert desk.list.kept == {}


def test_a_company_of_another_customer_cannot_be_mapped(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_customer(2, "Jansen Transport", 14)
    desk.add_company(14, "Jansen")
    with pytest.raises(Failure) as caught:
        desk.customers.set_mapping(1, 14)
    assert caught.value.kind is Kind.TAKEN and "Jansen Transport" in str(caught.value)


def test_while_disabled_a_mapping_can_be_cleared_but_not_set(desk: Desk) -> None:
    desk.colleague_saves(enabled=False)
    desk.add_customer(1, "Bakkerij Jansen", 14)
    with pytest.raises(Failure) as caught:
        desk.customers.set_mapping(1, 14)
    assert caught.value.kind is Kind.DISABLED
    assert desk.customers.clear_mapping(1).mapping is None
    assert desk.list.events[-1].before == "Bakkerij Jansen (14)"
    assert desk.tenant.clients == []


def test_who_only_reads_changes_no_mapping(desk: Desk) -> None:
    many(desk, 1)
    desk.sit_down(Role.REPORTER)
    for act in (
        lambda: desk.customers.set_mapping(1, 101),
        lambda: desk.customers.clear_mapping(1),
        lambda: desk.customers.refresh_one(1),
        lambda: result_of(desk.customers.refresh_all()),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.NOT_ALLOWED
    assert desk.list.events == [] and desk.tenant.clients == []


def test_one_mapping_is_refreshed_alone(desk: Desk) -> None:
    many(desk, 3)
    desk.add_company(102, "Renamed Ltd")
    row = desk.customers.refresh_one(2)
    assert row.status is MappingStatus.RENAMED
    assert row.mapping and row.mapping.former_name == "Customer 2"
    assert row.name == "Customer 2"
    assert desk.tenant.calls == ["companies"]
    assert [each.subject for each in desk.list.events] == ["customer 2", "1 mappings"]


def test_one_company_that_is_gone_makes_its_mapping_invalid(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen", 14)
    row = desk.customers.refresh_one(1)
    assert row.status is MappingStatus.INVALID
    assert row.mapping and "deleted" in row.mapping.invalid_because


def test_a_customer_without_mapping_needs_no_call(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    assert desk.customers.refresh_one(1).mapping is None
    assert desk.tenant.calls == []


# all mappings --------------------------------------------------------------------------------


def test_all_mappings_are_refreshed_in_chunks_and_stamped_at_once(desk: Desk) -> None:
    many(desk, 5)
    reports = list(desk.customers.refresh_all())
    assert [(report.done, report.total) for report in reports] == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert [len(stamped) for stamped in desk.list.stamped] == [5]
    assert {each.synced_at for each in desk.list.kept.values()} == {desk.clock.now()}
    assert [each.subject for each in desk.list.events] == ["5 mappings"]
    assert desk.tenant.calls == ["companies"] * 3


def test_what_changed_is_saved_before_the_next_chunk_is_asked_for(desk: Desk) -> None:
    many(desk, 4)
    desk.add_company(102, "Renamed Ltd")
    steps = desk.customers.refresh_all()
    next(steps)
    next(steps)
    assert desk.list.kept[2].status is MappingStatus.RENAMED
    assert desk.tenant.calls == ["companies"]
    assert desk.list.stamped == []


def test_a_stop_stamps_what_was_read_until_then(desk: Desk) -> None:
    many(desk, 6)
    steps = desk.customers.refresh_all()
    next(steps)
    next(steps)
    steps.close()
    assert [len(stamped) for stamped in desk.list.stamped] == [2]
    assert [each.subject for each in desk.list.events] == ["2 mappings"]


def test_a_stop_before_the_first_answer_writes_nothing(desk: Desk) -> None:
    many(desk, 6)
    steps = desk.customers.refresh_all()
    next(steps)
    steps.close()
    assert desk.list.stamped == [] and desk.list.events == []


def test_stopping_keeps_what_was_saved_and_asks_no_further(desk: Desk) -> None:
    many(desk, 6)
    for each in range(101, 107):
        desk.add_company(each, f"Renamed {each}")
    steps = desk.customers.refresh_all()
    next(steps)
    next(steps)
    steps.close()
    status = [desk.list.kept[each].status for each in range(1, 7)]
    assert status == [MappingStatus.RENAMED] * 2 + [MappingStatus.OK] * 4
    assert desk.tenant.calls == ["companies"]


def test_a_disable_in_between_stops_before_the_next_chunk(desk: Desk) -> None:
    many(desk, 4)
    steps = desk.customers.refresh_all()
    next(steps)
    next(steps)
    desk.colleague_saves(enabled=False)
    with pytest.raises(Failure) as caught:
        next(steps)
    assert caught.value.kind is Kind.DISABLED
    assert [len(stamped) for stamped in desk.list.stamped] == [2]


def test_the_summary_counts_each_kind_of_change(desk: Desk) -> None:
    many(desk, 7)
    desk.add_company(101, "Renamed Ltd")
    desk.add_company(102, "Customer 2", is_active=False)
    del desk.tenant.companies[103]
    desk.add_customer(4, "Customer 4", 104, **INVALID)
    desk.add_customer(5, "Customer 5", 105, former_name="Old", status=MappingStatus.RENAMED)
    desk.add_company(105, "Renamed again")
    desk.tenant.chunk = 3
    summary = result_of(desk.customers.refresh_all())
    assert summary == RefreshSummary(unchanged=2, renamed=2, invalid=2, recovered=1)
    assert summary.saved == 5


def test_a_mapping_renamed_twice_keeps_the_name_that_nobody_acknowledged(desk: Desk) -> None:
    desk.add_customer(
        1, "B", 14, company_name="Second", former_name="First", status=MappingStatus.RENAMED
    )
    desk.add_company(14, "Third")
    assert result_of(desk.customers.refresh_all()).renamed == 1
    kept = desk.list.kept[1]
    assert (kept.company_name, kept.former_name) == ("Third", "First")
    assert result_of(desk.customers.refresh_all()) == RefreshSummary(unchanged=1)
    assert desk.list.kept[1].status is MappingStatus.RENAMED


def test_a_mapping_that_is_both_renamed_and_recovered_hides_no_unchanged_one(desk: Desk) -> None:
    many(desk, 2)
    desk.add_customer(1, "Customer 1", 101, **INVALID)
    desk.add_company(101, "Renamed Ltd")
    summary = result_of(desk.customers.refresh_all())
    assert summary == RefreshSummary(unchanged=1, renamed=1, recovered=1)


def test_companies_that_stay_invalid_count_as_unchanged(desk: Desk) -> None:
    many(desk, 2)
    desk.add_customer(1, "Customer 1", 101, **INVALID)
    desk.add_company(101, "Customer 1", is_active=False)
    assert result_of(desk.customers.refresh_all()) == RefreshSummary(unchanged=2)


def test_many_companies_that_vanish_at_once_save_nothing(desk: Desk) -> None:
    many(desk, 9)
    desk.tenant.chunk = 500
    for each in range(101, 106):
        del desk.tenant.companies[each]
    failure = refresh_fails(desk)
    assert failure.kind is Kind.MANY_ABSENT and "5 of 9" in str(failure)
    assert desk.list.stamped == [] and desk.list.events == []


def test_a_few_companies_that_vanish_among_many_are_deletions(desk: Desk) -> None:
    many(desk, 10)
    desk.tenant.chunk = 500
    for each in range(101, 106):
        del desk.tenant.companies[each]
    assert result_of(desk.customers.refresh_all()).invalid == 5


def test_companies_long_gone_do_not_keep_the_others_from_being_refreshed(desk: Desk) -> None:
    many(desk, 9)
    desk.tenant.chunk = 500
    for each in range(1, 7):
        del desk.tenant.companies[100 + each]
        gone = {**INVALID, "invalid_because": "deleted, or not accessible to the API user"}
        desk.add_customer(each, f"Customer {each}", 100 + each, **gone)
    desk.add_company(109, "Renamed Ltd")
    assert result_of(desk.customers.refresh_all()) == RefreshSummary(unchanged=8, renamed=1)


def test_a_company_that_two_customers_claim_is_not_asked_about_and_counted(desk: Desk) -> None:
    ours = Mapping(Environment.SANDBOX, 1, 14, "Jansen", MappingStatus.OK)
    claims = [contested(replace(ours, customer_id=each), ("A", "B")) for each in (1, 2)]
    desk.list.more = claims
    desk.add_company(14, "Jansen Groep")
    assert result_of(desk.customers.refresh_all()) == RefreshSummary(contested=2)
    assert desk.list.stamped == []
    assert desk.tenant.calls == []


def test_a_summary_counts_only_what_was_saved(desk: Desk) -> None:
    many(desk, 2)
    desk.add_company(101, "Renamed Ltd")
    desk.add_company(102, "Renamed too")
    desk.list.meanwhile = {2}
    assert result_of(desk.customers.refresh_all()) == RefreshSummary(renamed=1, changed=1)


def test_a_failure_in_the_middle_keeps_what_was_saved_before(desk: Desk) -> None:
    many(desk, 6)
    for each in range(101, 107):
        desk.add_company(each, f"Renamed {each}")
    desk.tenant.failures["companies"] = Failure(Kind.SERVER, status=500)
    desk.tenant.good_calls = 2
    assert refresh_fails(desk).kind is Kind.SERVER
    status = [desk.list.kept[each].status for each in range(1, 7)]
    assert status == [MappingStatus.RENAMED] * 4 + [MappingStatus.OK] * 2


def test_many_companies_that_vanish_later_on_say_what_was_saved_before(desk: Desk) -> None:
    many(desk, 12)
    desk.tenant.chunk = 6
    for each in range(107, 113):
        del desk.tenant.companies[each]
    failure = refresh_fails(desk)
    assert "6 of 6" in str(failure) and "6 read before them were saved" in str(failure)
    assert [len(stamped) for stamped in desk.list.stamped] == [6]


# renames -------------------------------------------------------------------------------------

RENAMED = {"company_name": "New", "former_name": "Old", "status": MappingStatus.RENAMED}


def test_a_rename_is_acknowledged_and_both_names_are_in_the_trail(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen", 14, **RENAMED)
    row = desk.customers.acknowledge(desk.list.kept[1])
    assert row.status is MappingStatus.OK
    assert row.mapping and (row.mapping.company_name, row.mapping.former_name) == ("New", "")
    (event,) = desk.list.events
    assert event.act is Act.RENAME_ACKNOWLEDGED
    assert (event.before, event.after) == ("Old", "New (14)")


def test_a_rename_that_was_renamed_again_is_not_acknowledged_unseen(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen", 14, **RENAMED)
    seen = desk.list.kept[1]
    desk.list.kept[1] = replace(seen, company_name="Newer", version=2)
    with pytest.raises(Failure) as caught:
        desk.customers.acknowledge(seen)
    assert caught.value.kind is Kind.STALE
    assert desk.list.kept[1].former_name == "Old"


def test_all_renames_that_were_seen_are_acknowledged(desk: Desk) -> None:
    for each in (1, 2, 3):
        desk.add_customer(each, f"Customer {each}", 100 + each, **RENAMED)
    seen = tuple(desk.list.kept.values())
    desk.list.kept[2] = replace(desk.list.kept[2], version=2)
    assert desk.customers.acknowledge_all(seen) == 2
    assert len(desk.list.events) == 2


# another environment -------------------------------------------------------------------------


def test_what_was_seen_in_another_environment_is_not_acted_on(desk: Desk) -> None:
    desk.with_production()
    many(desk, 1)
    seen = desk.list.kept[1]
    desk.colleague_saves(environment=Environment.PRODUCTION)
    for act in (
        lambda: desk.customers.set_mapping(1, 101, Environment.SANDBOX),
        lambda: desk.customers.clear_mapping(1, Environment.SANDBOX),
        lambda: desk.customers.acknowledge(seen),
        lambda: desk.customers.acknowledge_all([seen]),
        lambda: desk.customers.refresh_one(1),
    ):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.STALE and "M. Peters" in str(caught.value)
    assert desk.list.events == []


def test_hits_remember_where_they_were_found(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_company(14, "Bakkerij Jansen")
    (hit,) = desk.customers.search(desk.customers.row(1), "jansen")
    assert hit.environment is Environment.SANDBOX


def test_a_company_that_disappears_between_search_and_set_is_told(desk: Desk) -> None:
    desk.add_customer(1, "Bakkerij Jansen")
    desk.add_company(14, "Bakkerij Jansen")
    (hit,) = desk.customers.search(desk.customers.row(1), "jansen")
    del desk.tenant.companies[14]
    with pytest.raises(Failure) as caught:
        desk.customers.set_mapping(1, hit.company.id, hit.environment)
    assert caught.value.kind is Kind.ABSENT
    assert desk.list.kept == {}


def test_a_namesake_that_has_the_company_is_told_as_another_customer(desk: Desk) -> None:
    desk.add_customer(1, "Twin")
    desk.add_customer(2, "Twin", 14)
    desk.add_company(14, "Twin")
    (hit,) = desk.customers.search(desk.customers.row(1), "twin")
    assert hit.taken_by == "Twin"


def test_the_trail_tells_each_change_and_the_refresh_as_one(desk: Desk) -> None:
    many(desk, 3)
    desk.add_company(101, "Renamed Ltd")
    result_of(desk.customers.refresh_all())
    assert [(event.subject, event.after) for event in desk.list.events] == [
        ("customer 1", "Renamed Ltd (101)"),
        ("3 mappings", "1 renamed, 0 invalid"),
    ]


def test_while_disabled_nothing_is_refreshed(desk: Desk) -> None:
    many(desk, 3)
    desk.colleague_saves(enabled=False)
    assert refresh_fails(desk).kind is Kind.DISABLED
    assert desk.tenant.clients == []
