"""Waiting until a window that was moved or shown is where it is to stay."""

from PySide6.QtCore import QTimer

from app.ui.docking import Docking


def is_settling(docking: Docking) -> bool:
    """Whether its window was moved or shown a moment ago, and may go back to its edge or be free."""
    return any(timer.isActive() for timer in docking.findChildren(QTimer))
