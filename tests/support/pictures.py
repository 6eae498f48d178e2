"""Takes a picture of every screen: `python -m tests.support.pictures --dark --scale 2`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap

    from tests.support.stations import Station


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("pictures"))
    parser.add_argument("--dark", action="store_true", help="the dark colours")
    parser.add_argument("--scale", type=float, default=1, help="device pixels for each of ours")
    parser.add_argument("--language", default="en", choices=("en", "nl"), help="of the window")
    parser.add_argument("--font", default="", help="a family in place of the desktop's own")
    parser.add_argument("--points", type=float, default=9.75, help="size of the font")
    parser.add_argument("--size", default="1440x900", help="of the window")
    parser.add_argument("--only", nargs="*", default=(), help="stations that are wanted")
    given = parser.parse_args(arguments)
    # read by Qt once, when the application begins
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(given.scale)
    return take(given)


def take(given: argparse.Namespace) -> int:
    """Takes the pictures, named by station, scheme and scale."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    from bcautotask_gui.ui.language import Language, use_language
    from bcautotask_gui.ui.theme import Theme
    from bcautotask_gui.worker.garbage import GarbageCollector
    from tests.support.stations import demo, stations

    qInstallMessageHandler(lambda *_said: None)
    app = QApplication(sys.argv[:1])
    garbage = GarbageCollector()
    garbage.start()
    use_language(app, Language(given.language))
    font = QFont(given.font or app.font())
    font.setPointSizeF(given.points)
    app.setFont(font)
    theme = Theme(app)
    theme.use("dark" if given.dark else "light")
    ending = "" if given.language == "en" else f"{given.language}-"
    ending += ("dark" if given.dark else "light") + (f"@{given.scale:g}x" * (given.scale != 1))
    given.folder.mkdir(parents=True, exist_ok=True)
    wide, high = map(int, given.size.split("x"))
    count = 0
    with tempfile.TemporaryDirectory() as folder, demo(theme, Path(folder)) as shown:
        shown.window.resize(wide, high)
        for station in stations(shown):
            if not given.only or station.name in given.only:
                count += 1
                picture(station).save(str(given.folder / f"{station.name}-{ending}.png"))
    garbage.close()
    qInstallMessageHandler(None)  # nobody shall be asked who ends before Qt does
    sys.stdout.write(f"{count} pictures are in {given.folder}\n")
    return 0


def picture(station: Station) -> QPixmap:
    """The window as it stands, with the dialog in front of it where there is one."""
    from PySide6.QtGui import QColor, QPainter

    taken = station.window.grab()
    if station.dialog is not None:
        painter = QPainter(taken)
        painter.fillRect(station.window.rect(), QColor(0, 0, 0, 70))
        place = station.dialog.rect()
        place.moveCenter(station.window.rect().center())
        painter.drawPixmap(place.topLeft(), station.dialog.grab())
        painter.end()
    return taken


if __name__ == "__main__":
    sys.exit(main())
