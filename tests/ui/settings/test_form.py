from __future__ import annotations

from dataclasses import replace

from bcautotask_gui.domain.settings import Environment, PriorityChoice
from bcautotask_gui.ui.settings.form import Draft, form_problems, labels, value_of, with_value
from tests.ui.settings.fakes import good_settings

SANDBOX, PRODUCTION = Environment.SANDBOX, Environment.PRODUCTION


def draft() -> Draft:
    return Draft(good_settings(), good_settings())


def test_every_value_has_a_label() -> None:
    assert {"enabled", "queue", "due", "api-secret", "tracking-id"} <= set(labels())


def test_a_value_of_one_environment_leaves_the_other_alone() -> None:
    settings = with_value(good_settings(), "queue", 5, PRODUCTION)
    assert value_of(settings, "queue", PRODUCTION) == 5
    assert value_of(settings, "queue", SANDBOX) == 29682833


def test_changes_are_named_in_the_order_of_the_form() -> None:
    edited = draft().put("subject_prefix", "[BC]").put("user_name", "other@msp.example")
    assert edited.changed() == ("user_name", "subject_prefix")


def test_a_value_typed_back_is_no_change() -> None:
    edited = draft().put("base_url", "https://x").put("base_url", "https://backupchecks.example")
    assert edited.changed() == ()


def test_what_was_changed_in_the_other_environment_counts_but_has_no_dot() -> None:
    edited = draft().put("user_name", "other@msp.example").put("environment", PRODUCTION)
    assert edited.changed() == ("environment", "user_name")
    assert edited.changed_here() == {"environment"}


def test_a_secret_belongs_to_the_environment_in_which_it_was_typed() -> None:
    edited = draft().type_secret("api-secret", "geheim").put("environment", PRODUCTION)
    assert edited.typed_here() == {}
    assert edited.typed == {(SANDBOX, "api-secret"): "geheim"}
    assert "geheim" not in repr(edited)


def test_an_emptied_secret_field_keeps_what_is_stored() -> None:
    edited = draft().type_secret("api-secret", "geheim").type_secret("api-secret", "")
    assert edited.changed() == ()


def test_rebasing_keeps_edits_and_follows_what_others_changed() -> None:
    edited = draft().put("user_name", "mine@msp.example")
    newer = replace(good_settings(), version=4, base_url="https://theirs.example")
    rebased = edited.rebased(newer)
    assert rebased.edited.version == 4
    assert rebased.edited.base_url == "https://theirs.example"
    assert rebased.edited.current.user_name == "mine@msp.example"
    assert rebased.changed() == ("user_name",)


def test_texts_are_saved_without_the_spaces_around_them() -> None:
    edited = draft().put("user_name", " api@msp.example ").put("subject_prefix", "[BC] ")
    assert edited.to_save().current.user_name == "api@msp.example"
    assert edited.to_save().subject_prefix == "[BC] "


def test_a_fixed_zone_has_to_be_an_address_and_the_job_page_needs_its_number() -> None:
    settings = with_value(good_settings(), "fixed_zone", "webservices19", SANDBOX)
    settings = replace(settings, job_path="/jobs")
    assert [each.field for each in form_problems(settings)] == ["fixed_zone", "job_path"]
    assert form_problems(replace(settings, enabled=False)) == ()


def test_a_priority_is_one_value() -> None:
    edited = draft().put("missed", PriorityChoice(do_not_ticket=True))
    assert edited.edited.current.defaults.missed.do_not_ticket
    assert edited.changed() == ("missed",)
