"""Imports cost neither the time nor the memory of reading every source."""

from __future__ import annotations

import subprocess
import sys

LOOK = """
import linecache
import sys
from bcautotask_gui.quick_imports import spare_sources
spare_sources()
import sqlalchemy
from bcautotask_gui.ui.main_window import MainWindow
kept = [name for name in linecache.cache if "/sqlalchemy/" in name or "/bcautotask_gui/" in name]
sys.exit(f"kept {kept}" if kept else 0)
"""


def test_no_source_is_kept_of_what_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_it_the_sources_would_be_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK.replace("\nspare_sources()", "")],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "/sqlalchemy/" in done.stderr
