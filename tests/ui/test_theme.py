from itertools import product

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.appearance import Motion, ThemeName
from app.core.events import Phase
from app.core.moods import Level
from app.ui.choosers import Chooser, Stepper
from app.ui.curve_view import CurveView
from app.ui.theme import CONTRAST, DARK, LIGHT, Look, Theme, look_of, stylesheet
from app.ui.words import PHASE_SHAPES
from tests.ui.calls import point, prompt, started, state_of
from tests.ui.contrast import contrast
from tests.ui.focus import has_frame


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("name", ["text", "muted", "accent", "agent", "caller", "calm", "tense", "hot", "abusive"])
def test_every_text_colour_reads_on_every_background(theme: Theme, name: str) -> None:
    colour = getattr(theme, name)
    for background in (theme.window, theme.card, theme.accent_soft):
        assert contrast(colour, background) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_the_curve_and_button_words_stand_out(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for level, band in zip(Level, theme.bands, strict=True):
        for words in (theme.text, theme.muted, theme.accent, theme.level(level)):
            assert contrast(words, band) >= 4.5
    assert contrast(theme.text, theme.masked) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_all_that_is_drawn_on_the_curve_stands_out_on_its_bands(theme: Theme, qtbot: QtBot) -> None:
    curve = CurveView(theme)
    qtbot.addWidget(curve)
    curve.resize(500, 300)
    call = state_of([started(), point(10, 0.1, Phase.CALM), prompt(at_s=20), point(50, 0.9, Phase.HOT)])
    curve.show_call(call.curve, call.prompts, 60)
    curve.show_unscored(((30.0, 40.0),), 60)
    curve.mark(55)
    curve.show()
    QApplication.processEvents()
    drawn = curve.grab().toImage()
    for at_s in (20, 30, 40, 55):
        assert faint(drawn, round(curve.px_of(at_s)), theme.bands) == set()
    for at_px in (round(curve.px_of(second)) for second in range(12, 29)):
        line = [drawn.pixelColor(at_px, y).name() for y in range(drawn.height())]
        assert max(contrast(colour, band) for colour in line for band in theme.bands) >= 3


def faint(drawn: QImage, at_px: int, bands: tuple[str, ...]) -> set[str]:
    """The bands on which nothing stands out where an upright mark is to be, dashes or a line."""
    best = dict.fromkeys(bands, 1.0)
    for y in range(drawn.height()):
        around = [drawn.pixelColor(at_px + beside, y).name() for beside in (-4, -1, 0, 1, 4)]
        for band in bands:
            if band.lower() in (around[0], around[-1]):
                best[band] = max(best[band], *(contrast(colour, band) for colour in around[1:-1]))
    return {band for band, found in best.items() if found < 3}


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_marks_and_edges_of_controls_stand_out(theme: Theme) -> None:
    marks = [theme.accent, theme.text, theme.muted, *(theme.level(level) for level in Level)]
    for mark, background in product(marks, (theme.window, theme.card)):
        assert contrast(mark, background) >= 3
    for background in (theme.window, theme.card, theme.accent_soft):
        assert contrast(theme.edge, background) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("make", [Chooser, Stepper])
def test_lists_and_numbers_are_in_the_themes_colours_and_show_the_focus(
    theme: Theme, make: type[Chooser] | type[Stepper], qtbot: QtBot
) -> None:
    page = QWidget()
    page.setStyleSheet(stylesheet(theme))
    control = make()
    rows = QVBoxLayout(page)
    rows.addWidget(control)
    rows.addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    control.setFocus()
    assert has_frame(control)
    painted = control.grab().toImage()
    colours = {painted.pixelColor(x, painted.height() // 2).name() for x in range(painted.width())}
    assert {theme.card.lower(), theme.accent.lower()} <= colours
    right = product(range(painted.width() - 20, painted.width() - 3), range(3, painted.height() - 3))
    assert max(contrast(painted.pixelColor(*place).name(), theme.card) for place in right) >= 3


def test_high_contrast_is_high() -> None:
    for name in ("text", "muted", "accent", "agent", "caller", "calm", "tense", "hot", "abusive", "line"):
        assert contrast(getattr(CONTRAST, name), CONTRAST.window) >= 7


def test_no_phase_is_told_by_colour_alone() -> None:
    assert len({PHASE_SHAPES[phase] for phase in Phase}) == len(Phase)


@pytest.mark.usefixtures("qapp")
def test_a_chosen_theme_goes_before_the_desktops() -> None:
    assert look_of(ThemeName.DARK) == Look(theme=DARK)
    assert look_of(ThemeName.CONTRAST, 1.5) == Look(theme=CONTRAST, text_size=1.5)
    assert look_of().theme is LIGHT


@pytest.mark.usefixtures("qapp")
def test_nothing_moves_where_nobody_watches() -> None:
    assert not look_of(motion=Motion.FULL).moves
