"""Trained layers and heads for moves and danger: those that come with Calmline are whole, damaged ones are refused."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from app.adapters.talk.heads import ANY, DANGER, MOVES, Heads, load_danger, load_moves
from app.compose import TALK_FOLDER, Parts, judging, load_dangers, load_parts, load_reader, read_vocabulary
from app.core.danger import Danger
from app.core.errors import LexiconError
from app.core.events import Move
from app.core.ports import ScoreRequest
from app.paths import bundled
from app.settings import Settings
from tests.adapters.damage import KINDS, damage
from tests.desktops import OneSentence


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (MOVES, DANGER):
        shutil.copy(bundled(*TALK_FOLDER) / name, tmp_path)
    return tmp_path


def test_the_questions_are_moves_and_danger_and_every_column_is_a_kind_of_phrase(folder: Path) -> None:
    moves = load_moves(folder).heads
    assert {Move(name) for name in moves.names} <= set(read_vocabulary().agent.phrases)
    assert set(moves.columns) <= set(read_vocabulary().agent.phrases)
    assert load_danger(folder).heads.names == (ANY, *Danger)


def test_state_and_phrases_add_up() -> None:
    heads = Heads(
        names=("one",),
        columns=("kind",),
        state=np.full((1, 2), 6, np.float32),
        phrases=np.full((1, 1), 3, np.float32),
        bias=np.full(1, -2, np.float32),
    )
    mean = np.array([0.5, 0.0], np.float32)
    assert heads.odds(mean)["one"] == pytest.approx(-2 + 3)
    assert heads.odds(mean, {"kind", "other"})["one"] == pytest.approx(-2 + 3 + 3)


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_heads_are_refused(folder: Path, kind: str) -> None:
    for name, load in ((MOVES, load_moves), (DANGER, load_danger)):
        damage(folder / name, kind)
        with pytest.raises(LexiconError, match="cannot be read"):
            load(folder)


def test_moves_are_read_that_no_phrase_names() -> None:
    said = "Being charged twice right before the holidays is awful."
    assert Move.ACKNOWLEDGEMENT in load_reader().read(said)
    assert Move.ACKNOWLEDGEMENT not in load_reader(sentences=False).read(said)


def test_danger_is_heard_and_its_kind() -> None:
    dangers = load_dangers()
    assert dangers is not None
    assert dangers.read("I just want to kill myself.") is Danger.SELF_HARM
    assert dangers.read("My husband died last week and I am trying to close his account.") is Danger.BEREAVEMENT
    assert dangers.read("I would like to move house in May, please.") is None


def test_without_words_there_is_no_move_and_no_danger() -> None:
    dangers = load_dangers()
    assert dangers is not None
    assert load_reader().read("...") == frozenset()
    assert dangers.read("...") is None


def test_an_archive_whose_parts_are_packed_as_nothing_can_unpack_is_told_in_one_line(tmp_path: Path) -> None:
    held = bytearray(bundled("assets", "talk", MOVES).read_bytes())
    first = held.index(b"PK\x01\x02")
    held[first + 10 : first + 12] = b"\x63\x00"
    (tmp_path / MOVES).write_bytes(held)
    with pytest.raises(LexiconError):
        load_moves(tmp_path)


def parts_without(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> Parts:
    part, load = {MOVES: ("_moves", load_moves), DANGER: ("_danger", load_danger)}[name]
    (folder / name).unlink()
    monkeypatch.setattr(judging, part, lambda: load(folder))
    return load_parts(Settings(), OneSentence())


def test_without_its_file_moves_are_read_by_phrases_and_the_agent_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = parts_without(folder, MOVES, monkeypatch)
    [told] = parts.notes
    assert told.startswith("The file moves.npz is missing or damaged")
    assert Move.APOLOGY in parts.judges.reader.read("I am so sorry about that.")


def test_without_its_file_calls_go_on_and_the_agent_is_told_that_no_danger_is_heard(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = parts_without(folder, DANGER, monkeypatch)
    [told] = parts.notes
    assert told.startswith("The file danger.npz is missing or damaged, so no danger is heard")
    request = ScoreRequest(
        number=1, start_s=0.0, end_s=3.0, confidence=0.9, text="This is the third time I have called."
    )
    assert parts.judges.heat(request).value > 0


def test_nothing_is_told_where_all_is_there() -> None:
    assert load_parts(Settings(), OneSentence()).notes == ()


@pytest.mark.parametrize("said", ["I am sorry.", "I'm so sorry.", "Oh, I am really sorry.", "My apologies."])
def test_who_says_no_more_than_sorry_has_said_sorry(said: str) -> None:
    assert Move.APOLOGY in load_reader().read(said)


@pytest.mark.parametrize("said", ["I'm sorry?", "Sorry, what was that?", "I am sorry, but I can't do that."])
def test_who_asks_again_or_refuses_has_not(said: str) -> None:
    assert Move.APOLOGY not in load_reader().read(said)
