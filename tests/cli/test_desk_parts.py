"""What calls are made with, and how another speech model takes the place of the one in use."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.compose import LoadPlaybook, Parts, load_opening, load_parts
from app.core.desk import DeskPhase, DeskState
from app.core.errors import ModelError
from app.core.ports import Transcriber, TranscribeRequest, Transcript
from app.desk_parts import DeskParts
from app.settings import Settings
from tests.conditions import LONG_S, until


@dataclass(frozen=True)
class Named:
    """A speech engine that is known by its name."""

    name: str

    def transcribe(self, request: TranscribeRequest) -> Transcript:  # noqa: ARG002 - a port's name
        """Nothing."""
        return Transcript(text="", confidence=0.0)


@dataclass
class Shop:
    """Parts of a desk whose speech models are there at once, or when they are let."""

    settings: Settings
    state: DeskState = field(default_factory=DeskState)
    may_load: threading.Event = field(default_factory=threading.Event)

    def load(self, settings: Settings, transcriber: Transcriber | None, playbook: LoadPlaybook) -> Parts:
        """All real but the speech engine."""
        if transcriber is None and settings.model != self.settings.model:
            assert self.may_load.wait(LONG_S)
            if settings.model == "broken":
                raise ModelError("The model is missing.", "Install it.")
            if settings.model == "damaged":
                raise ModelError("The model is damaged.", "Install it again.")
        return load_parts(settings, transcriber or Named(settings.model), playbook)

    def change(self, step: Callable[[DeskState], DeskState]) -> None:
        """The desk, without its window."""
        self.state = step(self.state)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(Settings(home=tmp_path))


@pytest.fixture
def parts(shop: Shop) -> Iterator[DeskParts]:
    made = DeskParts(shop.settings, shop.load, shop.change)
    made.start()
    until(lambda: shop.state.phase is DeskPhase.READY)
    yield made
    shop.may_load.set()
    made.join(LONG_S)


def test_another_model_counts_from_the_call_after_it_is_there_and_the_desk_says_so_meanwhile(
    shop: Shop, parts: DeskParts
) -> None:
    chosen = replace(shop.settings, model="models/base.en")
    before = parts.for_call(shop.settings).transcriber
    parts.follow(shop.settings, chosen)
    assert shop.state.fetched == "base.en"
    assert parts.for_call(chosen).transcriber is before
    shop.may_load.set()
    until(lambda: shop.state.fetched == "")
    assert parts.for_call(chosen).transcriber.name == "models/base.en"
    assert (before.name, shop.state.notices) == (shop.settings.model, ())


def test_a_model_that_cannot_be_loaded_leaves_the_old_one_and_says_what_to_do(shop: Shop, parts: DeskParts) -> None:
    chosen = replace(shop.settings, model="damaged")
    shop.may_load.set()
    parts.follow(shop.settings, chosen)
    until(lambda: shop.state.notices)
    assert parts.for_call(chosen).transcriber.name == shop.settings.model
    [notice] = shop.state.notices
    assert notice.startswith("The speech model damaged is not in use; calls go on with the one from before.")
    assert notice.endswith("The model is damaged. Install it again.")
    assert (shop.state.fetched, shop.state.phase) == ("", DeskPhase.READY)


def test_where_no_model_was_ever_loaded_another_that_fails_is_told_alone(shop: Shop) -> None:
    broken = replace(shop.settings, model="broken")
    made = DeskParts(broken, shop.load, shop.change)
    shop.may_load.set()
    made.start()
    until(lambda: shop.state.phase is DeskPhase.STUCK)
    made.follow(broken, replace(broken, model="damaged"))
    until(lambda: len(shop.state.notices) > 1 and not shop.state.fetched)
    made.join(LONG_S)
    assert shop.state.notices == (
        "The model is missing. Install it.",
        "The model is damaged. Install it again.",
    )
    assert shop.state.phase is DeskPhase.STUCK


def test_the_opening_of_calls_is_known_before_all_else_is_loaded(shop: Shop) -> None:
    made = DeskParts(replace(shop.settings, model="slow"), shop.load, shop.change)
    made.start()
    until(lambda: shop.state.opening is not None)
    assert (shop.state.phase, shop.state.opening) == (DeskPhase.LOADING, load_opening(shop.settings))
    shop.may_load.set()
    made.join(LONG_S)


def test_other_settings_have_another_opening(shop: Shop, parts: DeskParts) -> None:
    by_hand = replace(shop.settings, listen=False)
    parts.follow(shop.settings, by_hand)
    until(lambda: shop.state.opening == load_opening(by_hand))
    assert load_opening(by_hand) != load_opening(shop.settings)


def test_no_file_is_read_on_the_thread_on_which_settings_change(
    shop: Shop, parts: DeskParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers, read_text = list[threading.Thread](), Path.read_text

    def noted(path: Path, *how: str, **named: str) -> str:
        readers.append(threading.current_thread())
        return read_text(path, *how, **named)

    monkeypatch.setattr(Path, "read_text", noted)
    parts.follow(shop.settings, replace(shop.settings, listen=False))
    parts.join(LONG_S)
    assert readers
    assert threading.current_thread() not in readers


def test_a_start_that_is_tried_again_goes_by_the_settings_of_then(shop: Shop) -> None:
    unknown = replace(shop.settings, scorer="unknown", listen=False)
    made = DeskParts(unknown, shop.load, shop.change)
    made.start()
    until(lambda: shop.state.phase is DeskPhase.STUCK)
    made.follow(unknown, shop.settings)
    assert made.for_call(shop.settings).playbook.name == shop.settings.playbook
    assert (shop.state.phase, shop.state.opening) == (DeskPhase.READY, load_opening(shop.settings))


def test_settings_that_change_while_all_is_loaded_keep_their_opening(shop: Shop) -> None:
    by_hand = replace(shop.settings, listen=False)
    made = DeskParts(shop.settings, shop.load, shop.change)
    made.follow(shop.settings, by_hand)
    made.start()
    until(lambda: shop.state.phase is DeskPhase.READY)
    made.join(LONG_S)
    assert shop.state.opening == load_opening(by_hand)


def test_other_settings_load_nothing(shop: Shop, parts: DeskParts) -> None:
    parts.follow(shop.settings, replace(shop.settings, theme="dark"))
    assert shop.state.fetched == ""


# --- a playbook of the centre's own that cannot be used -----------------------------------------------------------

OWN = """name = "mine"
title = "Mine"
language = "en"
version = "7"
author = "Me"
date = "2026-01-01"
extends = "general"
"""
BROKEN = OWN + "colour = 1\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A playbook outside the folder in which copies are kept of what was good."""
    file = tmp_path / "shared" / "mine.toml"
    file.parent.mkdir()
    file.write_text(OWN, encoding="utf-8")
    return file


def test_a_playbook_that_is_wrong_from_the_first_start_leaves_calls_the_general_one_and_says_where(
    shop: Shop, own: Path
) -> None:
    own.write_text(BROKEN, encoding="utf-8")
    shop.settings = replace(shop.settings, playbook=str(own))
    made = DeskParts(shop.settings, shop.load, shop.change)
    made.start()
    made.join(LONG_S)
    parts = made.for_call(shop.settings)
    assert (shop.state.phase, parts.playbook.name) == (DeskPhase.READY, "general")
    [note] = [one for one in parts.notes if "mine.toml" in one]
    assert "line 8: unknown key 'colour'." in note
    assert note.endswith("Until then the playbook General is used instead.")
    assert shop.state.opening is not None
    assert shop.state.opening.items


def test_a_playbook_that_becomes_wrong_stays_in_use_as_calls_had_it_last(shop: Shop, own: Path) -> None:
    shop.settings = replace(shop.settings, playbook=str(own))
    made = DeskParts(shop.settings, shop.load, shop.change)
    assert made.for_call(shop.settings).playbook.name == "mine"
    own.write_text(BROKEN, encoding="utf-8")
    parts = made.for_call(shop.settings)
    assert (parts.playbook.name, parts.playbook.version) == ("mine", "7")
    [note] = [one for one in parts.notes if "mine.toml" in one]
    assert note.endswith("Until then version 7 of 2026-01-01 stays in use.")
    own.write_text(OWN.replace("7", "8"), encoding="utf-8")
    assert made.for_call(shop.settings).playbook.version == "8"


def test_a_playbook_that_is_gone_leaves_calls_the_shipped_one_of_its_name(shop: Shop, tmp_path: Path) -> None:
    shop.settings = replace(shop.settings, playbook=str(tmp_path / "gone" / "billing.toml"))
    playbook, note = DeskParts(shop.settings, shop.load, shop.change).playbook(shop.settings)
    assert playbook.name == "billing"
    assert note.endswith("Until then the playbook Billing is used instead.")


def test_the_stand_in_tells_callers_as_the_settings_say(shop: Shop) -> None:
    shop.settings = replace(shop.settings, playbook="unknown", consent="announced")
    playbook, _ = DeskParts(shop.settings, shop.load, shop.change).playbook(shop.settings)
    assert playbook.disclosure is not None
    assert playbook.disclosure.announced
