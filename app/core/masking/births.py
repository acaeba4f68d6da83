"""Dates of which nobody says that they are a birth's, and that hardly anything else is dated by."""

import re
from collections.abc import Iterator, Sequence

from app.core.masking.dates import ORDINALS

_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:(?:twenty|thirty)[ -])?(?:{'|'.join(sorted(ORDINALS - {'eve'}))}))"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DECADE = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_YEAR = rf"(?:19[2-9]\d|nineteen[ -]{_DECADE}(?:[ -]{_UNIT})?)\b"
_LATE_YEAR = r"(?:['’][3-9]\d\b|[4-9]\d(?=[.,;?!]|$))"
_SHORT_YEAR = rf"(?:[4-9]\d|19\d\d|(?:nineteen[ -])?(?:forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{_UNIT})?)"
_IN_ORDINALS = re.compile(rf"\b{_NTH} of (?:the )?{_NTH},? {_SHORT_YEAR}(?=[.,;?!]|$)", re.IGNORECASE)
_IN_FIGURES = re.compile(
    r"(?:(?<=^)|(?<=[,.:] ))\d{1,2}([/.-])\d{1,2}\1(?:19[1-9]\d|[4-9]\d)"
    r"(?=[,;?!]|\.?$|\. | (?:thank|thanks|ok|okay|lovely|great|perfect|yes|right|is that|correct)\b)"
)
"""By themselves, as behind a name."""
_DAY_AND_MONTH = rf"(?:(?:{_NTH}|\d{{1,2}})(?: of)? {_MONTH}|{_MONTH} (?:the )?(?:{_NTH}|\d{{1,2}}))"
_WITH_MONTH = re.compile(
    rf"(?<![\w-])(?:19[2-9]\d,? (?:the )?{_NTH}(?: of)? {_MONTH}\b"
    rf"|{_DAY_AND_MONTH},? (?:of )?(?:{_YEAR}|{_LATE_YEAR}))",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:on|since|from|until|till|before|after|by|dated|to|between|of|opened|started|joined|built|installed|issued"
    r"|signed|bought|moved|married)(?: (?:it|in|on|about|around|the))? ?\Z",
    re.IGNORECASE,
)
"""Behind these it is the day of another thing."""
_DAY_READ_OUT = r"(?:(?:0-)?[1-9]|[12]\d|3[01]|[12]-\d|3-[01])"
_MONTH_READ_OUT = r"(?:(?:0-)?[1-9]|1[0-2]|1-[0-2])"
_READ_OUT = re.compile(
    rf"(?:{_DAY_READ_OUT}-{_MONTH_READ_OUT}|{_MONTH_READ_OUT}-{_DAY_READ_OUT})-(?:19-\d\d|19[3-9]\d)"
)


def births_in(text: str) -> Iterator[tuple[int, int]]:
    """Places of days of the last century: in ordinals, by themselves in figures, or with a month's name."""
    for dates in (_IN_ORDINALS, _IN_FIGURES):
        yield from (found.span() for found in dates.finditer(text))
    for found in _WITH_MONTH.finditer(text):
        if not _DATED.search(text[: found.start()]):
            yield found.span()


def is_day_read_out(pieces: Sequence[str]) -> bool:
    """Whether the pieces of a number are such a day, as of "zero six, thirty, nineteen eighty-eight"."""
    return _READ_OUT.fullmatch("-".join(pieces)) is not None
