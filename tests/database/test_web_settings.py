"""The settings of the web application, as far as the live schema has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.sandbox.sample import write_sample
from tests.database.world import NOW, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database


def test_what_is_there_is_read_by_our_names(database: Database) -> None:
    web = database.web_settings.read()
    assert database.web_settings.is_there
    assert web.environment is Environment.SANDBOX
    assert web.user_name == "api.backupchecks@msp.example"
    assert web.base_url == "https://backupchecks.msp.example"
    assert web.time_zone == "Europe/Amsterdam"
    assert (web.queue, web.source, web.status, web.warning, web.error) == (29682833, 8, 1, 2, 1)


def test_a_row_with_holes_is_read_as_far_as_it_goes(database: Database, url: str) -> None:
    sql(
        url,
        "UPDATE system_settings SET autotask_environment = NULL, autotask_base_url = '  ', "
        "autotask_default_queue_id = NULL",
    )
    web = database.web_settings.read()
    assert (web.environment, web.base_url, web.queue) == (None, "", None)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_what_a_file_keeps_in_the_wrong_column_is_left_out(database: Database, url: str) -> None:
    sql(
        url,
        "UPDATE system_settings SET autotask_environment = x'ff', autotask_base_url = x'07', "
        "ui_timezone = x'00', autotask_default_queue_id = 'queue', "
        "autotask_default_ticket_source_id = 1.5",
    )
    web = database.web_settings.read()
    assert (web.environment, web.base_url, web.time_zone) == (None, "", "")
    assert (web.queue, web.source, web.status) == (None, None, 1)


def test_an_empty_table_holds_nothing(database: Database, url: str) -> None:
    sql(url, "DELETE FROM system_settings")
    assert database.web_settings.read().user_name == ""


def test_without_the_table_nothing_is_offered(
    make_url: Callable[..., str], opened: Callable[..., Database]
) -> None:
    def without_settings(url: str) -> None:
        write_sample(url, now=NOW, runs=20, without=frozenset({"system_settings"}))

    database = opened(make_url("no_settings", without_settings))
    assert not database.web_settings.is_there
