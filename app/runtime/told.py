"""What a running call can be told from outside, and how it does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.core.events import Channel, LineState, Mark


class Tellable(Protocol):
    """A runner that can be told what is on a channel; safe from any thread."""

    def set_line(self, channel: Channel, state: LineState) -> None:
        """From now on this is on the channel."""
        ...

    def mark(self, mark: Mark) -> None:
        """The agent says something of the call or of the card."""
        ...

    def stop(self) -> None:
        """End the call."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """What a verb does to a runner; `about` is its help, `done` what is answered."""

    does: Callable[[Tellable], None]
    about: str
    done: str


def _line(channel: Channel, state: LineState) -> Callable[[Tellable], None]:
    return lambda runner: runner.set_line(channel, state)


def _mark(mark: Mark) -> Callable[[Tellable], None]:
    return lambda runner: runner.mark(mark)


VERBS: Mapping[str, Verb] = {
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
        about="The caller is on hold: their side is not scored until resume.",
        done="The caller is on hold: their side is not scored until calmline call resume.",
    ),
    "resume": Verb(
        does=_line(Channel.CALLER, LineState.OPEN),
        about="The hold is over.",
        done="The caller is on the line again.",
    ),
    "other": Verb(
        does=_line(Channel.CALLER, LineState.OTHER),
        about="Somebody else is on the caller's line: they are not scored until caller.",
        done="Somebody else is on the line: they are not scored until calmline call caller.",
    ),
    "caller": Verb(
        does=_line(Channel.CALLER, LineState.OPEN),
        about="The caller is back on the line.",
        done="The caller is on the line again.",
    ),
    "abuse": Verb(
        does=_mark(Mark.ABUSE),
        about="This is abuse: show the company's next line.",
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
    "end": Verb(
        does=lambda runner: runner.stop(),
        about="End the call.",
        done="The call ends; its last words are still written down.",
    ),
}


def teller(runner: Tellable) -> Callable[[str], str]:
    """What does each of VERBS on a runner and says so in one line."""

    def tell(verb: str) -> str:
        VERBS[verb].does(runner)
        return VERBS[verb].done

    return tell
