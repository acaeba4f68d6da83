import pytest
from PySide6.QtGui import QColor

from app.ui.theme import DARK, LIGHT, Theme


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    shade = QColor(colour)
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["text", "muted", "accent", "agent", "caller", "calm", "tense", "hot", "abusive"])
def test_every_text_colour_reads_on_every_background(theme: Theme, name: str) -> None:
    colour = getattr(theme, name)
    for background in (theme.window, theme.card, theme.accent_soft):
        assert contrast(colour, background) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_curve_and_button_words_stand_out(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for band in (theme.calm_band, theme.tense_band, theme.hot_band):
        assert contrast(theme.text, band) >= 4.5
