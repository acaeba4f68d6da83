"""A panel at an edge of its screen stays there whatever it shows, until somebody drags it away."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.appearance import Dock
from app.core.message import Message
from app.ui.actions import SPECS, Act
from app.ui.agent_window import WIDTH_PX, AgentWindow
from app.ui.dock_menu import EDGES, DockMenu
from app.ui.docking import corner_at, inside
from app.ui.theme import LIGHT, Look, set_text_size
from app.ui.tray import Tray
from tests.settling import is_settling
from tests.ui.calls import whole_call
from tests.ui.panel import Panel, opened

SCREEN = QRect(0, 40, 1280, 900)
AT_EDGES = (Dock.LEFT, Dock.RIGHT)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    base = QApplication.font()
    with opened(qtbot) as made:
        yield made
    QApplication.setFont(base)


def area(window: QWidget) -> QRect:
    return window.screen().availableGeometry()


def is_at(window: AgentWindow, edge: Dock) -> bool:
    """Whether it stands in the corner of an edge, and lies on the screen with all of it."""
    frame, screen = window.frameGeometry(), area(window)
    corner = (frame.left(), screen.left()) if edge is Dock.LEFT else (frame.right(), screen.right())
    return corner[0] == corner[1] and frame.top() == screen.top() and screen.contains(frame)


def docked(qtbot: QtBot, window: AgentWindow, edge: Dock) -> None:
    """Have it stand there, and come to rest."""
    window.docking.want(edge)
    qtbot.waitUntil(lambda: not is_settling(window.docking))
    assert is_at(window, edge)


@pytest.mark.parametrize("edge", AT_EDGES)
def test_it_stands_at_the_edge_as_high_as_the_screen_and_no_wider_than_it_needs(
    qtbot: QtBot, panel: Panel, edge: Dock
) -> None:
    docked(qtbot, panel.window, edge)
    assert panel.window.frameGeometry().height() == area(panel.window).height()
    assert panel.window.width() == WIDTH_PX


@pytest.mark.parametrize("edge", AT_EDGES)
def test_it_keeps_to_its_edge_whatever_it_shows(qtbot: QtBot, panel: Panel, edge: Dock) -> None:
    docked(qtbot, panel.window, edge)
    *call, end = whole_call()
    panel.tell(*call)
    assert is_at(panel.window, edge)
    for act in (Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE, Act.COLLAPSE):
        panel.window.act(act)
        QApplication.processEvents()
        assert is_at(panel.window, edge)
    panel.tell(end)
    assert is_at(panel.window, edge)


@pytest.mark.parametrize("edge", AT_EDGES)
def test_it_keeps_to_its_edge_when_the_letters_grow_and_shrink(qtbot: QtBot, panel: Panel, edge: Dock) -> None:
    docked(qtbot, panel.window, edge)
    base = QApplication.font()
    for text_size in (2.0, 0.8, 1.0):
        set_text_size(base, text_size)
        panel.window.dress(Look(text_size=text_size), panel.window.keys)
        qtbot.waitUntil(lambda: is_at(panel.window, edge))
        set_text_size(base, 1.0)


def test_small_it_is_as_high_as_what_it_shows(qtbot: QtBot, panel: Panel) -> None:
    panel.tell(*whole_call()[:-1])
    docked(qtbot, panel.window, Dock.RIGHT)
    panel.window.act(Act.COLLAPSE)
    assert panel.window.height() < area(panel.window).height() / 2
    panel.window.act(Act.COLLAPSE)
    assert panel.window.frameGeometry().height() == area(panel.window).height()


@pytest.mark.parametrize("edge", Dock)
def test_small_it_is_low_also_where_the_words_were_open(qtbot: QtBot, panel: Panel, edge: Dock) -> None:
    panel.tell(*whole_call()[:-1])
    panel.window.docking.want(edge)
    qtbot.waitUntil(lambda: not is_settling(panel.window.docking))
    panel.window.act(Act.TRANSCRIPT)
    panel.window.act(Act.COLLAPSE)
    assert panel.window.height() == panel.window.minimumHeight() < area(panel.window).height() / 2


def test_what_room_is_left_is_below_the_buttons_and_makes_no_part_larger(qtbot: QtBot, panel: Panel) -> None:
    panel.tell(*whole_call()[:-1])
    card = panel.window.call.prompt.geometry()
    docked(qtbot, panel.window, Dock.RIGHT)
    QApplication.processEvents()
    assert panel.window.call.prompt.geometry() == card


@pytest.mark.parametrize("edge", AT_EDGES)
def test_dragged_away_it_is_free_and_stays_where_it_was_put(qtbot: QtBot, panel: Panel, edge: Dock) -> None:
    docked(qtbot, panel.window, edge)
    with qtbot.waitSignal(panel.window.docking.freed):
        panel.window.move(200, 60)
    assert panel.window.docking.edge is Dock.FREE
    panel.tell(*whole_call()[:-1])
    assert panel.window.frameGeometry().x() == 200


def test_dragged_by_a_little_it_goes_back_however_often(qtbot: QtBot, panel: Panel) -> None:
    docked(qtbot, panel.window, Dock.RIGHT)
    for _ in range(5):
        panel.window.move(panel.window.frameGeometry().x() - 10, 6)
        qtbot.waitUntil(lambda: is_at(panel.window, Dock.RIGHT) and not is_settling(panel.window.docking))
    assert panel.window.docking.edge is Dock.RIGHT


def test_while_it_is_dragged_no_change_of_the_call_takes_it_back(qtbot: QtBot, panel: Panel) -> None:
    docked(qtbot, panel.window, Dock.RIGHT)
    panel.window.move(100, 60)
    panel.tell(*whole_call()[:-1])
    panel.window.act(Act.CURVE)
    assert panel.window.frameGeometry().x() == 100
    qtbot.waitUntil(lambda: not panel.window.docking.is_docked)


def test_made_wider_at_its_inner_edge_it_stays_docked(qtbot: QtBot, panel: Panel) -> None:
    docked(qtbot, panel.window, Dock.RIGHT)
    place = panel.window.geometry()
    panel.window.setGeometry(place.adjusted(-80, 0, 0, 0))
    panel.tell(*whole_call()[:-1])
    qtbot.waitUntil(lambda: is_at(panel.window, Dock.RIGHT) and not is_settling(panel.window.docking))
    assert panel.window.docking.edge is Dock.RIGHT


@pytest.mark.parametrize("edge", Dock)
@pytest.mark.parametrize("enlarge", [QWidget.showMaximized, QWidget.showFullScreen])
def test_as_large_as_its_screen_it_is_left_alone_and_goes_back_afterwards(
    qtbot: QtBot, panel: Panel, edge: Dock, enlarge: Callable[[QWidget], None]
) -> None:
    panel.window.docking.want(edge)
    qtbot.waitUntil(lambda: not is_settling(panel.window.docking))
    enlarge(panel.window)
    QApplication.processEvents()
    whole, state = panel.window.geometry(), panel.window.windowState()
    panel.tell(*whole_call()[:-1])
    panel.window.act(Act.COLLAPSE)
    qtbot.waitUntil(lambda: not is_settling(panel.window.docking))
    assert (panel.window.geometry(), panel.window.windowState()) == (whole, state)
    panel.window.showNormal()
    if edge is not Dock.FREE:
        qtbot.waitUntil(lambda: is_at(panel.window, edge) and panel.window.height() == panel.window.minimumHeight())


class Tiles(QObject):
    """A system that puts each window where it wants, as often as need be."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.moved = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Put it back."""
        if event.type() is QEvent.Type.Move and isinstance(watched, QWidget) and watched.x() != 50:
            self.moved += 1
            QTimer.singleShot(0, lambda: watched.move(50, 50))
        return False


def test_a_system_that_gives_windows_another_place_has_its_way_and_frees_nothing(qtbot: QtBot, panel: Panel) -> None:
    tiles = Tiles(panel.window)
    panel.window.docking.want(Dock.RIGHT)
    qtbot.waitUntil(lambda: not is_settling(panel.window.docking) and tiles.moved > 3)
    assert (panel.window.docking.edge, panel.window.x()) == (Dock.RIGHT, 50)


def test_the_corner_of_an_edge_is_on_the_screen_also_where_that_is_narrow() -> None:
    assert corner_at(Dock.LEFT, SCREEN, QSize(380, 900)).toTuple() == (0, 40)
    assert corner_at(Dock.RIGHT, SCREEN, QSize(380, 900)).toTuple() == (900, 40)
    assert corner_at(Dock.RIGHT, SCREEN, QSize(1400, 900)).toTuple() == (0, 40)


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ((60, 100, 380, 700), (60, 100, 380, 700)),
        ((1200, 800, 380, 700), (900, 240, 380, 700)),
        ((-100, 0, 380, 2000), (0, 40, 380, 900)),
    ],
)
def test_a_place_is_brought_onto_the_screen(place: tuple[int, ...], kept: tuple[int, ...]) -> None:
    assert inside(QRect(*place), SCREEN).getRect() == kept


@pytest.mark.parametrize("act", EDGES)
def test_the_panels_menu_asks_for_each_edge_and_ticks_the_one_it_has(panel: Panel, act: Act) -> None:
    panel.tell(*whole_call()[:-1])
    panel.window.call.menu.dock.entries[act].trigger()
    assert panel.asked == [act]
    panel.window.docking.want(EDGES[act])
    ticked = [one.text() for one in panel.window.call.menu.dock.actions() if one.isChecked()]
    assert ticked == [SPECS[act].title]
    panel.window.dress(panel.window.look, panel.window.keys)
    assert panel.window.call.menu.dock.entries[act].isChecked()


@pytest.mark.parametrize("act", EDGES)
def test_the_tray_asks_for_each_edge_too(qtbot: QtBot, act: Act) -> None:  # noqa: ARG001 - an application
    asked: list[Act] = []
    tray = Tray(LIGHT, asked.append, lambda: None, lambda: None, {act: "F9"})
    assert tray.dock.menuAction() in tray.menu.actions()
    assert tray.dock.entries[act].text() == f"{SPECS[act].title}\tF9"
    tray.dock.entries[act].trigger()
    assert asked == [act]


def test_where_nobody_can_choose_the_menu_is_off_and_says_why(qtbot: QtBot) -> None:
    menu = DockMenu(lambda _: None, {})
    qtbot.addWidget(menu)
    menu.show_dock(Dock.FREE, Message("Not here."))
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [
        ("Not here.", False),
        *((SPECS[act].title, False) for act in EDGES),
    ]
    menu.show_dock(Dock.LEFT, Message("Not there."))
    assert menu.actions()[0].text() == "Not there."
    menu.show_dock(Dock.LEFT)
    assert [one.text() for one in menu.actions() if one.isEnabled()] == [SPECS[act].title for act in EDGES]
