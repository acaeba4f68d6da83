"""The wording rules of a card: what an agent can take in within a second, and what calms nobody."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.core.events import Stage
from app.core.playbook import SLOTS, Moment, Playbook, Rule, slots_in

TITLE_WORDS, SAY_WORDS = 8, 16
_SLOT_WORDS = 3

_CALMS_NOBODY = (
    "calm down", "unfortunately", "i understand your frustration", "you need to", "as i said", "our policy",
    "you should have", "you must understand",
)  # fmt: skip
_AT_THE_MISTAKE = frozenset({"don't", "dont", "do not", "never", "stop", "avoid", "no", "not", "wrong"})
_NO_VERB = frozenset(
    {
        "a", "an", "the", "they", "he", "she", "it", "this", "that", "these", "those", "their", "your", "my", "our",
        "caller", "customer", "agent", "i", "we", "there", "maybe", "please", "very",
    }
)  # fmt: skip
_YOU_MAY = re.compile(r"^you (may|can|might|could)\b")
_HANG_UP = re.compile(r"\b(hang up|end (the|this) call)\b")
_FIGURE = re.compile(r"\d+(\.\d+)?\s*%|\b0?\.\d+\b|\blevel \d")
_NOT_PLAIN = re.compile(r"[A-Z'’\-,;:!?\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that is allowed and better not done: where, what, and what to do instead."""

    rule: str
    what: str
    advice: str

    def line(self) -> str:
        """The remark in one line."""
        return f"{self.rule}: {self.what} {self.advice}"


def remarks_on(playbook: Playbook) -> list[Remark]:
    """All remarks, in the order of the rules."""
    found = [remark for rule in playbook.rule for remark in _on_rule(rule)]
    found += [
        Remark(rule=place, what=what, advice=advice)
        for place, patterns in _patterns_besides(playbook)
        for what, advice in _on_patterns(patterns)
    ]
    items = [*playbook.opening, *playbook.closing, *(duty.item for duty in playbook.duty)]
    untickable = [item.text for item in items if not (item.done_by or item.agent_says)]
    advice = "Add done_by or agent_says."
    found += [Remark(rule=f"“{text}”", what="Nothing ticks this line.", advice=advice) for text in untickable]
    safety = [rule.priority for rule in playbook.rule if rule.stage is Stage.SAFETY]
    for rule in playbook.rule if safety else ():
        if rule.stage is not Stage.SAFETY and rule.priority >= min(safety):
            advice = "Give it a lower priority: safety comes first."
            found.append(Remark(rule=rule.id, what="It goes before a safety rule.", advice=advice))
    return found


def _on_rule(rule: Rule) -> Iterator[Remark]:
    patterns = (*rule.when.caller_says, *rule.when.agent_says, *rule.when.unless_says)
    for what, advice in (*_on_title(rule), *_on_lines(rule), *_on_patterns(patterns)):
        yield Remark(rule=rule.id, what=what, advice=advice)


def _patterns_besides(playbook: Playbook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where patterns stand besides rules, and those there."""
    yield "closing_says", playbook.closing_says
    for grant in playbook.grant:
        yield f"grant “{grant.what}”", grant.caller_says
    for item in (*playbook.opening, *playbook.closing):
        yield f"“{item.text}”", item.agent_says
    for duty in playbook.duty:
        yield f"“{duty.text}”", (*duty.caller_says, *duty.agent_says)
    if playbook.disclosure is not None:
        yield "disclosure", playbook.disclosure.agent_says


def _on_title(rule: Rule) -> Iterator[tuple[str, str]]:
    words = rule.title.split()
    plain = rule.title.casefold()
    if len(words) > TITLE_WORDS:
        yield f"The title has {len(words)} words.", f"An agent reads {TITLE_WORDS} at a glance."
    first = words[0].casefold() if words else ""
    if first in _AT_THE_MISTAKE or plain.startswith("do not"):
        yield "The title aims at a mistake.", "Name the next act."
    elif (first in _NO_VERB or (first == "you" and not _YOU_MAY.match(plain))) and rule.when.moment is not Moment.END:
        yield "The title starts with no verb.", "Start with what to do, or with words to use."
    if _HANG_UP.search(plain) and not _YOU_MAY.match(plain):
        yield "It tells the agent to end the call.", 'Say "You may end this call".'
    if not words:
        yield "The title is empty.", "Say what to do next."


def _on_lines(rule: Rule) -> Iterator[tuple[str, str]]:
    for key in ("say", "say_plain"):
        count = _spoken(getattr(rule, key))
        if count > SAY_WORDS:
            yield f"{key!r} has {count} words.", f"{SAY_WORDS} can be said in one breath."
    for key in ("title", "say", "say_plain", "because", "because_plain"):
        text = getattr(rule, key).casefold()
        yield from ((f"{key!r} says “{phrase}”.", "It calms nobody.") for phrase in _CALMS_NOBODY if phrase in text)
    sure = {slot for slot, asked in (("grant", rule.when.may_grant), ("question", rule.when.passed_over)) if asked}
    for key in ("say", "because"):
        if (SLOTS - sure).intersection(slots_in(getattr(rule, key))) and not getattr(rule, f"{key}_plain"):
            yield f"{key!r} has a slot and there is no '{key}_plain'.", "Without what fills the slot nothing is left."
    if not rule.because:
        yield "It does not say why it is shown.", "Add 'because'."
    if _FIGURE.search(rule.because) or _FIGURE.search(rule.because_plain):
        yield "The reason is a figure.", "Give it in plain words."


def _on_patterns(patterns: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if _NOT_PLAIN.search(pattern):
            yield f"The pattern “{pattern}” is never found.", _PLAIN
        elif not pattern.split():
            yield "There is an empty pattern.", "Take it out."


_PLAIN = "Write it in lower case, without signs, contractions opened (do not, i am)."


def _spoken(text: str) -> int:
    slots = slots_in(text)
    return len(text.split()) + (_SLOT_WORDS - 1) * len(slots)
