"""Practice to be read: the caller's lines appear as fast as people speak, and the agent answers aloud."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from app.core.call_words import STAGES
from app.core.read_practice import PER_WORD_S, Exchange
from app.ui.form_dialog import FormDialog
from app.ui.labels import Kind, card, label, push_button, scrolled
from app.ui.theme import Theme
from app.ui.tr import tr

_ABOUT = "Read the caller, answer aloud as you would on the phone, and go on. Nothing is heard or kept."
_BEGIN = "You have the first word: greet the caller."
_END = "That was the call."
_ANSWERED, _AGAIN = "&Answered: go on", "Once &more"
_SHOW_ANSWER, _HIDE_ANSWER = "Show what was &said then", "Hide what was &said then"
_NO_ANSWER = "Nothing was said then."
_WIDTH, _HEIGHT, _NARROWEST = 66, 26, 40
_MARGIN, _GAP = 16, 10
_CALLER_SCALE, _PROMPT_SCALE = 1.25, 1.1


class ReadingDialog(FormDialog):
    """One line of the caller at a time, with the prompts that came to it, and on wish what was answered then."""

    def __init__(
        self, title: str, exchanges: Sequence[Exchange], *, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, theme, parent)
        self._exchanges = exchanges
        self._place = 0
        self._words: list[str] = []
        self.how_far = label(muted=True)
        self.speaker = label(tr("Caller"), bold=True)
        self.caller = label(scale=_CALLER_SCALE, wrap=True)
        self.prompts = label(scale=_PROMPT_SCALE, wrap=True)
        self.answer = label(muted=True, wrap=True)
        self.show_answer = push_button(tr(_SHOW_ANSWER), self._turn_answer, Kind.QUIET)
        self.show_answer.setAutoDefault(False)
        self.next_button = push_button(tr(_ANSWERED), self.go_on, Kind.MAIN)
        self.next_button.setDefault(True)
        self.close_button = push_button(tr("&Close"), self.reject)
        self.clock = QTimer(self)
        self.clock.setInterval(round(1000 * PER_WORD_S))
        self.clock.timeout.connect(self.say_word)
        self._lay_out()
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)
        self._begin_line()
        self.next_button.setFocus()

    def go_on(self) -> None:
        """The next line; while one still appears all of it is shown first, and after the last the call begins anew."""
        if self._words:
            self._say_all()
            return
        self._place = 0 if self._is_over() else self._place + 1
        self._begin_line()

    def say_word(self) -> None:
        """One more word of the caller's line; prompts come when it is over."""
        if self._words:
            self.caller.setText(f"{self.caller.text()} {self._words.pop(0)}".strip())
        if not self._words:
            self._end_line()

    def reject(self) -> None:
        """Nobody speaks any more."""
        self.clock.stop()
        super().reject()

    def _is_over(self) -> bool:
        return self._place >= len(self._exchanges)

    def _begin_line(self) -> None:
        self._hide_answer()
        self.prompts.setText("")
        self.caller.setText("")
        is_over = self._is_over()
        self.speaker.setVisible(not is_over)
        self.show_answer.setEnabled(not is_over)
        self.next_button.setText(tr(_AGAIN) if is_over else tr(_ANSWERED))
        self.next_button.setAccessibleName(self.next_button.text().replace("&", ""))
        if is_over:
            self.how_far.setText("")
            self.caller.setText(tr(_END))
            return
        exchange = self._exchanges[self._place]
        self.how_far.setText(tr("{number} of {total}", number=self._place + 1, total=len(self._exchanges)))
        self._words = exchange.caller.split()
        self.speaker.setVisible(bool(self._words))
        if self._words:
            self.clock.start()
            return
        self.caller.setText(tr(_BEGIN))
        self._end_line()

    def _say_all(self) -> None:
        self.caller.setText(self._exchanges[self._place].caller)
        self._words = []
        self._end_line()

    def _end_line(self) -> None:
        self.clock.stop()
        shown = self._exchanges[self._place].prompts
        self.prompts.setText("\n".join(f"{tr(STAGES[one.stage])}: {one.title}\n{one.say}".strip() for one in shown))

    def _turn_answer(self) -> None:
        if self.answer.text():
            self._hide_answer()
            return
        self.answer.setText(self._exchanges[self._place].answer or tr(_NO_ANSWER))
        self._name_answer(tr(_HIDE_ANSWER))

    def _hide_answer(self) -> None:
        self.answer.setText("")
        self._name_answer(tr(_SHOW_ANSWER))

    def _name_answer(self, name: str) -> None:
        self.show_answer.setText(name)
        self.show_answer.setAccessibleName(name.replace("&", ""))

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        rows.addWidget(label(tr(_ABOUT), muted=True, wrap=True))
        said = QWidget()
        lines = QVBoxLayout(said)
        head = QHBoxLayout()
        head.addWidget(self.speaker)
        head.addStretch()
        head.addWidget(self.how_far)
        lines.addLayout(head)
        lines.addWidget(self.caller)
        rows.addWidget(card(said))
        rows.addWidget(self.prompts)
        rows.addWidget(self.show_answer, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.answer)
        rows.addStretch()
        buttons = QDialogButtonBox()
        buttons.addButton(self.next_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        foot = QVBoxLayout()
        foot.addWidget(buttons)
        self.lay_out(scrolled(page, self.windowTitle(), is_stop=False), foot, _MARGIN)
