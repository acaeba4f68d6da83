"""Pages of a long list: the newest that was asked for comes first, and what was scrolled past does not come."""

from threading import Event

from pytestqt.qtbot import QtBot

from app.core.call_search import CallPage
from app.core.errors import StoreError
from app.ui.call_pages import MOST_WAITING, PAGE, CallPages


class Slow:
    """Reads nothing before it is let go; `begun` once it is asked for the first page."""

    def __init__(self) -> None:
        self.begun, self.let_go = Event(), Event()

    def find(self, _offset: int, _limit: int) -> CallPage:
        self.begun.set()
        self.let_go.wait()
        return CallPage(rows=(), total=0)


def test_what_was_asked_for_last_is_read_first_and_what_was_scrolled_past_is_left_out(qtbot: QtBot) -> None:
    pages, slow = CallPages(), Slow()
    came, forgotten = list[int](), list[int]()
    pages.came.connect(lambda _number, offset, _page: came.append(offset))
    pages.ask(1, slow.find, 0, forgotten.append)
    slow.begun.wait()
    asked = [PAGE * place for place in range(1, 11)]
    for offset in asked:
        pages.ask(1, slow.find, offset, forgotten.append)
    slow.let_go.set()
    qtbot.waitUntil(lambda: len(came) == 1 + MOST_WAITING)
    assert came == [0, *reversed(asked[-MOST_WAITING:])]
    assert forgotten == asked[:-MOST_WAITING]


def test_pages_of_a_list_that_is_not_shown_any_more_are_left_out(qtbot: QtBot) -> None:
    pages, slow = CallPages(), Slow()
    came, forgotten = list[tuple[int, int]](), list[int]()
    pages.came.connect(lambda number, offset, _page: came.append((number, offset)))
    pages.ask(1, slow.find, 0, forgotten.append)
    slow.begun.wait()
    pages.ask(1, slow.find, 50, forgotten.append)
    pages.ask(2, slow.find, 100, forgotten.append)
    slow.let_go.set()
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == [(1, 0), (2, 100)]
    assert forgotten == [50]


def test_what_goes_wrong_comes_in_the_place_of_a_page(qtbot: QtBot) -> None:
    pages, came = CallPages(), list[object]()
    error = StoreError("The call store failed.", "Restart Calmline.")

    def fail(_offset: int, _limit: int) -> CallPage:
        raise error

    pages.came.connect(lambda _number, _offset, page: came.append(page))
    pages.ask(1, fail, 0)
    qtbot.waitUntil(lambda: came == [error])
