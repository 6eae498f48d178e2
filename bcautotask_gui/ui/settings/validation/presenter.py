"""What Validate configuration does: it judges the form and leads to what must be mended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from bcautotask_gui.services.validation import MAPPING, Finding, Validation
from bcautotask_gui.ui.settings.form import Draft, labels
from bcautotask_gui.ui.settings.tab import SettingsTab
from bcautotask_gui.ui.settings.validation.dialog import ValidationDialog
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, told
from bcautotask_gui.ui.theme import Theme
from bcautotask_gui.worker.jobs import Lane, Runner

if TYPE_CHECKING:
    from bcautotask_gui.worker.job import Job


class ValidationPresenter(QObject):
    """Judges in a lane, since the mappings are counted in the database."""

    mapping_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        tab: SettingsTab,
        service: Validation,
        jobs: Runner,
        outcome: OutcomePort,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tab = tab
        self._service = service
        self._jobs = jobs
        self._outcome = outcome
        self._draft: Draft | None = None
        self._judging: Job | None = None
        tab.connection.validate_asked.connect(self._start)

    @Slot(object)
    def use(self, draft: Draft) -> None:
        """Follow the form."""
        self._draft = draft

    @Slot()
    def _start(self) -> None:
        if self._draft is None or self._judging is not None:
            return
        typed = frozenset(self._draft.typed_here())
        self._judging = self._jobs.run(Lane.LOCAL, self._service.run, self._draft.to_save(), typed)
        self._judging.done.connect(self._show)
        self._judging.failed.connect(self._fail)
        self._judging.finished.connect(self._end)

    @Slot(object)
    def _show(self, found: tuple[Finding, ...]) -> None:
        assert self._draft is not None
        names = {**labels(), MAPPING: self.tr("Customers")}
        lines = tuple((each.place, names[each.place], told(each.sentence)) for each in found)
        environment = told(self._draft.environment.label)
        dialog = ValidationDialog(self._theme, lines, environment, self._tab.window())
        dialog.place_wanted.connect(self._lead)
        if found:
            self._outcome.tell(self.tr("{n} to mend before a ticket.").format(n=len(found)))
        else:
            self._outcome.tell(self.tr("Nothing would stop a ticket."))
        dialog.open()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._outcome.tell("", as_failure(error))

    @Slot(object)
    def _end(self, _job: "Job") -> None:
        self._judging = None

    @Slot(str)
    def _lead(self, place: str) -> None:
        if place == MAPPING:
            self.mapping_wanted.emit()
        else:
            self._tab.lead_to(place)
