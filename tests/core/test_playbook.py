"""When a rule fits: every condition must hold, an empty one always does."""

from typing import Any

import pytest

from app.core.events import Move, Phase, Stage, Trend
from app.core.playbook import Moment, When
from app.core.situation import fits
from tests.core.situations import now

APOLOGY_AT_5 = ((5.0, Move.APOLOGY),)


def fit(conditions: dict[str, Any], *, stages: frozenset[Stage] = frozenset(), **situation: Any) -> bool:
    when = When(**{"moment": Moment.CALLER_PAUSE} | conditions)
    return fits(when, now(**situation), stages)


def test_a_rule_without_conditions_fits_its_moment_alone() -> None:
    assert fit({})
    assert not fit({}, moment=Moment.SILENCE)


@pytest.mark.parametrize(
    ("conditions", "situation", "is_fit"),
    [
        ({"phase": (Phase.HOT, Phase.RISING)}, {}, True),
        ({"phase": (Phase.CALM,)}, {}, False),
        ({"trend": (Trend.STEADY,)}, {}, True),
        ({"trend": (Trend.FALLING,)}, {}, False),
        ({"been": (Phase.HOT,)}, {}, True),
        ({"been": (Phase.ABUSIVE,)}, {}, False),
        ({"level_min": 0.6, "level_max": 0.6}, {}, True),
        ({"level_min": 0.61}, {}, False),
        ({"level_max": 0.59}, {}, False),
        ({"caller_says": ("third|fourth time",)}, {"caller": "The third time!"}, True),
        ({"caller_says": ("third time",)}, {"agent": "The third time!"}, False),
        ({"agent_says": ("policy",)}, {"agent": "Our policy is"}, True),
        ({"agent_says": ("policy",)}, {"caller": "Your policy is"}, False),
        ({"unless_says": ("thanks",)}, {"caller": "No."}, True),
        ({"unless_says": ("thanks",)}, {"caller": "Thanks."}, False),
        ({"signals": ("threat", "legal")}, {"signals": frozenset({"legal"})}, True),
        ({"signals": ("threat",)}, {"signals": frozenset({"legal"})}, False),
        ({"made": (Move.APOLOGY, Move.EXCUSE)}, {"moves": APOLOGY_AT_5}, True),
        ({"made": (Move.EXCUSE,)}, {"moves": APOLOGY_AT_5}, False),
        ({"made": (Move.APOLOGY,), "within_s": 4.9}, {"moves": APOLOGY_AT_5}, False),
        ({"missing": (Move.APOLOGY,)}, {"moves": APOLOGY_AT_5}, False),
        ({"missing": (Move.APOLOGY,), "within_s": 4.9}, {"moves": APOLOGY_AT_5}, True),
        ({"missing": (Move.EXCUSE,)}, {"moves": APOLOGY_AT_5}, True),
        ({"turn_s": 4.0}, {"turn_s": 4.0}, True),
        ({"turn_s": 4.0}, {"turn_s": 3.9}, False),
        ({"after": (Stage.LISTEN,)}, {"stages": frozenset({Stage.LISTEN})}, True),
        ({"after": (Stage.LISTEN,)}, {}, False),
    ],
)
def test_each_condition(conditions: dict[str, Any], situation: dict[str, Any], *, is_fit: bool) -> None:
    assert fit(conditions, **situation) is is_fit


def test_all_conditions_must_hold() -> None:
    conditions = {"phase": (Phase.HOT,), "signals": ("legal",)}
    assert fit(conditions, signals=frozenset({"legal"}))
    assert not fit(conditions, signals=frozenset({"legal"}), phase=Phase.RISING)
