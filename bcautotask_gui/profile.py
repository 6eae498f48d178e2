"""The folder with everything local to this workstation: logs, window memory, what was sent last."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

from platformdirs import user_data_path

from bcautotask_gui.domain.audit_chain import Link
from bcautotask_gui.domain.errors import unusable_folder

USUAL_LOCK_MINUTES = 30


class Profile:
    """One profile folder; its name is chosen by the person who starts the application."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._notes = Notes(folder / "profile.json")

    @property
    def id(self) -> str:
        """Stays with the folder; tells its claims from those of other workstations."""
        known = self._text("id")
        if not known:
            known = uuid4().hex
            self._notes.put("id", known)
        return known

    @property
    def lock_file(self) -> Path:
        """Held while the application runs on this profile."""
        return self.folder / "running.lock"

    @property
    def window_memory(self) -> Path:
        """Window size, column order, last tab."""
        return self.folder / "window.ini"

    @property
    def embedded_database(self) -> Path:
        """The workspace of those who have no database server."""
        return self.folder / "workspace.sqlite"

    @property
    def demo_folder(self) -> Path:
        """The sample data; removed with one click."""
        return self.folder / "demo"

    @property
    def database(self) -> str:
        """The address of the database that was chosen here, without its password, or empty."""
        return self._text("database")

    def remember_database(self, url: str) -> None:
        """Keeps the address for later starts; it holds no password."""
        self._notes.put("database", url)

    @property
    def set_up_step(self) -> str:
        """Where the guided set-up was left; empty before it and once it is done."""
        return self._text("set-up step")

    def remember_set_up_step(self, step: str) -> None:
        """Keeps where the guided set-up is; empty once it is done."""
        self._notes.put("set-up step", step)

    def send_memory(self, workspace_id: str) -> "SendMemory":
        """What this profile remembers of one workspace outside its database."""
        return SendMemory(self._notes, workspace_id)

    def trail_memory(self, workspace_id: str) -> "TrailMemory":
        """What this profile remembers of the trail of one workspace."""
        return TrailMemory(self._notes, workspace_id)

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the window locks itself; 0 is never."""
        known = _count(self._notes.get("lock after minutes"))
        return USUAL_LOCK_MINUTES if known is None else known

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._notes.put("lock after minutes", minutes)

    def _text(self, name: str) -> str:
        """What was noted as a text; anything else was not noted by us."""
        known = self._notes.get(name)
        return known if isinstance(known, str) and known.isprintable() else ""


def usual_folder() -> Path:
    """Where the profile lies unless somebody chose another place."""
    return user_data_path("bcautotask-gui", appauthor=False, roaming=True)


def _count(noted: Any) -> int | None:
    """A number from 0 that a database can hold, or None: a damaged note is a forgotten one."""
    is_number = isinstance(noted, int) and not isinstance(noted, bool)
    return noted if is_number and 0 <= noted < 2**63 else None


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unusable_folder(error) from error


class Notes:
    """A small JSON file that survives a crash at any moment.

    Every method raises `Failure` BLOCKED where the folder cannot be used.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()

    def get(self, name: str) -> Any:
        """What was noted under a name, or None."""
        with self._lock, _failures():
            return self._read().get(name)

    def put(self, name: str, value: Any) -> None:
        """Notes a value durably: it is on the disk when this returns."""
        with self._lock, _failures():
            self._write({**self._read(), name: value})

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text("utf-8"))
        except (FileNotFoundError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, notes: dict[str, Any]) -> None:
        fresh = self._file.with_suffix(".new")
        with open(fresh, "w", encoding="utf-8") as file:
            json.dump(notes, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._file)
        _keep_names(self._file.parent)


def _keep_names(folder: Path) -> None:
    """On POSIX a new name is on the disk once its folder is; Windows knows no such step."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems on a network refuse it
            os.fsync(opened)
    finally:
        os.close(opened)


class SendMemory:
    """The last `sending` that this profile saw; a database that holds less was restored."""

    def __init__(self, notes: Notes, workspace_id: str) -> None:
        self._notes = notes
        self._sent = f"last sending in {workspace_id}"
        self._restored = f"restored copy noticed in {workspace_id}"

    def last_sending(self) -> int:
        """The highest claim id that this profile saw in `sending`; 0 for a new profile."""
        return _count(self._notes.get(self._sent)) or 0

    def remember_sending(self, claim_id: int) -> None:
        """Keeps a claim id, durably, before the request goes out."""
        self._notes.put(self._sent, claim_id)

    def restored_at(self) -> datetime | None:
        """When a restored database was noticed, or None."""
        try:
            noted = datetime.fromisoformat(self._notes.get(self._restored))
        except (TypeError, ValueError):
            return None
        return noted if noted.tzinfo else None

    def remember_restored(self, at: datetime) -> None:
        """Keeps that moment."""
        self._notes.put(self._restored, at.isoformat())


class TrailMemory:
    """The newest entry of the trail that this profile saw, out of reach for who cuts the trail."""

    def __init__(self, notes: Notes, workspace_id: str) -> None:
        self._notes = notes
        self._name = f"newest entry in {workspace_id}"

    def newest_entry(self) -> Link | None:
        """The entry; None for a new profile."""
        match self._notes.get(self._name):
            case [number, str(seal)] if (known := _count(number)) and seal.isprintable():
                return Link(known, seal)
        return None

    def remember_entry(self, link: Link) -> None:
        """Keeps an entry, durably."""
        self._notes.put(self._name, [link.id, link.hash])
