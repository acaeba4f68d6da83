"""A checklist as lines of text."""

from collections.abc import Sequence

_DONE, _OPEN = "✓", "○"


def checklist_text(items: Sequence[str], done: Sequence[bool]) -> str:
    """One line for each item, with a sign that tells whether it is done."""
    return "\n".join(f"{_DONE if is_done else _OPEN}  {item}" for item, is_done in zip(items, done, strict=True))
