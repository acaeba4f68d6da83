"""One utterance as its words, in the forms that the layers of the scorer read."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from app.core.phrases import normalise_word

_WORD = re.compile(r"(?:\[[a-z ]+\]|\S)+")
_APOSTROPHES = re.compile("['’]")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words as said; `plain` in lower case without punctuation; `normal` for phrases, with each character's word.

    A word as said can be several plain ones ("well-known"), `plain_owner` tells whose each is. Both tuples of owners
    hold indexes of `said`.
    """

    said: tuple[str, ...]
    plain: tuple[str, ...]
    plain_owner: tuple[int, ...]
    normal: str
    normal_owner: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Wording":
        """The wording of a text."""
        said = tuple(_WORD.findall(text))
        plain = [(part, index) for index, word in enumerate(said) for part in plain_words(word)]
        normal, owner = " . ", [0, 0, 0]
        for index, word in enumerate(said):
            for token in normalise_word(word):
                normal += f"{token} "
                owner += [index] * (len(token) + 1)
        last = max(len(said) - 1, 0)
        return cls(
            said=said,
            plain=tuple(part for part, _ in plain),
            plain_owner=tuple(index for _, index in plain),
            normal=f"{normal}. ",
            normal_owner=(*owner, last, last),
        )

    def without(self, words: Collection[int]) -> "Wording":
        """The same utterance with some of its words (indexes of `said`) taken out of `plain`."""
        kept = [(part, index) for part, index in zip(self.plain, self.plain_owner, strict=True) if index not in words]
        return replace(self, plain=tuple(part for part, _ in kept), plain_owner=tuple(index for _, index in kept))


def plain_words(text: str) -> list[str]:
    """Words in lower case of letters and digits alone: "I've" is "ive", "well-known" is two."""
    return _NO_LETTER.sub(" ", _APOSTROPHES.sub("", text.lower())).split()
