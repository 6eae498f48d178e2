from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.ui.opening.page import OpeningPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> OpeningPage:
    page = OpeningPage(theme)
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    return page


def buttons(page: OpeningPage) -> list[str]:
    every = (page.sign_in, page.prepare, page.retry, page.prepare_anyway, page.copy)
    return [button.text() for button in every if button.isVisible()]


def test_a_database_without_our_tables_can_be_prepared(page: OpeningPage) -> None:
    page.show_failure(Failure(Kind.DATABASE_NOT_PREPARED), "c0ffee")
    assert "added once" in page.sentence
    assert buttons(page) == ["Prepare this database", "Retry", "Copy details"]
    assert page.focusWidget() is page.prepare


def test_a_database_without_job_runs_is_prepared_only_as_the_lesser_way(
    page: OpeningPage, qtbot: QtBot
) -> None:
    page.show_failure(
        Failure(Kind.DATABASE_NOT_PREPARED, missing="customers, jobs, runs"), "c0ffee"
    )
    assert page.sentence.startswith("This database holds no job runs of Backupchecks.")
    assert "customers, jobs, runs" in page.sentence
    assert buttons(page) == ["Retry", "Prepare it all the same", "Copy details"]
    assert page.focusWidget() is page.retry
    with qtbot.waitSignal(page.prepare_requested):
        page.prepare_anyway.click()


def test_preparing_that_was_refused_is_not_offered_again(page: OpeningPage) -> None:
    page.show_failure(Failure(Kind.DATABASE_NOT_PREPARED, "readonly database"), "c0ffee")
    assert "may not be written to" in page.sentence
    assert buttons(page) == ["Retry", "Copy details"]


def test_a_refused_sign_in_asks_for_the_password(page: OpeningPage, qtbot: QtBot) -> None:
    page.show_failure(Failure(Kind.DATABASE_SIGN_IN, where="backupchecks @ db01"), "c0ffee")
    assert page.password.isVisible()
    assert buttons(page) == ["Sign in", "Copy details"]
    page.password.field.setText("right")
    with qtbot.waitSignal(page.password_given) as given:
        page.sign_in.click()
    assert given.args == ["right"]


def test_a_long_sentence_is_shown_whole(page: OpeningPage) -> None:
    page.show_failure(Failure(Kind.DATABASE_SIGN_IN, where="a_long_name @ " + "db" * 30), "")
    heading = page._heading
    assert heading.height() >= 2 * heading.fontMetrics().height()


def test_the_details_name_the_correlation(page: OpeningPage, qtbot: QtBot) -> None:
    page.show_failure(Failure(Kind.DATABASE_UNREACHABLE, "refused", where="db01"), "c0ffee")
    with qtbot.waitSignal(page.copy_requested) as copied:
        page.copy.click()
    assert copied.args[0].splitlines()[1:] == ["refused", "c0ffee"]
