"""The window over calls that are closed by a passphrase, and over a key that is away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.adapters.journal import Journal
from app.adapters.settings_files import load_settings
from app.adapters.store_keys import note_file
from app.compose import open_store
from app.compose.stores import SYSTEM_KEYS
from app.core.store_key import KeyPlace
from app.desk import Desk
from app.ui.actions import Act
from app.ui.passphrase_dialog import PassphraseDialog
from tests.cli.window import load
from tests.conditions import LONG_S
from tests.core.calls import started, whole_call
from tests.desktops import Desktop

SAID = "correct horse battery staple"
LONG_MS = int(LONG_S * 1000)


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    base, desktop = qapp.font(), Desktop()
    opened = Desk(load_settings(), load=load, sound=lambda: desktop)
    opened._window.show()
    yield opened
    opened._end()
    opened._window.hide()
    opened._window.deleteLater()
    qapp.setFont(base)


@pytest.fixture
def closed(calmline_home: Path) -> Path:
    """A store that a passphrase closes, as it is at another start; beside it a call that was cut short."""
    store_file = calmline_home / "calls.sqlite3"
    SYSTEM_KEYS.key_of(store_file)
    SYSTEM_KEYS.move(store_file, KeyPlace.PASSPHRASE, SAID)
    SYSTEM_KEYS._found.clear()
    journal = Journal(calmline_home)
    for event in (started("cut short"), *whole_call()[1:-1]):
        journal.write(event)
    journal.close()
    return store_file


def begin(desk: Desk) -> None:
    desk._begin(None, realtime=True, set_up=False)


def dialog_of(desk: Desk) -> PassphraseDialog:
    return next(one for one in desk._window.findChildren(PassphraseDialog) if one.isVisible())


def stored(desk: Desk) -> list[str]:
    store = open_store(desk._settings)
    try:
        return [row.call_id for row in store.rows()]
    finally:
        store.close()


def test_the_passphrase_is_asked_for_and_what_was_left_is_stored_once_it_is_given(
    closed: Path, desk: Desk, qtbot: QtBot
) -> None:
    begin(desk)
    dialog = dialog_of(desk)
    dialog.field.setText("wrong")
    dialog.open_button.click()
    assert "not its passphrase" in dialog.wrong.text()
    assert SYSTEM_KEYS.needs_passphrase(closed)
    dialog.field.setText(SAID)
    dialog.open_button.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: stored(desk) == ["cut short"], timeout=LONG_MS)


def test_whoever_gives_none_can_work_and_is_asked_again_before_calls_are_shown(
    closed: Path, desk: Desk, qtbot: QtBot
) -> None:
    begin(desk)
    dialog_of(desk).reject()
    assert [*(closed.parent / "journals").glob("*.jsonl")]
    desk._do(Act.CALLS)
    dialog = dialog_of(desk)
    assert desk._review.window is None
    dialog.field.setText(SAID)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: desk._review.window is not None, timeout=LONG_MS)
    assert desk._review.window is not None
    desk._review.window.close()


def test_a_key_that_is_away_is_told_before_the_first_call(calmline_home: Path, desk: Desk, qtbot: QtBot) -> None:
    store_file = calmline_home / "calls.sqlite3"
    open_store(desk._settings).close()
    note_file(store_file).unlink()
    begin(desk)
    qtbot.waitUntil(
        lambda: any("which says where its key is, is not there" in one for one in desk._calls.state.notices),
        timeout=LONG_MS,
    )


def test_a_key_that_can_lie_in_a_file_alone_is_told_once(calmline_home: Path, desk: Desk, qtbot: QtBot) -> None:
    begin(desk)
    qtbot.waitUntil(
        lambda: any("their key lies in a file" in one for one in desk._calls.state.notices), timeout=LONG_MS
    )
    assert note_file(calmline_home / "calls.sqlite3").exists()
