"""Write the catalogues that translators work on: every text of the windows, read from the code.

python -m tools.make_texts assets/translations

Each calmline_xx.ts in the folder gets the texts of today and keeps its translations of those; calmline_en.ts is there
always. lupdate is no help here: it sees neither the core's sentences nor constants that are named where they are shown.
"""

import ast
import importlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree as ET

from app.core import errors
from app.core.moods import NEARLY_HOT, Level
from app.core.setting_kinds import Number, OneOf, Switch
from app.core.setting_list import SETTINGS, Group
from app.ui.tr import CONTEXT

ROOT = Path(__file__).parents[1]
ENGLISH = "calmline_en.ts"
_SAYS = {"tr": 0, "Message": 0, "sentences": 0, "SettingError": 1} | {
    name: 0 for name, made in vars(errors).items() if isinstance(made, type) and name not in {"SettingError", "Message"}
}
"""Calls whose arguments are texts, and the first of these arguments."""

_CALLS = re.compile(rf"\b(?:{'|'.join(_SAYS)})\(")
"""What a file has that is worth the time to parse it."""

_TERMINAL_ONLY = ("app/cli.py", "_options.py", "app/desktop.py", "app/terminal/", "_commands.py")


@dataclass(slots=True)
class Text:
    """Where a text stands, and whether it counts something."""

    files: set[str] = field(default_factory=set)
    counts: bool = False


class HiddenTextError(Exception):
    """A text that no translator would find: put together before it is looked up."""


def texts() -> dict[str, Text]:
    """Every text of the windows. Raises HiddenTextError."""
    found: dict[str, Text] = defaultdict(Text)
    for path in sorted((ROOT / "app").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        source = path.read_text(encoding="utf-8")
        if _CALLS.search(source) and not any(part in file for part in _TERMINAL_ONLY):
            _read(file, list(ast.walk(ast.parse(source))), found)
    for text in _of_lists():
        found[text].files.add("app/core/setting_list.py")
    for word in (*(level.value for level in Level), NEARLY_HOT):
        found[word].files.add("app/core/moods.py")
    return {text: about for text, about in sorted(found.items()) if any(map(str.isalpha, text))}


def _read(file: str, nodes: Sequence[ast.AST], found: dict[str, Text]) -> None:
    loops = _loops(nodes)
    for call in (node for node in nodes if isinstance(node, ast.Call)):
        if not isinstance(call.func, ast.Name) or call.func.id not in _SAYS:
            continue
        for argument in call.args[_SAYS[call.func.id] :]:
            if isinstance(argument, ast.JoinedStr | ast.BinOp):
                raise HiddenTextError(f"{file}, line {call.lineno}: give the text's values by name, not in an f-string")
            for text in _strings(_values(argument, file, loops)):
                found[text].files.add(file)
                found[text].counts |= any(keyword.arg == "count" for keyword in call.keywords)


def _loops(nodes: Sequence[ast.AST]) -> dict[str, list[ast.expr]]:
    """What the names that loops go over may stand for."""
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.For | ast.comprehension):
            for name in ast.walk(node.target):
                if isinstance(name, ast.Name):
                    found[name.id].append(node.iter)
    return found


def _values(shown: ast.expr, file: str, loops: Mapping[str, list[ast.expr]]) -> list[object]:
    """What an expression may come to, as far as constants tell; nothing for what is known only in a call."""
    found: list[object] = []
    match shown:
        case ast.Constant(value=value):
            found = [value]
        case ast.IfExp(body=one, orelse=other):
            found = [*_values(one, file, loops), *_values(other, file, loops)]
        case ast.Name(id=name) if name in loops:
            others = {known: loops[known] for known in loops if known != name}
            found = [part for whole in loops[name] for part in _values(whole, file, others)]
        case ast.Name(id=name):
            module = importlib.import_module(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
            found = [vars(module)[name]] if name in vars(module) else []
        case ast.Subscript(value=whole):
            found = [part for value in _values(whole, file, loops) for part in _parts(value)]
        case ast.Attribute(value=whole, attr=attribute):
            found = [made for value in _values(whole, file, loops) if (made := getattr(value, attribute, None))]
        case ast.Call(func=ast.Attribute(value=whole, attr="get" | "items" | "values"), args=arguments):
            found = [part for value in _values(whole, file, loops) for part in _parts(value)]
            found += [value for argument in arguments[1:] for value in _values(argument, file, loops)]
    return found


def _parts(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, tuple | list) else []


def _strings(values: list[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str) and not isinstance(value, Enum):
            yield value
        else:
            yield from _strings(_parts(value))


def _of_lists() -> Iterator[str]:
    """What the list of settings says of each."""
    yield from (group.value for group in Group)
    for setting in SETTINGS.values():
        if setting.group is None:
            continue
        yield from (setting.title, setting.help)
        match setting.kind:
            case OneOf(titles=titles):
                yield from titles.values()
            case Number(unit=unit, zero=zero, top=top):
                yield from (unit, zero, top)
            case Switch(label=words):
                yield words


def write(folder: Path) -> list[Path]:
    """Bring every catalogue in a folder up to date; which these are."""
    folder.mkdir(parents=True, exist_ok=True)
    known = texts()
    files = sorted({folder / ENGLISH, *folder.glob("calmline_*.ts")})
    for file in files:
        file.write_text(_catalogue(file, known), encoding="utf-8")
    return files


def _catalogue(file: Path, known: Mapping[str, Text]) -> str:
    before = dict(_translated(file)) if file.exists() else {}
    language = file.stem.partition("_")[2]
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, about in known.items():
        message = ET.SubElement(context, "message", {"numerus": "yes"} if about.counts else {})
        for place in sorted(about.files):
            ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = text
        message.append(before.get(text, ET.Element("translation", type="unfinished")))
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def _translated(file: Path) -> Iterator[tuple[str, ET.Element]]:
    for message in ET.parse(file).iter("message"):  # noqa: S314 - a catalogue of our own
        translation = message.find("translation")
        if translation is not None:
            yield message.findtext("source", ""), translation


if __name__ == "__main__":
    for written in write(Path(sys.argv[1])):
        print(written)
