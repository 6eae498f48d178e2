"""Phase 3: customers are mapped to companies by id, and stay so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.customers import MappingStatus
from bcautotask_gui.domain.errors import Failure, Kind
from tests.end_to_end.office import Office, ended, office_on_file
from tests.end_to_end.site import COMPANY, CUSTOMER

if TYPE_CHECKING:
    from collections.abc import Iterator

OTHER = "Bakkerij Jansen"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_on_file(tmp_path_factory.mktemp("phase_3")) as made:
        yield made.set_up()


def test_mapping_persists_correctly(office: Office) -> None:
    customer = office.customer(CUSTOMER)
    row = office.at.customers.row(customer)
    assert row.status is MappingStatus.MISSING
    [hit] = office.at.customers.search(row, str(COMPANY))
    mapped = office.at.customers.set_mapping(customer, hit.company.id)
    office.start_again()
    again = office.at.customers.row(customer)
    assert again.mapping is not None and mapped.mapping is not None
    assert (again.mapping.company_id, again.mapping.company_name) == (COMPANY, hit.company.name)
    assert again.status is MappingStatus.OK
    # one customer per company, and the customer's own name is never overwritten
    with pytest.raises(Failure) as refused:
        office.at.customers.set_mapping(office.customer(OTHER), COMPANY)
    assert refused.value.kind is Kind.TAKEN
    assert again.name == CUSTOMER


def test_renaming_in_autotask_does_not_break_linkage(office: Office) -> None:
    customer = office.customer(OTHER)
    before = office.at.customers.row(customer).mapping
    assert before is not None
    office.server.tenant.rename_company(before.company_id, "Bakkerij Jansen & Zonen B.V.")
    ended(office.at.customers.refresh_all())
    row = office.at.customers.row(customer)
    assert row.mapping is not None
    assert row.status is MappingStatus.RENAMED
    assert row.mapping.company_id == before.company_id
    assert row.mapping.company_name == "Bakkerij Jansen & Zonen B.V."
    run_id = office.run(OTHER, "NAS01 Hyper Backup")
    draft = office.at.drafts.draft(run_id)
    assert draft.blocks == () and draft.company_id == before.company_id
    known = office.at.customers.acknowledge(row.mapping)
    assert known.status is MappingStatus.OK


def test_deleted_companies_are_detected_and_reported(office: Office) -> None:
    customer = office.customer("Brightwell Dental")
    mapping = office.at.customers.row(customer).mapping
    assert mapping is not None
    office.server.tenant.remove_company(mapping.company_id)
    summary = ended(office.at.customers.refresh_all())
    assert summary is not None and summary.invalid >= 1
    row = office.at.customers.row(customer)
    assert row.status is MappingStatus.INVALID
    assert row.mapping is not None and "deleted" in row.mapping.invalid_because
    [block] = office.at.drafts.draft(office.run("Brightwell Dental", "SQL01 + DC01 Daily")).blocks
    assert block.place == "mapping" and str(mapping.company_id) in block.sentence
