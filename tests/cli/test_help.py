"""Every command explains itself."""

import pytest
import typer

from app import __version__
from app.cli import app
from tests.cli.commands import calmline, calmline_from_its_start

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    done = calmline(command, "--help")
    assert (done.status, done.err) == (0, "")
    assert f"Usage: calmline {command}" in done.out or f" {command} " in done.out.splitlines()[0]
    assert "--help" in done.out


def test_help_names_every_command_and_needs_none() -> None:
    done = calmline_from_its_start("--help")
    assert (done.status, done.err) == (0, "")
    assert all(command in done.out for command in COMMANDS)


def test_the_version_is_told() -> None:
    done = calmline_from_its_start("--version")
    assert (done.status, done.out) == (0, f"calmline {__version__}\n")
