"""Scorecards as files: where they are looked up, and the one that comes with Calmline."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.playbooks.folders import PlaybookFolders
from app.adapters.scorecard_files import ScorecardFolders
from app.compose.scorecards import read_scorecards
from app.core.errors import ScorecardError
from app.paths import bundled
from app.settings import Settings
from tests.core.cards import TOML

SHIPPED = bundled("assets", "scorecards")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "scorecards"
    folder.mkdir()
    return folder


def test_a_card_of_ones_own_takes_the_place_of_the_shipped_one(own: Path) -> None:
    shelf = ScorecardFolders((own, SHIPPED))
    assert shelf.load("standard").author == "Calmline"
    (own / "standard.toml").write_text(TOML, encoding="utf-8")
    assert shelf.load("standard").author == "Quality"
    assert shelf.find("standard") == own / "standard.toml"


def test_cards_are_looked_up_in_the_folder_of_the_user_and_then_in_that_which_comes_along(tmp_path: Path) -> None:
    assert Settings(home=tmp_path).scorecard_folders == (tmp_path / "scorecards", SHIPPED)


def test_names_are_those_of_all_folders_and_a_path_is_read_as_it_is(own: Path, tmp_path: Path) -> None:
    (own / "ours.toml").write_text(TOML, encoding="utf-8")
    shelf = ScorecardFolders((own, SHIPPED, tmp_path / "nowhere"))
    assert shelf.names() == ["ours", "standard"]
    assert shelf.load(str(own / "ours.toml")) == shelf.load("ours")


def test_a_file_saved_by_a_windows_editor_is_read(own: Path) -> None:
    (own / "ours.toml").write_text(TOML, encoding="utf-8-sig")
    assert ScorecardFolders((own,)).load("ours").name == "small"


@pytest.mark.parametrize(
    ("name", "written", "told"),
    [
        ("gone", None, "There is no scorecard named 'gone'. Use one of: ours"),
        ("gone.toml", None, "The scorecard gone.toml cannot be read."),
        ("o" * 300, None, "cannot be read. Check the file and its permissions."),
        ("ours", b"name = ", "is not valid TOML"),
        ("ours", b"\xff", "cannot be read"),
        ("ours", TOML.replace("author", "auther").encode(), "unknown key 'auther'. Did you mean 'author'?"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(own: Path, name: str, written: bytes | None, told: str) -> None:
    (own / "ours.toml").write_bytes(written or TOML.encode())
    with pytest.raises(ScorecardError) as caught:
        ScorecardFolders((own,)).load(name)
    assert told in caught.value.line()


def test_the_shipped_card_asks_what_a_reviewer_of_an_angry_call_looks_for() -> None:
    card = ScorecardFolders((SHIPPED,)).load("standard")
    assert {item.id for item in card.items} >= {
        "greeting", "disclosure", "listened", "acknowledged", "owned", "asked", "options", "promise", "boundary",
        "safety", "closing",
    }  # fmt: skip
    assert [item.id for item in card.items if item.critical] == ["safety"]
    assert [item.id for item in card.items if not item.counts] == ["extra"]
    assert all(item.question.endswith("?") and item.help for item in card.items)


@pytest.mark.parametrize(
    ("before", "after", "line", "told"),
    [
        ("weight = 3", "wieght = 3", "weight = 3", "section 1, item 2: unknown key 'wieght'. Did you mean 'weight'?"),
        (
            "[[section.item]]",
            "[[section.itme]]",
            "[[section.item]]",
            "unknown key 'itme'. Did you mean 'item'?",
        ),
        (
            'question = "Was safety put first?"\n',
            "",
            'id = "safety"',
            "item 1: the key 'question' is missing.",
        ),
        ('id = "owned"', 'id = "greeting"', 'id = "owned"', "two items have the id 'greeting'."),
        ("version = 3", "version = 0", "version = 3", "at the top: 'version' has to be a whole number from 1."),
    ],
)
def test_a_fault_names_the_line_of_the_file(own: Path, before: str, after: str, line: str, told: str) -> None:
    (own / "ours.toml").write_text(TOML.replace(before, after, 1), encoding="utf-8")
    number = next(n for n, one in enumerate(TOML.splitlines(), start=1) if one.startswith(line))
    with pytest.raises(ScorecardError) as caught:
        ScorecardFolders((own,)).load("ours")
    told_at = number - 1 if "missing" in told else number
    assert f"ours.toml, line {told_at}, " in caught.value.line()
    assert told in caught.value.line()


def test_a_folder_that_cannot_be_looked_into_keeps_no_other_from_being_listed(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.glob

    def gone(path: Path, pattern: str) -> Iterator[Path]:
        if path == own:
            raise OSError(errno.EHOSTDOWN, "Host is down")
        return listed(path, pattern)

    monkeypatch.setattr(Path, "glob", gone)
    assert ScorecardFolders((own, SHIPPED)).names() == ["standard"]
    assert "general" in PlaybookFolders((own, bundled("playbooks")), frozenset()).names()


GONE = (PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EHOSTDOWN, "Host is down"))


@pytest.mark.parametrize("fault", GONE, ids=lambda fault: fault.strerror)
def test_a_folder_of_ones_own_that_cannot_be_reached_is_told_and_the_shipped_cards_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError
) -> None:
    own, listed, looked_at = tmp_path / "scorecards", os.listdir, Path.stat
    own.mkdir()

    def listdir(path: Path) -> list[str]:
        if Path(path) == own:
            raise fault
        return listed(path)

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.parent == own:
            raise fault
        return looked_at(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "listdir", listdir)
    monkeypatch.setattr(Path, "stat", stat)
    cards, [told] = read_scorecards(Settings(home=tmp_path))
    assert [card.name for card in cards] == ["standard"]
    assert told == (
        f"The scorecards in {own} cannot be reached, so only those that come with Calmline can be used. "
        "Check the share or the drive and your permissions, then open a call again."
    )


def test_a_folder_of_ones_own_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    try:
        (tmp_path / "scorecards").symlink_to(tmp_path / "share", target_is_directory=True)
    except OSError:
        pytest.skip("no links can be made here")
    cards, [told] = read_scorecards(Settings(home=tmp_path))
    assert [card.name for card in cards] == ["standard"]
    assert "cannot be reached" in told


def test_a_folder_of_ones_own_that_nobody_made_is_no_fault(tmp_path: Path) -> None:
    assert read_scorecards(Settings(home=tmp_path))[1] == []
    assert read_scorecards(Settings(home=tmp_path / "nowhere"))[1] == []
