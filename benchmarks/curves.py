"""How curves lie to what people called the turns of calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.core.dialogue import Judged
from app.core.events import AngerPoint, Phase

HOT = {Phase.HOT, Phase.ABUSIVE}
DOWN = {Phase.FALLING, Phase.CALM}


@dataclass(frozen=True, slots=True)
class TurnLevel:
    """One turn of a caller: its label (0 to 3, None where nobody gave one) and where the curve stood at its end."""

    label: int | None
    level: float
    phases: tuple[Phase, ...]


def turn_levels(turns: Sequence[dict[str, Any]], key: str, judged: Sequence[Judged]) -> list[TurnLevel]:
    """The caller's turns of a dialogue, whose labels stand under `key`, as they were judged."""
    return [
        TurnLevel(turn.get(key), line.level or 0.0, tuple(e.phase for e in line.events if isinstance(e, AngerPoint)))
        for turn, line in zip(turns, judged, strict=True)
        if turn["speaker"] == "caller"
    ]


def summed(calls: Sequence[tuple[str, Sequence[TurnLevel]]], *, verbose: bool = False) -> str:
    """How the curves of some calls lie to what people called their turns; with `verbose` which calls are wrong."""
    right = pairs = late = angry = up = falling = alarms = calm = 0.0
    notes = []
    for name, turns in calls:
        won, all_pairs = _pairs(turns)
        right, pairs = right + won, pairs + all_pairs
        labels = [turn.label or 0 for turn in turns]
        hot = next((at for at, turn in enumerate(turns) if HOT.intersection(turn.phases)), None)
        if max(labels, default=0) < 2:
            calm, alarms = calm + 1, alarms + (hot is not None)
            notes += [f"{name} hot though calm"] if hot is not None else []
            continue
        first = next(at for at, label in enumerate(labels) if label >= 2)
        angry, is_late = angry + 1, hot is None or hot > first + 1
        late += is_late
        notes += [f"{name} angry in turn {first}, hot in {hot}"] if is_late else []
        if labels[-1] < 2:
            falling, stays = falling + 1, turns[-1].phases[-1] not in DOWN
            up += stays
            notes += [f"{name} ends {turns[-1].phases[-1]}"] if stays else []
        notes += [f"{name} {won / all_pairs:.2f}"] if all_pairs and won / all_pairs < 0.9 else []
    parts = [f"pairs {right / pairs:.3f} of {pairs:.0f}"] if pairs else []
    parts += [f"hot too late {late:.0f} of {angry:.0f}", f"up at the end {up:.0f} of {falling:.0f}"] if angry else []
    parts += [f"hot though calm {alarms:.0f} of {calm:.0f}"] if calm else []
    return ", ".join(parts) + (f" ({'; '.join(notes)})" if verbose and notes else "")


def _pairs(turns: Sequence[TurnLevel]) -> tuple[float, int]:
    labelled = [turn for turn in turns if turn.label is not None]
    found = [
        (a.level > b.level) + 0.5 * (a.level == b.level)
        for a in labelled
        for b in labelled
        if (a.label or 0) > (b.label or 0)
    ]
    return sum(found), len(found)
