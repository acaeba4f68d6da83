"""What happens in a call, as frozen values. Every `*_s` is a second of call audio, never wall time."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.consent import Capture, Consent


class Channel(StrEnum):
    """Whose voice a channel carries; `unknown` where both speak on one."""

    AGENT = "agent"
    CALLER = "caller"
    UNKNOWN = "unknown"


class Trend(StrEnum):
    """Direction of the caller's anger."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"


class Phase(StrEnum):
    """The caller's state, with hysteresis and a minimum dwell."""

    CALM = "calm"
    RISING = "rising"
    HOT = "hot"
    FALLING = "falling"
    ABUSIVE = "abusive"


class Stage(StrEnum):
    """The step of de-escalation a prompt belongs to."""

    OPEN = "open"
    LISTEN = "listen"
    ASK = "ask"
    VALIDATE = "validate"
    RESOLVE = "resolve"
    BOUNDARY = "boundary"
    SAFETY = "safety"
    CLOSE = "close"


class Move(StrEnum):
    """Something the agent did, read from words and timing, never from mood or voice."""

    GREETING = "greeting"
    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    READ_BACK = "read_back"
    ACKNOWLEDGEMENT = "acknowledgement"
    APOLOGY = "apology"
    EXCUSE = "excuse"
    BUCK_PASSING = "buck_passing"
    OWNERSHIP = "ownership"
    COMMITMENT = "commitment"
    OPTIONS = "options"
    EXTRA = "extra"
    CALL_BACK = "call_back"
    EXPLANATION = "explanation"
    REASSURANCE = "reassurance"
    REFUSAL = "refusal"
    REFUSAL_WITH_OPTION = "refusal_with_option"
    RETORT = "retort"
    WARNING = "warning"
    HEDGE = "hedge"
    BLAME_COLLEAGUE = "blame_colleague"
    TIP = "tip"
    ANSWER = "answer"
    LISTENING = "listening"
    INTERRUPTION = "interruption"
    PAUSE = "pause"
    SUMMARY = "summary"
    THANKS = "thanks"


class LineState(StrEnum):
    """Who or what is on a channel: its person, nobody (muted, hold, paused), or what is never scored.

    UNSCORED is the caller whom the agent wants not to be scored for a while.
    """

    OPEN = "open"
    MUTED = "muted"
    PAUSED = "paused"
    HOLD = "hold"
    MUSIC = "music"
    ANNOUNCEMENT = "announcement"
    OTHER = "other"
    UNSCORED = "unscored"

    @property
    def is_own(self) -> bool:
        """Whether the person is there whom the channel belongs to."""
        return self in {LineState.OPEN, LineState.UNSCORED}


class Mark(StrEnum):
    """What the agent says of the call or of the card.

    Of the call: abuse, a warning, help wanted, this moment, that the caller was told of the record. Of the card: of
    use, away. Where nothing is heard, how the caller is and which step a prompt is wanted for, and that the caller did
    not want to be heard.
    """

    ABUSE = "abuse"
    WARNED = "warned"
    USED = "used"
    DISMISSED = "dismissed"
    HELP = "help"
    MOMENT = "moment"
    TOLD = "told"
    REFUSED = "refused"
    CALM = "calm"
    RISING = "rising"
    HOT = "hot"
    COOLING = "cooling"
    LISTEN = "listen"
    ASK = "ask"
    VALIDATE = "validate"
    RESOLVE = "resolve"


class Telling(StrEnum):
    """How a caller learns that the call is written down: said by the agent, before the call, or ticked by the agent.

    REFUSED where they were told and did not want it: nothing is heard then.
    """

    AGENT = "agent"
    ANNOUNCED = "announced"
    TICKED = "ticked"
    REFUSED = "refused"


class HealthCode(StrEnum):
    """What the health line speaks about."""

    LISTENING = "listening"
    BEHIND = "behind"
    STORED = "stored"
    STORE_FAILED = "store_failed"
    ENGINE_FAILED = "engine_failed"
    ONE_CHANNEL = "one_channel"
    INCOMPLETE = "incomplete"
    DEVICE_LOST = "device_lost"
    DEVICE_BACK = "device_back"
    CALLER_SILENT = "caller_silent"
    ONE_DEVICE = "one_device"
    CLIPPING = "clipping"
    ECHO = "echo"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStarted:
    """Call second 0; `stored` tells whether the call is kept in the store once it has ended.

    `consent` is the rule by which the caller of a live call is told that it is written down.
    """

    call_id: str
    source: str
    started_at: str
    agent: str | None
    caller: str | None
    reference: str | None
    model: str
    playbook: str
    scorer: str
    stored: bool = True
    capture: Capture = Capture.SOUND
    consent: Consent | None = None
    at_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPartial:
    """An open utterance: the screen shows `stable` + " " + `guess`; `stable` only grows until the final.

    `paused` where the voice is silent and all of it was read as for a final.
    """

    number: int
    channel: Channel
    start_s: float
    end_s: float
    stable: str
    guess: str
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinal:
    """A closed utterance; it replaces the partials of its number, an empty text withdraws them.

    `line` is what was on the channel besides its own person while it was said: only an OPEN line is scored.
    """

    number: int
    channel: Channel
    start_s: float
    end_s: float
    text: str
    confidence: float
    line: LineState = LineState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class AngerPoint:
    """A point of the anger curve: after caller utterance `number`, or a decay point where that is None.

    `level` and `heat` are in 0..1; `words` are up to three stretches of words that moved the heat, `by` (-1..1) how
    much each did. `by_hand` where the agent said so, in a call of which nothing is heard.
    """

    at_s: float
    level: float
    trend: Trend
    phase: Phase
    words: tuple[str, ...] = ()
    by: tuple[float, ...] = ()
    provisional: bool = False
    number: int | None = None
    heat: float | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentMove:
    """The agent did something the coach knows; `text` is the masked sentence, empty for timing moves."""

    at_s: float
    move: Move
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WantHeard:
    """The caller said what they want, in their own masked words."""

    at_s: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """The agent committed to something; `when` is the time they named, if any."""

    at_s: float
    who: str
    what: str
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One card on the screen from `at_s`, at the latest until `until_s`."""

    at_s: float
    stage: Stage
    rule: str
    title: str
    say: str
    because: str
    until_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptWithdrawn:
    """The card shown for `rule` is gone; `followed` is null where the agent had no chance to act on it."""

    rule: str
    at_s: float
    why: str
    followed: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptUsed:
    """The agent said that the card shown for `rule` was of use."""

    rule: str
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The agent marked this second of the call: that they need help, that this is abuse, or just the moment."""

    kind: Mark
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptHeldBack:
    """A rule fitted and nothing was shown for it; `why` tells what held it back. What follows is compared with it."""

    rule: str
    at_s: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What stands on the checklist from `at_s` on, and which of it is done; without items there is none."""

    at_s: float
    items: tuple[str, ...] = ()
    done: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosed:
    """Whether the caller has been told that the call is written down, and how; told only once in a call."""

    told: bool
    how: Telling | None
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioGap:
    """Audio that never arrived; the runner filled it with silence."""

    channel: Channel
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChanged:
    """From `at_s` on a channel carries something else; `detected` where nobody said so."""

    channel: Channel
    state: LineState
    detected: bool
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringSet:
    """The agent said whether the caller is to be scored, from now on or once they are there again."""

    scored: bool
    at_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the tool itself is doing; `lag_s` is how far words are behind the audio.

    `over` is the trouble that has ended, where the event says so.
    """

    code: HealthCode
    advice: str
    lag_s: float
    at_s: float
    over: HealthCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded:
    """The last event of a call; `dropped_partials` were asked for and not shown."""

    at_s: float
    duration_s: float
    dropped_partials: int = 0


Event = (
    CallStarted
    | TextPartial
    | TextFinal
    | AngerPoint
    | AgentMove
    | WantHeard
    | PromiseMade
    | Prompt
    | PromptWithdrawn
    | PromptUsed
    | Marked
    | PromptHeldBack
    | Checklist
    | Disclosed
    | AudioGap
    | LineChanged
    | ScoringSet
    | Health
    | CallEnded
)
