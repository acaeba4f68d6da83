"""What stands in a text in place of what is masked, for those who show it."""

import re
from enum import StrEnum


class Label(StrEnum):
    """What stands in place of a number that is not kept."""

    CARD = "[card]"
    CODE = "[code]"
    ACCOUNT = "[account]"
    NATIONAL_ID = "[national id]"
    EMAIL = "[email]"
    PHONE = "[phone]"
    BIRTH_DATE = "[birth date]"


_LABEL = re.compile("|".join(re.escape(label) for label in Label))


def masked_spans(text: str) -> list[tuple[int, int]]:
    """Where something stands in place of what is masked: `text[start:end]` of each, in order."""
    return [match.span() for match in _LABEL.finditer(text)]
