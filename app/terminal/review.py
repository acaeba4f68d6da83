"""The review of an ended call: curve, figures, wants, promises and prompts."""

from collections.abc import Sequence

from rich.text import Text

from app.core.consent import Capture
from app.core.document import CallDocument, CallFacts, Disclosure
from app.core.events import Channel, Phase, Telling
from app.core.moods import LEVEL_EDGES, SPEAKERS
from app.core.state import ShownPrompt
from app.core.summary import Promised, Summary
from app.terminal import curve as drawing
from app.terminal.paper import Paper
from app.terminal.words import DISCLOSED, clock, length, mood_word, outcome, times

_CURVE_ROWS = 8
_NAME_COLUMNS = 18
_STAGE_COLUMNS = 10
_UNKNOWN = "not known"


def print_review(paper: Paper, document: CallDocument) -> None:
    """The whole page, from top to bottom."""
    paper.heading("Review")
    _header(paper, document.call)
    paper.heading("Caller's anger")
    _curve(paper, document)
    paper.heading("Figures")
    for name, value in figures(document, arrow=paper.glyphs.to):
        paper.line(Text(f"  {name:<{_NAME_COLUMNS}}", "dim"), Text(value))
    summary = document.summary
    _bullets(paper, "What the caller wants", [paper.quoted(want) for want in summary.wants])
    _bullets(paper, "What was promised", [_promise(paper, promise) for promise in summary.promises])
    if document.checklist:
        paper.heading("Checklist")
        for line in document.checklist:
            sign = paper.glyphs.tick if line.done else paper.glyphs.bullet
            paper.line(Text(f"  {sign} ", "dim"), paper.text(line.text if line.done else f"{line.text} (not heard)"))
    paper.heading("Prompts")
    _prompts(paper, document.prompts)
    paper.blank()


def figures(document: CallDocument, *, arrow: str = "→") -> list[tuple[str, str]]:
    """Names and values of the call's figures in words."""
    summary = document.summary
    return [
        ("Peak", _peak(summary)),
        ("Start and end", _start_and_end(summary, arrow)),
        ("Turned hot", _turned_hot(document)),
        ("Time to calm", _time_to_calm(document)),
        *(_voices(summary) if document.call.capture is Capture.SOUND else []),
        ("Stages", f" {arrow} ".join(summary.stages) or "none"),
        *_disclosure(document.disclosure),
        ("Prompts", f"{summary.prompts.shown} shown, {summary.prompts.followed} followed"),
    ]


def _voices(summary: Summary) -> list[tuple[str, str]]:
    longest = summary.longest_silence_s
    return [
        ("Talk share", _talk_share(summary)),
        ("Interruptions", _interruptions(summary)),
        ("Longest silence", _UNKNOWN if longest is None else length(longest)),
        ("Response gap", _response_gap(summary)),
    ]


def _disclosure(disclosure: Disclosure) -> list[tuple[str, str]]:
    """Whether the caller was told that the call is written down, where the playbook asks for it."""
    if disclosure.told is None:
        return []
    how = DISCLOSED[disclosure.how] if disclosure.how else "no, not heard"
    is_in_call = disclosure.at_s is not None and disclosure.how is not Telling.ANNOUNCED
    return [("Caller informed", f"{how}, at {clock(disclosure.at_s or 0)}" if is_in_call else how)]


def _header(paper: Paper, call: CallFacts) -> None:
    people = [f"{role} {name}" for role, name in (("agent", call.agent), ("caller", call.caller)) if name]
    facts = [call.started_at[:16].replace("T", " "), f"{clock(call.duration_s)} long", *people]
    if call.reference:
        facts.append(f"reference {call.reference}")
    paper.line(Text("  "), paper.text(call.source, "bold"))
    paper.line(Text("  "), paper.text(", ".join(facts), "dim"))
    if call.capture is Capture.NONE:
        said = f"no words were heard: the agent said how the caller was, playbook {call.playbook}"
        paper.line(Text("  "), paper.text(said, "dim"))
        return
    engines = f"speech {call.model}, anger {call.scorer}, playbook {call.playbook}"
    paper.line(Text("  "), paper.text(engines, "dim"))


def _curve(paper: Paper, document: CallDocument) -> None:
    lines = drawing.draw_curve(
        document.curve,
        document.prompts,
        document.call.duration_s,
        paper.width - 2,
        _CURVE_ROWS,
        plain=paper.is_plain,
    )
    if not lines:
        paper.line(Text("  "), Text(_no_curve(document)))
        return
    hot_rows = range(1, 1 + _CURVE_ROWS - int(LEVEL_EDGES[-1] * _CURVE_ROWS))
    for row, line in enumerate(lines):
        paper.raw(_curve_line(line, "yellow" if row in hot_rows else "cyan", is_axis=row > _CURVE_ROWS))
    if document.prompts:
        paper.line(Text("  "), Text("Letters are prompts; they are listed below.", "dim"))


def _curve_line(line: str, style: str, *, is_axis: bool) -> Text:
    plot = (line[drawing.GUTTER :], "dim" if is_axis else style)
    return Text.assemble((line[: drawing.GUTTER], "dim"), plot)


def _no_curve(document: CallDocument) -> str:
    if any(turn.channel is Channel.UNKNOWN for turn in document.turns):
        return "No curve: both voices are on one channel, so no mood could be followed."
    return "No curve: nothing that the caller said could be judged."


def _peak(summary: Summary) -> str:
    if summary.peak_level is None or summary.peak_at_s is None:
        return _UNKNOWN
    return f"{mood_word(summary.peak_level, summary)}, at {clock(summary.peak_at_s)}"


def _start_and_end(summary: Summary, arrow: str) -> str:
    if summary.start_level is None or summary.end_level is None:
        return _UNKNOWN
    return f"{mood_word(summary.start_level, summary)} {arrow} {mood_word(summary.end_level, summary)}"


def _time_to_calm(document: CallDocument) -> str:
    if document.summary.time_to_calm_s is not None:
        return f"{length(document.summary.time_to_calm_s)} after first turning hot"
    if document.summary.escalations:
        return "not within this call"
    return _UNKNOWN if not document.curve or _was_abusive(document) else "the caller never turned hot"


def _turned_hot(document: CallDocument) -> str:
    if not document.curve:
        return _UNKNOWN
    abuse = ", abusive at times" if _was_abusive(document) else ""
    return times(document.summary.escalations) + abuse


def _was_abusive(document: CallDocument) -> bool:
    return any(point.phase is Phase.ABUSIVE for point in document.curve)


def _talk_share(summary: Summary) -> str:
    share = summary.talk_share
    if share is None:
        return _UNKNOWN
    parts = (("agent", share.agent), ("caller", share.caller), ("both", share.both), ("silence", share.silence))
    return ", ".join(f"{name} {part:.0%}" for name, part in parts)


def _interruptions(summary: Summary) -> str:
    cuts = summary.interruptions
    return _UNKNOWN if cuts is None else f"by the agent {cuts.agent}, by the caller {cuts.caller}"


def _response_gap(summary: Summary) -> str:
    gap_s = summary.response_gap_s
    return _UNKNOWN if gap_s is None else f"{length(gap_s)} before the agent answers (median)"


def _bullets(paper: Paper, heading: str, items: Sequence[Text]) -> None:
    paper.heading(heading)
    for item in items:
        paper.line(Text(f"  {paper.glyphs.bullet} ", "dim"), item)
    if not items:
        paper.line(Text("  "), Text("Nothing was heard.", "dim"))


def _promise(paper: Paper, promise: Promised) -> Text:
    who = SPEAKERS[Channel(promise.who)] if promise.who in set(Channel) else promise.who
    line = Text.assemble(paper.text(who), ": ", paper.quoted(promise.what))
    return line.append_text(Text.assemble(" (", paper.text(promise.when), ")")) if promise.when else line


def _prompts(paper: Paper, prompts: Sequence[ShownPrompt]) -> None:
    """The legend of the curve's letters."""
    for index, prompt in enumerate(prompts):
        lead = Text(f"  {drawing.mark(index)} {clock(prompt.at_s):>6}  ", "dim")
        stage = Text(f"{prompt.stage:<{_STAGE_COLUMNS}}", "cyan")
        paper.line(Text.assemble(lead, stage), paper.text(prompt.title))
        notes = [paper.text(note) for note in (outcome(prompt), prompt.because) if note]
        below = Text(f" {paper.glyphs.bullet} ").join(notes)
        below.stylize("dim")
        paper.line(Text(" " * (lead.cell_len + _STAGE_COLUMNS)), below)
    if not prompts:
        paper.line(Text("  "), Text("None was shown.", "dim"))
