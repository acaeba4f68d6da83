"""Pieces of words as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.ngrams import BUCKETS, pieces_of


def test_no_words_have_no_pieces() -> None:
    assert pieces_of([]) == []


def test_a_short_word_is_itself_and_its_runs_of_characters() -> None:
    # the word; "<no", "no>", "<no>"
    assert len(pieces_of(["no"])) == 4


def test_neighbours_make_pairs_and_threes_that_belong_to_all_of_them() -> None:
    owners = [owner for _, owner in pieces_of(["a", "b", "c"])]
    assert (0, 1) in owners
    assert (1, 2) in owners
    assert (0, 1, 2) in owners


def test_a_word_said_twice_counts_once() -> None:
    assert {owner for _, owner in pieces_of(["no", "no"])} == {(0,), (0, 1)}


@given(st.lists(st.text(min_size=1)))
def test_each_bucket_comes_once_and_always_the_same(words: list[str]) -> None:
    pieces = pieces_of(words)
    buckets = [bucket for bucket, _ in pieces]
    assert len(set(buckets)) == len(buckets)
    assert all(0 <= bucket < BUCKETS for bucket in buckets)
    assert pieces_of(words) == pieces
