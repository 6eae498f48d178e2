"""The block that tells which company a customer has now, and what is the matter with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import CustomerRow, Mapping, MappingStatus
from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.theme import Theme

_SIGNS = {
    MappingStatus.INVALID: ("no-entry", "failed_icon", "failed_text"),
    MappingStatus.RENAMED: ("pencil", "info_icon", "info_text"),
}


class CurrentCompany(QWidget):
    """Name, id, last sync, and an explanation where the mapping is renamed or invalid."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._name = Label(theme, "", "name", elided=True, weight=600)
        self._id = Label(theme, "", "small", "muted", tabular=True)
        self._former = Label(theme, "", "small", "muted", elided=True)
        self._sync = Label(theme, "", "small", "muted", tabular=True)
        self._sign = IconLabel(theme, "", size=theme.metrics.badge_icon)
        self.explanation = WrappingLabel(theme, "", "small")
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Autotask company"), "section"), 1)
        head.addWidget(self._sync)
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(self._id)
        told = QHBoxLayout()
        told.setSpacing(theme.px(6))
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.explanation, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space.l, theme.space.m, theme.space.l, theme.space.m)
        layout.setSpacing(theme.space.xs)
        layout.addLayout(head)
        layout.addLayout(first)
        layout.addWidget(self._former)
        layout.addLayout(told)

    def show_row(self, row: CustomerRow) -> None:
        """Show the company of this customer; nothing where there is none."""
        mapping = row.mapping
        self.setVisible(mapping is not None)
        if mapping is None:
            return
        self._name.setText(mapping.company_name)
        self._id.setText(str(mapping.company_id))
        self._sync.setText(self._synced(mapping))
        self._former.setText(self.tr("was {name}").format(name=mapping.former_name))
        self._former.setVisible(mapping.status is MappingStatus.RENAMED)
        icon, icon_token, token = _SIGNS.get(mapping.status, ("", "", "text"))
        self._sign.show_icon(icon, icon_token or "muted")
        self.explanation.set_token(token)
        self.explanation.setText(self._explain(mapping))
        for part in (self._sign, self.explanation):
            part.setVisible(bool(icon))

    def _synced(self, mapping: Mapping) -> str:
        if mapping.synced_at is None:
            return self.tr("Never refreshed")
        when = moment_text(mapping.synced_at, self._now(), inside=True)
        return self.tr("Refreshed {when}").format(when=when)

    @property
    def words(self) -> str:
        """All that the block says, for reading it aloud."""
        parts = (self._name, self._id, self._former, self.explanation)
        return " ".join(part.text() for part in parts if not part.isHidden())

    def _explain(self, mapping: Mapping) -> str:
        if mapping.status is MappingStatus.RENAMED:
            return self.tr(
                "Autotask renamed this company. The mapping stays as it is, and the customer "
                "keeps its name."
            )
        if mapping.status is MappingStatus.INVALID:
            return self.tr(
                "{company} ({id}) cannot be used: {reason}. Put it right in Autotask, or map "
                "another company."
            ).format(
                company=mapping.company_name,
                id=mapping.company_id,
                reason=mapping.invalid_because or self.tr("two customers claim it"),
            )
        return ""
