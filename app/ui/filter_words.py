"""What is looked for and what was found, in words: as the bar above the list of calls shows it."""

from app.core.call_search import CallFilter, days_of
from app.ui.day_field import day_in_words
from app.ui.tr import tr

_FROM_TO, _FROM, _TO = "{first} to {last}", "From {first}", "Until {last}"
_FOUND = "{found} of {total} calls"
_ALL, _ONE = "{total} calls", "1 call"
_SAMPLED, _SAMPLED_ONE = "A random sample: {found} calls", "A random sample: 1 call"


def as_entry(name: str) -> str:
    """A name as an entry of a menu, where a single sign would mark a letter."""
    return name.replace("&", "&&")


def days_in_words(wanted: CallFilter) -> str:
    """Which days were chosen; "" where none were."""
    first, last = (day_in_words(day) if day else "" for day in days_of(wanted))
    if first and last:
        return tr(_FROM_TO, first=first, last=last)
    return tr(_FROM, first=first) if first else tr(_TO, last=last) if last else ""


def line_of(wanted: CallFilter) -> str:
    """The words as they would be typed."""
    parts = []
    for one in wanted.said:
        words = f'"{" ".join(one.words)}"' if len(one.words) > 1 else one.words[0]
        where = "note:" if one.in_notes else f"{one.by}:" if one.by else ""
        parts.append(f"{'-' if one.is_absent else ''}{where}{words}")
    return " ".join(parts)


def counted(found: int, total: int, *, is_sample: bool) -> str:
    """How many calls there are of how many."""
    if is_sample:
        return tr(_SAMPLED_ONE) if found == 1 else tr(_SAMPLED, found=found)
    if found < total:
        return tr(_FOUND, found=found, total=total)
    return tr(_ONE) if total == 1 else tr(_ALL, total=total)
