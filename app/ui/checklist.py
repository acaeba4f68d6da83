"""A checklist as lines of text."""

from collections.abc import Sequence

from app.core.playbook import ANNOUNCED
from app.ui.tr import tr

_DONE, _OPEN = "✓", "○"


def checklist_text(items: Sequence[str], done: Sequence[bool]) -> str:
    """One line for each item, with a sign that tells whether it is done."""
    lines = zip(items, done, strict=True)
    return "\n".join(f"{_DONE if is_done else _OPEN}  {_said(item)}" for item, is_done in lines)


def _said(item: str) -> str:
    """A playbook's line is in the language of its calls; Calmline's own in that of the windows."""
    return tr(item) if item == ANNOUNCED else item
