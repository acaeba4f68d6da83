"""The doctor's checks as plain lines, and a level meter while somebody speaks."""

from enum import StrEnum
from math import ceil

from rich.console import Console
from rich.live import Live
from rich.text import Text

from app.core.checkup import Check, CheckName, CheckStatus
from app.core.privacy import PrivacyName
from app.terminal.levels import level_bar
from app.terminal.paper import Paper

_TITLES: dict[StrEnum, str] = {
    CheckName.SOUND_SYSTEM: "Sound system",
    CheckName.MICROPHONE: "Microphone",
    CheckName.MUTE: "Mute",
    CheckName.PHRASE: "Spoken phrase",
    CheckName.WORDS: "Words",
    CheckName.CALLER: "Caller's side",
    CheckName.TONE: "Tone",
    CheckName.LEAKAGE: "Leakage",
    CheckName.SEPARATE_DEVICES: "Two devices",
    CheckName.SPEECH_MODEL: "Speech model",
    CheckName.CALL_STORE: "Call store",
    CheckName.DISK: "Disk",
    PrivacyName.DATA_FOLDER: "Data folder",
    PrivacyName.CALLS: "Calls",
    PrivacyName.COPIES: "Copies",
    PrivacyName.KEY: "Key",
    PrivacyName.JOURNALS: "Journals",
    PrivacyName.SETTINGS: "Settings",
    PrivacyName.OWN_TEXTS: "Own texts",
    PrivacyName.MODELS: "Models",
    PrivacyName.RUNNING: "Running",
    PrivacyName.OTHER_FILES: "Other files",
    PrivacyName.OUTSIDE: "Outside",
    PrivacyName.KEPT: "Kept",
    PrivacyName.ENCRYPTION: "Encryption",
    PrivacyName.SOCKETS: "Sockets",
}
_STYLES = {
    CheckStatus.OK: "green",
    CheckStatus.WARNING: "yellow",
    CheckStatus.FAILED: "bold red",
    CheckStatus.SKIPPED: "dim",
}
_STATUS_COLUMNS, _TITLE_COLUMNS = 9, 15


class CheckupView:
    """Prints checks as they come; the status stands there as a word, never as a colour alone."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._paper = Paper(console)
        self._meter: Live | None = None

    def show(self, check: Check) -> None:
        """One check, and below it what to do next."""
        self.end_meter()
        status = (f"{check.status:<{_STATUS_COLUMNS}}", _STYLES[check.status])
        lead = Text.assemble(status, f"{_TITLES[check.name]:<{_TITLE_COLUMNS}}")
        self._paper.line(lead, self._paper.text(check.found))
        if check.advice:
            arrow = f"{self._paper.glyphs.to} "
            self._paper.line(Text(" " * lead.cell_len + arrow, "dim"), self._paper.text(check.advice))

    def ask(self, phrase: str) -> None:
        """Ask for a phrase."""
        self._paper.blank()
        self._paper.line(Text("Please say: ", "bold"), self._paper.quoted(phrase, "bold"))

    def show_level(self, level_dbfs: float, left_s: float) -> None:
        """A meter that moves, where something can move."""
        if not self._console.is_terminal:
            return
        if self._meter is None:
            self._meter = Live(console=self._console, auto_refresh=False, transient=True)
            self._meter.start()
        bar = level_bar(level_dbfs, "#" if self._paper.is_plain else "█")
        self._meter.update(
            Text.assemble((bar, "green"), f" {level_dbfs:4.0f} dBFS  {ceil(left_s)} s left"), refresh=True
        )

    def end_meter(self) -> None:
        """Take the meter away."""
        if self._meter is not None:
            self._meter.stop()
            self._meter = None

    def read(self, text: str) -> None:
        """What was written down."""
        self.end_meter()
        lead = Text(" " * (_STATUS_COLUMNS + _TITLE_COLUMNS))
        words = self._paper.quoted(text, "bold") if text else Text("nothing", "bold")
        self._paper.line(lead, Text.assemble("Written down: ", words))

    def conclude(self, sentence: str) -> None:
        """How it ended."""
        self._paper.blank()
        self._paper.raw(self._paper.text(sentence, "bold"))
