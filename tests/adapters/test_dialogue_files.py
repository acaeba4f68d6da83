"""Dialogues as JSON lines: a fault is named with its line, and never repeats the words."""

import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.dialogue_files import judged_line, parse_dialogues, read_dialogues
from app.core.dialogue import Judged, Line
from app.core.errors import InputError
from app.core.events import Channel

CALLER = '{"speaker": "caller", "text": "My secret is plain."}'
AGENT = '{"speaker": "agent", "text": "Okay.", "start_s": 3, "end_s": 4.5}'


def parse(text: str) -> list[list[Line]]:
    return parse_dialogues(io.StringIO(text), "lines")


def test_lines_are_read_with_their_times() -> None:
    assert parse(f"{CALLER}\n{AGENT}\n") == [
        [
            Line(speaker=Channel.CALLER, text="My secret is plain."),
            Line(speaker=Channel.AGENT, text="Okay.", start_s=3.0, end_s=4.5),
        ]
    ]


@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_blank_lines_part_dialogues(blank: str) -> None:
    found = parse(f"{blank}\n{CALLER}\n{blank}\n{blank}\n{AGENT}\n{CALLER}")
    assert [len(dialogue) for dialogue in found] == [1, 2]


def test_no_line_is_no_dialogue() -> None:
    assert parse("") == parse("\n\n") == []


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        ("secret", "not a JSON object"),
        ('["secret"]', "not a JSON object"),
        ("1", "not a JSON object"),
        ("null", "not a JSON object"),
        ('{"speaker": "caller"}', "'text' is missing"),
        ('{"text": "secret"}', "'speaker' is missing"),
        ('{"speaker": "secret", "text": "secret"}', "'speaker' must be caller or agent"),
        ('{"speaker": "unknown", "text": "secret"}', "'speaker' must be caller or agent"),
        ('{"speaker": "caller", "text": 7}', "'text'"),
        ('{"speaker": "caller", "text": "secret", "start_s": "1"}', "'start_s'"),
        ('{"speaker": "caller", "text": "secret", "start_s": -1}', "'start_s'"),
        ('{"speaker": "caller", "text": "secret", "end_s": NaN}', "'end_s'"),
        ('{"speaker": "caller", "text": "secret", "end_s": 1e999}', "'end_s'"),
        ('{"speaker": "caller", "text": "secret", "start_s": true}', "'start_s'"),
        ('{"speaker": "caller", "text": "secret", "start_s": 5, "end_s": 4}', "line 2"),
        ('{"speaker": "caller", "text": "secret \\ud800"}', "'text'"),
        ('{"speaker": "caller", "text": "secret", "start_s": 1' + "0" * 400 + "}", "line 2"),
        ('{"speaker": "caller", "text": "secret", "start_s": 1' + "0" * 5000 + "}", "line 2"),
        ("[" * 20_000, "line 2"),
    ],
)
def test_a_malformed_line_is_named_by_number_and_never_repeated(bad: str, named: str) -> None:
    with pytest.raises(InputError) as refused:
        parse(f"{AGENT}\n{bad}\n{CALLER}")
    assert "lines, line 2:" in refused.value.message
    assert named in refused.value.message
    assert "secret" not in refused.value.line()
    assert "\n" not in refused.value.line()


def test_the_last_line_is_checked_too() -> None:
    with pytest.raises(InputError, match="line 4"):
        parse(f"{CALLER}\n\n{CALLER}\n{{")


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "dialogue.jsonl"
    path.write_bytes('{"speaker": "caller", "text": "Zoë’s café"}\r\n'.encode())
    assert read_dialogues(path)[0][0].text == "Zoë’s café"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes('{"speaker": "caller", "text": "Zoë"}'.encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        read_dialogues(latin)
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            read_dialogues(path)


@given(st.binary(max_size=100), st.booleans())
def test_random_bytes_raise_nothing_but_an_input_error(data: bytes, is_json: bool) -> None:  # noqa: FBT001 - drawn
    line = b'{"speaker": "caller", "text": "' + data + b'"}' if is_json else data
    with suppress(InputError):
        parse_dialogues(io.TextIOWrapper(io.BytesIO(line), encoding="utf-8"), "random")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["caller", "agent", "x"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=3,
)


@given(st.dictionaries(st.sampled_from(["speaker", "text", "start_s", "end_s", "other"]), VALUES))
def test_any_object_is_a_line_or_refused(value: dict[str, object]) -> None:
    with suppress(InputError):
        assert len(parse(json.dumps(value))) == 1


def test_a_judged_line_repeats_what_was_given_with_rounded_scores() -> None:
    line = Line(speaker=Channel.CALLER, text="It is 4111 1111 1111 1111, Zoë.", start_s=3.0)
    judged = Judged(text="It is [card], Zoë.", heat=0.123456, level=0.5, events=())
    assert json.loads(judged_line(line, judged)) == {
        "speaker": "caller", "text": "It is [card], Zoë.", "start_s": 3.0, "heat": 0.1235, "level": 0.5,
    }  # fmt: skip
    quiet = Judged(text="Okay.", heat=None, level=None, events=())
    assert json.loads(judged_line(Line(speaker=Channel.AGENT, text="Okay."), quiet)) == {
        "speaker": "agent", "text": "Okay.", "heat": None, "level": None,
    }  # fmt: skip
