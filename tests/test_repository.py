"""What holds for the whole repository: its lock, its first lines, its one version, its binding."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

import bcautotask_gui

ROOT = Path(__file__).parent.parent
PACKAGE = sorted(
    path for path in (ROOT / "bcautotask_gui").rglob("*.py") if path.name != "resources_rc.py"
)
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.<>*/-])/(?:work|home|root)/")


def tracked_files() -> list[Path]:
    # the folder may belong to another user than the one who runs the tests, as in a container
    names = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


def texts(files: list[Path]) -> dict[str, str]:
    found = {}
    for path in files:
        try:
            found[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
    return found


def test_no_lock_names_the_address_of_a_registry() -> None:
    locks = texts([path for path in tracked_files() if path.suffix == ".lock"])
    assert "requirements.lock" in locks
    assert [name for name, text in locks.items() if re.search(r"https?://", text)] == []


def test_no_file_names_a_folder_of_the_machine_it_was_made_on() -> None:
    files = texts(tracked_files())
    assert [name for name, text in files.items() if SOMEBODYS_FOLDER.search(text)] == []


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_opens_with_a_sentence_that_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_the_version_is_written_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["hatch"]["version"]["path"] == "bcautotask_gui/__init__.py"
    assert version("bcautotask-gui") == bcautotask_gui.__version__
    written = [p.name for p in PACKAGE if re.search(r"^__version__ =", p.read_text(), re.M)]
    assert written == ["__init__.py"]


def test_the_binding_keeps_count_of_its_references_to_none(qapp: object) -> None:
    """Each call of PySide6 6.12.0 takes one reference to None too many: Python 3.11 dies of it."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(2_000):
        label.setText("text")
    assert abs(sys.getrefcount(None) - before) < 500
