"""The roles of a person, one of which is active."""

from collections.abc import Iterable

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from bcautotask_gui.domain.operators import Role
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.shared.toggles import RadioChoice
from bcautotask_gui.ui.sign_in.words import role_line, role_name
from bcautotask_gui.ui.theme import Theme


class RoleChoice(QWidget):
    """All four, those that are not held are not shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space.s)
        self._group = QButtonGroup(self)
        self.choices: dict[Role, RadioChoice] = {}
        for role in Role:
            choice = RadioChoice(theme, f"{role_name(role)}: {role_line(role)}")
            self.choices[role] = choice
            self._group.addButton(choice)
            layout.addWidget(choice)
        self._limit = WrappingLabel(theme, "", "small", "muted")
        layout.addWidget(self._limit)

    @property
    def chosen(self) -> Role:
        """The role that is acted under."""
        return next(role for role, choice in self.choices.items() if choice.isChecked())

    def offer(self, roles: Iterable[Role], chosen: Role, limit: str) -> None:
        """Show these, with one chosen.

        Args:
            roles: the roles that are held.
            chosen: one of them.
            limit: what the database user does not allow, or empty.
        """
        held = frozenset(roles)
        for role, choice in self.choices.items():
            choice.setVisible(role in held)
            choice.setChecked(role is chosen)
        self._limit.setText(limit)
        self._limit.setVisible(bool(limit))
