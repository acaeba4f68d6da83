"""What a running call can be told from outside, and how it does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.core.events import Channel, LineState, Mark

END = "end"


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
class LineVerb:
    """What a verb says about a channel; `about` is its help, `done` what is answered."""

    channel: Channel
    state: LineState
    about: str
    done: str


LINE_VERBS: Mapping[str, LineVerb] = {
    "mute": LineVerb(
        channel=Channel.AGENT,
        state=LineState.MUTED,
        about="Hear nothing from the agent's microphone until unmute.",
        done="The agent is muted: nothing is heard or kept until calmline call unmute.",
    ),
    "unmute": LineVerb(
        channel=Channel.AGENT,
        state=LineState.OPEN,
        about="Hear the agent's microphone again.",
        done="The agent is heard again.",
    ),
    "hold": LineVerb(
        channel=Channel.CALLER,
        state=LineState.HOLD,
        about="The caller is on hold: their side is not scored until resume.",
        done="The caller is on hold: their side is not scored until calmline call resume.",
    ),
    "resume": LineVerb(
        channel=Channel.CALLER,
        state=LineState.OPEN,
        about="The hold is over.",
        done="The caller is on the line again.",
    ),
    "other": LineVerb(
        channel=Channel.CALLER,
        state=LineState.OTHER,
        about="Somebody else is on the caller's line: they are not scored until caller.",
        done="Somebody else is on the line: they are not scored until calmline call caller.",
    ),
    "caller": LineVerb(
        channel=Channel.CALLER,
        state=LineState.OPEN,
        about="The caller is back on the line.",
        done="The caller is on the line again.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkVerb:
    """What a verb says of the call or of the card; `about` is its help, `done` what is answered."""

    mark: Mark
    about: str
    done: str


MARK_VERBS: Mapping[str, MarkVerb] = {
    "abuse": MarkVerb(
        mark=Mark.ABUSE,
        about="This is abuse: show the company's next line.",
        done="Noted. The company's next line is shown if there is one.",
    ),
    "warned": MarkVerb(
        mark=Mark.WARNED,
        about="The caller has been warned that the call may be ended.",
        done="The warning is counted.",
    ),
    "used": MarkVerb(
        mark=Mark.USED, about="The prompt on the screen was of use.", done="Noted: the prompt was of use."
    ),
    "dismiss": MarkVerb(
        mark=Mark.DISMISSED, about="Take the prompt off the screen.", done="The prompt is off the screen."
    ),
}

VERBS = (*LINE_VERBS, *MARK_VERBS, END)


def teller(runner: Tellable) -> Callable[[str], str]:
    """What does each of VERBS on a runner and says so in one line."""

    def tell(verb: str) -> str:
        if verb == END:
            runner.stop()
            return "The call ends; its last words are still written down."
        if verb in MARK_VERBS:
            runner.mark(MARK_VERBS[verb].mark)
            return MARK_VERBS[verb].done
        said = LINE_VERBS[verb]
        runner.set_line(said.channel, said.state)
        return said.done

    return tell
