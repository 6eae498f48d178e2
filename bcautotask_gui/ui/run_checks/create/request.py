"""A draft as the fields of the request, in text that can be read and copied."""

from datetime import UTC, datetime

from bcautotask_gui.domain.ticket_request import Value, fields_of
from bcautotask_gui.domain.tickets import TicketDraft


def request_text(draft: TicketDraft) -> str:
    """Every field by its name in Autotask, one on a line; the description last, as it is."""
    lines = {name: f"{name}: {_written(value)}" for name, value in fields_of(draft).items()}
    return "\n".join({**lines, "description": f"description:\n{draft.description}"}.values())


def _written(value: Value) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return "-" if value is None else str(value)
