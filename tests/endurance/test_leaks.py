"""Whatever is opened and closed, however often, leaves nothing behind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.ui.theme import Theme
from tests.endurance.inventory import Inventory
from tests.endurance.openings import Openings
from tests.support.stations import creating, customers, demo

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

ROUNDS = int(os.environ.get("LEAK_ROUNDS", "3"))
# what is made when it is needed for the first time and kept since
FIRST_ROUNDS = 2


@pytest.mark.timeout(7200)
def test_what_is_opened_and_closed_leaves_nothing_behind(
    qapp: QApplication, tmp_path: Path
) -> None:
    leaks: list[str] = []
    theme = Theme(qapp)
    with demo(theme, tmp_path) as shown:
        for part in (customers, creating):  # a ticket that can be resolved and unlinked
            for _station in part(shown):
                pass
        openings = Openings(shown)
        roots = (qapp, theme, shown.session, shown.help, shown.session.frame, shown.session.people)
        for opening in openings.all():
            opening.before()
            for _ in range(FIRST_ROUNDS):
                opening.once()
            before = Inventory(roots)
            for _ in range(ROUNDS):
                opening.once()
            leaks += [f"{opening.name}: {each}" for each in Inventory(roots).more_than(before)]
    assert not leaks, "\n".join(leaks)
