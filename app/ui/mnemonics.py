"""Letters that take the keyboard to a control: each title gets one of its own, as long as there are letters.

Two titles that share one are gone to in turn, each time it is pressed.
"""

from collections.abc import Iterator, Sequence


class Mnemonics:
    """`taken` are texts that have theirs already, after an &."""

    def __init__(self, *taken: str) -> None:
        self._taken = {text[text.index("&") + 1].lower() for text in taken if "&" in text}

    def marked(self, titles: Sequence[str]) -> list[str]:
        """The titles with & before their letters: of each the first of a word where it can be, else any.

        A title makes room for another that has no other letter; where that helps no more, it shares one.
        """
        owners: dict[str, int] = {}
        for number in range(len(titles)):
            self._place(number, titles, owners, set())
        letters = {number: letter for letter, number in owners.items()}
        return [_marked(title, letters.get(number, self._shared(title))) for number, title in enumerate(titles)]

    def _shared(self, title: str) -> str | None:
        letters = (title[place].lower() for place in _places(title))
        return next((letter for letter in letters if letter not in self._taken), None)

    def _place(self, number: int, titles: Sequence[str], owners: dict[str, int], tried: set[str]) -> bool:
        """Find a letter for a title, if need be by moving others; whether there is one."""
        letters = [titles[number][place].lower() for place in _places(titles[number])]
        open_ones = [letter for letter in dict.fromkeys(letters) if letter not in self._taken | tried]
        free = next((letter for letter in open_ones if letter not in owners), None)
        if free is not None:
            owners[free] = number
            return True
        for letter in open_ones:
            tried.add(letter)
            if self._place(owners[letter], titles, owners, tried):
                owners[letter] = number
                return True
        return False


def _places(title: str) -> Iterator[int]:
    """Where a letter may be marked, the best first."""
    starts = [place for place in range(len(title)) if place == 0 or title[place - 1] == " "]
    yield from (place for place in (*starts, *range(len(title))) if title[place].isalpha())


def _marked(title: str, letter: str | None) -> str:
    place = next((place for place in _places(title) if title[place].lower() == letter), None)
    return title if place is None else f"{title[:place]}&{title[place:]}"
