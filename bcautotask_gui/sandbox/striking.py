"""Carries a fault out on one call: before it is executed, after it, or on its answer."""

from collections.abc import Callable

from werkzeug.wrappers import Response

from bcautotask_gui.sandbox import answers
from bcautotask_gui.sandbox.faults import Fault, FaultKind
from bcautotask_gui.sandbox.tenant import Tenant

INSIDE = {FaultKind.DELAY, FaultKind.STALE, FaultKind.NOT_STICKING, FaultKind.NO_ID}
"""These work while the call is executed."""


class CutError(ConnectionError):
    """The connection is to be reset instead of answered."""


def strike(fault: Fault, execute: Callable[[], Response]) -> Response:
    """The answer of a call that a fault strikes.

    Args:
        fault: what goes wrong.
        execute: the call itself.

    Raises:
        CutError: there is no answer.
    """
    if fault.kind in INSIDE:
        return execute()
    if fault.kind in (FaultKind.CUT_BODY, FaultKind.CUT_JSON):
        return _halved(execute(), announce_all=fault.kind is FaultKind.CUT_BODY)
    if fault.after:
        execute()
    return _answer(fault)


def undo_last_update(tenant: Tenant, fields: tuple[str, ...]) -> None:
    """Set fields of the ticket updated last back, as a workflow rule does."""
    last = tenant.updates[-1]
    row = tenant.tables.rows("Tickets")[last.ticket_id]
    row.update({name: last.before[name] for name in fields})
    if row["status"] not in tenant.completing:
        row["completedDate"] = row["resolvedDateTime"] = row["completedByResourceID"] = None


def delayed(
    fault: Fault, handle: Callable[[], Response], hold: Callable[[float], None]
) -> Response:
    """The answer of a call that is held back before or after it was carried out."""
    if not fault.after:
        hold(fault.seconds)
        return handle()
    response = handle()
    hold(fault.seconds)
    return response


def _halved(response: Response, *, announce_all: bool) -> Response:
    """Half of an answer; with its whole length announced, the client waits for the rest."""
    whole = response.get_data()
    response.set_data(whole[: len(whole) // 2])
    if announce_all:
        response.headers["Content-Length"] = str(len(whole))
    return response


def _answer(fault: Fault) -> Response:
    """What comes instead of the call's own answer."""
    status = fault.answer_status
    if fault.kind is FaultKind.CUT:
        raise CutError
    if fault.kind is FaultKind.UNAUTHORISED:
        return answers.unauthorised("127.0.0.1")
    if fault.kind is FaultKind.REDIRECT:
        return Response(b"", status, headers={"Location": fault.location})
    if fault.kind is FaultKind.PAGE:
        return answers.page("The service is unavailable.", status)
    if fault.kind is FaultKind.TOO_MANY:
        response = answers.refusal(fault.errors or (answers.THREADS.format(3),), status)
        if fault.retry_after:
            response.headers["Retry-After"] = fault.retry_after
        return response
    return answers.refusal(fault.errors, status) if fault.errors else Response(b"", status)
