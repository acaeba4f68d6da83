"""What a playbook costs: milliseconds for each event of a call, with the shipped rules and with many more.

    python benchmarks/coach.py [--rules 200]

A hot call of ten minutes is told as facts; scoring and reading are not counted, their answers stand fixed.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from app.compose import open_playbooks, read_vocabulary
from app.core.chronicle import TICK_S, Fact, Tick
from app.core.conversation import Conversation
from app.core.dialogue import Line, facts_of, timed
from app.core.events import Channel, Move, TextFinal
from app.core.playbook import Playbook
from app.core.ports import Heat, MovesRequest, ScoreRequest

TALK = (
    (Channel.CALLER, "This is the third time I call about the same refund and nobody is doing anything about it."),
    (Channel.AGENT, "I am afraid that is our policy, you would have to call the other department about that."),
    (Channel.CALLER, "I have been waiting for two weeks now, and every time somebody tells me something different."),
    (Channel.AGENT, "I can see why you are angry. What would put this right for you today?"),
    (Channel.CALLER, "I want my money back, how hard can that be, just send it to the right card."),
    (Channel.AGENT, "I am sending it now, and I will call you on Thursday to make sure that it has arrived."),
)
HEATS = (0.8, 0.0, 0.7, 0.0, 0.6, 0.0)
SIGNALS = ("repeat_contact", "unheard", "waiting", "demand")
MINUTES = 10


def main() -> None:
    """Print the cost with the shipped playbook and with a large one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=int, default=200)
    rules = parser.parse_args().rules
    shipped = open_playbooks().load("general")
    for playbook in (shipped, grown(shipped, rules)):
        costs = [cost for _ in range(3) for cost in costs_of(playbook)]
        print(f"{len(playbook.rule)} rules:")
        print(f"  every event     {_told([cost_ms for cost_ms, _ in costs])}")
        print(f"  words heard     {_told([cost_ms for cost_ms, has_words in costs if has_words])}")


def _told(costs: Sequence[float]) -> str:
    high, most = np.percentile(costs, 95), max(costs)
    return f"median {median(costs):.3f} ms, 95th percentile {high:.3f} ms, most {most:.1f} ms, of {len(costs)}"


def grown(playbook: Playbook, count: int) -> Playbook:
    """A playbook of so many rules: those there are, again and again under other ids, with words of their own."""
    rules = list(playbook.rule)
    for number in range(count - len(rules)):
        rule = playbook.rule[number % len(playbook.rule)]
        words = tuple(f"{pattern} number{number}" for pattern in rule.when.caller_says)
        rules.append(replace(rule, id=f"{rule.id}.{number}", when=replace(rule.when, caller_says=words)))
    return replace(playbook, rule=tuple(rules[:count]))


def costs_of(playbook: Playbook) -> Iterator[tuple[float, bool]]:
    """Milliseconds of each event of the call, and whether it brought words."""
    conversation = Conversation(playbook, read_vocabulary())
    conversation.start()
    for fact in _facts():
        began = time.perf_counter()
        for outcome in conversation.happen(fact):
            if isinstance(outcome, ScoreRequest):
                heat = HEATS[outcome.number % len(HEATS)] or 0.5
                conversation.judge(outcome, Heat(value=heat, signals=SIGNALS))
            elif isinstance(outcome, MovesRequest):
                conversation.note_moves(outcome, [frozenset({Move.EXCUSE}) for _ in outcome.sentences])
        yield 1000 * (time.perf_counter() - began), isinstance(fact, TextFinal)


def _facts() -> Iterator[Fact]:
    said: list[Line] = []
    while not said or (timed(said)[-1].end_s or 0.0) < 60 * MINUTES:
        said += [Line(speaker=speaker, text=text) for speaker, text in TALK]
    ended_s = 0.0
    for number, line in enumerate(timed(said), start=1):
        start_s = line.start_s or 0.0
        for tick in range(int(ended_s / TICK_S) + 1, int(start_s / TICK_S) + 1):
            yield Tick(at_s=tick * TICK_S)
        yield from facts_of(line, number)
        ended_s = line.end_s or 0.0


if __name__ == "__main__":
    main()
