"""Situations and rules for the tests of playbook and coach."""

from typing import Any

from app.core.events import Phase, Stage, Trend
from app.core.phrases import normalise
from app.core.playbook import Moment, Playbook, Rule, When
from app.core.situation import Situation


def now(at_s: float = 10.0, *, caller: str = "", agent: str = "", **others: Any) -> Situation:
    """A hot caller has just stopped; everything else as given, texts as written."""
    known: dict[str, Any] = {
        "at_s": at_s,
        "moment": Moment.CALLER_PAUSE,
        "level": 0.6,
        "trend": Trend.STEADY,
        "phase": Phase.HOT,
        "been": frozenset({Phase.CALM, Phase.HOT}),
        "caller_text": normalise(caller),
        "agent_text": normalise(agent),
        "signals": frozenset(),
        "moves": (),
        "turn_s": 0.0,
        "why": "",
    }
    return Situation(**known | others)


def rule(rule_id: str = "ask", *, stage: Stage = Stage.ASK, when: When | None = None, **others: Any) -> Rule:
    """A rule that fits every pause of the caller, unless said otherwise."""
    return Rule(id=rule_id, stage=stage, title=rule_id, when=when or When(moment=Moment.CALLER_PAUSE), **others)


def playbook(*rules: Rule) -> Playbook:
    """A playbook of these rules."""
    return Playbook(name="small", title="Small", language="en", version="1", author="a", date="d", rule=rules)
