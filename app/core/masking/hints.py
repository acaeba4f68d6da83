"""Words that do not ask for a number, and yet make one likely: "I've my purse here", "ring me when it's ready"."""

import re

from app.core.masking.cue_topics import Topic
from app.core.masking.cues import Cue

_HINTS = {
    Topic.CARD: r"""
        (?:debit|credit|bank|visa|payment|plastic)? ?\bcards?
        visa|master ?card|amex|american express|diners|discover|maestro
        (?:debit|credit) one
        purse|wallet|handbag|plastic
        (?:under|above|below|beside|by) the chip
        on the front
        (?:charge it|put it through|take it from)
        (?:all )?(?:the|your|my) (?:digits|numbers)
    """,
    Topic.PHONE: r"""
        (?:ring|call|reach|text|phone|message|contact|dial|whats ?app)(?:ing)? (?:me|him|her|us|them|back|my \w+)
        (?<!what's )(?<!what is )(?:my|his|her|their) (?:number|phone|mobile|cell|land ?line|voice ?mail)
    """,
    Topic.BANK: r"""
        (?:bank|building society|direct debit|standing order|payee|payout)
        (?:the|my|your|our|joint) account
    """,
    Topic.SOCIAL: r"""
        national insurance|social security|pay ?slip
    """,
}
_PATTERN = "|".join(
    f"(?P<{topic.value}>{'|'.join(line.strip() for line in lines.strip().splitlines())})"
    for topic, lines in _HINTS.items()
)
_HINT = re.compile(rf"\b(?:{_PATTERN})(?!\w)", re.IGNORECASE)


def hints_of(text: str, cues: tuple[Cue, ...]) -> list[Cue]:
    """Every hint of a text that is no part of a cue, in order: a gift card has a number that nobody hides."""
    found = (Cue(*match.span(), Topic(match.lastgroup)) for match in _HINT.finditer(text) if match.lastgroup)
    return [hint for hint in found if not any(cue.start < hint.end and hint.start < cue.end for cue in cues)]
