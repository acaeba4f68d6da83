"""How calls went week by week: what a supervisor sees of a team, and an agent of their own calls.

Nobody is put beside anybody else here: there is the team, or one agent. Groups of fewer calls than `ENOUGH` have no
figures at all, nor does what the figures of others leave of those of the team; those of fewer than `FEW` say that they
are small.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from statistics import median

from app.core.document import CallDocument
from app.core.events import Move
from app.core.followed import Followed
from app.core.intervals import Interval, mean_interval, median_interval, share_interval
from app.core.small_groups import ENOUGH, Cell, telling, told_of_all
from app.core.wordless import has_words

FEW = 30
"""With fewer calls than this a share near one half may be off by 17 points and more."""

WEEKS, MOST_WEEKS = 13, 260
"""How many are shown where nobody says, and at the most."""

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """An ISO week by its Monday; `since` and `until` are ISO times in UTC, the second excluded."""

    monday: date
    since: str
    until: str


def weeks_until(today: date, count: int, begins: Callable[[date], datetime]) -> tuple[Week, ...]:
    """So many weeks, the oldest first, up to that of a day; `begins` gives the moment at which a day begins here."""
    newest = today - timedelta(days=today.weekday())
    mondays = [newest - _WEEK * back for back in reversed(range(count))]
    return tuple(
        Week(monday=monday, since=_iso(begins(monday)), until=_iso(begins(monday + _WEEK))) for monday in mondays
    )


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def promises_of(document: CallDocument) -> int | None:
    """How much was promised in a call, None where its words are not there and nobody can tell."""
    return len(document.summary.promises) if has_words(document) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekCounts:
    """Counts of the calls of a week, without practice.

    `scored` are those whose caller was scored, `heated` those of them in which the caller turned hot. `calm_s` has in
    rising order how long each took that calmed down again, in seconds. `noted` are the calls whose promises are known,
    `promises` how many there were in them, `squares` the sum of the squares of how many there were in each.
    """

    scored: int = 0
    unscored: int = 0
    heated: int = 0
    calm_s: tuple[float, ...] = ()
    noted: int = 0
    promises: int = 0
    squares: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFigures:
    """What a store counts: a week's counts for each week, and of all of them together the rest.

    `people` has the same weeks of each agent of the team by itself, "" for calls of nobody who is named; it is empty
    for one agent. `heard` are the scored calls that were listened to, without those of people of whom there are
    `too_few`; `moves` says in how many of them each move was made. `rules` are those of the team; there are none of one
    agent.
    """

    weeks: tuple[WeekCounts, ...]
    people: Mapping[str, tuple[WeekCounts, ...]] = field(default_factory=dict)
    moves: Mapping[Move, int] = field(default_factory=dict)
    heard: int = 0
    rules: tuple[Followed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure and its 95 % interval, `of` so many calls; no figure where these are too few to show.

    `interval` is None too where there are too few calls to tell one. `is_kept_back` says that there are enough calls,
    but what other figures leave of this one would tell of too few.
    """

    of: int
    value: float | None = None
    interval: Interval | None = None
    is_kept_back: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it is shown and comes from few calls."""
        return self.value is not None and self.of < FEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How calls of a week, or of several together, went; `calls` are those whose caller was scored.

    `heated` and `calmed` are shares of 0..1, the second of the calls that heated up; `calm_s` is a median in seconds,
    `promises` a mean of one call.
    """

    calls: int
    unscored: int
    heated: Estimate
    calmed: Estimate
    calm_s: Estimate
    promises: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The periods of the weeks, the oldest first, that of all weeks together, techniques, and rules of the playbook.

    Weeks that hide a figure are left out of that of all weeks where they have too few calls together as well, and so
    are people who hide it, of a week and of all weeks.

    `moves` has the share of calls in which each was made. Rules with too few moments to show are left out: `left_out`
    of them.
    """

    weeks: tuple[Period, ...]
    whole: Period
    moves: Mapping[Move, Estimate]
    rules: tuple[Followed, ...]
    left_out: int

    @property
    def hidden(self) -> int:
        """Weeks with calls of which there are too few to show."""
        return sum(0 < week.calls < ENOUGH for week in self.weeks)

    @property
    def is_without_some(self) -> bool:
        """Whether people with too few calls are left out of weeks that are shown."""
        return any(ENOUGH <= week.heated.of < week.calls for week in self.weeks)


def after_of(rule: Followed) -> float | None:
    """Mean change of the level after a rule's prompts; None where these are too few to show."""
    return rule.after if rule.measured >= ENOUGH else None


def without_of(rule: Followed) -> float | None:
    """The same after like moments without them."""
    return rule.without if rule.held_back >= ENOUGH else None


_Size = Callable[[WeekCounts], int]


def trend_of(figures: TrendFigures) -> Trend:
    """What the counts say, and how sure that is."""
    rules = tuple(one for one in figures.rules if max(one.shown, one.held_back) >= ENOUGH)
    people = figures.people or {"": figures.weeks}
    return Trend(
        weeks=tuple(_week([weeks[place] for weeks in people.values()]) for place in range(len(figures.weeks))),
        whole=_all_weeks({(who, place): week for who, weeks in people.items() for place, week in enumerate(weeks)}),
        moves={move: _share(figures.moves.get(move, 0), figures.heard) for move in Move},
        rules=rules,
        left_out=len(figures.rules) - len(rules),
    )


def _week(groups: Sequence[WeekCounts]) -> Period:
    return _period(groups, lambda size: telling(groups, size))


def _all_weeks(cells: Mapping[Cell, WeekCounts]) -> Period:
    def told(size: _Size) -> Sequence[WeekCounts]:
        return [cells[cell] for cell in told_of_all({cell: size(counts) for cell, counts in cells.items()})]

    return _period([*cells.values()], told)


def _period(groups: Sequence[WeekCounts], told: Callable[[_Size], Sequence[WeekCounts]]) -> Period:
    """`told` gives those of the groups that a figure is told of, by how many calls of each it is about."""
    whole = together(groups)

    def estimate(size: _Size, figure: Callable[[WeekCounts], Estimate]) -> Estimate:
        found = figure(together(told(size)))
        return replace(found, is_kept_back=found.value is None and size(whole) >= ENOUGH)

    return Period(
        calls=whole.scored,
        unscored=whole.unscored,
        heated=estimate(lambda week: week.scored, lambda week: _share(week.heated, week.scored)),
        calmed=estimate(lambda week: week.heated, lambda week: _share(len(week.calm_s), week.heated)),
        calm_s=estimate(lambda week: len(week.calm_s), lambda week: _median(week.calm_s)),
        promises=estimate(lambda week: week.noted, lambda week: _mean(week.noted, week.promises, week.squares)),
    )


def together(weeks: Iterable[WeekCounts]) -> WeekCounts:
    """The calls of several weeks, or of several people, as those of one."""
    weeks = [*weeks]
    return WeekCounts(
        scored=sum(week.scored for week in weeks),
        unscored=sum(week.unscored for week in weeks),
        heated=sum(week.heated for week in weeks),
        calm_s=tuple(sorted(seconds for week in weeks for seconds in week.calm_s)),
        noted=sum(week.noted for week in weeks),
        promises=sum(week.promises for week in weeks),
        squares=sum(week.squares for week in weeks),
    )


def _share(count: int, of: int) -> Estimate:
    if of < ENOUGH:
        return Estimate(of=of)
    return Estimate(of=of, value=count / of, interval=share_interval(count, of))


def _median(values: Sequence[float]) -> Estimate:
    if len(values) < ENOUGH:
        return Estimate(of=len(values))
    return Estimate(of=len(values), value=median(values), interval=median_interval(values))


def _mean(of: int, total: int, squares: int) -> Estimate:
    """Of counts, which are never below 0."""
    if of < ENOUGH:
        return Estimate(of=of)
    interval = mean_interval(of, total, squares)
    low = max(0.0, interval.low) if interval else 0.0
    return Estimate(of=of, value=total / of, interval=interval and Interval(low=low, high=interval.high))
