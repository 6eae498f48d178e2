"""What Autotask offers to choose from: the picklists of one tenant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bcautotask_gui.domain.sentences import recalled


class TicketField(StrEnum):
    """The fields of a ticket whose values come from a list that is the same for all companies."""

    QUEUE = "queue"
    SOURCE = "source"
    STATUS = "status"
    PRIORITY = "priority"
    CATEGORY = "category"
    ISSUE_TYPE = "issue_type"
    SUB_ISSUE_TYPE = "sub_issue_type"
    WORK_TYPE = "work_type"
    NOTE_TYPE = "note_type"
    PUBLISH = "publish"

    @property
    def label(self) -> str:
        """The name on screen."""
        if self is TicketField.SUB_ISSUE_TYPE:
            return recalled("Sub-issue type")
        return recalled(self.value.replace("_", " ").capitalize())

    @property
    def small(self) -> str:
        """The name inside a sentence."""
        return recalled(self.label.lower())


@dataclass(frozen=True)
class PicklistValue:
    """One value of a picklist.

    Attributes:
        value: the id; Autotask's metadata writes it as text, its records as a number.
        label: Autotask's own word, for display only.
        is_active: inactive values stay on old tickets and cannot be newly set.
        sort_order: the order in which Autotask shows them.
        is_default: Autotask's own default.
        parent: the value of the parent field that it belongs to, or None.
    """

    value: int
    label: str
    is_active: bool = True
    sort_order: int = 0
    is_default: bool = False
    parent: int | None = None


@dataclass(frozen=True)
class ReferenceData:
    """The picklists of one tenant as last read.

    Attributes:
        picklists: the values by field, in Autotask's order.
        read_at: when they were read, aware, UTC.
    """

    picklists: Mapping[TicketField, tuple[PicklistValue, ...]]
    read_at: datetime

    def value(self, which: TicketField, value: int | None) -> PicklistValue | None:
        """The picklist value with this id, or None where Autotask does not know it."""
        return next((v for v in self.picklists.get(which, ()) if v.value == value), None)

    def label(self, which: TicketField, value: int | None) -> str:
        """Autotask's word for an id; the bare id where it is not known."""
        known = self.value(which, value)
        return known.label if known else ("" if value is None else str(value))

    def below(self, parent: int | None) -> tuple[PicklistValue, ...]:
        """The sub-issue types of an issue type that can be newly set; none without one."""
        offered = self.offered(TicketField.SUB_ISSUE_TYPE)
        return tuple(v for v in offered if parent is not None and v.parent in (None, parent))

    def offered(self, which: TicketField) -> tuple[PicklistValue, ...]:
        """The values that can be newly set."""
        return tuple(v for v in self.picklists.get(which, ()) if v.is_active)


def label_of(reference: ReferenceData | None, which: TicketField, value: int | None) -> str:
    """Autotask's word for an id; the bare id as long as no picklists were read."""
    if reference is not None:
        return reference.label(which, value)
    return "" if value is None else str(value)
