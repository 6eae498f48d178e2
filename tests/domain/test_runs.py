"""How a run's status is read, and what stands for a run when its serial id does not."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bcautotask_gui.domain.runs import RunStatus, run_status
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Marker
from tests.domain.samples import MORNING, a_run, an_object

OBJECTS = (an_object("HV01"), an_object("HV02", RunStatus.WARNING))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Success", RunStatus.SUCCESS),
        ("success", RunStatus.SUCCESS),
        ("WARNING", RunStatus.WARNING),
        ("Failed", RunStatus.FAILED),
        ("Error", RunStatus.FAILED),
        ("eRRoR", RunStatus.FAILED),
        (" Missed ", RunStatus.MISSED),
        ("Success (override)", RunStatus.OVERRIDE),
        ("SUCCESS (OVERRIDE)", RunStatus.OVERRIDE),
        ("Expected", RunStatus.OTHER),
        ("Failed to start", RunStatus.OTHER),
        ("", RunStatus.OTHER),
        (None, RunStatus.OTHER),
    ],
)
def test_a_status_is_read_in_any_spelling(text: str | None, expected: RunStatus) -> None:
    assert run_status(text) is expected


def test_the_missed_flag_says_more_than_the_text() -> None:
    assert run_status("Failed", missed=True) is RunStatus.MISSED
    assert run_status(None, missed=True) is RunStatus.MISSED


def test_an_override_says_more_than_anything_else() -> None:
    assert run_status("Failed", overridden=True) is RunStatus.OVERRIDE
    assert run_status("Missed", missed=True, overridden=True) is RunStatus.OVERRIDE


def test_only_warning_failed_and_missed_runs_can_get_a_ticket() -> None:
    creatable = {status for status in RunStatus if status.creatable}
    assert creatable == {RunStatus.WARNING, RunStatus.FAILED, RunStatus.MISSED}


def test_a_fingerprint_has_ten_plain_characters() -> None:
    mark = a_run().fingerprint
    assert len(mark) == 10
    assert set(mark) <= set("0123456789abcdef")


def test_a_fingerprint_stays_what_it_was_in_tickets_already_sent() -> None:
    assert a_run().fingerprint == "e8218d43cf"


@pytest.mark.parametrize(
    "changes",
    [
        {"id": 1},
        {"job_id": 1},
        {"customer_id": 1},
        {"customer": "Renamed"},
        {"backup_type": "Replication"},
        {"status": RunStatus.WARNING, "status_text": "Warning"},
        {"remark": "Seen"},
        {"is_reviewed": True},
        {"objects": OBJECTS},
        {"run_at": MORNING.astimezone(ZoneInfo("Asia/Kolkata"))},
        {"run_at": MORNING.astimezone(timezone(timedelta(hours=-5)))},
        {"stored_at": MORNING, "run_at": MORNING - timedelta(hours=9)},
    ],
)
def test_a_fingerprint_does_not_depend_on(changes: dict[str, Any]) -> None:
    assert a_run(**changes).fingerprint == a_run().fingerprint


@pytest.mark.parametrize(
    "changes",
    [
        {"sender": "cove_api"},
        {"software": "Acronis"},
        {"job": "HV02 daily"},
        {"run_at": MORNING + timedelta(seconds=1)},
        {"run_at": None},
        {"stored_at": MORNING + timedelta(seconds=1)},
        {"external_id": "9913"},
    ],
)
def test_a_fingerprint_depends_on(changes: dict[str, Any]) -> None:
    assert a_run(**changes).fingerprint != a_run().fingerprint


def test_the_parts_of_a_fingerprint_do_not_run_into_each_other() -> None:
    left = a_run(software="Veeam B", job="ackup")
    right = a_run(software="Veeam ", job="Backup")
    assert left.fingerprint != right.fingerprint


def test_a_broken_character_still_has_a_fingerprint() -> None:
    assert a_run(job="half \ud83d pair").fingerprint != a_run().fingerprint


def test_a_marker_begins_with_its_stem_and_fits_an_external_id() -> None:
    marker = Marker("7f3c91", Environment.PRODUCTION, a_run().fingerprint, 2**63 - 1)
    assert marker.stem == f"bc-7f3c91-p-{a_run().fingerprint}"
    assert str(marker) == f"{marker.stem}-9223372036854775807"
    assert len(str(marker)) <= 50


@pytest.mark.parametrize(
    "changes",
    [
        {"customer": "Renamed"},
        {"customer_id": 8},
        {"job": "HV02 daily"},
        {"job_id": 32},
        {"software": "Acronis"},
        {"backup_type": "Replication"},
        {"status_text": "Error"},
        {"status": RunStatus.OVERRIDE},
        {"run_at": MORNING + timedelta(seconds=1)},
        {"remark": "Seen"},
        {"sender": "other@brandt.example"},
        {"external_id": "9913"},
        {"objects": ()},
        {"objects": OBJECTS[:1]},
        {"objects": (replace(OBJECTS[0], message="Gone"), OBJECTS[1])},
        {"objects": (replace(OBJECTS[0], name="HV09"), OBJECTS[1])},
        {"objects": (replace(OBJECTS[0], status=RunStatus.OVERRIDE), OBJECTS[1])},
    ],
)
def test_a_digest_changes_with(changes: dict[str, Any]) -> None:
    before = a_run(objects=OBJECTS)
    assert replace(before, **changes).digest != before.digest


@pytest.mark.parametrize(
    "changes",
    [
        {"is_reviewed": True},
        {"objects": OBJECTS[::-1]},
        {"run_at": MORNING.astimezone(ZoneInfo("Europe/Amsterdam"))},
        {"run_at": datetime(2026, 11, 23, 5, 12, tzinfo=ZoneInfo("UTC"))},
    ],
)
def test_a_digest_does_not_change_with(changes: dict[str, Any]) -> None:
    before = a_run(objects=OBJECTS)
    assert replace(before, **changes).digest == before.digest
