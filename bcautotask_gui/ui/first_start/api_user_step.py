"""The step of the API user: what an administrator does in Autotask, and the same as a mail."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.ui.first_start.layout import Step
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.labels import Hairline, Label, WrappingLabel
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate
INTEGRATION_NAME = "Backupchecks"


def instructions() -> tuple[tuple[str, str], ...]:
    """What the administrator does: heading and sentence of each part."""
    return (
        (
            translate("ApiUserStep", "Open the form"),
            translate(
                "ApiUserStep",
                "In Autotask: menu › Admin › Resources (Users), the arrow beside New, then New API "  # noqa: RUF001
                "User.",
            ),
        ),
        (
            translate("ApiUserStep", "Fill in General"),
            translate(
                "ApiUserStep",
                "First name, last name, e-mail address and location are free. Security level: API "
                "User (system), or a copy of it that may see tickets, ticket notes, companies and "
                "time entries, also those that are not billed.",
            ),
        ),
        (
            translate("ApiUserStep", "Fill in Credentials"),
            translate(
                "ApiUserStep",
                "Generate Key makes the user name, Generate Secret the secret. The secret is shown "
                "once: keep the page open until the next step here has accepted it.",
            ),
        ),
        (
            translate("ApiUserStep", "Choose the API tracking identifier"),
            translate(
                "ApiUserStep",
                "Custom (Internal Integration). Autotask makes the identifier; use this as the "
                "internal integration name:",
            ),
        ),
        (
            translate("ApiUserStep", "Save & Close, then come back here"),
            translate(
                "ApiUserStep",
                "The next steps ask for user name, secret and tracking identifier, and test them.",
            ),
        ),
    )


def mail_text() -> str:
    """The same as a mail to the administrator; secrets are not to be sent back by mail."""
    lines = [
        translate("ApiUserStep", "Please make an API user in our Autotask Sandbox:"),
        "",
    ]
    for number, (heading, sentence) in enumerate(instructions()[:4], 1):
        name = f" {INTEGRATION_NAME}" if number == 4 else ""
        lines.append(f"{number}. {heading}. {sentence}{name}")
    lines += [
        "",
        translate(
            "ApiUserStep",
            "Hand over user name, secret and tracking identifier in person or through the password "
            "manager, not by mail.",
        ),
    ]
    return "\n".join(lines)


class ApiUserStep(Step):
    """Five numbered parts in one box."""

    copy_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            translate("ApiUserStep", "Make an API user in Autotask"),
            translate(
                "ApiUserStep",
                "Once, by an Autotask administrator, in the Sandbox first. Leave this window open "
                "beside the browser. Without a Sandbox, make it in Production and switch to it "
                "under Settings.",
            ),
        )
        box = Panel(theme, "base", "line")
        rows = QVBoxLayout(box)
        pad = theme.px(20)
        rows.setContentsMargins(pad, theme.px(14), pad, theme.px(14))
        rows.setSpacing(theme.px(10))
        for number, (heading, sentence) in enumerate(instructions(), 1):
            if number > 1:
                rows.addWidget(Hairline(theme))
            extra = self._name_row() if number == 4 else None
            rows.addLayout(self._part(number, heading, sentence, extra))
        self.mail = ActionButton(
            theme, self.tr("Copy these steps as a mail to the administrator"), "mail",
            kind=Kind.FLAT,
        )  # fmt: skip
        self.mail.clicked.connect(self._copy_mail)
        self.body.addWidget(box)
        foot = QHBoxLayout()
        foot.addWidget(self.mail)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _part(self, number: int, heading: str, sentence: str, extra: QWidget | None) -> QHBoxLayout:
        theme = self._theme
        count = Label(theme, str(number), "section", "muted", tabular=True)
        count.setFixedWidth(theme.px(17))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(theme, heading, "section"))
        words.addWidget(WrappingLabel(theme, sentence, selectable=True))
        if extra is not None:
            words.addWidget(extra)
        row = QHBoxLayout()
        row.setSpacing(theme.space.s)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _name_row(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        self.name = TextField(theme, INTEGRATION_NAME)
        self.name.setReadOnly(True)
        self.name.setAccessibleName(self.tr("Internal integration name"))
        self.copy_name = ActionButton(theme, self.tr("Copy"), "copy")
        self.copy_name.setAccessibleName(self.tr("Copy internal integration name"))
        self.copy_name.clicked.connect(self._copy_name)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, theme.px(3), 0, 0)
        row.setSpacing(theme.space.s)
        row.addWidget(Label(theme, self.tr("Name"), "small", "muted"))
        row.addWidget(self.name, 1)
        row.addWidget(self.copy_name)
        row.addStretch(1)
        return holder

    @Slot()
    def _copy_mail(self) -> None:
        self.copy_requested.emit(mail_text())

    @Slot()
    def _copy_name(self) -> None:
        self.copy_requested.emit(INTEGRATION_NAME)
