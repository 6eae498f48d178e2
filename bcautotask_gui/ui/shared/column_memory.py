"""Widths, order and visibility of a table's columns, kept between two starts."""

import re

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QHeaderView

from bcautotask_gui.ui.shared.column import Column
from bcautotask_gui.ui.shared.table_header import TableHeader
from bcautotask_gui.ui.theme import Theme

_SAVE_AFTER_MS = 400
_WIDTH = re.compile("[0-9]{1,4}")


class ColumnMemory(QObject):
    """Restores what the person made of the columns, by their keys, so that new columns fit in."""

    def __init__(
        self,
        theme: Theme,
        header: TableHeader,
        columns: tuple[Column, ...],
        memory: tuple[QSettings, str] | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._header = header
        self._columns = columns
        self._settings: QSettings | None = memory[0] if memory else None
        self._name = memory[1] if memory else ""
        self._narrow: set[int] = set()
        self._hidden: set[int] = set()
        self._fitting = False
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(_SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self.save)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        header.columns_changed.connect(self._shown_or_hidden)
        header.reset_requested.connect(self.reset)

    @property
    def _place(self) -> str:
        return f"tables/{self._name}/columns"

    def restore(self) -> None:
        """Apply what was kept, or the columns' own widths."""
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._fitting = True
        for section, column in enumerate(self._columns):
            self._header.resizeSection(section, self._header.drawn_width(column))
        self._apply_kept()
        self._fitting = False

    def _apply_kept(self) -> None:
        kept = self._settings.value(self._place) if self._settings is not None else None
        sections = {column.key: section for section, column in enumerate(self._columns)}
        entries = kept if isinstance(kept, list) else [kept]
        place = 0
        for entry in entries:
            key, _, rest = str(entry).partition(":")
            width, _, shown = rest.partition(":")
            if key not in sections or not _WIDTH.fullmatch(width):
                continue
            section = sections[key]
            self._header.moveSection(self._header.visualIndex(section), place)
            self._header.resizeSection(section, int(width))
            if shown == "hidden" and self._columns[section].hideable:
                self._hidden.add(section)
                self._header.hideSection(section)
            place += 1

    @Slot()
    def save(self) -> None:
        """Write the columns in their visual order as key:width:shown."""
        self._save_soon.stop()
        if self._settings is None:
            return
        entries = []
        for place in range(self._header.count()):
            section = self._header.logicalIndex(place)
            hidden = section in self._hidden
            width = self._width(section)
            word = "hidden" if hidden else "shown"
            entries.append(f"{self._columns[section].key}:{width}:{word}")
        self._settings.setValue(self._place, entries)

    def _width(self, section: int) -> int:
        if not self._header.isSectionHidden(section):
            return self._header.sectionSize(section)
        return self._header.drawn_width(self._columns[section])

    @Slot()
    def reset(self) -> None:
        """Order, widths and visibility as they were drawn."""
        self._hidden.clear()
        for section in range(len(self._columns)):
            self._header.moveSection(self._header.visualIndex(section), section)
            self._header.setSectionHidden(section, section in self._narrow)
            width = self._header.drawn_width(self._columns[section])
            self._header.resizeSection(section, width)
        self.fit(self._header.viewport().width())
        self.save()

    def hide_for_narrow_window(self, level: int) -> None:
        """Hide the `level` columns of highest rank, on top of those the person hid."""
        ranked = sorted(
            (s for s, column in enumerate(self._columns) if column.narrow_rank),
            key=lambda s: -self._columns[s].narrow_rank,
        )
        self._narrow = set(ranked[:level])
        self._fitting = True
        for section in range(len(self._columns)):
            self._header.setSectionHidden(section, section in self._narrow | self._hidden)
        self._fitting = False
        self.fit(self._header.viewport().width())

    def fit(self, room: int) -> None:
        """Let the stretching columns share the room that is left, in the ratio they have now."""
        shown = [s for s in range(len(self._columns)) if not self._header.isSectionHidden(s)]
        stretching = [s for s in shown if self._columns[s].stretch]
        if not stretching or room <= 0:
            return
        left = room - sum(self._header.sectionSize(s) for s in shown if s not in stretching)
        wanted = {s: self._header.sectionSize(s) for s in stretching}
        total = max(1, sum(wanted.values()))
        self._fitting = True
        for place, section in enumerate(stretching):
            share = left * wanted[section] // total
            if place == len(stretching) - 1:
                share = left - sum(self._header.sectionSize(s) for s in stretching[:-1])
            least = self._theme.px(self._columns[section].width) * 3 // 5
            self._header.resizeSection(section, max(least, share))
        self._fitting = False

    @Slot(int, int, int)
    def _resized(self, _section: int, _old: int, _new: int) -> None:
        if not self._fitting:
            self._save_soon.start()

    @Slot(int, int, int)
    def _moved(self, _section: int, _old: int, _new: int) -> None:
        if not self._fitting:
            self._save_soon.start()

    @Slot()
    def _shown_or_hidden(self) -> None:
        for section in range(len(self._columns)):
            if section not in self._narrow:
                hidden = self._header.isSectionHidden(section)
                (self._hidden.add if hidden else self._hidden.discard)(section)
        self.fit(self._header.viewport().width())
        self.save()
