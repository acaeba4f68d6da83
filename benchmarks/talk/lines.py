"""What the reader of moves and danger learns from, and what says where a danger begins."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from app.adapters.talk.heads import ANY
from app.compose import SENTENCE_VOCABULARY
from app.core.danger import Danger
from app.core.events import Move
from app.core.phrases import sentences
from app.core.wording import plain_words
from app.paths import bundled
from benchmarks.heat.data import CALLS, TRAINING, read_comments, read_utterances
from benchmarks.heat.states import states_of
from benchmarks.heat.tuning import Lesson

TALK_LINES = TRAINING / "talk"
LINES = ("lines", "wider", "twins", "plain", "heard")
APART = TALK_LINES / "danger_dev.json"
MENDED_BY = Path(__file__).parents[2] / "tests" / "data" / "coach"

COMMENTS, HELD_OUT = 6_000, 6
"""Comments that are read; one in so many of the ordinary texts, and of the calls, is held out."""

TIMES, JOINED, BESIDE_WORDS = 2, 1000, 20
"""How often each line of danger is there; long turns that are made, with danger in a clause and without any, and how
many words an ordinary turn has at most that is put beside one: the whole calls have longer turns of their own."""

NONE, UNSURE = "none", "unsure"
"""Kinds of lines without danger; and of those about which people differ, which are nobody's example."""

DANGER_QUESTIONS = (ANY, *map(str, Danger))

GRAVE = re.compile(
    r"\b(die[sd]?|dying|dead|deaths?|kill\w*|suicid\w*|funeral|passed away|buried|hospital|ambulance|cancer|stroke"
    r"|bleed\w*|overdos\w*|seizures?|knife|gun|shoot\w*|stab\w*|rope|bridge|beat|hurt|babies|baby|kids?|child\w*)\b"
)
"""Comments with such words are left out: some tell of danger, and nobody has looked which."""

Truth = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Told:
    """What a caller said, the kind of danger that it tells of or `none`, and the call or theme it belongs to."""

    text: str
    kind: str
    theme: str


@dataclass(frozen=True, slots=True)
class Said:
    """Texts, and what is to be read in them: (texts, questions)."""

    texts: Sequence[str]
    answers: Truth

    def lesson(self) -> Lesson:
        """What is learned from them."""
        words = [plain_words(text) for text in self.texts]
        return Lesson(states=states_of(words, bundled(*SENTENCE_VOCABULARY)), answers=self.answers.astype(np.float32))


@dataclass(frozen=True, slots=True)
class Callers:
    """What is learned from; ordinary texts and turns of whole calls that were held out."""

    learned: Said
    ordinary: Sequence[str]
    calls: Said


def learned_moves() -> list[str]:
    """Moves that both agents' files know: the others are left to phrases."""
    files = (TALK_LINES / "agent_sentences.json", MENDED_BY / "moves.json")
    made = [{move for line in _lines(file) for move in line["moves"]} for file in files]
    return [str(move) for move in Move if all(move in known for known in made)]


def of_agents(file: Path, moves: Sequence[str]) -> Said:
    """Sentences of agents and the moves in them."""
    lines = _lines(file)
    answers = [[move in line["moves"] for move in moves] for line in lines]
    return Said([line["text"] for line in lines], np.array(answers))


def of_lines(file: Path) -> Said:
    """Lines of callers: whether there is any danger, then whether there is each kind."""
    return answered(_told(file))


def of_callers(goemotions: Path) -> Callers:
    """Lines of danger and ordinary ones with the same words, whole calls, utterances, comments and long turns."""
    random = np.random.default_rng(0)
    lines = [line for name in LINES for line in _told(TALK_LINES / f"danger_{name}.json")]
    turns = [line for file in sorted(TRAINING.glob(CALLS)) for line in _told(file)]
    aside = sorted({turn.theme for turn in turns})[::HELD_OUT]
    of_calls = [turn for turn in turns if turn.theme not in aside]
    known = {line.text for line in (*lines, *turns)}
    ordinary = _ordinary(goemotions, known, random)
    learned = [Told(text, NONE, "") for at, text in enumerate(ordinary) if at % HELD_OUT]
    grave = [line for line in (*lines, *of_calls) if line.kind != NONE]
    quiet = [*(line for line in (*lines, *of_calls) if line.kind == NONE), *_parts(of_calls)]
    calm = [turn for turn in of_calls if turn.kind == NONE and len(turn.text.split()) <= BESIDE_WORDS]
    amid = [_amid(line, calm, random) for part in (grave, quiet) for line in _some(part, JOINED, random)]
    return Callers(
        learned=answered([*grave * TIMES, *quiet, *learned, *amid]),
        ordinary=ordinary[::HELD_OUT],
        calls=answered([turn for turn in turns if turn.theme in aside]),
    )


def answered(lines: Iterable[Told]) -> Said:
    """Lines with the answer to each question about danger."""
    lines = list(lines)
    answers = [[line.kind in set(Danger), *(line.kind == kind for kind in Danger)] for line in lines]
    return Said([line.text for line in lines], np.array(answers))


def _told(file: Path) -> list[Told]:
    """Lines of a file that people agree about; a turn that says nothing of danger tells of none."""
    told = [
        Told(line["text"], line.get("kind") or line.get("danger", NONE), line.get("theme", "")) for line in _lines(file)
    ]
    return [line for line in told if line.kind != UNSURE]


def _ordinary(goemotions: Path, known: set[str], random: np.random.Generator) -> list[str]:
    """Utterances of callers and their sentences, as far as their danger is not known; and comments.

    A pause parts what is said as often as not.
    """
    whole = [text for text in read_utterances(joined=False).texts if text not in known]
    said = dict.fromkeys([*whole, *(sentence for text in whole for sentence in sentences(text))])
    comments = [text for text in read_comments(goemotions, "train").texts if not GRAVE.search(text.casefold())]
    picked = random.permutation(len(comments))[:COMMENTS]
    return [*(text for text in said if text not in known), *(comments[at] for at in picked)]


def _parts(turns: Sequence[Told]) -> list[Told]:
    """Sentences of ordinary turns that have several."""
    parted = [(turn, sentences(turn.text)) for turn in turns if turn.kind == NONE]
    return [Told(part, NONE, turn.theme) for turn, parts in parted if len(parts) > 1 for part in parts]


def _some(lines: Sequence[Told], count: int, random: np.random.Generator) -> list[Told]:
    return [lines[at] for at in random.permutation(len(lines))[:count]]


def _amid(line: Told, calm: list[Told], random: np.random.Generator) -> Told:
    """A line with an ordinary turn before it, after it, or both: in a long turn one clause holds the danger."""
    before, after = random.random(2) < (0.7, 0.6)
    parts = [line.text]
    if before:
        parts.insert(0, calm[random.integers(len(calm))].text)
    if after or not before:
        parts.append(calm[random.integers(len(calm))].text)
    return Told(" ".join(parts), line.kind, line.theme)


def _lines(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found
