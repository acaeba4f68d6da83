"""A sentence with values in it that can still be said in another language."""

from collections.abc import Iterable
from typing import Self


class Message(str):
    """The English sentence, which keeps what it was made of; to every reader but a translation it is plain text.

    Values that are Messages themselves are translated with it, all others are names and figures.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """The template with `values` in its `{names}`; without values it stays as it is, and so does a Message."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        if isinstance(template, Message) and not values:
            made.template, made.values = template.template, template.values
        return made


def sentences(first: str, then: str) -> Message:
    """Two sentences, one after the other; either may be empty."""
    if not first or not then:
        return Message(first or then)
    return Message("{first} {then}", first=Message(first), then=Message(then))


class Joined(Message):
    """Texts one after the other with the same sign between them; those that are Messages can still be translated."""

    __slots__ = ("between", "parts")

    between: str
    parts: tuple[str, ...]

    def __new__(cls, between: str, parts: Iterable[str]) -> Self:
        """The `parts` with `between` between them."""
        kept = tuple(parts)
        made = super().__new__(cls, between.join(kept))
        made.between, made.parts = between, kept
        return made
