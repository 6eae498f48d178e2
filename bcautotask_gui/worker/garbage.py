"""Frees what circles of references hold, on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

# milliseconds between two looks; one is a comparison of numbers where nothing is due
_LOOK_EVERY = 2_000


class GarbageCollector(QObject):
    """Python's own collector, moved to the GUI thread for as long as this is open.

    Python collects in whichever thread makes the next object, which is mostly a lane. A circle
    that holds an object of Qt would then be destroyed there, and its timers and waiting events
    with it, while the GUI thread may be about to deliver one: that ends the process without a
    word. By itself Python could also collect in the middle of a paint.
    """

    def __init__(self) -> None:
        super().__init__()
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begins to look; until then nothing is collected at all, so that a start is quick."""
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collects what is due."""
        collect_what_is_due()

    def close(self) -> None:
        """Leaves collecting to Python again, as it was."""
        self._timer.stop()
        if self._was_on:
            gc.enable()


def collect_what_is_due() -> None:
    """Collects the oldest generation that has reached Python's own threshold, if any has."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold
    ]
    if due:
        gc.collect(due[-1])
