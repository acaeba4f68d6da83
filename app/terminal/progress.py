"""How far an analysis of recordings is, in one line that is written anew, or in plain lines."""

import shutil
import time
from collections.abc import Callable
from typing import TextIO

from app.core.analysis import Progress, Recorded

_BAR = 20
_MINUTE_S, _HOUR_S = 60, 3600


class ProgressLine:
    """Where a person sees it one line that is written anew; else one line for each recording, or none."""

    def __init__(self, out: TextIO, *, is_quiet: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._is_quiet = is_quiet
        self._is_line = not is_quiet and out.isatty()
        self._clock = clock
        self._began = clock()
        self._width = 0

    def begin(self, progress: Progress) -> None:
        """Nothing is done yet."""
        self._began = self._clock()
        if self._is_line:
            self._write(progress)

    def tell(self, progress: Progress, recorded: Recorded) -> None:
        """One recording further."""
        if self._is_line:
            self._write(progress)
        elif not self._is_quiet:
            is_failed = bool(progress.failures) and progress.failures[-1].file == recorded.file
            mark = "   failed" if is_failed else ""
            line = progress_text(progress, self._took_s())
            print(f"{line}   {recorded.file}{mark}", file=self._out, flush=True)

    def end(self) -> None:
        """Leave room for what comes after it."""
        if self._is_line and self._width:
            self._out.write("\n")
            self._out.flush()
            self._width = 0

    def _write(self, progress: Progress) -> None:
        line = f"{_bar(progress)} {progress_text(progress, self._took_s())}"[: shutil.get_terminal_size().columns - 1]
        self._out.write(f"\r{line.ljust(self._width)}")
        self._out.flush()
        self._width = len(line)

    def _took_s(self) -> float:
        return self._clock() - self._began


def progress_text(progress: Progress, took_s: float) -> str:
    """Recordings done, how fast, how long it will take, and how many failed."""
    parts = [f"{progress.done}/{progress.total}"]
    left_s = progress.left_s(took_s)
    if left_s is not None:
        parts += [f"{progress.rate(took_s):.1f} times real time", f"{about(left_s)} left"]
    if progress.failures:
        parts.append(f"{len(progress.failures)} failed")
    return "   ".join(parts)


def about(seconds: float) -> str:
    """A length of time as somebody who waits wants it."""
    if seconds < _MINUTE_S:
        return f"{round(seconds)} s"
    if seconds < _HOUR_S:
        return f"{round(seconds / _MINUTE_S)} min"
    hours, rest_s = divmod(round(seconds), _HOUR_S)
    return f"{hours} h {rest_s // _MINUTE_S} min"


def _bar(progress: Progress) -> str:
    full = round(_BAR * progress.done / progress.total) if progress.total else _BAR
    return f"[{'#' * full}{'.' * (_BAR - full)}]"
