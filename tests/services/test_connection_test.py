from dataclasses import replace

import pytest

from bcautotask_gui.domain.connection import Access, Check, CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.connection_test import ConnectionReport
from bcautotask_gui.services.secret_keeper import SECRET
from tests.services.desk import ALL, TYPED, Desk, result_of

KEYS = ["zone", "user", "Companies", "Tickets", "TicketNotes", "TimeEntries", "reference"]
READ_ONLY = Access(query=True, create=False, update=False)


def report_of(desk: Desk) -> ConnectionReport:
    return result_of(desk.test.run(desk.store.settings, TYPED))


def line(report: ConnectionReport, key: str) -> Check:
    return next(check for check in report.checks if check.key == key)


def states(report: ConnectionReport) -> list[CheckState]:
    return [check.state for check in report.checks]


def test_a_connection_that_works_passes_line_by_line(desk: Desk) -> None:
    report = report_of(desk)
    assert [check.key for check in report.checks] == KEYS
    assert report.has_passed
    assert line(report, "zone").value == "EU1 · database id (ci) 4711"
    assert line(report, "user").value == "1,214 of 10,000 calls used this hour"
    assert line(report, "Tickets").value == "query, create, update"
    assert line(report, "TimeEntries").value == "query"
    assert line(report, "reference").value == "9 values"


def test_the_report_carries_what_was_read(desk: Desk) -> None:
    report = report_of(desk)
    assert report.zone and report.zone.database_id == 4711
    assert report.calls and report.calls.used == 1214
    assert report.reference is not None
    assert report.rights == desk.tenant.rights


def test_every_line_is_shown_running_before_its_call(desk: Desk) -> None:
    seen = [
        (report.done, states(report), len(desk.tenant.calls))
        for report in desk.test.run(desk.store.settings, TYPED)
    ]
    for place in range(len(KEYS)):
        done, shown, calls = seen[place]
        assert done == calls == place
        assert shown[:place] == [CheckState.PASSED] * place
        assert shown[place] is CheckState.RUNNING
        assert set(shown[place + 1 :]) <= {CheckState.TO_COME}
    assert seen[-1] == (7, [CheckState.PASSED] * 7, 7)


@pytest.mark.parametrize(
    ("call", "key"), [("zone", "zone"), ("calls_used", "user")], ids=["zone", "user"]
)
def test_without_zone_or_user_nothing_else_is_asked(desk: Desk, call: str, key: str) -> None:
    failure = Failure(Kind.UNREACHABLE, host="ws19.autotask.net")
    desk.tenant.failures[call] = failure
    report = report_of(desk)
    place = KEYS.index(key)
    assert states(report) == (
        [CheckState.PASSED] * place
        + [CheckState.FAILED]
        + [CheckState.TO_COME] * (len(KEYS) - place - 1)
    )
    assert (line(report, key).value, line(report, key).remedy) == (
        failure.happened,
        failure.advice,
    )
    assert len(desk.tenant.calls) == place + 1
    assert not report.has_passed


def test_refused_credentials_end_the_test_after_one_signed_call(desk: Desk) -> None:
    report = result_of(desk.test.run(desk.store.settings, replace(TYPED, secret="wrong")))
    user = line(report, "user")
    assert user.state is CheckState.FAILED and user.remedy == "Enter all three again."
    assert desk.tenant.calls == ["zone", "calls_used"]


@pytest.mark.parametrize("key", ["Companies", "Tickets", "TicketNotes", "TimeEntries"])
def test_a_failing_line_keeps_its_remedy_while_the_others_go_on(desk: Desk, key: str) -> None:
    failure = Failure(Kind.TIMED_OUT, seconds=30)
    desk.tenant.failures[key] = failure
    report = report_of(desk)
    failed = line(report, key)
    assert (failed.state, failed.remedy) == (CheckState.FAILED, failure.advice)
    assert [check.key for check in report.checks if check.state is CheckState.FAILED] == [key]
    assert line(report, "reference").state is CheckState.PASSED


def test_picklists_that_cannot_be_read_fail_the_last_line(desk: Desk) -> None:
    desk.tenant.failures["reference_data"] = Failure(Kind.SERVER, status=500)
    report = report_of(desk)
    assert line(report, "reference").remedy == "Try again later."
    assert report.reference is None and not report.has_passed


@pytest.mark.parametrize(
    ("entity", "has", "told"),
    [
        ("Companies", Access(query=False, create=True, update=True), "may not query"),
        ("Tickets", READ_ONLY, "may not create, update"),
        ("TicketNotes", READ_ONLY, "may not create"),
        ("TimeEntries", Access(query=False, create=True, update=True), "may not query"),
    ],
)
def test_a_missing_right_is_named_with_what_mends_it(
    desk: Desk, entity: str, has: Access, told: str
) -> None:
    desk.tenant.rights[entity] = has
    report = report_of(desk)
    failed = line(report, entity)
    assert (failed.state, failed.value) == (CheckState.FAILED, told)
    assert "security level" in failed.remedy
    assert report.rights[entity] == has


@pytest.mark.parametrize(
    ("entity", "has"),
    [
        ("Companies", READ_ONLY),
        ("TimeEntries", READ_ONLY),
        ("TicketNotes", Access(query=True, create=True, update=False)),
    ],
)
def test_rights_that_nobody_needs_are_not_asked_for(desk: Desk, entity: str, has: Access) -> None:
    desk.tenant.rights = {**dict.fromkeys(desk.tenant.rights, ALL), entity: has}
    assert report_of(desk).has_passed


def test_without_typed_credentials_those_of_the_keyring_are_tested(desk: Desk) -> None:
    assert result_of(desk.test.run(desk.store.settings, None)).has_passed
    assert desk.tenant.clients[0].connection.credentials == TYPED


def test_a_missing_secret_is_told_before_any_call(desk: Desk) -> None:
    desk.keeper.forget(Environment.SANDBOX, SECRET)
    with pytest.raises(Failure) as caught:
        result_of(desk.test.run(desk.store.settings, None))
    assert caught.value.kind is Kind.SECRET_MISSING
    assert desk.tenant.clients == []


def test_a_disabled_form_is_not_tested(desk: Desk) -> None:
    with pytest.raises(Failure) as caught:
        result_of(desk.test.run(replace(desk.store.settings, enabled=False), TYPED))
    assert caught.value.kind is Kind.DISABLED
    assert desk.tenant.clients == []


def test_values_can_be_tested_before_they_are_saved(desk: Desk) -> None:
    saved = desk.colleague_saves(enabled=False)
    assert result_of(desk.test.run(replace(saved, enabled=True), TYPED)).has_passed


def test_the_tested_client_is_closed_also_when_a_person_stops_the_test(desk: Desk) -> None:
    steps = desk.test.run(desk.store.settings, TYPED)
    next(steps)
    assert not desk.tenant.clients[0].is_closed
    steps.close()
    assert desk.tenant.clients[0].is_closed
    report_of(desk)
    assert desk.tenant.clients[1].is_closed


def test_no_secret_shows_in_a_report(desk: Desk) -> None:
    assert TYPED.secret not in repr(report_of(desk))
