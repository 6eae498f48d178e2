"""The folder of one workstation: what a damaged note means."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.domain.audit_chain import Link
from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.profile import USUAL_LOCK_MINUTES, Profile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 5000])
def test_a_damaged_file_is_that_of_a_new_profile(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "profile.json").write_bytes(content)
    profile = Profile(tmp_path)
    assert profile.send_memory("w").last_sending() == 0
    assert profile.id == Profile(tmp_path).id


@pytest.mark.parametrize("odd", ["many", [1], {"a": 1}, -1, 1.5, True, 2**63, None])
def test_a_damaged_note_is_a_forgotten_one(tmp_path: Path, odd: object) -> None:
    names = (
        "lock after minutes", "last sending in w", "restored copy noticed in w", "newest entry in w"
    )  # fmt: skip
    (tmp_path / "profile.json").write_text(json.dumps(dict.fromkeys(names, odd)))
    profile = Profile(tmp_path)
    assert profile.lock_minutes == USUAL_LOCK_MINUTES
    assert profile.send_memory("w").last_sending() == 0
    assert profile.send_memory("w").restored_at() is None
    assert profile.trail_memory("w").newest_entry() is None


def test_a_folder_that_cannot_be_used_is_told_in_words(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    (tmp_path / "profile.new").mkdir()
    with pytest.raises(Failure, match=r"The folder of this profile cannot be used: .*directory"):
        profile.send_memory("w").remember_sending(7)
    (tmp_path / "profile.json").mkdir()
    with pytest.raises(Failure, match="cannot be used"):
        profile.send_memory("w").last_sending()


@pytest.mark.skipif(os.name != "posix", reason="only there a folder is written like a file")
def test_a_note_is_on_the_disk_together_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bool] = []

    def remember(file: int) -> None:
        written.append(stat.S_ISDIR(os.fstat(file).st_mode))

    monkeypatch.setattr(os, "fsync", remember)
    Profile(tmp_path).send_memory("w").remember_sending(7)
    assert written == [False, True]


def test_a_moment_without_a_zone_is_no_moment_of_ours(tmp_path: Path) -> None:
    noted = {"restored copy noticed in w": "2026-11-23T09:00:00", "newest entry in w": [3, "hash"]}
    (tmp_path / "profile.json").write_text(json.dumps(noted))
    assert Profile(tmp_path).send_memory("w").restored_at() is None
    assert Profile(tmp_path).trail_memory("w").newest_entry() == Link(3, "hash")
