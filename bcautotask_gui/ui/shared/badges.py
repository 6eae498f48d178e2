"""Badges: which icon, colour and shape each state has."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.connection import CheckState

translate = QCoreApplication.translate


class Badge(StrEnum):
    """Every state that is shown as an icon with a word."""

    FAILED = "failed"
    ERROR = "error"
    WARNING = "warning"
    MISSED = "missed"
    SUCCESS = "success"
    OVERRIDE = "override"
    UNKNOWN_STATUS = "unknown_status"

    MAPPED = "mapped"
    RENAMED = "renamed"
    MISSING = "missing"
    INVALID = "invalid"

    TICKET_OPEN = "ticket_open"
    TICKET_COMPLETE = "ticket_complete"
    TICKET_DELETED = "ticket_deleted"
    TICKET_WAITING = "ticket_waiting"
    TICKET_CREATING = "ticket_creating"
    TICKET_MANUAL = "ticket_manual"

    EXACT = "exact"
    SIMILAR = "similar"
    NO_MATCH = "no_match"
    TAKEN = "taken"
    INACTIVE = "inactive"

    DONE = "done"
    RUNNING = "running"
    TO_COME = "to_come"
    LOOK_HERE = "look_here"
    STEP_FAILED = "step_failed"


@dataclass(frozen=True)
class Look:
    """How a badge is drawn: colours are token names, None is none."""

    icon: str
    icon_token: str
    text_token: str
    ground: str | None = None
    edge: str | None = None
    dashed: bool = False
    pill: bool = False

    @property
    def bare(self) -> bool:
        """Without ground and edge, so the icon starts at the left edge."""
        return self.ground is None and self.edge is None


def _box(family: str, icon: str, *, pill: bool = False) -> Look:
    return Look(icon, f"{family}_icon", f"{family}_text", ground=f"{family}_ground", pill=pill)


def _dashed(icon: str) -> Look:
    return Look(icon, "none_icon", "none_text", edge="none_icon", dashed=True)


def _outlined(icon: str, icon_token: str) -> Look:
    return Look(icon, icon_token, "none_text", edge="line", pill=True)


LOOKS: dict[Badge, Look] = {
    Badge.FAILED: _box("failed", "circle-x"),
    Badge.ERROR: _box("failed", "circle-x"),
    Badge.WARNING: _box("warning", "triangle-warning"),
    Badge.MISSED: _dashed("clock-dashed"),
    Badge.SUCCESS: Look("check", "good_icon", "good_text"),
    Badge.OVERRIDE: _box("info", "check-open-ring"),
    Badge.UNKNOWN_STATUS: _dashed("help"),
    Badge.MAPPED: Look("link", "good_icon", "none_text"),
    Badge.RENAMED: _box("info", "pencil"),
    Badge.MISSING: _dashed("broken-link"),
    Badge.INVALID: _box("failed", "no-entry"),
    Badge.TICKET_OPEN: _outlined("dot", "info_icon"),
    Badge.TICKET_COMPLETE: _outlined("check", "good_icon"),
    Badge.TICKET_DELETED: _box("failed", "bin", pill=True),
    Badge.TICKET_WAITING: _box("waiting", "hourglass", pill=True),
    Badge.TICKET_CREATING: _box("waiting", "ring", pill=True),
    Badge.TICKET_MANUAL: _outlined("note", "waiting_icon"),
    Badge.EXACT: _box("good", "check-ring"),
    Badge.SIMILAR: _box("warning", "help"),
    Badge.NO_MATCH: _dashed("minus"),
    Badge.TAKEN: _box("waiting", "lock"),
    Badge.INACTIVE: _box("failed", "no-entry"),
    Badge.DONE: Look("check", "good_icon", "text"),
    Badge.RUNNING: Look("ring", "info_icon", "text"),
    Badge.TO_COME: Look("circle", "none_icon", "muted"),
    Badge.LOOK_HERE: Look("triangle-warning", "warning_icon", "text"),
    Badge.STEP_FAILED: Look("circle-x", "failed_icon", "text"),
}


CHECK_BADGES = {
    CheckState.TO_COME: Badge.TO_COME,
    CheckState.RUNNING: Badge.RUNNING,
    CheckState.PASSED: Badge.DONE,
    CheckState.LOOK_HERE: Badge.LOOK_HERE,
    CheckState.FAILED: Badge.STEP_FAILED,
}
"""How a line of a test, or a step of an act, shows its state."""


_WORDS: dict[Badge, Callable[[], str]] = {
    Badge.FAILED: lambda: translate("Badge", "Failed"),
    Badge.ERROR: lambda: translate("Badge", "Error"),
    Badge.WARNING: lambda: translate("Badge", "Warning"),
    Badge.MISSED: lambda: translate("Badge", "Missed"),
    Badge.SUCCESS: lambda: translate("Badge", "Success"),
    Badge.OVERRIDE: lambda: translate("Badge", "Override"),
    Badge.UNKNOWN_STATUS: lambda: translate("Badge", "Unknown"),
    Badge.MAPPED: lambda: translate("Badge", "OK"),
    Badge.RENAMED: lambda: translate("Badge", "Renamed"),
    Badge.MISSING: lambda: translate("Badge", "Missing"),
    Badge.INVALID: lambda: translate("Badge", "Invalid"),
    Badge.TICKET_OPEN: lambda: translate("Badge", "Open"),
    Badge.TICKET_COMPLETE: lambda: translate("Badge", "Complete"),
    Badge.TICKET_DELETED: lambda: translate("Badge", "Deleted"),
    Badge.TICKET_WAITING: lambda: translate("Badge", "Waiting"),
    Badge.TICKET_CREATING: lambda: translate("Badge", "Creating…"),
    Badge.TICKET_MANUAL: lambda: translate("Badge", "Manual"),
    Badge.EXACT: lambda: translate("Badge", "Exact"),
    Badge.SIMILAR: lambda: translate("Badge", "Similar"),
    Badge.NO_MATCH: lambda: translate("Badge", "No match"),
    Badge.TAKEN: lambda: translate("Badge", "Taken"),
    Badge.INACTIVE: lambda: translate("Badge", "Inactive"),
    Badge.DONE: lambda: translate("Badge", "done"),
    Badge.RUNNING: lambda: translate("Badge", "running"),
    Badge.TO_COME: lambda: translate("Badge", "to come"),
    Badge.LOOK_HERE: lambda: translate("Badge", "look here"),
    Badge.STEP_FAILED: lambda: translate("Badge", "failed"),
}
"""A table paints dozens of them in one go, so that only the wanted one is translated."""


def badge_word(badge: Badge) -> str:
    """The word that stands beside the icon where no better text, such as Autotask's, is known."""
    return _WORDS[badge]()


def badge_meaning(badge: Badge) -> str:
    """The word in full, for tooltips and screen readers."""
    if badge is Badge.OVERRIDE:
        return translate("Badge", "Success (override)")
    return badge_word(badge)
