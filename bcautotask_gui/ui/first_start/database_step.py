"""The step of the database: its address, a test, and what was found in it."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bcautotask_gui.ui.first_start.layout import Step
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.form_row import FormRow
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.secret_field import SecretField
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


class DatabaseStep(Step):
    """Nothing is written by the test."""

    look_asked = Signal(str, str)
    """Address and password as typed."""
    address_edited = Signal()
    embedded_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            translate("DatabaseStep", "Where is the Backupchecks database?"),
            translate(
                "DatabaseStep",
                "A PostgreSQL server that the team shares, or a file. Whoever runs Backupchecks "
                "knows the address. The test only looks.",
            ),
        )
        self.address = TextField(theme)
        self.address.setPlaceholderText("postgresql://user@host/backupchecks")
        self.address.setMinimumWidth(theme.px(400))
        self.address.textEdited.connect(self.address_edited)
        self.password = SecretField(theme, self.tr("Password"))
        self.password.setMinimumWidth(theme.px(250))
        self.password.edited.connect(self.address_edited)
        self.look = ActionButton(theme, self.tr("Test database"), "database")
        self.look.clicked.connect(self._look)
        box = Panel(theme, "base", "line")
        rows = QVBoxLayout(box)
        pad = theme.px(20)
        rows.setContentsMargins(pad, theme.px(18), pad, theme.px(18))
        rows.setSpacing(theme.px(14))
        help_text = self.tr("Without a password. A file is written sqlite:///folder/file.sqlite.")
        rows.addWidget(FormRow(theme, self.tr("Address"), self.address, help_text))
        help_text = self.tr("Goes to this computer's keyring once the database accepted it.")
        rows.addWidget(
            FormRow(theme, self.tr("Password"), self.password, help_text, buddy=self.password.field)
        )
        self.embedded = ActionButton(
            theme, self.tr("Begin with an empty file in this profile"), kind=Kind.FLAT
        )
        self.embedded.clicked.connect(self.embedded_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space.s)
        buttons.addWidget(self.look)
        buttons.addWidget(self.embedded)
        rows.addWidget(FormRow(theme, "", buttons, buddy=self.look))
        self.result = NoticeBox(theme, Tone.INFO, "")
        self.result.hide()
        self.body.addWidget(box)
        self.body.addWidget(self.result)

    def show_result(self, tone: Tone, heading: str, text: str = "") -> None:
        """Say what the test found; an empty heading says nothing."""
        self.result.show_tone(tone)
        self.result.say(heading, text)
        self.result.setVisible(bool(heading))

    @Slot()
    def _look(self) -> None:
        self.look_asked.emit(self.address.text(), self.password.typed)
