"""Scores and notes for the invented calls of `benchmarks.library`, and what is looked for among them."""

from collections.abc import Iterator
from random import Random

from sqlalchemy import insert

from app.adapters.call_store import SqlCallStore
from app.adapters.call_tables import NoteTable, ScoreTable
from app.core.call_search import CallFilter, CallOrder, SortKey, said_in
from app.core.reviewed import Noted, Scored

SCORED, NOTED = 0.2, 0.1
CARD, ANSWERS = "c" * 4000, "a" * 900
"""As long as those of the card that comes along."""
REVIEWERS = tuple(f"Reviewer {number}" for number in range(8))
KINDS = ("review", "review", "review", "review", "blind", "agreed")
REPLIES = (None, None, None, "disputed")
WORDS = ("patience", "tone", "please", "order", "sorry")
"""What many notes hold; the other words are `wordN`, the rarer the larger N is, as in the calls."""
VOCABULARY = 5000
WHEN = "2024-03-01T12:00:00+00:00"


def review(store: SqlCallStore, calls: int) -> None:
    """Score some of the calls and write notes at some; the same for one number of calls."""
    chance = Random(3)
    scores = [score(number, chance) for number in range(1, calls + 1) if chance.random() < SCORED]
    notes = [note(number, chance) for number in range(1, calls + 1) if chance.random() < NOTED]
    with store._database.session("filled") as session, session.begin():  # noqa: SLF001 - by thousands
        session.execute(insert(ScoreTable), scores)
        session.execute(insert(NoteTable), notes)


def score(number: int, chance: Random) -> dict[str, object]:
    """A score with its card, as large as a real one."""
    is_done = chance.random() < 0.95
    return {
        "number": number, "card": "standard", "version": 1, "card_text": CARD, "answers": ANSWERS,
        "kind": chance.choice(KINDS), "state": "done" if is_done else "draft", "reviewer": chance.choice(REVIEWERS),
        "share": round(chance.random(), 2) if is_done else None, "made_at": WHEN, "done_at": WHEN if is_done else None,
        "reply": chance.choice(REPLIES), "reply_text": None, "replied_at": None,
    }  # fmt: skip


def note(number: int, chance: Random) -> dict[str, object]:
    """A comment, or a coaching note, every other one of which is done."""
    return {
        "number": number, "kind": chance.choice(("comment", "coaching")), "at_s": 10.0, "author": REVIEWERS[0],
        "text": " ".join(word(chance) for _ in range(20)), "made_at": WHEN, "due_on": None,
        "done_at": chance.choice((None, WHEN)),
    }  # fmt: skip


def word(chance: Random) -> str:
    """A word of a note."""
    return chance.choice(WORDS) if chance.random() < 0.05 else f"word{int(VOCABULARY ** chance.random())}"


def review_queries() -> Iterator[tuple[str, CallFilter, CallOrder]]:
    """Names, filters and orders, as a reviewer has them."""
    newest, viewer = CallOrder(), REVIEWERS[0]
    yield from ((f"score {scored.value}", CallFilter(scored=scored, viewer=viewer), newest) for scored in Scored)
    yield from ((f"notes {noted.value}", CallFilter(noted=noted), newest) for noted in Noted)
    yield "score below 70", CallFilter(score_below=0.7, viewer=viewer), newest
    yield from (
        (f"said {line}", CallFilter(said=said_in(line)), newest) for line in ("note:patience", "note:tone please")
    )
    for is_descending, name in ((False, "lowest score first"), (True, "highest score first")):
        yield name, CallFilter(viewer=viewer), CallOrder(key=SortKey.SCORE, is_descending=is_descending)
