"""A checklist as lines of text."""

from collections.abc import Sequence

from app.core.playbook import ANNOUNCED, TELL_THEM
from app.ui.tr import tr

_DONE, _OPEN = "✓", "○"


def checklist_text(items: Sequence[str], done: Sequence[bool]) -> str:
    """One line for each item, with a sign that tells whether it is done."""
    lines = zip(items, done, strict=True)
    return "\n".join(f"{_DONE if is_done else _OPEN}  {_said(item)}" for item, is_done in lines)


def checklist_spoken(items: Sequence[str], done: Sequence[bool]) -> str:
    """The same as one says it."""
    return ". ".join(_line_spoken(_said(item), is_done=is_done) for item, is_done in zip(items, done, strict=True))


def _line_spoken(item: str, *, is_done: bool) -> str:
    return tr("{item}: done", item=item) if is_done else tr("{item}: to do", item=item)


def _said(item: str) -> str:
    """A playbook's line is in the language of its calls; Calmline's own in that of the windows."""
    if item == ANNOUNCED:
        return tr(ANNOUNCED)
    return tr(TELL_THEM) if item == TELL_THEM else item
