"""What settings make of the agent's window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.keeping import Keep
from app.desk_look import allowed_by, dress, keys_of
from app.settings import Origin, Settings
from app.ui.actions import Act, default_keys
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.theme import CONTRAST


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[AgentWindow]:
    base, bridge = QApplication.font(), CallBridge()
    made = AgentWindow(bridge, lambda _: None)
    qtbot.addWidget(made)
    yield made
    bridge.close()
    QApplication.setFont(base)


def test_the_window_takes_on_theme_size_keys_and_place_on_top(window: AgentWindow) -> None:
    settings = Settings(theme="contrast", text_size=150, on_top=True, keys={"help": "Ctrl+Alt+Shift+F9"})
    dress(window, settings, QApplication.font())
    assert (window.look.theme, window.look.text_size) == (CONTRAST, 1.5)
    assert window.keys[Act.HELP] == "Ctrl+Alt+Shift+F9"
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    dress(window, Settings(on_top=False), QApplication.font())
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_a_key_that_cannot_be_used_stays_as_shipped_and_is_told() -> None:
    keys, notices = keys_of(Settings(keys={"help": "H", "hepl": "F9", "pause": "", "moment": "Ctrl+Nonsense"}))
    assert keys[Act.HELP] == default_keys()[Act.HELP]
    assert keys[Act.PAUSE] == ""
    assert keys[Act.MOMENT] == default_keys()[Act.MOMENT]
    for told, why in zip(notices, ("'hepl'", "'Ctrl+Nonsense'", "while typing"), strict=True):
        assert why in told


def test_two_acts_can_change_their_keys_with_each_other() -> None:
    shipped = default_keys()
    keys, notices = keys_of(Settings(keys={"help": shipped[Act.PAUSE], "pause": shipped[Act.HELP].lower()}))
    assert (keys[Act.HELP], keys[Act.PAUSE]) == (shipped[Act.PAUSE], shipped[Act.HELP])
    assert notices == []


def test_of_two_that_are_the_same_the_centres_counts() -> None:
    own = {"help": "F9", "pause": "F9"}
    keys, notices = keys_of(Settings(keys=own, origins={"keys.help": Origin.POLICY, "keys.pause": Origin.USER}))
    assert (keys[Act.HELP], keys[Act.PAUSE]) == ("F9", default_keys()[Act.PAUSE])
    assert len(notices) == 1


def test_no_key_is_given_twice_whatever_a_file_says() -> None:
    shipped = default_keys()
    keys, notices = keys_of(Settings(keys={"help": shipped[Act.PAUSE], "pause": "P"}))
    assert (keys[Act.HELP], keys[Act.PAUSE]) == (shipped[Act.HELP], shipped[Act.PAUSE])
    assert len(notices) == 2


def test_where_the_centre_says_what_is_kept_the_card_offers_no_more() -> None:
    assert allowed_by(Settings()) == frozenset(Keep)
    assert allowed_by(Settings(keep="no_text", origins={"keep": Origin.POLICY})) == {Keep.NO_TEXT}


def test_a_window_that_is_shown_does_not_become_the_active_one(window: AgentWindow) -> None:
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    dress(window, Settings(), QApplication.font())
    assert not window.isActiveWindow()


def test_a_panel_that_was_put_away_comes_back_and_takes_no_keyboard(window: AgentWindow) -> None:
    window.showMinimized()
    window.come_forward()
    assert (window.isMinimized(), window.isVisible(), window.isActiveWindow()) == (False, True, False)
