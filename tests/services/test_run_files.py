from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import pytest

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Instance, Operator, Role
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.files import write_whole
from bcautotask_gui.services.run_files import RunFiles
from bcautotask_gui.services.runs import RunFilter

if TYPE_CHECKING:
    from pathlib import Path


class NoRuns:
    def order(self, chosen: RunFilter) -> array[int]:
        return array("q")


def files(role: Role) -> RunFiles:
    runs: Any = NoRuns()
    person = Operator("M. Peters", role, "desk-7")
    return RunFiles(runs, Actor(person, Instance("1", "1", "desk-7")))


def test_who_may_not_export_gets_no_file(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        list(files(Role.VIEWER).export(str(tmp_path / "runs.csv"), RunFilter(), None))
    assert caught.value.kind is Kind.NOT_ALLOWED
    assert list(tmp_path.iterdir()) == []


def test_a_view_without_runs_gives_a_file_with_its_header_alone(tmp_path: Path) -> None:
    list(files(Role.REPORTER).export(str(tmp_path / "runs.csv"), RunFilter(), None))
    (line,) = (tmp_path / "runs.csv").read_text("utf-8-sig").splitlines()
    assert line.startswith("run_id,status,")


def test_a_file_is_replaced_only_once_the_new_one_is_whole(tmp_path: Path) -> None:
    former = tmp_path / "runs.csv"
    former.write_bytes(b"former")
    (tmp_path / ".runs.csv.part").mkdir()
    with pytest.raises(Failure, match="cannot be written"):
        write_whole(str(former), b"new")
    assert former.read_bytes() == b"former"
