"""Lexicons kept as TOML: the call-centre layer and the agent's moves."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from app.core.conversation import Vocabulary
from app.core.errors import LexiconError
from app.core.events import Move
from app.core.lexicon import Category, Lexicon
from app.core.moves import AgentWords
from app.core.phrases import Phrases

_STRICT = ConfigDict(extra="forbid")
_File = TypeVar("_File", bound=BaseModel)


class _CategoryFile(BaseModel):
    model_config = _STRICT
    name: str
    phrases: list[str]
    reason: str = ""
    negatable: bool = False
    opposite: bool = False
    warm: bool = False
    aside: bool = False


class _CallerFile(BaseModel):
    model_config = _STRICT
    name: str
    language: str
    harmless: list[str]
    topic_words: list[str]
    wants: list[str]
    facts: dict[str, list[str]]
    category: list[_CategoryFile]


class _MoveFile(BaseModel):
    model_config = _STRICT
    phrases: list[str]
    unless: list[str] = []
    surely: list[str] = []


class _AgentFile(BaseModel):
    model_config = _STRICT
    language: str
    times: list[str]
    moves: dict[Move, _MoveFile]


def load_lexicon(path: Path) -> Lexicon:
    """The call-centre layer. Raises LexiconError."""
    return _lexicon(_read(path, _CallerFile))


def load_vocabulary(caller: Path, agent: Path) -> Vocabulary:
    """The words that are no matter of anger: moves, wants and reasons. Raises LexiconError."""
    caller_file = _read(caller, _CallerFile)
    agent_file = _read(agent, _AgentFile)
    return Vocabulary(
        agent=AgentWords(
            phrases={move: Phrases(entry.phrases) for move, entry in agent_file.moves.items()},
            unless={move: Phrases(entry.unless) for move, entry in agent_file.moves.items() if entry.unless},
            times=Phrases(agent_file.times),
            surely={move: Phrases(entry.surely) for move, entry in agent_file.moves.items() if entry.surely},
        ),
        wants=Phrases(caller_file.wants),
        facts={kind: Phrases(patterns) for kind, patterns in caller_file.facts.items()},
        reasons={entry.name: entry.reason for entry in caller_file.category if entry.reason},
    )


def _lexicon(file: _CallerFile) -> Lexicon:
    return Lexicon(
        name=file.name,
        categories=tuple(
            Category(
                name=entry.name,
                phrases=Phrases(entry.phrases),
                negatable=entry.negatable,
                opposite=entry.opposite,
                warm=entry.warm,
                aside=entry.aside,
            )
            for entry in file.category
        ),
        harmless=Phrases(file.harmless),
        topic_words=frozenset(file.topic_words),
    )


def _read(path: Path, model: type[_File]) -> _File:
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return model.model_validate(data)
    except (OSError, ValueError, RecursionError) as error:  # TOML, UTF-8 and pydantic raise ValueErrors
        raise LexiconError("The lexicon {name} cannot be read.", "Reinstall Calmline.", name=path.name) from error
