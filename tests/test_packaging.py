"""What is shipped: the version stands in one place, and every licence text comes along."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui import __version__

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "packaging"


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "recipe",
    [
        "bcautotask-gui.spec", "linux/build.sh", "linux/bcautotask-gui.metainfo.xml",
        "linux/bcautotask-gui.desktop", "windows/build.ps1", "windows/bcautotask-gui.iss",
        "macos/build.sh",
    ],
)  # fmt: skip
def test_no_recipe_holds_a_version_of_its_own(recipe: str) -> None:
    text = (PACKAGING / recipe).read_text("utf-8")
    assert __version__ not in text
    assert not re.search(r"(?i)version\W{1,3}\d+\.\d+", text.replace('version="1.0"', ""))


def test_every_licence_of_what_is_shipped_is_collected(tmp_path: Path) -> None:
    licences = tool("collect_licences")
    # its start program is shipped, but it is installed where the folder is built
    licences.ALSO_SHIPPED = ()
    shipped = [each.metadata["Name"].lower() for each in licences.shipped()]
    for name in ("pyside6_essentials", "shiboken6", "psycopg", "psycopg-binary", "httpx", "h11"):
        assert name in shipped
    for name in ("pytest", "ruff", "mypy", "hypothesis", "hatchling"):
        assert name not in shipped
    for each in licences.shipped():
        licences.collect(each, tmp_path / each.metadata["Name"])
        texts = [path.name for path in (tmp_path / each.metadata["Name"]).iterdir()]
        assert len(texts) > 1, f"{each.metadata['Name']} comes without a text"
    of_qt = tmp_path / "PySide6_Essentials" / "LGPL-3.0.txt"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in of_qt.read_text("utf-8")
