"""Colours that mean different things stay apart for eyes that miss one kind of cone, or a shape tells them too."""

from itertools import combinations

import pytest

from app.core.events import HealthCode
from app.core.moods import Level
from app.core.state import CallState
from app.ui.health_line import HealthLine
from app.ui.theme import CONTRAST, DARK, LIGHT, Theme
from tests.ui.calls import started, state_of, trouble
from tests.ui.colour_blind import EYES, NOTICED, apart

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
WIDE, SMALL = 3 * NOTICED, 6 * NOTICED
"""How far apart what is wide is to be, and what is as small as a bar or a word."""

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
all_eyes = pytest.mark.parametrize("eyes", EYES)


@every_theme
@all_eyes
def test_the_bands_of_the_curve_stay_apart(theme: Theme, eyes: str) -> None:
    assert [pair for pair in combinations(theme.bands, 2) if apart(*pair, eyes) < WIDE] == []


@every_theme
@all_eyes
def test_the_levels_of_the_strip_stay_apart(theme: Theme, eyes: str) -> None:
    levels = [theme.level(level) for level in Level]
    assert [pair for pair in combinations(levels, 2) if apart(*pair, eyes) < SMALL] == []


@every_theme
@all_eyes
def test_both_speakers_and_a_trouble_stay_apart_from_what_is_beside_them(theme: Theme, eyes: str) -> None:
    assert apart(theme.agent, theme.caller, eyes) >= SMALL
    assert apart(theme.hot, theme.muted, eyes) >= SMALL


@pytest.mark.usefixtures("qapp")
def test_a_sign_tells_too_whether_there_is_no_call_one_that_is_heard_or_trouble() -> None:
    behind = trouble(HealthCode.BEHIND, "Words come late.", lag_s=7)
    line, signs = HealthLine(LIGHT), []
    for state in (CallState(), state_of([started()]), state_of([started(), behind])):
        line.show_state(state)
        signs.append(line.facts.text()[0])
    assert len(set(signs)) == len(signs)


def test_what_looks_alike_to_such_eyes_is_found() -> None:
    red, green = "#B04030", "#6E6A00"
    assert apart(red, green, "all cones") > 30
    assert apart(red, green, "deuteranopia") < SMALL
    assert apart("#000000", "#FFFFFF", "tritanopia") == pytest.approx(100, abs=0.1)
