from dataclasses import replace
from typing import Any

import pytest

from bcautotask_gui.domain.settings import PriorityChoice, Settings
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID
from bcautotask_gui.services.validation import MAPPING, Validation, findings
from tests.services.desk import Desk
from tests.services.fakes import good_settings, reference_data

BOTH = frozenset({SECRET, TRACKING_ID})
NO_TICKET = PriorityChoice(do_not_ticket=True)


def places(form: Settings, **changes: Any) -> list[str]:
    given = {"reference": reference_data(), "held": BOTH, "mapped": 3, **changes}
    return [each.place for each in findings(form, **given)]


def with_defaults(**changes: Any) -> Settings:
    settings = good_settings()
    return settings.with_current(defaults=replace(settings.current.defaults, **changes))


def test_a_complete_configuration_leaves_nothing_to_find() -> None:
    assert places(good_settings()) == []


@pytest.mark.parametrize(
    ("form", "place"),
    [
        (replace(good_settings(), enabled=False), "enabled"),
        (replace(good_settings(), base_url="backupchecks"), "base_url"),
        (with_defaults(queue=None), "queue"),
        (with_defaults(category=77), "category"),
        (good_settings().with_current(database_id=None), "environment"),
        (with_defaults(warning=NO_TICKET, error=NO_TICKET), "warning"),
        (replace(good_settings(), resolving_allowed=True), "completed_status"),
    ],
)
def test_each_thing_names_the_place_that_mends_it(form: Settings, place: str) -> None:
    assert places(form)[0] == place


def test_one_kind_of_run_that_gets_tickets_is_enough() -> None:
    assert places(with_defaults(warning=NO_TICKET)) == []
    missed = with_defaults(warning=NO_TICKET, error=NO_TICKET, missed=PriorityChoice(1))
    assert places(missed) == []


def test_secrets_of_this_computer_and_mapped_customers_count_too() -> None:
    assert places(good_settings(), held=frozenset()) == [SECRET, TRACKING_ID]
    assert places(good_settings(), held={SECRET}, mapped=0) == [TRACKING_ID, MAPPING]


def test_while_it_is_off_the_rest_is_judged_as_if_it_were_on() -> None:
    assert places(replace(good_settings(), enabled=False, base_url="")) == ["enabled", "base_url"]


def test_the_form_is_judged_with_what_is_typed_and_nobody_is_called(desk: Desk) -> None:
    desk.keeper.forget(desk.store.settings.environment, SECRET)
    validation = Validation(desk.store, desk.keeper, lambda _environment: 1)
    form = replace(desk.store.settings, base_url="")
    assert [each.place for each in validation.run(form, ())] == ["base_url", SECRET]
    assert [each.place for each in validation.run(form, [SECRET])] == ["base_url"]
    assert desk.tenant.clients == []
