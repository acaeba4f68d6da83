"""Whatever is wrong with what a person gives becomes one line and exit status 2, and nothing is written."""

from pathlib import Path

import pytest

from app.paths import bundled
from tests.adapters.recordings import cut_off, empty, excerpt, text_file, tone, write
from tests.cli.commands import assert_refused, calmline, stored_calls


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for what a command writes."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A second of a call."""
    return excerpt(tmp_path / "call.flac", 5.0, 6.0)


def refused(home: Path, out: Path, *arguments: str | Path, named: tuple[str, ...] = ()) -> None:
    """Replay with both outputs asked for."""
    outputs = ("--json", out / "call.json", "--events", out / "events.jsonl")
    assert_refused(calmline("replay", *arguments, *outputs), *named)
    assert list(out.iterdir()) == []
    assert stored_calls(home) == []


@pytest.mark.parametrize(
    "name", ["missing.wav", "empty.wav", "text.wav", "three.wav", "cut_call.flac", "cut_short.wav", "call.raw"]
)
def test_a_recording_that_cannot_be_heard(calmline_home: Path, tmp_path: Path, out: Path, name: str) -> None:
    match name:
        case "empty.wav":
            empty(tmp_path / name)
        case "text.wav" | "call.raw":
            text_file(tmp_path / name)
        case "three.wav":
            write(tmp_path / name, tone(0.2), tone(0.2), tone(0.2))
        case "cut_call.flac":
            cut_off(excerpt(tmp_path / "call.flac", 4.0, 6.0))
        case "cut_short.wav":
            cut_off(write(tmp_path / "short.wav", tone(1), tone(1)))
        case _:
            pass
    refused(calmline_home, out, tmp_path / name, named=(name,))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--playbook", "nope"), ("'nope'", "general")),
        (("--model", "nope"), ("'nope'", "tiny.en")),
        (("--scorer", "nope"), ("'nope'", "calmline")),
        (("--pace", "fast"), ("fast", "realtime", "max")),
        (("--bogus",), ("--bogus", "calmline --help")),
        (("--agent", "left", "--caller", "left"), ("same side",)),
        (("--agent", "middle"), ("'middle'",)),
        (("--caller", "caller.wav"), ("'caller.wav'",)),
        (("another.wav",), ("another.wav",)),
    ],
)
def test_an_option_that_cannot_be_followed(
    calmline_home: Path, out: Path, call: Path, arguments: tuple[str, ...], named: tuple[str, ...]
) -> None:
    refused(calmline_home, out, call, *arguments, named=named)


def test_no_recording_and_one_of_two(calmline_home: Path, tmp_path: Path, out: Path) -> None:
    refused(calmline_home, out, named=("FILE",))
    refused(calmline_home, out, "--agent", write(tmp_path / "agent.wav", tone(0.2)), named=("--caller",))


def test_one_channel_with_two_names_and_one_channel_with_a_bad_playbook(
    calmline_home: Path, tmp_path: Path, out: Path
) -> None:
    mono = write(tmp_path / "mono.wav", tone(0.2))
    refused(calmline_home, out, mono, "--agent", "left", "--caller", "right", named=("one channel",))
    refused(calmline_home, out, mono, "--playbook", "nope", named=("'nope'",))


@pytest.mark.parametrize(
    ("right", "wrong", "nearest"), [("priority =", "pritority =", "priority"), ("phase =", "fase =", "phase")]
)
def test_a_playbook_with_a_misspelt_key(
    calmline_home: Path, tmp_path: Path, out: Path, call: Path, right: str, wrong: str, nearest: str
) -> None:
    text = (bundled("playbooks") / "general.toml").read_text(encoding="utf-8").replace(right, wrong, 1)
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    line = next(number for number, line in enumerate(text.splitlines(), start=1) if wrong in line)
    named = (str(path), f"line {line}", repr(wrong.split(maxsplit=1)[0]), f"Did you mean {nearest!r}?")
    refused(calmline_home, out, call, "--playbook", path, named=named)


@pytest.mark.parametrize(("option", "place"), [("--json", "missing/file.json"), ("--events", ".")])
def test_a_place_that_cannot_be_written(calmline_home: Path, out: Path, call: Path, option: str, place: str) -> None:
    other = "--events" if option == "--json" else "--json"
    done = calmline("replay", call, option, out / place, other, out / "other.json")
    assert_refused(done, "cannot be written")
    assert list(out.iterdir()) == []
    assert stored_calls(calmline_home) == []


GOOD = '{"speaker": "caller", "text": "Hello."}'


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (f'{GOOD}\n{{"speaker": "caller", "txet": "secret"}}\n', ("standard input, line 2", "'text'")),
        (f'{GOOD}\n\n{GOOD}\n{{"speaker": "boss", "text": "secret"}}\n', ("line 4", "'speaker'")),
    ],
)
def test_a_malformed_line_stops_a_score_before_the_first_line_of_output(given: str, named: tuple[str, ...]) -> None:
    assert_refused(calmline("score", "-", given=given), *named)


def test_a_letter_that_is_none_leaves_no_file_of_scores(out: Path) -> None:
    given = f'{GOOD}\n{{"speaker": "caller", "text": "secret \\ud800"}}\n'
    done = calmline("score", "-", "--json", out / "scored.jsonl", given=given)
    assert_refused(done, "line 2")
    assert "secret" not in done.err
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("score", "missing.jsonl"), ("missing.jsonl",)),
        (("score", "-", "--scorer", "nope"), ("'nope'",)),
        (("score", "-", "--json", "/nowhere/at/all.jsonl"), ("cannot be written",)),
        (("score",), ("calmline --help",)),
        (("nonsense",), ("nonsense", "calmline --help")),
    ],
)
def test_a_command_that_cannot_be_followed(arguments: tuple[str, ...], named: tuple[str, ...]) -> None:
    assert_refused(calmline(*arguments, given=GOOD), *named)
