"""The log as records to look at, and the bundle that support asks for; nothing secret in either."""

import json
import logging
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bcautotask_gui import logs
from bcautotask_gui.domain.errors import unusable_folder
from bcautotask_gui.domain.ports import Clock, SettingsStore
from bcautotask_gui.domain.schema_report import SchemaReport
from bcautotask_gui.domain.settings import Settings

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
API_LEVELS = ("WARNING", "INFO", "DEBUG")
API_LOGGER = "bcautotask_gui.autotask"
MOST_SHOWN = 2000
MOST_ERRORS = 50
_HEAD = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (?P<level>[A-Z]+) +"
    r"\[(?P<correlation>[^\]]*)\] (?P<name>[\w.]+): (?P<text>.*)"
)


@dataclass(frozen=True)
class LogRecord:
    """One record of the log.

    Attributes:
        at: as written, UTC.
        level: by its name.
        correlation: the id that ties the records of one act together, or "-".
        name: the part of the application that wrote it.
        text: with its further lines, if any.
    """

    at: str
    level: str
    correlation: str
    name: str
    text: str

    def __str__(self) -> str:
        """As it stands in the file."""
        return f"{self.at} {self.level:<8} [{self.correlation}] {self.name}: {self.text}"


class Diagnostics:
    """Reads the log files of this profile, and writes bundles beside them.

    Args:
        folder: the profile.
        versions: what runs here, by name.
        store: for the settings, which hold no secret.
        schema: what was found of the database.
        database: the address of the database without its password.
        clock: stamps the bundle.
    """

    def __init__(
        self,
        folder: Path,
        versions: Mapping[str, str],
        store: SettingsStore,
        schema: SchemaReport,
        database: str,
        clock: Clock,
    ) -> None:
        self._folder = folder
        self._versions = versions
        self._store = store
        self._schema = schema
        self._database = database
        self._clock = clock

    def read(self, least: str, sought: str) -> tuple[LogRecord, ...]:
        """The newest records, the oldest of them first.

        Args:
            least: the least level.
            sought: a correlation id, or words that a record holds, regardless of case; empty
                leaves none out.

        Raises:
            Failure: BLOCKED where the files cannot be read.
        """
        found: list[LogRecord] = []
        for file in self._files():
            fitting = [each for each in records_of(_text(file)) if _fits(each, least, sought)]
            found = fitting + found
            if len(found) >= MOST_SHOWN:
                break
        return tuple(found[-MOST_SHOWN:])

    def crashes(self) -> tuple[str, ...]:
        """The reports of what nobody expected, the newest first.

        Raises:
            Failure: BLOCKED where a report cannot be read.
        """
        return tuple(map(_text, self._crash_files()))

    def bundle(self) -> Path:
        """Writes a zip for support and answers where it lies.

        Raises:
            Failure: BLOCKED where it cannot be written, or what kept the database from answering.
        """
        at = self._clock.now()
        target = self._folder / f"diagnostics-{at:%Y%m%d-%H%M%S}.zip"
        errors = self.read("ERROR", "")[-MOST_ERRORS:]
        parts = {
            "versions.txt": _listed(self._versions),
            "database.txt": f"{self._database}\n\n{schema_words(self._schema)}",
            "settings.json": settings_words(self._store.read()),
            "errors.txt": "\n".join(map(str, errors)) or "No errors in the log.",
        }
        try:
            with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in parts.items():
                    archive.writestr(name, logs.cleaned(text))
                for file in self._files():
                    archive.writestr(f"logs/{file.name}", logs.cleaned(_text(file)))
                for file in self._crash_files():
                    archive.writestr(f"crashes/{file.name}", logs.cleaned(_text(file)))
        except OSError as error:
            raise unusable_folder(error) from error
        target.chmod(0o600)
        return target

    def _crash_files(self) -> Sequence[Path]:
        return sorted((self._folder / "crashes").glob("crash-*.txt"), reverse=True)

    def _files(self) -> Sequence[Path]:
        """The log files, the newest first."""
        folder = self._folder / "logs"
        return [
            path
            for path in (folder / f"bcautotask.log{end}" for end in ("", *_ENDS))
            if path.exists()
        ]


_ENDS = tuple(f".{number}" for number in range(1, logs.KEPT + 1))


def set_api_level(level: str) -> None:
    """Logs calls to Autotask from this level on; DEBUG also what was sent and came back.

    Args:
        level: one of `API_LEVELS`.
    """
    logging.getLogger(API_LOGGER).setLevel(level if level in API_LEVELS else "INFO")


def records_of(text: str) -> tuple[LogRecord, ...]:
    """The records of a log file; indented lines belong to the record above them."""
    found: list[LogRecord] = []
    for line in text.splitlines():
        head = _HEAD.fullmatch(line)
        if head:
            found.append(LogRecord(**head.groupdict()))
        elif found:
            last = found[-1]
            found[-1] = LogRecord(
                last.at, last.level, last.correlation, last.name, f"{last.text}\n{line}"
            )
    return tuple(found)


def settings_words(settings: Settings) -> str:
    """The settings as JSON; secrets are not among them, they lie in the keyring."""
    return json.dumps(_plain(settings), indent=1, default=str, ensure_ascii=False)


def schema_words(schema: SchemaReport) -> str:
    """What was looked for in the database, line by line."""
    lines = []
    for part in schema.parts:
        name = f"{part.table}.{part.column}" if part.column else part.table
        found = part.found or f"not found (looked for {', '.join(part.looked_for)})"
        rights = "may not be read" if part.is_forbidden else "writable" if part.can_write else ""
        lines.append(f"{name}: {found} {rights}".rstrip())
    return "\n".join(lines)


def _plain(value: object) -> object:
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


def _fits(record: LogRecord, least: str, sought: str) -> bool:
    if record.level in LEVELS and LEVELS.index(record.level) < LEVELS.index(least):
        return False
    wanted = sought.strip().casefold()
    return not wanted or wanted in str(record).casefold()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except OSError as error:
        raise unusable_folder(error) from error


def _listed(values: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in values.items())
