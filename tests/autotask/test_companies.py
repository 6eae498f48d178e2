from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.autotask.limits import AT_ONCE
from bcautotask_gui.sandbox.model import Access, Level

if TYPE_CHECKING:
    from bcautotask_gui.autotask.rest import RestAutotask
    from bcautotask_gui.sandbox import AutotaskServer

FIRST = 40_000_000


@pytest.fixture
def many(server: AutotaskServer) -> range:
    ids = range(FIRST, FIRST + 1899)
    for each in ids:
        server.tenant.add_company(each, f"Bulk {each}")
    return ids


def queries(server: AutotaskServer) -> int:
    return sum(call.path.startswith("Companies/query") for call in server.calls)


def test_a_search_reads_every_page(
    server: AutotaskServer, autotask: RestAutotask, many: range
) -> None:
    assert [each.id for each in autotask.search_companies("bulk")] == list(many)
    assert queries(server) == 4


def test_1899_companies_cost_four_calls_by_id(
    server: AutotaskServer, autotask: RestAutotask, many: range
) -> None:
    chunks = list(autotask.companies([*many, *many]))
    assert queries(server) == 4
    assert [len(chunk) for chunk in chunks] == [500, 500, 500, 399]
    names = [company.name for chunk in chunks for company in chunk.values() if company]
    assert names == [f"Bulk {each}" for each in many]


def test_a_company_that_is_not_there_is_answered_as_none(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.add_company(FIRST, "Here")
    (chunk,) = autotask.companies([FIRST + 1, FIRST])
    assert list(chunk) == [FIRST + 1, FIRST]
    assert chunk[FIRST + 1] is None
    assert chunk[FIRST] is not None


def test_a_search_puts_active_ones_first_and_then_goes_by_name(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.add_company(FIRST, "Zeta alpha")
    server.tenant.add_company(FIRST + 1, "alpha old", isActive=False)
    server.tenant.add_company(FIRST + 2, "Alpha new", city="Utrecht", phone="+31 30 1234567")
    found = autotask.search_companies(" ALPHA ")
    assert [(each.name, each.is_active) for each in found] == [
        ("Alpha new", True),
        ("Zeta alpha", True),
        ("alpha old", False),
    ]
    assert (found[0].company_type, found[0].city) == ("Customer", "Utrecht")
    assert found[0].phone == "+31 30 1234567"


def test_the_words_for_types_are_read_once(server: AutotaskServer, autotask: RestAutotask) -> None:
    server.tenant.add_company(FIRST, "Alpha")
    for _ in range(2):
        autotask.search_companies("alpha")
    paths = [call.path for call in server.calls]
    assert paths.count("Companies/entityInformation/fields") == 1


def test_an_unknown_type_is_left_out(server: AutotaskServer, autotask: RestAutotask) -> None:
    server.tenant.add_company(FIRST, "Alpha", companyType=99)
    assert autotask.search_companies("alpha")[0].company_type == ""


def test_a_number_is_looked_for_as_id_and_in_names(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.add_company(FIRST, "By id")
    server.tenant.add_company(FIRST + 1, f"Named {FIRST}")
    assert {each.id for each in autotask.search_companies(str(FIRST))} == {FIRST, FIRST + 1}


def test_the_own_company_with_id_0_is_a_company(autotask: RestAutotask) -> None:
    (chunk,) = autotask.companies([0])
    company = chunk[0]
    assert company is not None
    assert company.id == 0


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_searched_for_nothing(
    server: AutotaskServer, autotask: RestAutotask, text: str
) -> None:
    assert autotask.search_companies(text) == ()
    assert server.calls == []


def test_no_id_at_all_costs_no_call(server: AutotaskServer, autotask: RestAutotask) -> None:
    assert list(autotask.companies([])) == []
    assert server.calls == []


def test_a_user_without_rights_finds_nothing_and_gets_no_error(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.users[0].access["Company"] = Access(query=Level.NONE)
    assert autotask.search_companies("a") == ()
    assert list(autotask.companies([0])) == [{0: None}]


def test_no_endpoint_ever_sees_more_than_two_calls(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.latency = 0.02
    threads = [
        threading.Thread(target=autotask.search_companies, args=("a",), name=f"search {number}")
        for number in range(6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert server.limits.highest() <= AT_ONCE


def test_all_active_companies_are_read_in_pages_as_bulk_work(
    server: AutotaskServer, autotask: RestAutotask, many: range
) -> None:
    server.tenant.add_company(many[0], "Bulk closed", isActive=False)
    pages = list(autotask.all_companies())
    assert [len(page) for page in pages[:-1]] == [500] * (len(pages) - 1)
    ids = [company.id for page in pages for company in page]
    assert ids == sorted(set(ids))
    assert set(many[1:]) <= set(ids) and many[0] not in ids
    assert 0 in ids
    assert queries(server) == len(pages)


def test_no_company_at_all_is_one_empty_page(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.users[0].access["Company"] = Access(query=Level.NONE)
    assert list(autotask.all_companies()) == [()]


def test_the_facts_of_a_company_name_its_parent(
    server: AutotaskServer, autotask: RestAutotask
) -> None:
    server.tenant.add_company(FIRST, "Jansen Groep")
    server.tenant.add_company(
        FIRST + 1,
        "Bakkerij Jansen",
        city="Utrecht",
        parentCompanyID=FIRST,
        lastActivityDate="2026-11-20T15:12:00Z",
    )
    facts = autotask.company_facts(FIRST + 1)
    assert facts is not None
    assert (facts.company.name, facts.company.city) == ("Bakkerij Jansen", "Utrecht")
    assert facts.company.company_type == "Customer"
    assert facts.parent == "Jansen Groep"
    assert facts.last_activity == datetime(2026, 11, 20, 15, 12, tzinfo=UTC)
    assert autotask.company_facts(FIRST + 2) is None
