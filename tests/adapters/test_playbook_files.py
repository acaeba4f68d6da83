"""Playbooks as files: a mistake is named with its file, line and key; the bundled ones keep to the house's wording."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.playbook_files import PlaybookFolders
from app.compose import open_playbooks
from app.core.errors import PlaybookError
from app.core.events import Move, Phase, Stage, Trend
from app.core.playbook import Moment, Playbook, When
from app.paths import bundled

HEAD = """name = "mine"
title = "Mine"
language = "en"
version = "1"
author = "Me"
date = "2026-01-01"
"""
RULES = """
[[rule]]
id = "first"
stage = "listen"
title = "Let it run"
when = { moment = "caller_turn", phase = ["hot"] }

[[rule]]
id = "second"
stage = "ask"
title = "Ask one thing"
say = "What happened?"
[rule.when]
moment = "caller_pause"
trend = ["rising"]
within_s = 20
"""
WHOLE = HEAD + RULES
BUNDLED = open_playbooks()


def folders(*paths: Path) -> PlaybookFolders:
    return PlaybookFolders(paths, frozenset({"repeat_contact", "escalation"}))


def written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> PlaybookError:
    path = written(folder, text)
    with pytest.raises(PlaybookError) as refused:
        folders().load(str(path))
    assert str(path) in refused.value.message
    assert "\n" not in refused.value.line()
    return refused.value


def line_of(text: str, part: str, *, nth: int = 1) -> int:
    """Number of the nth line that begins with `part`."""
    return [number for number, line in enumerate(text.splitlines(), start=1) if line.startswith(part)][nth - 1]


def test_a_playbook_is_read_with_every_condition(tmp_path: Path) -> None:
    read = folders().load(str(written(tmp_path, WHOLE)))
    assert (read.name, [rule.id for rule in read.rule]) == ("mine", ["first", "second"])
    assert read.rule[0].stage is Stage.LISTEN
    assert read.rule[0].when == When(moment=Moment.CALLER_TURN, phase=(Phase.HOT,))
    assert read.rule[1].when == When(moment=Moment.CALLER_PAUSE, trend=(Trend.RISING,), within_s=20.0)
    assert (read.rule[1].cooldown_s, read.rule[1].done_by) == (40.0, ())


@pytest.mark.parametrize(
    ("right", "wrong", "nearest"),
    [
        ('title = "Ask', 'titel = "Ask', "title"),
        ("say =", "sya =", "say"),
        ("within_s =", "witin_s =", "within_s"),
        ("trend =", "trends =", "trend"),
        ("author =", "auther =", "author"),
    ],
)
def test_a_misspelt_key_is_named_with_its_line_and_the_nearest_valid_key(
    tmp_path: Path, right: str, wrong: str, nearest: str
) -> None:
    text = WHOLE.replace(right, wrong)
    error = refusal(tmp_path, text)
    assert f"line {line_of(text, wrong)}:" in error.message
    assert repr(wrong.split(maxsplit=1)[0]) in error.message
    assert repr(nearest) in error.advice


def test_a_misspelt_key_in_an_inline_table_is_named_with_its_line(tmp_path: Path) -> None:
    text = WHOLE.replace("phase =", "fase =")
    error = refusal(tmp_path, text)
    assert f"line {line_of(text, 'when')}:" in error.message
    assert "'fase'" in error.message
    assert "'phase'" in error.advice


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ('title = "Let it run"\n', line_of(WHOLE, "[[rule]]")),
        ('id = "second"\n', line_of(WHOLE, "[[rule]]", nth=2)),
        ('moment = "caller_turn", ', line_of(WHOLE, "[[rule]]")),
        ('moment = "caller_pause"\n', line_of(WHOLE, "[[rule]]", nth=2)),
        ('title = "Mine"\n', 1),
    ],
)
def test_a_missing_key_is_named_with_the_line_of_its_rule(tmp_path: Path, missing: str, line: int) -> None:
    error = refusal(tmp_path, WHOLE.replace(missing, ""))
    assert f"line {line}:" in error.message
    assert f"{missing.split(maxsplit=1)[0]!r} is missing" in error.message


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ("within_s = 20", 'within_s = "long"', "within_s"),
        ('stage = "ask"', 'stage = "asking"', "stage"),
        ('trend = ["rising"]', 'trend = ["up"]', "trend"),
        ('title = "Ask one thing"', "title = 7", "title"),
        ('moment = "caller_pause"', 'moment = "later"', "moment"),
    ],
)
def test_a_wrong_value_is_named_with_its_key_and_line(tmp_path: Path, right: str, wrong: str, key: str) -> None:
    text = WHOLE.replace(right, wrong)
    error = refusal(tmp_path, text)
    assert f"line {line_of(text, wrong)}:" in error.message
    assert repr(key) in error.message


def test_a_misspelt_signal_is_named_with_its_line_and_the_nearest_there_is(tmp_path: Path) -> None:
    text = WHOLE.replace("within_s = 20", 'signals = ["repeat_contct"]')
    error = refusal(tmp_path, text)
    assert f"line {line_of(text, 'signals')}:" in error.message
    assert "'repeat_contct'" in error.message
    assert "'repeat_contact'" in error.advice


def test_a_fault_in_rules_written_in_one_line_is_named_too(tmp_path: Path) -> None:
    inline = 'rule = [{ id = "a", stage = "ask", titel = "Ask", when = { moment = "start" } }]'
    error = refusal(tmp_path, HEAD + inline)
    assert "'titel'" in error.message
    assert "'title'" in error.advice


def test_two_rules_of_one_id_are_refused(tmp_path: Path) -> None:
    assert "'first'" in refusal(tmp_path, WHOLE.replace('"second"', '"first"')).message


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        "= 1",
        "[[rule]",
        "a = 1\na = 2",
        'rule = "none"',
        "rule = [1]",
        f"a = {'[' * 3000}",
        f"a = {'1' * 5000}",
        "",
    ],
    ids=["no value", "no key", "open bracket", "key twice", "no table", "no rules", "deep", "huge number", "nothing"],
)
def test_what_is_no_playbook_is_refused_with_one_line(tmp_path: Path, text: str) -> None:
    refusal(tmp_path, text)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b'name = "\xff\xfe"\n')
    with pytest.raises(PlaybookError, match="cannot be read"):
        folders().load(str(path))


@pytest.mark.parametrize("name", ["nope", "", "nope.toml", "folder/nope.toml"])
def test_an_unknown_playbook_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlaybookError):
        folders(tmp_path).load(name)


def test_an_unknown_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    written(tmp_path, WHOLE)
    with pytest.raises(PlaybookError, match="'nope'") as refused:
        folders(tmp_path, bundled("playbooks")).load("nope")
    assert all(name in refused.value.advice for name in ("mine", *BUNDLED.names()))


def test_the_users_folder_comes_before_the_bundled_one(tmp_path: Path) -> None:
    written(tmp_path, WHOLE, "general.toml")
    shelf = folders(tmp_path, bundled("playbooks"))
    assert shelf.load("general").author == "Me"
    assert shelf.names().count("general") == 1


@given(st.binary(max_size=200))
def test_random_bytes_raise_nothing_but_a_playbook_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "random.toml"
    path.write_bytes(data)
    with pytest.raises(PlaybookError):
        folders().load(str(path))


VALUES = ["1", "-1.5", '"x"', '["hot"]', "{}", "[[1]]", "true", "2026-01-01", "nan", '{ moment = "start" }', "''"]
KEYS = ["name", "rule", "title", "when", "moment", "stage", "id", "phase", "say", "wehn", '"a b"', "rule.when"]


@given(st.lists(st.one_of(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)).map(" = ".join),
    st.sampled_from(["[[rule]]", "[rule.when]", "[rule]", 'stage = "ask"', 'id = "a"', 'title = "t"']),
), max_size=8))  # fmt: skip
def test_a_file_that_looks_like_a_playbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "like.toml"
    path.write_text(HEAD + "\n".join(lines), encoding="utf-8")
    with suppress(PlaybookError):
        assert isinstance(folders().load(str(path)), Playbook)


# --- the bundled ones --------------------------------------------------------------------------------------------

FORBIDDEN = ("calm down", "unfortunately", "i understand your frustration", "you need to")


@pytest.fixture(params=BUNDLED.names())
def bundled_playbook(request: pytest.FixtureRequest) -> Playbook:
    return BUNDLED.load(request.param)


def test_there_is_a_general_playbook() -> None:
    assert "general" in BUNDLED.names()


def test_a_bundled_playbook_is_named_after_its_file() -> None:
    assert [BUNDLED.load(name).name for name in BUNDLED.names()] == BUNDLED.names()


def test_titles_have_at_most_eight_words_and_lines_sixteen(bundled_playbook: Playbook) -> None:
    long = [rule.id for rule in bundled_playbook.rule if len(rule.title.split()) > 8 or len(rule.say.split()) > 16]
    assert long == []


def test_no_prompt_says_what_makes_callers_angrier(bundled_playbook: Playbook) -> None:
    texts = {rule.id: f"{rule.title} {rule.say} {rule.because}".casefold() for rule in bundled_playbook.rule}
    assert [name for name, text in texts.items() if any(words in text for words in FORBIDDEN)] == []


def test_every_rule_tells_why_also_without_a_reason(bundled_playbook: Playbook) -> None:
    for rule in bundled_playbook.rule:
        assert rule.because, rule.id
        assert rule.because_plain or "{why}" not in rule.because, rule.id


def test_safety_outranks_every_other_rule(bundled_playbook: Playbook) -> None:
    safety = [rule.priority for rule in bundled_playbook.rule if rule.stage is Stage.SAFETY]
    others = [rule.priority for rule in bundled_playbook.rule if rule.stage is not Stage.SAFETY]
    assert safety
    assert min(safety) > max(others)


def test_every_stage_and_only_known_signals_are_used(bundled_playbook: Playbook) -> None:
    assert {rule.stage for rule in bundled_playbook.rule} == set(Stage)
    assert all(isinstance(move, Move) for rule in bundled_playbook.rule for move in rule.done_by)
