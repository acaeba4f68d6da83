"""The words, numbers and signs of a text, with their places."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.masked_spans import Label


class Sort(StrEnum):
    """What a token is at sight."""

    LABEL = "label"
    NUMBER = "number"
    ORDINAL = "ordinal"
    AMOUNT = "amount"
    WORD = "word"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """`text[start:end]`, in lower case."""

    start: int
    end: int
    word: str
    sort: Sort


def words_in(text: str) -> frozenset[str]:
    """A set of words, written in a row."""
    return frozenset(text.split())


SHORT_WORDS = words_in(
    "is it my so to on in of a i no ok oh or an at we he do up us me go be by if as am and the you hi uk"
)
"""Words that are no letters of a number."""
NAMES_OF_LETTERS = words_in("""
    alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa
    quebec queen romeo sierra sugar tango uniform victor whiskey whisky xray yankee zulu zebra apple bob cat dog
    frank harry freddie peter tommy nancy mary sam
    """)
_AMOUNTS = (
    r"[£$€]\s?\d[\d.,]*\d",
    r"[£$€]\s?\d",
    r"\b\d{1,2}:\d\d\b",
    r"\b(?:24/7|50/50)\b",
    r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)",
    r"\b0x[0-9a-f]+\b",
    r"(?<![\d.])\b\d{1,3}(?:,\d{3}){1,3}(?:\.\d+)?\b(?![,.]?\d)",
    r"(?<![\d.])\b\d+\.\d\d?\b(?!\.?\d)",
)
_DIGITS = r"\d⁰¹²³⁴-⁹₀-₉⓪①-⑨"
"""Figures of every script, small ones and those in circles."""
_UNSEEN = {"Cf", "Mn", "Me"}
"""Characters that take no place of their own: joiners, marks and frames around the one before."""
_TOKEN = re.compile(
    "|".join(
        (
            rf"(?P<label>{'|'.join(re.escape(label) for label in Label)})",
            r"(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)",
            rf"(?P<amount>{'|'.join(_AMOUNTS)})",
            rf"(?P<number>[{_DIGITS}][{_DIGITS}.,]*[{_DIGITS}]|[{_DIGITS}])",
            r"(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)",
            r"(?P<sign>[^\s\w]|_)",
        )
    ),
    re.IGNORECASE,
)


def tokens_of(text: str) -> list[Token]:
    """Every token of a text, in order."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        said = match.group()
        if not said.isascii() and unicodedata.category(said[0]) in _UNSEEN:
            continue
        sort = Sort(match.lastgroup or Sort.SIGN)
        yield Token(match.start(), match.end(), said.casefold().replace("’", "'"), sort)
