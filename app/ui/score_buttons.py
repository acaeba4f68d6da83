"""What can be done with a score: end it, drop it, give it anew, or agree on one."""

from collections.abc import Callable

from app.ui.flow import FlowLayout
from app.ui.labels import Kind, push_button, set_shown
from app.ui.tr import tr

Act = Callable[[], object]


class ScoreButtons(FlowLayout):
    """Buttons of which no more are shown than can be pressed."""

    def __init__(self, finish: Act, discard: Act, open_again: Act, agree: Act) -> None:
        super().__init__()
        self.done = push_button(tr("Done"), finish, Kind.MAIN)
        self.done.setAutoDefault(True)  # the return key ends a score that was given by keys
        self.discard = push_button(tr("Discard"), discard)
        self.again = push_button(tr("Open again"), open_again)
        self.agree = push_button(tr("Agree on a score"), agree)
        for button in (self.done, self.discard, self.again, self.agree):
            self.addWidget(button)

    def show_state(self, *, is_draft: bool, may_open: bool, may_agree: bool) -> None:
        """Show what can be done now."""
        for button, shown in (
            (self.done, is_draft),
            (self.discard, is_draft),
            (self.again, may_open),
            (self.agree, may_agree),
        ):
            set_shown(button, shown=shown)
