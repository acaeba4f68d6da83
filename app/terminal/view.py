"""A call in the terminal: shown line by line as it happens, and reviewed when it has ended."""

from typing import assert_never

from rich.console import Console
from rich.text import Text

from app.core.document import CallDocument
from app.core.events import (
    AgentMove,
    AngerPoint,
    AudioGap,
    CallEnded,
    CallStarted,
    Channel,
    Checklist,
    Disclosed,
    Event,
    Health,
    LineChanged,
    Marked,
    Phase,
    PromiseMade,
    Prompt,
    PromptHeldBack,
    PromptUsed,
    PromptWithdrawn,
    ScoringSet,
    TextFinal,
    TextPartial,
    WantHeard,
)
from app.core.moods import PHASES, SPEAKERS
from app.terminal.card import print_card
from app.terminal.paper import GUTTER, Paper
from app.terminal.review import print_review
from app.terminal.words import LINES, MARKS, length

_SPEAKER_STYLES = {Channel.AGENT: "cyan", Channel.CALLER: "bold", Channel.UNKNOWN: "bold"}
_PHASE_STYLES = {
    Phase.CALM: "green",
    Phase.RISING: "yellow",
    Phase.HOT: "yellow",
    Phase.FALLING: "green",
    Phase.ABUSIVE: "magenta",
}
_DOWNWARD = {Phase.FALLING, Phase.CALM}
_SPEAKER_COLUMNS = 9
_LATE_S = 1.0


class TerminalView:
    """Prints a call as plain scrolling text, which reads the same in a log, a pipe or a console."""

    def __init__(self, console: Console) -> None:
        self._paper = Paper(console)
        self._phase = Phase.CALM
        self._prompt: Prompt | None = None
        self._listed: dict[str, bool] = {}
        self._to_do: set[str] = set()

    def show(self, event: Event) -> None:  # noqa: C901, PLR0912 - one arm for each event
        """Print what an event means to a reader, if anything; events come in order and from one thread."""
        match event:
            case CallStarted():
                self._started(event)
            case TextFinal():
                self._said(event)
            case AngerPoint():
                self._felt(event)
            case Prompt():
                self._prompt = event
                print_card(self._paper, event)
            case PromptWithdrawn():
                self._withdrawn(event)
            case AudioGap():
                self._gap(event)
            case Health():
                self._health(event)
            case CallEnded():
                self._paper.timed(event.at_s, Text("The call has ended.", "dim"))
            case LineChanged():
                self._line_changed(event)
            case Checklist():
                self._checklist(event)
            case Marked():
                self._paper.timed(event.at_s, Text(MARKS[event.kind], "dim"))
            case TextPartial() | AgentMove() | WantHeard() | PromiseMade() | PromptUsed() | PromptHeldBack():
                pass
            case Disclosed():
                """Stands on the checklist and in the review."""
            case ScoringSet():
                """The caller's line tells it, once they are there."""
            case _:
                assert_never(event)

    def show_review(self, document: CallDocument) -> None:
        """Print what the supervisor page shows of an ended call."""
        print_review(self._paper, document)

    def _started(self, call: CallStarted) -> None:
        self._phase = Phase.CALM
        self._prompt = None
        self._listed, self._to_do = {}, set()
        paper = self._paper
        paper.line(Text("Calmline  ", "bold cyan"), paper.text(call.source, "bold"))
        details = f"speech {call.model}, anger {call.scorer}, playbook {call.playbook}"
        paper.line(Text(" " * len("Calmline  ")), paper.text(details, "dim"))
        paper.blank()

    def _said(self, final: TextFinal) -> None:
        if not final.text:
            return
        speaker = Text(f"{SPEAKERS[final.channel]:<{_SPEAKER_COLUMNS}}", _SPEAKER_STYLES[final.channel])
        self._paper.timed(final.start_s, self._paper.text(final.text), lead=speaker)

    def _felt(self, point: AngerPoint) -> None:
        """One line where the phase turns; provisional points may still be taken back.

        Turned upward it names the phrases that fit the line; on the way down they may still be angry ones.
        """
        if point.provisional or point.phase is self._phase:
            return
        self._phase = point.phase
        paper = self._paper
        phase = f"{PHASES[point.phase].lower()} {paper.glyphs.arrows[point.phase]}"
        line = Text(f"Caller: {phase}", _PHASE_STYLES[point.phase])
        for phrase in map(paper.quoted, () if point.phase in _DOWNWARD else _heating(point)):
            if GUTTER + line.cell_len + 2 + phrase.cell_len <= paper.measure:
                line.append("  ").append_text(phrase)
        paper.timed(point.at_s, line)

    def _withdrawn(self, gone: PromptWithdrawn) -> None:
        prompt, self._prompt = self._prompt, None
        if prompt is None or prompt.rule != gone.rule or not gone.followed:
            return
        paper = self._paper
        paper.timed(gone.at_s, Text.assemble(f"{paper.glyphs.tick} done: ", paper.text(prompt.title), style="dim"))

    def _checklist(self, now: Checklist) -> None:
        """What is on the list for the first time, and what was ticked while it stood there.

        At the end of a call the list tells what became of all that stood there, for the review.
        """
        before, self._listed = self._listed, dict(zip(now.items, now.done, strict=True))
        paper = self._paper
        for item, is_done in self._listed.items():
            if item not in self._to_do:
                paper.timed(now.at_s, Text.assemble("To do: ", paper.text(item), style="dim"))
            elif item not in before:
                continue
            if is_done and not before.get(item):
                paper.timed(now.at_s, Text.assemble(f"{paper.glyphs.tick} done: ", paper.text(item), style="dim"))
        self._to_do |= set(now.items)

    def _gap(self, gap: AudioGap) -> None:
        lost = f"{length(gap.end_s - gap.start_s)} of the {SPEAKERS[gap.channel].lower()}'s sound is missing."
        self._paper.timed(gap.start_s, Text(lost, "dim"))

    def _line_changed(self, change: LineChanged) -> None:
        if change.channel in LINES:
            self._paper.timed(change.at_s, Text(LINES[change.channel][change.state], "dim"))

    def _health(self, health: Health) -> None:
        behind = f" ({length(health.lag_s)} behind)" if health.lag_s >= _LATE_S else ""
        self._paper.timed(health.at_s, self._paper.text(health.advice + behind, "dim"))


def _heating(point: AngerPoint) -> list[str]:
    """The words that made it hotter; all where nobody says how much each did."""
    if not point.by:
        return list(point.words)
    return [words for words, by in zip(point.words, point.by, strict=True) if by > 0]
