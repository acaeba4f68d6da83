"""Pictures of the windows, for the manual."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.core.errors import InputError


def save_picture(window: QWidget, path: Path) -> None:
    """Paint a window into a PNG file, on the screen or off it. Raises InputError where it cannot be written."""
    was_visible = window.isVisible()
    if not was_visible:
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
    QCoreApplication.processEvents()
    picture = window.grab()
    if not was_visible:
        window.hide()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
    if not picture.save(str(path), "PNG"):
        raise InputError("The picture {path} cannot be written.", "Name a file in a folder that exists.", path=path)
