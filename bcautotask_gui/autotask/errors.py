"""The one table of failures: what came back, what it means, and how a create ended by it."""

import ssl
from dataclasses import dataclass

import httpx

from bcautotask_gui.autotask import refusals
from bcautotask_gui.autotask.answer import Answer
from bcautotask_gui.autotask.texts import told
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.tickets import CreateAnswer, Ending

CONNECT_SECONDS = 15
READ_SECONDS = 60
_REFUSING = frozenset({400, 401, 403, 404, 405, 413, 415})
_BEFORE_SENDING = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
_SAYS_NOT_SENT = frozenset({Kind.NOT_SENT, Kind.UNREACHABLE, Kind.CERTIFICATE, Kind.ADDRESS})


@dataclass(frozen=True)
class Broken:
    """No whole answer came back.

    Attributes:
        failure: why, for a person.
        never_left: nothing of the request was sent, so it cannot have been executed.
    """

    failure: Failure
    never_left: bool


def broken_by(error: Exception, host: str, *, left: bool | None) -> Broken:
    """What an exception of the connection means.

    Args:
        error: what was raised.
        host: who was called.
        left: whether the request began to go out; None where that was not seen, so that the kind
            of the error decides.
    """
    early = isinstance(error, (*_BEFORE_SENDING, Failure))  # ours: raised before anything is sent
    never_left = early if left is None else not left
    failure = _failure_of_error(error, host)
    if left and failure.kind in _SAYS_NOT_SENT:
        failure = Failure(Kind.CUT, failure.detail or "It was broken off after its headers.")
    return Broken(failure, never_left)


def _failure_of_error(error: Exception, host: str) -> Failure:
    if isinstance(error, Failure):
        return error
    detail = told(f"{type(error).__name__}: {error}")
    if isinstance(error, httpx.ConnectError) and _by_tls(error):
        return Failure(Kind.CERTIFICATE, detail, host=host)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return Failure(Kind.UNREACHABLE, detail, host=host)
    if isinstance(error, httpx.TimeoutException):
        return Failure(Kind.TIMED_OUT, detail, seconds=READ_SECONDS)
    if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError):
        return Failure(Kind.CUT, detail)
    if isinstance(error, httpx.DecodingError):
        return Failure(Kind.UNREADABLE, detail)
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return Failure(Kind.ADDRESS, detail, address=host)
    return Failure(Kind.UNEXPECTED, detail)


def _by_tls(error: BaseException) -> bool:
    """Whether the encryption is behind it; what caused an error may lead round in a circle."""
    found: BaseException | None = error
    seen: list[BaseException] = []
    while found and found not in seen:
        if isinstance(found, ssl.SSLError):
            return True
        seen.append(found)
        found = found.__cause__ or found.__context__
    return False


def failure_of(answer: Answer, user: str = "") -> Failure | None:
    """What an answer fails by, or None where it is a JSON object without errors.

    Args:
        answer: what came back.
        user: the API user's name, for the sentence about an unknown user.
    """
    if answer.is_sound:
        return None
    detail = f"Status {answer.status} from {answer.host}: {answer.words}"
    if is_busy(answer):
        return Failure(Kind.BUSY, detail)
    if answer.status == 401:
        return Failure(Kind.CREDENTIALS, detail)
    if 300 <= answer.status < 400 or answer.status == 407:
        return Failure(Kind.NOT_AUTOTASK, detail, host=answer.host)
    if answer.errors:
        return refusals.failure_of(answer.errors, user)
    if answer.status >= 500:
        return Failure(Kind.SERVER, detail, status=answer.status)
    if answer.is_page:
        return Failure(Kind.NOT_AUTOTASK, detail, host=answer.host)
    return _client_failure(answer, detail) or _unreadable(answer, detail)


def _client_failure(answer: Answer, detail: str) -> Failure | None:
    if not 400 <= answer.status < 500:
        return None
    said = answer.words or f"status {answer.status}"
    if answer.status == 403:
        return Failure(Kind.PERMISSION, detail, text=said)
    if answer.status == 404:
        return Failure(Kind.ABSENT, detail, what="record at", id=answer.path)
    if answer.status == 408:
        return Failure(Kind.TIMED_OUT, detail, seconds=READ_SECONDS)
    return Failure(Kind.REFUSED, detail, text=said, advice="Copy the details for support.")


def _unreadable(answer: Answer, detail: str) -> Failure | None:
    readable = answer.is_success and isinstance(answer.data, dict)
    return None if readable else Failure(Kind.UNREADABLE, detail)


def is_busy(answer: Answer) -> bool:
    """Whether the call was turned away by a limit: never executed, whatever the status says."""
    return answer.status == 429 or refusals.is_about_limits(answer.errors)


def is_unauthorised(answer: Answer) -> bool:
    """Whether user, secret or tracking identifier were refused; some tenants say so in a 500."""
    failure = failure_of(answer)
    return failure is not None and failure.kind is Kind.CREDENTIALS


def ending_of(came_back: Answer | Broken, user: str = "") -> CreateAnswer:
    """How a request that creates something ended; the only place that decides it.

    What proves that nothing was executed is told apart from what proves nothing. An id proves
    that it was created, whatever else the answer holds.
    """
    if isinstance(came_back, Broken):
        ending = Ending.NOT_SENT if came_back.never_left else Ending.NOBODY_KNOWS
        return CreateAnswer(ending, failure=came_back.failure)
    if came_back.is_success and came_back.item_id:
        return CreateAnswer(Ending.CREATED, came_back.item_id)
    failure = failure_of(came_back, user)
    if is_busy(came_back):
        return CreateAnswer(Ending.COME_AGAIN, failure=failure, wait=came_back.wait or 0.0)
    proves_nothing = 300 <= came_back.status < 400 or came_back.status == 408
    if not proves_nothing and (came_back.errors or came_back.status in _REFUSING):
        return CreateAnswer(Ending.REFUSED, failure=failure)
    return CreateAnswer(Ending.NOBODY_KNOWS, failure=_failure_of_riddle(came_back))


def _failure_of_riddle(answer: Answer) -> Failure:
    """What to say of an answer that proves nothing: never that nothing was changed."""
    detail = f"Status {answer.status} from {answer.host}: {answer.words}"
    if answer.status == 408:
        return Failure(Kind.TIMED_OUT, detail, seconds=READ_SECONDS)
    if answer.status >= 400:
        return Failure(Kind.SERVER, detail, status=answer.status)
    if answer.is_page or answer.status >= 300:
        return Failure(Kind.NOT_AUTOTASK, detail, host=answer.host)
    return Failure(Kind.UNREADABLE, detail)
