"""What settings make of the agent's window."""

from typing import TYPE_CHECKING

from app.core.appearance import Motion, ThemeName
from app.core.keeping import Keep
from app.core.message import Message
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QFont

    from app.ui.action_bar import Do
    from app.ui.actions import Act
    from app.ui.agent_window import AgentWindow
    from app.ui.bridge import CallBridge
    from app.ui.theme import Look
    from app.ui.tray import Tray


def look_for(settings: Settings, base: "QFont") -> "Look":
    """The look of the settings; windows made from now on have its text size. `base` is the desktop's font."""
    from app.ui.theme import look_of, set_text_size

    text_size = settings.text_size / 100
    set_text_size(base, text_size)
    return look_of(ThemeName(settings.theme), text_size, Motion(settings.motion))


def speak(application: "QCoreApplication", settings: Settings) -> None:
    """Have the windows in the language of the settings."""
    from app.ui.language import install_language

    install_language(application, settings.language, settings.translation_folders)


def dress(window: "AgentWindow", settings: Settings, base: "QFont", tray: "Tray | None" = None) -> None:
    """Give the window, and the tray where there is one, the settings' look and keys; `base` is the desktop's font."""
    window.dress(look_for(settings, base), keys_of(settings)[0])
    window.stay_on_top(wanted=settings.on_top)
    if tray is not None:
        tray.dress(window.look.theme, window.keys)


def keys_of(settings: Settings) -> "tuple[dict[Act, str], list[str]]":
    """The keys as shipped with those of the settings, and why some of them cannot be used: they stay as shipped.

    Of two that are the same, the centre's is used.
    """
    from app.ui.actions import SPECS, default_keys, trouble_with

    shipped = default_keys()
    own, notices = _own_keys(settings)
    keys = shipped | own
    doubted = sorted(own, key=lambda act: settings.is_locked(f"keys.{act}"))
    while (act := next((one for one in doubted if trouble_with(keys[one], one, keys)), None)) is not None:
        notices.append(_kept(SPECS[act].title, trouble_with(keys[act], act, keys)))
        keys[act] = shipped.get(act, "")
        doubted.remove(act)
    return keys, notices


def _kept(title: str, why: str) -> Message:
    return Message("The key for “{act}” stays as it was: {why}", act=Message(title), why=Message(why))


def _own_keys(settings: Settings) -> "tuple[dict[Act, str], list[str]]":
    """The keys of the settings, written as keys are, and which of them are none."""
    from app.ui.actions import Act

    own: dict[Act, str] = {}
    notices: list[str] = []
    for name, key in settings.keys.items():
        named = written(key)
        if name not in set(Act):
            notices.append(Message("There is no key for {name}.", name=repr(name)))
        elif key and not named:
            notices.append(Message("{key} is no key.", key=repr(key)))
        else:
            own[Act(name)] = named
    return own, notices


def written(key: str) -> str:
    """A key as keys are written, "" where it is none."""
    from PySide6.QtGui import QKeySequence

    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def open_tray(window: "AgentWindow", bridge: "CallBridge", do: "Do") -> "Tray | None":
    """The icon in the tray, which follows the desk; None where the desktop has no tray."""
    from app.ui.tray import Tray

    if not Tray.isSystemTrayAvailable():
        return None
    tray = Tray(window.look.theme, do, window.come_forward, window.close, window.keys)
    bridge.on_desk(tray.show_desk)
    docking = window.docking
    docking.changed.connect(lambda: tray.dock.show_dock(docking.edge, docking.why))
    tray.dock.show_dock(docking.edge, docking.why)
    tray.show()
    return tray


def allowed_by(settings: Settings) -> frozenset[Keep]:
    """What the card after a call may do with it: where the centre has said what is kept, no more than that."""
    if not settings.is_locked("keep"):
        return frozenset(Keep)
    return frozenset({Keep(settings.keep)})
