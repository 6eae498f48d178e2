"""Builds the three pages and tells each what the others changed.

Run Checks is built at once; Customers and Settings when they are first wanted. A page that nobody
has looked at has nothing unsaved and shows nothing old, so it reads all when it is built.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtWidgets import QWidget

from bcautotask_gui.app.follow import Follow
from bcautotask_gui.app.frame import Frame
from bcautotask_gui.app.loading import OTHER_PAGES, WindowImports
from bcautotask_gui.app.local import Local
from bcautotask_gui.app.workplace import Workplace
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.ui.main_window import MainWindow
from bcautotask_gui.ui.run_checks.deciding.presenter import DecidingPresenter, DecidingServices
from bcautotask_gui.ui.run_checks.presenter import RunChecksPresenter, RunServices
from bcautotask_gui.ui.run_checks.tab import RunChecksTab
from bcautotask_gui.ui.shared.question import Question
from bcautotask_gui.ui.switches import single_keys_on
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Jobs, Lane

if TYPE_CHECKING:
    from bcautotask_gui.app.settings_page import SettingsPage
    from bcautotask_gui.ui.customers.presenter import CustomersPresenter
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
        self._theme, self._memory = theme, memory
        self._local = local
        self._window = window
        self._jobs = jobs
        self._messages = messages
        self._frame = frame
        self._workplace = workplace
        self._in_force: Settings | None = None
        self._held: frozenset[tuple[Environment, str]] | None = None
        self._is_closed = False
        self._customers: CustomersPresenter | None = None
        self._settings_page: SettingsPage | None = None
        self._reading = Question(partial(jobs.run, Lane.LOCAL), self)
        self._reading.answered.connect(self._settings_read)
        self._imports = WindowImports(OTHER_PAGES, self)
        self._build_run_checks()
        window.page_wanted.connect(self._build)
        window.add_page(RUN_CHECKS, self.tr("Run Checks"), self._run_checks_tab)
        window.add_page(CUSTOMERS, self.tr("Customers"), QWidget())
        window.add_page(SETTINGS, self.tr("Settings"), QWidget())
        follow.runs_changed.connect(self.run_checks.hear)
        follow.customers_changed.connect(self._customers_changed)
        follow.settings_changed.connect(self._settings_changed)
        follow.names_changed.connect(self._names_changed)
        window.refresh_requested.connect(self.refresh)
        window.page_shown.connect(self._page_shown)
        self.run_checks.create.value_refused.connect(self._read_picklists)
        self._run_checks_tab.place_wanted.connect(self._go)

    def start(self) -> None:
        """Reads everything for the first time."""
        self._reading.ask(self._workplace.database.settings.read)
        held = self._jobs.run(Lane.KEYRING, self._workplace.keeper.load)
        held.done.connect(self._secrets_loaded)
        held.failed.connect(self._keyring_failed)
        self.run_checks.start()
        self._jobs.changed.connect(self._import_the_others)

    @property
    def customers(self) -> "CustomersPresenter":
        """Customers, built now where nobody wanted it before."""
        self._build(CUSTOMERS)
        assert self._customers is not None
        return self._customers

    @property
    def settings_page(self) -> "SettingsPage":
        """Settings, built now where nobody wanted it before."""
        self._build(SETTINGS)
        assert self._settings_page is not None
        return self._settings_page

    @Slot()
    def refresh(self) -> None:
        """Reads the page in view again."""
        if self._window.page == RUN_CHECKS:
            self.run_checks.refresh()
            self.run_checks.refresh_tickets()
        elif self._window.page == CUSTOMERS:
            self.customers.refresh()
        else:
            self.settings_page.form.refresh()
        self._frame.refresh()

    def guard(self, go_on: Callable[[], None]) -> None:
        """Goes on once changes that nobody saved are decided."""
        if self._settings_page is None:
            go_on()
        else:
            self._settings_page.form.guard(go_on)

    def may_close(self) -> bool:
        """Asks about changes that nobody saved; the window closes once they are decided."""
        page = self._settings_page
        return page is None or page.form.guard(self._window.close_now)

    def close(self) -> None:
        """Asks, looks and builds no more."""
        self._is_closed = True
        self.deciding.close()
        self.run_checks.close()

    @Slot()
    def _import_the_others(self) -> None:
        """Once the runs are read, so that a tab that is pressed needs to be built only."""
        if not self._is_closed and not self._jobs.running_in(Lane.LOCAL):
            self._jobs.changed.disconnect(self._import_the_others)
            self._imports.begin()

    @Slot(str)
    def _build(self, name: str) -> None:
        if self._is_closed:  # the window may show the pages of whoever came next
            return
        if name == CUSTOMERS and self._customers is None:
            self._customers = self._build_customers()
        elif name == SETTINGS and self._settings_page is None:
            self._settings_page = self._build_settings()

    def _build_run_checks(self) -> None:
        place = self._workplace
        may = [each for each in Permission if place.actor.operator.may(each)]
        self._run_checks_tab = RunChecksTab(
            self._theme, self._memory, may=may, person=place.actor.operator.name
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
        self._use_single_keys(single_keys_on(self._memory))

    def _build_customers(self) -> "CustomersPresenter":
        from bcautotask_gui.ui.customers.presenter import CustomersPresenter
        from bcautotask_gui.ui.customers.tab import CustomersTab

        place = self._workplace
        tab = CustomersTab(self._theme, self._memory)
        made = CustomersPresenter(
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
        made.mappings_changed.connect(self.run_checks.refresh)
        if self._in_force is not None:
            made.use_settings(self._in_force)
        self._window.fill_page(CUSTOMERS, tab)
        return made

    def _build_settings(self) -> "SettingsPage":
        from bcautotask_gui.app.settings_page import SettingsPage

        page = SettingsPage(
            self._theme,
            self._memory,
            self._jobs,
            self._messages,
            self._frame,
            self._workplace,
            self._local,
            self,
        )
        page.tab.appearance.single_keys_changed.connect(self._use_single_keys)
        page.tab.appearance.language_wanted.connect(self.language_wanted)
        page.validation.mapping_wanted.connect(self._go_to_mapping)
        page.form.settings_saved.connect(self._settings_saved)
        if self._held is not None:
            page.form.secrets_loaded(self._held)
        page.form.refresh()
        page.start()
        self._window.fill_page(SETTINGS, page.tab)
        return page

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
        if self._settings_page is not None:
            self._settings_page.form.refresh()
        self._reading.ask(self._workplace.database.settings.read)

    @Slot()
    def _customers_changed(self) -> None:
        if self._customers is not None:
            self._customers.refresh()

    @Slot()
    def _names_changed(self) -> None:
        if self._settings_page is not None:
            self._settings_page.naming.hear()

    @Slot()
    def _read_picklists(self) -> None:
        read = self._workplace.settings.read_picklists_after_refusal
        self._jobs.run(Lane.AUTOTASK, read).done.connect(self._settings_changed)

    @Slot(object)
    def _settings_read(self, settings: Settings) -> None:
        if self._in_force is None:
            self._use_settings(settings)
        elif settings.version != self._in_force.version:
            self._use_saved(settings)

    @Slot(object)
    def _use_settings(self, settings: Settings) -> None:
        self._in_force = settings
        if self._customers is not None:
            self._customers.use_settings(settings)
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
        self._held = held
        if self._settings_page is not None:
            self._settings_page.form.secrets_loaded(held)
        self.run_checks.begin_to_ask()

    @Slot(object)
    def _keyring_failed(self, _error: object) -> None:
        # the form says which secret is missing; the keyring is asked again when one is entered
        self._secrets_loaded(frozenset())

    @Slot(object)
    def _settings_saved(self, settings: Settings) -> None:
        self._reading.ask_anew()
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
        self.settings_page.tab.lead_to("queue" if place == "defaults" else "enabled")
