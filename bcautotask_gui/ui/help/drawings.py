"""Drawings of the help pages, in the colours and the font of the window."""

import re
from dataclasses import asdict

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.theme import Theme

_NAME = re.compile(r"drawings/([a-z-]+)\.svg")
_PLACE = re.compile(r'"@(\w+)"')


def drawing(theme: Theme, address: str, density: float) -> QImage | None:
    """The drawing that a page asks for, or None for whatever else it may ask for.

    Args:
        theme: its colours stand where the file has `@` and the name of one.
        address: as written in the page.
        density: device pixels for each of ours.
    """
    asked = _NAME.fullmatch(address)
    file = bundled("help", "drawings", f"{asked.group(1)}.svg") if asked else None
    if file is None or not file.is_file():
        return None
    values = {**asdict(theme.tokens), "font": theme.font("body").family()}
    drawn = _PLACE.sub(
        lambda place: f'"{values[place.group(1)]}"', file.read_text(encoding="utf-8")
    )
    renderer = QSvgRenderer(QByteArray(drawn.encode()))
    size = renderer.defaultSize() * theme.scale
    picture = QImage(size * density, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    return picture
