"""Whether an agent takes up what the caller asked, or talks past it."""

from app.core.phrases import sentences, words_of

_SHORTEST, _STEM = 4, 5
_PASSED_WORDS = 5
_TOO_COMMON = frozenset(
    """
    about actually again anything because been before being could does doing done even ever everything exactly from
    getting going have here into just know like make maybe more much need never nothing okay only please really right
    said same should since something still sure take tell than that their them then there these they thing think this
    those time told very want well were what when where which while whom will with without would your yours
    """.split()  # noqa: SIM905 - a hundred quoted words are harder to read
)


class Questions:
    """Keeps the key words of the caller's last question until the agent takes one of them up."""

    def __init__(self) -> None:
        self._open: tuple[str, ...] = ()
        self._is_passed = False

    @property
    def passed(self) -> str:
        """Key words of a question that the agent has talked past, up to three; "" for none."""
        return ", ".join(self._open[:3]) if self._is_passed else ""

    def hear_caller(self, text: str) -> None:
        """Take a caller utterance as it was written."""
        asked = [sentence for sentence in sentences(text) if sentence.endswith("?")]
        keys = _keys(asked[-1]) if asked else ()
        if keys:
            self._open, self._is_passed = keys, False

    def hear_agent(self, text: str) -> bool:
        """Take an agent utterance; whether it takes up an open question."""
        if not self._open:
            return False
        said = {word[:_STEM] for word in words_of(text)}
        if any(key[:_STEM] in said for key in self._open):
            self._open, self._is_passed = (), False
            return True
        self._is_passed = self._is_passed or len(words_of(text)) >= _PASSED_WORDS
        return False


def _keys(sentence: str) -> tuple[str, ...]:
    words = (word for word in words_of(sentence) if len(word) >= _SHORTEST and word.isalpha())
    return tuple(dict.fromkeys(word for word in words if word not in _TOO_COMMON))
