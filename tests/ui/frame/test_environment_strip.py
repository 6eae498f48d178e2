from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def strip(theme: Theme, qtbot: QtBot) -> EnvironmentStrip:
    made = EnvironmentStrip(theme)
    qtbot.addWidget(made)
    made.resize(900, theme.metrics.strip)
    return made


def grounds(strip: EnvironmentStrip) -> set[str]:
    picture = strip.grab().toImage()
    return {picture.pixelColor(x, 3).name() for x in range(picture.width())}


def test_sandbox_is_hatched_and_production_is_solid(strip: EnvironmentStrip, theme: Theme) -> None:
    hatched = {theme.colour("sandbox_ground").name(), theme.colour("sandbox_hatch").name()}
    assert hatched <= grounds(strip)
    strip.show_environment(Environment.PRODUCTION, "Autotask database 1207")
    assert grounds(strip) == {theme.colour("production_ground").name()}


def test_the_strip_is_read_as_environment_meaning_and_place(strip: EnvironmentStrip) -> None:
    strip.show_environment(Environment.PRODUCTION, "Autotask database 1207")
    assert strip.accessibleName() == (
        "Production. Live environment. Tickets created here are real. Autotask database 1207"
    )


def test_a_dialog_may_say_what_the_environment_means_for_it(strip: EnvironmentStrip) -> None:
    strip.show_environment(Environment.SANDBOX, "", "This ticket goes to the test environment.")
    assert strip.accessibleName() == "Sandbox. This ticket goes to the test environment"


def test_an_integration_that_is_off_has_neither_colour(
    strip: EnvironmentStrip, theme: Theme
) -> None:
    strip.show_off()
    assert strip.environment is None
    assert grounds(strip) == {theme.colour("waiting_ground").name()}
    assert "typed by hand" in strip.accessibleName()
