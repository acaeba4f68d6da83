"""Short lists beside a call: what belongs to its beginning and its end, and what the caller's words make a duty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.core.consent import Begin
from app.core.events import Checklist, Disclosed, Move, Phase, Telling
from app.core.phrases import Phrases
from app.core.playbook import SAYING, Duty, Item, Playbook

OPENING_S = 60.0
"""So long the opening's list stands where not all of it is done."""

_SEEN_S = 3.0
"""So long a list that is done stands, for its last tick to be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What belongs to the beginning of a call; `disclosing` is the line about the call being written down.

    `saying` is what the agent may say aloud for it.
    """

    items: tuple[str, ...] = ()
    disclosing: str = ""
    saying: str = SAYING
    begin: Begin = Begin.LISTENING
    is_announced: bool = False


def opening_of(playbook: Playbook, begin: Begin = Begin.LISTENING) -> Opening:
    """The opening of a playbook's calls, before one has begun; nobody is told where nothing is written down."""
    told = playbook.disclosing
    if begin is Begin.BY_HAND:
        return Opening(items=tuple(item.text for item in playbook.opening), begin=begin)
    return Opening(
        begin=begin,
        items=tuple(item.text for item in playbook.opening_list),
        disclosing=told.text if told else "",
        saying=(playbook.disclosure.say if playbook.disclosure else "") or SAYING,
        is_announced=playbook.disclosure is not None and playbook.disclosure.announced,
    )


_COOL = {Phase.CALM, Phase.FALLING}


@dataclass(slots=True, eq=False)
class _Line:
    item: Item
    says: Phrases
    is_done: bool = False

    def tick(self, moves: Iterable[Move], plain: str) -> None:
        """It is done by these moves and words of the agent, or not."""
        self.is_done = self.is_done or bool(set(moves) & set(self.item.done_by)) or self.says.within(plain)


@dataclass(slots=True, eq=False)
class _List:
    lines: list[_Line] = field(default_factory=list)
    seen_s: float | None = None

    @property
    def is_done(self) -> bool:
        return all(line.is_done for line in self.lines)


class Checklists:
    """What is told comes back as an event from `changed`, when the caller of it allows the screen to change."""

    def __init__(self, playbook: Playbook) -> None:
        self._opening = _list(playbook.opening_list)
        self._closing = _list(playbook.closing)
        self._duties = _List()
        self._triggers = [(duty, Phrases(duty.caller_says)) for duty in playbook.duty]
        self._closing_says = Phrases(playbook.closing_says)
        self._is_opening = True
        self._is_closing = False
        self._shown = Checklist(at_s=0.0)
        self._disclosing = next((line for line in self._opening.lines if line.item == playbook.disclosing), None)
        self._is_told = False
        self._disclosed: list[Disclosed] = []
        if playbook.disclosure is not None and playbook.disclosure.announced:
            self._tell_disclosed(Telling.ANNOUNCED, 0.0)
        elif playbook.disclosure is not None:
            self._disclosed.append(Disclosed(told=False, how=None, at_s=0.0))

    def hear_caller(self, plain: str, phase: Phase) -> None:
        """Take the caller's final words, and the phase they leave the call in."""
        known = {line.item.text for line in self._duties.lines}
        for duty, phrases in self._triggers:
            if duty.text not in known and phrases.within(plain):
                self._duties.lines.append(_line_of(duty))
        self._is_opening = self._is_opening and phase is Phase.CALM
        self._is_closing = phase in _COOL and (self._is_closing or self._closing_says.within(plain))

    def hear_agent(self, moves: Sequence[Move], plain: str, at_s: float) -> None:
        """Take what the agent did and said: it ticks what is on the screen, and of the opening whatever it is."""
        for each in (self._opening, self._duties, *([self._closing] if self._is_closing else [])):
            for line in each.lines:
                line.tick(moves, plain)
        if self._disclosing is not None and self._disclosing.is_done:
            self._tell_disclosed(Telling.AGENT, at_s)

    def disclose(self, at_s: float) -> list[Disclosed]:
        """The agent says that the caller knows that the call is written down; its line is ticked."""
        self._tell_disclosed(Telling.TICKED, at_s)
        return self.disclosed()

    def disclosed(self) -> list[Disclosed]:
        """Whether the caller was told that the call is written down, where that is new."""
        disclosed, self._disclosed = self._disclosed, []
        return disclosed

    def changed(self, at_s: float) -> list[Checklist | Disclosed]:
        """What the screen is to show from now on, nothing where that stays as it is."""
        return [*self.disclosed(), *self._tell(self._lines(at_s), at_s)]

    def finish(self, at_s: float) -> list[Checklist | Disclosed]:
        """The call is over: what became of all that stood on the screen."""
        closing = self._closing.lines if self._is_closing else []
        return [*self.disclosed(), *self._tell([*self._opening.lines, *self._duties.lines, *closing], at_s)]

    def _tell_disclosed(self, how: Telling, at_s: float) -> None:
        """It is done, once."""
        if self._disclosing is not None:
            self._disclosing.is_done = True
        if not self._is_told:
            self._is_told = True
            self._disclosed.append(Disclosed(told=True, how=how, at_s=at_s))

    def _tell(self, lines: Sequence[_Line], at_s: float) -> list[Checklist]:
        now = Checklist(
            at_s=at_s,
            items=tuple(line.item.text for line in lines),
            done=tuple(line.is_done for line in lines),
        )
        if (now.items, now.done) == (self._shown.items, self._shown.done):
            return []
        self._shown = now
        return [now]

    def _lines(self, at_s: float) -> list[_Line]:
        self._is_opening = self._is_opening and at_s < OPENING_S
        opening = self._opening.lines if self._is_opening and not _is_over(self._opening, at_s) else []
        duties = [] if _is_over(self._duties, at_s) else self._duties.lines
        return [*opening, *duties, *(self._closing.lines if self._is_closing else [])]


def _is_over(each: _List, at_s: float) -> bool:
    """Whether a list is done and was seen so for a while."""
    if not each.is_done:
        each.seen_s = None
        return False
    each.seen_s = at_s if each.seen_s is None else each.seen_s
    return at_s - each.seen_s > _SEEN_S


def _list(items: Iterable[Item]) -> _List:
    return _List([_Line(item, Phrases(item.agent_says)) for item in items])


def _line_of(duty: Duty) -> _Line:
    return _Line(duty.item, Phrases(duty.agent_says))
