"""What a caller's words leave behind for later cards: wants, facts, reasons, a question, what may be granted."""

import math
from collections.abc import Mapping, Sequence

from app.core.events import WantHeard
from app.core.facts import SURE_FROM, Facts
from app.core.phrases import Phrases, normalise, sentences
from app.core.playbook import Playbook
from app.core.ports import Heat, ScoreRequest
from app.core.questions import Questions

_REASON_MEMORY_S = 60.0
_GRANT_MEMORY_S = 180.0
_REASONS = 2
_UNREPEATABLE = frozenset({"insult_agent", "swearing", "threat"})
"""Signals of words that are not handed back to whoever said them."""


class CallerWords:
    """Keeps what was said. `wants`, `facts` and `reasons` are the vocabulary's."""

    def __init__(
        self, playbook: Playbook, wants: Phrases, facts: Mapping[str, Phrases], reasons: Mapping[str, str]
    ) -> None:
        self._playbook = playbook
        self._want_phrases = wants
        self._reason_of = reasons
        self._wants: set[str] = set()
        self._reasons: list[tuple[float, str]] = []
        self._grant, self._grant_s = "", -math.inf
        self._facts = Facts(facts)
        self.questions = Questions()

    def hear(self, request: ScoreRequest, heat: Heat) -> None:
        """Take an utterance that was judged; only words heard with confidence are handed back."""
        self._note_reasons(heat.signals, request.end_s)
        if request.confidence < SURE_FROM or not _UNREPEATABLE.isdisjoint(heat.signals):
            return
        self._facts.note(request.text)
        self.questions.hear_caller(request.text)
        if granted := self._playbook.granted(normalise(request.text)):
            self._grant, self._grant_s = granted, request.end_s

    def wants(self, request: ScoreRequest) -> list[WantHeard]:
        """What is wanted in an utterance, each the first time that it is said."""
        wants = [
            sentence
            for sentence in sentences(request.text)
            if self._want_phrases.within(normalise(sentence)) and normalise(sentence) not in self._wants
        ]
        self._wants.update(normalise(want) for want in wants)
        return [WantHeard(at_s=request.end_s, text=want) for want in wants]

    def facts(self) -> str:
        """Facts that were given, in a row."""
        return self._facts.told()

    def why(self, at_s: float) -> str:
        """The last reasons to be angry, in a row."""
        recent = [reason for when, reason in self._reasons if at_s - when <= _REASON_MEMORY_S]
        return ", ".join(recent[-_REASONS:])

    def grant(self, at_s: float) -> str:
        """What was named of late that the agent may decide alone, "" for nothing."""
        return self._grant if at_s - self._grant_s <= _GRANT_MEMORY_S else ""

    def _note_reasons(self, signals: Sequence[str], at_s: float) -> None:
        for signal in signals:
            reason = self._reason_of.get(signal)
            if reason:
                self._reasons = [kept for kept in self._reasons if kept[1] != reason] + [(at_s, reason)]
