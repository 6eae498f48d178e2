"""The log: one rotating file, ids that tie records together, and nothing secret in it."""

import base64
import json
import logging
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO
from urllib.parse import quote, quote_plus

REMOVED = "[removed]"
SHORTEST = 4  # characters; removing a shorter secret would show it by the holes it leaves
LARGEST = 2_000_000  # bytes of one log file
KEPT = 5  # older log files
ODD = "backslashreplace"  # what becomes of characters that no encoding knows

logger = logging.getLogger(__name__)

_current: ContextVar[str] = ContextVar("correlation", default="")


def correlation() -> str:
    """The id that ties the records of one act together: the current one, else a new one."""
    return _current.get() or os.urandom(4).hex()


@contextmanager
def correlated(identifier: str) -> Iterator[str]:
    """Puts all that is logged inside under this id."""
    token = _current.set(identifier)
    try:
        yield identifier
    finally:
        _current.reset(token)


_HEADER = r"(?:proxy-)?authorization|(?:set-)?cookie"
_NAME = (
    rf"{_HEADER}|(?:[\w-]*[-_])?secret|apisecret|apiintegrationcode|tracking[-_ ]?id(?:entifier)?"
    r"|\w*password|passwd|pwd|api[-_ ]?key|(?:\w*[-_])?token"
)
_QUOTE = r"""\\*["']"""  # with the backslashes it has where JSON or a repr was quoted once more
_INSIDE = r"(?:(?!(?P=value))(?:\\.|.))*"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "name": "value" and ('name', b'value')
        rf"(?P<kept>(?P<name>{_QUOTE})(?:{_NAME})(?P=name)\s*[:=,]\s*b?(?P<value>{_QUOTE})){_INSIDE}",
        # name='value'
        rf"(?P<kept>(?<![\w-])(?:{_NAME})\s*[:=]\s*b?(?P<value>{_QUOTE})){_INSIDE}",
        # Authorization: scheme value
        rf"(?P<kept>(?<![\w-])(?:{_HEADER})\s*[:=]\s*+)(?!{_QUOTE})[^\r\n]+",
        # name=value
        rf"(?P<kept>(?<![\w-])(?:{_NAME})(?:{_QUOTE})?\s*[:=]\s*)(?!\[removed\]|{_QUOTE})"
        r"""[^\s,;&)\]}"']+""",
        # scheme://user:pass/word@host, where a number before the path is a port; scheme://user@host
        r"""(?P<kept>\b[a-z][a-z0-9+.-]*://)(?:[^\s/?#:@\["'<>]*:(?!\d+(?:[/?#\s]|$))[^\s"'<>]*"""
        r"""|[^\s/?#"'<>]*)(?=@)""",
    )
]


class _Redactor:
    """Knows the secrets that must not be logged, in the forms in which they could appear."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forms: set[str] = set()
        self._known: re.Pattern[str] | None = None

    def __repr__(self) -> str:
        return f"<{len(self._forms)} forms of secrets>"

    def add(self, secret: str) -> None:
        with self._lock:
            self._forms |= _forms(secret)
            longest_first = sorted(self._forms, key=len, reverse=True)
            self._known = re.compile("|".join(map(re.escape, longest_first)))

    def cleaned(self, text: str) -> str:
        if self._known is not None:
            text = self._known.sub(REMOVED, text)
        for pattern in _PATTERNS:
            text = pattern.sub(rf"\g<kept>{REMOVED}", text)
        return text


def _forms(secret: str) -> set[str]:
    """The secret as text, in JSON, in a repr, in a URL and inside base64."""
    raw = secret.encode("utf-8", "surrogatepass")
    in_urls = {quote(raw, safe=""), quote(raw), quote_plus(raw)}
    in_urls |= {re.sub("%..", lambda code: code[0].lower(), form) for form in in_urls}
    quoted = {repr(secret)[1:-1], repr(raw)[2:-1]}
    quoted |= {json.dumps(secret, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False)}
    return {secret} | in_urls | quoted | _base64_forms(raw)


def _base64_forms(raw: bytes) -> set[str]:
    """What of it stands in a base64 text, whatever stands before and after it there."""
    forms = {base64.b64encode(raw), base64.urlsafe_b64encode(raw)}
    for before, first in ((0, 0), (1, 2), (2, 3)):
        whole = (before + len(raw)) * 8 // 6  # digits that hold nothing of what follows
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            forms.add(encode(bytes(before) + raw)[first:whole])
    return {form.decode() for form in forms if len(form) >= SHORTEST}


_redactor = _Redactor()


def redact(secret: str) -> None:
    """Keeps a secret out of all that is logged from now on, in any of its forms.

    Args:
        secret: what was read, typed or stored; shorter than 4 characters it is not looked for.
    """
    if len(secret) >= SHORTEST:
        _redactor.add(secret)


def cleaned(text: str) -> str:
    """The text without secrets that are known, credentials in headers and in addresses."""
    return _redactor.cleaned(text)


class _Formatter(logging.Formatter):
    """One record a line, in UTC and cleaned; further lines are indented, so that none is forged."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-8s [%(correlation)s] %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.correlation = _current.get() or "-"
        return "\n  ".join(cleaned(super().format(record)).splitlines())


class _Discreet(logging.Handler):
    """A handler that tells of its own failure without the record, which was not cleaned."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        kind = sys.exc_info()[0]
        if sys.stderr is not None:  # a windowed process on Windows has none
            sys.stderr.write(f"A log record was lost: {kind.__name__ if kind else 'unknown'}\n")


class _Console(_Discreet, logging.StreamHandler[TextIO]):
    pass


class _File(_Discreet, RotatingFileHandler):
    """A file that its owner alone may read."""

    def _open(self) -> TextIOWrapper:
        def for_owner(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, "a", encoding="utf-8", errors=ODD, opener=for_owner)

    def doRollover(self) -> None:  # noqa: N802
        try:
            super().doRollover()
        except OSError:  # Windows: a second instance holds the file; go on in this one
            if self.stream is None:
                self.stream = self._open()


_attached: list[logging.Handler] = []


def set_up(directory: Path, level: str = "INFO", console: bool = False) -> None:
    """Begins to log into `logs/bcautotask.log`; of other people's packages warnings only.

    Args:
        directory: the profile.
        level: the least level that is logged, by its name.
        console: whether records go to standard error as well.

    Raises:
        OSError: the file cannot be written.
        ValueError: there is no such level.
    """
    tear_down()
    logging.getLogger("bcautotask_gui").setLevel(level)
    folder = directory / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    _attach(_File(folder / "bcautotask.log", maxBytes=LARGEST, backupCount=KEPT))
    if console and sys.stderr is not None:
        _attach(_Console(sys.stderr))


def _attach(handler: logging.Handler) -> None:
    handler.setFormatter(_Formatter())
    logging.getLogger().addHandler(handler)
    _attached.append(handler)


def tear_down() -> None:
    """Ends logging and closes the file."""
    while _attached:
        handler = _attached.pop()
        logging.getLogger().removeHandler(handler)
        handler.close()
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] == "bcautotask_gui":
            logging.getLogger(name).setLevel(logging.NOTSET)


def install_hooks(report: Callable[[str, str], None]) -> Callable[[], None]:
    """Logs what nobody caught, on any thread, and reports it.

    Args:
        report: is handed the cleaned traceback and the correlation id, on the thread that failed.

    Returns:
        What puts the hooks back that were there before.
    """
    before, before_in_threads = sys.excepthook, threading.excepthook

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
        else:
            _report(error, report)

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            _report(args.exc_value, report)

    def undo() -> None:
        sys.excepthook, threading.excepthook = before, before_in_threads

    sys.excepthook, threading.excepthook = caught, caught_in_thread
    return undo


def _report(error: BaseException, report: Callable[[str, str], None]) -> None:
    with correlated(correlation()) as identifier:
        logger.critical("Nobody caught this", exc_info=error)
        try:
            report(cleaned("".join(traceback.format_exception(error))), identifier)
        except Exception:
            logger.exception("It could not be reported")
