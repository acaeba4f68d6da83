"""How the controls of a form look: the theme's colours, in the desktop's own shapes."""

from PySide6.QtGui import QColor, QFontMetrics, QPalette

from app.ui.theme import Theme, font


def form_palette(theme: Theme) -> QPalette:
    """The colours of a theme for controls that the desktop draws; it makes their outlines from that of the window."""
    role, palette = QPalette.ColorRole, QPalette()
    for name, colour in (
        (role.Window, theme.muted),
        (role.Base, theme.card),
        (role.AlternateBase, theme.window),
        (role.Button, theme.card),
        (role.WindowText, theme.text),
        (role.Text, theme.text),
        (role.ButtonText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.text),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    for name in (role.Base, role.Button):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.window))
    return palette


def form_rules(theme: Theme) -> str:
    """Style rules for forms, to follow those of every window; marks grow with the text."""
    mark_px = QFontMetrics(font()).ascent() + 2
    return f"""
    QDialog#page {{ background: {theme.window}; }}
    QScrollArea > QWidget > QWidget#page {{ background: {theme.window}; }}
    QLabel[tone="wrong"] {{ color: {theme.hot}; }}
    QFrame[choice="true"] {{
        background: {theme.card}; border: 1px solid {theme.line}; border-radius: 8px; padding: 1px;
    }}
    QFrame[choice="true"][chosen="true"] {{ background: {theme.accent_soft}; border: 1px solid {theme.accent}; }}
    QFrame[choice="true"][keyboard="true"] {{ border: 2px solid {theme.accent}; padding: 0; }}
    QFrame[rule="true"] {{ background: {theme.line}; border: none; }}
    QLabel:disabled {{ color: {theme.muted}; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {mark_px}px; height: {mark_px}px; }}
    QPushButton[kind="link"] {{
        color: {theme.accent}; background: transparent; border: 2px solid transparent; border-radius: 4px;
        padding: 1px 2px; text-align: left; text-decoration: underline;
    }}
    QPushButton[kind="link"]:focus {{ border: 2px solid {theme.accent}; padding: 1px 2px; }}
    """
