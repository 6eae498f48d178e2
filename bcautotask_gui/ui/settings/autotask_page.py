"""The section Autotask of the form: integration, environment, credentials, zone, Backupchecks."""

from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.settings.form import SECRET, TRACKING_ID
from bcautotask_gui.ui.settings.form_page import FormPage
from bcautotask_gui.ui.settings.secret_row import FormSecret
from bcautotask_gui.ui.settings.state import FormState
from bcautotask_gui.ui.settings.wide_fields import FormChoice, FormText
from bcautotask_gui.ui.shared.buttons import ActionButton
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.shared.toggles import RadioChoice, TickBox
from bcautotask_gui.ui.theme import Theme

_UNFINISHED_ADDRESS = "https://"


class AutotaskPage(FormPage):
    """How Autotask and Backupchecks are reached."""

    environment_asked = Signal(object)
    secret_typed = Signal(str, str)
    """Name of the secret, and what is typed."""
    forget_asked = Signal(str)
    take_over_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate(
            "AutotaskPage",
            "Extensions & Integrations › Autotask",  # noqa: RUF001 - the sign between two places
        )
        super().__init__(theme, title, parent)
        self._environment = Environment.SANDBOX
        self._make_integration()
        self.add_line()
        self._make_environment()
        self._make_credentials()
        self._make_zone()
        self.add_line()
        self._make_backupchecks()
        self.add_end()

    def _make_integration(self) -> None:
        self.enabled = TickBox(self._theme, self._labels["enabled"])
        self.enabled.clicked.connect(self._enabled_clicked)
        help_text = self.tr("Off: not one call is made and manual ticket numbers return.")
        self.add_row("enabled", self.enabled, help_text, label=self.tr("Integration"))
        self.enabled.setAccessibleName(self._labels["enabled"])

    def _make_environment(self) -> None:
        self.sandbox = RadioChoice(self._theme, told(Environment.SANDBOX.label))
        self.production = RadioChoice(self._theme, told(Environment.PRODUCTION.label))
        row = _group(self._theme, self, self.sandbox, self.production)
        self.sandbox.clicked.connect(self._sandbox_clicked)
        self.production.clicked.connect(self._production_clicked)
        help_text = self.tr(
            "Each environment has its own user, secret and tracking identifier. Production asks "
            "for a confirmation."
        )
        self.add_row("environment", row, help_text, self.sandbox)
        self.sandbox.setAccessibleName(self.sandbox.text())

    def _make_credentials(self) -> None:
        self.user_name = FormText(self._theme)
        self.user_name.textEdited.connect(self._user_edited)
        self.add_row("user_name", self.user_name)
        self.secret = FormSecret(self._theme, self._labels[SECRET])
        self.secret.typed.connect(self._secret_typed)
        self.secret.forget_asked.connect(self._secret_forget)
        self.tracking = FormSecret(self._theme, self._labels[TRACKING_ID])
        self.tracking.typed.connect(self._tracking_typed)
        self.tracking.forget_asked.connect(self._tracking_forget)
        self.add_row(SECRET, self.secret, buddy=self.secret.secret.field)
        self.add_row(TRACKING_ID, self.tracking, buddy=self.tracking.secret.field)

    def _make_zone(self) -> None:
        theme = self._theme
        self.automatic = RadioChoice(theme, self.tr("Automatic"))
        self.fixed = RadioChoice(theme, self.tr("Fixed"))
        self.zone = FormText(theme)
        self.zone.setAccessibleName(self.tr("Address of the zone"))
        self.automatic.clicked.connect(self._automatic_clicked)
        self.fixed.clicked.connect(self._fixed_clicked)
        self.zone.textEdited.connect(self._zone_edited)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addLayout(_group(theme, self, self.automatic, self.fixed))
        column.addWidget(self.zone)
        self.add_row("fixed_zone", column, buddy=self.automatic)
        self.automatic.setAccessibleName(self.automatic.text())

    def _make_backupchecks(self) -> None:
        self.base_url = FormText(self._theme)
        self.base_url.setPlaceholderText("https://backupchecks.example.com")
        self.base_url.textEdited.connect(self._base_edited)
        help_text = self.tr("Tickets link to the Job Details page under this address.")
        self.add_row("base_url", self.base_url, help_text)
        self.take_over = ActionButton(self._theme, self.tr("Take over its settings"), "download")
        self.take_over.clicked.connect(self.take_over_asked)
        help_text = self.tr(
            "Fills in what the web application holds of Autotask, secrets aside. Nothing is saved "
            "before you do."
        )
        self.add_row("take_over", self.take_over, help_text, label=self.tr("Web application"))
        self.take_over.setAccessibleName(self.take_over.text())
        self.mirrored = FormChoice(self._theme)
        self.mirrored.activated.connect(self._mirrored_chosen)
        help_text = self.tr("Its own ticket and mapping columns belong to this environment.")
        self.add_row("mirrored", self.mirrored, help_text)
        self.job_path = FormText(self._theme)
        self.job_path.textEdited.connect(self._path_edited)
        help_text = self.tr("{place} stands for the number of the job.").format(place="{job_id}")
        self.add_row("job_path", self.job_path, help_text)
        self.time_zone = FormChoice(self._theme)
        self.time_zone.activated.connect(self._time_zone_chosen)
        self.add_row("time_zone", self.time_zone, self.tr("Tickets tell times in this zone."))
        self.storage_zone = FormChoice(self._theme)
        self.storage_zone.activated.connect(self._storage_zone_chosen)
        help_text = self.tr("The zone in which Backupchecks stores its times, UTC as a rule.")
        self.add_row("storage_zone", self.storage_zone, help_text)

    # what is shown -----------------------------------------------------------------------

    def show_state(self, state: FormState) -> None:
        """Show the values, dots and errors."""
        settings = state.settings
        self._environment = settings.environment
        self.enabled.setChecked(settings.enabled)
        is_sandbox = settings.environment is Environment.SANDBOX
        (self.sandbox if is_sandbox else self.production).setChecked(True)
        self.user_name.show_text(settings.current.user_name)
        self._show_zone(settings.current.fixed_zone, state.found_zone)
        self.base_url.show_text(settings.base_url)
        self.job_path.show_text(settings.job_path)
        places = tuple((each.value, told(each.label), "") for each in Environment)
        self.mirrored.offer(places, settings.mirrored.value)
        self.time_zone.offer(_zones(settings.time_zone), settings.time_zone)
        self.storage_zone.offer(_zones(settings.storage_zone), settings.storage_zone)
        self._show_secrets(state)
        for field in self._shared_fields():
            field.setEnabled(state.may_save)
        self.show_marks(state)

    def _shared_fields(self) -> tuple[QWidget, ...]:
        return (
            self.enabled, self.sandbox, self.production, self.user_name, self.automatic, self.fixed,
            self.zone, self.base_url, self.job_path, self.mirrored, self.time_zone,
            self.storage_zone,
        )  # fmt: skip

    def _show_zone(self, fixed: str, found: str) -> None:
        (self.fixed if fixed else self.automatic).setChecked(True)
        self.zone.setVisible(bool(fixed))
        self.zone.show_text(fixed if fixed.strip() else "")
        automatic = found or self.tr("Autotask tells the zone of the API user.")
        self.rows["fixed_zone"].set_help("" if fixed else automatic)

    def _show_secrets(self, state: FormState) -> None:
        saved = self.tr("Saved in this computer's keyring. It is never shown again.")
        unsaved = self.tr("Goes to this computer's keyring when you save.")
        missing = self.tr("Not stored on this computer.")
        for name, field in ((SECRET, self.secret), (TRACKING_ID, self.tracking)):
            kept, typed = name in state.kept, state.typed.get(name, "")
            enabled = state.may_enter_secrets
            field.show_state(self._environment, kept=kept, typed=typed, enabled=enabled)
            self.rows[name].set_help(unsaved if typed else saved if kept else missing)

    # what a person edits -----------------------------------------------------------------

    @Slot(bool)
    def _enabled_clicked(self, ticked: bool) -> None:
        self.edited.emit("enabled", ticked)

    @Slot()
    def _sandbox_clicked(self) -> None:
        self.environment_asked.emit(Environment.SANDBOX)

    @Slot()
    def _production_clicked(self) -> None:
        self.environment_asked.emit(Environment.PRODUCTION)

    @Slot(str)
    def _user_edited(self, text: str) -> None:
        self.edited.emit("user_name", text)

    @Slot(str)
    def _secret_typed(self, text: str) -> None:
        self.secret_typed.emit(SECRET, text)

    @Slot(str)
    def _tracking_typed(self, text: str) -> None:
        self.secret_typed.emit(TRACKING_ID, text)

    @Slot()
    def _secret_forget(self) -> None:
        self.forget_asked.emit(SECRET)

    @Slot()
    def _tracking_forget(self) -> None:
        self.forget_asked.emit(TRACKING_ID)

    @Slot()
    def _automatic_clicked(self) -> None:
        self.edited.emit("fixed_zone", "")

    @Slot()
    def _fixed_clicked(self) -> None:
        self.edited.emit("fixed_zone", self.zone.text() or _UNFINISHED_ADDRESS)
        self.zone.setFocus()

    @Slot(str)
    def _zone_edited(self, text: str) -> None:
        # an emptied field is still a fixed zone, one that is not written yet
        self.edited.emit("fixed_zone", text or " ")

    @Slot(str)
    def _base_edited(self, text: str) -> None:
        self.edited.emit("base_url", text)

    @Slot(str)
    def _path_edited(self, text: str) -> None:
        self.edited.emit("job_path", text)

    @Slot()
    def _mirrored_chosen(self) -> None:
        self.edited.emit("mirrored", Environment(self.mirrored.currentData()))

    @Slot()
    def _time_zone_chosen(self) -> None:
        self.edited.emit("time_zone", self.time_zone.currentData())

    @Slot()
    def _storage_zone_chosen(self) -> None:
        self.edited.emit("storage_zone", self.storage_zone.currentData())


def _group(theme: Theme, parent: QWidget, *choices: RadioChoice) -> QHBoxLayout:
    group = QButtonGroup(parent)
    row = QHBoxLayout()
    row.setSpacing(theme.space.l)
    for choice in choices:
        group.addButton(choice)
        row.addWidget(choice)
    return row


def _zones(chosen: str) -> tuple[tuple[str, str, str], ...]:
    """Every zone by name, UTC first; one that this computer does not know is offered last."""
    names = _known_zones()
    if chosen not in names:
        names = (*names, chosen)
    return tuple((name, name, "") for name in names)


@cache
def _known_zones() -> tuple[str, ...]:
    return ("UTC", *sorted(name for name in available_timezones() if "/" in name))
