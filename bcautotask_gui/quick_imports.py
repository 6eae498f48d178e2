"""Keeps PySide6 from reading the source of every module that is imported after it."""

import PySide6.QtCore  # noqa: F401  # brings shibokensupport along


def spare_sources() -> None:
    """Lets modules be imported without a look at their source.

    PySide6 searches the text of each module for its own name, to learn whether the module may
    choose `snake_case` or `true_property`. Nothing here chooses either. The search takes a seventh
    of the time of all imports, and Python keeps every text that was read: 25 MB.
    """
    from shibokensupport import feature  # type: ignore[import-not-found]  # it has no types

    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False
