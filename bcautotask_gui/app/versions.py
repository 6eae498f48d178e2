"""What runs here, for support."""

import platform
import sys

from PySide6.QtCore import qVersion

from bcautotask_gui import __version__


def versions() -> dict[str, str]:
    """The versions of the application and of what carries it, by name."""
    return {
        "application": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "system": platform.platform(),
        "frozen": str(bool(getattr(sys, "frozen", False))),
    }
