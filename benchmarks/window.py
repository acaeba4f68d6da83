"""Whether the panel stays alive during a call: gaps of the event loop while the engine runs, lateness and memory.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.window CALL [--minutes 10]

From the root of a checkout. The call is heard over and over at real pace, with curve and words open. An idle Qt process
runs beside it and is measured in the same way: what it misses is the machine's. Along the call it is printed how late
its finals were and what memory the whole program held.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.adapters.output_files import EventLines
from app.adapters.recording import open_stereo
from app.compose import CallNames, load_parts, prepare_call
from app.core.events import Channel
from app.core.ports import AudioChunk, AudioSource, SourceEvent, Wait
from app.settings import Settings
from app.ui.actions import Act
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.collecting import collecting_between_events, leave_out_what_is_there
from benchmarks.live import Memory, print_lateness

TICK_MS, WATCH_MS = 5, 500
WARM_UP_S = 60.0
IDLE = "--idle"


class Pulse:
    """Notes how long the event loop takes from one tick to the next."""

    def __init__(self) -> None:
        self.gaps_s = array("f")
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def report(self, name: str) -> None:
        """Print the shares that matter."""
        gaps = np.array(self.gaps_s)
        print(
            f"{name}: {len(gaps)} gaps, {np.mean(gaps < 0.05):.3%} under 50 ms, {np.mean(gaps < 0.25):.3%} under "
            f"250 ms, 99th percentile {1000 * np.quantile(gaps, 0.99):.0f} ms, longest {1000 * gaps.max():.0f} ms",
            flush=True,
        )

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self.gaps_s.append(now_s - self._last_s)
        self._last_s = now_s


@dataclass
class Repeated:
    """A call that begins again when it is over, for so many seconds."""

    call: AudioSource
    seconds: float
    memory_mb: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Name of the source."""
        return self.call.name

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the source."""
        return self.call.channels

    def chunks(self, _: Wait | None = None) -> Iterator[AudioChunk | SourceEvent]:
        """The call's chunks, over and over."""
        until_s = time.monotonic() + self.seconds
        began_s = time.monotonic()
        while True:
            for chunk in self.call.chunks():
                if time.monotonic() > until_s:
                    return
                if not self.memory_mb and time.monotonic() - began_s > min(WARM_UP_S, self.seconds / 2):
                    self.memory_mb.append(resident_mb())
                yield chunk


def main() -> None:
    """Hear the call in a window, an idle one beside it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("call", type=Path, nargs="?")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument(IDLE, action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    application = QApplication([])
    seconds = 60 * options.minutes
    if options.idle:
        pulse = Pulse()
        QTimer.singleShot(round(1000 * seconds), application.quit)
        application.exec()
        pulse.report("idle process")
        return
    hear(application, options.call, seconds)


def hear(application: QApplication, call: Path, seconds: float) -> None:
    """Run the call and print what was measured."""
    source = Repeated(open_stereo(call, agent="left", caller="right", chunk_s=Settings().chunk_s), seconds)
    bridge = CallBridge()
    window = AgentWindow(bridge, lambda _: None)
    window.show()
    for act in (Act.CURVE, Act.TRANSCRIPT):
        window.act(act)
    memory, folder = Memory(), tempfile.TemporaryDirectory()
    events = Path(folder.name) / "events.jsonl"
    lines = EventLines(events)
    listeners = [bridge.post, lines.write, memory.hear]
    parts = load_parts(Settings())
    session = prepare_call(parts, source, CallNames(), realtime=True, listeners=listeners, keepers=[])
    session = replace(session, call=replace(session.call, stored=False))
    idle = subprocess.Popen([sys.executable, "-m", "benchmarks.window", "--minutes", str(seconds / 60), IDLE])

    thread = threading.Thread(target=session.run, daemon=True)
    began_s = time.process_time()
    pulse = Pulse()
    thread.start()
    watch = QTimer()
    watch.setInterval(WATCH_MS)
    watch.timeout.connect(lambda: None if thread.is_alive() else application.quit())
    watch.start()
    leave_out_what_is_there()
    with collecting_between_events():
        application.exec()
    pulse.report("window in a call")
    idle.wait()
    print(f"memory after the first minute {source.memory_mb[0]:.0f} MB, at the end {resident_mb():.0f} MB")
    print("after minutes", {minute: round(mb) for minute, mb in memory.by_minute.items()})
    print(f"most ever {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    print(f"processor seconds per call second {(time.process_time() - began_s) / seconds:.2f}, the window's included")
    print("seconds from the end of voice to its final, median and 95th percentile")
    print_lateness((json.loads(line) for line in events.read_text("utf-8").splitlines()), seconds)
    lines.close()
    folder.cleanup()
    bridge.close()


def resident_mb() -> float:
    """What the process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
