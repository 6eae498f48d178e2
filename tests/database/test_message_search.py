"""A search that looks into what objects say, named in a mail or kept apart from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.runs import RunQuery, RunView
from tests.database.world import PRODUCTION, sql

if TYPE_CHECKING:
    from bcautotask_gui.database.engine import Database

TEXT = "The moon is 100% Größer"


def found(database: Database, search: str, *, in_messages: bool) -> list[int]:
    query = RunQuery(PRODUCTION, view=RunView.ALL, search=search, in_messages=in_messages)
    return list(database.runs.order(query))


@pytest.fixture
def with_mail(database: Database, url: str) -> int:
    """A run whose mail names an object that says something rare."""
    run_id, object_id = sql(
        url,
        "SELECT job_runs.id, mail_objects.id FROM job_runs JOIN mail_objects "
        "ON mail_objects.mail_message_id = job_runs.mail_message_id LIMIT 1",
    )[0]
    change = "UPDATE mail_objects SET error_message = :text WHERE id = :id"
    sql(url, change, text=TEXT, id=object_id)
    return int(run_id)


@pytest.fixture
def without_mail(database: Database, url: str) -> int:
    """A run whose objects are kept apart from any mail."""
    run_id, object_id = sql(url, "SELECT run_id, id FROM run_object_links LIMIT 1")[0]
    change = "UPDATE run_object_links SET error_message = :text WHERE id = :id"
    sql(url, change, text=TEXT, id=object_id)
    return int(run_id)


def test_messages_are_looked_into_only_when_asked_for(database: Database, with_mail: int) -> None:
    assert found(database, "moon IS 100%", in_messages=False) == []
    assert with_mail in found(database, "moon IS 100%", in_messages=True)


def test_objects_that_are_kept_apart_are_found_as_well(
    database: Database, without_mail: int
) -> None:
    assert without_mail in found(database, "the moon", in_messages=True)


def test_names_of_objects_are_found(database: Database, url: str, with_mail: int) -> None:
    change = "UPDATE mail_objects SET object_name = 'Zaphod-PC' WHERE error_message = :text"
    sql(url, change, text=TEXT)
    assert with_mail in found(database, "zaphod", in_messages=True)


def test_what_the_quick_step_finds_stays_among_what_the_second_finds(database: Database) -> None:
    quick = found(database, "daily", in_messages=False)
    assert quick
    assert set(quick) <= set(found(database, "daily", in_messages=True))


def test_no_character_is_a_wildcard_in_messages(database: Database, with_mail: int) -> None:
    assert found(database, "moon_is", in_messages=True) == []
