"""The boxes about an attempt as widgets of the pane."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.ui.run_checks.attempt.boxes import WRITING, Box, Deed, Offer
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.notice import NoticeBox
from bcautotask_gui.ui.theme import Theme

_NEEDED = {Deed.LINK: Permission.LINK}


class _OfferButton(ActionButton):
    """A button that tells which offer it is."""

    taken = Signal(object)

    def __init__(self, theme: Theme, offer: Offer) -> None:
        kind = Kind.NORMAL if offer.deed in WRITING else Kind.FLAT
        super().__init__(theme, offer.text, offer.icon, kind=kind)
        self._offer = offer
        self.set_tip(offer.tip)
        self.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._offer)


class AttemptSection(QWidget):
    """Shows boxes and tells which of their buttons was pressed."""

    taken = Signal(object)
    """An Offer."""

    def __init__(
        self,
        theme: Theme,
        boxes: tuple[Box, ...],
        may: Collection[Permission],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._may = theme, may
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space.s)
        column.setSpacing(theme.space.s)
        for box in boxes:
            column.addWidget(self._box(box))

    def _box(self, box: Box) -> NoticeBox:
        theme = self._theme
        shown = NoticeBox(theme, box.tone, box.heading, box.text, box.icon)
        row = QHBoxLayout()
        row.setSpacing(theme.space.s)
        for offer in box.offers:
            if (
                offer.deed in WRITING
                and _NEEDED.get(offer.deed, Permission.CREATE) not in self._may
            ):
                continue
            button = _OfferButton(theme, offer)
            button.taken.connect(self.taken)
            row.addWidget(button)
        row.addStretch(1)
        if row.count() > 1:
            shown.body.addLayout(row)
        return shown
