"""Finds the likeliest text behind what is known of it: a draft as far as it holds, then a beam search."""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.adapters.whisper.speech_model import Floats, Heard, Read, SpeechModel

_NEVER = np.float32(-np.inf)
_FAR_BEHIND = 12.0  # a token e^12 times less likely than the likeliest is followed on no beam
_NEAR = 10  # timestamps as near as 0.2 s are taken for each other,
_ABOUT_AS_LIKELY = 1.0  # if they are hardly less likely


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Which tokens may follow which, as in CTranslate2's `ApplyTimestampRules`.

    A text begins with a timestamp of `first_within` at the most; they come in pairs between texts and never go back;
    and where all timestamps together are likelier than each text token, one follows. `suppressed` never follow. At
    the `start` the model says how likely it is that nobody speaks, by the token `no_speech`.
    """

    start: int
    end_of_text: int
    no_speech: int
    timestamps: int
    suppressed: NDArray[np.int64]
    first_within: int

    def likelihoods(self, following: Floats, said: Sequence[int]) -> Floats:
        """Log probabilities of the tokens that may follow, (vocabulary); `following` is overwritten."""
        following[self.suppressed] = _NEVER
        if not said:
            following[: self.timestamps] = _NEVER
            following[self.timestamps + self.first_within + 1 :] = _NEVER
            return _normalised(following)
        self._pair(following, said)
        stamps = _total(following[self.timestamps :])
        if stamps > following[: self.timestamps].max():
            following[: self.timestamps] = _NEVER
        return _normalised(following)

    def _pair(self, following: Floats, said: Sequence[int]) -> None:
        latest = max((token for token in said if token >= self.timestamps), default=None)
        if latest is not None:
            following[self.timestamps : latest] = _NEVER
        if said[-1] < self.timestamps:
            return
        if len(said) == 1 or said[-2] >= self.timestamps:
            following[self.timestamps :] = _NEVER
        else:
            following[: self.end_of_text] = _NEVER


@dataclass(frozen=True, slots=True)
class Found:
    """New tokens without the end of the text, and the sum of their log probabilities with it, unless it was cut.

    `no_speech` is the probability that nobody speaks.
    """

    tokens: tuple[int, ...]
    likelihood: float
    is_cut: bool
    no_speech: float

    @property
    def mean(self) -> float:
        """Mean log probability."""
        return self.likelihood / max(1, len(self.tokens) + (not self.is_cut))

    def with_token(self, token: int, likely: Floats) -> "Found":
        """The same with one more token."""
        total = self.likelihood + float(likely[token])
        return replace(self, tokens=(*self.tokens, token), likelihood=total)

    def with_end(self, token: int, likely: Floats) -> "Found":
        """The same where the text ends."""
        return replace(self, likelihood=self.likelihood + float(likely[token]), is_cut=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How to look: on so many beams, for so many tokens at the most.

    A token of a draft is taken without looking further if it is the likeliest and at least `sure` probable.
    """

    beams: int
    most: int
    sure: float


def find_text(
    model: SpeechModel,
    heard: Heard,
    prompt: Sequence[int],
    given: Sequence[int],
    rules: Rules,
    search: Search,
    draft: Sequence[int] = (),
) -> Found:
    """The likeliest text behind a prompt, of which the tokens `given` are known already."""
    draft, known = draft[: search.most], [*prompt, *given]
    rows = [prompt.index(rules.start), *range(len(known) - 1, len(known) + len(draft))]
    (start, *following), read = model.read(heard, [*known, *draft], rows)
    no_speech = math.exp(float(start[rules.no_speech]) - _total(start))
    beam = Found((), 0.0, is_cut=True, no_speech=no_speech)
    for token in draft:
        likely = rules.likelihoods(following[len(beam.tokens)], [*given, *beam.tokens])
        if not _holds(likely, token, rules, search.sure):
            break
        beam = beam.with_token(token, likely)
    else:
        likely = rules.likelihoods(following[-1], [*given, *draft])
    read = read.cut(len(known) + len(beam.tokens))
    return _Beams(model, heard, rules, search, given).run(beam, likely, read)


def text_likelihood(model: SpeechModel, heard: Heard, before: Sequence[int], text: Sequence[int]) -> float:
    """Log probability of a text behind others."""
    following, _ = model.read(heard, [*before, *text], range(len(before) - 1, len(before) + len(text) - 1))
    return sum(float(row[token]) - _total(row) for row, token in zip(following, text, strict=True))


def _holds(likely: Floats, token: int, rules: Rules, sure: float) -> bool:
    best = int(likely.argmax())
    if best >= rules.timestamps:
        return abs(best - token) <= _NEAR and likely[token] > likely[best] - _ABOUT_AS_LIKELY
    return best == token and likely[token] >= np.log(sure)


@dataclass(frozen=True, slots=True)
class _Beams:
    """A beam search."""

    model: SpeechModel
    heard: Heard
    rules: Rules
    search: Search
    given: Sequence[int]

    def run(self, beam: Found, likely: Floats, read: Read) -> Found:
        """Go on from one beam until as many texts have ended as there are beams."""
        beams, table = [beam], [likely]
        ended: list[Found] = []
        while len(beams[0].tokens) < self.search.most:
            ways = _best(table, beams, 2 * self.search.beams)
            ended += self._ended(ways, beams, table)
            going = [way for way in ways if way[1] != self.rules.end_of_text][: self.search.beams]
            if len(ended) >= self.search.beams or not going:
                return _likeliest(ended)
            beams = [beams[parent].with_token(token, table[parent]) for parent, token in going]
            tokens, parents = [token for _, token in going], [parent for parent, _ in going]
            following, read = self.model.step(self.heard, read, tokens, parents)
            table = [
                self.rules.likelihoods(row, [*self.given, *found.tokens])
                for row, found in zip(following, beams, strict=True)
            ]
        return _likeliest([*ended, *beams])

    def _ended(self, ways: Sequence[tuple[int, int]], beams: Sequence[Found], table: Sequence[Floats]) -> list[Found]:
        """The texts that end here, if they are among the likeliest ways to go on."""
        end = self.rules.end_of_text
        return [
            beams[parent].with_end(end, table[parent]) for parent, token in ways[: self.search.beams] if token == end
        ]


def _likeliest(texts: Sequence[Found]) -> Found:
    return max(texts, key=lambda found: found.mean)


def _best(table: Sequence[Floats], beams: Sequence[Found], most: int) -> list[tuple[int, int]]:
    """The likeliest ways to go on, each as beam and token."""
    ways: list[tuple[float, int, int]] = []
    for parent, (likely, found) in enumerate(zip(table, beams, strict=True)):
        near = np.flatnonzero(likely > likely.max() - _FAR_BEHIND)
        if len(near) > most:
            near = near[np.argpartition(likely[near], -most)[-most:]]
        ways += [(found.likelihood + float(likely[token]), parent, int(token)) for token in near]
    return [way[1:] for way in heapq.nlargest(most, ways)]


def _total(values: Floats) -> float:
    """Logarithm of the sum of the exponentials."""
    top = values.max()
    return float(top + np.log(np.exp(values - top).sum())) if top > _NEVER else float(_NEVER)


def _normalised(following: Floats) -> Floats:
    following -= _total(following)
    return following
