"""A later start meets the first one, also past a socket that a crash left behind."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.app.one_window import OneWindow, ask_the_first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[OneWindow]:
    made = OneWindow(tmp_path)
    yield made
    made.close()


def say(first: OneWindow, wish: bytes) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(60)
    line.connect(first.address)
    line.sendall(wish)
    return line


def test_a_later_start_brings_the_first_to_the_front(first: OneWindow, qtbot: QtBot) -> None:
    first.listen()
    with qtbot.waitSignal(first.wanted, timeout=60_000):
        line = say(first, b"come to the front\n")
    assert line.recv(100) == b"coming\n"
    line.close()


def test_whoever_says_something_else_is_not_heard(first: OneWindow, qtbot: QtBot) -> None:
    first.listen()
    asked: list[str] = []
    first.wanted.connect(lambda: asked.append("wanted"))
    odd = say(first, b"GET / HTTP/1.1\r\n\r\n")
    with qtbot.waitSignal(first.wanted, timeout=60_000):
        line = say(first, b"come to the front\n")
    assert asked == ["wanted"]
    odd.close()
    line.close()


def test_a_socket_that_a_crash_left_is_no_obstacle(first: OneWindow, qtbot: QtBot) -> None:
    first.listen()
    address = first.address
    first.close()
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    first.listen()
    with qtbot.waitSignal(first.wanted, timeout=60_000):
        line = say(first, b"come to the front\n")
    line.close()


def test_who_asks_nobody_is_told_so(qapp: object, tmp_path: Path) -> None:
    assert not ask_the_first(tmp_path, patience=0)


def test_another_profile_has_a_window_of_its_own(first: OneWindow, tmp_path: Path) -> None:
    first.listen()
    assert not ask_the_first(tmp_path / "another", patience=0)
