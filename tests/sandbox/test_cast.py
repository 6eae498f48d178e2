"""The cast of the sample: whole, unambiguous, and within the limits of Autotask."""

from collections import Counter
from datetime import date

from bcautotask_gui.sandbox.cast import COMPANIES, CUSTOMERS, PROSPECT
from bcautotask_gui.sandbox.cast_tickets import TICKETS

COMPANY_IDS = {each.id for each in COMPANIES}


def test_company_ids_and_names_are_unique() -> None:
    assert len(COMPANY_IDS) == len(COMPANIES) >= 70
    assert max(Counter(each.name for each in COMPANIES).values()) == 1


def test_the_service_provider_itself_has_the_id_0() -> None:
    assert min(COMPANY_IDS) == 0
    assert all(29680000 <= each <= 29689999 for each in COMPANY_IDS - {0})


def test_companies_fit_into_autotasks_fields() -> None:
    assert all(len(each.name) <= 100 for each in COMPANIES)
    assert all(len(each.phone) <= 25 and len(each.postal_code) <= 10 for each in COMPANIES)
    assert all(len(each.city) <= 30 for each in COMPANIES)


def test_some_companies_are_inactive_and_some_are_prospects() -> None:
    assert 5 <= sum(not each.is_active for each in COMPANIES) <= 15
    assert sum(each.company_type == PROSPECT for each in COMPANIES) >= 5


def test_customers_have_unique_names_and_no_two_share_a_company() -> None:
    assert len({each.name for each in CUSTOMERS}) == len(CUSTOMERS) >= 44
    companies = [each.company_id for each in CUSTOMERS if each.company_id is not None]
    assert len(set(companies)) == len(companies)
    assert set(companies) <= COMPANY_IDS


def test_most_customers_bear_the_name_of_their_company_save_its_legal_form() -> None:
    names = {each.id: each.name for each in COMPANIES}
    alike = [
        each
        for each in CUSTOMERS
        if each.company_id and names[each.company_id].startswith(each.name)
    ]
    assert len(CUSTOMERS) * 0.8 < len(alike) < len(CUSTOMERS)


def test_tickets_belong_to_companies_of_the_cast_and_to_the_right_one() -> None:
    truly = {each.name: each.company_id for each in CUSTOMERS}
    assert len({each.id for each in TICKETS}) == len(TICKETS)
    assert {each.company_id for each in TICKETS} <= COMPANY_IDS
    assert all(truly[each.customer] == each.company_id for each in TICKETS if each.customer)


def test_a_ticket_number_tells_the_day_of_its_opening() -> None:
    ticket = next(each for each in TICKETS if each.serial == 31)
    assert ticket.number(date(2026, 11, 23)) == "T20261122.0031"
    assert len({each.number(date(2026, 11, 23)) for each in TICKETS}) == len(TICKETS)
