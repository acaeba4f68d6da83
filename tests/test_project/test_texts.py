"""The catalogue that translators work on, and the command that writes it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools import make_texts

CATALOGUE = Path(__file__).parents[2] / "assets" / "translations" / make_texts.ENGLISH


def sources(file: Path) -> dict[str, str]:
    """The texts of a catalogue and what it has for them."""
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in ET.parse(file).iter("message")  # noqa: S314 - a catalogue of our own
    }


def test_the_catalogue_holds_exactly_the_texts_in_the_code(tmp_path: Path) -> None:
    [written] = make_texts.write(tmp_path)
    assert CATALOGUE.read_text(encoding="utf-8") == written.read_text(encoding="utf-8"), "run: make texts"
    assert {"Start", "Carry on", "{key} is the key for “{act}”.", "Text size", "The echo is gone."} <= set(
        sources(written)
    )


def test_another_language_keeps_its_translations_and_gets_what_is_new(tmp_path: Path) -> None:
    dutch = tmp_path / "calmline_nl.ts"
    text = CATALOGUE.read_text(encoding="utf-8")
    start = '<source>Start</source>\n            <translation type="unfinished" />'
    assert start in text
    gone = "<message><source>Gone</source><translation>Weg</translation></message></context>"
    text = text.replace(start, "<source>Start</source><translation>Begin</translation>").replace("</context>", gone)
    dutch.write_text(text, encoding="utf-8")
    make_texts.write(tmp_path)
    kept = sources(dutch)
    assert (kept["Start"], kept["Pause"]) == ("Begin", "")
    assert "Gone" not in kept
    assert '<TS version="2.1" language="nl"' in dutch.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "hidden", ['tr(f"Call {name}")', 'tr("Call " + name)', 'InputError(f"{name} is away.", "Wait.")']
)
def test_a_text_that_no_translator_would_find_is_named(
    hidden: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "some.py").write_text(f"\n{hidden}\n", encoding="utf-8")
    monkeypatch.setattr(make_texts, "ROOT", tmp_path)
    with pytest.raises(make_texts.HiddenTextError, match=r"app/some\.py, line 2"):
        make_texts.texts()
