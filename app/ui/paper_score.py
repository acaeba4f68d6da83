"""A score on paper, as rows of a table: each question with its answer, the line it rests on, and the remark."""

from PySide6.QtGui import QTextCharFormat

from app.core.score_sheet import ScoredLine, ScoreSheet
from app.ui.tr import tr_message

SCORE_WIDTHS = (72, 16, 12)

_Lines = list[tuple[str, QTextCharFormat]]
_Row = tuple[tuple[_Lines, QTextCharFormat], tuple[str, QTextCharFormat], tuple[str, QTextCharFormat]]


def score_rows(score: ScoreSheet, plain: QTextCharFormat, quiet: QTextCharFormat) -> list[_Row]:
    """What is told of the score, then a row for each item; in plain letters, what stands beside in quiet ones."""
    notes = [(tr_message(note), quiet) for note in score.notes]
    return [((notes, quiet), ("", plain), ("", plain)), *(_row(line, plain, quiet) for line in score.lines)]


def _row(line: ScoredLine, plain: QTextCharFormat, quiet: QTextCharFormat) -> _Row:
    asked: _Lines = [(line.question, plain)]
    if line.remark:
        asked.append((line.remark, quiet))
    return (asked, plain), (tr_message(line.answer), plain), (line.rests, quiet)
