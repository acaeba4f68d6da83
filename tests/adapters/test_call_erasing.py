"""What goes of calls from a store with a damaged page: all but what lies there, and that is told."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from app.adapters import call_erasing
from app.adapters.call_store import SqlCallStore
from app.adapters.review_store import SqlReviewStore
from app.adapters.score_store import SqlScoreStore
from app.adapters.store_file import connect
from app.adapters.team_store import SqlTeamStore
from app.adapters.trend_store import SqlTrendStore
from app.core.document import CallDocument
from app.core.errors import GoneError, HeldError, StoreError
from app.core.events import Channel
from app.core.keeping import Days
from app.core.read_practice import SavedLesson
from app.core.review_notes import coaching, comment
from app.core.score_port import Kind
from app.core.scoring import Answer, Given
from app.core.team import Direction, TeamPhrase
from app.core.trends import weeks_until
from app.core.wordless import has_words
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into, opened_bytes, spoil
from tests.core.calls import document, said, started, whole_call
from tests.core.cards import card, item

SQLITE_LOOKS_EVERY_S = 0.1
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
DAYS = Days(text=30, figures=365)
NOTES = ("call_notes", "ix_call_notes_number", "ix_call_notes_due_on")
SCORES = ("call_scores", "ix_call_scores_number")
WORDS = ("call_words_data", "call_words_idx", "call_words_docsize", "call_words_config")
FIGURES = ("call_moves", "call_rules", "ix_call_rules_number", "call_references")
BESIDE = (*NOTES, *SCORES, *WORDS, *FIGURES, "call_lessons", "call_documents")
OWN = ("ix_calls_agent", "ix_calls_started_at", "sqlite_autoindex_calls_1")
PARTS = (*BESIDE, *OWN, "lexicon_proposals")
LIES_IN = {
    "quince": ("call_documents", *WORDS),
    "medlar": NOTES,
    "sorb": NOTES,
    "rowan": ("call_lessons",),
    "damson": SCORES,
    "bullace": ("lexicon_proposals",),
}
"""Words that stand in one part of a call each, and the tables and indexes that keep them."""
CARD = card(item("greeting"))


def lying_in(part: str) -> set[str]:
    return {word for word, parts in LIES_IN.items() if part in parts}


def call(call_id: str, days: int) -> CallDocument:
    """A call of so many days ago, whose words are its own."""
    began = (NOW - timedelta(days=days)).isoformat()
    known = replace(started(call_id, began), agent="Joe", reference=f"R-{call_id}")
    return document(*whole_call(), said(Channel.CALLER, 60.0, 61.0, f"quince{call_id}.", number=90), call=known)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a call of 400 days ago, one of 40, and one of yesterday, each with everything beside it."""
    file = put_new_store(tmp_path_factory.mktemp("stored") / "calls.sqlite3")
    with closing(SqlCallStore(file, KEY)) as calls:
        for call_id, days in (("old", 400), ("mid", 40), ("new", 1)):
            calls.save(call(call_id, days))
    with closing(SqlReviewStore(file, KEY)) as reviews:
        for call_id in ("old", "mid", "new"):
            reviews.add(call_id, comment(f"medlar{call_id}.", NOW))
            reviews.add(call_id, coaching(f"sorb{call_id}.", NOW, due_on=NOW.date()))
            reviews.save_lesson(SavedLesson(call_id=call_id, title=f"rowan{call_id}", made_at=NOW.isoformat()))
    with closing(SqlScoreStore(file, KEY)) as scores, closing(SqlTeamStore(file, KEY)) as team:
        for call_id in ("old", "mid", "new"):
            remarked = {"greeting": Given(answer=Answer.PASSED, remark=f"damson{call_id}")}
            scores.begin(call_id, CARD, Kind.REVIEW, "Ann", remarked)
            team.propose(TeamPhrase(f"bullace{call_id}", Direction.ANGRIER), call_id, 5.0)
    return file


@pytest.fixture
def file(stored: Path, tmp_path: Path) -> Path:
    """The same for one test, which may do with it what it likes."""
    shutil.copytree(stored.parent, tmp_path / "home")
    return tmp_path / "home" / stored.name


@contextmanager
def damaged(file: Path, part: str) -> Iterator[SqlCallStore]:
    """The same with some bytes of one table or index changed."""
    spoil(file, part)
    with closing(SqlCallStore(file, KEY)) as store:
        yield store


def readable(file: Path, word: str) -> bool:
    """Whether somebody with the key finds a word in any file of the folder."""
    return word.encode() in b"".join(opened_bytes(path) for path in file.parent.rglob("*") if path.is_file())


def found_of(file: Path, call_id: str, part: str) -> set[str]:
    """Which words of a call are still there, apart from those that lie where the damage is."""
    return {word for word, parts in LIES_IN.items() if part not in parts and readable(file, f"{word}{call_id}")}


@pytest.mark.parametrize("part", PARTS)
def test_a_call_is_deleted_past_a_damaged_page_and_it_is_told_that_something_may_be_left(file: Path, part: str) -> None:
    with damaged(file, part) as store:
        assert store.delete("old") == {"old"}
    assert found_of(file, "old", part) == set()
    assert found_of(file, "new", part) == found_of(file, "mid", part) == LIES_IN.keys() - lying_in(part)


@pytest.mark.parametrize("part", [*BESIDE, "lexicon_proposals"])
def test_where_only_what_lies_beside_calls_is_damaged_those_deleted_are_not_listed_any_more(
    file: Path, part: str
) -> None:
    with damaged(file, part) as store:
        assert store.delete("old", "mid") == {"old", "mid"}
        assert [row.call_id for row in store.rows()] == ["new"]
        with pytest.raises(GoneError):
            store.load("old")
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from sqlite_master where name = 'call_words_go'").fetchone() == (1,)


@pytest.mark.parametrize("part", [*BESIDE, "lexicon_proposals"])
def test_a_purge_goes_past_a_damaged_page_and_tells_of_which_calls_something_may_be_left(file: Path, part: str) -> None:
    with damaged(file, part) as store:
        gone = store.purge(NOW, DAYS)
        assert gone.whole == {"old"}
        assert "old" in gone.left <= {"old", "mid"}
        assert [row.call_id for row in store.rows()] == ["new", "mid"]
    assert found_of(file, "old", part) == set()
    assert found_of(file, "mid", part) <= {"sorb", "damson"}
    assert found_of(file, "new", part) == LIES_IN.keys() - lying_in(part)


@pytest.mark.parametrize("part", ["call_notes", "call_lessons", "lexicon_proposals", "call_words_data"])
def test_where_something_of_the_words_is_damaged_the_rest_goes_and_that_is_told(file: Path, part: str) -> None:
    with damaged(file, part) as store:
        gone = store.purge(NOW, Days(text=30, figures=9000))
        assert gone.words == gone.left == {"old", "mid"}
        assert not has_words(store.load("mid"))


def test_what_cannot_lose_its_words_is_told_at_each_purge(file: Path) -> None:
    with damaged(file, "call_documents") as store:
        for _ in range(2):
            gone = store.purge(NOW, Days(text=30, figures=9000))
            assert gone.words == frozenset()
            assert gone.left == {"old", "mid"}


@pytest.mark.parametrize("part", ["call_scores", "call_words_data"])
def test_past_a_damaged_page_none_goes_where_one_is_on_legal_hold(file: Path, part: str) -> None:
    with damaged(file, part) as store:
        store.hold("mid", wanted=True)
        with pytest.raises(HeldError, match="mid is on legal hold"):
            store.delete("old", "mid")
        assert [row.call_id for row in store.rows()] == ["new", "mid", "old"]
        assert store.purge(NOW, Days(text=0, figures=0)).whole == {"new", "old"}
        assert [row.call_id for row in store.rows()] == ["mid"]
        assert has_words(store.load("mid"))


def test_past_a_damaged_page_no_call_goes_without_the_counts_that_it_is_in(file: Path) -> None:
    """Else trends would tell of it for good where the program ends in between."""
    with closing(looked_into(file)) as other, other:
        other.execute("insert into counted_days (day, counts) values ('2000-01-01', x'00')")
        other.execute(
            "create trigger no_more before delete on counted_days when old.day = '2000-01-01'"
            " begin select raise(abort, 'no more'); end"
        )
    with damaged(file, "call_notes") as store:
        with pytest.raises(StoreError):
            store.delete("old")
        assert "old" in {row.call_id for row in store.rows()}


def test_where_only_the_counts_of_days_are_damaged_a_call_goes_and_that_is_told(file: Path) -> None:
    with closing(SqlTrendStore(file, KEY)) as trends:
        trends.count_ahead(weeks_until(NOW.date(), 60, lambda day: datetime.combine(day, time(), UTC)))
    with damaged(file, "counted_days") as store:
        assert store.delete("old") == {"old"}
        assert [row.call_id for row in store.rows()] == ["new", "mid"]


def test_in_a_store_that_is_whole_nothing_is_left(file: Path) -> None:
    with closing(SqlCallStore(file, KEY)) as store:
        assert store.purge(NOW, DAYS).left == frozenset()
        assert store.delete("mid") == frozenset()
    assert {word for word in LIES_IN if readable(file, f"{word}mid") or readable(file, f"{word}old")} == set()


def test_between_two_slices_of_a_purge_there_is_time_for_somebody_else_to_write(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses, left_then = list[float](), list[int]()
    with closing(SqlCallStore(file, KEY)) as store, closing(connect(file, KEY, busy_s=0.0)) as other:

        def rest(seconds: float) -> None:
            """Another program, which does not wait, writes meanwhile."""
            pauses.append(seconds)
            with other:
                other.execute("update calls set is_flagged = 1")
                [(count,)] = other.execute("select count(*) from calls where call_id like 'many%' and has_words")
                left_then.append(count)

        for number in range(90):
            store.save(call(f"many{number}", 40))
        monkeypatch.setattr(call_erasing, "sleep", rest)
        assert len(store.purge(NOW, Days(text=30, figures=9000)).words) == 92
        assert all(row.is_flagged for row in store.rows())
    assert left_then == sorted(left_then, reverse=True)
    assert len(left_then) == 4
    assert min(pauses) > SQLITE_LOOKS_EVERY_S
