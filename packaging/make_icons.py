"""Draws the icons that Windows and macOS want from the one that Linux uses.

usage: python packaging/make_icons.py FOLDER
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent.parent / "resources" / "application.svg"
SIDES = {"ico": 256, "icns": 512, "png": 256}


def main(folder: Path) -> None:
    """Writes one file for each kind."""
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(DRAWING))
    for ending, side in SIDES.items():
        picture = QImage(QSize(side, side), QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        if not picture.save(str(folder / f"bcautotask-gui.{ending}")):
            raise SystemExit(f"Qt cannot write a picture as {ending}.")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QGuiApplication(sys.argv[:1])
    main(Path(sys.argv[1]))
