"""Trends for windows of tests: figures that a test gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event

from app.core.errors import StoreError
from app.core.events import Move
from app.core.followed import Followed, RuleSums, followed_of
from app.core.trend_port import Told
from app.core.trends import TrendFigures, Week, WeekCounts

WEEK = WeekCounts(
    scored=40, unscored=2, heated=20, calm_s=tuple(map(float, range(20, 240, 20))), noted=40, promises=52, squares=110
)
FEW = WeekCounts(scored=4, heated=2, calm_s=(30.0,), noted=4, promises=1, squares=1)
SMALL = WeekCounts(scored=12, heated=6, calm_s=(10.0, 20.0, 30.0, 40.0, 50.0), noted=12, promises=6, squares=8)
NONE = WeekCounts()


def rule(name: str, shown: int, change: int) -> Followed:
    """Changes in ten-thousandths of the level, whose spread is 1000 of them."""
    held = shown // 2
    return followed_of(
        name,
        RuleSums(
            shown=shown, measured=shown, after=change * shown, after_squares=shown * (change**2 + 1000**2),
            held_back=held, without=-500 * held, without_squares=held * (500**2 + 1000**2),
        ),
    )  # fmt: skip


RULES = (
    rule("general.calmer", 200, -3000),
    rule("general.hotter", 200, 2000),
    rule("general.alike", 40, -500),
    rule("general.few", 9, -3000),
    rule("general.hidden", 3, -3000),
)


@dataclass
class Trends:
    """Weeks that end with these counts; `asked` is what was asked for, `older` calls wait for `let_go`."""

    counts: Sequence[WeekCounts] = (WEEK, WEEK, FEW, SMALL)
    is_away: bool = False
    asked: list[tuple[int, str | None]] = field(default_factory=list)
    ahead: list[int] = field(default_factory=list)
    older: int = 0
    let_go: Event | None = None

    def figures(self, weeks: Sequence[Week], agent: str | None = None, told: Told | None = None) -> TrendFigures:
        """Nothing in the weeks before; half of the `older` calls are counted before it is let go."""
        self.asked.append((len(weeks), agent))
        if self.let_go is not None and told is not None:
            told(self.older // 2, self.older)
            self.let_go.wait()
        if self.is_away:
            raise StoreError("The call store failed.", "Restart Calmline.")
        counts = [*[NONE] * len(weeks), *self.counts][-len(weeks) :]
        heard = sum(week.scored for week in counts)
        moves = {move: heard * place // len(Move) for place, move in enumerate(Move)}
        return TrendFigures(weeks=tuple(counts), moves=moves, heard=heard, rules=() if agent else RULES)

    def count_ahead(self, weeks: Sequence[Week]) -> None:
        """Noted, whatever goes wrong then."""
        self.ahead.append(len(weeks))
        if self.is_away:
            raise StoreError("The call store failed.", "Restart Calmline.")

    def followed(self, _since: str | None = None, _until: str | None = None) -> list[Followed]:
        """Those of the figures."""
        return [*RULES]

    def close(self) -> None:
        """Nothing is open."""
