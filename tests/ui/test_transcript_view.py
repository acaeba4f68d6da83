from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.events import AngerPoint, Channel, Event, Phase, Trend
from app.core.state import CallState, apply
from app.ui.theme import CONTRAST, DARK, LIGHT, Theme, stylesheet
from app.ui.transcript_view import TranscriptView
from tests.ui.calls import said, saying, started, state_of
from tests.ui.mouse import click

_OF_LETTERS = 10


class Screen:
    """A transcript on the screen, with the changes its model told it."""

    def __init__(self, qtbot: QtBot, *, follow: bool = True, theme: Theme = LIGHT) -> None:
        self.view = TranscriptView(theme, follow=follow)
        self.view.setStyleSheet(stylesheet(theme))
        qtbot.addWidget(self.view)
        self.view.resize(380, 300)
        self.view.show()
        self.state = CallState()
        self.told: list[tuple[str, int, int]] = []
        model = self.view.model()
        model.rowsInserted.connect(lambda _top, first, last: self.told.append(("inserted", first, last)))
        model.rowsRemoved.connect(lambda _top, first, last: self.told.append(("removed", first, last)))
        model.dataChanged.connect(self._note_change)
        model.modelReset.connect(lambda: self.told.append(("reset", 0, 0)))

    def _note_change(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told.append(("changed", first.row(), last.row()))

    def show(self, *events: Event) -> list[tuple[str, int, int]]:
        """What the model said of these events."""
        self.told.clear()
        for event in events:
            self.state = apply(self.state, event)
        self.view.show_lines(self.state.turns, self.state.partials)
        QApplication.processEvents()
        return list(self.told)

    def is_at_end(self) -> bool:
        bar = self.view.verticalScrollBar()
        return bar.value() == bar.maximum()


def turns(count: int, first: int = 1) -> list[Event]:
    text = "I have called three times about this and nobody has called me back so far."
    return [said(n, text, 4.0 * n, Channel.AGENT if n % 2 else Channel.CALLER) for n in range(first, first + count)]


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    return Screen(qtbot)


def test_a_growing_guess_touches_only_its_own_row(screen: Screen) -> None:
    screen.show(started(), *turns(20), saying(99, "I want"))
    assert screen.show(saying(99, "I want my", end_s=2)) == [("changed", 20, 20)]


def test_a_final_takes_the_row_of_its_partial(screen: Screen) -> None:
    screen.show(started(), *turns(20), saying(99, "I want"))
    assert screen.show(said(99, "I want my money", 200)) == [("changed", 20, 20)]


def test_a_turn_that_began_earlier_is_put_before_the_later_one(screen: Screen) -> None:
    screen.show(said(1, "first", 1), said(2, "third", 9))
    assert screen.show(said(1, "second", 5, Channel.AGENT)) == [("inserted", 1, 1)]


def test_a_heat_touches_only_the_turn_it_is_about(screen: Screen) -> None:
    screen.show(started(), *turns(20))
    heat = AngerPoint(at_s=90, level=0.5, trend=Trend.RISING, phase=Phase.HOT, number=4, heat=0.9)
    assert screen.show(heat) == [("changed", 3, 3)]


def test_a_withdrawn_partial_removes_its_row(screen: Screen) -> None:
    screen.show(started(), *turns(3), saying(99, "thank you"))
    assert screen.show(said(99, "")) == [("removed", 3, 3)]


def test_a_state_without_news_touches_nothing(screen: Screen) -> None:
    screen.show(started(), *turns(20))
    assert screen.show() == []


def test_the_five_hundredth_turn_costs_one_new_row(screen: Screen) -> None:
    screen.show(started(), *turns(500))
    assert screen.show(*turns(1, first=501)) == [("inserted", 500, 500)]
    assert screen.is_at_end()


def test_it_follows_the_end(screen: Screen) -> None:
    for event in turns(12):
        screen.show(event)
        assert screen.is_at_end()
    assert screen.view.verticalScrollBar().maximum() > 0


def test_it_stays_where_the_reader_has_scrolled_to(screen: Screen) -> None:
    screen.show(*turns(30))
    screen.view.verticalScrollBar().setValue(40)
    screen.show(*turns(5, first=31))
    assert screen.view.verticalScrollBar().value() == 40


def test_it_follows_again_once_the_reader_is_back_at_the_end(screen: Screen) -> None:
    screen.show(*turns(30))
    bar = screen.view.verticalScrollBar()
    bar.setValue(40)
    bar.setValue(bar.maximum())
    screen.show(*turns(5, first=31))
    assert screen.is_at_end()


def test_a_new_call_follows_its_end_again(screen: Screen) -> None:
    screen.show(*turns(30))
    screen.view.verticalScrollBar().setValue(40)
    screen.show(started("call-2"))
    screen.show(*turns(30))
    assert screen.is_at_end()


def test_it_keeps_the_end_in_sight_when_the_window_is_resized(screen: Screen) -> None:
    screen.show(*turns(30))
    screen.view.resize(300, 200)
    QApplication.processEvents()
    assert screen.is_at_end()


def test_long_turns_wrap_within_the_width(screen: Screen) -> None:
    screen.show(said(1, "word " * 80))
    index = screen.view.model().index(0, 0)
    box = screen.view.visualRect(index)
    assert box.width() <= screen.view.viewport().width()
    assert box.height() > 5 * screen.view.fontMetrics().height()


def test_unsure_words_are_said_to_be_so(screen: Screen) -> None:
    screen.show(replace(said(1, "Two of weeks ago."), confidence=0.3), said(2, "Two weeks ago.", 5))
    lines = [screen.view.model().index(row, 0).data() for row in range(2)]
    assert lines == ["Caller, 0:00, unsure: Two of weeks ago.", "Caller, 0:05: Two weeks ago."]


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_unsure_words_are_grey_above_dots_as_guesses_are(qtbot: QtBot, theme: Theme) -> None:
    screen = Screen(qtbot, theme=theme)
    screen.show(said(1, "Two weeks ago."), replace(said(2, "Two of weeks ago.", 5), confidence=0.3))
    screen.show(replace(saying(3, "So it is", channel=Channel.AGENT), start_s=9, guess="two weeks"))
    plain, unsure, guess = (words_of_row(screen, row) for row in range(3))
    black = QColor(theme.text).rgb()
    assert (black in colours(screen, plain), dots(screen, plain, theme.muted)) == (True, 0)
    assert (black in colours(screen, unsure), dots(screen, unsure, theme.muted) > 30) == (False, True)
    assert 10 < dots(screen, guess, theme.muted) < 30


@pytest.mark.parametrize("confidence", [0.9, 0.3])
@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_what_is_masked_is_a_tag(qtbot: QtBot, theme: Theme, confidence: float) -> None:
    screen = Screen(qtbot, theme=theme)
    screen.show(said(1, "My card is a card."), replace(said(2, "My card is [card].", 5), confidence=confidence))
    ground = QColor(theme.masked).rgb()
    assert ground not in colours(screen, words_of_row(screen, 0))
    tagged = colours(screen, words_of_row(screen, 1))
    assert ground in tagged
    assert QColor(theme.text).rgb() in tagged


def words_of_row(screen: Screen, row: int) -> QRect:
    """Where the words of a line are, below its head."""
    box = screen.view.visualRect(screen.view.model().index(row, 0))
    return box.adjusted(12, 2 * box.height() // 5, 0, 0)


def colours(screen: Screen, place: QRect) -> set[int]:
    """Every colour there."""
    picture = screen.view.viewport().grab(place).toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def dots(screen: Screen, place: QRect, colour: str) -> int:
    """How long a line of dots below words is: pixels of this colour in a row that has more than letters have."""
    picture, wanted = screen.view.viewport().grab(place).toImage(), QColor(colour).rgb()
    rows = (sum(picture.pixel(x, y) == wanted for x in range(picture.width())) for y in range(picture.height()))
    return max(count if count > _OF_LETTERS else 0 for count in rows)


def test_a_click_tells_when_the_turn_began(qtbot: QtBot) -> None:
    screen = Screen(qtbot, follow=False)
    screen.show(*turns(3))
    clicked: list[float] = []
    screen.view.turn_clicked.connect(clicked.append)
    place = screen.view.visualRect(screen.view.model().index(1, 0)).center()
    click(screen.view.viewport(), place)
    assert clicked == [8.0]


@pytest.mark.parametrize(("at_s", "row"), [(0.0, 0), (8.5, 1), (11.0, 1), (999.0, 9)])
def test_going_to_a_call_second_selects_the_turn_of_that_moment(qtbot: QtBot, at_s: float, row: int) -> None:
    screen = Screen(qtbot, follow=False)
    screen.show(*turns(10))
    screen.view.go_to(at_s)
    assert screen.view.currentIndex().row() == row


def test_an_empty_transcript_has_nowhere_to_go(qtbot: QtBot) -> None:
    screen = Screen(qtbot, follow=False)
    screen.view.show_lines(state_of([started()]).turns)
    screen.view.go_to(5)
    assert not screen.view.currentIndex().isValid()
