"""A key with its modifiers is read as it is written."""

import pytest

from app.core.chords import Chord, Modifier, chord_of

ALL = frozenset({Modifier.CTRL, Modifier.ALT, Modifier.SHIFT})


@pytest.mark.parametrize(
    ("text", "chord"),
    [
        ("Ctrl+Alt+Shift+P", Chord(key="P", modifiers=ALL)),
        ("Shift+Alt+Ctrl+,", Chord(key=",", modifiers=ALL)),
        ("F9", Chord(key="F9")),
        ("Ctrl++", Chord(key="+", modifiers=frozenset({Modifier.CTRL}))),
        ("+", Chord(key="+")),
        ("Meta+PgUp", Chord(key="PgUp", modifiers=frozenset({Modifier.META}))),
        ("", None),
        ("Num+5", None),
        ("Ctrl+X, Ctrl+Y", None),
    ],
)
def test_a_key_is_read_as_it_is_written(text: str, chord: Chord | None) -> None:
    assert chord_of(text) == chord
