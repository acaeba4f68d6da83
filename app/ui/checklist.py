"""A checklist as one says it."""

from collections.abc import Sequence

from app.core.call_words import own_line
from app.ui.tr import tr, tr_message


def checklist_spoken(items: Sequence[str], done: Sequence[bool]) -> str:
    """One sentence for each item."""
    lines = zip(items, done, strict=True)
    return ". ".join(_line_spoken(tr_message(own_line(item)), is_done=is_done) for item, is_done in lines)


def _line_spoken(item: str, *, is_done: bool) -> str:
    return tr("{item}: done", item=item) if is_done else tr("{item}: to do", item=item)
