"""The list of keys: what each does in Run Checks, in two columns."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bcautotask_gui.ui.run_checks.act import RunAct
from bcautotask_gui.ui.run_checks.words import translate
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.key_cap import KeyCaps
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme


def keys_of(acts: Iterable[RunAct]) -> tuple[tuple[str, str], ...]:
    """Key and act: first those that walk and look, then the acts on runs.

    Args:
        acts: those that the role may use.
    """
    walking = (
        ("J  K", translate("KeyList", "Next, previous run")),
        ("Shift+Down", translate("KeyList", "Select more")),
        ("Ctrl+A", translate("KeyList", "Select all")),
        ("Enter", translate("KeyList", "Into the pane")),
        ("Esc", translate("KeyList", "Back to the table")),
        ("[  ]", translate("KeyList", "Previous, next pane tab")),
        ("1 … 6", translate("KeyList", "View: Not reviewed … All")),
        ("V", translate("KeyList", "Your own views")),
        ("/  Ctrl+F", translate("KeyList", "Search")),
        ("F5", translate("KeyList", "Refresh ticket states")),
        ("Ctrl+1 2 3", translate("KeyList", "Run Checks, Customers, Settings")),
        ("F1", translate("KeyList", "Help")),
    )
    seen: dict[str, str] = {}
    for act in acts:
        if act.key:
            seen[act.key] = f"{seen[act.key]}, {act.text}" if act.key in seen else act.text
    return walking + tuple(seen.items())


class KeyList(ActDialog):
    """Shown over the window until Esc or Enter."""

    help_page = "keys"

    def __init__(
        self, theme: Theme, keys: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, self.tr("Keys in Run Checks"), parent=parent)
        self.say(
            self.tr("Keys in Run Checks"),
            self.tr("Single keys work while the table has the keyboard."),
        )
        half = (len(keys) + 1) // 2
        row = QHBoxLayout()
        row.setSpacing(theme.space.xl)
        for part in (keys[:half], keys[half:]):
            row.addLayout(self._column(part), 1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.cancel.hide()
        self.set_primary(self.tr("Close"))
        self.confirmed.connect(self.accept)
        self.setMinimumWidth(theme.px(680))

    def _column(self, keys: tuple[tuple[str, str], ...]) -> QGridLayout:
        theme = self._theme
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(5))
        grid.setHorizontalSpacing(theme.space.m)
        grid.setColumnMinimumWidth(0, theme.px(96))
        grid.setColumnStretch(1, 1)
        for place, (key, act) in enumerate(keys):
            told = Label(theme, act)
            told.setAccessibleName(f"{key}: {act}")
            grid.addWidget(KeyCaps(theme, key), place, 0)
            grid.addWidget(told, place, 1)
        grid.setRowStretch(len(keys), 1)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        return grid
