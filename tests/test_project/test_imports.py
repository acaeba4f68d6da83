"""The core is pure: standard library and itself, no clock, chance, threads or files. What app imports is declared."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = ROOT / "app" / "core"
THREADS = frozenset({"asyncio", "concurrent", "multiprocessing", "queue", "sched", "signal", "subprocess", "threading"})
FILES = frozenset(
    {"glob", "io", "logging", "os", "pathlib", "shutil", "socket", "sqlite3", "sys", "tempfile", "urllib"}
)
CLOCK_AND_CHANCE = frozenset({"random", "secrets", "time", "uuid"})
IMPURE_MODULES = THREADS | FILES | CLOCK_AND_CHANCE
IMPURE_CALLS = frozenset({"open", "input", "print", "exec", "eval", "__import__"})
CLOCK_READS = frozenset({"now", "utcnow", "today"})


def imported_modules(node: ast.AST) -> tuple[str, ...]:
    match node:
        case ast.Import(names=names):
            return tuple(alias.name for alias in names)
        case ast.ImportFrom(module=module, level=level):
            return ("." * level + (module or ""),)
        case _:
            return ()


def may_import(module: str) -> bool:
    root = module.partition(".")[0]
    if root == "app":
        return module == "app.core" or module.startswith("app.core.")
    return root in sys.stdlib_module_names and root not in IMPURE_MODULES


def breaches(source: str) -> Iterator[str]:
    """Name what in `source` has no place in the core, with its line."""
    for node in ast.walk(ast.parse(source)):
        line = getattr(node, "lineno", 0)
        for module in imported_modules(node):
            if not may_import(module):
                yield f"line {line}: imports {module}"
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_CALLS:
                yield f"line {line}: calls {name}()"
            case ast.Attribute(attr=name) if name in CLOCK_READS:
                yield f"line {line}: reads the clock with {name}()"


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: path.relative_to(CORE).as_posix())
def test_core_module_is_pure(path: Path) -> None:
    assert list(breaches(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "breach"),
    [
        ("import numpy", "imports numpy"),
        ("def f():\n    import app.adapters.whisper", "imports app.adapters.whisper"),
        ("from app import settings", "imports app"),
        ("from ..ui import bridge", "imports ..ui"),
        ("import threading", "imports threading"),
        ("from time import monotonic", "imports time"),
        ("import random", "imports random"),
        ("open('call.wav')", "calls open()"),
        ("datetime.now()", "reads the clock with now()"),
        ("datetime.datetime.now()", "reads the clock with now()"),
    ],
)
def test_a_breach_is_named(source: str, breach: str) -> None:
    assert [found.partition(": ")[2] for found in breaches(source)] == [breach]


def test_pure_code_passes() -> None:
    pure = "import re\nfrom dataclasses import dataclass\nfrom app.core import wire\nfrom app.core.events import Event"
    assert list(breaches(pure)) == []


def test_app_imports_only_libraries_that_it_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {normalised(re.split(r"[<>=;~! ]", line)[0]) for line in project["dependencies"]}
    packages = packages_distributions()
    undeclared = {
        root for root in third_party_roots() if declared.isdisjoint(map(normalised, packages.get(root, [root])))
    }
    assert undeclared == set()


def third_party_roots() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "app").rglob("*.py"))
    modules = {module for tree in trees for node in ast.walk(tree) for module in imported_modules(node)}
    return {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - {"app"}


def normalised(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
