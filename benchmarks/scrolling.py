"""How long a window stands still while somebody scrolls its list, beside a Qt process that does nothing.

`python -m benchmarks.scrolling` is that process: what it misses is the machine's.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar

from app.ui.collecting import collecting_between_events

DRAGGED, STEP_MS, PAGES = 150, 30, 40
TOLD = 5
WORTH_MS = 5.0


class Pulse:
    """Notes from tick to tick of 1 ms how long the event loop takes, and how much of that its thread computes."""

    def __init__(self) -> None:
        self._ticks = [(time.perf_counter(), time.thread_time())]
        self._clock = QTimer()
        self._clock.timeout.connect(lambda: self._ticks.append((time.perf_counter(), time.thread_time())))
        self._clock.start(1)

    def gaps(self) -> list[tuple[float, float]]:
        """Both in ms for each tick, the longest last."""
        return sorted(
            (1000 * (now_s - last_s), 1000 * (worked_s - before_s))
            for (last_s, before_s), (now_s, worked_s) in pairwise(self._ticks)
        )


def scroll(bar: QScrollBar) -> None:
    """Drag a list from its top to its end and back, page down for a while, and print the longest gaps."""
    with tempfile.TemporaryFile("w+") as told:
        idle = subprocess.Popen([sys.executable, "-m", "benchmarks.scrolling"], stdout=told)
        gaps = _scrolled(bar)
        idle.terminate()
        idle.wait()
        told.seek(0)
        missed = sorted(map(float, told.read().split()))
    over = sum(gap > 50 for gap, _ in gaps)
    print(f"longest gaps {_said([gap for gap, _ in gaps])} ms, {over} of {len(gaps)} over 50 ms (bar none)")
    worked = sorted(worked for _, worked in gaps if worked > WORTH_MS)
    print(f"computed by the window between two ticks: {spread(worked)}, longest {_said(worked)} ms")
    print(f"an idle process beside it: longest gaps {_said(missed)} ms, {sum(gap > 50 for gap in missed)} over 50 ms")


def _scrolled(bar: QScrollBar) -> list[tuple[float, float]]:
    end, page = bar.maximum(), bar.pageStep()
    places = iter([*range(0, end, end // DRAGGED), *range(end, 0, -end // DRAGGED), *range(0, PAGES * page, page)])
    loop, mover = QEventLoop(), QTimer()

    def step() -> None:
        place = next(places, None)
        if place is None:
            loop.quit()
        else:
            bar.setValue(place)

    mover.timeout.connect(step)
    mover.start(STEP_MS)
    pulse = Pulse()
    with collecting_between_events():
        loop.exec()
    return pulse.gaps()


def spread(values: list[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(values):.1f} / {statistics.quantiles(values, n=20)[-1]:.1f} ms"


def _said(longest_last: list[float]) -> str:
    return ", ".join(f"{one:.0f}" for one in longest_last[-TOLD:]) or "none"


def _idle() -> None:
    """Print each gap that is worth it, until this process is ended."""
    application = QApplication([])
    last_s = time.perf_counter()

    def tick() -> None:
        nonlocal last_s
        now_s = time.perf_counter()
        if 1000 * (now_s - last_s) > WORTH_MS:
            print(1000 * (now_s - last_s), flush=True)
        last_s = now_s

    clock = QTimer()
    clock.timeout.connect(tick)
    clock.start(1)
    application.exec()


if __name__ == "__main__":
    _idle()
