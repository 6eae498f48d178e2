"""Mappings to and from files, with a tenant that is asked before anything is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.mapping_plan import Effect, ImportPlan
from bcautotask_gui.domain.operators import Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.services.customers import CustomerFilter
from tests.services.desk import Desk, result_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mappings.csv"


def fill(desk: Desk) -> None:
    desk.add_customer(1, "Alpha", 11)
    desk.add_customer(2, "Beta", 12)
    desk.add_customer(3, "Gamma")
    for each, name in ((11, "Alpha"), (12, "Beta"), (13, "Gamma")):
        desk.add_company(each, name)


def weigh(desk: Desk, path: Path, *lines: str) -> ImportPlan:
    path.write_text("\n".join(("customer_id,company_id", *lines)))
    return result_of(desk.files.preview(str(path)))


def effects(plan: ImportPlan) -> list[Effect]:
    return [row.effect for row in plan.rows]


def test_an_export_that_is_imported_changes_nothing(desk: Desk, path: Path) -> None:
    fill(desk)
    assert desk.files.export(str(path), CustomerFilter()) == 3
    assert path.read_bytes().startswith(b"\xef\xbb\xbfcustomer_id,")
    plan = result_of(desk.files.preview(str(path)))
    assert effects(plan) == [Effect.SAME] * 3
    assert plan.writing == ()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_export_replaces_the_file_only_once_it_is_written(desk: Desk, tmp_path: Path) -> None:
    fill(desk)
    with pytest.raises(Failure) as caught:
        desk.files.export(str(tmp_path / "nowhere" / "x.csv"), CustomerFilter())
    assert caught.value.kind is Kind.BLOCKED and "cannot be written" in str(caught.value)


def test_a_preview_writes_nothing_and_asks_for_each_company(desk: Desk, path: Path) -> None:
    fill(desk)
    plan = weigh(desk, path, "3,13", "1,99")
    assert effects(plan) == [Effect.NEW, Effect.REFUSED]
    assert desk.list.events == []
    assert desk.tenant.calls == ["companies"]


def test_a_plan_is_written_together_and_says_where_it_came_from(desk: Desk, path: Path) -> None:
    fill(desk)
    plan = weigh(desk, path, "1,12", "2,11", "3,13")
    assert result_of(desk.files.apply(plan)) == 3
    assert {each: m.company_id for each, m in desk.list.kept.items()} == {1: 12, 2: 11, 3: 13}
    assert desk.list.events[0].after == "Beta (12), from mappings.csv"
    assert desk.list.events[0].before == "Alpha (11)"


@pytest.mark.parametrize("how", ["gone", "inactive", "changed"])
def test_what_changed_after_the_preview_keeps_all_as_it_is(
    desk: Desk, path: Path, how: str
) -> None:
    fill(desk)
    desk.add_company(14, "Delta")
    plan = weigh(desk, path, "1,14", "3,13")
    if how == "gone":
        del desk.tenant.companies[13]
    elif how == "inactive":
        desk.add_company(13, "Gamma", is_active=False)
    else:
        desk.list.kept[1] = replace(desk.list.kept[1], version=7)
    before = dict(desk.list.kept)
    with pytest.raises(Failure):
        result_of(desk.files.apply(plan))
    assert desk.list.kept == before


def test_a_plan_of_another_environment_is_refused(desk: Desk, path: Path) -> None:
    desk.with_production()
    fill(desk)
    plan = weigh(desk, path, "3,13")
    desk.colleague_saves(environment=Environment.PRODUCTION)
    with pytest.raises(Failure) as caught:
        result_of(desk.files.apply(plan))
    assert caught.value.kind is Kind.STALE


def test_a_file_that_cannot_be_read_is_told(desk: Desk, tmp_path: Path) -> None:
    for content in (None, b"\x00\x01", b"name\nx"):
        path = tmp_path / "x.csv"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(Failure) as caught:
            result_of(desk.files.preview(str(path)))
        assert caught.value.kind is Kind.BLOCKED
    assert desk.tenant.calls == []


def test_who_may_only_export_imports_nothing(desk: Desk, path: Path) -> None:
    fill(desk)
    plan = weigh(desk, path, "3,13")
    desk.sit_down(Role.REPORTER)
    assert desk.files.export(str(path), CustomerFilter()) == 3
    for act in (lambda: result_of(desk.files.apply(plan)), lambda: weigh(desk, path, "3,13")):
        with pytest.raises(Failure) as caught:
            act()
        assert caught.value.kind is Kind.NOT_ALLOWED
    desk.sit_down(Role.VIEWER)
    with pytest.raises(Failure) as caught:
        desk.files.export(str(path), CustomerFilter())
    assert caught.value.kind is Kind.NOT_ALLOWED
