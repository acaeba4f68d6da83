"""Scores of calls: drafts, blind rounds, replies, and what goes with a call; for every store alike."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters import database, score_store
from app.adapters.call_store import SqlCallStore
from app.adapters.score_store import SqlScoreStore
from app.adapters.store_file import connect
from app.core.errors import HeldError, InputError, ScorecardError, StoreBusyError, StoreDamagedError, StoreError
from app.core.keeping import Days
from app.core.ports import CallStore
from app.core.score_port import Kind, Reply, Round, Score, ScoreStore, State
from app.core.scorecard import Scorecard, check_bumped
from app.core.scoring import LONGEST, Answers, Given
from tests.adapters.new_stores import put_new_store
from tests.adapters.older import make_older
from tests.adapters.sealed import KEY, looked_into, opened_bytes
from tests.core.calls import document, started, whole_call
from tests.core.cards import F, N, P, card, given, item
from tests.memory_scores import MemoryScores
from tests.memory_store import MemoryStore

CARD = card(item("a"), item("b", 3), item("safety", critical=True))
WHOLE = given(a=P, b=F, safety=N)


@dataclass
class Kept:
    """A store of calls and that of their scores."""

    calls: CallStore
    scores: ScoreStore

    def done(self, reviewer: str, answers: Answers = WHOLE, kind: Kind = Kind.REVIEW, call_id: str = "c1") -> Score:
        return self.scores.finish(self.scores.begin(call_id, CARD, kind, reviewer, answers).number)

    def blind(self, *reviewers: str, call_id: str = "c1") -> None:
        for reviewer in reviewers:
            self.done(reviewer, kind=Kind.BLIND, call_id=call_id)

    def seen(self, viewer: str | None, call_id: str = "c1") -> list[tuple[str, Kind]]:
        return [(one.reviewer, one.kind) for one in self.scores.of_call(call_id, viewer).scores]

    def round(self, card_: Scorecard = CARD) -> Round:
        return self.scores.of_call("c1", None).round_by(card_)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put_new_store(tmp_path / "home" / "calls.sqlite3")


@pytest.fixture
def sql(file: Path) -> Iterator[Kept]:
    calls = SqlCallStore(file, KEY)
    fill(calls)
    scores = SqlScoreStore(file, KEY)
    yield Kept(calls, scores)
    scores.close()
    calls.close()


@pytest.fixture(params=["SQLite", "memory"])
def either(request: pytest.FixtureRequest) -> Kept:
    """What every store of scores does, whatever it keeps them in."""
    if request.param == "SQLite":
        kept: Kept = request.getfixturevalue("sql")
        return kept
    calls = MemoryStore()
    fill(calls)
    return Kept(calls, MemoryScores(calls))


def fill(calls: CallStore) -> None:
    for call_id in ("c1", "c2"):
        calls.save(document(*whole_call(), call=started(call_id)))


def test_a_call_has_no_scores_at_first(either: Kept) -> None:
    found = either.scores.of_call("c1", "Ann")
    assert (found.scores, found.withheld, found.round_by(CARD)) == ((), 0, Round())
    assert either.scores.cards() == []
    assert either.scores.rounds(CARD, "Ann") == []


def test_a_draft_is_kept_with_its_card_and_goes_on_until_it_is_done(either: Kept) -> None:
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, " Ann ", given(a=P))
    assert (begun.reviewer, begun.state, begun.share, begun.done_at) == ("Ann", State.DRAFT, None, None)
    answers = {**WHOLE, "b": Given(answer=F, turn=2, remark="no name given")}
    assert either.scores.keep(begun.number, answers).answers == answers
    done = either.scores.finish(begun.number)
    assert (done.state, done.share, done.card) == (State.DONE, 0.25, CARD)
    assert done.done_at is not None
    assert either.scores.of_call("c1", "Ann").scores == (done,)
    assert either.scores.of_call("c2", "Ann").scores == ()


def test_answers_that_are_kept_leave_those_that_another_window_has_kept(either: Kept) -> None:
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", given(a=P))
    either.scores.keep(begun.number, {"b": Given(answer=F, remark="no name given")})
    kept = either.scores.keep(begun.number, {"safety": Given(answer=N), "a": Given()})
    assert kept.answers == {"b": Given(answer=F, remark="no name given"), "safety": Given(answer=N)}


def test_a_score_is_done_only_when_every_item_has_an_answer(either: Kept) -> None:
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", given(a=P))
    with pytest.raises(InputError, match="Was b done"):
        either.scores.finish(begun.number)


def test_what_is_done_stays_as_it_is_and_is_opened_again_as_a_new_draft(either: Kept) -> None:
    done = either.done("Ann")
    for change in (either.scores.discard, either.scores.finish, lambda number: either.scores.keep(number, {})):
        with pytest.raises(InputError, match="stays as it is"):
            change(done.number)
    again = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", done.answers)
    assert either.scores.of_call("c1", "Ann").scores == (done, again)


def test_somebody_has_one_draft_of_a_kind_at_a_time_and_may_drop_it(either: Kept) -> None:
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", {})
    with pytest.raises(InputError, match="begun this already"):
        either.scores.begin("c1", CARD, Kind.REVIEW, "ann", {})
    either.scores.begin("c1", CARD, Kind.REVIEW, "Bob", {})
    either.scores.discard(begun.number)
    either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", {})
    with pytest.raises(InputError, match="not there any more"):
        either.scores.discard(begun.number)


def test_a_score_needs_a_call_and_a_name(either: Kept) -> None:
    with pytest.raises(StoreError):
        either.scores.begin("gone", CARD, Kind.REVIEW, "Ann", {})
    with pytest.raises(InputError, match="name"):
        either.scores.begin("c1", CARD, Kind.REVIEW, "  ", {})


def test_remarks_and_replies_are_masked_before_they_are_kept(either: Kept) -> None:
    said = "read out 4111 1111 1111 1111"
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", {"a": Given(remark=said)})
    assert begun.answers["a"].remark == "read out [card]"
    kept = either.scores.keep(begun.number, {**WHOLE, "a": Given(answer=P, remark=said)})
    assert kept.answers["a"].remark == "read out [card]"
    done = either.scores.finish(begun.number)
    assert either.scores.reply(done.number, Reply.DISPUTED, said).reply_text == "read out [card]"


def test_a_later_version_of_a_card_changes_no_earlier_score(either: Kept) -> None:
    before = either.done("Ann")
    newer = card(item("a"), item("z"), version=2)
    either.scores.begin("c1", newer, Kind.REVIEW, "Ann", {})
    first, second = either.scores.of_call("c1", "Ann").scores
    assert (first, second.card) == (before, newer)
    assert either.scores.cards() == [CARD, newer]


def test_a_card_that_was_changed_under_its_version_is_refused(either: Kept) -> None:
    either.done("Ann")
    changed = card(item("a"))
    with pytest.raises(ScorecardError, match="version is still 1"):
        either.scores.begin("c2", changed, Kind.REVIEW, "Bob", {})
    either.calls.delete("c1")
    either.scores.begin("c2", changed, Kind.REVIEW, "Bob", {})


def test_drafts_are_shown_to_nobody_else(either: Kept) -> None:
    either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", {})
    assert either.seen("Bob") == either.seen(None) == []
    assert either.scores.of_call("c1", "Bob").withheld == 1
    assert either.seen(" ANN ") == [("Ann", Kind.REVIEW)]


def test_blind_scores_of_others_are_counted_and_not_shown_before_all_are_done(either: Kept) -> None:
    either.blind("Ann")
    assert either.seen("Bob") == either.seen(None) == []
    assert either.round() == Round(done=1, begun=1)
    bobs = either.scores.begin("c1", CARD, Kind.BLIND, "Bob", given(a=P))
    assert either.seen("Ann") == [("Ann", Kind.BLIND)]
    assert either.seen("Bob") == [("Bob", Kind.BLIND)]
    assert (either.round(), either.scores.rounds(CARD, "Ann")) == (Round(done=1, begun=2), [])
    either.scores.keep(bobs.number, WHOLE)
    either.scores.finish(bobs.number)
    both = [("Ann", Kind.BLIND), ("Bob", Kind.BLIND)]
    assert either.seen("Ann") == either.seen(" bob ") == both
    assert either.round().is_open


def test_whoever_may_still_score_blind_has_seen_no_answer_of_the_others(either: Kept) -> None:
    either.blind("Ann", "Bob")
    agreed = either.scores.begin("c1", CARD, Kind.AGREED, "Ann", WHOLE)
    for outsider in ("Cy", None):
        assert either.seen(outsider) == []
        assert either.scores.rounds(CARD, outsider) == []
    assert either.scores.of_call("c1", "Cy").withheld == 3
    either.scores.begin("c1", CARD, Kind.BLIND, "Cy", WHOLE)
    either.scores.discard(either.scores.of_call("c1", "Cy").scores[0].number)
    either.scores.finish(agreed.number)
    with pytest.raises(InputError, match="agreed score already"):
        either.scores.begin("c1", CARD, Kind.BLIND, "Cy", {})
    everything = [("Ann", Kind.BLIND), ("Bob", Kind.BLIND), ("Ann", Kind.AGREED)]
    for viewer in ("Ann", "Bob", "Cy", None):
        assert either.seen(viewer) == everything
        assert len(either.scores.rounds(CARD, viewer)) == 1


def test_whoever_joins_later_closes_the_round_until_they_are_done(either: Kept) -> None:
    either.blind("Ann", "Bob")
    late = either.scores.begin("c1", CARD, Kind.BLIND, "Cy", WHOLE)
    assert either.seen("Ann") == [("Ann", Kind.BLIND)]
    assert either.seen("Cy") == [("Cy", Kind.BLIND)]
    assert either.scores.rounds(CARD, "Ann") == []
    either.scores.finish(late.number)
    assert len(either.seen("Ann")) == 3


def test_whoever_scores_blind_sees_no_score_of_others_meanwhile(either: Kept) -> None:
    either.done("Ann")
    assert either.seen("Bob") == [("Ann", Kind.REVIEW)]
    blind = either.scores.begin("c1", CARD, Kind.BLIND, "Bob", {})
    assert either.seen("Bob") == [("Bob", Kind.BLIND)]
    either.scores.discard(blind.number)
    assert either.seen("Bob") == [("Ann", Kind.REVIEW)]


def test_a_blind_score_is_given_anew_only_while_the_others_are_hidden(either: Kept) -> None:
    either.blind("Ann", "Ann")
    assert either.round() == Round(done=1, begun=1)
    either.blind("Bob")
    with pytest.raises(InputError, match="have seen"):
        either.scores.begin("c1", CARD, Kind.BLIND, "ann", {})


def test_names_that_differ_by_case_and_blanks_are_one_reviewer(either: Kept) -> None:
    either.blind(" Ann  Lee", "ann lee ")
    assert either.round() == Round(done=1, begun=1)
    assert either.seen("ANN LEE")[0] == ("Ann Lee", Kind.BLIND)
    either.blind("Bob")
    assert [one.reviewer for one in either.scores.rounds(CARD, "Ann   lee")[0]] == ["ann lee", "Bob"]
    with pytest.raises(InputError, match="have seen"):
        either.scores.begin("c1", CARD, Kind.BLIND, "aNN LEE", {})


def test_a_remark_or_a_reply_of_too_much_is_refused_and_the_rest_stays(either: Kept) -> None:
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", WHOLE)
    longest = Given(answer=P, remark="x" * LONGEST)
    assert either.scores.keep(begun.number, {"a": longest}).answers["a"] == longest
    with pytest.raises(InputError, match="too long"):
        either.scores.keep(begun.number, {"b": Given(answer=P, remark="x" * (LONGEST + 1))})
    done = either.scores.finish(begun.number)
    assert done.answers == {**WHOLE, "a": longest}
    with pytest.raises(InputError, match="too long"):
        either.scores.reply(done.number, Reply.DISPUTED, "x" * (LONGEST + 1))


@pytest.mark.parametrize("kind", [Kind.AGREED, Kind.REVIEW])
def test_where_two_windows_begin_the_same_score_at_once_one_does_and_the_other_is_told(
    sql: Kept, file: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    sql.blind("Ann", "Bob")
    monkeypatch.setattr(database, "connect", lambda *made, **named: connect(*made, **named, busy_s=0.01))
    other = SqlScoreStore(file, KEY)
    refused = list[str]()

    def meanwhile(*checked: object) -> None:
        """The other window begins it between this one's look and its writing."""
        monkeypatch.setattr(score_store, "check_bumped", check_bumped)
        check_bumped(*checked)  # type: ignore[arg-type]
        with pytest.raises(StoreBusyError) as caught:
            other.begin("c1", CARD, kind, "Ann", {})
        refused.append(caught.value.code)

    monkeypatch.setattr(score_store, "check_bumped", meanwhile)
    begun = sql.scores.begin("c1", CARD, kind, "Ann", {})
    with pytest.raises(InputError, match="begun this already"):
        other.begin("c1", CARD, kind, "Ann", {})
    assert refused == ["store_busy"]
    assert [one for one in sql.scores.of_call("c1", "Ann").scores if one.kind is kind] == [begun]
    other.close()


def test_a_score_is_agreed_on_after_two_blind_ones_and_ends_the_round(either: Kept) -> None:
    either.blind("Ann")
    with pytest.raises(InputError, match="two or more"):
        either.scores.begin("c1", CARD, Kind.AGREED, "Ann", {})
    either.blind("Bob")
    agreed = either.scores.begin("c1", CARD, Kind.AGREED, "Ann", WHOLE)
    assert (agreed.reviewer, Kind.AGREED) in either.seen("Bob")
    with pytest.raises(InputError, match="begun this already"):
        either.scores.begin("c1", CARD, Kind.AGREED, "Bob", {})
    either.scores.finish(agreed.number)
    with pytest.raises(InputError, match="agreed score already"):
        either.scores.begin("c1", CARD, Kind.BLIND, "Cy", {})


def test_rounds_are_those_of_a_card_and_version_that_somebody_is_shown(either: Kept) -> None:
    either.blind("Ann", "Bob", call_id="c1")
    either.blind("Ann", call_id="c2")
    rounds = either.scores.rounds(CARD, "Ann")
    assert [[(one.call_id, one.reviewer) for one in found] for found in rounds] == [[("c1", "Ann"), ("c1", "Bob")]]
    either.blind("Bob", call_id="c2")
    assert len(either.scores.rounds(CARD, "Ann")) == 2
    assert either.scores.rounds(replace(CARD, version=2), "Ann") == []


def test_the_agent_acknowledges_or_disputes_what_is_done(either: Kept) -> None:
    begun = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", WHOLE)
    with pytest.raises(InputError, match="nothing to reply"):
        either.scores.reply(begun.number, Reply.ACKNOWLEDGED, "")
    either.scores.finish(begun.number)
    with pytest.raises(InputError, match="needs a line"):
        either.scores.reply(begun.number, Reply.DISPUTED, " ")
    either.scores.reply(begun.number, Reply.DISPUTED, "I did say it.")
    seen = either.scores.of_call("c1", "Ann").scores[0]
    assert (seen.reply, seen.reply_text) == (Reply.DISPUTED, "I did say it.")
    assert seen.replied_at is not None
    assert either.scores.reply(begun.number, Reply.ACKNOWLEDGED, "").reply is Reply.ACKNOWLEDGED


def test_a_blind_score_is_not_for_the_agent_to_reply_to(either: Kept) -> None:
    blind = either.done("Ann", kind=Kind.BLIND)
    with pytest.raises(InputError, match="nothing to reply"):
        either.scores.reply(blind.number, Reply.ACKNOWLEDGED, "")


def test_scores_go_with_their_call_and_stay_when_it_is_saved_again(either: Kept) -> None:
    done = either.done("Ann")
    either.calls.save(document(*whole_call(), call=started("c1"), duration_s=90.0))
    assert either.scores.of_call("c1", "Ann").scores == (done,)
    either.calls.delete("c1")
    either.calls.save(document(*whole_call(), call=started("c1")))
    assert either.scores.of_call("c1", "Ann").scores == ()


def test_scores_are_kept_as_long_as_the_figures_of_their_call(either: Kept) -> None:
    done = either.done("Ann")
    either.calls.purge(datetime(2026, 6, 1, tzinfo=UTC), Days(text=30, figures=365))
    assert either.scores.of_call("c1", "Ann").scores == (done,)
    either.calls.purge(datetime(2027, 6, 1, tzinfo=UTC), Days(text=30, figures=365))
    assert either.scores.cards() == []


def test_nothing_goes_from_the_scores_of_a_call_on_legal_hold(either: Kept) -> None:
    done = either.done("Ann")
    either.scores.reply(done.number, Reply.DISPUTED, "I did say it.")
    draft = either.scores.begin("c1", CARD, Kind.REVIEW, "Ann", {})
    either.calls.hold("c1", wanted=True)
    with pytest.raises(HeldError):
        either.scores.discard(draft.number)
    with pytest.raises(HeldError):
        either.scores.reply(done.number, Reply.ACKNOWLEDGED, "")
    either.scores.keep(draft.number, WHOLE)
    either.scores.reply(either.scores.finish(draft.number).number, Reply.ACKNOWLEDGED, "")
    either.calls.hold("c1", wanted=False)
    assert either.scores.reply(done.number, Reply.ACKNOWLEDGED, "").reply is Reply.ACKNOWLEDGED


def test_no_byte_is_left_of_the_remarks_of_a_call_that_was_deleted(sql: Kept, file: Path) -> None:
    sql.done("Ann", {**WHOLE, "b": Given(answer=F, remark="quincemarmalade")})
    sql.calls.delete("c1")
    assert isinstance(sql.scores, SqlScoreStore)
    sql.scores.close()
    sql.calls.close()
    seen = b"".join(opened_bytes(path) for path in file.parent.iterdir() if path.is_file())
    assert b"quincemarmalade" not in seen


def test_a_store_of_the_version_before_takes_scores(sql: Kept, file: Path) -> None:
    assert isinstance(sql.scores, SqlScoreStore)
    sql.scores.close()
    sql.calls.close()
    with closing(looked_into(file)) as other, other:
        make_older(other, "0004")
    again = SqlScoreStore(file, KEY)
    assert again.begin("c1", CARD, Kind.REVIEW, "Ann", {}).state is State.DRAFT
    again.close()


@pytest.mark.parametrize(
    ("column", "text"),
    [("answers", "not json"), ("answers", '{"a": {"answer": "maybe"}}'), ("card_text", "{}"), ("kind", "other")],
)
def test_a_damaged_score_is_told_and_names_no_word_of_it(sql: Kept, file: Path, column: str, text: str) -> None:
    sql.done("Ann")
    with closing(looked_into(file)) as other, other:
        other.execute(f"update call_scores set {column} = ?", (text,))  # noqa: S608 - columns of this test
    with pytest.raises(StoreDamagedError, match="A score of this call is damaged"):
        sql.scores.of_call("c1", "Ann")


def test_a_damaged_score_keeps_no_other_call_from_being_scored(sql: Kept, file: Path) -> None:
    sql.done("Ann")
    sql.blind("Ann", "Ben")
    sql.blind("Ann", "Ben", call_id="c2")
    with closing(looked_into(file)) as other, other:
        other.execute("update call_scores set card_text = '{}' where number = 1")
    assert sql.done("Ann", call_id="c2").is_done
    assert sql.scores.cards() == [CARD]
    assert [[one.call_id for one in scores] for scores in sql.scores.rounds(CARD, "Ann")] == [["c2", "c2"]]


def test_scores_of_several_calls_are_read_at_once_as_each_by_itself(either: Kept) -> None:
    either.done("Ann")
    either.blind("Bob", call_id="c2")
    either.scores.begin("c2", CARD, Kind.BLIND, "Cara", {})
    for viewer in ("Ann", "Bob", "Cara", None):
        found = either.scores.of_calls(["c2", "c1", "gone"], viewer)
        assert found == {call_id: either.scores.of_call(call_id, viewer) for call_id in ("c1", "c2")}
    assert either.scores.of_calls([], "Ann") == {}


def test_scores_of_more_calls_than_a_database_takes_values_are_read(sql: Kept) -> None:
    sql.done("Ann")
    assert list(sql.scores.of_calls([*(f"other-{n}" for n in range(40_000)), "c1"], None)) == ["c1"]
