"""Heat of one utterance from what each layer adds to the log-odds, and the words that moved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.heat import Push, heat_of
from app.core.wording import Wording

SAID = Wording.of("This is the third time, and nobody is listening.")
THIRD, NOBODY = (3, 4), (6, 7, 8)


def test_no_words_are_no_heat() -> None:
    assert heat_of(Wording.of(""), (2.0,), []).value == 0
    assert heat_of(Wording.of("... -"), (2.0,), []).value == 0


def test_heat_is_the_mean_of_the_chances_of_each_degree() -> None:
    assert heat_of(SAID, (0.0,), []).value == pytest.approx(0.5)
    assert heat_of(SAID, (50.0, 0.0, -50.0), []).value == pytest.approx(0.5)
    assert heat_of(SAID, (50.0, -50.0, -50.0), []).value == pytest.approx(1 / 3)


def test_pushes_add_up() -> None:
    heat = heat_of(SAID, (-1.0,), [Push(by=1.0, words=THIRD), Push(by=2.0)])
    assert heat.value == pytest.approx(0.881, abs=0.001)


def test_the_words_that_moved_it_are_named_with_how_much_the_heat_would_differ_without_them() -> None:
    heat = heat_of(
        SAID, (-1.0,), [Push(by=1.0, words=THIRD, signal="repeat"), Push(by=2.0, words=NOBODY, signal="unheard")]
    )
    assert heat.words == ("nobody is listening", "third time")
    assert heat.by == pytest.approx((0.881 - 0.5, 0.881 - 0.731), abs=0.001)
    assert heat.signals == ("unheard", "repeat")


def test_what_cools_is_named_with_a_minus() -> None:
    heat = heat_of(Wording.of("Thank you."), (0.0,), [Push(by=-2.0, words=(0, 1), signal="thanks")])
    assert heat.words == ("Thank you",)
    assert heat.by[0] < 0


def test_words_of_other_layers_are_named_in_runs_that_push_the_same_way() -> None:
    pushes = [Push(by=by, words=(at,)) for at, by in enumerate((0.1, 0.1, -0.8, 0.9, 0.9))]
    assert heat_of(SAID, (0.0,), pushes).words == ("third time", "the")


def test_at_most_three_stretches_are_named_and_none_that_hardly_matters() -> None:
    pushes = [Push(by=1.0, words=(at,), signal=str(at)) for at in range(5)] + [Push(by=0.01, words=(5,), signal="x")]
    assert len(heat_of(SAID, (-2.5,), pushes).words) == 3
    assert heat_of(SAID, (0.0,), [Push(by=0.01, words=(5,), signal="x")]).words == ()


def test_where_it_is_furious_without_any_one_part_each_is_named_with_what_it_adds_by_itself() -> None:
    said = Wording.of("Shut up, you're worthless, lying thieves, please.")
    rude, worthless, thieves = ((4.0, (0, 1)), (3.5, (2, 3)), (3.0, (4, 5)))
    pushes = [Push(by=by, words=words, signal=str(by)) for by, words in (rude, worthless, thieves)]
    heat = heat_of(said, (-1.0,), [*pushes, Push(by=-0.1, words=(6,))])
    assert heat.value > 0.99
    assert heat.words == ("Shut up", "you're worthless", "lying thieves")
    assert heat.by == pytest.approx((0.953 - 0.269, 0.924 - 0.269, 0.881 - 0.269), abs=0.001)


def test_where_it_is_calm_parts_that_hardly_matter_stay_unnamed() -> None:
    pushes = [Push(by=-by, words=(at,), signal=str(at)) for at, by in enumerate((4.0, 3.5, 3.0))]
    assert heat_of(SAID, (-1.0,), pushes).words == ()


@given(
    st.text(),
    st.floats(-10, 10),
    st.lists(
        st.builds(
            lambda by, at, signal: (by, at, signal),
            st.floats(-100, 100),
            st.integers(0, 50),
            st.sampled_from(["", "a"]),
        )
    ),
)
def test_heat_is_a_chance_and_so_is_what_moved_it(text: str, bias: float, drawn: list[tuple[float, int, str]]) -> None:
    wording = Wording.of(text)
    pushes = [Push(by=by, words=(at % len(wording.said),), signal=signal) for by, at, signal in drawn if wording.said]
    heat = heat_of(wording, (bias, bias - 1, bias - 2), pushes)
    assert 0 <= heat.value <= 1
    assert len(heat.words) == len(heat.by) <= 3
    assert all(-1 <= by <= 1 for by in heat.by)
