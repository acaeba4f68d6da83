"""Settings kept between runs, the centre's policy before them, and files that are wrong."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from app.adapters.settings_files import change_settings, load_settings, settings_file
from app.core.errors import InputError, SettingError
from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS
from app.paths import policy_file
from app.settings import Origin

texts = st.text(min_size=1, max_size=60)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "model": texts,
        "microphone": texts,
        "microphone_product": texts,
        "refused": st.lists(texts).map(tuple),
        "agent_name": st.text(max_size=60),
        "coach": st.sampled_from(["full", "light", "curve"]),
        "text_size": st.integers(80, 200),
        "on_top": st.booleans(),
        "keys.pause": st.text(max_size=60),
        "keys.x.y": st.text(max_size=60),
    },
)


def own(home: Path, text: str | bytes) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = home / "settings.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "policy.toml"
    path.touch()
    monkeypatch.setenv("CALMLINE_POLICY", str(path))
    return path


def test_before_anything_is_set_all_are_defaults_and_nothing_is_told(calmline_home: Path) -> None:
    found = load_settings()
    assert found.home == calmline_home
    assert (found.origins, found.notices) == ({}, ())
    assert not calmline_home.exists()


@example_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES)
def test_whatever_is_set_is_read_back(tmp_path_factory: pytest.TempPathFactory, values: dict[str, Value]) -> None:
    home = tmp_path_factory.mktemp("home") / "deeper"
    change_settings(load_settings(home=home), values)
    found = load_settings(home=home)
    assert found.notices == ()
    assert {name: found.value(name) for name in values} == values
    assert settings_file(home).stat().st_mode & 0o077 == 0


def test_a_value_goes_back_to_its_default_and_others_stay(calmline_home: Path) -> None:
    change_settings(load_settings(), {"model": "base", "keys.pause": "P", "text_size": 120})
    found = change_settings(load_settings(), {"model": None, "keys.pause": None})
    assert (found.model, dict(found.keys), found.text_size) == ("tiny.en", {}, 120)
    assert found.origins == {"text_size": Origin.USER}
    assert "model" not in (calmline_home / "settings.toml").read_text("utf-8").split("\n", 1)[1]


def test_another_device_is_kept_without_the_product_of_the_one_before() -> None:
    change_settings(load_settings(), {"caller": "usb_1", "caller_product": "p"})
    assert change_settings(load_settings(), {"caller": "usb_2"}).device("caller") == ("usb_2", None)


def test_what_the_command_line_set_stays_until_it_is_changed_itself() -> None:
    found = load_settings({"coach": "light", "model": "base"})
    changed = change_settings(found, {"coach": "curve"})
    assert (changed.coach, changed.model) == ("curve", "base")
    assert load_settings().model == "tiny.en"


@pytest.mark.parametrize(
    ("text", "named", "good"),
    [
        ('model = "base"\nmicrofone = "x"\n', ["line 2", "'microfone'", "'microphone'", "left out"], {"model": "base"}),
        ("model = 3\ntext_size = 90\n", ["line 1", "'model'", '"tiny.en" is used'], {"text_size": 90}),
        ('refused = "x"\n', ["line 1", "'refused'", "list of texts"], {}),
        ("\ntext_size = 300\n", ["line 2", "'text_size'", "80 to 200", "100 % is used"], {}),
        ('coach = "loud"\n', ["line 1", "'coach'", "full, light or curve"], {}),
        ('keys = "x"\non_top = false\n', ["line 1", "'keys'", "table"], {"on_top": False}),
        ('[keys]\nmark = "M"\npause = 3\n', ["line 3", "'keys.pause'", "a key"], {"keys.mark": "M"}),
        ('model = \ncoach = "light"\n', ["not valid TOML", "line 1"], {}),
        (b"\xff\xfe\x00", ["cannot be read"], {}),
    ],
)
def test_a_wrong_file_is_told_of_and_what_is_right_in_it_counts(
    calmline_home: Path, text: str | bytes, named: list[str], good: dict[str, Value]
) -> None:
    own(calmline_home, text)
    found = load_settings()
    (notice,) = found.notices
    assert not [name for name in ("settings.toml", *named) if name not in notice]
    assert {name: found.value(name) for name in found.origins} == good


def test_a_wrong_file_is_kept_aside_before_it_is_written_and_the_rest_of_it_stays(calmline_home: Path) -> None:
    text = 'model = "base"\nmicrofone = "x"\n[keys]\npause = "P"\n'
    own(calmline_home, text)
    changed = change_settings(load_settings(), {"coach": "light"})
    bad = calmline_home / "settings.toml.bad"
    assert bad.read_text("utf-8") == text
    assert bad.stat().st_mode & 0o077 == 0
    assert (changed.model, changed.coach, dict(changed.keys)) == ("base", "light", {"pause": "P"})
    assert "settings.toml.bad" in changed.notices[-1]
    assert load_settings().notices == ()


def test_a_file_without_faults_is_not_kept_aside(calmline_home: Path) -> None:
    own(calmline_home, 'model = "base"\n').chmod(0o644)
    change_settings(load_settings(), {"coach": "light"})
    assert [path.name for path in calmline_home.iterdir()] == ["settings.toml"]
    assert (calmline_home / "settings.toml").stat().st_mode & 0o077 == 0


def test_a_value_that_cannot_be_is_refused_and_nothing_is_written(calmline_home: Path) -> None:
    for changes, named in (({"text_size": 300}, "80 to 200"), ({"modl": "x"}, "'model'"), ({"keys": "x"}, "keys.NAME")):
        with pytest.raises(SettingError) as caught:
            change_settings(load_settings(), changes)
        assert named in caught.value.line()
    assert not calmline_home.exists()


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be made"):
        change_settings(load_settings(home=tmp_path / "file" / "home"), {"coach": "light"})


CHOICES = 'model = "base"\nmicrophone = "a"\nmicrophone_product = "p"\ncoach = "light"\nrefused = ["b"]\n'


def test_earlier_choices_are_taken_over_once(calmline_home: Path) -> None:
    calmline_home.mkdir()
    (calmline_home / "choices.toml").write_text(CHOICES, encoding="utf-8")
    found = load_settings()
    assert (found.model, found.device("microphone"), found.coach) == ("base", ("a", "p"), "light")
    assert (found.refused, found.notices) == (("b",), ())
    assert [path.name for path in calmline_home.iterdir()] == ["settings.toml"]
    assert (calmline_home / "settings.toml").stat().st_mode & 0o077 == 0
    assert load_settings() == found


def test_earlier_choices_go_below_settings_that_are_there(calmline_home: Path) -> None:
    own(calmline_home, 'coach = "curve"\nmicrophone = "c"\ntext_size = 120\n')
    (calmline_home / "choices.toml").write_text(CHOICES, encoding="utf-8")
    found = load_settings()
    assert (found.coach, found.model, found.text_size) == ("curve", "base", 120)
    assert found.device("microphone") == ("c", None)
    assert sorted(path.name for path in calmline_home.iterdir()) == ["choices.toml.old", "settings.toml"]


def test_earlier_choices_wait_while_the_settings_file_is_wrong(calmline_home: Path) -> None:
    own(calmline_home, "coach = \n")
    (calmline_home / "choices.toml").write_text(CHOICES, encoding="utf-8")
    assert load_settings().model == "tiny.en"
    own(calmline_home, 'coach = "curve"\n')
    assert load_settings().model == "base"


def test_a_wrong_file_of_choices_is_taken_over_with_a_notice(calmline_home: Path) -> None:
    calmline_home.mkdir()
    (calmline_home / "choices.toml").write_text('modl = "base"\ncoach = "light"\n', encoding="utf-8")
    found = load_settings()
    assert found.coach == "light"
    assert "settings.toml, line 1" in found.notices[0]


def test_what_the_centre_set_counts_and_cannot_be_changed(policy: Path) -> None:
    change_settings(load_settings(), {"model": "base", "keep": "nothing"})
    policy.write_text('keep = "no_text"\n[keys]\npause = "P"\n', encoding="utf-8")
    found = load_settings()
    assert (found.keep, found.model, found.keys["pause"]) == ("no_text", "base", "P")
    assert {name for name in found.origins if found.is_locked(name)} == {"keep", "keys.pause"}
    for changes in ({"keep": "full"}, {"keep": None}, {"keys.pause": "X"}):
        with pytest.raises(SettingError, match="set by your centre"):
            change_settings(found, changes)
    policy.write_text("", encoding="utf-8")
    assert load_settings().keep == "nothing"


def test_a_locked_device_is_locked_with_its_product(policy: Path) -> None:
    policy.write_text('caller = "usb_1"\n', encoding="utf-8")
    with pytest.raises(SettingError):
        change_settings(load_settings(), {"caller_product": "p"})


@pytest.mark.parametrize(
    ("text", "named", "values"),
    [
        ('keep = "no_txt"\ncoach = "light"\n', ["line 1", "'keep'", "locked at full"],
         {"keep": "full", "coach": "light"}),
        ('kep = "nothing"\ncoach = "light"\n', ["line 1", "'kep'", "'keep'"], {"coach": "light"}),
        ('coach = "light"\nkeep = nothing\ntext_size = 120\n', ["not valid TOML", "line 2"],
         {"coach": "light", "keep": "full", "text_size": 120}),
        ('coach = "light"\n[keys\npause = "P"\n', ["not valid TOML"], {"coach": "light"}),
        ('x = \n[keys]\npause = "P"\nmark = "M"\n', ["not valid TOML"], {"keys.pause": "P", "keys.mark": "M"}),
    ],
)  # fmt: skip
def test_a_wrong_policy_is_told_of_and_locks_all_that_can_be_read(
    policy: Path, text: str, named: list[str], values: dict[str, Value]
) -> None:
    policy.write_text(text, encoding="utf-8")
    found = load_settings()
    told = " ".join(found.notices)
    assert not [name for name in ("policy.toml", "please tell them", *named) if name not in told]
    assert {name: found.value(name) for name in SETTINGS if name != "keys" and found.is_locked(name)} | {
        f"keys.{action}": key for action, key in found.keys.items()
    } == values


@pytest.mark.parametrize("kind", ["missing", "folder", "no text"])
def test_a_policy_that_cannot_be_read_is_told_of(policy: Path, kind: str) -> None:
    policy.unlink()
    if kind == "folder":
        policy.mkdir()
    elif kind == "no text":
        policy.write_bytes(b"\xff\xfe\x00")
    (notice,) = load_settings().notices
    assert "policy.toml" in notice
    assert "nothing is locked" in notice


def test_no_policy_where_none_is_named_is_nothing_to_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CALMLINE_POLICY")
    if policy_file().exists():
        pytest.skip("this computer has a policy")
    assert load_settings().notices == ()
