"""The first step: what the application is for, and the choice between set-up and sample."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout

from bcautotask_gui.ui.first_start.layout import Card, Step, point_row
from bcautotask_gui.ui.shared.buttons import ActionButton, Kind
from bcautotask_gui.ui.shared.labels import Label
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


class StartStep(Step):
    """Two cards, and what is good to know."""

    set_up_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            translate("StartStep", "Decide which backup deserves a ticket"),
            translate(
                "StartStep",
                "Backupchecks collects the reports, Autotask keeps the tickets. Here you go "
                "through the failed runs of the night, create one ticket where it is needed, and "
                "resolve it when the backup is healthy again. Nothing is created, closed or mapped "
                "by itself.",
            ),
        )
        cards = QHBoxLayout()
        cards.setSpacing(theme.space.l)
        cards.addWidget(self._set_up_card(), 1)
        cards.addWidget(self._sample_card(), 1)
        self.body.addLayout(cards)
        self.body.addSpacing(theme.space.m)
        self.body.addWidget(Label(theme, self.tr("Good to know"), "section"))
        for icon, sentence in (
            (
                "lock",
                self.tr(
                    "Secrets go to this computer's keyring. They are never written to a file, "
                    "shown again or exported."
                ),
            ),
            (
                "shield",
                self.tr(
                    "Your Backupchecks tables are read as they are. This application keeps its own "
                    "tables beside them."
                ),
            ),
            (
                "globe",
                self.tr(
                    "It starts in Sandbox. Production is switched on later, in Settings, with a "
                    "confirmation."
                ),
            ),
        ):
            self.body.addLayout(point_row(theme, icon, "muted", sentence))

    def _set_up_card(self) -> Card:
        theme = self._theme
        card = Card(
            theme, "plug", self.tr("Set up"),
            self.tr("Connect your Backupchecks database and Autotask."),
        )  # fmt: skip
        points = (
            self.tr("The address of the Backupchecks database"),
            self.tr("An Autotask administrator for 5 minutes"),
            self.tr("Autotask Sandbox access; Production comes later"),
        )
        card.add_points(self.tr("You need"), "dot", "muted", points)
        self.set_up = ActionButton(
            theme, self.tr("Set up"), key=self.tr("Enter"), kind=Kind.PRIMARY
        )
        self.set_up.clicked.connect(self.set_up_asked)
        self._foot(card, self.set_up)
        return card

    def _sample_card(self) -> Card:
        theme = self._theme
        card = Card(
            theme, "box", self.tr("Try it with sample data"),
            self.tr("A sample database and a small Autotask inside this computer."),
        )  # fmt: skip
        points = (
            self.tr("No account, no network, no password"),
            self.tr("Every button works, also tickets and resolving"),
            self.tr("Removed with one click when you are done"),
        )
        card.add_points(self.tr("You get"), "check", "good_icon", points)
        self.sample = ActionButton(theme, self.tr("Try it with sample data"))
        self.sample.clicked.connect(self.sample_asked)
        self._foot(card, self.sample)
        return card

    def _foot(self, card: Card, button: ActionButton) -> None:
        card.rows.addStretch(1)
        card.rows.addSpacing(self._theme.space.l)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        card.rows.addLayout(row)
