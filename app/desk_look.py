"""What settings make of the agent's window, and where it lies on the screen."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.after_call import Keep
from app.core.message import Message
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QFont

    from app.ui.actions import Act
    from app.ui.agent_window import AgentWindow
    from app.ui.theme import Look

_PLACE = "window.place"


def look_for(settings: Settings, base: "QFont") -> "Look":
    """The look of the settings; windows made from now on have its text size. `base` is the desktop's font."""
    from app.ui.theme import Motion, ThemeName, look_of, set_text_size  # noqa: PLC0415 - needs Qt

    text_size = settings.text_size / 100
    set_text_size(base, text_size)
    return look_of(ThemeName(settings.theme), text_size, Motion(settings.motion))


def speak(application: "QCoreApplication", settings: Settings) -> None:
    """Have the windows in the language of the settings."""
    from app.ui.language import install_language  # noqa: PLC0415 - needs Qt

    install_language(application, settings.language, settings.translation_folders)


def dress(window: "AgentWindow", settings: Settings, base: "QFont") -> None:
    """Give the window the look and the keys of the settings; `base` is the desktop's font."""
    window.dress(look_for(settings, base), keys_of(settings)[0])
    window.stay_on_top(wanted=settings.on_top)


def keys_of(settings: Settings) -> "tuple[dict[Act, str], list[str]]":
    """The keys as shipped with those of the settings, and why some of them cannot be used: they stay as shipped."""
    from app.ui.actions import SPECS, Act, default_keys, trouble_with  # noqa: PLC0415 - needs Qt

    keys = default_keys()
    notices: list[str] = []
    for name, key in settings.keys.items():
        if name not in set(Act):
            notices.append(Message("There is no key for {name!r}.", name=name))
        elif trouble := trouble_with(key, Act(name), keys):
            act = Message(SPECS[Act(name)].title)
            notices.append(Message("The key for “{act}” stays as it was: {trouble}", act=act, trouble=trouble))
        else:
            keys[Act(name)] = key
    return keys, notices


def allowed_by(settings: Settings) -> frozenset[Keep]:
    """What the card after a call may do with it: where the centre has said what is kept, no more than that."""
    if not settings.is_locked("keep"):
        return frozenset(Keep)
    return frozenset({Keep(settings.keep)})


def keep_place(window: "AgentWindow", home: Path) -> None:
    """Note where the window lies; where that cannot be noted it opens in the middle."""
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / _PLACE).write_bytes(window.saveGeometry().data())


def restore_place(window: "AgentWindow", home: Path) -> None:
    """Put the window where it lay; Qt keeps it on a screen that is there."""
    with suppress(OSError):
        window.restoreGeometry((home / _PLACE).read_bytes())
