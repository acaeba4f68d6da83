"""Stores that earlier versions wrote, each by its own code: they open, nothing of them is lost, and they work on."""

import lzma
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from app.adapters.call_store import SqlCallStore
from app.adapters.database import MIGRATIONS, NEWEST
from app.adapters.review_store import SqlReviewStore
from app.adapters.score_store import SqlScoreStore
from app.adapters.store_file import connect, is_plain
from app.adapters.team_store import SqlTeamStore
from app.adapters.trend_store import SqlTrendStore
from app.core.call_search import CallFilter, CallOrder, said_in
from app.core.trends import Week
from tests.adapters.new_stores import put_new_store
from tests.adapters.sealed import KEY, looked_into
from tests.core.calls import document, started, whole_call

FOLDER = Path(__file__).parents[1] / "data" / "stores"
STORES = sorted(file.name.removesuffix(".sqlite3.xz") for file in FOLDER.glob("*.xz"))
WEEK = Week(monday=date(2026, 3, 2), since="2026-03-02T00:00:00+00:00", until="2026-03-09T00:00:00+00:00")
SEALED, SEARCHING, REVIEWING, SCORING = "0004", "0004", "0005-second", "0005"
"""The first stores that were encrypted, and those with marks and filters, with notes, and with scores."""


@dataclass(frozen=True)
class Opened:
    """A store of an earlier version, as all stores of today see it."""

    file: Path
    calls: SqlCallStore
    team: SqlTeamStore
    reviews: SqlReviewStore
    scores: SqlScoreStore
    trends: SqlTrendStore


def put_old_store(name: str, file: Path) -> Path:
    file.parent.mkdir(parents=True)
    file.write_bytes(lzma.decompress((FOLDER / f"{name}.sqlite3.xz").read_bytes()))
    if name >= SEALED:
        plain = file.replace(file.with_name("plain.sqlite3"))
        with closing(connect(plain, None)) as store:
            store.execute("ATTACH ? AS sealed KEY ?", (str(file), f"x'{KEY.hex()}'"))
            store.execute("SELECT sqlcipher_export('sealed')")
            store.commit()
        plain.unlink()
    return file


@pytest.fixture(params=STORES)
def version(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def old(version: str, tmp_path: Path) -> Iterator[Opened]:
    file = put_old_store(version, tmp_path / "home" / "calls.sqlite3")
    with ExitStack() as stack:
        yield Opened(
            file=file,
            calls=stack.enter_context(closing(SqlCallStore(file, KEY))),
            team=stack.enter_context(closing(SqlTeamStore(file, KEY))),
            reviews=stack.enter_context(closing(SqlReviewStore(file, KEY))),
            scores=stack.enter_context(closing(SqlScoreStore(file, KEY))),
            trends=stack.enter_context(closing(SqlTrendStore(file, KEY))),
        )


def is_from(version: str, first: str) -> bool:
    """Whether a store has what the first one had."""
    order = ["0001", "0002", "0003", "0004", "0005-first", "0005-second", "0005", "0006", "0007"]
    return order.index(version) >= order.index(first) if version in order else True


def schema(file: Path) -> dict[str, object]:
    """The tables with their columns, the indexes and the triggers of a store."""
    with closing(looked_into(file)) as store:
        parts = store.execute("select type, name, sql from sqlite_master where name not like 'sqlite_%'").fetchall()
        return {
            name: sorted(row[1:] for row in store.execute(f"pragma table_info({name})")) if kind == "table" else sql
            for kind, name, sql in parts
        }


def test_every_version_but_the_newest_has_its_store() -> None:
    versions = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    assert versions - {NEWEST} <= set(STORES)


def test_it_is_encrypted_and_has_the_tables_of_a_new_one(old: Opened, tmp_path: Path) -> None:
    assert not is_plain(old.file)
    assert schema(old.file) == schema(put_new_store(tmp_path / "new" / "calls.sqlite3"))


def test_its_calls_are_found_and_read_as_before(version: str, old: Opened) -> None:
    found = old.calls.find(CallFilter(said=said_in("caller:money")), CallOrder(), 0, 9)
    assert sorted(row.call_id for row in found.rows) == ["c1", "c2"]
    now = document(*whole_call(), call=started("c1"))
    assert [turn.text for turn in old.calls.load("c1").turns] == [turn.text for turn in now.turns]
    assert old.calls.load("c1").summary.promises == now.summary.promises
    assert {row.call_id: row.is_held for row in found.rows} == {"c1": False, "c2": is_from(version, "0003")}
    assert [row.call_id for row in found.rows if row.is_flagged] == (["c1"] if is_from(version, SEARCHING) else [])


def test_what_was_kept_beside_its_calls_is_there(version: str, old: Opened) -> None:
    assert (old.team.lexicon().version, len(old.team.proposals())) == ((1, 1) if is_from(version, "0002") else (0, 0))
    assert [kept.name for kept in old.calls.filters()] == (["mine"] if is_from(version, SEARCHING) else [])
    notes = [(note.text, note.at_s, note.author) for note in old.reviews.notes("c1")]
    assert notes == ([("Well done", 12.0, "Ann")] * 2 if is_from(version, REVIEWING) else [])
    shares = [score.share for score in old.scores.of_call("c1", "Ann").scores]
    assert shares == ([1.0] if is_from(version, SCORING) else [])


def test_its_calls_are_counted_and_new_ones_are_kept(old: Opened) -> None:
    old.calls.save(document(*whole_call(), call=started("c3")))
    [week] = old.trends.figures([WEEK]).weeks
    assert (week.scored, week.heated, week.noted, week.promises) == (3, 3, 3, 3)
    assert old.reviews.lessons() == ()
