"""The panel of what is kept, over the window that asks for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.theme import Theme


def open_kept_dialog(parent: "QWidget", settings: Settings, theme: "Theme", changed: Callable[[], object]) -> None:
    """Show what is kept; `changed` is called when calls have gone or are on hold otherwise."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    from app.kept_bench import StoreBench
    from app.ui.kept_dialog import KeptDialog

    bench = StoreBench(settings, lambda folder: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
    dialog = KeptDialog(bench, theme=theme, changed=changed, parent=parent)
    dialog.finished.connect(bench.close)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()  # not `open`: the panel serves a call beside it
