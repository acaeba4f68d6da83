"""A call's scores: given item by item, answered by the agent, calibrated between reviewers."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.core.calibration import common_answers
from app.core.call_words import clock
from app.core.document import CallDocument, begin_of_turn
from app.core.score_port import CallScores, Kind, Reply, Score, is_same_person
from app.core.scorecard import Scorecard
from app.core.scoring import Answers
from app.core.standing import standing_of
from app.ui.calibration_view import CalibrationView, blind_of
from app.ui.labels import label, push_button, scrolled, set_shown, set_stop
from app.ui.reply_box import ReplyBox
from app.ui.said_line import SaidLine
from app.ui.score_buttons import ScoreButtons
from app.ui.score_form import ScoreForm
from app.ui.score_head import ScoreHead
from app.ui.score_item import ScoreItem
from app.ui.score_list import Entry, ScoreList, Scoring
from app.ui.score_reader import ScoreReader
from app.ui.score_start import ScoreStart
from app.ui.score_writer import ScoreWriter
from app.ui.theme import Theme
from app.ui.tr import tr

_GAP = 6
_ITEMS, _SAID = "Items of the scorecard", "About this score"
_SAVED = "Saved as a draft."
_CHOOSE_LINE = "First choose a line of what was said."


class ScorecardPanel(QWidget):
    """`goes_to` gives the call second of the line that an answer rests on, `scored` a call's id and its standing.

    What is given is saved by itself, and what cannot be saved waits. A call's own agent replies to scores of others.
    """

    goes_to = Signal(float)
    scored = Signal(str, object)

    def __init__(self, scoring: Scoring, theme: Theme) -> None:
        super().__init__()
        self._scoring, self._theme = scoring, theme
        self._typed_name = ""
        self._document: CallDocument | None = None
        self._found = CallScores()
        self._entry = Entry()
        self._turn: int | None = None
        self.which = ScoreList()
        self.head = ScoreHead(theme)
        self.area: QScrollArea = scrolled(QWidget(), tr(_ITEMS))
        self.start: ScoreStart | None = None
        self.form: ScoreForm | None = None
        self.calibration: CalibrationView | None = None
        self.replies: ReplyBox | None = None
        self.buttons = ScoreButtons(self._finish, self._discard, self._open_again, self._agree)
        self.note = label(muted=True, wrap=True)
        self._said = SaidLine(self.note, tr(_SAID))
        self._writer = self._join(ScoreWriter(scoring, self))
        self._saver = self._writer.saver
        self._reader = ScoreReader(scoring.store, lambda line: self._say(line or self._saver.trouble))
        self.retry = push_button(tr("Save again"), self._saver.save)
        self.which.opened.connect(lambda entry: self._refresh(entry.key))
        self._lay_out()

    @property
    def name(self) -> str:
        """Who scores, as the settings or the field have it; "" where nobody has said."""
        return self._scoring.name().strip() or self._typed_name

    @property
    def is_agent(self) -> bool:
        """Whether the person is the agent of the call."""
        return self._document is not None and is_same_person(self.name, self._document.call.agent)

    @property
    def awaits_reply(self) -> bool:
        """Whether the agent of the call looks at a score of somebody else's, and has not answered it."""
        return self.replies is not None and self.replies.is_awaited

    def show_call(self, document: CallDocument) -> None:
        """Show the scores of a call; one's own draft first, else the last that is done."""
        self._saver.save()
        self._document, self._turn = document, None
        self._writer.call_id = document.call.id
        self._refresh(None)

    def give(self) -> None:
        """Hand the keyboard to what is to be given next: one's own draft, which is begun where nothing is there yet.

        Nothing is begun while others score the call blind, by its own agent, or without a name: that is asked for.
        """
        if self.start is not None:
            self._take_name(self.start.name.text().strip())
        if self.start is None:
            self._focus_open()
        else:
            self.start.give(may_begin=not self.is_agent)

    def choose_turn(self, turn: int | None) -> None:
        """The line that is chosen in what was said, by its number."""
        self._turn = turn

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was given waits in a window that is closed."""
        self._saver.save()
        super().hideEvent(event)

    # --- what is shown ----------------------------------------------------------------------------------------

    def _refresh(self, key: str | None) -> None:
        """Read the scores anew, with what was given since, and open one."""
        self._saver.save()
        self._read()
        self._open(self.which.entry(key))

    def _read(self) -> None:
        if self._document is None:
            return
        found = self._reader.of_call(self._document.call, self.name or None)
        self._found = found or CallScores()
        self.which.show_scores(self._found, with_rounds=not self.is_agent)
        if found is not None:
            self.scored.emit(self._document.call.id, standing_of(found.scores))

    def _open(self, entry: Entry) -> None:
        self.which.choose(entry)
        self._entry = entry
        before = self.area.takeWidget()
        if before is not None:
            before.deleteLater()
        self.start = self.form = self.calibration = self.replies = None
        self.area.setWidget(self._content(entry))
        set_stop(self.area, is_stop=self.start is None and not entry.is_draft)
        self._show_state()

    def _content(self, entry: Entry) -> QWidget:
        if entry.score is not None:
            return self._form(entry.score)
        if entry.card is not None:
            return self._calibration(entry.card, entry)
        self.start = ScoreStart(*self._scoring.cards(), self._scoring.name().strip(), self._typed_name)
        self.start.show_scores(self._found)
        self.start.begins.connect(lambda kind, card: self._begin(card, kind, {}))
        self.start.named.connect(self._take_name)
        return self.start

    def _form(self, score: Score) -> QWidget:
        shown = replace(score, answers={**score.answers, **self._saver.waiting(score.number)})
        self.form = ScoreForm(shown, self._time_of, self._theme, is_editable=not score.is_done)
        self.form.changed.connect(self._note_change)
        self.form.left.connect(self.buttons.done.setFocus)
        self.form.takes.connect(self._take_line)
        self.form.goes_to.connect(self._go_to)
        return self._with_reply(score, self.form)

    def _with_reply(self, score: Score, form: ScoreForm) -> QWidget:
        """The agent's word on a score stands above it."""
        may_reply = score.is_done and self.is_agent and not self._is_own(score)
        agent, line = self._document.call.agent if self._document else None, self._writer.line(score.number)
        self.replies = ReplyBox(score, agent, line, may_reply=may_reply)
        self.replies.replies.connect(self._reply)
        return self.replies.above(form)

    def _calibration(self, card: Scorecard, entry: Entry) -> CalibrationView:
        self.calibration = CalibrationView(card, entry.blind, self._reader.rounds(card, self.name or None))
        return self.calibration

    def _show_state(self) -> None:
        score, card = self._entry.score, self._entry.card
        self._show_head()
        is_settled = any(one.kind is Kind.AGREED and one.card == card for one in self._found.scores)
        self.buttons.show_state(
            is_draft=self._entry.is_draft,
            may_open=score is not None and self._may_open(score),
            may_agree=card is not None and not is_settled,
        )

    def _show_head(self) -> None:
        score = self._entry.score
        self.head.show_score(replace(score, answers=self.form.answers) if score and self.form else None)

    def _is_own(self, score: Score) -> bool:
        return (score.kind is Kind.AGREED and not self.is_agent) or is_same_person(score.reviewer, self.name)

    def _may_open(self, score: Score) -> bool:
        """A blind score is not given anew by somebody who has seen the others'."""
        is_seen = score.kind is Kind.BLIND and self._found.round_by(score.card).is_open
        return score.is_done and self._is_own(score) and not is_seen

    # --- what is given ----------------------------------------------------------------------------------------

    def _take_name(self, name: str) -> None:
        """Who scores; a draft that waits for them is opened."""
        if name == self._typed_name:
            return
        self._typed_name = name
        self._read()
        entry = self.which.entry(None)
        if entry.is_draft or self.start is None:
            self._open(entry)
            return
        self.start.show_scores(self._found)

    def _begin(self, card: Scorecard, kind: Kind, answers: Answers) -> None:
        self._writer.begin(card, kind, self.name, answers)

    def _show_begun(self, begun: Score) -> None:
        self._refresh(str(begun.number))
        self._focus_open()

    def _focus_open(self) -> None:
        if self.form is not None and self._entry.is_draft:
            self.form.focus_open()
        else:
            self.area.setFocus(Qt.FocusReason.TabFocusReason)

    def _note_change(self, answers: Answers) -> None:
        if self._entry.score is not None:
            self._saver.note(self._entry.score.number, answers)
            self._show_head()

    def _take_line(self, item: ScoreItem) -> None:
        self._say("" if self._turn else tr(_CHOOSE_LINE))
        if self._turn is not None:
            item.rest_on(self._turn)

    def _time_of(self, turn: int) -> str | None:
        return None if (at_s := begin_of_turn(self._document, turn)) is None else clock(at_s)

    def _go_to(self, turn: int) -> None:
        if (at_s := begin_of_turn(self._document, turn)) is not None:
            self.goes_to.emit(at_s)

    def _finish(self) -> None:
        """End the draft; whoever ends a round of blind scores sees how far they agree."""
        if self._entry.score is not None:
            self._writer.finish(self._entry.score)

    def _show_finished(self, score: Score) -> None:
        self._read()
        is_round = score.kind is Kind.BLIND and self._found.round_by(score.card).is_open
        self._open(self.which.entry(Entry(card=score.card).key if is_round else str(score.number)))

    def _discard(self) -> None:
        if self._entry.score is not None:
            self._writer.discard(self._entry.score)

    def _open_again(self) -> None:
        if (score := self._entry.score) is not None:
            self._begin(score.card, score.kind, score.answers)

    def _agree(self) -> None:
        if (card := self._entry.card) is not None:
            self._begin(card, Kind.AGREED, common_answers(card, blind_of(self._entry.blind)))

    def _reply(self, reply: Reply, line: str) -> None:
        if self._entry.score is not None:
            self._writer.reply(self._entry.score, reply, line)

    def _join(self, writer: ScoreWriter) -> ScoreWriter:
        """Show what comes of what was written."""
        writer.begun.connect(self._show_begun)
        writer.finished.connect(self._show_finished)
        writer.dropped.connect(lambda _: self._refresh(None))
        writer.replied.connect(lambda score: self._refresh(str(score.number)))
        writer.unfinished.connect(self._focus_open)
        writer.said.connect(self._say)
        writer.saver.saved.connect(lambda number: self._say(tr(_SAVED) if self._entry.key == str(number) else ""))
        return writer

    def _say(self, text: str) -> None:
        self._said.say(text)
        set_shown(self.retry, shown=bool(self._saver.trouble))

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.retry)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, _GAP, 0, 0)
        rows.setSpacing(_GAP)
        rows.addWidget(self.which)
        rows.addWidget(self.head)
        rows.addWidget(self.area, 1)
        self.area.setMinimumHeight(1)  # it gives way first: all in it scrolls
        rows.addLayout(self.buttons)
        rows.addWidget(self._said)
        self._say("")
        self._show_state()
