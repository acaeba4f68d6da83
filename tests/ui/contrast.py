"""How far two colours stand apart, after WCAG 2.2."""

from PySide6.QtGui import QColor


def linear(shade: QColor) -> tuple[float, float, float]:
    """Red, green and blue as light, 0..1 each."""
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance, 0..1."""
    red, green, blue = linear(QColor(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio, 1..21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
