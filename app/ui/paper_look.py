"""How letters, paragraphs and tables look on paper."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.ui.theme import LIGHT

_FORMAT_PT = 96 / 72
"""A point in the formats of a text, whose units Qt takes for those of a screen and makes larger for the paper."""
_LIGATURES = QFont.Tag("liga")
"""Off: another program would find one letter in the place of two, and so not the word."""


def paper_font(size_pt: float, *, bold: bool = False) -> QFont:
    """The desktop's font in a size in points."""
    made = QFont(QGuiApplication.font())
    made.setFeature(_LIGATURES, 0)
    made.setPointSizeF(size_pt)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def ink(size_pt: float, colour: str = LIGHT.text, *, bold: bool = False) -> QTextCharFormat:
    """Letters of a size in points."""
    made = QTextCharFormat()
    made.setFont(paper_font(size_pt, bold=bold))
    made.setForeground(QColor(colour))
    return made


def spaced(above_pt: float, below_pt: float) -> QTextBlockFormat:
    """A paragraph with room around it."""
    made = QTextBlockFormat()
    made.setTopMargin(above_pt * _FORMAT_PT)
    made.setBottomMargin(below_pt * _FORMAT_PT)
    made.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def text_option() -> QTextOption:
    """Words wrap, and run as the language does."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(QGuiApplication.layoutDirection())
    return option


def table_look(widths: Sequence[int], heads: int) -> QTextTableFormat:
    """Columns of these widths in per cent, below so many rows of heads, which come again on every page."""
    made = QTextTableFormat()
    made.setBorder(0)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setBorderCollapse(True)
    made.setCellPadding(0)
    made.setCellSpacing(0)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in widths])
    made.setHeaderRowCount(heads)
    return made


def cell_look(*, ruled: bool, is_last: bool) -> QTextTableCellFormat:
    """Room around the text, and a line below where it is `ruled`."""
    made = QTextTableCellFormat()
    made.setTopPadding(3 * _FORMAT_PT)
    made.setBottomPadding(3 * _FORMAT_PT)
    made.setRightPadding(0 if is_last else 6 * _FORMAT_PT)
    if ruled:
        made.setBottomBorder(0.5 * _FORMAT_PT)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QColor(LIGHT.line))
    return made
