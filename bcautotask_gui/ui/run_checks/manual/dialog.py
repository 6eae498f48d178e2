"""The dialog for a ticket number that is typed by hand: kept as it is, Autotask is not asked."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.ticket_numbers import normalised_number, problem_of_number
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme


class NumberDialog(ActDialog):
    """One field; it says at once in which form the number is kept."""

    help_page = "linking"

    def __init__(
        self, theme: Theme, run_ids: tuple[int, ...], runs: str, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            run_ids: the runs that get the number.
            runs: what they are, in words.
            parent: Qt's parent.
        """
        super().__init__(theme, self.tr("Type ticket number"), parent=parent)
        self.run_ids = run_ids
        one = self.tr("Which ticket does this run have?")
        many = self.tr("Which ticket do these {n} runs have?").format(n=len(run_ids))
        self.say(one if len(run_ids) == 1 else many, runs)
        self.field = TextField(theme)
        self.field.setPlaceholderText("T20261123.0011")
        label = Label(theme, self.tr("Ticket number"), "name")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self._form = WrappingLabel(theme, "", "small", "muted")
        self._failed = NoticeBox(theme, Tone.FAILED, "")
        self._failed.hide()
        meaning = self.tr(
            "The number is kept as you type it and marked as Manual. Autotask is not asked, so "
            "its state is not known; it counts in Sandbox and Production."
        )
        for widget in (label, self.field, self._form, self._failed):
            self.body.addWidget(widget)
        self.body.addWidget(WrappingLabel(theme, meaning, "small", "muted"))
        self.body.addStretch(1)
        self.set_primary(self.tr("Keep number"), "note")
        self.setMinimumWidth(theme.px(480))
        self.field.textChanged.connect(self._typed)
        self._typed("")
        self.field.setFocus()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    @Slot(str)
    def _typed(self, text: str) -> None:
        problem = told(problem_of_number(text))
        number = normalised_number(text) if text.strip() else ""
        kept = self.tr("It is kept as {number}.").format(number=number)
        self._form.setText(kept if number and not problem and number != text else "")
        self._failed.hide()
        self.block(problem)
        self.set_hint(problem if text.strip() else "", "failed_text")

    def show_busy(self) -> None:
        """It is being kept."""
        self.block(self.tr("The number is being kept."))

    def show_trouble(self, trouble: Trouble) -> None:
        """Nothing was kept; the dialog stays for another try."""
        self._failed.say(self.tr("The number was not kept"), trouble.sentence)
        self._failed.show()
        self.block("")
