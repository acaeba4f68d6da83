"""Windows that go as garbage: on their own thread, and between two events."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.collecting import collect_what_is_due, collecting_between_events, leave_out_what_is_there
from tests.conditions import LONG_S


class Cycle:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def _at_every_object() -> Iterator[None]:
    """Python looks for garbage as often as it can."""
    before = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    yield
    gc.set_threshold(*before)


def _let_go(threads: list[str]) -> None:
    """Leave cycles behind, the first of which notes on which thread it ends."""
    weakref.finalize(Cycle(), lambda: threads.append(threading.current_thread().name))
    for _ in range(10_000):
        Cycle()


@pytest.mark.usefixtures("_at_every_object")
def test_what_a_worker_leaves_behind_goes_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    threads = list[str]()
    with collecting_between_events(every_ms=1):
        worker = threading.Thread(target=_let_go, args=(threads,), name="worker")
        worker.start()
        worker.join()
        assert not threads
        qtbot.waitUntil(lambda: bool(threads), timeout=round(1000 * LONG_S))
    assert threads == [threading.main_thread().name]


@pytest.mark.usefixtures("_at_every_object", "qapp")
def test_no_window_goes_while_another_is_being_made() -> None:
    gone = list[str]()

    class Held(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.itself = self

    with collecting_between_events():
        weakref.finalize(Held(), lambda: gone.append("window"))
        for _ in range(100):
            QWidget(QWidget())
        assert not gone
        collect_what_is_due()
    assert gone == ["window"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_enabled", [True, False])
def test_python_looks_by_itself_again_where_it_did_before(*, is_enabled: bool) -> None:
    was_enabled = gc.isenabled()
    (gc.enable if is_enabled else gc.disable)()
    try:
        with collecting_between_events():
            assert not gc.isenabled()
        assert gc.isenabled() is is_enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_looked_at_that_was_there_when_all_was_loaded() -> None:
    before = gc.get_freeze_count()
    kept = Cycle()
    leave_out_what_is_there()
    assert gc.get_freeze_count() > before
    assert not any(one is kept for one in gc.get_objects())
