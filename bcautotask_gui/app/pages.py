"""Builds the three pages and tells each what the others changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from bcautotask_gui.app.follow import Follow
from bcautotask_gui.app.frame import Frame
from bcautotask_gui.app.local import Local
from bcautotask_gui.app.settings_page import SettingsPage
from bcautotask_gui.app.settings_reading import SettingsReading
from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.ui.customers.presenter import CustomersPresenter
from bcautotask_gui.ui.customers.tab import CustomersTab
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.run_checks.deciding.presenter import DecidingPresenter, DecidingServices
from bcautotask_gui.ui.run_checks.presenter import RunChecksPresenter, RunServices
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.settings.appearance.page import single_keys_on
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs, Lane

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import WindowMessages

RUN_CHECKS, CUSTOMERS, SETTINGS = "run_checks", "customers", "settings"


class Pages(QObject):
    """Run Checks, Customers and Settings, over one open workplace."""

    language_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        memory: QSettings,
        jobs: Jobs,
        messages: "WindowMessages",
        frame: Frame,
        follow: Follow,
        workplace: Workplace,
        local: Local,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._local = local
        self._window = window
        self._jobs = jobs
        self._messages = messages
        self._frame = frame
        self._workplace = workplace
        self._version: int | None = None
        self._reading = SettingsReading(jobs, self)
        self._reading.answered.connect(self._settings_read)
        self._build_run_checks(theme, memory)
        self._build_customers(theme, memory)
        self._build_settings(theme, memory)
        follow.runs_changed.connect(self.run_checks.hear)
        follow.customers_changed.connect(self.customers.refresh)
        follow.settings_changed.connect(self._settings_changed)
        follow.names_changed.connect(self._settings_page.naming.hear)
        window.refresh_requested.connect(self.refresh)
        window.page_shown.connect(self._page_shown)
        self.settings.settings_saved.connect(self._settings_saved)
        self.customers.mappings_changed.connect(self.run_checks.refresh)
        self.run_checks.create.value_refused.connect(self._read_picklists)
        self._run_checks_tab.place_wanted.connect(self._go)

    def start(self) -> None:
        """Reads everything for the first time."""
        self._reading.begin(self._workplace.database.settings)
        held = self._jobs.run(Lane.KEYRING, self._workplace.keeper.load)
        held.done.connect(self._secrets_loaded)
        held.failed.connect(self._keyring_failed)
        self.run_checks.start()
        self.settings.refresh()
        self._settings_page.start()

    @Slot()
    def refresh(self) -> None:
        """Reads the page in view again."""
        if self._window.page == RUN_CHECKS:
            self.run_checks.refresh()
            self.run_checks.refresh_tickets()
        elif self._window.page == CUSTOMERS:
            self.customers.refresh()
        else:
            self.settings.refresh()
        self._frame.refresh()

    def guard(self, go_on: Callable[[], None]) -> None:
        """Goes on once changes that nobody saved are decided."""
        self.settings.guard(go_on)

    def may_close(self) -> bool:
        """Asks about changes that nobody saved; the window closes once they are decided."""
        return self.settings.guard(self._window.close_now)

    def close(self) -> None:
        """Asks and looks no more."""
        self.deciding.close()
        self.run_checks.close()

    def _build_run_checks(self, theme: Theme, memory: QSettings) -> None:
        place = self._workplace
        may = [each for each in Permission if place.actor.operator.may(each)]
        self._run_checks_tab = RunChecksTab(
            theme, memory, may=may, person=place.actor.operator.name
        )
        self.run_checks = RunChecksPresenter(
            self._run_checks_tab,
            RunServices(
                place.runs,
                place.drafts,
                place.offers,
                place.creating,
                place.look_ups,
                place.resolving,
                place.ticket_views,
                place.ticket_states,
            ),
            self._jobs,
            self._messages,
            self._frame,
            self,
        )
        self.deciding = DecidingPresenter(
            self._run_checks_tab,
            self.run_checks,
            DecidingServices(
                place.run_files,
                place.job_groups,
                place.creating,
                place.linking,
                place.link_search,
                place.numbers,
                place.reviews,
                place.claims,
            ),
            self._jobs,
            self._messages,
            self._frame,
            self,
        )
        self._window.add_page(RUN_CHECKS, self.tr("Run Checks"), self._run_checks_tab)

    def _build_customers(self, theme: Theme, memory: QSettings) -> None:
        place = self._workplace
        tab = CustomersTab(theme, memory)
        self.customers = CustomersPresenter(
            tab,
            place.customers,
            place.suggestions,
            place.mapping_files,
            self._jobs,
            self._messages,
            self._frame,
            place.actor.operator,
            self,
        )
        self._window.add_page(CUSTOMERS, self.tr("Customers"), tab)

    def _build_settings(self, theme: Theme, memory: QSettings) -> None:
        page = self._settings_page = SettingsPage(
            theme,
            memory,
            self._jobs,
            self._messages,
            self._frame,
            self._workplace,
            self._local,
            self,
        )
        page.tab.appearance.single_keys_changed.connect(self._use_single_keys)
        page.tab.appearance.language_wanted.connect(self.language_wanted)
        self._use_single_keys(single_keys_on(memory))
        self.settings, self._settings_tab = page.form, page.tab
        page.validation.mapping_wanted.connect(self._go_to_mapping)
        self._window.add_page(SETTINGS, self.tr("Settings"), page.tab)

    def look_again(self) -> None:
        """Reads what was saved beside the pages."""
        self._settings_changed()

    @Slot(bool)
    def _use_single_keys(self, on: bool) -> None:
        self._run_checks_tab.set_single_keys(on=on)

    @Slot()
    def _go_to_mapping(self) -> None:
        self._go("mapping")

    @Slot()
    def _settings_changed(self) -> None:
        """Somebody may have saved others; what is edited here stays as it is."""
        self.settings.refresh()
        self._reading.begin(self._workplace.database.settings)

    @Slot()
    def _read_picklists(self) -> None:
        read = self._workplace.settings.read_picklists_after_refusal
        self._jobs.run(Lane.AUTOTASK, read).done.connect(self._settings_changed)

    @Slot(object)
    def _settings_read(self, settings: Settings) -> None:
        if self._version is None:
            self._use_settings(settings)
        elif settings.version != self._version:
            self._use_saved(settings)

    @Slot(object)
    def _use_settings(self, settings: Settings) -> None:
        self._version = settings.version
        self.customers.use_settings(settings)
        self.customers.refresh()
        zone = settings.current
        where = ""
        if zone.database_id:
            where = self.tr("Database {id} · zone {zone}").format(
                id=zone.database_id, zone=zone.zone_name
            )
        self._run_checks_tab.show_environment(settings.environment, where)
        self.run_checks.use_settings(settings)
        self.deciding.use_settings(settings)

    @Slot(object)
    def _secrets_loaded(self, held: frozenset[tuple[Environment, str]]) -> None:
        self.settings.secrets_loaded(held)
        self.run_checks.begin_to_ask()

    @Slot(object)
    def _keyring_failed(self, _error: object) -> None:
        # the form says which secret is missing; the keyring is asked again when one is entered
        self.settings.secrets_loaded(frozenset())
        self.run_checks.begin_to_ask()

    @Slot(object)
    def _settings_saved(self, settings: Settings) -> None:
        self._reading.overtake()
        self._use_saved(settings)

    def _use_saved(self, settings: Settings) -> None:
        self._use_settings(settings)
        self.run_checks.refresh()
        self._frame.refresh()

    @Slot(str)
    def _page_shown(self, name: str) -> None:
        if name == RUN_CHECKS:
            self.run_checks.come_into_view()

    @Slot(str)
    def _go(self, place: str) -> None:
        """Leads to where something is mended."""
        if place == "mapping":
            self._window.show_page(CUSTOMERS)
            return
        self._window.show_page(SETTINGS)
        self._settings_tab.lead_to("queue" if place == "defaults" else "enabled")
