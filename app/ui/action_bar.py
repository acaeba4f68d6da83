"""The buttons of a call: what is needed in its middle at hand, the rest in a menu."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.core.state import CallState
from app.ui.actions import SPECS, Act, is_offered, is_on, is_useful, meant
from app.ui.dock_menu import DockMenu
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, push_button, set_shown
from app.ui.tr import tr

Do = Callable[[Act], None]

AT_HAND = (Act.PAUSE, Act.HOLD, Act.ABUSE, Act.WARNED, Act.MOMENT, Act.HELP, Act.END)
BY_HAND = frozenset({Act.ABUSE, Act.WARNED})
"""At hand where nothing is heard, else in the menu."""

IN_MENU = (
    Act.MUTE,
    Act.OTHER,
    Act.UNSCORED,
    Act.TOLD,
    Act.REFUSED,
    Act.ABUSE,
    Act.WARNED,
    Act.SPEAK,
    Act.COLLAPSE,
    Act.CALLS,
    Act.KEPT,
    Act.SETTINGS,
)
VIEWS = (Act.CURVE, Act.TRANSCRIPT)
_MORE = "More"


class ActButton(QPushButton):
    """A button for one act; where its state is on it says how to leave it. A click takes no keyboard focus."""

    def __init__(self, act: Act, do: Do, key: str = "", kind: Kind = Kind.QUIET, *, title: str = "") -> None:
        super().__init__(title or tr(SPECS[act].title))
        self._act = act
        self._title = title
        self._key = key
        self._meant = act
        self.setProperty("kind", kind.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: do(self._meant))
        self._describe(act)

    def show_state(self, state: CallState) -> None:
        """Name what a press does now."""
        now = meant(self._act, state)
        if now is self._meant:
            return
        self._meant = now
        self.setProperty("on", is_on(self._act, state))
        self.style().polish(self)
        self._describe(now)

    def _describe(self, act: Act) -> None:
        title, about = self._title or tr(SPECS[act].title), tr(SPECS[act].about)
        self.setText(title)
        self.setToolTip(tr("{about} ({key})", about=about, key=self._key) if self._key else about)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)


class ActionBar(QWidget):
    """What is needed in the middle of a call, in as many rows as the width asks for; `more` is its last button."""

    def __init__(
        self, do: Do, keys: Mapping[Act, str], acts: Sequence[Act] = AT_HAND, more: QWidget | None = None
    ) -> None:
        super().__init__()
        rows = FlowLayout()
        self.setLayout(rows)
        self._buttons = {act: ActButton(act, do, keys.get(act, "")) for act in acts}
        for button in [*self._buttons.values(), *([more] if more else [])]:
            rows.addWidget(button)
        self.show_state(CallState())

    def show_state(self, state: CallState) -> None:
        """Name what each does now; another word may need another row."""
        before = self._shown()
        for act, button in self._buttons.items():
            button.show_state(state)
            set_shown(button, shown=is_offered(act, state) and not (state.is_heard and act in BY_HAND))
        if before != self._shown():
            self.updateGeometry()

    def _shown(self) -> list[str]:
        return [button.text() for button in self._buttons.values() if not button.isHidden()]


class CallMenu(QMenu):
    """What is seldom needed, with its keys."""

    def __init__(self, do: Do, keys: Mapping[Act, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = {act: self.addAction(tr(SPECS[act].title)) for act in IN_MENU}
        self._meant = {act: act for act in IN_MENU}
        for act, entry in self._entries.items():
            entry.triggered.connect(lambda _checked=False, act=act: do(self._meant[act]))
            entry.setToolTip(tr(SPECS[act].about))
            if key := keys.get(act):
                entry.setText(f"{tr(SPECS[act].title)}\t{key}")
        self._keys = keys
        self.dock = DockMenu(do, keys, self)
        self.insertMenu(self._entries[Act.CALLS], self.dock)

    def show_state(self, state: CallState) -> None:
        """Name what each does now."""
        for act, entry in self._entries.items():
            entry.setEnabled(is_useful(act, state))
            entry.setVisible(is_offered(act, state) and (state.is_heard or act not in BY_HAND))
            now = meant(act, state)
            if now is not self._meant[act]:
                self._meant[act] = now
                key = self._keys.get(act, "")
                title = tr(SPECS[now].title)
                entry.setText(f"{title}\t{key}" if key else title)


def more_button(menu: QMenu) -> QPushButton:
    """The button that opens a menu."""
    button = push_button(tr(_MORE), kind=Kind.QUIET)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setMenu(menu)
    return button
