"""What the pages say can be followed: links lead somewhere, commands, options and make targets exist."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from typer.testing import CliRunner

from app.cli import app

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\(([^)#\s]+)")
COMMAND = re.compile(r"(?:^|`|\$ |/)calmline (?P<name>[a-z]+)(?P<rest>[^`\n]*)", re.MULTILINE)
OPTION = re.compile(r"--[a-z][a-z-]+")
TARGET = re.compile(r"(?:^|`|\$ )make ([a-z]+)", re.MULTILINE)


def pages() -> Iterator[tuple[Path, str]]:
    for page in (ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))):
        yield page, page.read_text(encoding="utf-8")


@lru_cache
def help_of(command: str) -> str:
    """Help text of a command, empty where there is no such command."""
    done = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "200"})
    return done.output if done.exit_code == 0 else ""


def missing_from_help(text: str) -> Iterator[str]:
    for use in COMMAND.finditer(text):
        shown = help_of(use["name"])
        if not shown:
            yield f"calmline {use['name']}"
        options = OPTION.findall(use["rest"])
        part = use["rest"].split()[:1]
        if options and part and f" {part[0]} " in shown:
            shown += help_of(f"{use['name']} {part[0]}")
        yield from (f"calmline {use['name']} {option}" for option in options if option not in shown)


def test_links_lead_to_files() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page, text in pages()
        for target in LINK.findall(text)
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]
    assert broken == []


def test_commands_and_options_exist() -> None:
    assert [f"{page.relative_to(ROOT)}: {name}" for page, text in pages() for name in missing_from_help(text)] == []


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    asked = {name for _, text in pages() for name in TARGET.findall(text)}
    assert asked <= targets
