from dataclasses import replace

import pytest

from bcautotask_gui.domain.connection import Access, Check, CheckState
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.proof import Proof
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.connection_test import ConnectionReport
from bcautotask_gui.services.secret_keeper import SECRET
from tests.services.desk import ALL, TYPED, Desk, result_of
from tests.services.fakes import MORNING

KEYS = [
    "zone",
    "user",
    "version",
    "Companies",
    "Tickets",
    "TicketNotes",
    "TimeEntries",
    "non_billable",
    "reference",
    "completed_status",
    "publish",
]
CALLS = 9
READ_ONLY = Access(query=True, create=False, update=False)
PROOF = Proof(
    4711,
    5,
    "Complete",
    sets_completed=True,
    sets_resolved=True,
    changed=(),
    number="T20261120.0007",
    proven_at=MORNING,
    proven_by="S. Bakker",
)


@pytest.fixture
def desk() -> Desk:
    """A desk whose settings leave nothing to look at."""
    made = Desk()
    settings = made.store.settings
    defaults = replace(settings.current.defaults, note_type=3, publish=2)
    made.store.settings = replace(
        settings.with_current(defaults=defaults, completed_status=5, proofs=(PROOF,)),
        resolving_allowed=True,
    )
    return made


def with_form(desk: Desk, **current: object) -> ConnectionReport:
    form = desk.store.settings.with_current(**current)
    return result_of(desk.test.run(form, TYPED))


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
    assert line(report, "version").value == "2026.3"
    assert line(report, "non_billable").value == "visible"
    assert line(report, "reference").value == "9 values"
    assert line(report, "completed_status").value == "Complete, proven 23 November 2026"
    assert line(report, "publish").value == "Internal Users Only"
    assert report.to_look_at == 0


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
        assert done == place
        assert calls == min(place, CALLS)
        assert shown[:place] == [CheckState.PASSED] * place
        assert shown[place] is CheckState.RUNNING
        assert set(shown[place + 1 :]) <= {CheckState.TO_COME}
    assert seen[-1] == (len(KEYS), [CheckState.PASSED] * len(KEYS), CALLS)


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


def test_picklists_that_cannot_be_read_fail_their_line(desk: Desk) -> None:
    desk.tenant.failures["reference_data"] = Failure(Kind.SERVER, status=500)
    report = report_of(desk)
    assert line(report, "reference").remedy == "Try again later."
    assert "Refresh the reference data" in line(report, "completed_status").remedy
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


def test_time_that_is_not_billed_and_not_shown_is_no_failure_but_said(desk: Desk) -> None:
    desk.tenant.shows_non_billable = False
    report = report_of(desk)
    shown = line(report, "non_billable")
    assert (shown.state, shown.value) == (CheckState.LOOK_HERE, "none was shown")
    assert "Can view non-billable time entries" in shown.remedy
    assert report.has_passed and report.to_look_at == 1


def test_a_completed_status_that_no_test_ticket_proved_is_to_be_looked_at(desk: Desk) -> None:
    report = with_form(desk, proofs=())
    shown = line(report, "completed_status")
    assert (shown.state, shown.value) == (CheckState.LOOK_HERE, "Complete, not proven")
    assert shown.remedy == "Create a test ticket under Resolving and notes."
    assert report.has_passed


@pytest.mark.parametrize(
    "other",
    [{"database_id": 4712}, {"status": 1}],
    ids=["of another database", "of another status"],
)
def test_a_proof_of_something_else_proves_nothing(desk: Desk, other: dict[str, int]) -> None:
    report = with_form(desk, proofs=(replace(PROOF, **other),))
    assert line(report, "completed_status").state is CheckState.LOOK_HERE


@pytest.mark.parametrize("stamp", ["sets_completed", "sets_resolved"])
def test_a_status_that_did_not_set_both_dates_fails(desk: Desk, stamp: str) -> None:
    report = with_form(desk, proofs=(replace(PROOF, **{stamp: False}),))
    shown = line(report, "completed_status")
    assert shown.state is CheckState.FAILED
    assert "did not complete the test ticket T20261120.0007" in shown.value
    assert not report.has_passed


def test_notes_that_customers_read_fail_with_the_remedy(desk: Desk) -> None:
    report = with_form(desk, defaults=replace(desk.store.settings.current.defaults, publish=1))
    shown = line(report, "publish")
    assert shown.state is CheckState.FAILED
    assert shown.remedy == (
        '"All Autotask Users" shows notes to customers. Choose the internal value.'
    )


def test_without_resolving_nothing_about_it_fails(desk: Desk) -> None:
    desk.store.settings = replace(desk.store.settings, resolving_allowed=False)
    defaults = replace(desk.store.settings.current.defaults, publish=None)
    report = with_form(desk, completed_status=None, defaults=defaults)
    assert line(report, "completed_status").value == "not used: resolving is off"
    assert line(report, "publish").state is CheckState.LOOK_HERE
    assert report.has_passed


def test_in_production_nobody_is_sent_to_make_a_test_ticket(desk: Desk) -> None:
    form = desk.store.settings
    environments = {**form.environments, Environment.PRODUCTION: replace(form.current, proofs=())}
    form = replace(form, environment=Environment.PRODUCTION, environments=environments)
    shown = line(result_of(desk.test.run(form, TYPED)), "completed_status")
    assert shown.remedy.startswith("Test tickets are made in Sandbox only.")
