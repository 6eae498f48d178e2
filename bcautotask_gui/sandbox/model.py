"""What a tenant is made of: its API users, picklist values, ticket categories and custom fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from bcautotask_gui.sandbox.fields import Row


class Level(IntEnum):
    """What a security level allows for one act on one entity."""

    NONE = 0
    ALL = 1
    RESTRICTED = 2


@dataclass(frozen=True)
class Access:
    """What a user may do with one entity."""

    query: Level = Level.ALL
    create: Level = Level.ALL
    update: Level = Level.ALL
    delete: Level = Level.NONE


@dataclass
class ApiUser:
    """One API-only user.

    Attributes:
        name: its user name; any casing signs in.
        secret: never shown.
        tracking_id: the integration code it was made for; never shown.
        resource_id: the resource that it appears as on tickets and notes.
        access: by entity name; what is not named here is fully allowed.
        sees_non_billable: whether it sees non-billable time entries.
        locked: a locked user is answered like a wrong secret.
    """

    name: str
    secret: str = field(repr=False)
    tracking_id: str = field(repr=False)
    resource_id: int
    access: dict[str, Access] = field(default_factory=dict)
    sees_non_billable: bool = True
    locked: bool = False

    def may(self, entity: str) -> Access:
        """What this user may do with an entity."""
        return self.access.get(entity, Access())


@dataclass(frozen=True)
class PickValue:
    """One value of a picklist; `parent` is the value of the parent field, or None."""

    value: int
    label: str
    is_default: bool = False
    is_active: bool = True
    is_system: bool = False
    parent: int | None = None


@dataclass(frozen=True)
class Category:
    """A ticket category: which further fields it demands, and what it fills in.

    Attributes:
        id: the value of `ticketCategory`.
        name: at most 30 characters.
        required: fields demanded on top of what every ticket needs.
        defaults: ticket fields that are filled in where a create leaves them out.
        due_after_hours: supplies the due date; None where the caller must.
        is_active: whether it can be newly set.
        is_api_only: hidden in Autotask's own screens.
        is_default: taken where a create names none.
    """

    id: int
    name: str
    required: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    due_after_hours: float | None = None
    is_active: bool = True
    is_api_only: bool = False
    is_default: bool = False


@dataclass(frozen=True)
class CustomField:
    """A user-defined field of an entity."""

    name: str
    label: str
    kind: str = "string"
    length: int = 255


@dataclass(frozen=True)
class TicketUpdate:
    """One full update of a ticket as it was executed, for reports.

    Attributes:
        ticket_id: which ticket.
        at: when, as written on the wire.
        sent: the body's fields by their proper names.
        before: the ticket before it.
        after: the ticket after it.
    """

    ticket_id: int
    at: str
    sent: Row
    before: Row
    after: Row
