"""A language that marks every text that was looked up, longer by a third, and what is shown without its marks."""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import unescape

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QBuffer,
    QMetaObject,
    QMetaType,
    QModelIndex,
    QObject,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMenu, QWidget

from app.ui.tr import CONTEXT

_OPEN, _CLOSE, _CUT = "⟦", "⟧", "…"
_SVG_TEXT = re.compile(r"<text[^>]*>([^<]*)")
_WORD = re.compile(r"[^\W\d_]+")
_CUT_WORD = re.compile(rf"\w*{_CUT}")
_LONGEST_WORD = 7
_NAMES = re.compile(r"\bCalmline\b|\b(?:(?:Ctrl|Alt|Shift)\+)+(?:Down|Up|Return|Tab|\S)")
"""What is the same in every language: the product, and keys."""

_NOT_SHOWN = {
    "objectName",
    "accessibleIdentifier",
    "styleSheet",
    "inputMask",
    "displayText",
    "windowIconText",
    "windowFilePath",
    "windowRole",
}
_TEXTS: dict[tuple[type[QObject], str], tuple[str, ...]] = {}
"""Names of the texts that each kind of part has."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class Pseudo(QTranslator):
    """Marks every text, Qt's own too; `asked` are those of the windows."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, *_: object) -> str:
        if context == CONTEXT:
            self.asked.add(text)
        return f"{_OPEN}{text}{_longer_by(len(text) // 3 + 1)}{_CLOSE}" if text else ""


def _longer_by(count: int) -> str:
    """Words of so many letters in all; a short text becomes a longer word."""
    if count <= _LONGEST_WORD:
        return "~" * count
    return "".join(" " if place % _LONGEST_WORD == 0 else "~" for place in range(count))


def escaped(shown: QWidget | QMenu, content: Iterable[str]) -> list[str]:
    """What is shown without having been looked up; `content` is of the call and in the language of the call."""
    longest_first = sorted(content, key=len, reverse=True)
    return [text for text in dict.fromkeys(shown_texts(shown)) if _is_raw(text, longest_first)]


def painted(shown: QWidget, content: Iterable[str]) -> set[str]:
    """Words that a window paints, by itself and on its parts, and that were not looked up."""
    picture = QBuffer()
    picture.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(picture)
    shown.render(drawing)
    texts = [unescape(text) for text in _SVG_TEXT.findall(picture.data().toStdString())]
    words = {word for text in content for word in _WORD.findall(text)}
    return set(_WORD.findall(_NAMES.sub("", _CUT_WORD.sub("", _unmarked(" ".join(texts)))))) - words


def shown_texts(shown: QWidget) -> Iterator[str]:
    """Every text of a window: on it, on hovering, and for screen readers."""
    for part in (shown, *shown.findChildren(QObject)):
        if isinstance(part, QWidget) and not (part.isVisibleTo(shown) or isinstance(part, QMenu)):
            continue
        if isinstance(part, QWidget | QAction):
            yield from _texts_of(part)
        if isinstance(part, QAbstractItemView) and part.model() is not None:
            yield from _cells(part.model())
        if isinstance(part, QComboBox):
            yield from (part.itemText(row) for row in range(part.count()))


def _texts_of(part: QObject) -> Iterator[str]:
    about = part.metaObject()
    kind = (type(part), str(about.className()))
    if kind not in _TEXTS:
        _TEXTS[kind] = tuple(_names_of_texts(about))
    for name in _TEXTS[kind]:
        yield str(part.property(name) or "")


def _names_of_texts(about: QMetaObject) -> Iterator[str]:
    for index in range(about.propertyCount()):
        entry = about.property(index)
        name = str(entry.name())
        if entry.typeId() == QMetaType.Type.QString and name not in _NOT_SHOWN:
            yield name


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()))
    rows = range(model.rowCount(QModelIndex()))
    for role in _ROLES:
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal, role) or "") for column in columns)
        yield from (str(model.index(row, column).data(role) or "") for row in rows for column in columns)


def _is_raw(text: str, content: Iterable[str]) -> bool:
    for known in content:
        text = text.replace(known, "")
    return any(map(str.isalpha, _NAMES.sub("", _unmarked(text))))


def _unmarked(text: str) -> str:
    """What stands outside all marks; where a text was cut short for want of room, its last mark is not seen."""
    depth, rest = 0, ""
    for letter in text:
        depth = 0 if letter == _CUT else max(0, depth + (letter == _OPEN) - (letter == _CLOSE))
        rest += letter if depth == 0 and letter != _CLOSE else ""
    return rest
