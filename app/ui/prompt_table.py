"""The prompts of one call: when, which stage, what was said, and whether it was followed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.core.call_words import FOLLOWED, STAGES, clock
from app.core.state import ShownPrompt
from app.ui.row_table import RowTable
from app.ui.tr import tr

_COLUMNS = ("Time", "Stage", "Prompt", "Followed")


class PromptTable(RowTable):
    """`picked` carries the call second of the prompt that was clicked, or chosen by Enter."""

    picked = Signal(float)

    def __init__(self) -> None:
        super().__init__([tr(column) for column in _COLUMNS], wrapped=_COLUMNS.index("Prompt"), name=tr("Prompts"))
        self._prompts: Sequence[ShownPrompt] = ()
        self.row_picked.connect(lambda row: self.picked.emit(self._prompts[row].at_s))

    def show_prompts(self, prompts: Sequence[ShownPrompt]) -> None:
        """Replace the list."""
        self._prompts = prompts
        self.show_rows(
            [(clock(one.at_s), tr(STAGES[one.stage]), one.title, tr(FOLLOWED[one.followed])) for one in prompts],
            [f"{one.say}\n{one.because}".strip() for one in prompts],
        )
