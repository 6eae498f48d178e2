"""Light or dark as it was left; read before the window is painted, so it imports little."""

from typing import get_args

from PySide6.QtCore import QSettings

from bcautotask_gui.ui.theme import Scheme, Theme

_SCHEME = "appearance/scheme"


def use_remembered_scheme(theme: Theme, memory: QSettings) -> None:
    """Dress the window as it was left."""
    theme.use(remembered_scheme(memory))


def remembered_scheme(memory: QSettings) -> Scheme:
    """What was chosen here; the desktop's own where nothing was."""
    known = str(memory.value(_SCHEME) or "")
    return next((scheme for scheme in get_args(Scheme) if scheme == known), "system")


def remember_scheme(memory: QSettings, scheme: str) -> None:
    """Keep a choice for later starts."""
    memory.setValue(_SCHEME, scheme)
