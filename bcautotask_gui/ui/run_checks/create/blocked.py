"""The reasons why a run cannot get a ticket, numbered, each with its way out."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.tickets import Block
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


def way_out(place: str) -> str:
    """The verb of the button that leads to a place; empty where there is no way."""
    return {
        "mapping": translate("CreateBlocked", "Open mapping"),
        "defaults": translate("CreateBlocked", "Open ticket defaults"),
        "settings": translate("CreateBlocked", "Open settings"),
        "ticket": translate("CreateBlocked", "Show ticket"),
    }.get(place, "")


class _Reason(QWidget):
    """One numbered reason."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, number: int, block: Block) -> None:
        super().__init__()
        self._place = block.place
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space.s)
        count = Label(theme, str(number), "section", "failed_text", tabular=True)
        count.setFixedWidth(theme.px(15))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(WrappingLabel(theme, told(block.what), "section", selectable=True))
        words.addWidget(WrappingLabel(theme, told(block.sentence), "small", selectable=True))
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        text = way_out(block.place)
        if text:
            button = ActionButton(theme, text)
            button.clicked.connect(self._go)
            row.addWidget(button)

    @Slot()
    def _go(self) -> None:
        self.wanted.emit(self._place)


class Reasons(NoticeBox):
    """All reasons in one box."""

    place_wanted = Signal(str)

    def __init__(
        self, theme: Theme, blocks: tuple[Block, ...], parent: QWidget | None = None
    ) -> None:
        heading = (
            translate("CreateBlocked", "1 thing to mend first")
            if len(blocks) == 1
            else translate("CreateBlocked", "{n} things to mend first").format(n=len(blocks))
        )
        super().__init__(theme, Tone.BLOCKED, heading, parent=parent)
        for number, block in enumerate(blocks, start=1):
            reason = _Reason(theme, number, block)
            reason.wanted.connect(self.place_wanted)
            self.body.addWidget(reason)
