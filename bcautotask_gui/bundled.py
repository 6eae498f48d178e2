"""Where the files that ship with the application lie: icons, help pages, the schema description."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def bundled(*names: str) -> Traversable:
    """The shipped file or folder of this name.

    An installed or frozen application carries `resources` inside the package; a source tree
    has it beside the package.
    """
    root: Traversable = files("bcautotask_gui") / "resources"
    if not root.is_dir():
        root = Path(__file__).parent.parent / "resources"
    return root.joinpath(*names)
