"""Every window in every state: whoever makes a window adds it here, and all tests of texts and room go over it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtCore import QEventLoop, QLocale
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.core import playbook
from app.core.call_search import Between, CallFilter, Course, row_of, said_in
from app.core.checklists import Opening
from app.core.consent import Begin, Capture
from app.core.desk import DeskPhase, DeskState, Offer
from app.core.document import CallDocument
from app.core.errors import InputError, StoreError, StoreKeyError
from app.core.events import Channel, Checklist, Disclosed, Event, HealthCode, LineState, Move, Phase, Stage, Trend
from app.core.export import Exported, ExportState, ExportWish, TableWish, line_of
from app.core.keeping import Days, Files, KeptFiles, Overview, Part
from app.core.kept import KeptState
from app.core.message import Message
from app.core.moods import LEVEL_EDGES
from app.core.practice import Way
from app.core.read_practice import SavedLesson, exchanges_of
from app.core.review_notes import LONGEST, Note, NoteKind, coaching, comment, ticked
from app.core.reviewed import Noted
from app.core.saved_filters import Wish
from app.core.score_port import Kind as ScoreKind
from app.core.score_port import Reply
from app.core.scoring import Answer, Given
from app.core.setting_list import SETTINGS, SettingRow
from app.core.setup import SetupPage, SetupState
from app.core.team import TeamPhrase
from app.ui.actions import Act
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.coaching_dialog import CoachingDialog
from app.ui.filter_dialog import FilterDialog
from app.ui.kept_dialog import KeptDialog
from app.ui.note_dialog import NoteDialog, NoteWish
from app.ui.passphrase_dialog import PassphraseDialog
from app.ui.practice_dialog import PracticeDialog
from app.ui.reading_dialog import ReadingDialog
from app.ui.review_keys import KeysDialog
from app.ui.reviewing import Reviewing
from app.ui.saver import Saves
from app.ui.scorecard_panel import ScorecardPanel
from app.ui.settings_dialog import SettingsDialog
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import LIGHT, Look
from app.ui.tray import Tray
from app.ui.trends_page import TrendsPage
from app.ui.words import breakable
from app.ui.wrong_dialog import WrongDialog
from tests.core.setups import FAILED, LOOKED, at_work, silent
from tests.memory_reviews import MemoryReviews
from tests.memory_store import MemoryStore
from tests.ui.at_once import AtOnce, InUse
from tests.ui.calls import (
    document,
    eventful_call,
    line,
    point,
    prompt,
    said,
    saying,
    started,
    trouble,
    whole_call,
    wordy_call,
)
from tests.ui.scorings import CARD, Desk, desk
from tests.ui.setups import dialog_at
from tests.ui.trends import NONE, RULES, Trends

TELL = "Say that the call is written down"
OPENING = Opening(items=("Greet with your name", TELL, "Ask what happened"), disclosing=TELL)
ANNOUNCED = Opening(
    items=("Greet with your name", playbook.ANNOUNCED), disclosing=playbook.ANNOUNCED, is_announced=True
)
HOT = whole_call()[:11]
PRACTISED = replace(started(), source="practice: second", stored=False)
BY_HAND = replace(started(), source="without listening", capture=Capture.NONE)
SAID = (
    replace(point(3, 0.38, Phase.RISING), by_hand=True),
    replace(point(9, 0.7, Phase.HOT), by_hand=True),
    prompt(Stage.VALIDATE, "Name what happened to them"),
)
LATE = Message("Words come late; prompts wait until they have caught up.")
NO_MODEL = replace(LOOKED, model=FAILED)
NO_EXPORT = ExportState()
HIGH_SCREEN_PX = 3000
EXPORTED_TO = "/home/joe/Documents/call_2025-11-21_1405_call-1.pdf"
EXPORTING = ExportState(is_busy=True, done=3, total=12)
EXPORTED = ExportState(said=line_of(Exported(calls=1, where=EXPORTED_TO)))
NOT_EXPORTED = ExportState(
    said=InputError(
        "{path} cannot be written.",
        "Choose a file in a folder that exists and that you may write to.",
        path=EXPORTED_TO,
    ).line(),
    is_wrong=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A window, what on it is the call's (words, names, cards), and what has to live as long as it."""

    window: QWidget
    content: frozenset[str] = frozenset()
    owner: QWidget | None = None


Make = Callable[[float], Shown]
"""Makes a window at a size of text; whoever calls it shows and closes the window."""


def panel(
    *events: Event, acts: tuple[Act, ...] = (), desk: DeskState | None = None, opening: Opening = OPENING
) -> Make:
    """The agent's panel after some events."""

    def make(text_size: float) -> Shown:
        bridge = CallBridge()
        window = AgentWindow(bridge, lambda _: None, look=Look(text_size=text_size), opening=opening)
        window.room = lambda _: HIGH_SCREEN_PX
        window.show()
        bridge.show_desk(desk or DeskState().loaded())
        for event in events:
            bridge.post(event)
        bridge.drain()
        bridge.close()
        QApplication.processEvents()
        for act in acts:
            window.act(act)
        return Shown(window=window, content=frozenset(words_of((events, OPENING.items))))

    return make


def settings(*, is_wrong: bool = False) -> Make:
    """The dialog of settings, with everything locked and something wrong or as it is at first."""

    def make(_text_size: float) -> Shown:
        rows = [
            SettingRow(
                setting=setting,
                value=setting.default,
                is_locked=is_wrong,
                offers=((setting.default, Message("The computer's default")), ("a", "Jabra 75"))
                if name == "caller"
                else (),
            )
            for name, setting in SETTINGS.items()
            if setting.group is not None and not setting.is_table
        ]
        notices = [Message("{path} cannot be read.", path="/home/x")] if is_wrong else []
        dialog = SettingsDialog(rows, _fail, notices=notices, theme=LIGHT, show_kept=lambda: None)
        if is_wrong:
            dialog._say("")
        return Shown(window=dialog, content=frozenset({"Jabra 75", "general", "tiny.en", "system"}))

    return make


def setup(page: SetupPage, state: SetupState) -> Make:
    """A page of the first run."""

    def make(_text_size: float) -> Shown:
        return Shown(window=dialog_at(page, state, theme=LIGHT), content=frozenset(words_of(state)))

    return make


def _fail(_changes: object) -> None:
    raise StoreError("The call store cannot be reached.", "")


def passphrase(*, is_wrong: bool = False) -> Make:
    """What opens the stored calls."""

    def make(_text_size: float) -> Shown:
        dialog = PassphraseDialog(_refuse, theme=LIGHT)
        if is_wrong:
            dialog.accept()
        return Shown(window=dialog)

    return make


def _refuse(_passphrase: str) -> None:
    wrong = "The call store {store} cannot be opened: that is not its passphrase."
    raise StoreKeyError(wrong, "Try again.", store="/home/x/calls.sqlite3")


REVIEWED_AT = datetime(2025, 11, 24, 10, 30, tzinfo=UTC)
NOTES = (
    comment("Listens to the end here, and then names it.", REVIEWED_AT, at_s=13.0, author="Ann"),
    coaching("Ask first, explain later.", REVIEWED_AT, at_s=16.0, due_on=date(2025, 11, 30), author="Ann"),
    coaching("Say when you call back.", REVIEWED_AT, due_on=date(2025, 11, 20)),
    ticked(coaching("Greet with your name.", REVIEWED_AT), REVIEWED_AT),
)


class Team:
    """A team's store that keeps nothing."""

    def propose(self, phrase: TeamPhrase, call_id: str, at_s: float) -> None:
        """Keep nothing."""


WISH = Wish(
    wanted=CallFilter(
        said=said_in("refund -agent:sorry"),
        agents=frozenset({"Joe"}),
        courses=frozenset({Course.CALMED}),
        peak=Between(low=LEVEL_EDGES[1]),
        not_made=frozenset({Move.APOLOGY}),
        score_below=0.7,
        noted=Noted.OPEN,
    ),
    last_days=30,
)
"""Something of every filter."""


DAYS = ("2026-03-02T12:00:00+00:00", "2026-03-06T12:00:00+00:00")
"""From one day to another, wherever the tests run."""


def _months() -> Iterator[str]:
    """Qt's own names of months, which calendars have."""
    return (QLocale().standaloneMonthName(month) for month in range(1, 13))


def more_filters(_text_size: float) -> Shown:
    """What else can be looked for; the calendars have Qt's own names of months."""
    dialog = FilterDialog(replace(WISH.wanted, since=DAYS[0], until=DAYS[1]), LIGHT, date(2026, 3, 8))
    return Shown(window=dialog, content=frozenset(_months()))


class Exports:
    """An export as a state that a test gives, and what was wished for."""

    def __init__(self, state: ExportState) -> None:
        self.state = state
        self.wishes: list[ExportWish] = []
        self.tables: list[TableWish] = []

    def export(self, wish: ExportWish) -> None:
        """Note it."""
        self.wishes.append(wish)

    def export_table(self, wish: TableWish) -> None:
        """Note it."""
        self.tables.append(wish)

    def close(self) -> None:
        """Nothing is going on."""


def supervisor(  # noqa: PLR0913 - all that the window may be like, by name
    *calls: str,
    opened: bool = False,
    at_s: float | None = None,
    wish: Wish | None = None,
    exports: ExportState = NO_EXPORT,
    tab: int = 0,
    notes: tuple[Note, ...] = (),
    made: Callable[[str], CallDocument] = document,
    saves: Callable[[], Saves] = AtOnce,
    then: Callable[[SupervisorWindow], object] = lambda _: None,
) -> Make:
    """The list of calls, with the first one open and a place in it chosen, or with something looked for or pressed."""

    def make(_text_size: float) -> Shown:
        store = MemoryStore({call_id: made(call_id) for call_id in calls})
        reviews, saving = MemoryReviews(store), saves()
        for note in notes:
            reviews.add(calls[0], note)
        window = SupervisorWindow(
            store,
            Team(),  # type: ignore[arg-type]
            lambda _: None,
            exporter=Exports(exports),
            reviewing=Reviewing(store=reviews, saves=saving, author="Ann", now=lambda: REVIEWED_AT),
            saves=saving,
        )
        if opened:
            window.open_call(calls[0])
        window.page.tabs.setCurrentIndex(tab)
        if at_s is not None:
            window.page._go_to(at_s)
        if wish is not None:
            window.filters.show_wish(wish)
        then(window)
        typed = window.filters.said.text()
        place, named = breakable(EXPORTED_TO), (one.name for one in window.filters._saver.filters)
        content = {*words_of(tuple(store.documents.values())), *words_of(notes), typed, place, *named}
        return Shown(window=window, content=frozenset(content))

    return make


def delete_note(window: SupervisorWindow) -> None:
    """Delete the second note of the open call."""
    notes = window.page.notes
    assert notes is not None
    notes.table.selectRow(1)
    notes.delete.click()


def bring_back_note(window: SupervisorWindow) -> None:
    """Delete a note, and bring it back."""
    delete_note(window)
    assert window.page.notes is not None
    window.page.notes.undo.click()


def note(wish: NoteWish, *, is_wrong: bool = False, saves: Callable[[], Saves] = AtOnce) -> Make:
    """What asks for a note, with nothing in it or after an attempt to save that."""

    def make(_text_size: float) -> Shown:
        owner = QWidget()
        dialog = NoteDialog(wish, _keep, saves(), today=REVIEWED_AT.date(), theme=LIGHT, parent=owner)
        owner.destroyed.connect(dialog.__dict__.clear)  # else what saves keeps it, and it is closed once more
        if is_wrong:
            dialog.accept()
        return Shown(window=dialog, content=frozenset({wish.text, *_months()}), owner=owner)

    return make


def _keep(wish: NoteWish) -> Callable[[], Note]:
    """Raises InputError."""
    made = comment(wish.text, REVIEWED_AT)
    return lambda: made


def coaching_due(
    *notes: Note, saves: Callable[[], Saves] = AtOnce, then: Callable[[CoachingDialog], object] = lambda _: None
) -> Make:
    """What is still to be coached on."""

    def make(_text_size: float) -> Shown:
        store = MemoryStore({"call-1": document("call-1")})
        reviews = MemoryReviews(store)
        for one in notes:
            reviews.add("call-1", one)
        dialog = CoachingDialog(Reviewing(store=reviews, saves=saves(), now=lambda: REVIEWED_AT), LIGHT)
        then(dialog)
        return Shown(window=dialog, content=frozenset({*words_of(notes), "Joe"}))

    return make


def trends(*, agent: str | None = None, chosen: bool = False, is_away: bool = False, empty: bool = False) -> Make:
    """Trends of the team or of an agent, with a week chosen, or where there are none."""

    def make(_text_size: float) -> Shown:
        store = MemoryStore({"call-1": document("call-1", "Joe")})
        counted = Trends(counts=(NONE,) if empty else Trends().counts, is_away=is_away)
        window = SupervisorWindow(store, Team(), trends=counted, now=lambda: KEPT_NOW)  # type: ignore[arg-type]
        page = window.trends
        assert page is not None
        window.show_trends.click()
        _wait_for(page)
        if agent:
            page.agent.setCurrentIndex(page.agent.findData(agent))
            _wait_for(page)
        if chosen:
            page.weeks.choose(len(page.weeks.measures))
        return Shown(window=window, content=frozenset({"Joe", *(rule.rule for rule in RULES)}))

    return make


def tick_first(dialog: CoachingDialog) -> None:
    """Have the first note done."""
    dialog.table.selectRow(0)
    dialog.done_button.click()


def scorecard(
    prepare: Callable[[Desk], object] = lambda _: None,
    *,
    name: str = "Ann",
    key: str | None = None,
    saves: Callable[[], Saves] = AtOnce,
    then: Callable[[ScorecardPanel], object] = lambda _: None,
) -> Make:
    """The scorecard of the open call, with the scores that a test gives it and what is pressed."""

    def make(_text_size: float) -> Shown:
        made = desk(name)
        prepare(made)
        scoring = replace(made.scoring, saves=saves())
        window = SupervisorWindow(made.store.calls, Team(), scoring=scoring)  # type: ignore[arg-type]
        window.open_call("call-1")
        part = window.page.scorecard
        assert part is not None
        window.page.tabs.setCurrentWidget(part)
        part._refresh(key)
        if part.form is not None and part.form.items:
            part.form._activate(part.form.items[0])
        then(part)
        call = made.store.calls.documents["call-1"]
        content = words_of((CARD, call, "Ann", "Bob", "Joe", SAID_OTHERWISE))
        return Shown(window=window, content=frozenset(content))

    return make


def _wait_for(page: TrendsPage) -> None:
    """Until what was asked for is shown."""
    waiting = QEventLoop()
    page.shown.connect(waiting.quit)
    waiting.exec()


SAID_OTHERWISE = "I did own it, right at the end."
GIVEN = {
    "greeting": Given(answer=Answer.PASSED, turn=2),
    "owned": Given(answer=Answer.FAILED, remark="Joe"),
    "safety": Given(answer=Answer.FAILED),
    "extra": Given(answer=Answer.NOT_APPLICABLE),
}


def begin(made: Desk) -> None:
    """A draft in which something is open."""
    made.store.begin("call-1", CARD, ScoreKind.REVIEW, "Ann", {"greeting": GIVEN["greeting"]})


def begin_here(panel: ScorecardPanel) -> None:
    """Begin a score."""
    assert panel.start is not None
    panel.start.score.click()


def answer_all(panel: ScorecardPanel) -> None:
    """Answer all that is asked."""
    assert panel.form is not None
    for item in panel.form.items:
        item.choice.buttons[Answer.PASSED].click()
    panel.buttons.done.click()


def reply(panel: ScorecardPanel) -> None:
    """Dispute a score."""
    assert panel.replies is not None
    panel.replies.line.setPlainText(SAID_OTHERWISE)
    panel.replies.dispute.click()


def dispute(made: Desk) -> None:
    """A score that failed and that the agent disputes."""
    made.store.reply(made.done("Ann", GIVEN).number, Reply.DISPUTED, SAID_OTHERWISE)


def compare(made: Desk) -> None:
    """Two blind scores."""
    made.done("Ann", GIVEN, ScoreKind.BLIND)
    made.done("Bob", {**GIVEN, "owned": Given(answer=Answer.PASSED)}, ScoreKind.BLIND)


def keys(_text_size: float) -> Shown:
    """The keys of the supervisor's window, which are called the same everywhere."""
    dialog = KeysDialog(LIGHT)
    model = dialog.table.model()
    named = frozenset(str(model.index(row, 0).data()) for row in range(model.rowCount()))
    return Shown(window=dialog, content=named)


def export_menu(_text_size: float) -> Shown:
    """What the button for exports opens."""
    window = supervisor("call-1", opened=True)(1.0).window
    assert isinstance(window, SupervisorWindow)
    assert window.exports is not None
    return Shown(window=window.exports.menu, owner=window)


def tray(phase: DeskPhase) -> Make:
    """The menu of the tray, with the icon's tool tip as its title."""

    def make(_text_size: float) -> Shown:
        icon = Tray(LIGHT, lambda _: None, lambda: None, lambda: None)
        icon.show_desk(replace(DeskState(), phase=phase))
        icon.menu.setWindowTitle(icon.toolTip())
        icon.menu.destroyed.connect(icon.hide)
        return Shown(window=icon.menu)

    return make


def menu(_text_size: float) -> Shown:
    """What the panel's button for more opens."""
    shown = panel(*HOT)(1.0)
    opened = shown.window.findChild(QMenu)
    assert opened is not None
    return Shown(window=opened, owner=shown.window)


class Headset:
    """A microphone that is open, or not yet."""

    def __init__(self, name: str = "") -> None:
        self._name = name

    def start(self) -> None:
        """Open it."""

    def stop(self) -> None:
        """Let go of it."""

    def level_dbfs(self) -> float | None:
        """How loud it is."""
        return -20.0 if self._name else None

    def name(self) -> str:
        """What it is called."""
        return self._name


class Bench:
    """What is kept as a state that a test gives, and what it was asked for."""

    def __init__(self, state: KeptState) -> None:
        self.state = state
        self.asked: list[object] = []

    def look(self) -> None:
        """Note it."""
        self.asked.append("look")

    def find(self, reference: str) -> None:
        """Note it."""
        self.asked.append(("find", reference))

    def hold(self, call_ids: tuple[str, ...], *, wanted: bool) -> None:
        """Note it."""
        self.asked.append(("hold" if wanted else "release", call_ids))

    def delete(self, call_ids: tuple[str, ...]) -> None:
        """Note it."""
        self.asked.append(("delete", call_ids))

    def purge(self) -> None:
        """Note it."""
        self.asked.append("purge")

    def open_folder(self) -> None:
        """Note it."""
        self.asked.append("folder")


_ROW = row_of(document("call-1"), has_words=True)
KEPT_NOW = datetime(2026, 11, 26, tzinfo=UTC)
FAILED_STORE = StoreError("The call store failed.", "Restart Calmline.").line()
KEPT = KeptState(
    days=Days(text=30, figures=365),
    home="/home/joe/.local/share/calmline",
    overview=Overview(
        with_words=Part(count=3, size_bytes=410_000, oldest=date(2026, 11, 2)),
        figures_alone=Part(count=1, size_bytes=9_000, oldest=date(2026, 3, 4)),
        held=Part(count=1, size_bytes=140_000, oldest=date(2026, 11, 2)),
        undated=1,
        words_go=date(2026, 12, 3),
        calls_go=date(2027, 3, 5),
    ),
    files=KeptFiles(
        store=Files(count=3, size_bytes=1_240_000, oldest=datetime(2026, 3, 4, tzinfo=UTC)),
        journals=Files(count=1, size_bytes=22_000, oldest=datetime(2026, 11, 26, tzinfo=UTC)),
        copies=Files(count=1, size_bytes=900_000, oldest=datetime(2026, 3, 4, tzinfo=UTC)),
    ),
    rows=(
        replace(_ROW, started_at="2026-11-24T14:05:00+00:00"),
        replace(_ROW, call_id="call-2", started_at="2026-11-02T09:40:00+00:00", is_held=True),
        replace(_ROW, call_id="call-3", started_at="2026-11-20T11:15:00+00:00", source="without listening"),
        replace(_ROW, call_id="call-4", started_at="2026-03-04T16:30:00+00:00", has_words=False),
    ),
    is_busy=False,
)


def kept(state: KeptState, *, asks: bool = False) -> Make:
    """What is kept; with two calls chosen, one of them on hold, and the question whether to delete."""

    def make(_text_size: float) -> Shown:
        dialog = KeptDialog(Bench(state), theme=LIGHT, now=lambda: KEPT_NOW)
        if asks:
            dialog.table.selectRow(0)
            dialog.table.selectAll()
            dialog.delete.click()
        return Shown(window=dialog, content=frozenset({*words_of(state), breakable(state.home)}))

    return make


def lessons(microphone: str, *, answers: bool, saved: tuple[SavedLesson, ...] = ()) -> Make:
    """The choice of a lesson."""

    def make(_text_size: float) -> Shown:
        way = Way(answers=answers)
        dialog = PracticeDialog(lambda *_: None, Headset(microphone), way=way, saved=saved, theme=LIGHT)
        return Shown(window=dialog, content=frozenset({microphone, *words_of(saved)}))

    return make


SAVED = (
    SavedLesson(call_id="call-1", title="I want my money back today.", made_at=REVIEWED_AT.isoformat()),
    SavedLesson(call_id="call-2", title="Where is my parcel?", made_at=REVIEWED_AT.isoformat()),
)


def reading(*presses: str) -> Make:
    """A stored call that is read, after some presses of its buttons."""

    def make(_text_size: float) -> Shown:
        call = document("call-1")
        dialog = ReadingDialog(SAVED[0].title, exchanges_of(call), theme=LIGHT)
        for name in presses:
            getattr(dialog, name).click()
        return Shown(window=dialog, content=frozenset(words_of((call, SAVED))))

    return make


def wrong(*, is_stuck: bool = False) -> Make:
    """The question which words were judged wrongly, or after an attempt to keep them."""

    def make(_text_size: float) -> Shown:
        owner = QWidget()
        dialog = WrongDialog("third time", lambda _: None, InUse(), is_hotter=True, parent=owner)
        owner.destroyed.connect(dialog.__dict__.clear)  # else what saves keeps it, and it is closed once more
        if is_stuck:
            dialog.accept()
        return Shown(window=dialog, content=frozenset({"third time"}), owner=owner)

    return make


LOADED = DeskState().loaded()
NOT_SAVED: dict[str, Make] = {
    "filters": supervisor("call-1", "call-2", saves=InUse, then=lambda window: window.filters.save_as("Refunds")),
    "filters, beside all else": supervisor(
        "call-1",
        opened=True,
        exports=EXPORTED,
        wish=WISH,
        saves=InUse,
        then=lambda window: window.filters.save_as("Refunds"),
    ),
    "mark": supervisor("call-1", opened=True, saves=InUse, then=lambda window: window.list.reviewed.click()),
    "deleted note": supervisor("call-1", opened=True, tab=2, notes=NOTES, saves=InUse, then=delete_note),
    "note brought back": supervisor(
        "call-1", opened=True, tab=2, notes=NOTES, saves=partial(InUse, 1), then=bring_back_note
    ),
    "comment": note(NoteWish(kind=NoteKind.COMMENT, text="Ask.", at_s=13.0), is_wrong=True, saves=InUse),
    "coaching note": note(
        NoteWish(kind=NoteKind.COACHING, text="Ask.", at_s=13.0, due_on=date(2025, 11, 30)),
        is_wrong=True,
        saves=InUse,
    ),
    "coaching": coaching_due(*NOTES, saves=InUse, then=tick_first),
    "judged wrongly": wrong(is_stuck=True),
    "score": scorecard(saves=InUse, then=begin_here),
    "answers": scorecard(begin, saves=InUse, then=answer_all),
    "reply": scorecard(lambda made: made.done("Ann", GIVEN), name="Joe", saves=InUse, then=reply),
}
"""What is written while another program has the store."""

WINDOWS: dict[str, Make] = {
    "getting ready": panel(desk=DeskState()),
    "not ready": panel(
        desk=DeskState().sticks().tells(StoreError("The call store failed.", "Restart Calmline.").line())
    ),
    "ready": panel(),
    "ready, announced": panel(opening=ANNOUNCED),
    "ready, told": panel(desk=LOADED.ticks()),
    "ready, loading a model": panel(desk=LOADED.fetches("base.en")),
    "starting": panel(desk=LOADED.begins("call-1")),
    "asking": panel(desk=LOADED.begins("call-1", asks=True)),
    "ready, by hand": panel(opening=Opening(items=OPENING.items[:1], begin=Begin.BY_HAND)),
    "by hand, begun": panel(BY_HAND),
    "by hand": panel(BY_HAND, *SAID),
    "by hand, small": panel(BY_HAND, *SAID, acts=(Act.COLLAPSE,)),
    "by hand, ended": panel(BY_HAND, *SAID, *whole_call()[-1:]),
    "offers a start": panel(desk=LOADED.offers(Offer.START)),
    "tells": panel(
        desk=LOADED.tells(
            Message("A call of {time} was cut short here; what was said until then is kept.", time="9:05")
        )
    ),
    "begun": panel(started()),
    "opening": panel(
        started(),
        Disclosed(told=False, how=None, at_s=0.0),
        Checklist(at_s=0.0, items=OPENING.items, done=(True, False, False)),
    ),
    "calm": panel(started(), said(1, "Hello there.", 1), point(3, 0.1, Phase.CALM, Trend.STEADY)),
    "hot": panel(*HOT),
    "small": panel(*HOT, acts=(Act.COLLAPSE,)),
    "open": panel(*HOT, saying(9, "I have told"), acts=(Act.CURVE, Act.TRANSCRIPT)),
    "open, unsure": panel(
        started(), replace(said(1, "It is [card], two of weeks.", 1), confidence=0.3), acts=(Act.TRANSCRIPT,)
    ),
    "cooling": panel(started(), point(9, 0.3, Phase.FALLING, Trend.FALLING), prompt(Stage.RESOLVE, "Say what is next")),
    "abusive": panel(started(), point(9, 0.9, Phase.ABUSIVE), prompt(Stage.BOUNDARY, "Say what cannot be said")),
    "one channel": panel(started(), said(1, "Hello there.", 1, Channel.UNKNOWN)),
    **{f"caller {state.value}": panel(started(), point(3, 0.5, Phase.HOT), line(state)) for state in LineState},
    "agent muted": panel(started(), line(LineState.MUTED, channel=Channel.AGENT)),
    "offers the end": panel(*HOT, desk=LOADED.begins("call-1").follows(started()).offers(Offer.END)),
    "behind": panel(*HOT, trouble(HealthCode.BEHIND, LATE, lag_s=72)),
    "ended": panel(*whole_call()),
    "ended, stored": panel(*whole_call(), trouble(HealthCode.STORED, "")),
    "ended, with long wants": panel(*wordy_call()),
    "ended, never scored": panel(started(), *whole_call()[-1:]),
    "settings": settings(),
    "settings, locked and wrong": settings(is_wrong=True),
    **{f"set-up, {page.name.lower()}": setup(page, state) for page, state in at_work()},
    **{f"set-up, {page.name.lower()}, without a model": setup(page, NO_MODEL) for page in SetupPage},
    "set-up, silence": setup(SetupPage.TRIAL, replace(NO_MODEL, trial=silent())),
    "passphrase": passphrase(),
    "passphrase, wrong": passphrase(is_wrong=True),
    "kept": kept(KEPT),
    "kept, sure": kept(KEPT, asks=True),
    "kept, reading": kept(KeptState(days=KEPT.days, home=KEPT.home)),
    "kept, found": kept(
        replace(
            KEPT,
            reference="4711",
            rows=(_ROW,),
            said=Message("Calls under the reference {reference}: {number}.", reference="4711", number=1),
        )
    ),
    "kept, wrong": kept(replace(KEPT, said=FAILED_STORE, is_wrong=True)),
    "no calls": supervisor(),
    "calls": supervisor("call-1", "call-2"),
    "calls, none found": supervisor("call-1", "call-2", wish=WISH),
    "trends": trends(),
    "trends, a week": trends(chosen=True),
    "trends, an agent": trends(agent="Joe"),
    "trends, none": trends(empty=True),
    "trends, wrong": trends(is_away=True),
    "more filters": more_filters,
    "call page": supervisor("call-1", opened=True),
    "call page, why": supervisor("call-1", opened=True, at_s=6),
    "call page, eventful": supervisor("call-1", opened=True, made=eventful_call),
    "call page, figures": supervisor("call-1", opened=True, made=eventful_call, tab=1),
    "call page, notes": supervisor("call-1", opened=True, made=eventful_call, tab=2, notes=NOTES, at_s=13.0),
    "call page, no notes": supervisor("call-1", opened=True, tab=2),
    "comment": note(NoteWish(kind=NoteKind.COMMENT, at_s=13.0)),
    "comment, wrong": note(NoteWish(kind=NoteKind.COMMENT), is_wrong=True),
    "comment, too long": note(NoteWish(kind=NoteKind.COMMENT, text="x " * LONGEST), is_wrong=True),
    "coaching note": note(NoteWish(kind=NoteKind.COACHING, text="Ask.", at_s=13.0, due_on=date(2025, 11, 30))),
    "coaching due": coaching_due(*NOTES),
    "coaching, none due": coaching_due(),
    "export menu": export_menu,
    "exporting": supervisor("call-1", "call-2", exports=EXPORTING),
    "calls, days": supervisor("call-1", wish=Wish(wanted=CallFilter(since=DAYS[0], until=DAYS[1]))),
    "exporting, taken": supervisor("call-1", "call-2", exports=ExportState(taken=2)),
    "exported": supervisor("call-1", opened=True, exports=EXPORTED),
    "not exported": supervisor("call-1", exports=NOT_EXPORTED),
    "judged wrongly": wrong(),
    "scorecard": scorecard(),
    "scorecard, no name": scorecard(lambda made: made.done("Bob", GIVEN, ScoreKind.BLIND), name=""),
    "scorecard, draft": scorecard(begin),
    "scorecard, disputed": scorecard(dispute),
    "scorecard, agent": scorecard(lambda made: made.done("Ann", GIVEN), name="Joe"),
    "scorecard, calibration": scorecard(compare, key="small 1"),
    "keys of the calls": keys,
    "menu": menu,
    "practising": panel(PRACTISED, *HOT[1:]),
    "practised": panel(PRACTISED, *whole_call()[1:]),
    "practised the last": panel(replace(PRACTISED, source="practice: third"), *whole_call()[1:]),
    "lessons": lessons("", answers=False),
    "lessons, saved": lessons("", answers=False, saved=SAVED),
    "reading, begun": reading(),
    "reading, a line": reading("next_button", "next_button", "show_answer"),
    "reading, over": reading(*["next_button"] * 5),
    "lessons, no microphone": lessons("", answers=True),
    "lessons, answered": lessons("Jabra 75", answers=True),
    **{f"not saved, {name}": make for name, make in NOT_SAVED.items()},
    **{f"tray, {phase.value}": tray(phase) for phase in DeskPhase},
}


def words_of(value: object) -> Iterator[str]:
    """Every text in a value and what it is made of, for what is the call's and not the windows'."""
    if isinstance(value, Message):
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from words_of(getattr(value, part.name))
    elif isinstance(value, tuple | list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from words_of(part)
