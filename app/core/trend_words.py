"""Plain words for trends: what a figure is, how sure it is, and what followed a rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.core.call_words import percent, span
from app.core.followed import Followed
from app.core.message import Joined, Message, sentences
from app.core.small_groups import ENOUGH
from app.core.trends import FEW, Estimate, Period, Trend

Unit = Callable[[float], Message]

NOT_SHOWN = Message("fewer than {count} calls, not shown", count=ENOUGH)
KEPT_BACK = Message("not shown: with the other figures it would tell of fewer than {count} calls", count=ENOUGH)
TOO_FEW = Message("fewer than {count} calls in every week", count=ENOUGH)
WITH_CARE = Message(
    "In brackets: where the true value lies 95 times in 100. A hollow dot comes from fewer than {few} calls: read it "
    "with care. From fewer than {count} calls nothing is shown.",
    few=FEW,
    count=ENOUGH,
)
TEAM = Message("The whole team. There are no figures that put one person beside another.")
SMALL = Message("a small number: read it with care")
TEAM_NAME = Message("The whole team")
OWN = "{agent}: for this agent's own eyes and for coaching."
FOLLOWED = Message(
    "How the caller's level changed in the minute after, from -1 to 1, beside like moments in which the prompt was "
    "held back. It says what followed, not why. About the playbook, never about people."
)
NOTHING_YET = Message(
    "No calls in these weeks.\nOnce calls have ended you see here, week by week, how many heated up, how many of those "
    "calmed down again and how fast, what was promised, and what agents did.\nPractice is not counted."
)
_PEOPLE = "Agents with fewer than {few} calls are left out where the figures of the others would tell theirs."
_DIGITS = 1


def number(value: float) -> Message:
    """A mean, to its tenth."""
    return Message("{number}", number=round(float(value), _DIGITS))


def change(value: float | None) -> str:
    """Of a level, with its sign; a dash where it is not known."""
    return "-" if value is None else f"{value:+.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure of a week: its title says what it is, `short` the same within a sentence."""

    title: Message
    short: Message
    unit: Unit
    of: Callable[[Period], Estimate]


MEASURES = (
    Measure(
        title=Message("Share of calls that heated up"),
        short=Message("heated up"),
        unit=percent,
        of=lambda period: period.heated,
    ),
    Measure(
        title=Message("Share of those that calmed down again"),
        short=Message("of those calmed down"),
        unit=percent,
        of=lambda period: period.calmed,
    ),
    Measure(
        title=Message("Time until they were calm again (median)"),
        short=Message("calm again after"),
        unit=span,
        of=lambda period: period.calm_s,
    ),
    Measure(
        title=Message("Promises in a call (mean)"),
        short=Message("promises in a call"),
        unit=number,
        of=lambda period: period.promises,
    ),
)


def estimate_words(estimate: Estimate, unit: Unit) -> Message:
    """The figure, its interval and how many calls it comes from."""
    if estimate.value is None:
        return gap_words(estimate)
    value, interval = unit(estimate.value), estimate.interval
    if interval is None:
        return Message("{value}, from {calls} calls", value=value, calls=estimate.of)
    low, high = unit(interval.low), unit(interval.high)
    return Message("{value} ({low} to {high}), from {calls} calls", value=value, low=low, high=high, calls=estimate.of)


def gap_words(estimate: Estimate) -> Message:
    """Why a figure is not shown."""
    return KEPT_BACK if estimate.is_kept_back else NOT_SHOWN


def measure_words(measure: Measure, period: Period) -> Message:
    """One figure of a week within a sentence."""
    estimate = measure.of(period)
    words = Message("{name} {figure}", name=measure.short, figure=estimate_words(estimate, measure.unit))
    return Message("{figure} (few calls)", figure=words) if estimate.is_small else words


def calls_words(period: Period) -> Message:
    """How many calls there were."""
    if not period.unscored:
        return Message("{calls} calls", calls=period.calls)
    return Message("{calls} calls, and {unscored} that were not scored", calls=period.calls, unscored=period.unscored)


def period_words(when: str, period: Period) -> Message:
    """All figures of a week, which `when` names."""
    figures = (calls_words(period), *(measure_words(measure, period) for measure in MEASURES))
    return Message("{when}: {figures}.", when=when, figures=Joined("; ", figures))


def hidden_words(trend: Trend) -> Message:
    """How many weeks are left out, and whether of all weeks together too, and whether people are; "" for none."""
    people = Message(_PEOPLE, few=ENOUGH) if trend.is_without_some else ""
    if not trend.hidden:
        return sentences(people, "")
    gaps = Message("Weeks with fewer than {few} calls are gaps: {count}.", few=ENOUGH, count=trend.hidden)
    are_apart = trend.whole.heated.of < trend.whole.calls
    weeks = sentences(gaps, "They are left out of all weeks together as well." if are_apart else "")
    return sentences(weeks, people)


def rule_name(rule: str, titles: Mapping[str, str]) -> str:
    """What a playbook calls a rule; its id where none has it."""
    return titles.get(rule, rule)


def verdict(rule: Followed) -> Message:
    """What can be said of what followed a rule."""
    difference = rule.difference
    if difference is None:
        return Message("Too little to tell")
    if not difference.is_told:
        return Message("No difference to be seen")
    return Message("Calmer after it was shown") if difference.mean < 0 else Message("Angrier after it was shown")


def difference_words(rule: Followed) -> str:
    """The difference and its interval."""
    found = rule.difference
    return "-" if found is None else f"{change(found.mean)} ({change(found.low)} … {change(found.high)})"
