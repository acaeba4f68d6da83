"""Tells while somebody types how much more there is room for."""

from PySide6.QtWidgets import QLabel, QLineEdit

from app.ui.labels import label, set_shown
from app.ui.tr import tr

_TOLD_FROM = 0.9
"""Of what fits; before that nobody has to know."""
_LEFT, _OVER = "Letters that still fit: {number}.", "Letters too many: {number}."
_FULL = "{number} letters are the most that fit."


def room_words(letters: int, longest: int) -> str:
    """What to say of a text of so many letters; "" while there is much room."""
    if letters > longest:
        return tr(_OVER, number=letters - longest)
    if letters == longest:
        return tr(_FULL, number=longest)
    return tr(_LEFT, number=longest - letters) if letters >= _TOLD_FROM * longest else ""


def tell_room(said: QLabel, text: str, longest: int) -> None:
    """Say below a text how much more fits."""
    words = room_words(len(text.strip()), longest)
    said.setText(words)
    set_shown(said, shown=bool(words))


def room_of(line: QLineEdit, longest: int) -> QLabel:
    """Let a line have so many letters, or as many as it has already; what goes below it and tells that."""
    said = label(muted=True, wrap=True)
    line.setMaxLength(max(longest, len(line.text())))
    line.textChanged.connect(lambda text: tell_room(said, text, longest))
    said.setText(room_words(len(line.text().strip()), longest))
    said.setHidden(not said.text())
    return said
