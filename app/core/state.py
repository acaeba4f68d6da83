"""What a window or a review page shows of a call: an immutable state, rebuilt event by event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from app.core.clarity import CLEAR_FROM
from app.core.consent import Capture
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
    HealthCode,
    LineChanged,
    LineState,
    Mark,
    Marked,
    PromiseMade,
    Prompt,
    PromptHeldBack,
    PromptUsed,
    PromptWithdrawn,
    ScoringSet,
    Stage,
    TextFinal,
    TextPartial,
    WantHeard,
)

NOT_CONFIRMED = "not confirmed"
"""Why a card went that was chosen from part of the caller's words."""

_NO_TROUBLE = frozenset({HealthCode.LISTENING, HealthCode.DEVICE_BACK, HealthCode.STORED})
_ENDS = {HealthCode.DEVICE_BACK: HealthCode.DEVICE_LOST, HealthCode.STORED: HealthCode.STORE_FAILED}


Span = tuple[float, float | None]
"""From when to when, in seconds of the call; None where that goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One utterance as written down; `heat` is None for the agent and where the words are too unsure.

    `line` is what was on the channel meanwhile; only the caller on an OPEN line is scored.
    """

    number: int
    channel: Channel
    start_s: float
    end_s: float
    text: str
    confidence: float
    heat: float | None = None
    line: LineState = LineState.OPEN

    @property
    def is_own(self) -> bool:
        """Whether it was said by the person whom the channel belongs to."""
        return self.line.is_own

    @property
    def is_unscored(self) -> bool:
        """Whether it was said on the caller's channel and could not or was not to be scored."""
        return self.channel is Channel.CALLER and self.line is not LineState.OPEN

    @property
    def is_unsure(self) -> bool:
        """Whether its words were heard so badly that they may be others."""
        return self.confidence < CLEAR_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPrompt:
    """A prompt as it was shown, from `at_s` to `until_s`.

    `taken_back` is one that was chosen from part of the caller's words, and the whole said otherwise.
    `level` is the caller's when it was shown, `level_60s` that of a minute later; both are known once the call is over.
    """

    at_s: float
    stage: Stage
    rule: str
    title: str
    say: str
    because: str
    until_s: float
    followed: bool | None = None
    used: bool = False
    dismissed: bool = False
    taken_back: bool = False
    level: float | None = None
    level_60s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallState:
    """A call so far. `prompt` is the card on the screen now; `partials` the open utterances by channel.

    `changes` are all changes of the lines, `lines` the last one of each channel; `troubles` is what is wrong now, the
    newest last. `checked` is what ever stood on the checklist, and whether it was done. `disclosed` is None where the
    playbook says nothing of the call being written down.
    """

    started: CallStarted | None = None
    turns: tuple[Turn, ...] = ()
    partials: tuple[TextPartial, ...] = ()
    curve: tuple[AngerPoint, ...] = ()
    prompts: tuple[ShownPrompt, ...] = ()
    prompt: ShownPrompt | None = None
    held_back: tuple[PromptHeldBack, ...] = ()
    checklist: Checklist | None = None
    checked: Mapping[str, bool] = field(default_factory=dict)
    disclosed: Disclosed | None = None
    moves: tuple[AgentMove, ...] = ()
    wants: tuple[WantHeard, ...] = ()
    promises: tuple[PromiseMade, ...] = ()
    gaps: tuple[AudioGap, ...] = ()
    marks: tuple[Marked, ...] = ()
    lines: Mapping[Channel, LineChanged] = field(default_factory=dict)
    changes: tuple[LineChanged, ...] = ()
    is_scored: bool = True
    """Whether the caller is scored, or will be once they are there again."""
    health: Health | None = None
    troubles: tuple[Health, ...] = ()
    ended: CallEnded | None = None

    def line(self, channel: Channel) -> LineState:
        """What is on a channel now."""
        change = self.lines.get(channel)
        return change.state if change else LineState.OPEN

    @property
    def is_heard(self) -> bool:
        """Whether the call is listened to; else the agent says by hand how it goes."""
        return self.started is None or self.started.capture is Capture.SOUND

    @property
    def unscored(self) -> tuple[Span, ...]:
        """When the caller was not scored: paused, on hold, away, or not to be scored."""
        return unscored_in(self.changes)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Stages shown, in order, without repeating one that stays."""
        kept: list[Stage] = []
        for prompt in self.prompts:
            if not kept or kept[-1] is not prompt.stage:
                kept.append(prompt.stage)
        return tuple(kept)


def unscored_in(changes: Sequence[LineChanged]) -> tuple[Span, ...]:
    """The stretches without scoring that changes of the caller's line tell of, in order."""
    spans: list[Span] = []
    for change in changes:
        if change.channel is not Channel.CALLER:
            continue
        is_on = bool(spans) and spans[-1][1] is None
        if change.state is not LineState.OPEN and not is_on:
            spans.append((change.at_s, None))
        elif change.state is LineState.OPEN and is_on and change.at_s > spans[-1][0]:
            spans[-1] = (spans[-1][0], change.at_s)
    return tuple(spans)


def apply(state: CallState, event: Event) -> CallState:  # noqa: C901, PLR0911, PLR0912 - one arm for each event
    """The state after an event."""
    match event:
        case CallStarted():
            return CallState(started=event)
        case TextPartial():
            return replace(state, partials=(*_without(state.partials, event.channel), event))
        case TextFinal():
            return _with_turn(state, event)
        case AngerPoint():
            return _with_point(state, event)
        case AgentMove():
            return replace(state, moves=(*state.moves, event))
        case WantHeard():
            return replace(state, wants=(*state.wants, event))
        case PromiseMade():
            return replace(state, promises=(*state.promises, event))
        case Prompt():
            return _with_prompt(state, event)
        case PromptWithdrawn():
            return _without_prompt(state, event)
        case PromptUsed():
            return _with_prompt_used(state)
        case Marked():
            return replace(state, marks=(*state.marks, event))
        case PromptHeldBack():
            return replace(state, held_back=(*state.held_back, event))
        case Checklist():
            checked = {**state.checked, **dict(zip(event.items, event.done, strict=True))}
            return replace(state, checklist=event if event.items else None, checked=checked)
        case Disclosed():
            return replace(state, disclosed=event)
        case AudioGap():
            return replace(state, gaps=(*state.gaps, event))
        case LineChanged():
            return _with_line(state, event)
        case ScoringSet():
            return replace(state, is_scored=event.scored)
        case Health():
            return replace(state, health=event, troubles=_troubles(state.troubles, event))
        case CallEnded():
            curve = tuple(point for point in state.curve if not point.provisional)
            return replace(
                _with_last_word(state, event.duration_s), ended=event, partials=(), curve=curve, checklist=None
            )
        case _:
            assert_never(event)


def _with_line(state: CallState, change: LineChanged) -> CallState:
    tells = change.channel is Channel.CALLER and change.state.is_own
    return replace(
        state,
        lines={**state.lines, change.channel: change},
        changes=(*state.changes, change),
        is_scored=change.state is LineState.OPEN if tells else state.is_scored,
    )


def _troubles(troubles: tuple[Health, ...], health: Health) -> tuple[Health, ...]:
    over = _ENDS.get(health.code, health.over)
    others = tuple(trouble for trouble in troubles if trouble.code not in {over, health.code})
    return others if health.code in _NO_TROUBLE else (*others, health)


def _without(partials: tuple[TextPartial, ...], channel: Channel) -> tuple[TextPartial, ...]:
    return tuple(partial for partial in partials if partial.channel is not channel)


def _with_turn(state: CallState, final: TextFinal) -> CallState:
    open_partials = tuple(
        partial for partial in state.partials if partial.channel is not final.channel or partial.number > final.number
    )
    if final.channel is Channel.CALLER:
        curve = tuple(point for point in state.curve if not point.provisional or (point.number or 0) > final.number)
        state = replace(state, curve=curve)
    if not final.text:
        return replace(state, partials=open_partials)
    turn = Turn(
        number=final.number,
        channel=final.channel,
        start_s=final.start_s,
        end_s=final.end_s,
        text=final.text,
        confidence=final.confidence,
        line=final.line,
    )
    turns = tuple(sorted((*state.turns, turn), key=lambda kept: (kept.start_s, kept.channel)))
    return replace(state, turns=turns, partials=open_partials)


def _with_point(state: CallState, point: AngerPoint) -> CallState:
    """A provisional point stays the last one, moved along with the time, until one of a final takes its place."""
    settled = tuple(kept for kept in state.curve if not kept.provisional)
    if point.provisional:
        return replace(state, curve=(*settled, point))
    if point.heat is None:
        waiting = (replace(kept, at_s=max(kept.at_s, point.at_s)) for kept in state.curve[len(settled) :])
        return replace(state, curve=(*settled, point, *waiting))
    ahead = tuple(kept for kept in state.curve[len(settled) :] if (kept.number or 0) > (point.number or 0))
    turns = tuple(
        replace(turn, heat=point.heat) if turn.channel is Channel.CALLER and turn.number == point.number else turn
        for turn in state.turns
    )
    return replace(state, curve=(*settled, point, *ahead), turns=turns)


def _with_prompt(state: CallState, event: Prompt) -> CallState:
    shown = ShownPrompt(
        at_s=event.at_s,
        stage=event.stage,
        rule=event.rule,
        title=event.title,
        say=event.say,
        because=event.because,
        until_s=event.until_s,
    )
    return replace(state, prompts=(*state.prompts, shown), prompt=shown)


def _with_last_word(state: CallState, duration_s: float) -> CallState:
    """A prompt that is still there at the end is left for the agent; on the record it lasts as long as the call."""
    prompts = tuple(replace(shown, until_s=min(shown.until_s, duration_s)) for shown in state.prompts)
    return replace(state, prompts=prompts, prompt=prompts[-1] if state.prompt else None)


def _without_prompt(state: CallState, event: PromptWithdrawn) -> CallState:
    prompts = tuple(
        replace(
            shown,
            until_s=event.at_s,
            followed=event.followed,
            dismissed=event.why == Mark.DISMISSED,
            taken_back=event.why == NOT_CONFIRMED,
        )
        if shown is state.prompt
        else shown
        for shown in state.prompts
    )
    return replace(state, prompts=prompts, prompt=None)


def _with_prompt_used(state: CallState) -> CallState:
    if state.prompt is None:
        return state
    used = replace(state.prompt, used=True)
    prompts = tuple(used if shown is state.prompt else shown for shown in state.prompts)
    return replace(state, prompts=prompts, prompt=used)
