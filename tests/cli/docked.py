"""The panel at its place in a process of its own: `-m` runs it, with a file in which it tells where it stands."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.adapters.settings_files import change_settings, load_settings
from app.core.setting_kinds import Value
from app.desk_place import DeskPlace
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from tests.settling import is_settling

_LOOK_MS = 50


def main(told: Path) -> None:
    """Show it, and tell where it stands whenever it has come to rest there."""
    application = QApplication(sys.argv[:1])
    window = AgentWindow(CallBridge(), lambda _: None)

    def keep(changes: Mapping[str, Value]) -> None:
        change_settings(load_settings(), changes)

    def tell() -> None:
        if is_settling(window.docking):
            return
        frame, screen = window.frameGeometry(), window.screen()
        area = screen.availableGeometry()
        standing = {"screen": screen.name(), "frame": frame.getRect(), "area": area.getRect()}
        told.with_suffix(".new").write_text(json.dumps(standing), encoding="utf-8")
        told.with_suffix(".new").replace(told)

    place = DeskPlace(window, load_settings, keep, print)
    place.open()
    window.show()
    looking = QTimer(interval=_LOOK_MS)
    looking.timeout.connect(tell)
    looking.start()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
