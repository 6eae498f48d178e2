"""How the form is saved: typed secrets first, then the settings; nothing typed is lost."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.services.secret_keeper import SecretKeeper
from bcautotask_gui.services.settings import SettingsService
from bcautotask_gui.ui.settings.form import Draft, labels
from bcautotask_gui.ui.settings.saving.trouble import TroubleLine
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, details_of, sentence_of, told
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.ui.messages import Messages
    from bcautotask_gui.worker.job import Job

Held = frozenset[tuple[Environment, str]]

_NO_KEYRING = (
    Kind.KEYRING_ABSENT,
    Kind.KEYRING_LOCKED,
    Kind.KEYRING_REFUSED,
    Kind.KEYRING_SLOW,
)


class SavingPresenter(QObject):
    """Saves one draft at a time."""

    busy_changed = Signal(str)
    """What is under way; empty when nothing is."""
    secrets_kept = Signal(object)
    """Which secrets this workstation holds after typed ones were kept or one was forgotten."""
    saved = Signal(object)
    """The Settings now in force."""
    refused = Signal(str, str)
    """Name of a value, and why it cannot be saved."""
    reload_asked = Signal()
    save_asked = Signal()
    """The person chose a way out after which saving may work."""

    def __init__(
        self,
        trouble: TroubleLine,
        service: SettingsService,
        keeper: SecretKeeper,
        jobs: Runner,
        messages: "Messages",
        outcome: OutcomePort,
        use_session_only: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._trouble = trouble
        self._service = service
        self._keeper = keeper
        self._jobs = jobs
        self._messages = messages
        self._outcome = outcome
        self._use_session_only = use_session_only
        self._is_for_session = False
        self._acting: Job | None = None
        self._waiting: Settings | None = None
        self._again: Callable[[], None] | None = None
        self._way_out: Callable[[], None] | None = None
        trouble.way_out_asked.connect(self._take_way_out)
        trouble.copy_requested.connect(messages.copy)

    def save(self, draft: Draft, *, may_save: bool) -> None:
        """Keep what was typed, then save the settings where they differ and the role may.

        Args:
            draft: the form.
            may_save: whether the role may change settings.
        """
        if self._acting is not None:
            return
        self._trouble.clear()
        self._again = self.save_asked.emit
        self._waiting = draft.to_save() if may_save and draft.has_changed_settings else None
        typed = dict(draft.typed)
        for text in typed.values():
            logs.redact(text)
        if typed:
            self.busy_changed.emit(self.tr("Waiting for this computer's keyring…"))
            act = self._jobs.run(Lane.KEYRING, _keep, self._keeper, typed)
            self._watch(act, self._tell_kept, self._tell_unkept)
        else:
            self._save_settings()

    @Slot(object)
    def _tell_kept(self, held: Held) -> None:
        self.secrets_kept.emit(held)
        if self._waiting is None:
            self._outcome.tell(
                self.tr("The secrets are kept for this session only.")
                if self._is_for_session
                else self.tr("The secrets are kept on this computer.")
            )

    def _save_settings(self) -> None:
        if self._waiting is None:
            return
        settings, self._waiting = self._waiting, None
        self.busy_changed.emit(self.tr("Saving…"))
        act = self._jobs.run(Lane.LOCAL, self._service.save, settings)
        self._watch(act, self._tell_saved, self._tell_unsaved)

    @Slot(object)
    def _tell_saved(self, settings: Settings) -> None:
        self.saved.emit(settings)
        self._outcome.tell(self.tr("Settings saved."))

    def ask_to_forget(self, environment: Environment, name: str) -> None:
        """Ask, then remove a secret from this workstation's keyring."""
        sentence = self.tr(
            "This computer forgets the {name} of {environment}; others keep theirs. Without it "
            "this computer cannot reach Autotask."
        ).format(name=labels()[name], environment=told(environment.label))
        title = self.tr("Forget {name}").format(name=labels()[name])
        forget = partial(self._forget, environment, name)
        self._messages.ask(title, sentence, self.tr("Forget"), forget)

    def _forget(self, environment: Environment, name: str) -> None:
        if self._acting is None:
            self._waiting = None
            self._again = partial(self._forget, environment, name)
            act = self._jobs.run(Lane.KEYRING, _forget, self._keeper, environment, name)
            self._watch(act, self._tell_forgotten, self._tell_unkept)

    @Slot(object)
    def _tell_forgotten(self, held: Held) -> None:
        self.secrets_kept.emit(held)
        self._outcome.tell(self.tr("This computer has forgotten it."))

    # how an act ends ---------------------------------------------------------------------

    def _watch(self, act: "Job", done: object, failed: object) -> None:
        self._acting = act
        act.done.connect(done)
        act.failed.connect(failed)
        act.finished.connect(self._end)

    @Slot(object)
    def _end(self, _act: "Job") -> None:
        self._acting = None
        self.busy_changed.emit("")
        self._save_settings()

    @Slot(object)
    def _tell_unkept(self, error: object) -> None:
        """The keyring did not take it: say so, and offer to keep it in memory."""
        failure = as_failure(error)
        self._waiting = None
        way_out = ""
        if failure.kind in _NO_KEYRING:
            way_out = self.tr("Keep for this session only")
            self._way_out = self._keep_for_session
        self.show_trouble(failure, self._details(failure), way_out)
        self._outcome.tell("", failure)

    def _keep_for_session(self) -> None:
        self._use_session_only()
        self._is_for_session = True
        if self._again is not None:
            self._again()

    @Slot(object)
    def _tell_unsaved(self, error: object) -> None:
        failure = as_failure(error)
        if failure.kind is Kind.INVALID_SETTINGS:
            self.refused.emit(failure.field, told(failure.happened))
        elif failure.kind is Kind.STALE:
            self._way_out = self.reload_asked.emit
            sentence = self.tr(
                "{who} saved the settings meanwhile; yours were not saved. Reload keeps what you "
                "changed."
            ).format(who=failure.values.get("who") or self.tr("Somebody"))
            self._trouble.tell(sentence, self._details(failure), self.tr("Reload"))
        else:
            self.show_trouble(failure, self._details(failure))
        self._outcome.tell("", failure)

    def offer(self, sentence: str, way_out: str, act: Callable[[], None]) -> None:
        """Say something that a person may act on.

        Args:
            sentence: what is.
            way_out: the text of the button.
            act: what the button does.
        """
        self._way_out = act
        self._trouble.tell(sentence, "", way_out)

    def show_trouble(self, failure: Failure, details: str, way_out: str = "") -> None:
        """Show what kept an act from its end.

        Args:
            failure: what went wrong.
            details: what Copy details copies.
            way_out: the text of the button beside it, or none.
        """
        self._trouble.tell(sentence_of(failure), details, way_out)

    def _details(self, failure: Failure) -> str:
        return details_of(failure, self._acting.correlation if self._acting else "")

    @Slot()
    def _take_way_out(self) -> None:
        self._trouble.clear()
        way_out, self._way_out = self._way_out, None
        if way_out is not None:
            way_out()


def _keep(keeper: SecretKeeper, typed: Mapping[tuple[Environment, str], str]) -> Held:
    for (environment, name), value in typed.items():
        keeper.store(environment, name, value)
    return keeper.held()


def _forget(keeper: SecretKeeper, environment: Environment, name: str) -> Held:
    keeper.forget(environment, name)
    return keeper.held()
