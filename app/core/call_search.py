"""Which ended calls are looked for, in which order, and what a list shows of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final

from app.core.document import CallDocument
from app.core.events import Channel, Move, Stage
from app.core.reviewed import Noted, Scored
from app.core.standing import Standing

STEPS: Final = (Stage.LISTEN, Stage.ASK, Stage.VALIDATE, Stage.RESOLVE, Stage.CLOSE)
"""The steps of de-escalation in their order; a call has reached the last one it has ticked."""

_QUOTES = str.maketrans("“”„«»", '"""""')
_IN_NOTES = "note"
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SAID = re.compile(
    r'(?P<not>-?)(?:(?P<by>caller|agent|note):\s*)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+)|(?<=:)\s*$)', re.IGNORECASE
)


class Course(StrEnum):
    """How a call went as a whole; a caller is hot at the phases that count as escalations."""

    CALM = "calm"
    CALMED = "calmed"
    HOT = "hot"


COURSES = {
    Course.CALM: "Stayed calm",
    Course.CALMED: "Calmed down",
    Course.HOT: "Stayed hot",
}
"""What a list says of it."""


def course_of(document: CallDocument) -> Course | None:
    """Never hot, hot and then calm for good, or hot to the end; None where nothing was scored."""
    summary = document.summary
    if summary.peak_level is None:
        return None
    if summary.escalations == 0:
        return Course.CALM
    return Course.HOT if summary.time_to_calm_s is None else Course.CALMED


def step_reached(document: CallDocument) -> Stage | None:
    """The furthest of the steps that the agent has made; None where none was."""
    return next((step for step in reversed(STEPS) if step in document.summary.stages), None)


def moves_made(document: CallDocument) -> Mapping[Move, int]:
    """How often the agent made each of the moves."""
    kinds = [made.move for made in document.moves]
    return {move: kinds.count(move) for move in Move if move in kinds}


def words_of(document: CallDocument, channel: Channel) -> str:
    """All that one side said, a turn a line; of a call that is not two-sided nobody knows whose the words are."""
    return "\n".join(turn.text for turn in document.turns if turn.channel is channel and turn.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Values from `low` to `high`, both included; None is no bound. What is not known lies within no bound."""

    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words in a row that one side said, or either where `by` is None: then a note may hold them as well.

    `is_absent` where they must not have been said. What is `in_notes` stands, or does not, in comments and coaching
    notes alone.
    """

    words: tuple[str, ...]
    by: Channel | None = None
    is_absent: bool = False
    in_notes: bool = False


def said_in(text: str) -> tuple[Said, ...]:
    """What a line asks for: words, "words in a row", `caller:`, `agent:` or `note:` in front, `-` where not there."""
    found = []
    for match in _SAID.finditer(text.translate(_QUOTES)):
        words = tuple(_WORD.findall(match["phrase"] or match["word"] or ""))
        if words:
            where = (match["by"] or "").lower()
            by = Channel(where) if where in {Channel.CALLER, Channel.AGENT} else None
            found.append(Said(words=words, by=by, is_absent=bool(match["not"]), in_notes=where == _IN_NOTES))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFilter:
    """Every condition must hold; what is empty, None or open asks for nothing.

    `since` and `until` are ISO times in UTC, the second excluded. Levels are 0..1, `*_s` seconds. `made` are moves of
    the agent that there must be, `not_made` those that there must not be. `reached` is the least step. `has_words` says
    whether the words must still be there. `call_ids` are the only calls that count, None where all do. Under
    `score_below` (0..1) lies no call without a score. `viewer` asks for nothing: it is whoever looks, since scores are
    counted as far as they may be seen.
    """

    since: str | None = None
    until: str | None = None
    agents: frozenset[str] = frozenset()
    reference: str = ""
    duration_s: Between = Between()
    peak: Between = Between()
    end: Between = Between()
    time_to_calm_s: Between = Between()
    courses: frozenset[Course] = frozenset()
    reached: Stage | None = None
    warnings: Between = Between()
    made: frozenset[Move] = frozenset()
    not_made: frozenset[Move] = frozenset()
    is_reviewed: bool | None = None
    is_flagged: bool | None = None
    has_words: bool | None = None
    said: tuple[Said, ...] = ()
    call_ids: frozenset[str] | None = None
    scored: Scored | None = None
    score_below: float | None = None
    noted: Noted | None = None
    viewer: str | None = field(default=None, compare=False)


def is_same(reference: str, other: str | None) -> bool:
    """Whether two references are one, however they are written."""
    return other is not None and plain_reference(other) == plain_reference(reference)


def plain_reference(reference: str) -> str:
    """What all spellings of a reference have in common."""
    return reference.strip().casefold()


class SortKey(StrEnum):
    """What a list can be in order of."""

    STARTED = "started_at"
    AGENT = "agent"
    SOURCE = "source"
    DURATION = "duration_s"
    PEAK = "peak_level"
    END = "end_level"
    ESCALATIONS = "escalations"
    TIME_TO_CALM = "time_to_calm_s"
    SCORE = "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOrder:
    """The newest first, where nothing else is said; what is not known comes last in either direction."""

    key: SortKey = SortKey.STARTED
    is_descending: bool = True


_FALLING = frozenset({SortKey.STARTED, SortKey.DURATION, SortKey.PEAK, SortKey.ESCALATIONS})
"""What is best seen with the highest first."""


def order_by(key: SortKey) -> CallOrder:
    """As a list is put in order by a key at first: what wants a look soonest stands at the top."""
    return CallOrder(key=key, is_descending=key in _FALLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """All calls that are looked for, in an order, without naming them."""

    wanted: CallFilter = CallFilter()
    order: CallOrder = CallOrder()

    @property
    def is_about_scores(self) -> bool:
        """Whether scores decide which calls are listed, or in which order."""
        wanted = self.wanted
        return wanted.scored is not None or wanted.score_below is not None or self.order.key is SortKey.SCORE


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One line of the list of calls; unknown is None. `started_at` is an ISO time in UTC."""

    call_id: str
    started_at: str
    source: str
    agent: str | None
    duration_s: float
    peak_level: float | None
    end_level: float | None
    escalations: int
    has_words: bool = True
    is_held: bool = False
    reference: str | None = None
    course: Course | None = None
    time_to_calm_s: float | None = None
    reached: Stage | None = None
    warnings: int = 0
    is_reviewed: bool = False
    is_flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """A comment or a coaching note in which words stand that were looked for, by its number."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPage:
    """Some rows of a list, and how many there are in all; by a call's id, what is known of it besides.

    `standings` are there where somebody looked them up, `notes` in a list with a limit, where they hold words that are
    looked for.
    """

    rows: tuple[CallRow, ...]
    total: int
    standings: Mapping[str, Standing] = field(default_factory=dict)
    notes: Mapping[str, FoundNote] = field(default_factory=dict)


_FIRST_DAY, _LAST_DAY = date(1970, 1, 2), date(9999, 1, 1)
"""Before and after them no calls are, and not every system knows its zone."""


def begin_of(day: date) -> str:
    """When a day begins on this computer, as ISO time in UTC; a day that no call can be of is the nearest that can."""
    possible = min(max(day, _FIRST_DAY), _LAST_DAY)
    return datetime.combine(possible, time()).astimezone(UTC).isoformat(timespec="seconds")


def end_of(day: date) -> str:
    """When the next day begins."""
    return begin_of(min(day, _LAST_DAY) + timedelta(days=1))


def days_of(wanted: "CallFilter") -> tuple[date | None, date | None]:
    """The first and the last day on this computer that `since` and `until` leave; None where they ask for none."""
    first = datetime.fromisoformat(wanted.since).astimezone().date() if wanted.since else None
    last = datetime.fromisoformat(wanted.until).astimezone() - timedelta(seconds=1) if wanted.until else None
    return first, last.date() if last else None


def in_utc(started_at: str) -> str:
    """The same moment in UTC, as the times of rows are compared letter by letter; what is in no zone stays as it is."""
    try:
        began = datetime.fromisoformat(started_at)
        return began.astimezone(UTC).isoformat(timespec="seconds") if began.tzinfo else started_at
    except (ValueError, OverflowError):
        return started_at


def row_of(document: CallDocument, *, has_words: bool) -> CallRow:
    """What a list shows of a call that nobody has reviewed yet."""
    call, summary = document.call, document.summary
    return CallRow(
        call_id=call.id,
        started_at=in_utc(call.started_at),
        source=call.source,
        agent=call.agent,
        duration_s=call.duration_s,
        peak_level=summary.peak_level,
        end_level=summary.end_level,
        escalations=summary.escalations,
        has_words=has_words,
        reference=call.reference,
        course=course_of(document),
        time_to_calm_s=summary.time_to_calm_s,
        reached=step_reached(document),
        warnings=sum(made.move is Move.WARNING for made in document.moves),
    )


def sample(calls: Iterable[tuple[str | None, str]], per_agent: int, seed: int) -> Sequence[str]:
    """Ids of up to so many calls of each agent, chosen at random, of pairs of an agent and a call's id.

    The same seed chooses the same calls of the same list, whatever its order.
    """
    by_agent: dict[str | None, list[str]] = {}
    for agent, call_id in calls:
        by_agent.setdefault(agent, []).append(call_id)
    agents = sorted(by_agent, key=lambda agent: (agent is None, agent or ""))
    return [
        call_id for agent in agents for call_id in sorted(by_agent[agent], key=lambda one: _lot(one, seed))[:per_agent]
    ]


def _lot(call_id: str, seed: int) -> bytes:
    """As good as drawn: nobody can tell from an id where it comes."""
    return sha256(f"{seed} {call_id}".encode()).digest()
