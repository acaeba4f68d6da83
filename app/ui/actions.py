"""What an agent can do in the window, by button or by key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.chords import Modifier, chord_of
from app.core.events import Channel, LineState
from app.core.message import Message
from app.core.practice import is_practice
from app.core.state import CallState


class Act(StrEnum):
    """One thing to do; the names are those of `calmline call` where that knows it too."""

    START = "start"
    END = "end"
    START_BY_HAND = "start-without-listening"
    HOLD = "hold"
    RESUME = "resume"
    PAUSE = "pause"
    MUTE = "mute"
    UNMUTE = "unmute"
    OTHER = "other"
    CALLER = "caller"
    UNSCORED = "unscored"
    SCORED = "scored"
    MOMENT = "moment"
    HELP = "help"
    ABUSE = "abuse"
    WARNED = "warned"
    TOLD = "told"
    REFUSED = "refused"
    MOOD_CALM = "mood-calm"
    MOOD_RISING = "mood-rising"
    MOOD_HOT = "mood-hot"
    MOOD_COOLING = "mood-cooling"
    STEP_LISTEN = "step-listen"
    STEP_ASK = "step-ask"
    STEP_VALIDATE = "step-validate"
    STEP_RESOLVE = "step-resolve"
    USED = "used"
    DISMISS = "dismiss"
    SPEAK = "speak"
    CURVE = "curve"
    TRANSCRIPT = "transcript"
    COLLAPSE = "collapse"
    DOCK_LEFT = "dock-left"
    DOCK_RIGHT = "dock-right"
    DOCK_FREE = "dock-free"
    CALLS = "calls"
    KEPT = "kept"
    DEMO = "demo"
    PRACTICE = "practice"
    AGAIN = "again"
    NEXT = "next"
    SETTINGS = "settings"
    SETUP = "setup"
    CLEAR = "clear"
    ACCEPT = "accept"
    DECLINE = "decline"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """How an act is named and what it is for; `key` is its default key, "" for none.

    An act that has an opposite is one button and one key: `undo` is done where its state is on already.
    """

    title: str
    about: str
    key: str = ""
    undo: Act | None = None


SPECS: Mapping[Act, Spec] = {
    Act.START: Spec(title="Start", about="Listen to a call from now on.", key="Ctrl+Alt+Shift+S", undo=Act.END),
    Act.START_BY_HAND: Spec(
        title="Start without listening",
        about="Start a call of which nothing is heard: you say how the caller is, and ask for prompts.",
    ),
    Act.END: Spec(title="Stop", about="The call is over: stop listening to it. This does not hang up."),
    Act.PAUSE: Spec(
        title="Pause",
        about="For card details: neither side is heard or kept until you carry on.",
        key="Ctrl+Alt+Shift+P",
        undo=Act.RESUME,
    ),
    Act.HOLD: Spec(
        title="Hold",
        about="The caller is on hold: their mood is not followed until they are back.",
        key="Ctrl+Alt+Shift+O",
        undo=Act.RESUME,
    ),
    Act.RESUME: Spec(title="Carry on", about="The call goes on."),
    Act.MOMENT: Spec(title="Mark", about="Mark this moment in the record, to find it later.", key="Ctrl+Alt+Shift+B"),
    Act.HELP: Spec(
        title="Stuck",
        about="Note that you needed help here; nobody is called.",
        key="Ctrl+Alt+Shift+H",
    ),
    Act.USED: Spec(title="Used it", about="The prompt on the screen was of use.", key="Ctrl+Alt+Shift+U"),
    Act.DISMISS: Spec(title="Not now", about="Take the prompt off the screen.", key="Ctrl+Alt+Shift+X"),
    Act.MUTE: Spec(
        title="Mute me",
        about="Nothing of your microphone is heard or kept.",
        key="Ctrl+Alt+Shift+Q",
        undo=Act.UNMUTE,
    ),
    Act.UNMUTE: Spec(title="Unmute me", about="You are heard again."),
    Act.OTHER: Spec(
        title="Someone else is on the line",
        about="Their words are written down and count for no mood until the caller is back.",
        key="Ctrl+Alt+Shift+E",
        undo=Act.CALLER,
    ),
    Act.CALLER: Spec(title="The caller is back", about="The caller's mood is followed again."),
    Act.UNSCORED: Spec(
        title="Stop mood and prompts",
        about="Words are still written down; the caller's mood is not followed, and only safety prompts come.",
        key="Ctrl+Alt+Shift+V",
        undo=Act.SCORED,
    ),
    Act.SCORED: Spec(title="Mood and prompts again", about="The caller's mood is followed again, and prompts come."),
    Act.ABUSE: Spec(title="Caller is abusive", about="Show what your company has you say now.", key="Ctrl+Alt+Shift+A"),
    Act.WARNED: Spec(title="I have warned them", about="Count a warning that was not heard.", key="Ctrl+Alt+Shift+W"),
    Act.TOLD: Spec(
        title="They know it is written down",
        about="Tick that the caller knows that the call is written down.",
        key="Ctrl+Alt+Shift+D",
    ),
    Act.REFUSED: Spec(
        title="Caller said no",
        about="The caller does not want to be written down: drop what was heard, and go on without listening.",
        key="Ctrl+Alt+Shift+N",
    ),
    Act.MOOD_CALM: Spec(title="Calm", about="Without listening: the caller is calm.", key="Ctrl+Alt+Shift+1"),
    Act.MOOD_RISING: Spec(
        title="Heating up", about="Without listening: the caller is getting angrier.", key="Ctrl+Alt+Shift+2"
    ),
    Act.MOOD_HOT: Spec(title="Hot", about="Without listening: the caller is angry.", key="Ctrl+Alt+Shift+3"),
    Act.MOOD_COOLING: Spec(
        title="Cooling down", about="Without listening: the caller is getting calmer.", key="Ctrl+Alt+Shift+4"
    ),
    Act.STEP_LISTEN: Spec(title="Listen", about="Without listening: show a prompt to listen.", key="Ctrl+Alt+Shift+5"),
    Act.STEP_ASK: Spec(title="Ask", about="Without listening: show a prompt to ask.", key="Ctrl+Alt+Shift+6"),
    Act.STEP_VALIDATE: Spec(
        title="Validate", about="Without listening: show a prompt to validate.", key="Ctrl+Alt+Shift+7"
    ),
    Act.STEP_RESOLVE: Spec(
        title="Resolve", about="Without listening: show a prompt to resolve.", key="Ctrl+Alt+Shift+8"
    ),
    Act.SPEAK: Spec(
        title="Read the prompt aloud", about="A screen reader says the prompt now.", key="Ctrl+Alt+Shift+R"
    ),
    Act.CURVE: Spec(title="Curve", about="Show or hide the curve.", key="Ctrl+Alt+Shift+C"),
    Act.TRANSCRIPT: Spec(title="Words", about="Show or hide what both sides said.", key="Ctrl+Alt+Shift+T"),
    Act.COLLAPSE: Spec(title="Small", about="Show the caller's state and the prompt alone.", key="Ctrl+Alt+Shift+M"),
    Act.DOCK_LEFT: Spec(title="Dock left", about="The panel stands at the left edge of its screen."),
    Act.DOCK_RIGHT: Spec(title="Dock right", about="The panel stands at the right edge of its screen."),
    Act.DOCK_FREE: Spec(title="Move freely", about="The panel stays wherever you put it."),
    Act.CALLS: Spec(title="Calls", about="Look at the calls that were kept.", key="Ctrl+Alt+Shift+L"),
    Act.KEPT: Spec(title="What is kept", about="See what is kept and until when, hold it or delete it."),
    Act.DEMO: Spec(title="Play the demo call", about="See how a call looks."),
    Act.PRACTICE: Spec(title="Practice", about="Choose one of three short calls to practise on."),
    Act.AGAIN: Spec(title="Again", about="Practise this call once more."),
    Act.NEXT: Spec(title="Next lesson", about="Go on with the next call of the course."),
    Act.SETTINGS: Spec(title="Settings", about="Choose devices, text size and what is kept.", key="Ctrl+Alt+Shift+,"),
    Act.SETUP: Spec(title="Set up step by step", about="Choose and try your microphone and the caller's device."),
    Act.CLEAR: Spec(title="Done", about="Put this call away and be ready for the next one."),
    Act.ACCEPT: Spec(title="Yes", about="Do what is offered."),
    Act.DECLINE: Spec(title="No", about="Do not do what is offered."),
    Act.SEEN: Spec(title="OK", about="Take the notice off the screen."),
}

OF_A_CALL = frozenset(
    {
        *(Act.START, Act.END, Act.PAUSE, Act.HOLD, Act.RESUME, Act.MUTE, Act.UNMUTE),
        *(Act.OTHER, Act.CALLER, Act.UNSCORED, Act.SCORED),
        *(Act.MOMENT, Act.HELP, Act.ABUSE, Act.WARNED, Act.TOLD, Act.REFUSED, Act.USED, Act.DISMISS),
        *(Act.START_BY_HAND, Act.MOOD_CALM, Act.MOOD_RISING, Act.MOOD_HOT, Act.MOOD_COOLING),
        *(Act.STEP_LISTEN, Act.STEP_ASK, Act.STEP_VALIDATE, Act.STEP_RESOLVE),
    }
)
"""What the running call needs, whatever else is open."""

_OF_SOUND = frozenset({Act.PAUSE, Act.HOLD, Act.MUTE, Act.OTHER, Act.UNSCORED, Act.TOLD, Act.REFUSED, Act.TRANSCRIPT})
"""What there is nothing to do by where nothing is heard."""

TAKEN = {
    "Ctrl+Alt+N": "NVDA starts with it",
    "Ctrl+Alt+Delete": "the system takes it",
    "Ctrl+Shift+A": "Teams answers with it",
    "Ctrl+Shift+D": "Teams declines with it",
    "Ctrl+Shift+H": "Teams hangs up with it",
    "Ctrl+Shift+M": "Teams mutes with it",
    "Ctrl+Shift+S": "Teams answers with it",
    "Ctrl+L": "Jabber answers with it",
    "Ctrl+K": "Jabber hangs up with it",
    "Alt+F4": "the system closes windows with it",
}
"""Keys that other programs beside a call use, and for what."""

_FUNCTION = re.compile(r"F\d+")
_READERS = ("Ins", "Insert", "CapsLock", "Ctrl+Alt+")
"""Screen readers' own: they begin with one of these, and have no Shift where the last one is meant."""


def default_keys() -> dict[Act, str]:
    """The keys as they are shipped."""
    return {act: spec.key for act, spec in SPECS.items() if spec.key}


def trouble_with(key: str, act: Act, keys: Mapping[Act, str]) -> str:
    """Why a key cannot be given to an act beside the others' keys, "" where it can."""
    if not key:
        return ""
    other = next((found for found, taken in keys.items() if taken == key and found is not act), None)
    if other is not None:
        return Message("{key} is the key for “{act}”.", key=key, act=Message(SPECS[other].title))
    if key in TAKEN:
        return Message("{key} cannot be used: {why}.", key=key, why=Message(TAKEN[key]))
    if key.startswith(_READERS) and "Shift" not in key:
        return Message("{key} cannot be used: screen readers take it.", key=key)
    return _in_the_way(key)


def _in_the_way(key: str) -> str:
    """Whether a key, which counts in every program, would be pressed for something else."""
    chord = chord_of(key)
    if chord is None:
        return Message("{key} cannot be used: it has to be one key, with Ctrl, Alt or Shift beside it.", key=key)
    if _FUNCTION.fullmatch(chord.key):
        return ""
    if chord.modifiers <= {Modifier.SHIFT}:
        return Message("{key} cannot be used: you would press it while typing.", key=key)
    if len(chord.modifiers) == 1:
        return Message("{key} cannot be used: other programs take keys like it. Hold one more, such as Shift.", key=key)
    return ""


def conflicts(keys: Mapping[Act, str]) -> list[str]:
    """What is wrong with a set of keys."""
    return [*filter(None, (trouble_with(key, act, keys) for act, key in keys.items()))]


def meant(act: Act, state: CallState) -> Act:
    """What a button or key does now: itself, or its opposite where its state is on already."""
    undo = SPECS[act].undo
    return undo if undo is not None and is_on(act, state) else act


def is_useful(act: Act, state: CallState) -> bool:
    """Whether there is something to be done by it: nobody is told twice, and only a real caller can say no."""
    match act:
        case Act.TOLD:
            return state.disclosed is None or not state.disclosed.told
        case Act.REFUSED:
            call = state.started
            return call is not None and call.consent is not None and not is_practice(call.source)
        case _:
            return True


def is_offered(act: Act, state: CallState) -> bool:
    """Whether it is for such a call: one that is heard, or one that is not."""
    return state.is_heard or act not in _OF_SOUND


def is_on(act: Act, state: CallState) -> bool:
    """Whether the state that an act brings is there."""
    if act is Act.START:
        return state.started is not None and state.ended is None
    if act is Act.UNSCORED:
        return not state.is_scored
    channel, line = _BRINGS.get(act, (Channel.CALLER, None))
    return state.line(channel) is line


_BRINGS = {
    Act.PAUSE: (Channel.CALLER, LineState.PAUSED),
    Act.HOLD: (Channel.CALLER, LineState.HOLD),
    Act.MUTE: (Channel.AGENT, LineState.MUTED),
    Act.OTHER: (Channel.CALLER, LineState.OTHER),
}
"""What an act puts on which line."""
