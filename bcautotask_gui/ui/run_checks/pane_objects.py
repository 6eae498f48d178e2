"""The objects of a run with their messages."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.runs import RunObject, RunStatus
from bcautotask_gui.ui.run_checks.cells import STATUS_BADGES, status_badge
from bcautotask_gui.ui.shared.badges import badge_word
from bcautotask_gui.ui.shared.column import Column, room_for
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ObjectRow:
    """An object with its place in the report, since names may repeat."""

    key: int
    each: RunObject


def object_columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return (
        Column(
            "status",
            translate("ObjectColumns", "Status"),
            _word,
            look=lambda row: status_badge(row.each.status, row.each.status_text),
            width=86,
            longest=room_for(STATUS_BADGES.values()),
            hideable=False,
        ),
        Column(
            "object",
            translate("ObjectColumns", "Object"),
            lambda row: row.each.name,
            weight=500,
            muted=_is_quiet,
            width=100,
            stretch=True,
            hideable=False,
        ),
        Column(
            "message",
            translate("ObjectColumns", "Message"),
            lambda row: " ".join(row.each.message.split()),
            muted=_is_quiet,
            width=140,
            stretch=True,
            hideable=False,
        ),
    )


def _word(row: ObjectRow) -> str:
    cell = status_badge(row.each.status, row.each.status_text)
    return cell.text or badge_word(cell.badge)


def _is_quiet(row: ObjectRow) -> bool:
    return row.each.status is RunStatus.SUCCESS


class ObjectsTable(TableView):
    """Failed objects first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._rows = RowsModel(object_columns())
        super().__init__(theme, self._rows, translate("ObjectColumns", "Objects"), parent=parent)
        self._rows.setParent(self)

    def show_objects(self, objects: tuple[RunObject, ...]) -> None:
        """Show these."""
        self._rows.set_rows(ObjectRow(place, each) for place, each in enumerate(objects))
