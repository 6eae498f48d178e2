"""A ticket in full: what an update copies, what it changes, and what differs between two readings.

An update replaces the whole ticket (contract section 4): what it leaves out becomes empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bcautotask_gui.domain.tickets import Ticket

RESOLUTION_LIMIT = 32_000
# Autotask moves these by itself, also when a note is added
_ACTIVITY = frozenset(
    name.lower()
    for name in (
        "firstResponseDateTime",
        "lastActivityDate",
        "lastActivityPersonType",
        "lastActivityResourceID",
        "lastCustomerNotificationDateTime",
        "lastCustomerVisibleActivityDateTime",
        "lastTrackedModificationDateTime",
    )
)
# read-only, and yet what a colleague who completes or reopens a ticket changes
_COMPLETION = frozenset({"completeddate", "resolveddatetime"})


@dataclass(frozen=True)
class FullTicket:
    """A ticket with every field that the API shows.

    Attributes:
        ticket: what the application knows by name.
        resolution: the resolution text.
        fields: every value by its name on the wire, as read; user-defined fields included.
        writable: the names of those that an update replaces, also where they were not shown.
    """

    ticket: Ticket
    resolution: str = ""
    fields: Mapping[str, object] = field(default_factory=dict, repr=False)
    writable: frozenset[str] = frozenset()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The fields that an update replaces and Autotask did not show, in alphabetical order.

        An update cannot copy them, so it leaves them out as well.
        """
        return tuple(sorted(self.writable - self.fields.keys()))


@dataclass(frozen=True)
class TicketChange:
    """The only fields that an update may change; None leaves a field as it is."""

    resolution: str | None = None
    status: int | None = None

    @property
    def names(self) -> frozenset[str]:
        """The changed fields by their names on the wire."""
        return frozenset(name for name, value in vars(self).items() if value is not None)


def differences(
    before: FullTicket, after: FullTicket, besides: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The fields that somebody changed between two readings, in alphabetical order.

    Compared is what an update can replace and what completing a ticket stamps. Stamps of the last
    activity are left aside: our own note moves them.

    Args:
        before: the earlier reading.
        after: the later one.
        besides: names on the wire that were meant to change.
    """
    compared = {name.lower() for name in before.writable | after.writable} | _COMPLETION
    left_aside = _ACTIVITY | {name.lower() for name in besides}
    old, new = _by_small_name(before), _by_small_name(after)
    return tuple(
        sorted(
            name
            for name in {**before.fields, **after.fields}
            if name.lower() in compared - left_aside
            and old.get(name.lower()) != new.get(name.lower())
        )
    )


def with_text(resolution: str, text: str) -> str:
    """The resolution with our text below what a colleague may have written there."""
    if has_text(resolution, text):
        return resolution
    kept = resolution.strip()
    return f"{kept}\n\n{text}" if kept else text


def has_text(resolution: str, text: str) -> bool:
    """Whether our text stands in a resolution, however Autotask keeps its line ends."""
    return " ".join(text.split()) in " ".join(resolution.split())


def _by_small_name(ticket: FullTicket) -> dict[str, object]:
    return {name.lower(): _plain(value) for name, value in ticket.fields.items()}


def _plain(value: object) -> object:
    """Empty text and null are the same; user-defined fields compare by name, in any order."""
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        pairs = ((each.get("name"), each.get("value")) for each in value)
        return sorted((pair for pair in pairs if pair[1] not in (None, "")), key=str)
    return None if value == "" else value
