"""The only place that builds the parts, wires them, and closes them in reverse order."""

from bcautotask_gui.app.run import run

__all__ = ["run"]
