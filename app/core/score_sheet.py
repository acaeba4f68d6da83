"""What an ended call's scores are exported as: in the page's words, which can still be translated, and as data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from app.core.call_words import clock
from app.core.document import CallDocument, begin_of_turn
from app.core.message import Message
from app.core.score_port import Kind, Score
from app.core.score_words import answer_word, failure_of, reply_of, title_of, words_of
from app.core.scorecard import card_data
from app.core.scoring import NOTHING, answers_data

_AGENT = Message("The agent")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredLine:
    """One item; `rests` is when the line began that it rests on, m:ss, "" for none."""

    question: str
    answer: str
    rests: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """One score to be read elsewhere; `notes` are how it comes about, what failed and what the agent says."""

    title: str
    notes: tuple[str, ...]
    lines: tuple[ScoredLine, ...]


def for_export(scores: Iterable[Score]) -> tuple[Score, ...]:
    """What leaves the store with a call: scores that are done, without those that reviewers calibrate by."""
    return tuple(score for score in scores if score.is_done and score.kind is not Kind.BLIND)


def score_sheet(score: Score, document: CallDocument, when: Callable[[str], str]) -> ScoreSheet:
    """A score of the call; `when` says when it was done, given in ISO 8601."""
    notes = (words_of(score), failure_of(score.result), reply_of(score, document.call.agent or _AGENT))
    return ScoreSheet(
        title=title_of(score, when(score.done_at or "")),
        notes=tuple(note for note in notes if note),
        lines=tuple(_line(score, item.id, item.question, document) for item in score.card.items),
    )


def score_data(score: Score) -> dict[str, Any]:
    """A score as JSON, with its card; `share` is 0..1, null where nothing applied."""
    return {
        "kind": score.kind.value,
        "reviewer": score.reviewer,
        "done_at": score.done_at,
        "share": score.share,
        "failed": [item.id for item in score.result.failed],
        "answers": answers_data(score.answers),
        "reply": score.reply and score.reply.value,
        "reply_text": score.reply_text,
        "card": card_data(score.card),
    }


def _line(score: Score, id_: str, question: str, document: CallDocument) -> ScoredLine:
    given = score.answers.get(id_, NOTHING)
    at_s = None if given.turn is None else begin_of_turn(document, given.turn)
    rests = "" if at_s is None else clock(at_s)
    return ScoredLine(question=question, answer=answer_word(given.answer), rests=rests, remark=given.remark)
