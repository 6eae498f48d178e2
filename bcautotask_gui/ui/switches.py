"""What was switched on or off at this workplace, known before its page is built."""

from PySide6.QtCore import QSettings

_SINGLE_KEYS = "appearance/single_keys"
_NOTIFICATIONS = "appearance/notifications"


def single_keys_on(memory: QSettings) -> bool:
    """Whether single letters act on tables."""
    return str(memory.value(_SINGLE_KEYS, "true")).lower() != "false"


def remember_single_keys(memory: QSettings, *, on: bool) -> None:
    """Keep whether single letters act on tables."""
    memory.setValue(_SINGLE_KEYS, "true" if on else "false")


def notifications_on(memory: QSettings) -> bool:
    """Whether the desktop is told that long work ended; off until somebody wants it."""
    return str(memory.value(_NOTIFICATIONS, "false")).lower() == "true"


def remember_notifications(memory: QSettings, *, on: bool) -> None:
    """Keep whether the desktop is told that long work ended."""
    memory.setValue(_NOTIFICATIONS, "true" if on else "false")
