"""Agreement of reviewers against published figures, and where it says nothing."""

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from app.core.agreement import cohen_kappa, fleiss_kappa, pairs_agreeing
from app.core.calibration import LEAST_JUDGEMENTS, Blind, Verdict, alike, calibrate, common_answers
from app.core.scoring import Answer, Given
from tests.core.cards import ANSWERS, F, N, P, card, given, item

COHEN_1960 = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
"""J. Cohen (1960), table 1, as counts of 200: kappa .492."""

FLEISS_1971 = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""
"""J. L. Fleiss (1971), table 1: 30 patients, six psychiatrists each, five diagnoses: kappa .430."""

WIKIPEDIA = """
0 0 0 0 14; 0 2 6 4 2; 0 0 3 5 6; 0 3 9 2 0; 2 2 8 1 1; 7 7 0 0 0; 3 2 6 3 0; 2 5 3 2 2; 6 5 2 1 0; 0 2 2 3 7
"""
"""The worked example of Wikipedia's "Fleiss' kappa": ten subjects, fourteen raters: kappa 0.210."""


def spread(counts: list[int]) -> list[int]:
    """So many answers of each kind."""
    return [kind for kind, count in enumerate(counts) for _ in range(count)]


def test_cohens_kappa_is_that_of_the_article() -> None:
    pairs = [
        (one, other) for one, row in enumerate(COHEN_1960) for other, count in enumerate(row) for _ in range(count)
    ]
    assert cohen_kappa(pairs) == pytest.approx(0.492, abs=0.0005)


def test_cohens_kappa_is_that_of_the_textbook_example() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_fleiss_kappa_is_that_of_the_article() -> None:
    units = [spread(list(map(int, row))) for row in FLEISS_1971.split()]
    assert len(units) == 30
    assert fleiss_kappa(units) == pytest.approx(0.430, abs=0.0005)


def test_fleiss_kappa_is_that_of_the_textbook_example() -> None:
    units = [spread(list(map(int, row.split()))) for row in WIKIPEDIA.split(";")]
    assert fleiss_kappa(units) == pytest.approx(0.210, abs=0.0005)


def test_kappa_is_undefined_where_everybody_gives_one_answer_throughout_or_nothing_was_judged() -> None:
    assert cohen_kappa([(P, P)] * 20) is None
    assert fleiss_kappa([(P, P, P)] * 20) is None
    assert cohen_kappa([]) is None
    assert fleiss_kappa([]) is None


def test_units_without_an_answer_of_each_are_refused() -> None:
    for units in ([(P,)], [(P, P), (P, P, F)]):
        with pytest.raises(ValueError, match="each"):
            fleiss_kappa(units)


PAIRS = st.lists(st.tuples(ANSWERS, ANSWERS), min_size=1, max_size=30)
UNITS = st.integers(min_value=2, max_value=5).flatmap(
    lambda raters: st.lists(st.tuples(*[ANSWERS] * raters), min_size=1, max_size=20)
)


@drawn(PAIRS)
def test_cohens_kappa_is_the_same_whoever_is_named_first(pairs: list[tuple[Answer, Answer]]) -> None:
    one, other = cohen_kappa(pairs), cohen_kappa([(right, left) for left, right in pairs])
    assert one == (other if other is None else pytest.approx(other))
    assert one is None or -1.0 <= one <= 1.0 + 1e-9


@drawn(UNITS)
def test_full_agreement_is_1_and_nothing_is_above_it(units: list[tuple[Answer, ...]]) -> None:
    kappa = fleiss_kappa(units)
    assert kappa is None or kappa <= 1.0 + 1e-9
    is_full = all(len(set(unit)) == 1 for unit in units)
    if kappa is not None:
        assert (kappa == pytest.approx(1.0)) == is_full


@drawn(UNITS)
def test_pairs_that_agree_are_a_share(units: list[tuple[Answer, ...]]) -> None:
    assert all(0.0 <= pairs_agreeing(unit) <= 1.0 for unit in units)


THREE = card()
MANY = card(*(item(f"i{number}") for number in range(LEAST_JUDGEMENTS)))


def whole(*answers: Answer) -> dict[str, Given]:
    return {f"i{number}": Given(answer=answer) for number, answer in enumerate(answers)}


def test_each_item_tells_how_far_it_was_answered_alike() -> None:
    blind = {"Ann": given(a=P, b=P, c=N), "Bob": given(a=P, b=F, c=N), "Cy": given(a=P, b=P, c=F)}
    found = calibrate(THREE, [blind])
    assert found.reviewers == ("Ann", "Bob", "Cy")
    assert [one.share for one in found.items] == [1.0, pytest.approx(1 / 3), pytest.approx(1 / 3)]
    assert [one.is_agreed for one in found.items] == [True, False, False]
    assert found.share == pytest.approx(5 / 9)
    assert found.items[1].answers == ((P, F, P),)


def test_too_few_judgements_tell_no_kappa() -> None:
    found = calibrate(THREE, [{"Ann": given(a=P, b=P, c=N), "Bob": given(a=P, b=F, c=N)}])
    assert (found.kappa.value, found.kappa.verdict, found.kappa.judgements) == (None, Verdict.TOO_FEW, 3)


def test_a_kappa_is_told_from_the_stated_number_on_and_is_undefined_where_it_is() -> None:
    mixed = [P, F] * (LEAST_JUDGEMENTS // 2)
    full = calibrate(MANY, [{"Ann": whole(*mixed), "Bob": whole(*mixed)}])
    assert full.kappa.verdict is Verdict.TOLD
    assert full.kappa.value == pytest.approx(1.0)
    same = [P] * LEAST_JUDGEMENTS
    undefined = calibrate(MANY, [{"Ann": whole(*same), "Bob": whole(*same)}])
    assert (undefined.kappa.value, undefined.kappa.verdict, undefined.share) == (None, Verdict.UNDEFINED, 1.0)


def test_two_reviewers_are_told_cohens_kappa_and_three_that_of_fleiss() -> None:
    one, other = [P, P, F, F, P, N, P, F, P, P], [P, F, F, F, P, P, P, F, P, N]
    two = calibrate(MANY, [{"Ann": whole(*one), "Bob": whole(*other)}])
    assert two.kappa.value == cohen_kappa(list(zip(one, other, strict=True)))
    three = calibrate(MANY, [{"Ann": whole(*one), "Bob": whole(*other), "Cy": whole(*one)}])
    assert three.kappa.value == fleiss_kappa(list(zip(one, other, one, strict=True)))


def test_an_item_has_a_kappa_of_its_own_over_many_calls() -> None:
    calls = [{"Ann": given(a=P, b=P, c=P), "Bob": given(a=P, b=P, c=F)}] * 5
    calls += [{"Ann": given(a=F, b=P, c=P), "Bob": given(a=F, b=P, c=P)}] * 5
    found = calibrate(THREE, calls)
    assert found.calls == 10
    assert [one.kappa.verdict for one in found.items] == [Verdict.TOLD, Verdict.UNDEFINED, Verdict.TOLD]
    assert found.items[0].kappa.value == pytest.approx(1.0)
    assert found.items[2].share == 0.5


@pytest.mark.parametrize(
    "calls",
    [
        [],
        [{"Ann": given(a=P, b=P, c=P)}],
        [{"Ann": given(a=P, b=P, c=P), "Bob": given(a=P, b=P)}],
        [
            {"Ann": given(a=P, b=P, c=P), "Bob": given(a=P, b=P, c=P)},
            {"Ann": given(a=P, b=P, c=P), "Cy": given(a=P, b=P, c=P)},
        ],
    ],
)
def test_what_two_reviewers_have_not_scored_wholly_cannot_be_calibrated(
    calls: list[Blind],
) -> None:
    with pytest.raises(ValueError, match="score"):
        calibrate(THREE, calls)


def test_only_calls_of_the_same_reviewers_are_put_together() -> None:
    pair = {"Ann": given(a=P), "Bob": given(a=P)}
    three = {**pair, "Cy": given(a=F)}
    assert alike([pair, three, pair], frozenset({"Ann", "Bob"})) == [pair, pair]


def test_an_agreed_score_begins_with_what_all_answered_alike() -> None:
    ann = {"a": Given(answer=P, turn=2, remark="well done"), "b": Given(answer=F, turn=4), "c": Given(answer=P)}
    bob = {"a": Given(answer=P, turn=2), "b": Given(answer=F, turn=6), "c": Given(answer=N)}
    assert common_answers(THREE, {"Ann": ann, "Bob": bob}) == {
        "a": Given(answer=P, turn=2),
        "b": Given(answer=F),
    }
