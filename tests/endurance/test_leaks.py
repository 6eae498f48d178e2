"""Whatever is opened and closed, however often, leaves nothing behind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.ui.theme import Theme
from tests.endurance.inventory import Inventory
from tests.endurance.openings import Opening, Openings
from tests.support.stations import creating, customers, demo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

# each half; a leak grows in both, and by each round
ROUNDS = int(os.environ.get("LEAK_ROUNDS", "2"))
# what pools of connections may hold more than at first: eight of a file, each with its journal
POOLED = 40


def leaks_of(opening: Opening, roots: Sequence[QObject]) -> list[str]:
    """What grows by opening and closing one thing, again and again."""
    opening.before()
    opening.once()  # what it needs for the first time is made now, and kept
    inventories = [Inventory(roots)]
    for _half in range(2):
        for _round in range(ROUNDS):
            opening.once()
        inventories.append(Inventory(roots))
    first, second, third = (each.counts for each in inventories)
    grown = {
        name: count - first[name]
        for name, count in third.items()
        if count - second[name] >= ROUNDS and second[name] - first[name] >= ROUNDS
    }
    return [f"{opening.name}: {count} more {name}" for name, count in grown.items()]


@pytest.mark.timeout(14_400)
def test_what_is_opened_and_closed_leaves_nothing_behind(
    qapp: QApplication, tmp_path: Path
) -> None:
    theme = Theme(qapp)
    leaks: list[str] = []
    with demo(theme, tmp_path) as shown:
        for part in (customers, creating):  # a ticket that can be resolved and unlinked
            for _station in part(shown):
                pass
        roots = (qapp, theme, shown.session, shown.help, shown.session.frame, shown.session.people)
        before = Inventory(roots)
        for opening in Openings(shown).all():
            leaks += leaks_of(opening, roots)
        after = Inventory(roots)
    assert not leaks, "\n".join(leaks)
    assert after.threads <= before.threads
    assert after.files <= before.files + POOLED
