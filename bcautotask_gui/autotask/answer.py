"""One answer of the server, read as far as it can be read; nothing is judged here."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property

from bcautotask_gui.autotask.texts import told

HIGHEST = 2**63 - 1  # an id has at most 64 bits
_DETAIL_LIMIT = 4000
_LONGEST_SECRET = 1000  # in any of the forms in which it is known


@dataclass(frozen=True)
class Answer:
    """What came back, whole.

    Attributes:
        host: who answered.
        path: what was asked, below the version.
        beginning: of the body, as it came.
        data: the body as JSON, or None where it is none.
        errors: Autotask's own sentences, without secrets; empty where there are none.
        is_page: the body is a web page.
        wait: seconds that the server asked to wait, or None.
    """

    host: str
    path: str
    status: int
    beginning: str = field(default="", repr=False)
    data: object = field(default=None, repr=False)
    errors: tuple[str, ...] = ()
    is_page: bool = False
    wait: float | None = None

    @cached_property
    def text(self) -> str:
        """The body, cut and without secrets, for people; of a sound answer nobody asks for it.

        A secret that the cut would halve is left out whole.
        """
        if len(self.beginning) <= _DETAIL_LIMIT:
            return told(self.beginning)
        return told(self.beginning)[:-_LONGEST_SECRET]

    @property
    def is_success(self) -> bool:
        """Whether the status says so; the body may still hold errors."""
        return 200 <= self.status < 300

    @property
    def is_sound(self) -> bool:
        """Whether it is a success and a JSON object without errors."""
        is_object = isinstance(self.data, dict) and not self.is_page
        return self.is_success and is_object and not self.errors

    @property
    def content(self) -> Mapping[str, object]:
        """The JSON object; empty where the body is none."""
        return self.data if isinstance(self.data, dict) else {}

    @property
    def item_id(self) -> int | None:
        """The id that a write answers with, or None where none can be read."""
        return positive(self.content.get("itemId"))

    @property
    def words(self) -> str:
        """What the server says, word for word: its sentences, else its message, else the body."""
        message = self.content.get("Message") or self.content.get("message")
        if self.errors:
            return "; ".join(self.errors)
        return told(message) if isinstance(message, str) else self.text


def read(host: str, path: str, status: int, headers: Mapping[str, str], body: bytes) -> Answer:
    """Reads an answer; whatever the bytes are, this does not fail."""
    text = body.decode("utf-8", "replace")
    data = _json(text)
    return Answer(
        host,
        path,
        status,
        text[: _DETAIL_LIMIT + _LONGEST_SECRET],
        data,
        _errors(data),
        _is_page(headers.get("content-type", ""), text),
        _wait(headers),
    )


def positive(value: object) -> int | None:
    """A whole number above zero that an id may be, also as text; None for anything else."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,18}", value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= HIGHEST:
        return value
    return None


def _json(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _errors(data: object) -> tuple[str, ...]:
    found = data.get("errors", data.get("Errors")) if isinstance(data, dict) else None
    if not isinstance(found, list):
        return ()
    sentences = (told(each).strip() for each in found if isinstance(each, str))
    return tuple(filter(None, sentences))


def _is_page(content_type: str, text: str) -> bool:
    start = text.lstrip("\ufeff \t\r\n")[:15].lower()
    return "html" in content_type.lower() or start.startswith(("<!doctype", "<html", "<head"))


def _wait(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` in seconds; a date counts from the server's own clock."""
    asked = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,6}", asked):
        return float(asked)
    until, now = _date(asked), _date(headers.get("date", ""))
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else None
