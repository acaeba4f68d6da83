"""The panel beside the agent's softphone."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QDialog, QMainWindow

from app.core.after_call import Corrected
from app.core.checklists import Opening
from app.core.desk import DeskPhase, DeskState
from app.core.document import CallDocument
from app.core.keeping import Keep
from app.core.state import CallState
from app.ui.action_bar import Do
from app.ui.actions import OF_A_CALL, Act, default_keys, meant
from app.ui.after_card import Settle, Word
from app.ui.ask_view import AskView
from app.ui.bridge import CallBridge
from app.ui.call_view import CallView
from app.ui.docking import Docking
from app.ui.health_line import HealthLine
from app.ui.keeping_foot import KeepingFoot
from app.ui.notice_bar import NoticeBar
from app.ui.panel_keys import PanelKeys
from app.ui.panel_page import PanelPage
from app.ui.prompt_card import spoken
from app.ui.ready_view import ReadyView
from app.ui.screen_room import Room, fills_screen, room_on_screen
from app.ui.theme import Look, look_of, stylesheet

WIDTH_PX = 380
_OWN = {Act.CURVE, Act.TRANSCRIPT, Act.COLLAPSE, Act.SPEAK}
"""What the window does by itself."""


class AgentWindow(QMainWindow):
    """Ready, in a call, and after it: one narrow window that follows the bridge and hands on what is asked for.

    It never asks for the keyboard: that stays where the agent works.
    """

    closed = Signal()
    desktop_changed = Signal()
    """The desktop has other colours now, or wants another contrast."""
    announced = Signal(str)
    """What a screen reader is asked to say at once."""

    def __init__(
        self,
        bridge: CallBridge,
        do: Do,
        *,
        look: Look | None = None,
        keys: Mapping[Act, str] | None = None,
        opening: Opening | None = None,
        settle: Settle | None = None,
        allowed: Collection[Keep] = frozenset(Keep),
    ) -> None:
        super().__init__()
        self.setWindowTitle("Calmline")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._bridge = bridge
        self._do = do
        self._opening = opening or Opening()
        self._settle = settle or _leave
        self._allowed = allowed
        self.room: Room = room_on_screen
        self._open = frozenset[Act]()
        self._bound = PanelKeys(self, self.press)
        self._last: Word | None = None
        self._kept = KeepingFoot(bridge, allowed)
        self.keys = default_keys() if keys is None else dict(keys)
        self.docking = Docking(self, self._fit)
        self._build(look or look_of())
        self._bound.bind(self.keys)
        self.docking.changed.connect(self._show_dock)
        bridge.on_change(self.show_state)
        bridge.on_desk(self.show_desk)
        bridge.on_press(self.press)
        bridge.on_settled(self._show_settled)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._look_again)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._look_again)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is gone; what was said of the last call is saved."""
        self.settle()
        super().closeEvent(event)
        self.closed.emit()

    def settle(self) -> None:
        """Save what was said of the last call, without waiting for more."""
        self.call.summary.after.settle_now()

    def _settle_call(self, document: CallDocument, keep: Keep, said: Corrected) -> None:
        self._settle(document, keep, said)
        self._kept.follow_word(document, keep)

    def _show_settled(self, call_id: str, is_done: bool) -> None:
        self._kept.follow_store(call_id, is_done=is_done)
        if not is_done:
            self.call.summary.after.tell_failure(call_id)

    def show_keep(self, keep: Keep) -> None:
        """So much is kept of calls from now on."""
        self._kept.follow_setting(keep)

    @property
    def look(self) -> Look:
        """How it looks now."""
        return self._look

    def show_opening(self, opening: Opening) -> None:
        """Another opening belongs to the calls from now on."""
        if opening == self._opening:
            return
        self._opening = opening
        self.ready.show_opening(opening)
        self.ready.show_desk(self._bridge.desk)
        self.ask.show_opening(opening)
        self._fit()

    def dress(self, look: Look, keys: Mapping[Act, str]) -> None:
        """Look otherwise, with other keys, from now on; the call on the screen stays."""
        self.keys = dict(keys)
        self._build(look)
        self._bound.bind(self.keys)

    def _look_again(self) -> None:
        self.desktop_changed.emit()

    def come_forward(self) -> None:
        """Be seen where it was put away or lies behind others; the keyboard stays where it is."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()

    def stay_on_top(self, *, wanted: bool) -> None:
        """Stay above other windows, where the system lets an application ask for that."""
        if bool(self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is wanted:
            return
        is_shown = self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, wanted)
        self.setVisible(is_shown)

    def act(self, act: Act) -> None:
        """What a button or key asks for."""
        match act:
            case Act.CURVE | Act.TRANSCRIPT | Act.COLLAPSE:
                self._toggle(act)
            case Act.SPEAK:
                self._speak()
            case _:
                self._do(act)

    def press(self, act: str) -> None:
        """What the key of an act asks for now; beside a dialog that is open, what the call and the panel need alone."""
        wanted = meant(Act(act), self._bridge.state)
        if wanted in OF_A_CALL | _OWN or not self.raise_dialog():
            self.act(wanted)

    def raise_dialog(self) -> bool:
        """Bring the dialog that is open over it to the front; whether there is one."""
        dialog = next((found for found in self.findChildren(QDialog) if found.isVisible()), None)
        if dialog is not None:
            dialog.raise_()
        return dialog is not None

    def _build(self, look: Look) -> None:
        """Make all views anew, which is how another look comes to all of them."""
        self._look = look
        self.setStyleSheet(stylesheet(look.theme))
        self.call = CallView(look, self.act, self.keys, self._settle_call, self._allowed, self._end_card())
        self.call.summary.after.grew.connect(lambda: self._fit(is_steady=True))
        self.ready = ReadyView(self.act, look.theme, self._opening)
        self.ask = AskView(self.act, self.keys, self._opening)
        self.health = HealthLine(look.theme)
        self._kept.stand_on(self.health)
        self.notices = NoticeBar(self.act)
        self._stage = ""
        self._page = PanelPage(self.notices, (self.ready, self.ask, self.call), self.health)
        self.setCentralWidget(self._page)
        self.setMinimumWidth(width_for(look.text_size))
        self.call.set_open(self._open)
        self._show_dock()
        self.show_state(self._bridge.state)
        self.show_desk(self._bridge.desk)
        self.setFocus()

    def _show_dock(self) -> None:
        self.call.menu.dock.show_dock(self.docking.edge, self.docking.why)

    def _end_card(self) -> Word | None:
        """What was said of the last call, and typed so far, before its card is made anew."""
        if hasattr(self, "call"):
            self._last = self.call.summary.after.hand_over()
        return self._last

    def _toggle(self, act: Act) -> None:
        self._open ^= {act}
        self.call.set_open(self._open)
        self._fit()

    def _fit(self, *, is_steady: bool = False) -> None:
        """Be as high as what is shown needs; more where the transcript can use it, or nothing is to move.

        At an edge of the screen it is as high as that, unless it is small. Nowhere is it higher than there is room for:
        curve, words and the card after a call give way, then the page scrolls.
        """
        room, asked = self.room(self), max(self.width() if self.isVisible() else 0, self.minimumWidth())
        self._page.let_scroll(wanted=False)
        self.call.give_way(0)
        width, needed = self._page.needed(asked)
        if needed > room:
            self.call.give_way(needed - room)
            width, needed = self._page.needed(asked)
        if needed > room:
            self._page.let_scroll(wanted=True)
            width, needed = self._page.needed(asked)[0], room
        keeps = is_steady or (self.isVisible() and Act.TRANSCRIPT in self._open and not self._is_small())
        self.setMinimumHeight(needed)
        height = room if self._is_tall() else max(needed, self.height()) if keeps else needed
        if not fills_screen(self):
            self.resize(width, min(room, height))
        self.docking.keep()

    def _is_tall(self) -> bool:
        return self.docking.is_docked and not self._is_small()

    def _is_small(self) -> bool:
        return self._stage == "call" and Act.COLLAPSE in self._open

    def _speak(self) -> None:
        """Have a screen reader say the prompt."""
        words = spoken(self._bridge.state.prompt)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.announced.emit(words)

    def show_desk(self, state: DeskState) -> None:
        """Show what is offered and told, whether a call can begin, and what belongs to its beginning."""
        if state.opening is not None:
            self.show_opening(state.opening)
        before = self.notices.text.text()
        self.notices.show_desk(state)
        self.ready.show_desk(state)
        self.health.show_desk(state)
        self._turn()
        if self.notices.text.text() != before:
            self._fit(is_steady=True)

    def show_state(self, state: CallState) -> None:
        """Show where the call stands."""
        before = self._needs()
        self._kept.follow_call()
        self.health.show_state(state)
        if state.started is None:
            self.call.summary.after.settle_now()
        else:
            self.call.show_state(state)
        if not self._turn() and self._needs() != before:
            self._fit(is_steady=True)

    def _turn(self) -> bool:
        """Turn to the page that belongs to now; whether it is another one."""
        state, is_asking = self._bridge.state, self._bridge.desk.phase is DeskPhase.ASKING
        stage = "ended" if state.ended else "call" if state.started else "ask" if is_asking else "ready"
        if stage == self._stage:
            return False
        self._stage = stage
        self.setFocus()
        self.ready.setVisible(stage == "ready")
        self.ask.setVisible(stage == "ask")
        self.call.setVisible(stage in {"call", "ended"})
        self._fit()
        return True

    def _needs(self) -> tuple[int, ...]:
        """What may ask for more room while a call goes on: the lines at the foot, and buttons with longer words."""
        return tuple(part.heightForWidth(part.width()) for part in (self.health, self.call.buttons))


def _leave(_document: CallDocument, _keep: Keep, _said: Corrected) -> None:
    """Where nothing is kept there is nothing to do."""


def width_for(text_size: float) -> int:
    """How wide the panel is at least, in pixels."""
    return round(WIDTH_PX * max(1.0, (1 + text_size) / 2))
