"""Every text of the windows in the agent's language, through Qt's translation."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.core.message import Joined, Message

CONTEXT: Final = "Calmline"
"""The one context that all texts are looked up in, so that words of the core are found wherever they are shown."""

_ANY: Final = -1
"""Where a text counts nothing."""


def tr(text: str, **values: object) -> str:
    """A text in the language that is installed, English where none is; `values` fill its `{names}` afterwards.

    A value called `count` chooses among the language's plural forms. A Message brings its own values.
    """
    if isinstance(text, Joined):
        return text.between.join(map(tr_message, text.parts))
    if isinstance(text, Message):
        return tr(text.template, **{name: _said(value) for name, value in text.values.items()})
    if not text:
        return text
    count = values.get("count")
    translated = QCoreApplication.translate(CONTEXT, text, None, count if isinstance(count, int) else _ANY)
    return _filled(translated, text, values) if values else translated


def tr_message(text: str) -> str:
    """A Message in the language that is installed; any other text is a name and stays as it is."""
    return tr(text) if isinstance(text, Message) else text


def _said(value: object) -> object:
    """A number with a fraction is said to its tenth, with the language's own sign between."""
    if isinstance(value, float):
        return QLocale().toString(value, "f", 1)
    return tr(value) if isinstance(value, Message) else value


def _filled(translated: str, text: str, values: dict[str, object]) -> str:
    """The translation with its values; the English where the translation names what is not there."""
    try:
        return translated.format(**values)
    except (LookupError, ValueError):
        return text.format(**values)
