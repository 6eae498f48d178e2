"""What Take over its settings does: it reads the web application's and fills in the form."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from bcautotask_gui.domain.web_settings import WebSettings
from bcautotask_gui.ui.settings.autotask_page import AutotaskPage
from bcautotask_gui.ui.settings.form import labels
from bcautotask_gui.ui.settings.presenter import SettingsPresenter
from bcautotask_gui.ui.shared.telling import OutcomePort, as_failure, told
from bcautotask_gui.worker.jobs import Lane, Runner


class TakeOverPresenter(QObject):
    """Nothing is saved by it."""

    def __init__(
        self,
        page: AutotaskPage,
        form: SettingsPresenter,
        read: Callable[[], WebSettings] | None,
        jobs: Runner,
        outcome: OutcomePort,
        *,
        may_save: bool,
        parent: QObject | None = None,
    ) -> None:
        """Wire the button.

        Args:
            page: Where the button is.
            form: Is filled in.
            read: Reads the web application's settings; None where there are none.
            jobs: Runs the work.
            outcome: Told how it ended.
            may_save: Whether the role may change settings.
            parent: Qt's parent.
        """
        super().__init__(parent)
        self._form = form
        self._read = read
        self._jobs = jobs
        self._outcome = outcome
        reason = "" if may_save else self.tr("Only an admin changes these settings.")
        if read is None:
            reason = self.tr("This database holds no settings of the web application.")
        page.take_over.set_reason(reason)
        page.take_over_asked.connect(self._start)

    @Slot()
    def _start(self) -> None:
        if self._read is not None:
            reading = self._jobs.run(Lane.LOCAL, self._read)
            reading.done.connect(self._fill_in)
            reading.failed.connect(self._fail)

    @Slot(object)
    def _fill_in(self, web: WebSettings) -> None:
        before = set(self._form.draft.changed())
        self._form.take_over(web)
        names = labels()
        new = [names[key] for key in self._form.draft.changed() if key not in before]
        if not new:
            self._outcome.tell(self.tr("The web application holds nothing else."))
            return
        place = told((web.environment or self._form.draft.environment).label)
        words = self.tr("Taken over for {place}, not saved yet: {names}.")
        self._outcome.tell(words.format(place=place, names=", ".join(new)))

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._outcome.tell("", as_failure(error))
