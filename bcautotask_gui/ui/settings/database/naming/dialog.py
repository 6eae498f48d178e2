"""The dialog in which an admin says what a table or a column is called in this database."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.errors import Failure
from bcautotask_gui.domain.naming import NameChoice, tells_reports_apart
from bcautotask_gui.ui.settings.wide_fields import FormChoice
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.telling import sentence_of
from bcautotask_gui.ui.theme import Theme


class NameDialog(ActDialog):
    """One list of what is there; nothing is typed, so nothing can be misspelt."""

    help_page = "database"

    def __init__(
        self, theme: Theme, choice: NameChoice, lost: str, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            theme: Colours, sizes and fonts.
            choice: What can be chosen.
            lost: What cannot be done without it, in a sentence.
            parent: Qt's parent.
        """
        super().__init__(theme, self.tr("Use another name"), parent=parent)
        self.choice = choice
        self.say(self._question(), self.tr("Without it: {lost}").format(lost=lost) if lost else "")
        self.field = FormChoice(theme)
        self.field.offer(self._offered(), choice.given)
        self.field.activated.connect(self._chosen)
        label = Label(theme, self.tr("Name in this database"), "name")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self._failed = NoticeBox(theme, Tone.FAILED, "")
        self._failed.hide()
        for widget in (label, self.field, self._failed):
            self.body.addWidget(widget)
        for sentence in self._meaning():
            self.body.addWidget(WrappingLabel(theme, sentence, "small", "muted"))
        self.body.addStretch(1)
        self.set_primary(self.tr("Use this name"), "check")
        self.setMinimumWidth(theme.px(520))
        self._chosen()
        self.field.setFocus()

    @property
    def name(self) -> str:
        """What is chosen; empty for the usual names."""
        return str(self.field.currentData() or "")

    def show_busy(self) -> None:
        """It is being saved."""
        self.block(self.tr("The name is being saved."))

    def show_trouble(self, failure: Failure) -> None:
        """Nothing was saved; the dialog stays for another try."""
        self._failed.say(self.tr("The name was not saved"), sentence_of(failure))
        self._failed.show()
        self.block("")

    def _question(self) -> str:
        table, _, column = self.choice.word.partition(".")
        if not column:
            return self.tr("Which table holds the {what}?").format(what=table)
        text = self.tr("Which column of the {table} holds {what}?")
        return text.format(table=table, what=column)

    def _offered(self) -> tuple[tuple[str, str, str], ...]:
        usual = self.tr("As usual: {names}").format(names=", ".join(self.choice.usual))
        names = [(name, name, "") for name in self.choice.names]
        given = self.choice.given
        if given and given not in self.choice.names:
            names.insert(0, (given, self.tr("{name} (no longer there)").format(name=given), ""))
        return (("", usual, ""), *names)

    def _meaning(self) -> tuple[str, ...]:
        shared = self.tr(
            "It counts for everyone on this database, from the next time they connect. Nothing is "
            "changed in the tables of Backupchecks. Where database roles were granted, run "
            "grants.sql again."
        )
        if not tells_reports_apart(self.choice.word):
            return (shared,)
        apart = self.tr(
            "Reports are told apart by it. Runs that have a ticket keep it, and a second import of "
            "their report is still recognised."
        )
        return (shared, apart)

    @Slot()
    def _chosen(self) -> None:
        self._failed.hide()
        same = self.tr("Choose another name than the one in use.")
        self.block(same if self.name == self.choice.given else "")
