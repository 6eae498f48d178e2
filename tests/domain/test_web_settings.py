"""Beginning with what the web application holds of Autotask."""

import pytest

from bcautotask_gui.domain.settings import Environment, PriorityChoice, Settings
from bcautotask_gui.domain.web_settings import WebSettings, read_environment, taken_over
from tests.domain.samples import good_settings

WEB = WebSettings(
    Environment.PRODUCTION, "api@msp.example", "https://backupchecks.msp.example",
    "Europe/Amsterdam", 29682833, 8, 1, 2, 3,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sandbox", Environment.SANDBOX),
        (" Production ", Environment.PRODUCTION),
        ("PRODUCTION", Environment.PRODUCTION),
        ("test", None),
        ("", None),
        (None, None),
    ],
)
def test_an_environment_is_read_whatever_its_case(
    text: str | None, found: Environment | None
) -> None:
    assert read_environment(text) is found


def test_what_belongs_to_one_database_goes_to_the_environment_that_it_uses() -> None:
    before = good_settings()
    after = taken_over(before, WEB)
    production = after.environments[Environment.PRODUCTION]
    assert production.user_name == "api@msp.example"
    assert (production.defaults.queue, production.defaults.source) == (29682833, 8)
    assert production.defaults.warning == PriorityChoice(2)
    assert after.environments[Environment.SANDBOX] == before.environments[Environment.SANDBOX]
    assert (after.base_url, after.time_zone) == (WEB.base_url, "Europe/Amsterdam")
    assert after.mirrored is Environment.PRODUCTION
    assert after.environment is before.environment
    assert after.enabled is before.enabled


def test_what_it_does_not_hold_stays_as_it_is() -> None:
    before = good_settings()
    assert taken_over(before, WebSettings()) == before


def test_a_zone_that_nobody_knows_is_not_taken_over() -> None:
    assert taken_over(Settings(), WebSettings(time_zone="Europe/Atlantis")).time_zone == "UTC"
