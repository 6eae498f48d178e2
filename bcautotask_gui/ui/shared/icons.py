"""The one set of icons, drawn on a 16 grid and tinted with a colour of the theme."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bcautotask_gui.bundled import bundled
from bcautotask_gui.ui.theme import Theme

_THIN_FROM = 22
"""Larger icons get a thinner stroke, or they would shout."""
_DENSITIES = (1.0, 1.5, 2.0, 3.0)
_APPLICATION_SIDES = (16, 24, 32, 48, 64, 128)


@cache
def _source(name: str) -> bytes:
    return bundled("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, density: float) -> QPixmap:
    drawn = _source(name).replace(b"currentColor", colour.encode())
    if size > _THIN_FROM:
        width = f'stroke-width="{1.5 * (16 / size) ** 0.5:.2f}"'
        drawn = drawn.replace(b'stroke-width="1.5"', width.encode())
    renderer = QSvgRenderer(QByteArray(drawn))
    side = round(size * density)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(density)
    return pixmap


def pixmap(theme: Theme, name: str, token: str, size: int = 0, density: float = 1.0) -> QPixmap:
    """An icon as a picture.

    Args:
        theme: Gives the colour of `token`.
        name: The file's name without its ending.
        token: The colour, by name.
        size: Edge in device-independent pixels; 0 is the icon size of the theme.
        density: Device pixels per device-independent pixel.
    """
    return _pixmap(name, getattr(theme.tokens, token), size or theme.metrics.icon, density)


def icon(theme: Theme, name: str, token: str = "muted", size: int = 0) -> QIcon:
    """An icon for menus and Qt's own controls, sharp at the usual densities."""
    made = QIcon()
    for density in _DENSITIES:
        made.addPixmap(pixmap(theme, name, token, size, density))
    return made


def application_icon() -> QIcon:
    """The icon of the application, in its own colours."""
    renderer = QSvgRenderer(QByteArray(bundled("application.svg").read_bytes()))
    made = QIcon()
    for side in _APPLICATION_SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made


def draw_icon(
    painter: QPainter, theme: Theme, name: str, token: str, x: int, y: int, size: int = 0
) -> None:
    """Draw an icon with its upper left corner at x, y."""
    density = painter.device().devicePixelRatio()
    painter.drawPixmap(x, y, pixmap(theme, name, token, size, density))
