"""The first run on a bench that shows what a test says."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS, SettingRow
from app.core.setup import SetupPage, SetupState
from app.ui.setup_dialog import SetupDialog
from app.ui.theme import Theme
from tests.core.setups import LOOKED

if TYPE_CHECKING:
    from app.core.errors import CalmlineError


class Bench:
    """Shows `state`; notes what it is asked for."""

    def __init__(self, state: SetupState = LOOKED) -> None:
        self.state = state
        self.page: SetupPage | None = None
        self.kept: list[dict[str, Value]] = []
        self.asked: list[object] = []
        self.error: CalmlineError | None = None

    def turn_to(self, page: SetupPage) -> None:
        self.page = page

    def look_again(self) -> None:
        self.asked.append("look")

    def play_tone(self, caller: str | None) -> None:
        self.asked.append(("tone", caller))

    def play_voice(self) -> None:
        self.asked.append("voice")

    def fetch_model(self) -> None:
        self.asked.append("fetch")

    def keep(self, changes: Mapping[str, Value]) -> None:
        if self.error is not None:
            raise self.error
        self.kept.append(dict(changes))


def rows(*, locked: Sequence[str] = (), **values: Value) -> dict[str, SettingRow]:
    return {
        name: SettingRow(
            setting=SETTINGS[name], value=values.get(name, SETTINGS[name].default), is_locked=name in locked
        )
        for name in ("microphone", "caller", "keep", "consent")
    }


def dialog_at(
    page: SetupPage,
    state: SetupState = LOOKED,
    *,
    theme: Theme | None = None,
    given: dict[str, SettingRow] | None = None,
) -> SetupDialog:
    """The dialog, turned to a page as a person does."""
    bench = Bench(state)
    dialog = SetupDialog(bench, given or rows(), lambda: bench.asked.append("practice"), theme=theme)
    for _ in range(page):
        dialog.next_button.click()
    return dialog
