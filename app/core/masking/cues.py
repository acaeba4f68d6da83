"""Finds the words that say what the number beside them is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.core.masking.cue_parts import PARTS
from app.core.masking.cue_topics import Topic
from app.core.masking.cue_words_payment import PAYMENT_WORDS
from app.core.masking.cue_words_person import PERSON_WORDS
from app.core.masking.cue_words_plain import PLAIN_WORDS


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at `text[start:end]` that name a topic."""

    start: int
    end: int
    topic: Topic


def _pattern(lines: str) -> str:
    """All lines as one; parts in angle brackets are written out."""
    joined = re.sub(r"\\\n\s*", "", lines.strip())
    whole = "|".join(line.strip() for line in joined.splitlines())
    return re.sub(r"<([A-Z_]+)>", lambda name: PARTS[name.group(1)], whole)


_WORDS = PAYMENT_WORDS | PERSON_WORDS | PLAIN_WORDS
"""The first topic that fits counts."""
_BEGIN = r"(?=\w| (?:that|on|across|along|off|from)\b)"
"""No cue begins at the end of a word, but for a place on a card; the rest need not be tried there."""
_ONES = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters whose small one is another, or two: as an expression takes them that makes no difference of capitals."""


@cache
def cue_expression() -> re.Pattern[str]:
    """All cues in one, in small letters.

    Compiling it takes 60 ms, so that is done when it is needed, or before by `get_ready`; with IGNORECASE it takes 150.
    """
    topics = "|".join(rf"(?P<{topic.value}>{_pattern(lines)})" for topic, lines in _WORDS.items())
    return re.compile(rf"\b(?<!['’]){_BEGIN}(?:{topics})(?!\w)")


def cues_of(text: str) -> Iterator[Cue]:
    """Every cue of a text, in order; where words could be two, the one that is given first here."""
    for match in cue_expression().finditer(text.translate(_ONES).lower()):
        if match.lastgroup and match.end() > match.start():
            yield Cue(match.start(), match.end(), Topic(match.lastgroup))
