"""Where scores of calls are kept, and what of them somebody is shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.core.errors import InputError
from app.core.scorecard import Scorecard
from app.core.scoring import Answers, Result, check_length, result_of

_PAIR = 2
_AGREED_BEGUN = ("Somebody has begun this already.", "Open the call again, and go on with that draft.")


class Kind(StrEnum):
    """What a score is for."""

    REVIEW = "review"
    BLIND = "blind"
    AGREED = "agreed"


class State(StrEnum):
    """Whether a score is still being given."""

    DRAFT = "draft"
    DONE = "done"


class Reply(StrEnum):
    """What the agent says to a score."""

    ACKNOWLEDGED = "acknowledged"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One reviewer's score of a call with the card that it was given by; times are ISO 8601.

    `share` (0..1) is known once it is done, None also where nothing applied.
    """

    number: int
    call_id: str
    card: Scorecard
    kind: Kind
    state: State
    reviewer: str
    answers: Answers
    share: float | None
    made_at: str
    done_at: str | None = None
    reply: Reply | None = None
    reply_text: str = ""
    replied_at: str | None = None

    @property
    def is_done(self) -> bool:
        """Whether it was given to its end."""
        return self.state is State.DONE

    @property
    def result(self) -> Result:
        """What its answers come to."""
        return result_of(self.card, self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """How far the blind scores of a call by one card are; of each reviewer the newest counts.

    It is `is_open` to be read, by those who gave them, where at least two have begun one and all are done.
    """

    done: int = 0
    begun: int = 0

    @property
    def is_open(self) -> bool:
        """Whether whoever gave one may see all of them."""
        return self.begun >= _PAIR and self.done == self.begun


@dataclass(frozen=True, slots=True, kw_only=True)
class CallScores:
    """What somebody is shown of the scores of a call, the oldest first, and how far its blind ones are.

    `rounds` has these by name and version of the card, `withheld` is how many scores of others are not shown.
    """

    scores: tuple[Score, ...] = ()
    rounds: Mapping[tuple[str, int], Round] = field(default_factory=dict)
    withheld: int = 0

    def round_by(self, card: Scorecard) -> Round:
        """How far the blind scores by a card and version are."""
        return self.rounds.get((card.name, card.version), Round())


class ScoreStore(Protocol):
    """Scores beside their calls: a call that goes takes its scores with it, one saved again keeps them.

    Remarks and replies are masked before they are kept. A reviewer's blind score is shown to nobody else before all
    that were begun at the call by the same card are done, and then to those who gave one, since whoever has seen them
    cannot score blind any more; to everybody once a score is agreed on. Nor are any scores of others shown while
    somebody's own blind one is a draft.
    """

    def of_call(self, call_id: str, viewer: str | None) -> CallScores:
        """What somebody is shown of the scores of a call; None is nobody in particular. Raises StoreError."""
        ...

    def of_calls(self, call_ids: Collection[str], viewer: str | None) -> Mapping[str, CallScores]:
        """The same of several calls, by their ids; those without scores are left out. Raises StoreError."""
        ...

    def begin(self, call_id: str, card: Scorecard, kind: Kind, reviewer: str, answers: Answers) -> Score:
        """Keep a new draft, with what is answered already.

        Raises InputError where this kind cannot be begun now, ScorecardError where the card was changed under its
        version, StoreError, also where the call is not there.
        """
        ...

    def keep(self, number: int, answers: Answers) -> Score:
        """Keep answers of a draft, and leave its others as they are.

        Raises InputError where it is none any more, StoreError.
        """
        ...

    def finish(self, number: int) -> Score:
        """End a draft. Raises InputError where an item has no answer or it is no draft, StoreError."""
        ...

    def discard(self, number: int) -> None:
        """Forget a draft. Raises InputError where it is none any more, HeldError under legal hold, StoreError."""
        ...

    def reply(self, number: int, reply: Reply, text: str) -> Score:
        """Keep what the agent says to a score that is done, in place of what they said before.

        Raises InputError where it is not done or a dispute says nothing, HeldError where something would go from a call
        on legal hold, StoreError.
        """
        ...

    def rounds(self, card: Scorecard, viewer: str | None) -> list[tuple[Score, ...]]:
        """The blind scores of every call by this card and version that somebody is shown, a row for each call.

        Raises StoreError.
        """
        ...

    def cards(self) -> list[Scorecard]:
        """Every card and version that calls were scored by. Raises StoreError."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...


def is_same_person(one: str | None, other: str | None) -> bool:
    """Whether two names are the same, however they are typed; nobody is the same as nobody."""
    return one is not None and other is not None and plain_name(one) == plain_name(other) != ""


def plain_name(name: str) -> str:
    """What all spellings of a name have in common: case and blanks make nobody another person."""
    return " ".join(name.split()).casefold()


def round_of(scores: Sequence[Score], card: Scorecard) -> tuple[Round, tuple[Score, ...]]:
    """How far the blind scores of a call by a card and version are, and the newest one of each reviewer."""
    newest = {plain_name(one.reviewer): one for one in scores if one.kind is Kind.BLIND and _is_of(one, card)}
    counted = tuple(newest.values())
    return Round(done=sum(one.is_done for one in counted), begun=len(counted)), counted


def round_seen(scores: Sequence[Score], card: Scorecard, viewer: str | None) -> tuple[Score, ...]:
    """The newest blind score of each reviewer of a call, where somebody is shown them; else none."""
    now, counted = round_of(seen_by(scores, viewer).scores, card)
    return counted if now.is_open else ()


def seen_by(scores: Sequence[Score], viewer: str | None) -> CallScores:
    """What of all scores of a call somebody is shown; drafts of others are no business of theirs."""
    own = [one for one in scores if is_same_person(one.reviewer, viewer)]
    is_blindfold = any(one.kind is Kind.BLIND and not one.is_done for one in own)
    shown = tuple(one for one in scores if one in own or (not is_blindfold and _is_shown(one, scores, viewer)))
    rounds = {(one.card.name, one.card.version): round_of(scores, one.card)[0] for one in scores}
    return CallScores(scores=shown, rounds=rounds, withheld=len(scores) - len(shown))


def check_begin(scores: Sequence[Score], card: Scorecard, kind: Kind, reviewer: str) -> None:
    """Raises InputError where somebody cannot begin a score of a kind at a call with these scores."""
    if not reviewer.strip():
        raise InputError("A score needs the name of who gives it.", "Write your name.")
    if any(_is_draft_of(one, card, kind, reviewer) for one in scores):
        whose = _AGREED_BEGUN if kind is Kind.AGREED else ("You have begun this already.", "Go on with your draft.")
        raise InputError(*whose)
    now, blind = round_of(scores, card)
    if kind is Kind.AGREED and not now.is_open:
        raise InputError("A score is agreed on once two or more have scored blind.", "Score the call blind first.")
    if kind is Kind.BLIND and _is_settled(scores, card):
        raise InputError("This call has an agreed score already.", "Score another call blind.")
    if kind is Kind.BLIND and now.is_open and any(is_same_person(one.reviewer, reviewer) for one in blind):
        raise InputError("You have seen how the others scored this call.", "Score another call blind.")


def check_whole(score: Score) -> None:
    """Raises InputError where an item has no answer, naming the first."""
    left = score.result.open
    if left:
        advice = "Answer it with pass, fail or not applicable."
        raise InputError("“{question}” has no answer yet.", advice, question=left[0].question)


def check_draft(score: Score) -> None:
    """Raises InputError where a score is done."""
    if score.is_done:
        raise InputError("This score is done and stays as it is.", "Open it again: that begins a new draft.")


def check_reply(score: Score, reply: Reply, text: str) -> None:
    """Raises InputError where an agent cannot say this to a score."""
    check_length(text)
    if not score.is_done or score.kind is Kind.BLIND:
        raise InputError("There is nothing to reply to yet.", "Wait until the score is done.")
    if reply is Reply.DISPUTED and not text.strip():
        raise InputError("A dispute needs a line.", "Write what you see otherwise.")


def _is_shown(score: Score, scores: Sequence[Score], viewer: str | None) -> bool:
    """Whether somebody else may see it: of a round that is not settled whoever took part."""
    if score.kind is Kind.REVIEW:
        return score.is_done
    now, blind = round_of(scores, score.card)
    took_part = any(is_same_person(one.reviewer, viewer) for one in blind)
    is_told = took_part or _is_settled(scores, score.card)
    return is_told and (score.kind is Kind.AGREED or (score.is_done and now.is_open))


def _is_settled(scores: Sequence[Score], card: Scorecard) -> bool:
    """Whether a score is agreed on: then nobody begins a blind one any more."""
    return any(one.kind is Kind.AGREED and one.is_done and _is_of(one, card) for one in scores)


def _is_of(score: Score, card: Scorecard) -> bool:
    return (score.card.name, score.card.version) == (card.name, card.version)


def _is_draft_of(score: Score, card: Scorecard, kind: Kind, reviewer: str) -> bool:
    """An agreed draft is everybody's."""
    is_theirs = kind is Kind.AGREED or is_same_person(score.reviewer, reviewer)
    return not score.is_done and score.kind is kind and _is_of(score, card) and is_theirs
