"""Phrases as data: a small pattern language over normalised words, shared by lexicon, moves and playbooks.

Words are lower case with contractions opened ("I've" is "i have", "don't" is "do not"). In a pattern

    third|3rd time     alternatives for one word; an underscore joins words inside one ("for_good")
    cancel*            any ending
    [really] sick      an optional word (or alternatives)
    speak ... manager  up to four words in between, never across the end of a sentence
    mum says >>        the rest of the clause: up to the end of the sentence, or to "but", "and", "i" and the like
    ^ so               at the start of a sentence;  "what $" at its end
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

_GAP, _CLAUSE = "...", ">>"
_REST_OF_CLAUSE = r"(?:(?!(?:but|so|though|because|and|i|can|could|please) )[^ .]+ )*"
_GAP_WORDS = 4
_TOKEN = re.compile(r"[a-z0-9$£€%]+(?:[.,']\d+)*|[.!?]+|\[[a-z ]+\]")
_WORD = re.compile(r"[^ ]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_IRREGULAR = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "ain't": "is not"}
_OPENED = (
    (re.compile(r"\b(won't|can't|cannot|shan't|ain't)\b"), lambda m: _IRREGULAR[m.group()]),
    (re.compile(r"n't\b"), lambda _: " not"),
    (re.compile(r"'ve\b"), lambda _: " have"),
    (re.compile(r"'re\b"), lambda _: " are"),
    (re.compile(r"'ll\b"), lambda _: " will"),
    (re.compile(r"'m\b"), lambda _: " am"),
    (re.compile(r"'d\b"), lambda _: " would"),
    (re.compile(r"\b(it|that|he|she|what|who|where|there|here|how|this|nobody|everything|nothing)'s\b"),
     lambda m: m.group(1) + " is"),
    (re.compile(r"\blet's\b"), lambda _: "let us"),
    (re.compile(r"\b(gonna)\b"), lambda _: "going to"),
    (re.compile(r"\b(wanna)\b"), lambda _: "want to"),
    (re.compile(r"'s?\b|'"), lambda _: ""),
    # the same without the apostrophe, as some write it
    (re.compile(r"\b(dont|doesnt|didnt|isnt|wasnt|arent|werent|havent|hasnt|hadnt|wouldnt|couldnt|shouldnt|mustnt|neednt)\b"),
     lambda m: f"{m.group()[:-2]} not"),
    (re.compile(r"\b(cant|wont)\b"), lambda m: {"cant": "can not", "wont": "will not"}[m.group()]),
    (re.compile(r"\b(i|you|we|they)ve\b"), lambda m: f"{m.group(1)} have"),
    (re.compile(r"\b(you|they)re\b"), lambda m: f"{m.group(1)} are"),
    (re.compile(r"\bim\b"), lambda _: "i am"),
    (re.compile(r"\b(that|what|there)s\b"), lambda m: f"{m.group(1)} is"),
)  # fmt: skip


def normalise(text: str) -> str:
    """Words and sentence ends of `text`, one space around each, so that patterns can be matched on it."""
    return " . " + " ".join(normalise_word(text)) + " . "


def normalise_word(text: str) -> list[str]:
    """Words and sentence ends (".") that `text`, as a rule one word as said, stands for."""
    opened = text.casefold().replace("’", "'").replace("-", " ")
    for pattern, replacement in _OPENED:
        opened = pattern.sub(replacement, opened)
    return ["." if token[0] in ".!?" else token for token in _TOKEN.findall(opened)]


def words_of(text: str) -> list[str]:
    """Normalised words without the sentence ends."""
    return [word for word in normalise(text).split() if word != "."]


def sentences(text: str) -> list[str]:
    """The sentences of a text, as written."""
    return [sentence for sentence in _SENTENCE_END.split(text.strip()) if sentence]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a normalised text: the words, and where they begin and end in it."""

    words: str
    start: int
    end: int


class Phrases:
    """A list of patterns; where several fit in one place, the first in the list is the one found.

    At each word only those patterns are tried that can begin with it: a lexicon has hundreds, of which few can. They
    are compiled when such a word is first heard: most of a lexicon never is, and what only lists it needs none.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = tuple(patterns)
        self._by_word: dict[str, list[int]] = {}
        self._by_prefix: dict[str, list[int]] = {}
        for index, pattern in enumerate(self.patterns):
            for first in _firsts(pattern.split()):
                known = self._by_prefix if first.endswith("*") else self._by_word
                known.setdefault(first.rstrip("*"), []).append(index)
        self._prefixes = tuple(self._by_prefix)
        self._searches: dict[tuple[int, ...], re.Pattern[str]] = {}

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def find(self, normalised: str) -> list[Found]:
        """All places, left to right, without overlap."""
        return list(self._found(normalised))

    def within(self, normalised: str) -> bool:
        """Whether any pattern occurs."""
        return next(self._found(normalised), None) is not None

    def _found(self, normalised: str) -> Iterator[Found]:
        end = 0
        for word in _WORD.finditer(normalised):
            start = word.start()
            search = self._search(word.group()) if start >= end else None
            match = search.match(normalised, start) if search else None
            if match and match.end() > start:
                end = match.end()
                yield Found(" ".join(match.group().replace(".", " ").split()), start, end)

    def _search(self, word: str) -> re.Pattern[str] | None:
        """What can begin with a word, the patterns in their order."""
        fitting = self._by_word.get(word, [])
        if word.startswith(self._prefixes):
            fitting = sorted(
                {*fitting, *chain.from_iterable(self._by_prefix[one] for one in self._prefixes if word.startswith(one))}
            )
        if not fitting:
            return None
        key = tuple(fitting)
        if key not in self._searches:
            self._searches[key] = re.compile("|".join(_compiled(self.patterns[index]) for index in key))
        return self._searches[key]


def _compiled(pattern: str) -> str:
    return "".join(_word(word) for word in pattern.split())


def _firsts(words: Sequence[str]) -> set[str]:
    """Words that a pattern can begin with, some as the beginning of a word ("cancel*"; "*" where any word can)."""
    if not words or words[0] in (_GAP, _CLAUSE, "$"):
        return {"*"}
    first, rest = words[0], words[1:]
    if first == "^":
        return _firsts(rest)
    is_optional = first.startswith("[") and first.endswith("]")
    options = (first[1:-1] if is_optional else first).split("|")
    firsts = {option.split("_")[0] for option in options}
    return firsts | _firsts(rest) if is_optional else firsts


def _word(word: str) -> str:
    if word == _GAP:
        return rf"(?:[^ .]+ ){{0,{_GAP_WORDS}}}?"
    if word == _CLAUSE:
        return _REST_OF_CLAUSE
    if word == "^":
        return r"(?<=\. )"
    if word == "$":
        return r"(?=\.)"
    if word.startswith("[") and word.endswith("]"):
        return f"(?:{_alternatives(word[1:-1])} )?"
    return f"{_alternatives(word)} "


def _alternatives(word: str) -> str:
    return "(?:" + "|".join(_ending(option) for option in word.split("|")) + ")"


def _ending(option: str) -> str:
    escaped = re.escape(option.rstrip("*")).replace("_", " ")
    return escaped + ("[^ .]*" if option.endswith("*") else "")
