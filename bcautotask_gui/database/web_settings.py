"""Reads the settings of the web application, its secrets aside."""

from typing import Any

from sqlalchemy import select

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.domain.web_settings import WebSettings, read_environment

_COLUMNS = {
    "autotask_environment": "environment",
    "autotask_api_username": "user_name",
    "autotask_base_url": "base_url",
    "timezone": "time_zone",
    "autotask_queue_id": "queue",
    "autotask_source_id": "source",
    "autotask_status_id": "status",
    "autotask_priority_warning": "warning",
    "autotask_priority_error": "error",
}
_TEXTS = ("user_name", "base_url", "time_zone")
_NUMBERS = ("queue", "source", "status", "warning", "error")


class WebSettingsReader:
    """Columns that are not there are left out."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    @property
    def is_there(self) -> bool:
        """Whether the web application keeps anything of Autotask that can be read."""
        return self._ground.theirs.has("settings") and bool(self._names())

    def read(self) -> WebSettings:
        """What it holds now.

        Raises:
            Failure: TABLE_MISSING, or what kept the database from answering.
        """
        table, names = self._ground.theirs["settings"], self._names()
        chosen = [table[word].label(name) for word, name in names.items()]
        with self._ground.connections.reading() as connection:
            row = connection.execute(select(*chosen).order_by(table["id"]).limit(1)).first()
        found = dict(row._mapping) if row else {}
        values: dict[str, Any] = {name: _text(found.get(name)) for name in _TEXTS}
        values |= {name: _number(found.get(name)) for name in _NUMBERS}
        return WebSettings(read_environment(_text(found.get("environment"))), **values)

    def _names(self) -> dict[str, str]:
        table = self._ground.theirs["settings"]
        return {word: name for word, name in _COLUMNS.items() if table.has(word)}


def _text(value: object) -> str:
    """A text; a file keeps anything in any column, and what is no text is none."""
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    """A whole number, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
