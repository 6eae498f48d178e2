"""The section Appearance and language: light or dark, which language, keys, notifications."""

from PySide6.QtCore import QCoreApplication, QSettings, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from bcautotask_gui.ui.language import Language, remembered_language
from bcautotask_gui.ui.scheme import remember_scheme, remembered_scheme, use_remembered_scheme
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.shared.toggles import RadioChoice, TickBox
from bcautotask_gui.ui.switches import (
    notifications_on,
    remember_notifications,
    remember_single_keys,
    single_keys_on,
)
from bcautotask_gui.ui.theme import Theme


class AppearancePage(FormPage):
    """Remembered with the window; takes effect at once."""

    single_keys_changed = Signal(bool)
    language_wanted = Signal(object)
    """Another language was chosen; the window is built anew in it."""

    def __init__(self, theme: Theme, memory: QSettings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AppearancePage", "Appearance and language")
        super().__init__(theme, title, parent)
        self._memory = memory
        self.subheading.setText(self.tr("For this computer. Takes effect at once."))
        self._make_schemes()
        self._make_languages()
        self._make_keys()
        self._make_notifications()
        self.add_end()

    def _make_schemes(self) -> None:
        words = {
            "system": self.tr("Follow the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self.schemes = {key: RadioChoice(self._theme, text) for key, text in words.items()}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.l)
        for choice in self.schemes.values():
            group.addButton(choice)
            row.addWidget(choice)
            choice.clicked.connect(self._scheme_clicked)
        self.schemes[remembered_scheme(self._memory)].setChecked(True)
        first = self.schemes["system"]
        self.add_row("scheme", row, buddy=first, label=self.tr("Colours"))
        first.setAccessibleName(first.text())

    def _make_languages(self) -> None:
        words = {
            Language.SYSTEM: self.tr("System language"),
            # each language is called as those who speak it call it
            Language.ENGLISH: "English",
            Language.DUTCH: "Nederlands",
        }
        self.languages = {each: RadioChoice(self._theme, text) for each, text in words.items()}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(self._theme.space.l)
        for choice in self.languages.values():
            group.addButton(choice)
            row.addWidget(choice)
            choice.clicked.connect(self._language_clicked)
        self._show_language()
        help_text = self.tr("Dates and numbers follow it. Tickets stay in English.")
        first = self.languages[Language.SYSTEM]
        self.add_row("language", row, help_text, buddy=first, label=self.tr("Language"))
        first.setAccessibleName(first.text())

    def _show_language(self) -> None:
        self.languages[remembered_language(self._memory)].setChecked(True)

    def _make_keys(self) -> None:
        self.single_keys = TickBox(self._theme, self.tr("Single keys act on the list of runs"))
        self.single_keys.setChecked(single_keys_on(self._memory))
        self.single_keys.clicked.connect(self._keys_clicked)
        help_text = self.tr(
            "C creates a ticket, M marks as reviewed, and so on, while the list has the keyboard. "
            "Off: the same acts stay in the menus and on the buttons."
        )
        self.add_row("single_keys", self.single_keys, help_text, label=self.tr("Keys"))
        self.single_keys.setAccessibleName(self.single_keys.text())

    def _make_notifications(self) -> None:
        text = self.tr("Tell me when long work ends while I look elsewhere")
        self.notifications = TickBox(self._theme, text)
        self.notifications.setChecked(notifications_on(self._memory))
        self.notifications.clicked.connect(self._notifications_clicked)
        help_text = self.tr("As a notification of the desktop, for work of ten seconds and more.")
        self.add_row("notifications", self.notifications, help_text, label=self.tr("Notifications"))
        self.notifications.setAccessibleName(self.notifications.text())

    @Slot()
    def _scheme_clicked(self) -> None:
        chosen = next(key for key, choice in self.schemes.items() if choice.isChecked())
        remember_scheme(self._memory, chosen)
        use_remembered_scheme(self._theme, self._memory)

    @Slot()
    def _language_clicked(self) -> None:
        chosen = next(each for each, choice in self.languages.items() if choice.isChecked())
        # nothing changes while unsaved edits or running work hold it up
        self._show_language()
        if chosen is not remembered_language(self._memory):
            self.language_wanted.emit(chosen)

    @Slot(bool)
    def _keys_clicked(self, ticked: bool) -> None:
        remember_single_keys(self._memory, on=ticked)
        self.single_keys_changed.emit(ticked)

    @Slot(bool)
    def _notifications_clicked(self, ticked: bool) -> None:
        remember_notifications(self._memory, on=ticked)
