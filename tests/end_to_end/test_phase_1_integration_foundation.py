"""Phase 1: a reliable, testable way to Autotask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.connection import Check, CheckState, Credentials
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID, DEMO_USER, Fault, FaultKind
from tests.end_to_end.office import CREDENTIALS, Office, ended, office_on_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcautotask_gui.services.connection_test import ConnectionReport


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_on_file(tmp_path_factory.mktemp("phase_1")) as made:
        yield made


def report_of(office: Office, credentials: Credentials = CREDENTIALS) -> ConnectionReport:
    form = replace(office.settings, enabled=True).with_current(user_name=credentials.user_name)
    return ended(office.at.connection_test.run(form, credentials))


def line(report: ConnectionReport, key: str) -> Check:
    return next(each for each in report.checks if each.key == key)


def test_successful_authentication_against_sandbox(office: Office) -> None:
    report = report_of(office)
    assert report.has_passed
    assert line(report, "user").state is CheckState.PASSED
    assert report.zone is not None and report.zone.database_id == office.server.tenant.ci
    paths = [call.path for call in office.server.calls]
    assert any("zoneInformation" in path for path in paths)
    # with nothing but reads: a test of the connection writes no record
    writes = [call for call in office.server.calls if call.method in ("PUT", "PATCH", "DELETE")]
    assert writes == []


def test_reference_data_can_be_retrieved_and_parsed(office: Office) -> None:
    office.set_up()
    read = ended(office.at.settings.refresh_reference_data())
    for entity, which in (("queueID", TicketField.QUEUE), ("source", TicketField.SOURCE)):
        offered = {value.value: value.label for value in read.offered(which)}
        there = office.server.tenant.picklist("Ticket", entity)
        assert offered == {each.value: each.label for each in there if each.is_active}
        assert len(offered) > 2


def test_clear_error_handling_for_auth_and_api_failures(office: Office) -> None:
    wrong = report_of(office, Credentials(DEMO_USER, "wrong", DEMO_TRACKING_ID))
    refused = line(wrong, "user")
    assert refused.state is CheckState.FAILED
    assert "did not accept the user, the secret or the tracking identifier" in refused.value
    assert "again" in refused.remedy
    assert line(wrong, "Tickets").state is CheckState.TO_COME  # no further call after a refusal
    shown = str(wrong.checks)
    assert "wrong" not in shown and DEMO_SECRET not in shown and DEMO_TRACKING_ID not in shown

    office.set_up()
    said = "Unable to find the entity"
    for fault, told in (
        (Fault(FaultKind.CUT, path="Tickets*", times=99), "was cut"),
        (Fault(FaultKind.CUT_JSON, path="Tickets*", times=99), "could not be read"),
        (Fault(FaultKind.ERROR, path="Tickets*", times=99, errors=(said,)), f'refused: "{said}"'),
    ):
        office.server.faults.add(fault)
        try:
            with pytest.raises(Failure) as failed:
                ended(office.at.settings.refresh_reference_data())
        finally:
            office.server.faults.clear()
        assert failed.value.kind is not Kind.UNEXPECTED
        assert told in failed.value.happened and failed.value.advice
        assert "Traceback" not in str(failed.value)
    assert ended(office.at.settings.refresh_reference_data()).offered(TicketField.QUEUE)
