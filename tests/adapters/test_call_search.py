"""What is looked for among stored calls: every condition, order, pages, and words that go when their call does."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from app.adapters.call_query import conditions, count_of, pays_by_call
from app.adapters.call_store import SqlCallStore
from app.adapters.call_tables import CallTable
from app.core.call_search import Between, CallFilter, CallOrder, Course, SortKey, said_in
from app.core.document import CallDocument
from app.core.events import AgentMove, Channel, Event, Move, Phase
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.saved_filters import SavedFilter, Wish
from app.core.wordless import without_words
from tests.adapters.older import make_older
from tests.adapters.sealed import KEY, looked_into, opened_bytes, put_document
from tests.core.calls import document, felt, said, started, whole_call
from tests.memory_store import MemoryStore

A, C = Channel.AGENT, Channel.CALLER
NEWEST_FIRST = CallOrder()
NOBODY = CallFilter()


def call(
    call_id: str, day: int, *events: Event, agent: str | None = "Sam", duration_s: float = 100.0, reference: str = ""
) -> CallDocument:
    known = replace(started(call_id, f"2026-03-{day:02}T09:15:00+00:00"), agent=agent, reference=reference or None)
    return document(*events, call=known, duration_s=duration_s)


def move(kind: Move, at_s: float = 20.0) -> AgentMove:
    return AgentMove(at_s=at_s, move=kind, text="")


CALM = call("calm", 1, said(C, 1, 5, "Where is my parcel, please?"), felt(5, 0.1, Phase.CALM), reference="R-7")
HOT = call(
    "hot", 2,
    said(C, 1, 5, "I have been waiting for two weeks!"), felt(5, 0.7, Phase.HOT, 1, 0.8),
    said(A, 6, 9, "Calm down.", number=2), move(Move.WARNING), move(Move.WARNING, 30.0),
    agent="Ann", duration_s=300.0,
)  # fmt: skip
CALMED = call(
    "calmed", 3,
    said(C, 1, 5, "Two whole weeks of waiting."), felt(5, 0.8, Phase.HOT, 1, 0.9),
    said(A, 6, 9, "I am sorry about your parcel.", number=2), move(Move.APOLOGY, 9.0),
    felt(40, 0.2, Phase.CALM), felt(60, 0.1, Phase.CALM),
    duration_s=200.0,
)  # fmt: skip
MONO = call("mono", 4, said(Channel.UNKNOWN, 1, 5, "The parcel came."), agent=None)
CALLS = (CALM, HOT, CALMED, MONO)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "calls.sqlite3"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A store of the calls, for each test to have one of its own."""
    file = tmp_path_factory.mktemp("filled") / "calls.sqlite3"
    with closing(SqlCallStore(file, KEY)) as store:
        for one in CALLS:
            store.save(one)
    return file.read_bytes()


@pytest.fixture
def store(file: Path, filled: bytes) -> Iterator[SqlCallStore]:
    file.parent.mkdir()
    file.write_bytes(filled)
    opened = SqlCallStore(file, KEY)
    yield opened
    opened.close()


@pytest.fixture(params=["SQLite", "memory"])
def either(request: pytest.FixtureRequest) -> CallStore:
    """What every call store does, whatever it keeps calls in."""
    if request.param == "SQLite":
        kept: CallStore = request.getfixturevalue("store")
        return kept
    memory = MemoryStore()
    for one in CALLS:
        memory.save(one)
    return memory


def found(store: CallStore, wanted: CallFilter, order: CallOrder = NEWEST_FIRST) -> list[str]:
    page = store.find(wanted, order)
    assert page.total == len(page.rows)
    return [row.call_id for row in page.rows]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (NOBODY, ["mono", "calmed", "hot", "calm"]),
        (CallFilter(since="2026-03-02T09:15:00+00:00", until="2026-03-04T09:15:00+00:00"), ["calmed", "hot"]),
        (CallFilter(agents=frozenset({"Ann", "Bob"})), ["hot"]),
        (CallFilter(reference="r-7"), ["calm"]),
        (CallFilter(duration_s=Between(low=200.0)), ["calmed", "hot"]),
        (CallFilter(duration_s=Between(high=200.0)), ["mono", "calmed", "calm"]),
        (CallFilter(peak=Between(low=0.75)), ["calmed"]),
        (CallFilter(end=Between(high=0.1)), ["calmed", "calm"]),
        (CallFilter(time_to_calm_s=Between(low=30.0, high=40.0)), ["calmed"]),
        (CallFilter(courses=frozenset({Course.CALM, Course.HOT})), ["hot", "calm"]),
        (CallFilter(courses=frozenset({Course.CALMED})), ["calmed"]),
        (CallFilter(warnings=Between(low=2)), ["hot"]),
        (CallFilter(warnings=Between(high=1)), ["mono", "calmed", "calm"]),
        (CallFilter(made=frozenset({Move.APOLOGY})), ["calmed"]),
        (CallFilter(not_made=frozenset({Move.APOLOGY, Move.WARNING})), ["mono", "calm"]),
        (CallFilter(has_words=False), []),
        (CallFilter(call_ids=frozenset({"hot", "mono", "gone"})), ["mono", "hot"]),
        (CallFilter(call_ids=frozenset()), []),
        (CallFilter(is_reviewed=False), ["mono", "calmed", "hot", "calm"]),
    ],
)
def test_calls_are_found_by_what_is_asked(either: CallStore, wanted: CallFilter, ids: list[str]) -> None:
    assert found(either, wanted) == ids


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("parcel", ["mono", "calmed", "calm"]),
        ("PARCELS", ["mono", "calmed", "calm"]),
        ("caller:parcel", ["calm"]),
        ("agent:parcel", ["calmed"]),
        ("waiting weeks", ["calmed", "hot"]),
        ('"two weeks"', ["hot"]),
        ('agent:"calm down"', ["hot"]),
        ("-parcel", ["hot"]),
        ("weeks -caller:two", []),
        ("-agent:sorry -parcel", ["hot"]),
        ('""', ["mono", "calmed", "hot", "calm"]),
        ('NEAR(parcel "', []),
        ("par*cel", []),
        ("unheard", []),
    ],
)
def test_calls_are_found_by_what_was_said(either: CallStore, line: str, ids: list[str]) -> None:
    assert found(either, CallFilter(said=said_in(line))) == ids


@pytest.mark.parametrize("line", ["parcel", "-parcel", "waiting weeks", "weeks -caller:two", "-sorry -parcel", ""])
@pytest.mark.parametrize("moves", [{}, {"made": frozenset({Move.APOLOGY})}, {"not_made": frozenset({Move.WARNING})}])
def test_a_look_at_each_call_finds_the_same_as_one_at_all_of_them_and_they_are_counted(
    store: SqlCallStore, line: str, moves: dict[str, frozenset[Move]]
) -> None:
    store.save(without_words(CALM))
    wanted = CallFilter(said=said_in(line), **moves)  # type: ignore[arg-type]
    with store._database.session("searched") as session:
        at_once, by_call = (
            session.scalars(select(CallTable.call_id).where(conditions(wanted, by_call=by_call))).all()
            for by_call in (False, True)
        )
        assert sorted(at_once) == sorted(by_call)
        assert session.scalar(count_of(wanted)) == len(at_once)


@pytest.mark.parametrize(
    ("found", "rows", "key", "pays"),
    [
        (100_000, 50, SortKey.STARTED, True),
        (100_000, 50_000, SortKey.STARTED, False),
        (100_000, 50, SortKey.TIME_TO_CALM, False),
        (1_000, 50, SortKey.STARTED, False),
    ],
)
def test_each_call_is_looked_at_where_most_are_found_and_few_are_wanted(
    found: int, rows: int, key: SortKey, *, pays: bool
) -> None:
    assert pays_by_call(100_000, found, rows, CallOrder(key=key)) is pays


def test_conditions_hold_together(either: CallStore) -> None:
    wanted = CallFilter(said=said_in("weeks"), agents=frozenset({"Sam"}), made=frozenset({Move.APOLOGY}))
    assert found(either, wanted) == ["calmed"]


@pytest.mark.parametrize(
    ("key", "rising"),
    [
        (SortKey.STARTED, ["calm", "hot", "calmed", "mono"]),
        (SortKey.AGENT, ["hot", "calm", "calmed", "mono"]),
        (SortKey.DURATION, ["calm", "mono", "calmed", "hot"]),
        (SortKey.PEAK, ["calm", "hot", "calmed", "mono"]),
        (SortKey.TIME_TO_CALM, ["calmed", "calm", "hot", "mono"]),
    ],
)
def test_what_is_not_known_comes_last_in_either_order(either: CallStore, key: SortKey, rising: list[str]) -> None:
    assert found(either, NOBODY, CallOrder(key=key, is_descending=False)) == rising
    falling = found(either, NOBODY, CallOrder(key=key))
    assert sorted(falling) == sorted(rising)
    if key in {SortKey.AGENT, SortKey.PEAK}:
        assert falling[-1] == "mono"
    if key is SortKey.TIME_TO_CALM:
        assert falling[0] == "calmed"


@pytest.mark.parametrize("key", [SortKey.AGENT, SortKey.PEAK, SortKey.TIME_TO_CALM])
@pytest.mark.parametrize("is_descending", [True, False])
def test_pages_of_a_list_with_what_is_not_known_have_each_call_once_in_the_order_of_the_whole(
    either: CallStore, key: SortKey, *, is_descending: bool
) -> None:
    either.save(call("nobody", 5, agent=None))
    order = CallOrder(key=key, is_descending=is_descending)
    whole = [row.call_id for row in either.find(NOBODY, order, limit=None).rows]
    for limit in range(1, len(whole) + 2):
        pages = [either.find(NOBODY, order, offset, limit) for offset in range(0, len(whole) + 1, limit)]
        assert [row.call_id for page in pages for row in page.rows] == whole


def test_what_was_read_ahead_is_found_like_everything_else(either: CallStore) -> None:
    either.read_ahead()
    assert found(either, CallFilter(said=said_in("parcel"))) == ["mono", "calmed", "calm"]
    either.save(call("later", 5, said(C, 1, 5, "My parcel!")))
    assert found(either, CallFilter(said=said_in("parcel"))) == ["later", "mono", "calmed", "calm"]


@pytest.mark.parametrize("typed", ["Ä-7", "ä-7", " ä-7 "])
def test_a_reference_is_found_however_it_is_written(either: CallStore, typed: str) -> None:
    either.save(call("umlaut", 5, reference="Ä-7 "))
    assert found(either, CallFilter(reference=typed)) == ["umlaut"]


def test_a_list_comes_page_by_page_with_the_number_of_all(either: CallStore) -> None:
    pages = [either.find(NOBODY, NEWEST_FIRST, offset, 3) for offset in (0, 3, 6)]
    assert [[row.call_id for row in page.rows] for page in pages] == [["mono", "calmed", "hot"], ["calm"], []]
    assert {page.total for page in pages} == {4}
    assert [either.find(NOBODY, NEWEST_FIRST, 0, limit).total for limit in (0, 4, 5, None)] == [4] * 4
    assert [row.call_id for row in either.find(NOBODY, NEWEST_FIRST, 1, None).rows] == ["calmed", "hot", "calm"]


ABROAD = document(*whole_call(), call=started("abroad", "2026-03-03T01:00:00+14:00"))
"""Called on the 2nd in the morning, as UTC has it."""


def test_calls_are_in_order_of_time_and_found_by_it_whatever_the_zone(either: CallStore) -> None:
    either.save(ABROAD)
    assert found(either, NOBODY) == ["mono", "calmed", "abroad", "hot", "calm"]
    assert found(either, CallFilter(until="2026-03-02T12:00:00+00:00")) == ["abroad", "hot", "calm"]
    assert found(either, CallFilter(since="2026-03-02T11:00:01+00:00")) == ["mono", "calmed"]


def test_a_row_tells_how_the_call_went(either: CallStore) -> None:
    rows = {row.call_id: row for row in either.find(NOBODY, NEWEST_FIRST).rows}
    assert (rows["calm"].course, rows["hot"].course, rows["calmed"].course, rows["mono"].course) == (
        Course.CALM, Course.HOT, Course.CALMED, None,
    )  # fmt: skip
    assert (rows["hot"].warnings, rows["calm"].reference, rows["calmed"].time_to_calm_s) == (2, "R-7", 35.0)


def test_calls_that_were_reviewed_or_flagged_are_known_and_stay_so_when_they_are_saved_again(
    either: CallStore,
) -> None:
    either.review("hot", is_reviewed=True)
    either.review("calm", is_flagged=True)
    either.review("calm", is_reviewed=False)
    for one in CALLS:
        either.save(one)
    assert found(either, CallFilter(is_reviewed=True)) == ["hot"]
    assert found(either, CallFilter(is_flagged=True)) == ["calm"]
    either.review("calm", is_flagged=False)
    assert found(either, CallFilter(is_flagged=True)) == []


def test_a_sample_takes_so_many_of_each_agent_and_the_same_again_for_the_same_seed(either: CallStore) -> None:
    for number in range(20):
        either.save(call(f"more-{number}", 5, agent="Ann"))
    first, again, other = ([row.call_id for row in either.sample(NOBODY, 2, seed)] for seed in (7, 7, 8))
    assert first == again != other
    agents = [row.agent for row in either.sample(NOBODY, 2, 7)]
    assert agents == ["Ann", "Ann", "Sam", "Sam", None]
    assert [row.agent for row in either.sample(CallFilter(agents=frozenset({"Sam"})), 5, 1)] == ["Sam", "Sam"]


def test_everybody_who_has_calls_is_named(either: CallStore) -> None:
    assert either.agents() == ["Ann", "Sam"]


def test_filters_are_kept_and_those_that_cannot_be_read_outlive_the_others(store: SqlCallStore, file: Path) -> None:
    old, new = (SavedFilter(name=name, wish=Wish(last_days=7)) for name in ("Old", "New"))
    store.keep_filters([old])
    with closing(looked_into(file)) as other, other:
        other.execute("insert into saved_filters values ('Later', '{\"name\": \"Later\"}'), ('Broken', 'not json')")
        other.commit()
    assert store.filters() == (old,)
    store.keep_filters([new])
    assert store.filters() == (new,)
    with closing(looked_into(file)) as other:
        names = {name for (name,) in other.execute("select name from saved_filters")}
    assert names == {"New", "Later", "Broken"}


def words_in(store: CallStore, *words: str) -> list[str]:
    return [word for word in words if found(store, CallFilter(said=said_in(word)))]


def test_words_that_go_are_not_found_any_more_and_are_in_no_byte(store: SqlCallStore, file: Path) -> None:
    store.save(without_words(CALM))
    assert found(store, CallFilter(said=said_in("please"))) == []
    store.delete("hot")
    store.purge(datetime(2026, 5, 1, tzinfo=UTC), Days(text=30, figures=365))
    assert words_in(store, "please", "waiting", "sorry", "parcel") == []
    assert found(store, CallFilter(has_words=False)) == ["mono", "calmed", "calm"]
    assert found(store, CallFilter(said=said_in("-sorry"))) == []
    store.close()
    seen = b"".join(opened_bytes(path) for path in file.parent.iterdir()).lower()
    for stem in (b"pleas", b"wait", b"sorri", b"sorry"):
        assert stem not in seen


def test_words_of_a_call_that_is_saved_again_take_the_place_of_the_older_ones(either: CallStore) -> None:
    either.save(call("calm", 1, said(C, 1, 5, "Where is my bicycle?")))
    assert words_in(either, "please", "bicycle") == ["bicycle"]


def test_a_store_of_an_earlier_version_is_searched_like_a_new_one(store: SqlCallStore, file: Path) -> None:
    store.save(document(*whole_call(), call=started("broken", "2026-03-05T09:15:00+00:00")))
    store.hold("hot", wanted=True)
    before = {row.call_id: row for row in store.rows()}
    store.close()
    with closing(looked_into(file)) as other, other:
        put_document(other, "broken", "not json")
        make_older(other)
    again = SqlCallStore(file, KEY)
    rows = {row.call_id: row for row in again.rows()}
    assert {**rows, "broken": before["broken"]} == before
    assert rows["broken"].course is None
    assert found(again, CallFilter(said=said_in("agent:sorry"))) == ["calmed"]
    assert found(again, CallFilter(not_made=frozenset({Move.APOLOGY, Move.WARNING}))) == ["broken", "mono", "calm"]
    again.delete("calmed")
    assert words_in(again, "sorry") == []
    again.close()


@pytest.fixture
def filed_before(store: SqlCallStore, file: Path) -> Iterator[SqlCallStore]:
    """A store of the version before plain references, opened again."""
    for number in range(20):
        store.save(call(f"umlaut-{number}", 5, reference="Ä-7 " if number % 2 else "B"))
    store.close()
    with closing(looked_into(file)) as other, other:
        make_older(other, "0005")
    again = SqlCallStore(file, KEY)
    yield again
    again.close()


def test_calls_of_an_earlier_version_are_found_by_their_reference_and_nothing_is_lost(
    filed_before: SqlCallStore, file: Path
) -> None:
    wanted = CallFilter(reference="ä-7")
    before = filed_before.rows()
    assert len(filed_before.sample(wanted, 99, 1)) == 10  # not filed yet: each is read
    assert filed_before.find(wanted, CallOrder(), limit=99).total == 10
    assert len(filed_before.sample(wanted, 99, 1)) == 10
    assert filed_before.rows() == before
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from unfiled_calls").fetchone() == (0,)
        assert other.execute("select count(*) from call_references where plain = 'ä-7'").fetchone() == (10,)


def test_a_call_of_an_earlier_version_that_is_saved_again_is_found_by_its_new_reference_alone(
    filed_before: SqlCallStore,
) -> None:
    filed_before.save(call("umlaut-1", 5, reference="C"))
    for reference, total in (("Ä-7", 9), ("c", 1)):
        assert len(filed_before.sample(CallFilter(reference=reference), 99, 1)) == total
        assert len(found(filed_before, CallFilter(reference=reference))) == total


def test_a_reference_goes_with_its_call(store: SqlCallStore, file: Path) -> None:
    store.delete("calm")
    assert found(store, CallFilter(reference="R-7")) == []
    with closing(looked_into(file)) as other:
        assert other.execute("select count(*) from call_references").fetchone() == (0,)


def test_a_reference_is_looked_up_and_no_call_is_read_for_it(store: SqlCallStore) -> None:
    question = select(CallTable.call_id).where(conditions(CallFilter(reference="R-7")))
    with store._database.session("read") as session:
        asked = question.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
        plan = [row[-1] for row in session.execute(text(f"explain query plan {asked}"))]
    assert any("call_references USING PRIMARY KEY (plain=?)" in step for step in plan)
    assert not any(step.startswith("SCAN calls") for step in plan)
