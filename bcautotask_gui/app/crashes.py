"""Reports of what nobody expected: one redacted file each, on this computer and nowhere else."""

import faulthandler
import logging
import os
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import Failure, Kind

logger = logging.getLogger(__name__)

KEPT = 20
"""Reports; the oldest go first."""
MOST_IN_ONE_RUN = 10
_FATAL = "while-running.txt"


class CrashReports(logging.Handler):
    """Listens to the log, where every error ends that nobody caught, on whichever thread.

    What kills the process itself, such as a fault inside Qt, is written by the interpreter into
    a file of its own, which the next start turns into a report.

    Attributes:
        folder: where the reports lie.
        earlier: the report of an earlier run that ended with it, or None.
    """

    def __init__(self, profile: Path, versions: Mapping[str, str]) -> None:
        """Begins to listen; `close` ends it.

        Args:
            profile: the folder with everything local.
            versions: what runs here, by name.
        """
        super().__init__(logging.ERROR)
        self.folder = profile / "crashes"
        self._versions = versions
        self._known: set[str] = set()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.earlier = self._take_over()
        self._fatal: IO[Any] = _open(self.folder / _FATAL, "w")
        faulthandler.enable(self._fatal)
        logging.getLogger().addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a report where the record tells of an error that nobody expected."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or _is_expected(error):
            return
        place = _place_of(error)
        if place in self._known or len(self._known) >= MOST_IN_ONE_RUN:
            return  # such as a picture that fails at every stroke
        self._known.add(place)
        try:
            self._write(record.getMessage(), error)
        except OSError:
            logger.warning("A report could not be written", exc_info=True)

    def close(self) -> None:
        """Listens no more; a run that ends here did not crash."""
        logging.getLogger().removeHandler(self)
        if not self._fatal.closed:
            faulthandler.disable()
            self._fatal.close()
            (self.folder / _FATAL).unlink(missing_ok=True)
        super().close()

    def _write(self, what: str, error: BaseException) -> None:
        told = "".join(traceback.format_exception(error))
        correlation = logs.correlation()
        text = f"{what}\nCorrelation id: {correlation}\n\n{told}"
        self._keep(datetime.now(UTC), correlation, text)

    def _keep(self, at: datetime, mark: str, text: str) -> Path:
        path = self.folder / f"crash-{at:%Y%m%d-%H%M%S}-{mark}.txt"
        listed = "\n".join(f"{name}: {value}" for name, value in self._versions.items())
        with _open(path, "w") as file:
            file.write(logs.cleaned(f"{at:%Y-%m-%d %H:%M:%S} UTC\n{listed}\n\n{text}"))
        for old in sorted(self.folder.glob("crash-*.txt"), reverse=True)[KEPT:]:
            old.unlink(missing_ok=True)
        return path

    def _take_over(self) -> Path | None:
        """The last words of an earlier run; one that was merely killed left none."""
        left = self.folder / _FATAL
        try:
            said = left.read_text("utf-8", errors="replace")
            at = datetime.fromtimestamp(left.stat().st_mtime, UTC)
        except OSError:
            return None
        if not said.strip():
            return None
        return self._keep(at, "ended", f"The application was ended by this.\n\n{said}")


def _open(path: Path, mode: str) -> IO[Any]:
    """A text file that its owner alone may read."""

    def for_owner(name: str, flags: int) -> int:
        return os.open(name, flags, 0o600)

    return open(path, mode, encoding="utf-8", errors=logs.ODD, opener=for_owner)


def _is_expected(error: BaseException) -> bool:
    """A failure with words for people is no defect."""
    return isinstance(error, Failure) and error.kind is not Kind.UNEXPECTED


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} {where}"
