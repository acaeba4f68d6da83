"""The agent's window on a bridge, as the tests of the windows tell it things, look at it and press it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.core.after_call import Corrected
from app.core.checklists import Opening
from app.core.desk import DeskState
from app.core.document import CallDocument
from app.core.events import Event
from app.core.keeping import Keep
from app.ui.actions import SPECS, Act
from app.ui.after_card import AfterCard
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.theme import Look

Settled = list[tuple[str, Keep, Corrected]]


class Panel:
    """The window, what it `asked` for, and what was `settled` of calls that were over."""

    def __init__(
        self,
        qtbot: QtBot,
        look: Look | None = None,
        allowed: Collection[Keep] = frozenset(Keep),
        opening: Opening | None = None,
    ) -> None:
        self.asked: list[Act] = []
        self.settled: Settled = []
        self.bridge = CallBridge()
        self.window = AgentWindow(
            self.bridge, self.asked.append, look=look, settle=self._settle, allowed=allowed, opening=opening
        )
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()

    @property
    def card(self) -> AfterCard:
        """The card after a call."""
        return self.window.call.summary.after

    def tell(self, *events: Event) -> None:
        """Have these happen in the call."""
        for event in events:
            self.bridge.post(event)
        self.bridge.drain()
        QApplication.processEvents()

    def show(self, state: DeskState) -> None:
        """Have the desk be so."""
        self.bridge.show_desk(state)
        self.bridge.drain()
        QApplication.processEvents()

    def press(self, key: str) -> None:
        """Press the keys of a shortcut."""
        QTest.keySequence(self.window, QKeySequence(key))

    def button(self, act: Act) -> QAbstractButton:
        """The button in sight that does an act now."""
        found = self.window.findChildren(QAbstractButton)
        return next(one for one in found if one.isVisible() and one.text() == SPECS[act].title)

    def wait_s(self, seconds: int) -> None:
        """Let seconds pass for the card after a call."""
        for _ in range(seconds):
            self.card.pass_second()

    def _settle(self, document: CallDocument, keep: Keep, said: Corrected) -> None:
        self.settled.append((document.call.id, keep, said))


@contextmanager
def opened(
    qtbot: QtBot,
    *events: Event,
    look: Look | None = None,
    allowed: Collection[Keep] = frozenset(Keep),
    opening: Opening | None = None,
) -> Iterator[Panel]:
    """A panel that knows of these events, until the test is over."""
    panel = Panel(qtbot, look, allowed, opening)
    panel.tell(*events)
    yield panel
    panel.bridge.close()


def texts(widget: QWidget) -> list[str]:
    """What is written on a widget now."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]
