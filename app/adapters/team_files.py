"""The team's lexicon as a file, to be taken from one desk to another."""

import json
import tomllib
from pathlib import Path
from typing import Any

from app.core.errors import InputError
from app.core.team import Direction, TeamLexicon, TeamPhrase, plain_phrase

_HEAD = "# The team's lexicon of Calmline. Take it over on another desk with: calmline lexicon import FILE\n"
_MOST = 2**31 - 1
_ADVICE = "Export it again: calmline lexicon export FILE"


def team_to_toml(lexicon: TeamLexicon) -> str:
    """The whole lexicon; `name` says what `team_from_toml` is to find in it."""
    entries = "".join(
        f"\n[[phrase]]\nwords = {json.dumps(one.phrase, ensure_ascii=False)}\ndirection = {json.dumps(one.direction)}\n"
        for one in lexicon.phrases
    )
    return f"{_HEAD}\nversion = {lexicon.version}\nname = {json.dumps(lexicon.name)}\n{entries}"


def team_from_toml(path: Path) -> TeamLexicon:
    """What was exported. Raises InputError where it cannot be read or was changed by hand."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        lexicon = TeamLexicon(version=_version(data["version"]), phrases=tuple(map(_phrase, data.get("phrase", ()))))
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        RecursionError,
        AttributeError,
    ) as error:  # TOML and UTF-8 raise ValueErrors
        raise InputError("{path} is no lexicon that was exported.", _ADVICE, path=path) from error
    if lexicon.version < 1 or lexicon.name != data.get("name"):
        raise InputError("{path} was changed after it was exported.", _ADVICE, path=path)
    return lexicon


def _version(number: object) -> int:
    if type(number) is not int or number > _MOST:
        raise ValueError(number)
    return number


def _phrase(entry: dict[str, Any]) -> TeamPhrase:
    return TeamPhrase(plain_phrase(entry["words"]), Direction(entry["direction"]))
