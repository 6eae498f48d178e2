"""Numbers as the language of the window writes them."""

from PySide6.QtCore import QLocale


def number(value: int) -> str:
    """`9,800` in English, `9.800` in Dutch."""
    return _locale().toString(value)


def decimal(value: float, places: int = 2) -> str:
    """`1.25` in English, `1,25` in Dutch.

    Args:
        value: such as hours.
        places: how many stand behind the point.
    """
    return _locale().toString(value, "f", places)


def short_decimal(value: float) -> str:
    """As few places as say it: `1.5`, or `2`."""
    return _locale().toString(value, "g", 6)


def _locale() -> QLocale:
    """The one in use; English where none was chosen, since the C locale groups no digits."""
    locale = QLocale()
    is_chosen = locale.language() is not QLocale.Language.C
    return locale if is_chosen else QLocale(QLocale.Language.English)
