"""Scorecards: what a reviewer asks of a call, item by item, as read from TOML or kept with a score."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeVar

from app.core.errors import ScorecardError
from app.core.message import Message
from app.core.setting_list import nearest

LONGEST_NAME = 64
LONGEST_TEXT = 4000
MOST_WEIGHT = 1000.0
MOST_VERSION = 1_000_000_000

_Value = TypeVar("_Value")

Place = tuple[str | int, ...]
LineOf = Callable[[Place], int | None]
"""The line of a value by the keys and numbers on the way to it; None where there is no file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question that is answered with pass, fail or not applicable; `help` says when it passes.

    One that fails and is `critical` fails the whole call; one that does not count toward the score has no weight in it.
    """

    id: str
    question: str
    help: str = ""
    weight: float = 1.0
    critical: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items under one heading."""

    title: str
    item: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A card under its name; whoever changes anything of it gives it another version."""

    name: str
    title: str
    version: int
    language: str
    author: str
    date: str
    section: tuple[Section, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in their order."""
        return tuple(item for section in self.section for item in section.item)


@dataclass(frozen=True, slots=True)
class _Source:
    """The file of a card, and where in it a value stands."""

    file: str
    line_of: LineOf


def read_card(data: Mapping[str, Any], file: str, line_of: LineOf = lambda _: None) -> Scorecard:
    """The card of a parsed TOML file. Raises ScorecardError, which names file, line, place, key and what to do."""
    source = _Source(file, line_of)
    top = _Table(data, source, "at the top", (), Scorecard)
    parts = enumerate(top.tables("section", "[[section]]"))
    card = Scorecard(
        name=top.text("name", longest=LONGEST_NAME),
        title=top.text("title"),
        version=top.version(),
        language=top.text("language"),
        author=top.text("author"),
        date=top.text("date"),
        section=tuple(_section(source, number, part) for number, part in parts),
    )
    _check_ids(card, top)
    return card


def card_data(card: Scorecard) -> dict[str, Any]:
    """What `read_card` makes the same card of; it holds lists, texts, numbers and booleans alone."""
    data = asdict(card)
    data["section"] = [{**section, "item": list(section["item"])} for section in data["section"]]
    return data


def check_bumped(card: Scorecard, used: Iterable[Scorecard]) -> None:
    """Raises ScorecardError where calls were scored by another card of the same name and version."""
    newest = max((one.version for one in used if one.name == card.name), default=0)
    if all(one == card for one in used if (one.name, one.version) == (card.name, card.version)):
        return
    raise ScorecardError(
        "The scorecard {name!r} was changed, and its version is still {version}: calls were scored by that already.",
        "Write version = {next} in its file, so that those scores keep the card they were given by.",
        name=card.name,
        version=card.version,
        next=newest + 1,
    )


class _Table:
    """One table of a file, which may hold the keys that a class has as fields."""

    def __init__(self, data: Mapping[str, Any], source: _Source, place: str, way: Place, kind: type) -> None:
        self._source = source
        self._place, self._way = place, way
        self._data = data
        known = [field.name for field in fields(kind)]
        unknown = next((key for key in data if key not in known), None)
        if unknown is not None:
            raise self.fault(f"unknown key {unknown!r}.", f"Did you mean {nearest(unknown, known)!r}?", unknown)

    def fault(self, what: str, advice: str, *keys: str | int) -> ScorecardError:
        """An error at this table, or further on the way to a value."""
        line = self._source.line_of((*self._way, *keys))
        named = {"file": self._source.file, "place": self._place, "what": what}
        if line is None:
            return ScorecardError(Message("The scorecard {file}, {place}: {what}", **named), advice)
        return ScorecardError(Message("The scorecard {file}, line {line}, {place}: {what}", line=line, **named), advice)

    def text(self, key: str, default: str | None = None, longest: int = LONGEST_TEXT) -> str:
        """A text; without a default it has to be there and to hold something."""
        value = self._checked(key, str, default, "a text in quotes")
        if default is None and not value.strip():
            raise self.fault(f"{key!r} is empty.", "Write something there.", key)
        if len(value) > longest:
            raise self.fault(f"{key!r} is too long.", f"At the most {longest} signs.", key)
        return value

    def switch(self, key: str, *, default: bool) -> bool:
        """True or false."""
        return self._checked(key, bool, default, "true or false")

    def version(self) -> int:
        """A whole number from 1 that a store can hold."""
        value = self._checked("version", int, None, "a whole number without quotes")
        if isinstance(value, bool) or value < 1:
            raise self.fault("'version' has to be a whole number from 1.", "Correct the value.", "version")
        if value > MOST_VERSION:
            raise self.fault("'version' is too large.", f"At the most {MOST_VERSION}.", "version")
        return value

    def weight(self) -> float:
        """How much an item counts beside the others, above 0."""
        value = self._data.get("weight", 1.0)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 < value <= MOST_WEIGHT:
            what = f"'weight' has to be a number above 0 and up to {MOST_WEIGHT:g}."
            raise self.fault(what, "An item that is not to count has counts = false.", "weight")
        return float(value)

    def tables(self, key: str, head: str) -> list[Mapping[str, Any]]:
        """The tables of a list under a head; there has to be one."""
        value = self._data.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(one, Mapping) for one in value):
            raise self.fault(f"there is no {key}.", f"Add one under {head}.", key)
        return value

    def _checked(self, key: str, kind: type[_Value], default: _Value | None, wanted: str) -> _Value:
        value = self._data.get(key, default)
        if value is None:
            raise self.fault(f"the key {key!r} is missing.", "Add it.", key)
        if not isinstance(value, kind):
            raise self.fault(f"{key!r} has to be {wanted}.", "Correct the value.", key)
        return value


def _section(source: _Source, number: int, data: Mapping[str, Any]) -> Section:
    table = _Table(data, source, f"section {number + 1}", ("section", number), Section)
    items = enumerate(table.tables("item", "[[section.item]]"))
    return Section(title=table.text("title"), item=tuple(_item(source, number, place, part) for place, part in items))


def _item(source: _Source, section: int, number: int, data: Mapping[str, Any]) -> Item:
    place = f"section {section + 1}, item {number + 1}"
    table = _Table(data, source, place, ("section", section, "item", number), Item)
    item = Item(
        id=table.text("id", longest=LONGEST_NAME),
        question=table.text("question"),
        help=table.text("help", ""),
        weight=table.weight(),
        critical=table.switch("critical", default=False),
        counts=table.switch("counts", default=True),
    )
    if item.critical and not item.counts:
        advice = "Take out counts = false, or critical = true."
        raise table.fault("an item that is critical has to count.", advice, "counts")
    return item


def _check_ids(card: Scorecard, top: _Table) -> None:
    """Raises ScorecardError where two items have one id, at the second of them."""
    seen = set[str]()
    for number, section in enumerate(card.section):
        for place, item in enumerate(section.item):
            if item.id in seen:
                where = ("section", number, "item", place, "id")
                raise top.fault(f"two items have the id {item.id!r}.", "Rename one of them.", *where)
            seen.add(item.id)
