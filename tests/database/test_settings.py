"""The shared settings: one version after another, and whoever is late is told."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.proof import Proof
from bcautotask_gui.domain.reference_data import PicklistValue, ReferenceData, TicketField
from bcautotask_gui.domain.settings import DueRule, PriorityChoice, TicketDefaults
from tests.database.world import PRODUCTION, SANDBOX, event, ours, sql

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcautotask_gui.database.engine import Database

DEFAULTS = TicketDefaults(
    queue=29683378,
    source=8,
    status=1,
    warning=PriorityChoice(3),
    missed=PriorityChoice(do_not_ticket=True),
    due=DueRule(2, time(9, 30), hours=6),
    category=3,
    issue_type=14,
    sub_issue_type=152,
)
PROOF = Proof(
    4711,
    5,
    "Complete",
    sets_completed=True,
    sets_resolved=False,
    changed=("source", "queueID"),
    number="T20261123.0007",
    proven_at=datetime(2026, 11, 23, 6, 50, tzinfo=UTC),
    proven_by="bert",
)


def test_what_was_saved_is_read_with_who_saved_it(database: Database) -> None:
    before = database.settings.read()
    changed = replace(before, time_zone="Europe/Amsterdam").with_current(
        defaults=DEFAULTS, proofs=(PROOF,)
    )
    saved = database.settings.save(changed, event(Act.SETTINGS_SAVED, operator="bert"))
    assert saved == database.settings.read()
    assert saved.version == before.version + 1 == database.settings.version()
    assert saved.saved_by == "bert"
    assert saved.current.defaults == DEFAULTS
    assert saved.current.proofs == (PROOF,)
    age = datetime.now(UTC) - datetime.fromisoformat(saved.saved_at)
    assert abs(age.total_seconds()) < 60


def test_who_saves_on_old_settings_is_told_who_was_quicker(database: Database) -> None:
    seen = database.settings.read()
    database.settings.save(seen, event(operator="bert"))
    with pytest.raises(Failure) as caught:
        database.settings.save(replace(seen, base_url="https://old"), event(operator="carla"))
    assert caught.value.kind is Kind.STALE
    assert caught.value.values["who"] == "bert"
    assert database.settings.read().base_url == seen.base_url


def test_of_two_who_save_at_once_one_wins(database: Database) -> None:
    seen = database.settings.read()

    def save(name: str) -> bool:
        try:
            database.settings.save(seen, event(operator=name))
        except Failure as failure:
            assert failure.kind is Kind.STALE
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(save, "abcd")) == 1
    assert database.settings.version() == seen.version + 1


def test_a_refused_save_leaves_no_entry_in_the_trail(database: Database) -> None:
    seen = database.settings.read()
    database.settings.save(seen, event(Act.SETTINGS_SAVED, "mine"))
    with pytest.raises(Failure):
        database.settings.save(seen, event(Act.SETTINGS_SAVED, "mine"))
    assert len(database.audit.of("mine")) == 1


def test_what_a_newer_version_wrote_survives_a_save_by_this_one(
    database: Database, url: str
) -> None:
    table = ours(url, "settings")
    document = json.loads(sql(url, f"SELECT document FROM {table}")[0][0])
    document["later"] = {"a": 1}
    document["environments"]["sandbox"]["also_later"] = 2
    sql(url, f"UPDATE {table} SET document = :text", text=json.dumps(document))
    database.settings.save(database.settings.read(), event())
    newest = f"SELECT document FROM {table} ORDER BY version DESC LIMIT 1"
    kept = json.loads(sql(url, newest)[0][0])
    assert kept["later"] == {"a": 1}
    assert kept["environments"]["sandbox"]["also_later"] == 2


def test_a_new_workspace_is_disabled_and_on_the_sandbox(
    empty_url: str, opened: Callable[..., Database]
) -> None:
    settings = opened(empty_url).settings.read()
    assert (settings.version, settings.enabled, settings.environment) == (0, False, SANDBOX)
    assert set(settings.environments) == {SANDBOX, PRODUCTION}


def test_picklists_are_kept_for_each_environment_and_replaced(database: Database) -> None:
    values = (
        PicklistValue(5, "Übersicht", sort_order=2, parent=7),
        PicklistValue(1, "Old", is_active=False),
    )
    read_at = datetime(2026, 3, 12, 7, 0, 0, 123456, tzinfo=UTC)
    data = ReferenceData({TicketField.QUEUE: values, TicketField.STATUS: ()}, read_at)
    older = ReferenceData({}, datetime(2026, 1, 1, tzinfo=UTC))
    for each in (older, data):
        database.settings.keep_reference_data(PRODUCTION, each, event(Act.REFERENCE_DATA_READ))
    assert database.settings.reference_data(PRODUCTION) == data
    assert database.settings.reference_data(SANDBOX) is None
