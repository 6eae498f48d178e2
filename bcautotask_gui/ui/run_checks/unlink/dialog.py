"""The dialog that takes a wrong link away: what stays as it is, and why it is done."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Origin, TicketLink
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.fields import TextField
from bcautotask_gui.ui.shared.labels import Label, WrappingLabel
from bcautotask_gui.ui.shared.notice import NoticeBox, Tone
from bcautotask_gui.ui.shared.question import Trouble
from bcautotask_gui.ui.theme import Theme


class UnlinkDialog(ActDialog):
    """The button lives once a reason is typed."""

    help_page = "linking"

    def __init__(
        self,
        theme: Theme,
        run: str,
        number: str,
        environment: tuple[Environment, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog, waiting for the link.

        Args:
            theme: Colours, sizes and fonts.
            run: which run it is, in words.
            number: of its ticket.
            environment: where the ticket is; None where not known yet.
            parent: Qt's parent.
        """
        strip = EnvironmentStrip(theme)
        super().__init__(theme, self.tr("Unlink ticket"), strip, parent)
        self.link: TicketLink | None = None
        strip.setVisible(environment is not None)
        if environment is not None:
            strip.show_environment(environment[0], environment[1], "")
        self.say(self.tr("Unlink {number} from this run").format(number=number), run)
        self.field = TextField(theme)
        label = Label(theme, self.tr("Reason"), "name")
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        self._meaning = WrappingLabel(theme, "", "small", "muted")
        self._failed = NoticeBox(theme, Tone.FAILED, "")
        self._failed.hide()
        for widget in (label, self.field, self._meaning, self._failed):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.set_primary(self.tr("Unlink ticket"), "broken-link")
        self.setMinimumWidth(theme.px(520))
        self.field.textChanged.connect(self._typed)
        self.block(self.tr("The link is being read."))
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """Why, in the person's words."""
        return self.field.text().strip()

    def show_link(self, link: TicketLink) -> None:
        """What would be taken away."""
        self.link = link
        stays = self.tr(
            "The ticket itself is not touched. The reason is kept with your name in the history."
        )
        if link.origin is Origin.CREATED:
            stays += " " + self.tr(
                "It was created for this run, so it still counts: the run gets no other new "
                "ticket, but another existing one can be linked."
            )
        self._meaning.setText(stays)
        self._typed()

    @Slot()
    def _typed(self) -> None:
        self._failed.hide()
        if self.link is None:
            return
        missing = "" if self.reason else self.tr("Say why the ticket is unlinked.")
        self.set_hint(missing)
        self.block(missing)

    def show_busy(self) -> None:
        """It is being unlinked."""
        self.block(self.tr("The ticket is being unlinked."))

    def show_trouble(self, trouble: Trouble) -> None:
        """Nothing was changed."""
        self._failed.say(self.tr("Nothing was unlinked"), trouble.sentence)
        self._failed.show()
        self.block("" if self.link is not None and self.reason else trouble.sentence)
