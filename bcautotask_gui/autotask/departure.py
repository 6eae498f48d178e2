"""Watches a request go out, and stops it while that is still possible."""

from collections.abc import Callable, Mapping

from bcautotask_gui.domain.errors import Failure, Kind


class Departure:
    """Asks at the last moments whether the request may go, and sees whether it went.

    httpx calls it at each step of a request. Making the connection can take long, and a computer
    can sleep in between, so the question is put when the headers are about to be written, and
    once more for the body. Steps of a proxy's CONNECT are not the request itself.

    Args:
        may_send: asked; on False, and where it raises, nothing more is sent.
    """

    def __init__(self, may_send: Callable[[], bool]) -> None:
        self._may_send = may_send
        self._was_seen = False
        self._has_left = False

    def __call__(self, event: str, info: Mapping[str, object]) -> None:
        """One step of the request, named by httpx's `trace` extension.

        Raises:
            Failure: NOT_SENT where the request may not go out any more.
        """
        self._was_seen = True
        if _is_of_proxy(info):
            return
        if event.endswith("send_request_headers.started"):
            self._ask()
            self._has_left = True
        elif event.endswith("send_request_body.started"):
            self._ask()

    @property
    def left(self) -> bool | None:
        """Whether the request began to go out; None where no step was seen at all."""
        return self._has_left if self._was_seen else None

    def _ask(self) -> None:
        if not self._may_send():
            raise Failure(Kind.NOT_SENT, why="too much time passed since it was decided")


def _is_of_proxy(info: Mapping[str, object]) -> bool:
    return getattr(info.get("request"), "method", b"") == b"CONNECT"
