"""What makes enabled settings invalid, field by field."""

from typing import Any

import pytest

from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.settings import (
    DueRule,
    Environment,
    EnvironmentSettings,
    PriorityChoice,
    Settings,
)
from bcautotask_gui.domain.settings_rules import choice_problem, problems_of
from tests.domain.samples import good_settings, reference_data, with_defaults

NOT_TICKETED = PriorityChoice(do_not_ticket=True)


def fields(settings: Settings, reference: ReferenceData | None = None) -> list[str]:
    return [problem.field for problem in problems_of(settings, reference or reference_data())]


def test_good_settings_have_no_problem() -> None:
    assert problems_of(good_settings(), reference_data()) == ()


def test_disabled_settings_have_no_problem_whatever_they_hold() -> None:
    assert problems_of(Settings(), None) == ()
    assert problems_of(good_settings(enabled=False, time_zone="Nowhere", base_url=""), None) == ()


def test_new_settings_are_off_and_in_the_sandbox() -> None:
    assert not Settings().enabled
    assert Settings().environment is Environment.SANDBOX


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"base_url": ""}, "base_url", "Enter the address of Backupchecks; tickets link to it."),
        ({"base_url": " "}, "base_url", "Enter the address of Backupchecks; tickets link to it."),
        *(
            (
                {"base_url": url},
                "base_url",
                "Write the whole address, such as https://backupchecks.example.com.",
            )
            for url in (
                "backupchecks.example",
                "ftp://backupchecks.example",
                "https://",
                "https://[broken",
                "javascript:alert(1)",
                "https://backupchecks.example/a b",
                "https://backupchecks.example/\nReference: forged",
            )
        ),
        ({"base_url": f"https://{'x' * 500}"}, "base_url", "Use at most 500 characters."),
        *(
            (
                {"job_path": path},
                "job_path",
                "Write {job_id} where the number of the job belongs.",
            )
            for path in ("", "/jobs", "/jobs/{id}", "/jobs/{job_id} x")
        ),
        ({"job_path": "/{job_id}" * 100}, "job_path", "Use at most 500 characters."),
        (
            {"time_zone": "Mars/Olympus"},
            "time_zone",
            '"Mars/Olympus" is no time zone. Choose one from the list.',
        ),
        ({"time_zone": ""}, "time_zone", '"" is no time zone. Choose one from the list.'),
        (
            {"time_zone": "../etc/passwd"},
            "time_zone",
            '"../etc/passwd" is no time zone. Choose one from the list.',
        ),
        (
            {"storage_zone": "CEST?"},
            "storage_zone",
            '"CEST?" is no time zone. Choose one from the list.',
        ),
        ({"object_errors": 0}, "object_errors", "Choose a number from 1 to 100."),
        ({"object_errors": -1}, "object_errors", "Choose a number from 1 to 100."),
        ({"object_errors": 101}, "object_errors", "Choose a number from 1 to 100."),
    ],
)
def test_a_shared_setting_has_a_problem(changes: dict[str, Any], field: str, sentence: str) -> None:
    problems = problems_of(good_settings(**changes), reference_data())
    assert [(problem.field, problem.sentence) for problem in problems] == [(field, sentence)]


@pytest.mark.parametrize(
    "changes",
    [
        {"base_url": "http://10.0.0.5:8080/app/"},
        {"base_url": " https://backupchecks.example "},
        {"job_path": "job?id={job_id}"},
        {"time_zone": "Europe/Amsterdam", "storage_zone": "America/New_York"},
        {"object_errors": 1},
        {"object_errors": 100},
        {"subject_prefix": ""},
    ],
)
def test_a_shared_setting_has_no_problem(changes: dict[str, Any]) -> None:
    assert fields(good_settings(**changes)) == []


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"user_name": " "}, "user_name", "Enter the API user name."),
        ({"user_name": "api user"}, "user_name", "An API user name holds no spaces."),
        (
            {"fixed_zone": "webservices19"},
            "fixed_zone",
            "Write the zone's whole address, or leave it empty.",
        ),
    ],
)
def test_a_setting_of_the_environment_has_a_problem(
    changes: dict[str, Any], field: str, sentence: str
) -> None:
    problems = problems_of(good_settings().with_current(**changes), reference_data())
    assert [(problem.field, problem.sentence) for problem in problems] == [(field, sentence)]


def test_a_fixed_zone_that_is_an_address_has_no_problem() -> None:
    zone = "https://webservices19.autotask.net/ATServicesRest/"
    assert fields(good_settings().with_current(fixed_zone=zone)) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"queue": None}, ["queue"]),
        ({"queue": 12}, ["queue"]),
        ({"source": 99}, ["source"]),
        ({"status": None}, ["status"]),
        ({"warning": PriorityChoice()}, ["warning"]),
        ({"warning": NOT_TICKETED}, []),
        ({"warning": PriorityChoice(4, do_not_ticket=True)}, []),
        ({"error": PriorityChoice(4)}, ["error"]),
        ({"error": NOT_TICKETED}, []),
        ({"missed": PriorityChoice()}, []),
        ({"missed": PriorityChoice(2)}, []),
        ({"missed": PriorityChoice(4)}, ["missed"]),
        ({"missed": NOT_TICKETED}, []),
        ({"missed": PriorityChoice(4, do_not_ticket=True)}, []),
    ],
)
def test_a_default_has_a_problem(changes: dict[str, Any], expected: list[str]) -> None:
    assert fields(with_defaults(**changes)) == expected


def test_all_problems_are_told_in_the_order_of_the_form() -> None:
    broken = Settings(
        enabled=True,
        job_path="",
        time_zone="Nowhere",
        storage_zone="Nowhere",
        object_errors=0,
        environments={
            Environment.SANDBOX: EnvironmentSettings(fixed_zone="nowhere"),
            Environment.PRODUCTION: EnvironmentSettings(),
        },
    )
    assert fields(broken) == [
        "user_name",
        "fixed_zone",
        "base_url",
        "job_path",
        "time_zone",
        "storage_zone",
        "object_errors",
        "queue",
        "source",
        "status",
        "warning",
        "error",
    ]


def test_only_the_environment_in_use_is_judged() -> None:
    assert fields(good_settings(environment=Environment.PRODUCTION))[0] == "user_name"


@pytest.mark.parametrize(
    ("which", "value", "sentence"),
    [
        (TicketField.QUEUE, None, "Choose a queue."),
        (TicketField.ISSUE_TYPE, None, "Choose an issue type."),
        (
            TicketField.PRIORITY,
            4,
            '"Urgent" (id 4) is no longer offered by Autotask. Choose another priority.',
        ),
        (
            TicketField.SUB_ISSUE_TYPE,
            77,
            "The sub-issue type 77 is no longer offered by Autotask. "
            "Choose another sub-issue type.",
        ),
    ],
)
def test_a_choice_that_cannot_be_used_says_why(
    which: TicketField, value: int | None, sentence: str
) -> None:
    problem = choice_problem("here", which, value, reference_data())
    assert problem
    assert (problem.field, problem.sentence) == ("here", sentence)


def test_a_choice_cannot_be_judged_before_the_picklists_were_read() -> None:
    problem = choice_problem("queue", TicketField.QUEUE, 11, None)
    assert problem
    assert problem.sentence == "Refresh the reference data, so that this queue can be checked."


def test_a_choice_that_autotask_offers_has_no_problem() -> None:
    assert choice_problem("queue", TicketField.QUEUE, 11, reference_data()) is None


def test_a_change_of_the_environment_in_use_leaves_the_other_alone() -> None:
    changed = good_settings().with_current(database_id=4712)
    assert changed.current.database_id == 4712
    assert changed.environments[Environment.PRODUCTION] == EnvironmentSettings()
    assert good_settings().current.database_id == 4711


def test_what_need_not_be_chosen_is_no_problem_until_it_is_broken() -> None:
    assert fields(with_defaults(category=None, issue_type=None, sub_issue_type=None)) == []
    assert fields(with_defaults(category=3, issue_type=14, sub_issue_type=152)) == []
    assert fields(with_defaults(category=77, issue_type=99)) == ["category", "issue_type"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"issue_type": 12, "sub_issue_type": 152},
            '"Job failed" does not belong to "Server". Choose one that does.',
        ),
        ({"sub_issue_type": 152}, "Choose the issue type that it belongs to."),
        (
            {"issue_type": 14, "sub_issue_type": 7},
            "The sub-issue type 7 is no longer offered by Autotask. Choose another sub-issue type.",
        ),
    ],
)
def test_a_sub_issue_type_follows_its_issue_type(changes: dict[str, int], sentence: str) -> None:
    (problem,) = problems_of(with_defaults(**changes), reference_data())
    assert (problem.field, problem.sentence) == ("sub_issue_type", sentence)


@pytest.mark.parametrize("hours", [0, -1, 241])
def test_hours_until_due_have_bounds(hours: int) -> None:
    (problem,) = problems_of(with_defaults(due=DueRule(hours=hours)), reference_data())
    assert (problem.field, problem.sentence) == ("due", "Choose from 1 to 240 hours.")
