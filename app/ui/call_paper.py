"""An ended call as a PDF of A4 pages: its head, the curve, figures, prompts, and what was said.

Everything is put in as plain text: markup in what was said stays text.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.core.call_sheet import MASKED, NOTHING_SAID, CallSheet, PromptLine, SaidLine
from app.core.call_words import clock
from app.core.document import CallDocument
from app.core.figures import Figure
from app.core.note_sheet import NoteLine
from app.ui.paper_curve import PaperCurve
from app.ui.paper_look import cell_look, ink, paper_font, spaced, table_look, text_option
from app.ui.paper_notes import NOTE_WIDTHS, note_row
from app.ui.paper_score import SCORE_WIDTHS, score_rows
from app.ui.theme import LIGHT
from app.ui.tr import tr, tr_message

_DPI = 600
_PT = _DPI / 72
_MM = _DPI / 25.4
_SIDE_MM, _TOP_MM, _BOTTOM_MM = 18.0, 17.0, 18.0
_CURVE_MM = 58.0
_TITLE_PT, _HEAD_PT, _BODY_PT, _SMALL_PT = 17.0, 11.0, 9.5, 8.0
_CURVE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_FIGURE_WIDTHS = (21, 79)
_PROMPT_WIDTHS = (8, 13, 65, 14)
_MARK_WIDTHS = (8, 92)
_SAID_WIDTHS = (8, 14, 78)
_CMAP, _LIST = re.compile(rb"begincmap.*?endcmap", re.DOTALL), re.compile(rb"\[[^\]]*\]")
"""What glyphs of a font stand for, in a PDF, and the signs themselves in that: of the same length whatever they are."""
_TAB, _SPACE = b"<0009>", b"<0020>"


def call_paper(sheet: CallSheet, document: CallDocument) -> bytes:
    """The file. Needs a QGuiApplication; may run on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(tr(sheet.title))
    writer.setCreator("Calmline")
    margins = QMarginsF(_SIDE_MM, _TOP_MM, _SIDE_MM, _BOTTOM_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    paper = _Paper(sheet, document, writer)
    paper.fill()
    paper.print_pages()
    buffer.close()
    return _with_spaces(bytes(buffer.data().data()))


def _with_spaces(file: bytes) -> bytes:
    """Qt tells readers that the glyph of a space is a tab, so that LibreOffice and whoever copies words get tabs."""
    return _CMAP.sub(lambda cmap: _LIST.sub(lambda signs: signs[0].replace(_TAB, _SPACE), cmap[0]), file)


class _Curve(QPyTextObject):
    """The curve as a letter of its text."""

    def __init__(self, curve: PaperCurve, size: QSizeF, parent: QObject) -> None:
        super().__init__(parent)
        self._curve = curve
        self._size = size

    def intrinsicSize(self, _document: QTextDocument, _at: int, _format: QTextFormat) -> QSizeF:
        """The width of the text."""
        return self._size

    def drawObject(
        self, painter: QPainter, box: QRectF | QRect, _document: QTextDocument, _at: int, _format: QTextFormat
    ) -> None:
        """Draw it where the text has it."""
        self._curve.draw(painter, QRectF(box))


class _Paper:
    """The pages of one call."""

    def __init__(self, sheet: CallSheet, document: CallDocument, writer: QPdfWriter) -> None:
        self._sheet = sheet
        self._writer = writer
        self._wide, self._high = float(writer.width()), float(writer.height())
        self._text = QTextDocument()
        self._text.setUndoRedoEnabled(False)
        self._text.setDocumentMargin(0)
        self._text.setDefaultFont(paper_font(_BODY_PT))
        self._text.setDefaultTextOption(text_option())
        self._text.documentLayout().setPaintDevice(writer)
        self._text.setPageSize(QSizeF(self._wide, self._high))
        curve = PaperCurve(document, LIGHT, paper_font(_SMALL_PT), _PT)
        self._curve = _Curve(curve, QSizeF(self._wide, _CURVE_MM * _MM), self._text)
        self._text.documentLayout().registerHandler(_CURVE_TYPE, self._curve)
        self._has_curve = bool(document.curve)
        self._heads = list[int]()
        self._cursor = QTextCursor(self._text)

    def fill(self) -> None:
        """Put everything in."""
        self._cursor.beginEditBlock()
        self._head()
        if self._has_curve:
            self._draw_curve()
        self._figures(self._sheet.figures)
        for score in self._sheet.scores:
            rows = score_rows(score, ink(_BODY_PT), ink(_BODY_PT, LIGHT.muted))
            self._titled(tr(score.title), SCORE_WIDTHS, rows)
        self._notes(tr("Coaching notes"), self._sheet.coaching)
        if self._sheet.prompts:
            self._prompts(self._sheet.prompts)
        if self._sheet.marks:
            self._marks(self._sheet.marks)
        self._notes(tr("Comments"), self._sheet.comments)
        self._said(self._sheet.said)
        self._cursor.endEditBlock()
        self._keep_heads_with_rows()

    def print_pages(self) -> None:
        """Draw page after page."""
        painter = QPainter(self._writer)
        pages = self._text.pageCount()
        for page in range(pages):
            if page:
                self._writer.newPage()
            self._foot(painter, page, pages)
            painter.save()
            painter.translate(0, -page * self._high)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = QRectF(0, page * self._high, self._wide, self._high)
            context.palette.setColor(context.palette.ColorRole.Text, QColor(LIGHT.text))
            painter.setClipRect(context.clip)
            self._text.documentLayout().draw(painter, context)
            painter.restore()
        painter.end()

    def _head(self) -> None:
        self._block(0, 3)
        self._cursor.insertText(tr(self._sheet.title), ink(_TITLE_PT, bold=True))
        self._new_block(0, 2)
        self._cursor.insertText(tr(self._sheet.about), ink(_SMALL_PT + 0.5, LIGHT.muted))
        for notice in self._sheet.notices:
            self._new_block(4, 0)
            self._cursor.insertText(tr_message(notice), ink(_BODY_PT, LIGHT.hot, bold=True))

    def _draw_curve(self) -> None:
        alone = spaced(12, 0)
        alone.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        self._cursor.insertBlock(alone, QTextCharFormat())
        shape = QTextCharFormat()
        shape.setObjectType(_CURVE_TYPE)
        self._cursor.insertText("\ufffc", shape)

    def _figures(self, figures: Sequence[Figure]) -> None:
        rows = [
            (
                (tr_message(figure.name), ink(_BODY_PT, LIGHT.muted)),
                (tr_message(figure.text), ink(_BODY_PT)),
            )
            for figure in figures
        ]
        self._titled(tr("Figures"), _FIGURE_WIDTHS, rows)

    def _prompts(self, prompts: Sequence[PromptLine]) -> None:
        names = tuple(tr(name) for name in ("Time", "Stage", "Prompt", "Followed"))
        self._titled(tr("Prompts"), _PROMPT_WIDTHS, [_prompt_row(prompt) for prompt in prompts], names)

    def _marks(self, marks: Sequence[tuple[str, str]]) -> None:
        rows = [((time, ink(_BODY_PT, LIGHT.muted)), (tr_message(what), ink(_BODY_PT))) for time, what in marks]
        self._titled(tr("Marked by the agent"), _MARK_WIDTHS, rows)

    def _notes(self, title: str, notes: Sequence[NoteLine]) -> None:
        if notes:
            rows = [note_row(note, ink(_BODY_PT), ink(_BODY_PT, LIGHT.muted)) for note in notes]
            self._titled(title, NOTE_WIDTHS, rows)

    def _said(self, said: Sequence[SaidLine]) -> None:
        if said:
            self._titled(tr("What was said"), _SAID_WIDTHS, [_said_row(line) for line in said], ruled=False)
        elif not self._sheet.notices:
            self._new_block(14, 0)
            self._cursor.insertText(tr(NOTHING_SAID), ink(_BODY_PT, LIGHT.muted))

    def _titled(
        self,
        title: str,
        widths: Sequence[int],
        rows: "Sequence[Sequence[_Cell]]",
        names: Sequence[str] = (),
        *,
        ruled: bool = True,
    ) -> None:
        """A table under a title; the names of its columns come again on every page."""
        self._new_block(16, 5)
        self._heads.append(self._cursor.position())
        self._cursor.insertText(title, ink(_HEAD_PT, LIGHT.accent, bold=True))
        heads = [tuple((name, ink(_SMALL_PT, LIGHT.muted)) for name in names)] if names else []
        table = self._cursor.insertTable(len(heads) + len(rows), len(widths), table_look(widths, len(heads)))
        for number, cells in enumerate((*heads, *rows)):
            for column, (text, look) in enumerate(cells):
                cell = table.cellAt(number, column)
                cell.setFormat(cell_look(ruled=ruled or number < len(heads), is_last=column == len(widths) - 1))
                _write(cell.firstCursorPosition(), text, look)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _block(self, above_pt: float, below_pt: float) -> None:
        self._cursor.setBlockFormat(spaced(above_pt, below_pt))

    def _new_block(self, above_pt: float, below_pt: float) -> None:
        self._cursor.insertBlock(spaced(above_pt, below_pt), QTextCharFormat())

    def _keep_heads_with_rows(self) -> None:
        """A title whose first row stands on the next page goes there too."""
        for position in self._heads:
            head = self._text.findBlock(position)
            first = head.next()
            if self._page_of(head) != self._page_of(first):
                look = head.blockFormat()
                look.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(head).setBlockFormat(look)

    def _page_of(self, block: QTextBlock) -> int:
        return int(self._text.documentLayout().blockBoundingRect(block).bottom() // self._high)

    def _foot(self, painter: QPainter, page: int, pages: int) -> None:
        """Below the text: what is masked, and which page it is; above it, from the second page on, which call."""
        painter.setFont(paper_font(_SMALL_PT))
        painter.setPen(QColor(LIGHT.muted))
        foot = QRectF(0, self._high + 5 * _MM, self._wide, 6 * _MM)
        left, right = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        painter.drawText(foot, left, f"Calmline  ·  {tr(MASKED)}")
        painter.drawText(foot, right, tr("Page {page} of {pages}", page=page + 1, pages=pages))
        if page:
            painter.drawText(QRectF(0, -9 * _MM, self._wide, 6 * _MM), left, tr(self._sheet.title))


_Cell = tuple[str | Sequence[tuple[str, QTextCharFormat]], QTextCharFormat]
"""A cell's text and its look; or its lines, each with its own."""


def _prompt_row(prompt: PromptLine) -> tuple[_Cell, ...]:
    plain = ink(_BODY_PT)
    lines = [(prompt.title, plain)]
    if prompt.say:
        lines.append((f"“{prompt.say}”", ink(_BODY_PT - 0.5, LIGHT.muted)))
    return (
        (prompt.time, ink(_BODY_PT, LIGHT.muted)),
        (tr_message(prompt.stage), ink(_BODY_PT, LIGHT.accent)),
        (lines, plain),
        (tr_message(prompt.followed), plain),
    )


def _said_row(line: SaidLine) -> tuple[_Cell, ...]:
    speaker = [(tr_message(line.speaker), ink(_BODY_PT, LIGHT.speaker(line.channel), bold=True))]
    if line.note:
        speaker.append((tr_message(line.note), ink(_SMALL_PT, LIGHT.muted)))
    plain = ink(_BODY_PT)
    return ((clock(line.start_s), ink(_BODY_PT, LIGHT.muted)), (speaker, plain), (line.words, plain))


def _write(cursor: QTextCursor, text: str | Sequence[tuple[str, QTextCharFormat]], look: QTextCharFormat) -> None:
    lines = [(text, look)] if isinstance(text, str) else text
    cursor.setBlockFormat(spaced(0, 0))
    for n, (line, line_look) in enumerate(lines):
        if n:
            cursor.insertBlock()
        cursor.insertText(line, line_look)
