"""Notices: one line above a list, and boxes inside a dialog, each with what can be done."""

from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.telling import details_of, sentence_of
from bcautotask_gui.ui.theme import Theme


class Tone(Enum):
    """How serious a notice is: its colours' family and its icon."""

    INFO = ("info", "info")
    GOOD = ("good", "check")
    WARNING = ("warning", "triangle-warning")
    FAILED = ("failed", "circle-x")
    BLOCKED = ("failed", "no-entry")
    QUIET = ("waiting", "info")

    @property
    def family(self) -> str:
        """The prefix of its colour tokens."""
        return self.value[0]

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return self.value[1]


class Notice(QWidget):
    """One line: icon, sentence, Retry and Copy details; hidden until it has something to say."""

    retry_requested = Signal()
    copy_requested = Signal(str)
    """The details, with the correlation id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self._tone = Tone.FAILED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = IconLabel(theme, "", "failed_icon")
        self._sentence = self._make_sentence()
        self.retry = ActionButton(theme, self.tr("Retry"), "refresh", kind=Kind.FLAT)
        self.copy = ActionButton(theme, self.tr("Copy details"), "copy", kind=Kind.FLAT)
        self.retry.clicked.connect(self.retry_requested)
        self.copy.clicked.connect(self._copy)
        self._lay_out()
        self.hide()

    def _make_sentence(self) -> Label | WrappingLabel:
        return Label(self._theme, token="failed_text", weight=500, elided=True)

    def _lay_out(self) -> None:
        theme = self._theme
        layout = QHBoxLayout(self)
        edge = theme.space.m
        layout.setContentsMargins(edge, theme.px(2), edge, theme.px(2))
        layout.setSpacing(theme.space.s)
        layout.addWidget(self._icon)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self.retry)
        layout.addWidget(self.copy)

    @property
    def sentence(self) -> str:
        """What it says; empty while it is hidden."""
        return self._sentence.text()

    def say(
        self, sentence: str, tone: Tone = Tone.FAILED, details: str = "", *, retry: bool = False
    ) -> None:
        """Show a sentence.

        Args:
            sentence: What is, then what to do.
            tone: How serious it is.
            details: What Copy details copies; without it there is no such button.
            retry: Whether there is a Retry button.
        """
        self._tone, self._details = tone, details
        self._icon.show_icon(tone.icon, f"{tone.family}_icon")
        self._sentence.set_token(f"{tone.family}_text")
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.retry.setVisible(retry)
        self.copy.setVisible(bool(details))
        self.show()
        self.update()

    def say_failure(self, failure: Failure, correlation: str, *, retry: bool = True) -> None:
        """Show what went wrong, with its id in the log among the details.

        Args:
            failure: What went wrong.
            correlation: The id under which the work was logged, or empty.
            retry: Whether there is a Retry button.
        """
        self.say(sentence_of(failure), details=details_of(failure, correlation), retry=retry)

    @Slot()
    def clear(self) -> None:
        """Say nothing and take no room."""
        self._sentence.setText("")
        self.hide()

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit(self._details)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of its tone."""
        colour = self._theme.colour(f"{self._tone.family}_ground")
        QPainter(self).fillRect(self.rect(), colour)


class WrappedNotice(Notice):
    """The same where it is narrow: the whole sentence, with the buttons below it."""

    def _make_sentence(self) -> WrappingLabel:
        return WrappingLabel(self._theme, "", "small_name", "failed_text", selectable=True)

    def _lay_out(self) -> None:
        theme = self._theme
        told = QHBoxLayout()
        told.setSpacing(theme.space.s)
        told.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._sentence, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(self._icon.sizeHint().width() + theme.space.xs, 0, 0, 0)
        buttons.setSpacing(theme.space.s)
        buttons.addWidget(self.retry)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space.l, theme.space.s, theme.space.l, theme.px(2))
        layout.setSpacing(theme.px(2))
        layout.addLayout(told)
        layout.addLayout(buttons)


class NoticeBox(Panel):
    """A box with an edge of its tone: heading, sentences, and whatever is added below."""

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        heading: str,
        text: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build the box.

        Args:
            theme: Colours, sizes and fonts.
            tone: How serious it is.
            heading: The point, in a few words.
            text: What is, then what to do; may be empty.
            icon: Another icon than the tone's.
            parent: Qt's parent.
        """
        super().__init__(theme, "base", f"{tone.family}_icon", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._own_icon = icon
        self._icon = IconLabel(theme, icon or tone.icon, f"{tone.family}_icon")
        token = "failed_text" if tone.family == "failed" else "text"
        self._heading = Label(theme, heading, "section", token)
        self._text = WrappingLabel(theme, text)
        head = QHBoxLayout()
        head.setSpacing(theme.space.s)
        head.addWidget(self._icon)
        head.addWidget(self._heading, 1)
        self.body = QVBoxLayout(self)
        """Rows below the text go here."""
        pad = theme.px(13)
        self.body.setContentsMargins(pad, theme.px(11), pad, theme.px(11))
        self.body.setSpacing(theme.px(6))
        self.body.addLayout(head)
        self.body.addWidget(self._text)
        self.say(heading, text)

    def show_tone(self, tone: Tone) -> None:
        """Another seriousness: its edge, icon and colours."""
        self.set_colours("base", f"{tone.family}_icon")
        self._icon.show_icon(self._own_icon or tone.icon, f"{tone.family}_icon")
        self._heading.set_token("failed_text" if tone.family == "failed" else "text")

    def say(self, heading: str, text: str = "") -> None:
        """Another heading and text."""
        self._heading.setText(heading)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        ends = heading.endswith((".", ":", "?", "…"))
        whole = f"{heading} {text}" if ends else f"{heading}. {text}"
        self.setAccessibleName(whole if text else heading)
