"""A store of scores that forgets everything with the test."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from app.core.errors import InputError, StoreError
from app.core.keeping import held
from app.core.masking import mask
from app.core.score_port import (
    CallScores,
    Kind,
    Reply,
    Score,
    State,
    check_begin,
    check_draft,
    check_reply,
    check_whole,
    round_seen,
    seen_by,
)
from app.core.scorecard import Scorecard, check_bumped
from app.core.scoring import Answers, changed, masked
from tests.memory_store import MemoryStore

NOW = "2026-11-26T12:00:00+00:00"


@dataclass
class MemoryScores:
    """Scores of the calls of a `MemoryStore`; `is_away` stands for a database that cannot be reached."""

    calls: MemoryStore
    kept: dict[int, Score] = field(default_factory=dict)
    is_away: bool = False
    _last: int = 0

    def __post_init__(self) -> None:
        self.calls.when_gone.append(self._forget)
        self.calls.scores_of = self._of

    def of_call(self, call_id: str, viewer: str | None) -> CallScores:
        return seen_by(self._of(call_id), viewer)

    def of_calls(self, call_ids: Collection[str], viewer: str | None) -> dict[str, CallScores]:
        return {call_id: seen_by(found, viewer) for call_id in call_ids if (found := self._of(call_id))}

    def begin(self, call_id: str, card: Scorecard, kind: Kind, reviewer: str, answers: Answers) -> Score:
        if call_id not in self.calls.documents:
            raise StoreError("The call is not in the store any more.", "Refresh the list of calls.")
        check_begin(self._of(call_id), card, kind, reviewer)
        check_bumped(card, self.cards())
        self._last += 1
        return self._put(
            Score(
                number=self._last,
                call_id=call_id,
                card=card,
                kind=kind,
                state=State.DRAFT,
                reviewer=" ".join(reviewer.split()),
                answers=masked(answers),
                share=None,
                made_at=NOW,
            )
        )

    def keep(self, number: int, answers: Answers) -> Score:
        score = self._score(number)
        check_draft(score)
        return self._put(replace(score, answers=changed(score.answers, answers)))

    def finish(self, number: int) -> Score:
        score = self._score(number)
        check_draft(score)
        check_whole(score)
        return self._put(replace(score, state=State.DONE, share=score.result.share, done_at=NOW))

    def discard(self, number: int) -> None:
        score = self._score(number)
        check_draft(score)
        self._check_free(score)
        del self.kept[number]

    def reply(self, number: int, reply: Reply, text: str) -> Score:
        score = self._score(number)
        check_reply(score, reply, text)
        if score.reply is not None:
            self._check_free(score)
        return self._put(replace(score, reply=reply, reply_text=mask(text.strip()), replied_at=NOW))

    def rounds(self, card: Scorecard, viewer: str | None) -> list[tuple[Score, ...]]:
        return [*filter(None, (round_seen(self._of(call_id), card, viewer) for call_id in self.calls.documents))]

    def cards(self) -> list[Scorecard]:
        return unique(score.card for score in self._all())

    def close(self) -> None:
        self.kept.clear()

    def _of(self, call_id: str) -> list[Score]:
        return [score for score in self._all() if score.call_id == call_id]

    def _all(self) -> list[Score]:
        if self.is_away:
            raise StoreError("The call store cannot be reached.", "Ask who looks after the database.")
        return [*self.kept.values()]

    def _forget(self, call_id: str) -> None:
        self.kept = {number: score for number, score in self.kept.items() if score.call_id != call_id}

    def _check_free(self, score: Score) -> None:
        if score.call_id in self.calls.held:
            raise held(score.call_id)

    def _score(self, number: int) -> Score:
        found = next((score for score in self._all() if score.number == number), None)
        if found is None:
            raise InputError("This score is not there any more.", "Refresh the list of calls.")
        return found

    def _put(self, score: Score) -> Score:
        self.kept[score.number] = score
        return score


def unique(cards: Iterable[Scorecard]) -> list[Scorecard]:
    """Each card once, in order of name and version."""
    known = {(card.name, card.version, str(card)): card for card in cards}
    return [known[key] for key in sorted(known)]
