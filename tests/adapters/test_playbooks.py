"""Playbooks as files: a mistake is named with its file, line and key; the bundled ones keep to the house's wording."""

from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.playbooks.folders import PlaybookFolders
from app.adapters.playbooks.last_good import LastGood
from app.compose import open_playbooks, read_lexicon, rule_titles
from app.core.danger import Danger
from app.core.errors import PlaybookError
from app.core.events import Move, Phase, Stage, Trend
from app.core.playbook import Boundary, Disclosure, Item, Moment, Playbook, When
from app.core.playbook_wording import remarks_on
from app.paths import bundled
from app.settings import Settings

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


@cache
def bundled_signals() -> frozenset[str]:
    return frozenset([*(category.name for category in read_lexicon().categories), *map(str, Danger)])


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


def test_a_name_that_no_file_can_have_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError) as refused:
        folders(tmp_path).load("x" * 300)
    assert "\n" not in refused.value.line()


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


# --- one that extends another ------------------------------------------------------------------------------------

CHILD = HEAD.replace('"mine"', '"child"') + 'extends = "mine"\n'


def child(folder: Path, text: str) -> Playbook:
    """A playbook that extends the whole one."""
    if not (folder / "mine.toml").exists():
        written(folder, WHOLE)
    written(folder, CHILD + text, "child.toml")
    return folders(folder).load("child")


def test_one_that_extends_another_adds_rules_and_replaces_those_of_the_same_id(tmp_path: Path) -> None:
    read = child(tmp_path, RULES.replace('"first"', '"third"').replace("Ask one thing", "Ask another"))
    assert (read.name, [rule.id for rule in read.rule]) == ("child", ["first", "second", "third"])
    assert read.rule[1].title == "Ask another"


def test_one_that_extends_another_can_turn_rules_off(tmp_path: Path) -> None:
    assert [rule.id for rule in child(tmp_path, 'off = ["first"]\n').rule] == ["second"]


def test_a_rule_that_is_turned_off_and_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PlaybookError, match="unknown rule 'frist'") as refused:
        child(tmp_path, 'off = ["frist"]\n')
    assert "'first'" in refused.value.advice
    assert f"line {line_of(CHILD, 'extends') + 1}:" in refused.value.message


LISTS = """
closing_says = ["bye"]
[boundary]
warnings = 2
warning = "One more time and I end the call."
[disclosure]
text = "Say it"
[[opening]]
text = "Greet"
done_by = ["greeting"]
[[duty]]
text = "Name the ombudsman"
caller_says = ["ombudsman"]
[[grant]]
what = "late fee"
caller_says = ["late fee"]
"""


def test_what_it_does_not_say_is_as_in_the_one_that_it_extends(tmp_path: Path) -> None:
    written(tmp_path, HEAD + LISTS + RULES)
    same = child(tmp_path, "")
    assert (same.opening, same.boundary.warnings) == ((Item(text="Greet", done_by=(Move.GREETING,)),), 2)
    assert same.disclosure == Disclosure(text="Say it")
    other = child(tmp_path, '[[opening]]\ntext = "Smile"\n[[duty]]\ntext = "More"\ncaller_says = ["more"]\n')
    assert [item.text for item in other.opening] == ["Smile"]
    assert [duty.text for duty in other.duty] == ["More", "Name the ombudsman"]
    assert other.granted(" . a late fee . ") == "late fee"


def test_tables_of_ones_own_are_put_over_those_of_the_one_that_is_extended_key_by_key(tmp_path: Path) -> None:
    lines = '[safety]\nself_harm = "Desk 55"\nthreat = "Desk 56"\n'
    written(tmp_path, HEAD + LISTS + lines + RULES)
    read = child(tmp_path, '[safety]\nchild = "Desk 57"\n[boundary]\nwarnings = 3\n[disclosure]\nannounced = true\n')
    assert (read.safety.self_harm, read.safety.threat, read.safety.child) == ("Desk 55", "Desk 56", "Desk 57")
    assert (read.boundary.warnings, read.boundary.warning) == (3, "One more time and I end the call.")
    assert read.disclosure == Disclosure(text="Say it", announced=True)


def test_a_disclosure_needs_its_text_from_somewhere(tmp_path: Path) -> None:
    text = HEAD + "[disclosure]\nannounced = true\n" + RULES
    error = refusal(tmp_path, text)
    assert "'text' is missing" in error.message


def test_a_path_that_is_extended_is_seen_from_the_file(tmp_path: Path) -> None:
    written(tmp_path, WHOLE)
    path = written(tmp_path, CHILD.replace('"mine"', '"./mine.toml"'), "child.toml")
    assert [rule.id for rule in folders().load(str(path)).rule] == ["first", "second"]


def test_a_centres_own_playbook_can_extend_the_bundled_one_of_its_name(tmp_path: Path) -> None:
    written(tmp_path, CHILD.replace('"child"', '"general"').replace('"mine"', '"general"'), "general.toml")
    read = PlaybookFolders((tmp_path, bundled("playbooks")), bundled_signals()).load("general")
    assert (read.author, len(read.rule)) == ("Me", len(BUNDLED.load("general").rule))


def test_playbooks_that_extend_one_another_in_a_ring_are_refused(tmp_path: Path) -> None:
    written(tmp_path, CHILD.replace('"mine"', '"other"'), "child.toml")
    written(tmp_path, CHILD, "mine.toml")
    written(tmp_path, CHILD.replace('"mine"', '"child"'), "other.toml")
    with pytest.raises(PlaybookError, match="extend one another"):
        folders(tmp_path).load("child")


def test_an_error_in_the_one_that_is_extended_names_that_file(tmp_path: Path) -> None:
    written(tmp_path, WHOLE.replace("say =", "sya ="))
    with pytest.raises(PlaybookError, match=r"mine\.toml, line"):
        child(tmp_path, "")


# --- the playbook's own words ----------------------------------------------------------------------------------

OWN = """
[boundary]
warning = "I will end the call."
[safety]
self_harm = "Safety desk 55."
[[rule]]
id = "warn"
stage = "boundary"
title = "Warn once"
say = "{warning}"
say_plain = "Plain warning."
when = { moment = "caller_pause", abused = true, warned = false }
[[rule]]
id = "end"
stage = "boundary"
title = "You may end this call"
say = "{closing}"
say_plain = "Goodbye."
when = { moment = "caller_pause", abused = true, warned = true }
[[rule]]
id = "safe"
stage = "safety"
title = "Stay with them"
because = "Danger. {line}"
because_plain = "Danger."
when = { moment = "caller_pause", heard = ["escalation"] }
"""


def test_the_playbooks_own_words_are_filled_in_and_without_them_the_plain_line_stands(tmp_path: Path) -> None:
    text = OWN.replace('["escalation"]', '["self_harm"]')
    shelf = PlaybookFolders((tmp_path,), frozenset({"self_harm"}))
    warn, end, safe = shelf.load(str(written(tmp_path, HEAD + text))).rule
    assert (warn.say, end.say, safe.because) == ("I will end the call.", "Goodbye.", "Danger. Safety desk 55.")
    no_number = text.replace("self_harm =", "medical =")
    assert shelf.load(str(written(tmp_path, HEAD + no_number))).rule[2].because == "Danger."


@pytest.mark.parametrize(
    ("right", "wrong", "what"),
    [
        ("within_s = 20", "within_s = -1", "'within_s' is not between"),
        ("within_s = 20", "within_s = nan", "'within_s' is not between"),
        ("within_s = 20", "level_max = 1.5", "'level_max' is not between"),
        ('say = "What happened?"', 'say = "So {fact}."', "unknown slot 'fact'"),
        ('title = "Ask one thing"', 'title = "Ask {why}"', "cannot name {why}"),
        ('say = "What happened?"', "max_per_call = -1", "'max_per_call' is not between"),
    ],
)
def test_what_no_type_forbids_and_makes_no_sense_is_named_with_its_line(
    tmp_path: Path, right: str, wrong: str, what: str
) -> None:
    error = refusal(tmp_path, WHOLE.replace(right, wrong))
    assert what in error.message
    assert f"line {line_of(WHOLE, right)}:" in error.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (WHOLE.replace('say = "What', '# within_s = 5\nsay = "What').replace("within_s = 20", 'within_s = "x"'), 23),
        (WHOLE.replace('say = "What happened?"', 'say = "Set within_s = one"').replace("= 20", '= "x"'), 22),
        (WHOLE.replace("[rule.when]\n", "").replace('moment = "caller_pause"', 'when.moment = "caller_pause"')
         .replace('trend = ["rising"]', 'when.trend = ["up"]').replace("within_s", "when.within_s"), 20),
    ],
)  # fmt: skip
def test_neither_comments_nor_texts_nor_dots_lead_to_the_wrong_line(tmp_path: Path, text: str, line: int) -> None:
    assert f"line {line}:" in refusal(tmp_path, text).message


def test_the_companys_words_have_no_slots(tmp_path: Path) -> None:
    text = HEAD + LISTS.replace("One more time and", "{name}:") + RULES
    assert "cannot name {name}" in refusal(tmp_path, text).message


def test_a_fault_outside_the_rules_is_named_with_its_line(tmp_path: Path) -> None:
    for right, wrong, nearest in [
        ("warnings =", "warning_s =", "'warnings'"),
        ('what = "late', 'waht = "late', "'what'"),
        ('text = "Greet"', 'txt = "Greet"', "'text'"),
    ]:
        text = HEAD + LISTS.replace(right, wrong) + RULES
        error = refusal(tmp_path, text)
        assert f"line {line_of(text, wrong)}:" in error.message
        assert nearest in error.advice
    text = HEAD + LISTS.replace("warnings = 2", "warnings = 0") + RULES
    assert f"line {line_of(text, 'warnings')}:" in refusal(tmp_path, text).message


def test_without_a_boundary_of_its_own_a_caller_is_warned_once(tmp_path: Path) -> None:
    assert folders().load(str(written(tmp_path, WHOLE))).boundary == Boundary(warnings=1)


# --- the last good one -------------------------------------------------------------------------------------------


def kept(folder: Path) -> LastGood:
    own = folder / "own"
    own.mkdir(exist_ok=True)
    return LastGood(own, folder / "kept", bundled("playbooks"), bundled_signals())


def test_while_a_changed_file_has_an_error_the_last_good_one_stays_in_use(tmp_path: Path) -> None:
    shelf = kept(tmp_path)
    written(tmp_path / "own", WHOLE)
    assert shelf.load("mine")[1] == ""
    written(tmp_path / "own", WHOLE.replace("say =", "sya ="))
    playbook, note = kept(tmp_path).load("mine")
    assert playbook.rule[1].say == "What happened?"
    assert "'sya'" in note
    assert "version 1 of 2026-01-01 stays in use" in note
    written(tmp_path / "own", WHOLE.replace("What happened?", "And then?"))
    assert kept(tmp_path).load("mine")[0].rule[1].say == "And then?"


def test_what_the_last_good_one_extended_is_kept_with_it(tmp_path: Path) -> None:
    shelf = kept(tmp_path)
    written(tmp_path / "own", WHOLE)
    written(tmp_path / "own", CHILD, "child.toml")
    shelf.load("child")
    written(tmp_path / "own", "name = ")
    playbook, note = shelf.load("child")
    assert [rule.id for rule in playbook.rule] == ["first", "second"]
    assert "mine.toml" in note


def test_a_bundled_one_that_builds_on_a_broken_file_of_ones_own_stays_in_use_too(tmp_path: Path) -> None:
    shelf = kept(tmp_path)
    own = (bundled("playbooks") / "general.toml").read_text("utf-8").replace('author = "Calmline"', 'author = "Me"')
    written(tmp_path / "own", own, "general.toml")
    assert shelf.load("billing")[1] == ""
    written(tmp_path / "own", "name = ", "general.toml")
    playbook, note = shelf.load("billing")
    assert playbook.name == "billing"
    assert "general.toml" in note


def test_one_that_was_never_good_and_one_that_is_not_there_are_refused(tmp_path: Path) -> None:
    shelf = kept(tmp_path)
    written(tmp_path / "own", "name = ")
    with pytest.raises(PlaybookError, match="not valid TOML"):
        shelf.load("mine")
    with pytest.raises(PlaybookError, match="no playbook named"):
        shelf.load("nope")


def test_a_broken_general_of_ones_own_that_was_never_good_leaves_the_bundled_one(tmp_path: Path) -> None:
    shelf = kept(tmp_path)
    written(tmp_path / "own", "name = ", "general.toml")
    playbook, note = shelf.load("general")
    assert playbook.author == "Calmline"
    assert "general.toml" in note
    assert note.endswith("Until then the playbook General is used instead.")


def test_where_what_was_kept_cannot_be_used_either_it_is_the_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "kept" / "general").mkdir(parents=True)
    written(tmp_path / "kept" / "general", "name = ", "general.toml")
    shelf = kept(tmp_path)
    written(tmp_path / "own", "name = ", "general.toml")
    assert shelf.load("general")[0].author == "Calmline"


# --- the bundled ones --------------------------------------------------------------------------------------------


@pytest.fixture(params=BUNDLED.names())
def bundled_playbook(request: pytest.FixtureRequest) -> Playbook:
    return BUNDLED.load(request.param)


def test_there_is_a_general_playbook() -> None:
    assert "general" in BUNDLED.names()


def test_a_bundled_playbook_is_named_after_its_file() -> None:
    assert [BUNDLED.load(name).name for name in BUNDLED.names()] == BUNDLED.names()


def test_the_bundled_cards_are_worded_as_cards_should_be(bundled_playbook: Playbook) -> None:
    assert [remark.line() for remark in remarks_on(bundled_playbook)] == []


def test_a_bundled_playbook_knows_every_step_and_both_ends_of_a_call(bundled_playbook: Playbook) -> None:
    assert {rule.stage for rule in bundled_playbook.rule} >= set(Stage) - {Stage.OPEN}
    assert bundled_playbook.opening
    assert bundled_playbook.closing
    assert bundled_playbook.duty


def test_rules_are_known_by_the_title_of_the_playbook_that_calls_go_by(calmline_home: Path) -> None:
    folder = calmline_home / "playbooks"
    folder.mkdir(parents=True)
    head = '\nlanguage = "en"\nversion = "1"\nauthor = "us"\ndate = "2026-03-04"\nextends = "general"\n'
    rule = '\n[[rule]]\nid = "our.rule"\nstage = "ask"\ntitle = "{title}"\nwhen = {{ moment = "start" }}\n'
    for name, title in (("a_first", "Of another"), ("ours", "Of ours")):
        (folder / f"{name}.toml").write_text(f'name = "{name}"\ntitle = "{name}"{head}{rule.format(title=title)}')
    (folder / "broken.toml").write_text("name = ")
    titles = rule_titles(Settings(home=calmline_home, playbook="ours"))
    assert titles["our.rule"] == "Of ours"
    general = open_playbooks().load("general").rule[0]
    assert titles[general.id] == general.title
