"""What is kept, in plain words: how much, how large, since when, and what goes when."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from app.core.figures import Figure
from app.core.keeping import FOR_GOOD, Files, Part
from app.core.kept import KeptState
from app.core.sizes import size_in_words
from app.ui.tr import tr
from app.ui.words import breakable

_DAY = "d MMM yyyy"
_NONE = "None"
_AFTER = {0: "When their day is over", 1: "A day after the call"}


def kept_figures(state: KeptState, now: datetime) -> tuple[Figure, ...]:
    """One line for each kind of what is kept, nothing before it is known."""
    found, files = state.overview, state.files
    if found is None or files is None:
        return ()
    undated = (Figure(name=tr("Without a date"), text=tr("{number}: delete them by hand", number=found.undated)),)
    return (
        Figure(name=tr("Calls with words"), text=_part(found.with_words)),
        Figure(name=tr("Figures alone"), text=_part(found.figures_alone)),
        Figure(name=tr("On legal hold"), text=_part(found.held)),
        *(undated if found.undated else ()),
        Figure(name=tr("Words go"), text=_rule(min(state.days.text, state.days.figures), found.words_go, now.date())),
        Figure(name=tr("Whole calls go"), text=_rule(state.days.figures, found.calls_go, now.date())),
        Figure(name=tr("The store"), text=tr("{size} in all", size=size_in_words(files.store.size_bytes))),
        *((Figure(name=tr("Not stored yet"), text=_files(files.journals)),) if files.journals.count else ()),
        *((Figure(name=tr("Older copies"), text=_files(files.copies)),) if files.copies.count else ()),
        Figure(name=tr("Sound and logs"), text=tr("Never kept")),
        Figure(name=tr("Folder"), text=breakable(state.home)),
    )


def is_due(state: KeptState, now: datetime) -> bool:
    """Whether something is older than it is kept."""
    found = state.overview
    days = () if found is None else (found.words_go, found.calls_go)
    return any(day is not None and day <= now.date() for day in days)


def _part(part: Part) -> str:
    return _row(part.count, part.size_bytes, part.oldest)


def _files(files: Files) -> str:
    return _row(files.count, files.size_bytes, files.oldest and files.oldest.astimezone().date())


def _row(number: int, size_bytes: int, oldest: date | None) -> str:
    if not number:
        return tr(_NONE)
    size = size_in_words(size_bytes)
    if oldest is None:
        return tr("{number} ({size})", number=number, size=size)
    return tr("{number} ({size}), the oldest of {day}", number=number, size=size, day=_day(oldest))


def _rule(days: int, next_day: date | None, today: date) -> str:
    if days >= FOR_GOOD:
        return tr("Never by themselves")
    after = tr(_AFTER.get(days, "{days} days after the call"), days=days)
    if next_day is None:
        return after
    if next_day <= today:
        return tr("{after}; some are due now", after=after)
    return tr("{after}; the next on {day}", after=after, day=_day(next_day))


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), tr(_DAY))
