"""What a running call can be told from outside, and how it does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.core.by_hand import STEPS
from app.core.errors import PipeError
from app.core.events import Channel, LineState, Mark, Stage


class Tell(Protocol):
    """Does what a verb asks of the call that is named, if one is, and answers in one line. Raises CalmlineError."""

    def __call__(self, verb: str, call_id: str | None, reference: str | None = None) -> str:
        """A `reference` is what a call that begins is filed under."""
        ...


NAMING = frozenset({"start", "start-without-listening", "answer"})
"""Verbs that give a call its name; with every other one a name must be that of the running call."""


class Tellable(Protocol):
    """A running call that can be told things; safe from any thread."""

    def set_line(self, channel: Channel, state: LineState) -> None:
        """From now on this is on the channel."""
        ...

    def set_scored(self, *, scored: bool) -> None:
        """From now on the caller is scored, or not."""
        ...

    def pause(self) -> None:
        """From now on nothing of either side is heard or kept."""
        ...

    def resume(self) -> None:
        """The pause is over, or the hold: whichever came last."""
        ...

    def mark(self, mark: Mark) -> None:
        """The agent says something of the call or of the card."""
        ...

    def stop(self) -> None:
        """End the call."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What a verb does to a running call; `about` is its help, `done` what is answered."""

    does: Callable[[Tellable], None]
    about: str
    done: str


def _line(channel: Channel, state: LineState) -> Callable[[Tellable], None]:
    return lambda runner: runner.set_line(channel, state)


def _mark(mark: Mark) -> Callable[[Tellable], None]:
    return lambda runner: runner.mark(mark)


_MOODS = {
    "calm": (Mark.CALM, "calm"),
    "rising": (Mark.RISING, "heating up"),
    "hot": (Mark.HOT, "hot"),
    "cooling": (Mark.COOLING, "cooling down"),
}


def _felt(mark: Mark, words: str) -> Verb:
    about = f"In a call without listening: the caller is {words}."
    return Verb(does=_mark(mark), about=about, done=f"Noted: the caller is {words}.")


def _asked(mark: Mark, stage: Stage) -> Verb:
    about = f"In a call without listening: show a prompt for the step {stage}."
    return Verb(does=_mark(mark), about=about, done=f"A prompt for {stage} is shown if there is one.")


def _refuse(_: Tellable) -> None:
    raise PipeError("A call that was started in a terminal is running.", "End it, then start calls beside the window.")


VERBS: Mapping[str, Verb] = {
    "start": Verb(
        does=_refuse,
        about="Start a call in the open window; one that is running ends.",
        done="Listening to the new call.",
    ),
    "answer": Verb(
        does=lambda _: None,
        about="Start a call in the open window where none is running.",
        done="A call is running.",
    ),
    "mute": Verb(
        does=_line(Channel.AGENT, LineState.MUTED),
        about="Hear nothing from the agent's microphone until unmute.",
        done="The agent is muted: nothing is heard or kept until calmline call unmute.",
    ),
    "unmute": Verb(
        does=_line(Channel.AGENT, LineState.OPEN),
        about="Hear the agent's microphone again.",
        done="The agent is heard again.",
    ),
    "hold": Verb(
        does=_line(Channel.CALLER, LineState.HOLD),
        about="The caller is on hold: their mood is not followed until resume.",
        done="The caller is on hold: their mood is not followed until calmline call resume.",
    ),
    "resume": Verb(
        does=lambda call: call.resume(),
        about="The hold or the pause is over, whichever came last.",
        done="Going on.",
    ),
    "pause": Verb(
        does=lambda call: call.pause(),
        about="Hear and keep nothing of either side until resume.",
        done="Paused: nothing of either side is heard or kept until calmline call resume.",
    ),
    "other": Verb(
        does=_line(Channel.CALLER, LineState.OTHER),
        about="Somebody else is on the caller's line: their words count for no mood until caller.",
        done="Somebody else is on the line: their words count for no mood until calmline call caller.",
    ),
    "caller": Verb(
        does=_line(Channel.CALLER, LineState.OPEN),
        about="The caller is back on the line.",
        done="The caller is on the line again.",
    ),
    "unscored": Verb(
        does=lambda call: call.set_scored(scored=False),
        about="Stop mood and prompts until scored; safety prompts still come.",
        done="Mood and prompts are off, words are written down, until calmline call scored.",
    ),
    "scored": Verb(
        does=lambda call: call.set_scored(scored=True),
        about="Follow the caller's mood again, and prompt.",
        done="The caller's mood is followed again, and prompts come.",
    ),
    "abuse": Verb(
        does=_mark(Mark.ABUSE),
        about="The caller is abusive: show the company's next line.",
        done="Noted. The company's next line is shown if there is one.",
    ),
    "warned": Verb(
        does=_mark(Mark.WARNED),
        about="The caller has been warned that the call may be ended.",
        done="The warning is counted.",
    ),
    "used": Verb(
        does=_mark(Mark.USED),
        about="The prompt on the screen was of use.",
        done="Noted: the prompt was of use.",
    ),
    "dismiss": Verb(
        does=_mark(Mark.DISMISSED),
        about="Take the prompt off the screen.",
        done="The prompt is off the screen.",
    ),
    "help": Verb(
        does=_mark(Mark.HELP),
        about="Note that the agent needed help here; nobody is called.",
        done="Noted: the agent needed help.",
    ),
    "moment": Verb(
        does=_mark(Mark.MOMENT),
        about="Mark this moment of the call.",
        done="This moment is marked.",
    ),
    "told": Verb(
        does=_mark(Mark.TOLD),
        about="Tick that the caller knows that the call is written down.",
        done="Noted: the caller knows that the call is written down.",
    ),
    "refused": Verb(
        does=_mark(Mark.REFUSED),
        about="The caller does not want to be written down: drop what was heard, and go on without listening.",
        done="Nothing is heard, and no words are kept. The call goes on by hand.",
    ),
    "start-without-listening": Verb(
        does=_refuse,
        about="Start a call of which nothing is heard; one that is running ends.",
        done="A call without listening has begun.",
    ),
    **{f"mood-{mood}": _felt(mark, words) for mood, (mark, words) in _MOODS.items()},
    **{f"step-{stage}": _asked(mark, stage) for mark, stage in STEPS.items()},
    "end": Verb(
        does=lambda call: call.stop(),
        about="The call is over: stop listening to it. It does not hang up.",
        done="The call ends; its last words are still written down.",
    ),
}

ONLY_BY_HAND = frozenset({"refused", *(verb for verb in VERBS if verb.startswith(("mood-", "step-")))})
"""Verbs for a call of which nothing is heard."""


def teller(call: Tellable, running: str, *, is_by_hand: bool = False) -> Tell:
    """What does each of VERBS on the `running` call, by its id, and says so in one line.

    Raises PipeError where another call is named, or one that is listened to is told what goes by hand.
    """

    def tell(verb: str, call_id: str | None, reference: str | None = None) -> str:  # noqa: ARG001 - it has begun
        if call_id not in {None, running} and verb not in NAMING:
            raise PipeError("The running call is not {named}.", "Nothing was changed.", named=call_id)
        if verb in ONLY_BY_HAND and not is_by_hand:
            raise PipeError(
                "The running call is listened to.", "This is for one without: calmline call start-without-listening."
            )
        VERBS[verb].does(call)
        return VERBS[verb].done

    return tell
