from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QImage, QPainter

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.shared.badge_painting import BadgeLabel, badge_size, paint_badge
from bcautotask_gui.ui.shared.badges import LOOKS, Badge, badge_meaning, badge_word

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bcautotask_gui.ui.theme import Theme

EACH = pytest.mark.parametrize("badge", list(Badge), ids=str)


@EACH
def test_every_state_has_an_icon_and_a_word(theme: Theme, badge: Badge) -> None:
    look = LOOKS[badge]
    assert bundled("icons", f"{look.icon}.svg").is_file()
    assert badge_word(badge)
    for token in (look.icon_token, look.text_token, look.ground, look.edge):
        assert token is None or theme.colour(token).isValid()


def test_the_shape_carries_the_family() -> None:
    for badge, look in LOOKS.items():
        assert look.pill == badge.value.startswith("ticket_"), badge


def test_a_dashed_edge_means_that_nothing_is_there() -> None:
    dashed = {badge for badge, look in LOOKS.items() if look.dashed}
    assert dashed == {Badge.MISSED, Badge.MISSING, Badge.NO_MATCH, Badge.UNKNOWN_STATUS}


def test_the_good_state_of_a_run_and_a_mapping_has_no_ground() -> None:
    assert LOOKS[Badge.SUCCESS].bare
    assert LOOKS[Badge.MAPPED].bare


def test_no_two_states_of_a_family_look_and_read_alike() -> None:
    seen = {(look.icon, look.pill, badge_word(badge)) for badge, look in LOOKS.items()}
    assert len(seen) == len(LOOKS)


@EACH
def test_the_size_holds_icon_word_and_padding(theme: Theme, badge: Badge) -> None:
    word = theme.font_metrics("caption_name").horizontalAdvance(badge_word(badge))
    assert badge_size(theme, badge).width() > word + theme.px(10)


def test_a_narrow_cell_elides_the_word_and_keeps_the_icon(theme: Theme) -> None:
    picture = QImage(200, 28, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    used = paint_badge(painter, QRect(0, 0, 50, 28), theme, Badge.TAKEN, "Mapped to Elektro Köhler")
    painter.end()
    assert used == 50
    beyond = {picture.pixelColor(x, 14).alpha() for x in range(51, 200)}
    assert beyond == {0}


def test_a_badge_says_its_word_in_full(theme: Theme, qtbot: QtBot) -> None:
    label = BadgeLabel(theme, Badge.OVERRIDE)
    qtbot.addWidget(label)
    spoken = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
    assert spoken == "Success (override)"
    label.show_badge(Badge.TICKET_OPEN, "In Progress")
    assert label.accessibleName() == "In Progress"


def test_only_override_needs_more_words_than_it_shows() -> None:
    longer = [badge for badge in Badge if badge_meaning(badge) != badge_word(badge)]
    assert longer == [Badge.OVERRIDE]
