from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.shared.icons import application_icon, icon, pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from bcautotask_gui.ui.theme import Theme

NAMES = sorted(
    entry.name.removesuffix(".svg")
    for entry in bundled("icons").iterdir()
    if entry.name.endswith(".svg")
)


def inked(picture: QImage) -> list[QColor]:
    return [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_of_its_token(theme: Theme, name: str) -> None:
    ink = inked(pixmap(theme, name, "failed_icon", 32).toImage())
    assert ink
    assert {colour.name() for colour in ink} == {theme.colour("failed_icon").name()}


def test_an_icon_is_sharp_on_a_dense_screen(theme: Theme) -> None:
    made = pixmap(theme, "check", "text", 16, 2.0)
    assert made.width() == 32
    assert made.devicePixelRatio() == 2.0


def test_an_icon_is_drawn_once(theme: Theme) -> None:
    first = pixmap(theme, "check", "text")
    assert pixmap(theme, "check", "text") is first


def test_a_menu_icon_serves_several_densities(theme: Theme) -> None:
    widths = {size.width() for size in icon(theme, "copy").availableSizes()}
    assert len(widths) >= 1
    assert not icon(theme, "copy").isNull()


def test_the_application_has_an_icon_in_the_sizes_of_desktops(theme: Theme) -> None:
    made = application_icon()
    for side in (16, 32, 128):
        picture = made.pixmap(side, side).toImage()
        assert picture.width() == side
        assert picture.pixelColor(side // 2, side // 8).blue() > 150
