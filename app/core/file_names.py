"""What the name of a recording tells of its call, by a template such as {agent}_{date}_{id}.wav."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from unicodedata import normalize

from app.core.errors import InputError

STEM_ALONE = "{id}"
_FIELDS: Mapping[str, str] = {
    "agent": ".+?",
    "date": r"\d{4}[-.]?\d{2}[-.]?\d{2}",
    "time": r"\d{2}[-.:h]?\d{2}(?:[-.:m]?\d{2})?",
    "id": ".+?",
    "reference": ".+?",
    "any": ".*?",
}
_REPEATED = "any"
_NAMES = ", ".join(f"{{{name}}}" for name in _FIELDS)
_FIELD = re.compile(r"\{([^{}]*)\}")
_SUFFIX = re.compile(r"\.(wave?|flac)$", re.IGNORECASE)
_ADVICE = "Use {known}, with something between two of them: --names {{agent}}_{{date}}_{{id}}.wav"
_DAY, _MINUTE = 8, 4  # digits
_FIRST_YEAR = 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCall:
    """What a name tells; `began` is local time, midnight where the name has a date alone, None without one."""

    call_id: str
    agent: str | None = None
    reference: str | None = None
    began: datetime | None = None


class FileNames:
    """Reads names by a template; what lies between its fields has to be there as it is. Raises InputError."""

    def __init__(self, template: str = STEM_ALONE) -> None:
        self._template = template
        self._pattern = re.compile(_pattern(template))

    def read(self, stem: str) -> NamedCall | None:
        """What a name without its suffix tells, None where it does not fit; without {id} all of it is the call's id.

        Letters are as they are typed: some systems take accents apart in the names of files.
        """
        stem = normalize("NFC", stem)
        found = self._pattern.fullmatch(stem)
        if found is None:
            return None
        told = found.groupdict()
        try:
            stem.encode()
            began = _moment(told.get("date"), told.get("time"))
        except ValueError:
            return None
        return NamedCall(
            call_id=told.get("id", stem), agent=told.get("agent"), reference=told.get("reference"), began=began
        )


def _pattern(template: str) -> str:
    """Raises InputError."""
    parts = _FIELD.split(_SUFFIX.sub("", template))
    literals, fields = parts[::2], parts[1::2]
    for name in fields:
        if name not in _FIELDS:
            raise InputError("--names knows no field {{{name}}}.", _ADVICE, name=name, known=_NAMES)
        if name != _REPEATED and fields.count(name) > 1:
            raise InputError("--names has {{{name}}} twice.", _ADVICE, name=name, known=_NAMES)
    if not fields:
        raise InputError("--names {template} has no field.", _ADVICE, template=template, known=_NAMES)
    if "time" in fields and "date" not in fields:
        raise InputError("--names {template} has a time without a date.", _ADVICE, template=template, known=_NAMES)
    if not all(literals[1:-1]):
        raise InputError("--names {template} has two fields in one.", _ADVICE, template=template, known=_NAMES)
    pieces = [re.escape(literals[0])]
    for name, literal in zip(fields, literals[1:], strict=True):
        field = _FIELDS[name]
        pieces += [field if name == _REPEATED else f"(?P<{name}>{field})", re.escape(literal)]
    return "".join(pieces)


def _moment(date: str | None, clock: str | None) -> datetime | None:
    """Raises ValueError where there is no such day or time."""
    if date is None:
        return None
    day = datetime.strptime(_digits(date)[:_DAY], "%Y%m%d").date()  # noqa: DTZ007 - local, as whoever named the file
    if day.year < _FIRST_YEAR:
        raise ValueError("no calls then")
    digits = _digits(clock or "")
    if not digits:
        return datetime.combine(day, time())
    form = "%H%M" if len(digits) == _MINUTE else "%H%M%S"
    return datetime.combine(day, datetime.strptime(digits, form).time())  # noqa: DTZ007 - the same


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
