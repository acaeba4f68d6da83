"""The figures that a supervisor sees of a call: those of its summary, and what its times and moves tell besides."""

from collections.abc import Iterable, Sequence

from app.core.call_words import clock, mood_word, often, span, times
from app.core.consent import Capture
from app.core.document import CallDocument
from app.core.events import AgentMove, Move
from app.core.figures import Figure, figures_of, talk_share_words
from app.core.message import Joined, Message
from app.core.moods import MOVES
from app.core.quarters import Quarter, quarters_of
from app.core.state import Turn
from app.core.summary import Interruptions
from app.core.timeline import dead_air
from app.core.wordless import lost_words

_NO_DEAD_AIR = "None: no silence was longer than 3 s"
_QUARTERS = (
    "First quarter, {start} to {end}",
    "Second quarter, {start} to {end}",
    "Third quarter, {start} to {end}",
    "Last quarter, {start} to {end}",
)


def page_figures(document: CallDocument) -> tuple[Figure, ...]:
    """The whole call."""
    is_heard = document.call.capture is Capture.SOUND
    known = figures_of(
        document.summary,
        checklist=document.checklist,
        disclosure=document.disclosure,
        is_heard=is_heard,
        has_words=not lost_words(document),
    )
    return (*known, *(_heard(document) if is_heard else ()))


def quarter_figures(document: CallDocument) -> tuple[Figure, ...]:
    """From its start to its end, a sentence for each quarter; what there is none of is left out."""
    return tuple(
        Figure(
            name=Message(_QUARTERS[number], start=clock(quarter.start_s), end=clock(quarter.end_s)),
            text=Joined("; ", _parts(quarter, turned_hot=document.summary.escalations > 0)),
        )
        for number, quarter in enumerate(quarters_of(document))
    )


def angriest_of(turns: Sequence[Turn]) -> Turn | None:
    """The caller's angriest turn, the first of several; None where none was scored."""
    return max((turn for turn in turns if turn.heat), key=lambda turn: turn.heat or 0.0, default=None)


def _heard(document: CallDocument) -> tuple[Figure, ...]:
    moves = [made.move for made in document.moves]
    return (
        Figure(name=Message("Dead air"), text=_dead_air(document)),
        Figure(name=Message("Apologised"), text=often(moves.count(Move.APOLOGY))),
        Figure(name=Message("Took it on"), text=often(moves.count(Move.OWNERSHIP))),
        *([Figure(name=Message("What they did"), text=_did(document.moves))] if moves else []),
    )


def _did(made: Sequence[AgentMove]) -> Message:
    """Each technique with the seconds at which it was used."""
    used = {move: ", ".join(clock(one.at_s) for one in made if one.move is move) for move in MOVES}
    return Joined(
        "; ", (Message("{what} {times}", what=Message(MOVES[move]), times=when) for move, when in used.items() if when)
    )


def _dead_air(document: CallDocument) -> Message:
    lengths = [end_s - start_s for start_s, end_s in dead_air(document)]
    if not lengths:
        return Message(_NO_DEAD_AIR)
    return Message("{often}, {length} in all", often=often(len(lengths)), length=span(sum(lengths)))


def _parts(quarter: Quarter, *, turned_hot: bool) -> Iterable[str]:
    yield _levels(quarter, turned_hot=turned_hot)
    if quarter.talk_share is not None:
        yield talk_share_words(quarter.talk_share, Message("agent"))
    if quarter.dead_air_s:
        yield Message("dead air {length}", length=span(quarter.dead_air_s))
    yield from _cut_ins(quarter.interruptions)
    if quarter.prompts:
        yield Message("prompts: {number}", number=quarter.prompts)


def _levels(quarter: Quarter, *, turned_hot: bool) -> Message:
    """How the caller was for most of it and at worst."""
    if quarter.mean_level is None or quarter.peak_level is None:
        return Message("Mood not known")
    mean, peak = (mood_word(one, turned_hot=turned_hot) for one in (quarter.mean_level, quarter.peak_level))
    return mean if mean == peak else Message("{mean}, at most {peak}", mean=mean, peak=peak)


def _cut_ins(cuts: Interruptions | None) -> Iterable[Message]:
    if cuts is not None and cuts.agent:
        yield Message("agent cut in {often}", often=times(cuts.agent))
    if cuts is not None and cuts.caller:
        yield Message("caller cut in {often}", often=times(cuts.caller))
