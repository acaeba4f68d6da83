"""No text of a window escapes translation, longer languages have room, and every control has a name, in every state."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.events import LineState
from app.paths import bundled
from app.ui.agent_window import AgentWindow
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import set_text_size
from tests.ui.access import nameless
from tests.ui.at_once import InUse
from tests.ui.calls import line, state_of
from tests.ui.fit import everywhere, misfits
from tests.ui.pseudo import Pseudo, escaped, painted
from tests.ui.windows import HOT, NOTES, WINDOWS, Shown, delete_note, supervisor


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[Pseudo]:
    """A language in which every text is marked; the desktop's font is left as it was."""
    translator, base = Pseudo(), QApplication.font()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)
    QApplication.setFont(base)


@pytest.fixture(scope="module")
def known() -> set[str]:
    """What stands in the catalogue."""
    catalogue = bundled("assets", "translations", "calmline_en.ts")
    return {said.findtext("source", "") for said in ET.parse(catalogue).iter("message")}  # noqa: S314 - our own


@pytest.mark.parametrize("state", WINDOWS)
def test_no_text_of_a_window_escapes_translation_longer_ones_have_room_and_every_control_has_a_name(
    qtbot: QtBot, pseudo: Pseudo, known: set[str], state: str
) -> None:
    shown = opened(qtbot, state, 1.0)
    assert everywhere(shown.window) == []
    assert nameless(shown.window) == []
    assert escaped(shown.window, shown.content) == []
    assert painted(shown.window, shown.content) == set()
    assert {text for text in pseudo.asked if any(map(str.isalpha, text))} <= known


@pytest.mark.parametrize("state", WINDOWS)
@pytest.mark.usefixtures("pseudo")
def test_longer_texts_have_room_in_large_letters_too(qtbot: QtBot, state: str) -> None:
    assert everywhere(opened(qtbot, state, 2.0).window) == []


@pytest.mark.parametrize("part", ["filters", "mark", "note"])
@pytest.mark.usefixtures("pseudo")
def test_what_is_not_saved_is_scrolled_into_sight_in_large_letters(qtbot: QtBot, part: str) -> None:
    set_text_size(QApplication.font(), 2.0)
    window = supervisor("call-1", opened=True, tab=2, notes=NOTES, saves=InUse)(2.0).window
    assert isinstance(window, SupervisorWindow)
    assert window.page.notes is not None
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    match part:
        case "filters":
            window.filters.save_as("Refunds")
            told: QWidget = window.filters.retry
        case "mark":
            window.list.reviewed.click()
            told = window.list.marked
        case _:
            delete_note(window)
            told = window.page.notes.said
    qtbot.waitUntil(lambda: told.isVisible() and told.visibleRegion().boundingRect().bottom() == told.rect().bottom())


def opened(qtbot: QtBot, state: str, text_size: float) -> Shown:
    set_text_size(QApplication.font(), text_size)
    shown = WINDOWS[state](text_size)
    qtbot.addWidget(shown.window)
    shown.window.show()
    QApplication.processEvents()
    return shown


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.usefixtures("pseudo")
def test_a_longer_word_that_comes_during_a_call_has_room_too(qtbot: QtBot, text_size: float) -> None:
    set_text_size(QApplication.font(), text_size)
    window = WINDOWS["hot"](text_size).window
    assert isinstance(window, AgentWindow)
    qtbot.addWidget(window)
    window.show_state(state_of([*HOT, line(LineState.HOLD)]))
    QApplication.processEvents()
    assert misfits(window) == []


@pytest.mark.usefixtures("pseudo")
def test_prompts_of_a_call_stay_readable_beside_longer_columns(qtbot: QtBot) -> None:
    window = WINDOWS["call page"](1.0).window
    assert isinstance(window, SupervisorWindow)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    prompts = window.page.prompts
    assert prompts.columnWidth(2) > 12 * prompts.fontMetrics().averageCharWidth()
    assert prompts.horizontalHeader().length() <= prompts.viewport().width()
