"""Written dialogues as JSON lines, checked as a whole before anything is judged."""

import json
import math
from pathlib import Path
from typing import Any, TextIO

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from app.core.dialogue import Judged, Line
from app.core.errors import InputError
from app.core.events import Channel

_SCORE_DIGITS = 4
_EXAMPLE = '{"speaker": "caller", "text": "..."}'


class _LineFile(BaseModel):
    model_config = ConfigDict(strict=True, allow_inf_nan=False)
    speaker: str = Field(pattern="^(caller|agent)$")
    text: str
    start_s: float | None = Field(default=None, ge=0)
    end_s: float | None = Field(default=None, ge=0)

    @field_validator("text")
    @classmethod
    def _can_be_written(cls, text: str) -> str:
        text.encode()
        return text

    @model_validator(mode="after")
    def _ends_after_start(self) -> "_LineFile":
        if self.start_s is not None and self.end_s is not None and self.end_s < self.start_s:
            raise ValueError("end_s lies before start_s")
        if math.isinf(self.start_s or 0) or math.isinf(self.end_s or 0):
            raise ValueError("times must be finite")
        return self


def read_dialogues(path: Path) -> list[list[Line]]:
    """Every dialogue of a file. Raises InputError, which names the line."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            return parse_dialogues(file, str(path))
    except OSError as error:
        raise InputError("{path} cannot be read.", "Check the name and the folder.", path=path) from error


def parse_dialogues(file: TextIO, name: str) -> list[list[Line]]:
    """Every dialogue of a stream; blank lines part them. Raises InputError, which names the line."""
    dialogues: list[list[Line]] = [[]]
    try:
        for number, text in enumerate(file, start=1):
            if text.strip():
                dialogues[-1].append(_line(text, name, number))
            elif dialogues[-1]:
                dialogues.append([])
    except UnicodeDecodeError as error:
        raise InputError("{name} is not UTF-8 text.", "Save it as UTF-8.", name=name) from error
    return [dialogue for dialogue in dialogues if dialogue]


def _line(text: str, name: str, number: int) -> Line:
    try:
        parsed = _LineFile.model_validate(json.loads(text))
    except (ValueError, ValidationError, RecursionError) as error:
        reason = _reason(error)
        raise InputError(
            "{name}, line {number}: {reason}.",
            "Each line looks like {example}.",
            name=name,
            number=number,
            reason=reason,
            example=_EXAMPLE,
        ) from error
    return Line(speaker=Channel(parsed.speaker), text=parsed.text, start_s=parsed.start_s, end_s=parsed.end_s)


def _reason(error: Exception) -> str:
    """What is wrong with a line, without repeating any of its words."""
    if not isinstance(error, ValidationError):
        return "not a JSON object"
    fault = error.errors(include_url=False, include_input=False)[0]
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "missing":
        return f"the key {key!r} is missing"
    if key == "speaker":
        return "'speaker' must be caller or agent"
    return f"{key!r} is not valid" if key else "not a JSON object of speaker, text and times"


def judged_line(line: Line, judged: Judged) -> str:
    """The JSON line of one judged line: what was given, its text masked, with heat and level."""
    given = {"start_s": line.start_s, "end_s": line.end_s}
    values: dict[str, Any] = {"speaker": line.speaker, "text": judged.text}
    values |= {key: value for key, value in given.items() if value is not None}
    scores = {
        key: None if value is None else round(value, _SCORE_DIGITS)
        for key, value in (("heat", judged.heat), ("level", judged.level))
    }
    return json.dumps(values | scores, ensure_ascii=False)
