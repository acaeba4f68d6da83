"""Card numbers that were said in calls are in no byte of any file that keeps them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.journal import Journal
from app.adapters.output_files import EventLines, WholeFile, to_text
from app.compose import read_vocabulary
from app.core.document import CallDocument
from app.core.wire import document_to_json
from app.runtime.session import CallSession
from benchmarks.masking import CHANNELS, MARKED, leaks, masked_turns
from tests.adapters.sealed import KEY, opened_bytes
from tests.core.calls import started
from tests.runtime.scripted import ScriptedCall, ScriptedTranscriber, Voice, inline

FORMS = Path(__file__).parents[1] / "data" / "masking"
FIGURES = re.compile(r"\d[\d ,.-]{10,}\d")
PAUSE_S, WORDS_PER_S = 1.0, 3.0


def card_calls() -> Iterator[list[list[str]]]:
    """The turns of forms in which a card's number stands in figures, and that are known to be hidden."""
    tagger = read_vocabulary().tagger
    for file in sorted(FORMS.glob("*.json")):
        for form in json.loads(file.read_text("utf-8"))["forms"]:
            turns: list[list[str]] = form["turns"]
            in_figures = any(FIGURES.fullmatch(stretch) for _, text in turns for stretch in MARKED.findall(text))
            if form["kind"] == "card" and in_figures and not leaks("card", turns, masked_turns(turns, tagger)):
                yield turns


def call_of(turns: list[list[str]]) -> ScriptedCall:
    voices, at_s = [], 0.5
    for speaker, text in turns:
        said = text.replace("[[", "").replace("]]", "")
        end_s = at_s + max(1.0, len(said.split()) / WORDS_PER_S)
        voices.append(Voice(CHANNELS[speaker], at_s, end_s, said))
        at_s = end_s + PAUSE_S
    return ScriptedCall(voices, at_s + 2)


def numbers_in(turns: list[list[str]]) -> set[bytes]:
    """What must be nowhere: the number as it was written, and as figures alone."""
    found = [stretch for _, text in turns for stretch in MARKED.findall(text) if FIGURES.fullmatch(stretch)]
    return {said.encode() for text in found for said in (text, re.sub(r"\D", "", text))}


def keep(folder: Path, turns: list[list[str]], name: str) -> None:
    call, store = call_of(turns), SqlCallStore(folder / "calls.sqlite3", KEY)
    lines, journal = EventLines(folder / f"{name}.jsonl"), Journal(folder)

    def write(document: CallDocument) -> None:
        with WholeFile(folder / f"{name}.json") as file:
            file.write(to_text(document_to_json(document)))

    session = CallSession(
        runner=inline(ScriptedTranscriber(call.voices)),
        source=call,
        call=started(name),
        listeners=[lines.write, journal.write],
        keepers=[store.save, write],
    )
    document = session.run()
    assert any("[card]" in turn.text or "[account]" in turn.text for turn in document.turns)
    lines.close()
    journal.close()
    store.close()


@pytest.mark.parametrize("calls", [8, pytest.param(100, marks=pytest.mark.long)])
def test_no_file_holds_a_number_that_was_read_out(tmp_path: Path, calls: int) -> None:
    said: set[bytes] = set()
    for count, turns in zip(range(calls), card_calls(), strict=False):
        keep(tmp_path, turns, f"call-{count}")
        said |= numbers_in(turns)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(said) > calls
    assert {file.suffix for file in files} >= {".sqlite3", ".json", ".jsonl"}
    held = {(file.name, number) for file in files for number in said if number in opened_bytes(file)}
    assert not held
