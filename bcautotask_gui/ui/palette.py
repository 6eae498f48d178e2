"""The palettes that Qt's own controls are painted with, made of tokens."""

from PySide6.QtGui import QColor, QPalette

from bcautotask_gui.ui.tokens import Tokens


def window_palette(tokens: Tokens) -> QPalette:
    """The palette of everything but menus."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, tokens.window),
        (role.WindowText, tokens.text),
        (role.Base, tokens.base),
        (role.AlternateBase, tokens.window),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.faint),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.accent_text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_text),
        (role.Accent, tokens.accent),
        (role.Link, tokens.link),
        (role.LinkVisited, tokens.link),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.text),
        (role.Light, tokens.raised),
        (role.Midlight, tokens.row_line),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.edge),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(tokens.window))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.selection_idle))
    return palette


def menu_palette(palette: QPalette, tokens: Tokens) -> QPalette:
    """Fusion darkens the window's colour for the edge of a menu; in the dark that edge is lost."""
    popup = QPalette(palette)
    popup.setColor(QPalette.ColorRole.Base, QColor(tokens.raised))
    popup.setColor(QPalette.ColorRole.Window, QColor(tokens.edge))
    return popup
