"""Trends counted over documents in memory: the second store that the contract of trends runs on."""

from collections import Counter
from collections.abc import Sequence

from app.core.call_search import Course, course_of, in_utc, moves_made
from app.core.consent import NOT_HEARD
from app.core.document import CallDocument
from app.core.followed import Followed, what_followed
from app.core.practice import is_practice
from app.core.small_groups import too_few
from app.core.trend_port import Told
from app.core.trends import TrendFigures, Week, WeekCounts
from tests.memory_store import MemoryStore


class MemoryTrends:
    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def figures(self, weeks: Sequence[Week], agent: str | None = None, _told: Told | None = None) -> TrendFigures:
        self._store._reach()
        if not weeks:
            return TrendFigures(weeks=())
        calls = self._calls(weeks[0].since, weeks[-1].until, agent)
        every = [call for call in calls if course_of(call) is not None and call.call.source != NOT_HEARD]
        apart = too_few(Counter(call.call.agent or "" for call in every))
        heard = [call for call in every if (call.call.agent or "") not in apart]
        spans = [self._calls(week.since, week.until, agent) for week in weeks]
        names = {call.call.agent or "" for call in calls} if agent is None else set()
        return TrendFigures(
            weeks=tuple(map(self._counts, spans)),
            people={
                name: tuple(self._counts([call for call in span if (call.call.agent or "") == name]) for span in spans)
                for name in names
            },
            moves=Counter(move for call in heard for move in moves_made(call)),
            heard=len(heard),
            rules=() if agent is not None else tuple(self.followed(weeks[0].since, weeks[-1].until)),
        )

    def count_ahead(self, _weeks: Sequence[Week]) -> None:
        self._store._reach()

    def followed(self, since: str | None = None, until: str | None = None) -> list[Followed]:
        self._store._reach()
        return what_followed(self._calls(since or "", until or "~", None))

    def close(self) -> None:
        """Nothing is open."""

    def _calls(self, since: str, until: str, agent: str | None) -> list[CallDocument]:
        return [
            call
            for call in self._store.documents.values()
            if since <= in_utc(call.call.started_at) < until
            and not is_practice(call.call.source)
            and agent in {None, call.call.agent}
        ]

    def _counts(self, calls: Sequence[CallDocument]) -> WeekCounts:
        courses = [course_of(call) for call in calls]
        calm_s = [call.summary.time_to_calm_s for call in calls if course_of(call) is Course.CALMED]
        promises = [count for call in calls if (count := self._store.promises[call.call.id]) is not None]
        return WeekCounts(
            scored=sum(course is not None for course in courses),
            unscored=courses.count(None),
            heated=sum(course in {Course.CALMED, Course.HOT} for course in courses),
            calm_s=tuple(sorted(seconds for seconds in calm_s if seconds is not None)),
            noted=len(promises),
            promises=sum(promises),
            squares=sum(count * count for count in promises),
        )
