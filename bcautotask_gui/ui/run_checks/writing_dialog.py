"""A dialog that writes to a ticket step by step; while it writes it cannot be left."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bcautotask_gui.domain.connection import Check
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.run_checks.step_list import StepList
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.slim_scroll_bar import SlimScrollBar
from bcautotask_gui.ui.theme import Theme


class WritingDialog(ActDialog):
    """Strip, notices, steps that tick, and an end that stays until it was read."""

    copy_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        environment: tuple[Environment, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            title: Of the window.
            environment: where acts go, and database and zone in words; None where not known yet.
            parent: Qt's parent.
        """
        strip = EnvironmentStrip(theme)
        super().__init__(theme, title, strip, parent)
        self.strip = strip
        self._details = ""
        self._is_writing = False
        self.notices = QVBoxLayout()
        self.notices.setSpacing(theme.space.s)
        self.steps = StepList(theme)
        self.copy = ActionButton(theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        self.copy.clicked.connect(self._copy_details)
        self.copy.hide()
        self.footer_left.addWidget(self.copy)
        self.lines = self._make_scrolled()
        if environment is None:
            strip.hide()
        else:
            self._show_environment(environment[0], environment[1])

    def _make_scrolled(self) -> QVBoxLayout:
        """What does not fit into a low window is scrolled."""
        theme = self._theme
        content = Panel(theme, "base", rounded=False)
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.space.s)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBar(SlimScrollBar(theme, Qt.Orientation.Vertical, area))
        area.setWidget(content)
        self.body.addWidget(area, 1)
        return lines

    def take_size(self, width: float, height: float) -> None:
        """So large at a 13 px font, and never higher than the window."""
        theme, parent = self._theme, self.parentWidget()
        most = parent.height() - theme.space.xl if parent is not None else theme.px(height)
        self.resize(theme.px(width), max(min(theme.px(height), most), theme.px(360)))

    def _show_environment(self, environment: Environment, where: str) -> None:
        sentence = (
            self.tr("What is written here is real.")
            if environment is Environment.PRODUCTION
            else ""
        )
        self.strip.show_environment(environment, where, sentence)

    # states --------------------------------------------------------------------------------

    @property
    def is_writing(self) -> bool:
        """Whether the steps are under way."""
        return self._is_writing

    def begin_writing(self) -> None:
        """The steps are under way: nothing can be pressed until they came to their end."""
        self._is_writing = True
        self.clear_notices()
        self.block(self.tr("The steps are under way."))
        self.cancel.set_reason(
            self.tr("What is being written cannot be taken back. Wait for the last step.")
        )
        self.set_hint(self.tr("Being written to Autotask"))

    def show_steps(self, steps: tuple[Check, ...]) -> None:
        """Show how far the steps have come."""
        self.steps.show_steps(steps)

    def end_writing(self) -> None:
        """The steps came to their end; the dialog can be left."""
        self._is_writing = False
        self.set_hint("")
        self.cancel.set_reason("")
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()

    def show_end(self, tone: Tone, heading: str, text: str, details: str = "") -> None:
        """Say how it ended, where that is more than a sentence in the status bar.

        Args:
            tone: how serious it is.
            heading: the point.
            text: what is, then what to do.
            details: what Copy details copies.
        """
        self.end_writing()
        self.add_notice(tone, heading, text)
        self.primary.hide()
        self._details = details
        self.copy.setVisible(bool(details))

    def show_trouble(self, heading: str, trouble: Trouble) -> None:
        """Say what kept something from being done."""
        self._details = trouble.details
        self.copy.show()
        self.clear_notices()
        self.add_notice(Tone.FAILED, heading, trouble.sentence)

    # notices -------------------------------------------------------------------------------

    def add_notice(self, tone: Tone, heading: str, text: str = "", icon: str = "") -> NoticeBox:
        """A box above everything else."""
        box = NoticeBox(self._theme, tone, heading, text, icon)
        self.notices.addWidget(box)
        return box

    def clear_notices(self) -> None:
        """Take all boxes away."""
        while (item := self.notices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @property
    def told(self) -> list[str]:
        """What the boxes say."""
        places = (self.notices.itemAt(place) for place in range(self.notices.count()))
        boxes = [place.widget() for place in places if place is not None]
        return [box.accessibleName() for box in boxes if isinstance(box, NoticeBox)]

    @Slot()
    def reject(self) -> None:
        """Leave, unless something is being written."""
        if not self._is_writing:
            super().reject()

    @Slot()
    def _copy_details(self) -> None:
        self.copy_requested.emit(self._details)
