"""What the API user may do, and at which version of Autotask; asked by the connection test."""

from collections.abc import Mapping

from bcautotask_gui.autotask.client import Client
from bcautotask_gui.autotask.rows import flag, number
from bcautotask_gui.domain.connection import Access
from bcautotask_gui.domain.errors import Failure, Kind

ENTITIES = frozenset({"Companies", "Tickets", "TicketNotes", "TimeEntries"})


def version(client: Client) -> str:
    """The version of Autotask, as year and number.

    Raises:
        Failure: UNREADABLE, or what kept Autotask from answering.
    """
    content = client.get("Version")
    parts = [number(content.get(name)) for name in ("majorVersion", "minorVersion")]
    if parts[0] is None:
        raise Failure(Kind.UNREADABLE, "The answer holds no version.")
    return ".".join(str(part) for part in parts if part is not None)


def access(client: Client, entity: str) -> Access:
    """What the user may do with one kind of record.

    Raises:
        Failure: UNEXPECTED for an entity that is never used here, or what kept Autotask from
            answering.
    """
    if entity not in ENTITIES:
        raise Failure(Kind.UNEXPECTED, f"Nobody uses {entity} here.")
    info = client.get(f"{entity}/entityInformation").get("info")
    if not isinstance(info, dict):
        raise Failure(Kind.UNREADABLE, f"The description of {entity} holds no information.")
    return Access(_may(info, "Query"), _may(info, "Create"), _may(info, "Update"))


def _may(info: Mapping[str, object], act: str) -> bool:
    """Whether an act is possible and this user has it; restricted access is access."""
    if not flag(info, f"can{act}", otherwise=True):
        return False
    level = info.get(f"userAccessFor{act}")
    if isinstance(level, str) and not level.strip().isdecimal():
        return level.strip().lower() != "none"
    return number(level) != 0
