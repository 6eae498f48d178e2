"""Phase 2: settings are kept, checked, and filled from what Autotask offers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import TicketField
from bcautotask_gui.domain.settings import PriorityChoice
from bcautotask_gui.sandbox import DEMO_SECRET, DEMO_TRACKING_ID
from tests.end_to_end.office import Office, ended, office_on_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_on_file(tmp_path_factory.mktemp("phase_2")) as made:
        yield made.set_up()


def test_settings_can_be_saved_and_reloaded(office: Office) -> None:
    before = office.settings
    queues = office.at.settings.refresh_reference_data()
    other = ended(queues).offered(TicketField.QUEUE)[1].value
    defaults = replace(before.current.defaults, queue=other, warning=PriorityChoice(None, True))  # noqa: FBT003
    saved = office.at.settings.save(
        replace(
            before,
            base_url="https://backupchecks.customer.example/app",
            subject_prefix="[Backup]",
            object_errors=7,
        ).with_current(defaults=defaults)
    )
    office.start_again()
    again = office.settings
    assert again == saved
    assert (again.enabled, again.environment) == (True, before.environment)
    assert again.base_url == "https://backupchecks.customer.example/app"
    assert again.current.defaults.queue == other
    assert again.current.defaults.warning.do_not_ticket
    everything = (office.profile.parent / "workspace.sqlite").read_bytes()
    assert DEMO_SECRET.encode() not in everything and DEMO_TRACKING_ID.encode() not in everything
    assert_without_secrets(office.profile)


def assert_without_secrets(folder: Path) -> None:
    for file in (each for each in folder.rglob("*") if each.is_file()):
        held = file.read_bytes()
        assert DEMO_SECRET.encode() not in held and DEMO_TRACKING_ID.encode() not in held


def test_invalid_configurations_are_blocked(office: Office) -> None:
    before = office.settings
    defaults = before.current.defaults
    broken = {
        "base_url": replace(before, base_url="ftp://not a web address"),
        "queue": before.with_current(defaults=replace(defaults, queue=4_711_000)),
        "publish": before.with_current(defaults=replace(defaults, publish=1)),
    }
    for field, form in broken.items():
        problems = office.at.settings.blocking(form)
        assert field in {problem.field for problem in problems}
        assert all(problem.sentence for problem in problems)
        with pytest.raises(Failure) as refused:
            office.at.settings.save(form)
        assert refused.value.kind is Kind.INVALID_SETTINGS
        assert office.settings == before
    # what is off cannot do harm
    off = office.at.settings.save(replace(broken["queue"], enabled=False))
    assert not off.enabled
    office.at.settings.save(replace(before, version=off.version))


def test_reference_data_reflects_autotask_configuration(office: Office) -> None:
    tenant = office.server.tenant
    read = ended(office.at.settings.refresh_reference_data())
    for field, which in (
        ("queueID", TicketField.QUEUE),
        ("source", TicketField.SOURCE),
        ("status", TicketField.STATUS),
        ("priority", TicketField.PRIORITY),
        ("issueType", TicketField.ISSUE_TYPE),
    ):
        there = {each.value: each.label for each in tenant.picklist("Ticket", field)}
        assert {each.value: each.label for each in read.picklists[which]} == there
    gone = read.offered(TicketField.QUEUE)[-1]
    tenant.retire_value("Ticket", "queueID", gone.value)
    now = ended(office.at.settings.refresh_reference_data())
    assert gone.value not in {each.value for each in now.offered(TicketField.QUEUE)}
    assert now.label(TicketField.QUEUE, gone.value) == gone.label  # shown as broken, by name
    stored = office.at.settings.page().reference[office.settings.environment]
    assert stored == now
