"""How soon the panel is there and ready to listen, beside what it takes to import Qt.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.start [--times 5]

From the root of a checkout. Medians, in one run, each in a process of its own with a warm disk.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.call_options import call_settings
from app.desk import Desk
from app.ui.agent_window import AgentWindow

CHILD = "--child"
READY = "Ready for the next call"
POLL_MS = 10


def main() -> None:
    """Print seconds, and how many times the import they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument(CHILD, type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        open_window(options.child)
        return
    imports, visible, ready = [], [], []
    for _ in range(options.times + 1):
        imports.append(_import_s())
        seen = _window_s()
        visible.append(seen[0])
        ready.append(seen[1])
    base = median(imports[1:])
    print(f"import PySide6.QtWidgets: {base:.2f} s")
    for name, seconds in (("window visible", median(visible[1:])), ("ready to listen", median(ready[1:]))):
        print(f"{name}: {seconds:.2f} s, {seconds / base:.1f} times the import")


def open_window(began_s: float) -> None:
    """Open the panel as the application does; print when it was visible and when a call could begin, and close it."""
    desk = Desk(call_settings())
    window = next(found for found in QApplication.topLevelWidgets() if isinstance(found, AgentWindow))
    seen: list[float] = []

    def look() -> None:
        if not seen and window.isVisible():
            seen.append(time.time() - began_s)
        if len(seen) == 1 and window.ready.title.text() == READY:
            seen.append(time.time() - began_s)
            print(*seen)
            window.close()

    timer = QTimer()
    timer.setInterval(POLL_MS)
    timer.timeout.connect(look)
    timer.start()
    desk.run()


def _import_s() -> float:
    began_s = time.time()
    subprocess.run([sys.executable, "-c", "import PySide6.QtWidgets"], check=True)
    return time.time() - began_s


def _window_s() -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"CALMLINE_HOME": home}
        command = [sys.executable, "-m", "benchmarks.start", CHILD, str(time.time())]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    visible_s, ready_s = map(float, done.stdout.split())
    return visible_s, ready_s


if __name__ == "__main__":
    main()
