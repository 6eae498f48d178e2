"""Keeps the newest entry of the trail in the profile, and tells if an earlier one is gone."""

from PySide6.QtCore import QObject, QTimer, Slot

from bcautotask_gui.app.frame import Frame
from bcautotask_gui.domain.audit_chain import Link
from bcautotask_gui.services.audit import TrailKeeper
from bcautotask_gui.worker.jobs import Lane, Runner

# milliseconds; what is newer than this when the computer breaks is not remembered
EVERY = 60_000


class Trail(QObject):
    """Looks once a minute."""

    def __init__(
        self, keeper: TrailKeeper, jobs: Runner, frame: Frame, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper, self._jobs, self._frame = keeper, jobs, frame
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Looks at once, then every minute."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Looks no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Remembers the newest entry; a database that is away is looked at next time."""
        self._jobs.run(Lane.LOCAL, self._keeper.remember).done.connect(self._tell)

    @Slot(object)
    def _tell(self, gone: Link | None) -> None:
        if gone is None or self._has_told:
            return
        self._has_told = True
        words = self.tr(
            "The audit log no longer holds entry {id} as this computer saw it: the database is an "
            "older copy, or somebody changed it. Verify it in Settings, Audit log."
        )
        self._frame.tell(words.format(id=gone.id))
