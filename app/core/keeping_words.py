"""What is kept of a call, in few words and in whole sentences."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from app.core.events import Channel, HealthCode, LineState
from app.core.keeping import Keep
from app.core.message import Message
from app.core.practice import is_practice
from app.core.state import CallState


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What decides on it: the setting `keep`, what the centre has `allowed`, and the agent's word on a call.

    `word` is what was asked for the call `call_id` on the card after it, None where nothing was yet; `is_done` whether
    that could be done, None until it is known. `stored_as` is the setting by which the call that is shown was stored,
    None while it has not ended.
    """

    keep: Keep = Keep.FULL
    allowed: Collection[Keep] = frozenset(Keep)
    call_id: str = ""
    word: Keep | None = None
    is_done: bool | None = None
    stored_as: Keep | None = None

    def follows(self, state: CallState) -> Self:
        """What is set after a call has ended takes nothing from it and gives it nothing back."""
        return replace(self, stored_as=(self.stored_as or self.keep) if state.ended else None)

    def asks(self, call_id: str, word: Keep, *, was_stored: bool) -> Self:
        """The agent has said what is to be done with a call; words that it lost do not come back."""
        is_fuller = was_stored and self.keep is Keep.FULL
        stored_as = self.stored_as if is_fuller else self.keep
        return replace(self, call_id=call_id, word=word, is_done=None, stored_as=stored_as)

    def hears(self, call_id: str, *, is_done: bool) -> Self:
        """The store has done what was asked for a call, or could not."""
        return replace(self, is_done=is_done) if call_id == self.call_id else self


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """A short `line`, "" where there is no call, and the `whole` of it."""

    line: str
    whole: str


class _Kept(StrEnum):
    """So much of a call; TYPED are the agent's own words on a call of which nothing is heard."""

    WORDS = "words"
    TYPED = "typed"
    FIGURES = "figures"
    NOTHING = "nothing"


_WHAT = {
    _Kept.WORDS: "words and figures, no sound",
    _Kept.TYPED: "figures and what you type",
    _Kept.FIGURES: "figures alone",
}
_WHOLE = {
    _Kept.WORDS: "The words and figures of this call stay on this computer. Its sound is never kept.",
    _Kept.TYPED: (
        "The figures of this call and what you type after it stay on this computer. Nothing is heard, so there are no "
        "words and no sound."
    ),
    _Kept.FIGURES: "The figures of this call stay on this computer. Its words and its sound are not kept.",
    _Kept.NOTHING: "Nothing of this call is kept: no words, no figures, no sound.",
}
_OF_ANY = {
    Keep.FULL: "Once a call has ended its words and figures stay on this computer. Sound is never kept.",
    Keep.NO_TEXT: "Once a call has ended its figures stay on this computer. Words and sound are not kept.",
    Keep.NOTHING: "Nothing of a call is kept: no words, no figures, no sound.",
}
_NOTHING = "Nothing is kept"
_NOT_YET, _NOT_AT_ALL = "Not kept yet", "Not kept"
_ASKED = "Not kept unless you press Keep"
_ASKED_WHOLE = "Nothing of practice stays on this computer unless you press Keep on the card after it; its sound never."


def kept_words(state: CallState, keeping: Keeping) -> KeptWords:
    """What is kept of the call of a state, or of any call where there is none."""
    if state.started is None:
        return KeptWords(line="", whole=Message(_OF_ANY[keeping.keep]))
    if _may_be_asked_for(state, keeping):
        return KeptWords(line=Message(_ASKED), whole=Message(_ASKED_WHOLE))
    kept = _kept(state, keeping)
    return KeptWords(line=_line(state, kept, keeping), whole=Message(_WHOLE[kept]))


def _line(state: CallState, kept: _Kept, keeping: Keeping) -> Message:
    if kept is _Kept.NOTHING:
        return Message(_NOTHING)
    what = Message(_WHAT[kept])
    if state.ended is None:
        is_paused = state.line(Channel.CALLER) is LineState.PAUSED
        return Message("Keeps the rest: {what}" if is_paused else "Keeps {what}", what=what)
    code = state.health.code if state.health else None
    is_asked = _word_on(state, keeping) is not None and (_is_practice(state) or keeping.is_done)
    if is_asked or code is HealthCode.STORED:
        return Message("Kept: {what}", what=what)
    return Message(_NOT_AT_ALL if code is HealthCode.STORE_FAILED else _NOT_YET)


def _kept(state: CallState, keeping: Keeping) -> _Kept:
    word = _word_on(state, keeping)
    is_stored = state.started is not None and state.started.stored
    if word is Keep.NOTHING or not (is_stored or word):
        return _Kept.NOTHING
    if word is Keep.NO_TEXT or (keeping.stored_as or keeping.keep) is not Keep.FULL:
        return _Kept.FIGURES
    return _Kept.WORDS if state.is_heard else _Kept.TYPED


def _word_on(state: CallState, keeping: Keeping) -> Keep | None:
    """What was asked for it, unless that could not be done."""
    return keeping.word if _is_about(state, keeping) and keeping.is_done is not False else None


def _is_about(state: CallState, keeping: Keeping) -> bool:
    return state.started is not None and state.started.call_id == keeping.call_id


def _may_be_asked_for(state: CallState, keeping: Keeping) -> bool:
    """Whether it is practice that has ended, of which nobody has said yet whether it is kept."""
    may = any(keep is not Keep.NOTHING for keep in keeping.allowed)
    return may and state.ended is not None and _is_practice(state) and not _is_about(state, keeping)


def _is_practice(state: CallState) -> bool:
    return state.started is not None and is_practice(state.started.source)
