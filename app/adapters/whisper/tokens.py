"""Whisper's tokens: numbers for pieces of words and for what frames a text, as faster-whisper reads them.

That package loads a decoder of films and a second engine with them, which takes as long as opening the window.
"""

from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

_SYMBOLS = (
    *'"#()*+/:;<=>@[\\]^_`{|}~「」『』',
    *("<<", ">>", "<<<", ">>>", "--", "---", "-(", "-[", "('", '("', "((", "))", "(((", ")))", "[[", "]]", "{{", "}}"),
    *("♪♪", "♪♪♪"),
)
"""What nobody says; Whisper writes it around what is no speech."""
_NOTES = "♩♪♫♬♭♮♯"
"""The same, of several tokens each, of which the first is theirs alone."""


class Tokens:
    """The tokens of an English text in a model of one language or of many. Raises ValueError where some are missing."""

    def __init__(self, file: Path, *, is_multilingual: bool) -> None:
        self._tokenizer = Tokenizer.from_file(str(file))
        self.begin = self._named("startoftranscript")
        self.end = self._named("endoftext")
        self.before = self._named("startofprev")
        self.no_timestamps = self._named("notimestamps")
        self.no_speech = self._named("nospeech", "nocaptions")
        self.timestamps = self.no_timestamps + 1
        """The timestamp of second 0; behind it one for every 0.02 s."""
        task = [self._named("en"), self._named("transcribe")] if is_multilingual else []
        self.start = (self.begin, *task)
        """What comes before every text."""

    @property
    def never(self) -> frozenset[int]:
        """Those that are in no text: symbols that nobody says, and what frames a text at its beginning."""
        frames = [self.begin, self.before, self.no_speech, self.no_timestamps]
        frames += [self._named(name) for name in ("transcribe", "translate", "startoflm")]
        inside = {self.written(" -")[0], self.written(" '")[0]}  # stays between words
        alone = (self.written(f"{space}{symbol}") for symbol in _SYMBOLS for space in ("", " "))
        notes = (self.written(f"{space}{note}") for note in _NOTES for space in ("", " "))
        return frozenset(frames) | inside | {one[0] for one in alone if len(one) == 1} | {one[0] for one in notes}

    def written(self, text: str) -> list[int]:
        """The tokens of a text."""
        tokens: list[int] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return tokens

    def text(self, tokens: Sequence[int]) -> str:
        """The text of tokens, without those that frame it and without timestamps."""
        return str(self._tokenizer.decode([token for token in tokens if token < self.end]))

    def _named(self, *names: str) -> int:
        """The first that there is."""
        found = (self._tokenizer.token_to_id(f"<|{name}|>") for name in names)
        token = next((one for one in found if one is not None), None)
        if token is None:
            raise ValueError(f"no token named {names[0]}")
        return int(token)
