"""The timeline below the curve: the same clock, what is told on hovering, and the ways to jump."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.core.document import CallDocument
from app.core.events import Channel
from app.core.timeline import Moment, MomentKind, Stretch, StretchKind
from app.ui.call_page import CallPage
from app.ui.theme import CONTRAST, DARK, LIGHT, Theme, stylesheet
from tests.core.calls import document as small_document
from tests.core.calls import said
from tests.ui.at_once import AtOnce
from tests.ui.calls import eventful_call
from tests.ui.focus import has_frame
from tests.ui.keyboard import press, tab_to
from tests.ui.mouse import click

Open = Callable[..., CallPage]


@pytest.fixture
def open_page(qtbot: QtBot) -> Open:
    def show(document: CallDocument | None = None, theme: Theme = LIGHT) -> CallPage:
        page = CallPage(theme, lambda *_: None, AtOnce())
        qtbot.addWidget(page)
        page.setStyleSheet(stylesheet(theme))
        page.resize(700, 900)
        page.show_call(document or eventful_call())
        page.show()
        qtbot.waitUntil(page.isActiveWindow)
        QApplication.processEvents()
        return page

    return show


def place_of(page: CallPage, kind: StretchKind | MomentKind, number: int = 0) -> QPoint:
    everything: list[Stretch | Moment] = [*page.timeline.timeline.stretches, *page.timeline.timeline.moments]
    shown = [one for one in everything if one.kind == kind]
    return page.timeline.place_of(shown[number])


def test_a_call_takes_the_whole_width_but_for_the_word_of_a_mark_at_its_end(open_page: Open) -> None:
    long = replace(eventful_call().call, duration_s=121.0)
    page = open_page(replace(eventful_call(), call=long))
    assert page.curve.span_s[0] == 0.0
    assert 121.0 < page.curve.span_s[1] < 135.0


def test_a_second_is_at_the_same_place_as_on_the_curve(open_page: Open) -> None:
    page = open_page()
    for at_s in (0.0, 17.5, 60.0):
        assert page.curve.second_at(page.curve.px_of(at_s)) == pytest.approx(at_s, abs=0.2)
    assert page.timeline.geometry().left() == page.curve.geometry().left()
    page.resize(1100, 900)
    QApplication.processEvents()
    assert page.curve.second_at(page.curve.px_of(40.0)) == pytest.approx(40.0, abs=0.2)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StretchKind.DEAD_AIR, "Dead air: 0:07 to 0:12, 5.0\N{NO-BREAK SPACE}s"),
        (StretchKind.HOLD, "Hold: 0:24 to 0:36, 12\N{NO-BREAK SPACE}s"),
        (StretchKind.PAUSE, "Paused: 0:52 to 0:57, 5.0\N{NO-BREAK SPACE}s"),
        (StretchKind.MUTED, "Agent muted: 0:40 to 0:44, 4.0\N{NO-BREAK SPACE}s"),
        (StretchKind.LOST, "No sound came: 0:46 to 0:49, 3.0\N{NO-BREAK SPACE}s"),
        (StretchKind.OVERTALK, "Both speak: 0:13 to 0:14, 1.0\N{NO-BREAK SPACE}s"),
        (MomentKind.MOVE, "Apology: 0:16"),
        (MomentKind.PROMPT, "Prompt, Listen: Let it run; note what they want: 0:07"),
        (MomentKind.MARK, "The agent needed help: 0:50"),
        (MomentKind.CUT_IN, "Agent cuts in: 0:13"),
    ],
)
def test_hovering_tells_what_it_is_and_when(open_page: Open, kind: StretchKind | MomentKind, words: str) -> None:
    page = open_page()
    place = place_of(page, kind)
    assert words in page.timeline.words_at(place).splitlines()
    QApplication.sendEvent(page.timeline, QHelpEvent(QHelpEvent.Type.ToolTip, place, page.timeline.mapToGlobal(place)))
    assert words in QToolTip.text()


def test_where_nothing_is_nothing_is_told(open_page: Open) -> None:
    page = open_page()
    assert page.timeline.words_at(QPoint(round(page.curve.px_of(30.0)), 3)) == ""
    assert page.timeline.words_at(QPoint(0, 0)) == ""


def test_a_click_jumps_there_on_the_curve_and_among_the_words(open_page: Open) -> None:
    page = open_page()
    click(page.timeline, place_of(page, StretchKind.HOLD))
    assert page.curve.marked_s == pytest.approx(24.0, abs=0.3)
    assert page.timeline.marked_s == page.curve.marked_s
    assert page.transcript.currentIndex().row() == 5


def test_a_click_elsewhere_on_the_page_marks_the_timeline_too(open_page: Open) -> None:
    page = open_page()
    page.prompts.cellClicked.emit(1, 0)
    assert page.timeline.marked_s == 14
    page.show_call(eventful_call())
    assert page.timeline.marked_s is None


def test_the_arrows_go_from_event_to_event_and_say_what_is_there(open_page: Open) -> None:
    page = open_page()
    page.transcript.setFocus()
    tab_to(page.timeline)
    press(Qt.Key.Key_Home)
    assert page.curve.marked_s == 7
    assert page.timeline.accessibleDescription().splitlines() == [
        "Dead air: 0:07 to 0:12, 5.0\N{NO-BREAK SPACE}s",
        "Prompt, Listen: Let it run; note what they want: 0:07",
    ]
    press(Qt.Key.Key_Right)
    assert page.curve.marked_s == 13
    press(Qt.Key.Key_Left)
    assert page.curve.marked_s == 7
    press(Qt.Key.Key_Left)
    assert page.curve.marked_s == 7
    press(Qt.Key.Key_End)
    assert page.curve.marked_s == 52
    press(Qt.Key.Key_Right)
    assert page.curve.marked_s == 52


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_it_is_seen_that_it_has_the_keyboard(open_page: Open, theme: Theme) -> None:
    page = open_page(theme=theme)
    page.timeline.setFocus()
    QApplication.processEvents()
    assert has_frame(page.timeline)


def test_screen_readers_are_told_how_much_there_is(open_page: Open) -> None:
    assert open_page().timeline.accessibleDescription() == ("12 events; the arrow keys go from one to the next.")


def test_voices_on_one_channel_have_one_row(open_page: Open) -> None:
    page = open_page(small_document(said(Channel.UNKNOWN, 1, 40), duration_s=42))
    assert page.timeline.words_at(place_of(page, StretchKind.TALK)).startswith("Somebody speaks: 0:01 to 0:40")
    assert page.timeline.accessibleDescription() == "No events"
