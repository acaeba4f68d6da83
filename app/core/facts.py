"""The facts a caller gives, in their own words, so that they can be handed back: "third call, refund, two weeks"."""

from collections.abc import Mapping

from app.core.phrases import Phrases, normalise

SURE_FROM = 0.6
"""Words heard with less confidence than this are not handed back."""

_MOST = 3


class Facts:
    """Keeps the latest of each kind; `kinds` are in the order in which they are told."""

    def __init__(self, kinds: Mapping[str, Phrases]) -> None:
        self._kinds = kinds
        self._latest: dict[str, str] = {}

    def note(self, text: str) -> None:
        """Take a caller's final words, heard with confidence."""
        plain = normalise(text)
        for kind, phrases in self._kinds.items():
            found = phrases.find(plain)
            if found:
                self._latest[kind] = found[-1].words

    def told(self) -> str:
        """Up to three facts in a row, "" where none is known."""
        return ", ".join([self._latest[kind] for kind in self._kinds if kind in self._latest][:_MOST])
