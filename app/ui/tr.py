"""Every text of the windows in the agent's language, through Qt's translation."""

from typing import Final

from PySide6.QtCore import QCoreApplication

CONTEXT: Final = "Calmline"
"""The one context that all texts are looked up in, so that words of the core are found wherever they are shown."""


def tr(text: str, **values: object) -> str:
    """A text in the language that is installed, English where none is; `values` fill its `{names}` afterwards."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**values) if values else translated
