"""Who spoke when, and what else happened, on the clock of an ended call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from textwrap import shorten

from app.core.call_words import MARKS, STAGES, clock, span
from app.core.consent import Capture
from app.core.document import CallDocument
from app.core.events import Channel, LineState
from app.core.message import Message
from app.core.moods import MOVES
from app.core.review_notes import Note, NoteKind
from app.core.state import Turn
from app.core.summary import cut_ins
from app.core.timing import gaps, overlaps, union

DEAD_AIR_S = 3.0
"""A silence that is longer is dead air."""

Seconds = tuple[float, float]


class StretchKind(StrEnum):
    """What lasts for a while."""

    TALK = "talk"
    OVERTALK = "overtalk"
    DEAD_AIR = "dead_air"
    HOLD = "hold"
    PAUSE = "pause"
    MUTED = "muted"
    MUSIC = "music"
    ANNOUNCEMENT = "announcement"
    OTHER = "other"
    UNSCORED = "unscored"
    LOST = "lost"


class MomentKind(StrEnum):
    """What happens at one second."""

    MOVE = "move"
    CUT_IN = "cut_in"
    PROMPT = "prompt"
    MARK = "mark"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Something that lasted from `start_s` to `end_s`; `channel` is None where it is of both sides."""

    kind: StretchKind
    start_s: float
    end_s: float
    channel: Channel | None = None

    @property
    def words(self) -> Message:
        """What it was, when and for how long."""
        return Message(
            "{what}: {start} to {end}, {length}",
            what=self.title,
            start=clock(self.start_s),
            end=clock(self.end_s),
            length=self.length,
        )

    @property
    def length(self) -> Message:
        """For how long."""
        return span(self.end_s - self.start_s)

    @property
    def title(self) -> Message:
        """What it was."""
        if self.kind is StretchKind.TALK:
            return Message(_SPEAKS[self.channel or Channel.UNKNOWN])
        if self.kind is StretchKind.MUTED and self.channel is Channel.CALLER:
            return Message(_CALLER_MUTED)
        return Message(STRETCHES[self.kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something at a second of the call; `what` is a Message, or words of the call. `channel` is who did it."""

    kind: MomentKind
    at_s: float
    what: str
    channel: Channel | None = None

    @property
    def words(self) -> Message:
        """What it was and when."""
        return Message("{what}: {time}", what=self.what, time=clock(self.at_s))


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A call of `duration_s`; each of both is in order of time. `sides` are those whose voices are known apart."""

    duration_s: float
    sides: tuple[Channel, ...]
    stretches: tuple[Stretch, ...]
    moments: tuple[Moment, ...]


NOTHING = Timeline(duration_s=0.0, sides=(), stretches=(), moments=())

STRETCHES = {
    StretchKind.OVERTALK: "Both speak",
    StretchKind.DEAD_AIR: "Dead air",
    StretchKind.HOLD: "Hold",
    StretchKind.PAUSE: "Paused",
    StretchKind.MUTED: "Agent muted",
    StretchKind.MUSIC: "Music",
    StretchKind.ANNOUNCEMENT: "Announcement",
    StretchKind.OTHER: "Someone else",
    StretchKind.UNSCORED: "Mood not followed",
    StretchKind.LOST: "No sound came",
}
_CALLER_MUTED = "Caller not heard"
_SPEAKS = {Channel.AGENT: "Agent speaks", Channel.CALLER: "Caller speaks", Channel.UNKNOWN: "Somebody speaks"}
_NOTES = {NoteKind.COMMENT: "Comment, {text}", NoteKind.COACHING: "Coaching, {text}"}
_NOTE_LETTERS = 80
_CUTS_IN = {Channel.AGENT: "Agent cuts in", Channel.CALLER: "Caller cuts in"}
_OF_LINE = {
    LineState.HOLD: StretchKind.HOLD,
    LineState.PAUSED: StretchKind.PAUSE,
    LineState.MUTED: StretchKind.MUTED,
    LineState.MUSIC: StretchKind.MUSIC,
    LineState.ANNOUNCEMENT: StretchKind.ANNOUNCEMENT,
    LineState.OTHER: StretchKind.OTHER,
    LineState.UNSCORED: StretchKind.UNSCORED,
}
_CALLER_THERE = frozenset({LineState.OPEN, LineState.UNSCORED})
_TWO = (Channel.AGENT, Channel.CALLER)


def timeline_of(document: CallDocument) -> Timeline:
    """All that its times tell of a call, its words or not."""
    sides = _sides(document)
    stretches = [*_talk(document.turns, sides), *_line(document), *_dead_air(document)]
    moments = [*_moves(document), *_cut_ins(document.turns), *_prompts(document), *_marks(document)]
    return Timeline(
        duration_s=document.call.duration_s,
        sides=sides,
        stretches=tuple(sorted(stretches, key=lambda one: (one.start_s, one.end_s))),
        moments=tuple(sorted(moments, key=lambda one: one.at_s)),
    )


def with_notes(timeline: Timeline, notes: Iterable[Note]) -> Timeline:
    """The same with what reviewers wrote at its seconds."""
    written = [
        Moment(
            kind=MomentKind.NOTE,
            at_s=note.at_s,
            what=Message(_NOTES[note.kind], text=shorten(note.text, _NOTE_LETTERS)),
        )
        for note in notes
        if note.at_s is not None
    ]
    return replace(timeline, moments=tuple(sorted([*timeline.moments, *written], key=lambda one: one.at_s)))


def dead_air(document: CallDocument) -> list[Seconds]:
    """Silences of both sides that last longer than 3 s, in order.

    What is a hold, a pause, music or the like is none, and neither is sound that never came; nothing is known of a
    call that was not listened to.
    """
    if document.call.capture is not Capture.SOUND:
        return []
    voices = [(turn.start_s, turn.end_s) for turn in document.turns]
    away = [
        (start_s, end_s) for state, start_s, end_s in _states(document, Channel.CALLER) if state not in _CALLER_THERE
    ]
    lost = [(gap.start_s, gap.end_s) for gap in document.gaps]
    between = gaps([*voices, *away, *lost], document.call.duration_s)
    return [(start_s, end_s) for start_s, end_s in between if end_s - start_s > DEAD_AIR_S]


def own_spans(turns: Iterable[Turn], channel: Channel) -> list[Seconds]:
    """When the person whom a channel belongs to spoke, joined and in order."""
    return union([(turn.start_s, turn.end_s) for turn in turns if turn.channel is channel and turn.is_own])


def _sides(document: CallDocument) -> tuple[Channel, ...]:
    if document.call.capture is not Capture.SOUND:
        return ()
    is_one = any(turn.channel is Channel.UNKNOWN for turn in document.turns)
    return (Channel.UNKNOWN,) if is_one else _TWO


def _talk(turns: Sequence[Turn], sides: Sequence[Channel]) -> Iterable[Stretch]:
    spans = {side: own_spans(turns, side) for side in sides}
    for side in sides:
        yield from (_stretch(StretchKind.TALK, *one, side) for one in spans[side])
    for one in overlaps(*(spans[side] for side in _TWO)) if sides == _TWO else ():
        yield _stretch(StretchKind.OVERTALK, *one)


def _line(document: CallDocument) -> Iterable[Stretch]:
    """What was on the lines; a pause is of both sides and is told once."""
    for state, start_s, end_s in _states(document, Channel.CALLER):
        if state in _OF_LINE:
            yield _stretch(_OF_LINE[state], start_s, end_s, Channel.CALLER if state is LineState.MUTED else None)
    for state, start_s, end_s in _states(document, Channel.AGENT):
        if state is LineState.MUTED:
            yield _stretch(StretchKind.MUTED, start_s, end_s, Channel.AGENT)
    yield from (_stretch(StretchKind.LOST, gap.start_s, gap.end_s, gap.channel) for gap in document.gaps)


def _states(document: CallDocument, channel: Channel) -> list[tuple[LineState, float, float]]:
    """What was on a line from when to when; before the first change it was open."""
    changes = sorted((one for one in document.lines if one.channel is channel), key=lambda one: one.at_s)
    after = [*(one.at_s for one in changes[1:]), document.call.duration_s]
    spans = [(one.state, one.at_s, end_s) for one, end_s in zip(changes, after, strict=True)] if changes else []
    return [one for one in spans if one[2] > one[1]]


def _dead_air(document: CallDocument) -> Iterable[Stretch]:
    return (_stretch(StretchKind.DEAD_AIR, *one) for one in dead_air(document))


def _moves(document: CallDocument) -> Iterable[Moment]:
    for made in document.moves:
        yield Moment(kind=MomentKind.MOVE, at_s=made.at_s, what=Message(MOVES[made.move]), channel=Channel.AGENT)


def _cut_ins(turns: Sequence[Turn]) -> Iterable[Moment]:
    for side in _TWO:
        for turn in cut_ins(turns, side):
            yield Moment(kind=MomentKind.CUT_IN, at_s=turn.start_s, what=Message(_CUTS_IN[side]), channel=side)


def _prompts(document: CallDocument) -> Iterable[Moment]:
    for shown in document.prompts:
        what = Message("Prompt, {stage}: {title}", stage=Message(STAGES[shown.stage]), title=shown.title)
        yield Moment(kind=MomentKind.PROMPT, at_s=shown.at_s, what=what)


def _marks(document: CallDocument) -> Iterable[Moment]:
    for mark in document.marks:
        yield Moment(kind=MomentKind.MARK, at_s=mark.at_s, what=Message(MARKS[mark.kind]), channel=Channel.AGENT)


def _stretch(kind: StretchKind, start_s: float, end_s: float, channel: Channel | None = None) -> Stretch:
    return Stretch(kind=kind, start_s=start_s, end_s=end_s, channel=channel)
