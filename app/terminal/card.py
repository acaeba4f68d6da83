"""The card of one prompt: stage ladder, title, sample line and reason."""

from rich.text import Text

from app.core.events import Prompt, Stage
from app.terminal.paper import Paper
from app.terminal.words import clock

_LADDER = (Stage.LISTEN, Stage.ASK, Stage.VALIDATE, Stage.RESOLVE)
_FRAME = 8


def print_card(paper: Paper, prompt: Prompt) -> None:
    """One card as it comes up; the sample line and the reason are left out where the playbook has none."""
    body = Text.assemble(paper.text(prompt.title, "bold"))
    if prompt.say:
        body.append("\n").append_text(paper.quoted(prompt.say))
    if prompt.because:
        body.append("\n").append_text(Text.assemble("Why: ", paper.text(prompt.because), style="dim"))
    at = f"{clock(prompt.at_s)}  "
    room = paper.card_width - _FRAME - len(at)
    paper.card(Text.assemble((at, "dim"), ladder(prompt.stage, paper, room)), body)


def ladder(stage: Stage, paper: Paper, room: int) -> Text:
    """The steps in one line with the current one in capitals behind a sign; that one alone where `room` is short.

    Boundary and safety stand outside the ladder and suspend it.
    """
    here = Text(f"{paper.glyphs.here} {stage.upper()}", "bold cyan")
    if stage in {Stage.BOUNDARY, Stage.SAFETY}:
        return here
    steps = [here if step is stage else Text(step, "dim") for step in _with_ends(stage)]
    whole = Text.assemble((f" {paper.glyphs.step} ", "dim")).join(steps)
    return whole if whole.cell_len <= room else here


def _with_ends(stage: Stage) -> tuple[Stage, ...]:
    """The ladder, with its first or last word only while the call is there."""
    match stage:
        case Stage.OPEN:
            return (stage, *_LADDER)
        case Stage.CLOSE:
            return (*_LADDER, stage)
        case _:
            return _LADDER
