"""One ended call as a supervisor reads it: curve, timeline, transcript, prompts and figures, all on one clock."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from app.core.call_sheet import call_about, call_title
from app.core.document import CallDocument
from app.core.events import AngerPoint, Channel
from app.core.page_figures import angriest_of, page_figures, quarter_figures
from app.core.quarters import quarters_of
from app.core.review_notes import NoteKind
from app.core.state import Turn, unscored_in
from app.core.team import TeamPhrase
from app.core.timeline import NOTHING, timeline_of, with_notes
from app.ui.curve_view import CurveView
from app.ui.figures_view import FiguresView
from app.ui.flow import FlowLayout
from app.ui.labels import Kind, card, label, push_button, scrolled
from app.ui.notes_panel import KEYS, NotesPanel
from app.ui.prompt_table import PromptTable
from app.ui.quarters_view import QuartersView
from app.ui.review_keys import ANGRIEST
from app.ui.reviewing import Reviewing
from app.ui.saver import Saves
from app.ui.score_list import Scoring
from app.ui.scorecard_panel import ScorecardPanel
from app.ui.theme import Theme
from app.ui.timeline_view import TimelineView, row_names
from app.ui.tr import tr
from app.ui.transcript_view import TranscriptView
from app.ui.why import ASK, Why, why_of
from app.ui.words import moment
from app.ui.wrong_dialog import WrongDialog

Propose = Callable[[TeamPhrase, str, float], object]
"""Keeps a phrase that was judged wrongly, with the call and the second where it was heard. Raises CalmlineError."""

_PROPOSED = "Proposed: “{phrase}”. To decide on it: calmline lexicon list"
_GAP = 10
_CURVE_PX = 170
_WHY_LINES = 3
_STOP_PX = 4
"""What the frame of a stop of the keyboard takes of the lines in it, above and below."""
_WORDS_PART = 3
"""So many times the height of what moved the curve, in a low window; else all that is left."""


class CallPage(QWidget):
    """A click on a turn or a prompt marks its time on the curve; a click there or on the timeline finds the turn.

    Below the transcript stands which words of the turn moved the curve; a judgement that is wrong can be told.
    """

    def __init__(
        self,
        theme: Theme,
        propose: Propose,
        saves: Saves,
        reviewing: Reviewing | None = None,
        scoring: Scoring | None = None,
    ) -> None:
        super().__init__()
        self._propose, self._saves = propose, saves
        self.title = label(scale=1.4, bold=True, wrap=True)
        self.about = label(muted=True, wrap=True)
        self.figures = FiguresView()
        self.quarters = QuartersView(theme)
        self.curve = CurveView(theme, beside=row_names())
        self.timeline = TimelineView(theme, self.curve)
        self.transcript = TranscriptView(theme, follow=False)
        self.why = label(tr(ASK), muted=True, wrap=True)
        self.wrong = push_button(tr("Judged wrongly?"), self._ask_what_is_wrong)
        self.angriest = push_button(tr("Angriest moment"), self._go_to_angriest, Kind.QUIET)
        self.prompts = PromptTable()
        self.notes = NotesPanel(reviewing, theme) if reviewing else None
        self.tabs = _tabs()
        self.scorecard = ScorecardPanel(scoring, theme) if scoring else None
        self._call_id = ""
        self._timeline = NOTHING
        self._shown = Why(tr(ASK))
        self._turns: Sequence[Turn] = ()
        self._points: Sequence[AngerPoint] = ()
        self.angriest.setToolTip(tr("On the keys: {key}", key=ANGRIEST))
        QShortcut(QKeySequence(ANGRIEST), self, self._go_to_angriest)
        self.curve.setFixedHeight(_CURVE_PX)
        self.curve.clicked.connect(self._go_to)
        self.timeline.clicked.connect(self._go_to)
        self.transcript.turn_clicked.connect(lambda at_s: self._explain(at_s, self._turns))
        self.prompts.picked.connect(self._go_to)
        if self.notes is not None:
            self._join_notes(self.notes)
        self._lay_out()

    def show_call(self, document: CallDocument) -> None:
        """Show a call from its start."""
        self._call_id, self._turns, self._points = document.call.id, document.turns, document.curve
        self._say_why(Why(tr(ASK)))
        self.title.setText(tr(call_title(document.call, moment(document.call.started_at))))
        self.about.setText(tr(call_about(document.call)))
        self.figures.show_figures(page_figures(document))
        self.quarters.show_quarters(quarters_of(document), quarter_figures(document))
        self._mark(None)
        self.curve.show_call(document.curve, document.prompts, document.call.duration_s, is_over=True)
        self.curve.show_unscored(unscored_in(document.lines), document.call.duration_s)
        self._timeline = timeline_of(document)
        self.timeline.show_timeline(self._timeline)
        self.transcript.show_lines(document.turns)
        self.transcript.scrollToTop()
        self.transcript.setCurrentIndex(QModelIndex())
        self.prompts.show_prompts(document.prompts)
        self.angriest.setEnabled(angriest_of(document.turns) is not None)
        if self.notes is not None:
            self.notes.show_call(document)
            self.comment.setEnabled(self.notes.comment.isEnabled())
            self.comment.setToolTip(self.notes.comment.toolTip())
        if self.scorecard is not None:
            self.scorecard.show_call(document)

    def score(self) -> None:
        """Open the scorecard of the call, ready to be given by keys."""
        if self.scorecard is not None:
            self.tabs.setCurrentWidget(self.scorecard)
            self.scorecard.give()

    def show_awaited(self) -> None:
        """Show the agent of the call a score that they have not answered yet."""
        if self.scorecard is not None and self.scorecard.awaits_reply:
            self.tabs.setCurrentWidget(self.scorecard)

    def show_note(self, number: int) -> None:
        """Go to a note of the call, and to the second that it is about."""
        if self.notes is not None and self.notes.choose(number):
            self.tabs.setCurrentIndex(self._notes_tab)

    def _go_to(self, at_s: float) -> None:
        self._explain(at_s, [turn for turn in self._turns if turn.channel is Channel.CALLER])
        self.transcript.go_to(at_s)

    def _go_to_angriest(self) -> None:
        turn = angriest_of(self._turns)
        if turn is not None:
            self._go_to(turn.start_s)

    def _explain(self, at_s: float, turns: Sequence[Turn]) -> None:
        self._mark(at_s)
        self._say_why(why_of(at_s, turns, self._points))

    def _mark(self, at_s: float | None) -> None:
        self.curve.mark(at_s)
        self.timeline.mark(at_s)
        if self.notes is not None:
            self.notes.at_s = at_s

    def _join_notes(self, notes: NotesPanel) -> None:
        """Their keys count on the whole page, and their moments are on the timeline."""
        self.comment = push_button(tr("Comment"), lambda: self._write(notes, NoteKind.COMMENT))
        notes.picked.connect(self._go_to)
        notes.changed.connect(lambda: self.timeline.show_timeline(with_notes(self._timeline, notes.notes)))
        for kind, key in KEYS.items():
            QShortcut(QKeySequence(key), self, lambda kind=kind: self._write(notes, kind))

    def _write(self, notes: NotesPanel, kind: NoteKind) -> None:
        self.tabs.setCurrentIndex(self._notes_tab)
        notes.write(kind)

    def _say_why(self, why: Why) -> None:
        self._shown = why
        self.why.setText(why.text)
        self.wrong.setEnabled(why.at_s is not None)

    def _ask_what_is_wrong(self) -> None:
        shown, call_id, at_s = self._shown, self._call_id, self._shown.at_s
        if at_s is None:
            return
        dialog = WrongDialog(
            shown.words,
            lambda phrase: self._propose(phrase, call_id, at_s),
            self._saves,
            is_hotter=shown.is_hotter,
            parent=self,
        )
        dialog.kept.connect(lambda phrase: self._show_proposed(phrase, shown))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_proposed(self, phrase: TeamPhrase, shown: Why) -> None:
        """While what it is about is still shown."""
        if shown is self._shown:
            self.why.setText(tr(_PROPOSED, phrase=phrase.phrase))

    def _lay_out(self) -> None:
        self.tabs.addTab(self.prompts, tr("Prompts"))
        self.tabs.addTab(scrolled(_below(self.quarters, self.figures), tr("Figures")), tr("Figures"))
        if self.notes is not None:
            self._notes_tab = self.tabs.addTab(scrolled(self.notes, tr("Notes"), is_stop=False), tr("Notes"))
        if self.scorecard is not None:
            self._add_scorecard(self.scorecard)
        lower = QHBoxLayout()
        lower.setSpacing(_GAP)
        lower.addWidget(_titled(tr("What was said"), self._said(), self.angriest), 5)
        lower.addWidget(card(self.tabs, margin=9), 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        rows.addWidget(self.title)
        rows.addWidget(self.about)
        rows.addWidget(card(_below(self.curve, self.timeline)))
        rows.addLayout(lower, 1)

    def _add_scorecard(self, panel: ScorecardPanel) -> None:
        """An answer rests on the line that is chosen, and leads back to it."""
        self.tabs.addTab(panel, tr("Scorecard"))
        panel.goes_to.connect(self._go_to)
        self.transcript.selectionModel().currentChanged.connect(
            lambda now, _before: panel.choose_turn(now.row() + 1 if now.isValid() else None)
        )

    def _said(self) -> QWidget:
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        why = scrolled(self.why, tr("What moved the curve"))
        line_px = self.why.fontMetrics().lineSpacing()
        why.setMinimumHeight(line_px + _STOP_PX)
        why.setMaximumHeight(_WHY_LINES * line_px + _STOP_PX)
        framed = QWidget()
        rows = QVBoxLayout(framed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.transcript, _WORDS_PART)
        self.transcript.setMinimumHeight(1)  # it gives way first: all in it scrolls
        rows.addWidget(why, 1)
        acts = FlowLayout()
        for button in (self.wrong, *([self.comment] if self.notes else [])):
            acts.addWidget(button)
        rows.addLayout(acts)
        return framed


def _tabs() -> QTabWidget:
    """What stands beside the words, one tab each; the arrows go from tab to tab, Ctrl+Tab does from inside one."""
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    tabs.tabBar().setExpanding(False)
    tabs.tabBar().setDrawBase(False)
    for turn in tabs.tabBar().findChildren(QToolButton):  # the arrows of the keyboard go through the tabs
        turn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for part in (tabs, tabs.tabBar()):
        part.setAccessibleName(tr("About this call"))
    return tabs


def _below(*parts: QWidget) -> QWidget:
    """Parts one below the other."""
    framed = QWidget()
    rows = QVBoxLayout(framed)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    for part in parts:
        rows.addWidget(part)
    rows.addStretch()
    return framed


def _titled(title: str, content: QWidget, beside: QWidget) -> QFrame:
    framed = QWidget()
    rows = QVBoxLayout(framed)
    rows.setContentsMargins(0, 0, 0, 0)
    head = label(title, bold=True)
    head.setContentsMargins(3, 2, 0, 0)
    top = FlowLayout()
    top.addWidget(head)
    top.addWidget(beside)
    rows.addLayout(top)
    rows.addWidget(content, 1)
    return card(framed, margin=9)
