"""How far something is, as a thin bar."""

from PySide6.QtWidgets import QProgressBar

from app.ui.theme import Theme

_BAR_PX = 4


def thin_bar(theme: Theme) -> QProgressBar:
    """A bar without words; what it counts stands beside it."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setFixedHeight(_BAR_PX)
    bar.setStyleSheet(
        f"QProgressBar {{ background: {theme.line}; border: none; border-radius: 2px; }}"
        f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
    )
    return bar
