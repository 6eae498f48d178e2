"""What the Settings tab does: keeps the draft of the form, and shows what becomes of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.reference_data import ReferenceData
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.web_settings import WebSettings, taken_over
from bcautotask_gui.services.connection_test import ConnectionTest
from bcautotask_gui.services.secret_keeper import SecretKeeper
from bcautotask_gui.services.settings import SettingsPage, SettingsService
from bcautotask_gui.ui.settings.category.presenter import CategoryPresenter
from bcautotask_gui.ui.settings.connection.presenter import Accepted, ConnectionPresenter
from bcautotask_gui.ui.settings.form import (
    Draft,
    labels,
)
from bcautotask_gui.ui.settings.merging.conflicts import (
    Conflict,
    changed_by_others,
    conflicts_of,
)
from bcautotask_gui.ui.settings.saving.presenter import Held, SavingPresenter
from bcautotask_gui.ui.settings.standing import Standing
from bcautotask_gui.ui.settings.state import BarState, FormState
from bcautotask_gui.ui.settings.switch_dialog import switch_facts
from bcautotask_gui.ui.settings.tab import DEFAULTS, SettingsTab
from bcautotask_gui.ui.shared.question import Question, Trouble
from bcautotask_gui.ui.shared.telling import OutcomePort
from bcautotask_gui.ui.sign_in.words import role_name
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages


class SettingsPresenter(QObject):
    """Between the form and the services."""

    settings_saved = Signal(object)
    """The Settings now in force; also said after an environment was bound or a secret kept."""

    draft_changed = Signal(object)
    """The Draft as the form shows it now."""

    def __init__(
        self,
        tab: SettingsTab,
        service: SettingsService,
        keeper: SecretKeeper,
        connection_test: ConnectionTest,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        operator: Operator,
        use_session_only: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """Wire the tab; `refresh` fills it.

        Args:
            tab: The form.
            service: Reads and saves the shared settings.
            keeper: Keeps the secrets of this workstation.
            connection_test: Tests values that may not be saved yet.
            jobs: Runs the work.
            messages: The door for questions.
            outcome: Told how an act ended.
            operator: Whose role decides what may be edited.
            use_session_only: Makes the keeper keep secrets in memory from now on.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._tab = tab
        self._service = service
        self._messages = messages
        self._outcome = outcome
        self._operator = operator
        self._may_save = operator.may(Permission.SETTINGS)
        self._may_enter = operator.may(Permission.SECRETS)
        self._draft = Draft(Settings(), Settings())
        self._reference: dict[Environment, ReferenceData | None] = {}
        self._held: Held = frozenset()
        self._refused: dict[str, str] = {}
        self._is_read = False
        self._busy = ""
        self._reading = Question(partial(jobs.run, Lane.LOCAL), self)
        self._category = CategoryPresenter(service, jobs, self)
        self._connection = ConnectionPresenter(
            tab.connection, service, keeper, connection_test, jobs, messages, outcome, self
        )
        self._saving = SavingPresenter(
            tab.trouble, service, keeper, jobs, messages, outcome, use_session_only, self
        )
        self._connect()
        self.show()

    def _connect(self) -> None:
        tab, saving, connection = self._tab, self._saving, self._connection
        tab.edited.connect(self._edit)
        tab.environment_asked.connect(self._go_to)
        tab.production_confirmed.connect(self._go_to_production)
        tab.production_declined.connect(self.show)
        tab.secret_typed.connect(self._type_secret)
        tab.forget_asked.connect(self._forget)
        tab.merged.connect(self._merge)
        tab.bar.save_asked.connect(self.save)
        tab.bar.discard_asked.connect(self.discard)
        tab.bar.show_asked.connect(self._lead_to_stopping)
        tab.notice.copy_requested.connect(self._messages.copy)
        tab.notice.retry_requested.connect(self.refresh)
        tab.sections.chosen.connect(self._show_section)
        self._reading.answered.connect(self._show_page)
        self._reading.failed.connect(self._tell_unread)
        self._category.read.connect(self.show)
        saving.busy_changed.connect(self._show_busy)
        saving.secrets_kept.connect(self._show_kept)
        saving.saved.connect(self._show_saved)
        saving.refused.connect(self._show_refused)
        saving.reload_asked.connect(self.refresh)
        saving.save_asked.connect(self.save)
        connection.accepted.connect(self._show_accepted)
        connection.reference_read.connect(self._show_reference)
        connection.troubled.connect(saving.show_trouble)

    # reading -----------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Read the settings in force; what was edited stays."""
        self._reading.ask(self._service.page)

    @Slot(object)
    def _show_page(self, page: SettingsPage) -> None:
        self._reference = dict(page.reference)
        self._held = page.held
        self._may_save = page.may_save
        if self._is_read:
            self._follow(page.settings)
        else:
            # what the set-up ticked ahead of the reading stays
            self._draft = self._draft.rebased(page.settings)
        self._is_read = True
        self._tab.show_read_only(self._why_read_only())
        self.show()

    def _follow(self, newer: Settings) -> None:
        """Take over what somebody saved meanwhile; what both changed is offered to compare."""
        draft = self._draft
        reference = self._reference.get(draft.environment)
        conflicts = conflicts_of(draft, newer, reference)
        theirs = changed_by_others(draft, newer)
        self._draft = draft.rebased(newer)
        who = newer.saved_by or self.tr("Somebody")
        names = labels()
        told = ", ".join(names[key] for key in theirs)
        if conflicts:
            both = ", ".join(dict.fromkeys(each.name for each in conflicts))
            sentence = self.tr("{who} saved other values of: {names}. Yours are shown.")
            compare = partial(self._tab.ask_merge, who, conflicts)
            self._saving.offer(sentence.format(who=who, names=both), self.tr("Compare"), compare)
        elif theirs and draft.changed():
            sentence = self.tr("{who} saved newer settings meanwhile: {names}. Yours stay edited.")
            self._outcome.tell(sentence.format(who=who, names=told))

    @Slot(object)
    def _merge(self, taken: tuple[Conflict, ...]) -> None:
        """Show the other value of these; what stays mine is saved like any change."""
        for each in taken:
            self._draft = self._draft.following(self._draft.base, each.key, each.place)
        self.show()

    @Slot(object)
    def _tell_unread(self, trouble: Trouble) -> None:
        self._tab.notice.say_failure(trouble.failure, trouble.correlation)

    def secrets_loaded(self, held: Held) -> None:
        """Show which secrets the keyring gave at the start."""
        self._held = held
        self.show()

    def _why_read_only(self) -> str:
        if self._may_save:
            return ""
        reason = self.tr("Only an admin changes these settings; you act as {role}.").format(
            role=role_name(self._operator.role).lower()
        )
        secrets = self.tr("Secrets belong to this computer, and you may enter them.")
        return f"{reason} {secrets}" if self._may_enter else reason

    # the draft ---------------------------------------------------------------------------

    def has_unsaved(self) -> bool:
        """Whether closing would lose something that was edited."""
        return bool(self._draft.changed())

    def guard(self, go_on: Callable[[], None]) -> bool:
        """Ask before unsaved changes are lost.

        Args:
            go_on: called at once where nothing is lost, or after the person agreed to lose it.

        Returns:
            Whether nothing was unsaved.
        """
        changed = self._draft.changed()
        if not changed:
            go_on()
            return True
        names = ", ".join(labels()[key] for key in changed)
        sentence = self.tr("These changes are not saved: {names}.").format(names=names)
        yes = self.tr("Discard changes")
        then = partial(self._discard_and, go_on)
        self._messages.ask(self.tr("Discard changes?"), sentence, yes, then, loses=True)
        return False

    def _discard_and(self, go_on: Callable[[], None]) -> None:
        self.discard()
        go_on()

    @Slot()
    def discard(self) -> None:
        """Show again what is saved."""
        self._draft = self._draft.discarded()
        self._refused = {}
        self._tab.trouble.clear()
        self.show()

    @Slot(str, object)
    def _edit(self, key: str, value: object) -> None:
        self._draft = self._draft.put(key, value)
        self._refused.pop(key, None)
        if key == "category":
            self._category.want(self._draft)
        self.show()

    @Slot(str)
    def _show_section(self, key: str) -> None:
        if key == DEFAULTS:
            self._category.want(self._draft)

    @Slot(str, str)
    def _type_secret(self, name: str, text: str) -> None:
        self._draft = self._draft.type_secret(name, text)
        self.show()

    @Slot(object)
    def _go_to(self, environment: Environment) -> None:
        is_step = environment is Environment.PRODUCTION
        if is_step and self._draft.base.environment is not Environment.PRODUCTION:
            self._tab.ask_production(switch_facts(self._draft.base, self._held))
        else:
            self._edit("environment", environment)

    @Slot()
    def _go_to_production(self) -> None:
        self._edit("environment", Environment.PRODUCTION)

    # saving ------------------------------------------------------------------------------

    @Slot()
    def save(self) -> None:
        """Keep typed secrets, then save the settings, unless a value stops that."""
        if self.has_unsaved() and not self.standing().stopping():
            self._saving.save(self._draft, may_save=self._may_save)

    @Slot(str)
    def _forget(self, name: str) -> None:
        self._saving.ask_to_forget(self._draft.environment, name)

    @Slot(str)
    def _show_busy(self, busy: str) -> None:
        self._busy = busy
        self.show()

    @Slot(object)
    def _show_kept(self, held: Held) -> None:
        self._held = held
        kept = {key for key in self._draft.typed if key in held}
        self._draft = self._draft.without_typed(kept)
        self.show()
        self.settings_saved.emit(self._draft.base)

    @Slot(object)
    def _show_saved(self, settings: Settings) -> None:
        self._refused = {}
        self._draft = Draft(settings, settings, self._draft.typed)
        self._reading.ask_anew()
        self.show()
        self.settings_saved.emit(settings)

    @Slot(str, str)
    def _show_refused(self, key: str, sentence: str) -> None:
        self._refused[key] = sentence
        self.show()

    @Slot(object)
    def _show_accepted(self, accepted: Accepted) -> None:
        self._reference[accepted.environment] = accepted.reference
        is_new = accepted.settings.version != self._draft.base.version
        self._draft = self._draft.rebased(accepted.settings)
        self._reading.ask_anew()
        self.show()
        if is_new:
            self.settings_saved.emit(accepted.settings)

    @Slot(object, object)
    def _show_reference(self, environment: Environment, reference: ReferenceData) -> None:
        self._reference[environment] = reference
        self.show()

    # showing -----------------------------------------------------------------------------

    @Slot()
    def show(self) -> None:
        """Shows the form as it stands."""
        draft, environment = self._draft, self._draft.environment
        standing = self.standing()
        self._tab.show_state(
            FormState(
                settings=draft.edited,
                changed=draft.changed_here(),
                problems=standing.problems(),
                reference=self._reference.get(environment),
                kept=frozenset(name for place, name in self._held if place is environment),
                typed=draft.typed_here(),
                may_save=self._may_save and self._is_read,
                may_enter_secrets=self._may_enter and self._is_read,
                found_zone=standing.found_zone(),
                category_fills=self._category.fills(draft),
            )
        )
        self._tab.show_saved_line(standing.saved_line())
        names = labels()
        self._tab.bar.show_state(
            BarState(
                tuple(names[key] for key in draft.changed()),
                tuple(names[key] for key in standing.stopping()),
                self._busy,
            )
        )
        self._connection.use(draft, may_save=self._may_save, is_read=self._is_read)
        self.draft_changed.emit(draft)

    @property
    def draft(self) -> Draft:
        """The form as it is shown."""
        return self._draft

    @Slot(object)
    def take_over(self, web: WebSettings) -> None:
        """Fill in what the web application has; it is saved like anything that was edited."""
        if self._may_save and self._is_read:
            self._draft = replace(self._draft, edited=taken_over(self._draft.edited, web))
            self.show()

    def standing(self) -> Standing:
        """What the form says about itself now."""
        draft = self._draft
        return Standing(draft, dict(self._reference), self._held, dict(self._refused))

    @Slot(object)
    def use_newer(self, settings: Settings) -> None:
        """Take over settings that an act beside the form saved; what was edited stays."""
        if settings.version != self._draft.base.version:
            self._draft = self._draft.rebased(settings)
            self._reading.ask_anew()
            self.show()
            self.settings_saved.emit(settings)

    @Slot()
    def _lead_to_stopping(self) -> None:
        for key in self.standing().stopping()[:1]:
            self._tab.lead_to(key)
