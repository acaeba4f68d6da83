"""Make the pictures of the windows: the panel's and dialogs' in every look, the supervisor's in every set of colours.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.make_pictures docs/images

From the root of a checkout. The calls are the bundled one, the devices of the set-up those of its tests.
"""

import sys
import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop, QPoint
from PySide6.QtWidgets import QApplication

from app.compose import (
    load_opening,
    load_parts,
    open_demo,
    open_playbooks,
    open_reviews,
    open_store,
    open_team,
    open_trends,
    prepare_call,
    rule_titles,
)
from app.core.by_hand import HandCall
from app.core.call_search import CallFilter
from app.core.consent import NOT_HEARD, Capture
from app.core.desk import DeskState
from app.core.document import CallDocument, HeldBack
from app.core.events import CallStarted, Event, Health, HealthCode, Mark, Phase, Prompt
from app.core.practice import Way, lesson_named
from app.core.review_notes import coaching, comment
from app.core.score_port import Kind, Reply
from app.core.scoring import Answer, Given
from app.core.setup import SetupPage, SetupState
from app.core.state import CallState, apply
from app.desk_scoring import scoring_of
from app.export_bench import FileBench
from app.practice_calls import practice_call
from app.settings import Settings
from app.settings_form import setting_rows
from app.ui.actions import Act
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.filter_dialog import FilterDialog
from app.ui.kept_dialog import KeptDialog
from app.ui.practice_dialog import PracticeDialog
from app.ui.reviewing import Reviewing
from app.ui.saver import Saver
from app.ui.score_list import Scoring
from app.ui.screenshots import save_picture
from app.ui.settings_dialog import SettingsDialog
from app.ui.supervisor_window import SupervisorWindow
from app.ui.theme import CONTRAST, DARK, LIGHT, Look, Theme, set_text_size
from tests.core.calls import started
from tests.core.setups import at_work
from tests.ui.setups import dialog_at
from tests.ui.windows import KEPT, KEPT_NOW, Bench

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT_SIZES = (1.0, 2.0)
SCREEN_PX = 1040
"""What a screen of 1080 lines leaves a window, its bars taken off; that without a display is lower."""
_ABOVE_PX = 60
"""Of the page, so that a setting's group is in the picture."""
SUPERVISOR_SIZE = (1240, 960)
TREND_CALLS = 700
SETUP_STATES = tuple(at_work())


def main() -> None:
    """Hear the demo call, and picture the panel and the review."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["calmline"])
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        events = hear(settings)
        picture_agent(events, practise(settings), folder)
        picture_supervisor(settings, folder)
        picture_trends(settings, folder)
        picture_scorecard(settings, folder)
    application.quit()


def hear(settings: Settings) -> list[Event]:
    """Every event of the demo call, which is also stored."""
    events: list[Event] = []
    source, names = open_demo(settings)
    store = open_store(settings)
    prepare_call(
        load_parts(settings), source, names, realtime=False, listeners=[events.append], keepers=[store.save]
    ).run()
    store.close()
    return events


def practise(settings: Settings) -> list[Event]:
    """Every event of a lesson to which is listened."""
    events: list[Event] = []
    show, _ = practice_call(load_parts(settings), lesson_named("second"), Way(aloud=False))
    prepare_call(show.parts, show.source, show.names, realtime=False, listeners=[events.append], keepers=[]).run()
    return [replace(it, stored=False) if isinstance(it, CallStarted) else it for it in events]


def picture_agent(events: list[Event], lesson: list[Event], folder: Path) -> None:
    """The panel before a call, in its hot phase, small, with everything open, and at the end; in every look."""
    shown = worst_prompt(events) + 1
    stored = Health(code=HealthCode.STORED, advice="", lag_s=0.0, at_s=0.0)
    shots: dict[str, tuple[list[Event], tuple[Act, ...]]] = {
        "ready": ([], ()),
        "panel": (events[:shown], ()),
        "small": (events[:shown], (Act.COLLAPSE,)),
        "open": (events[:shown], (Act.CURVE, Act.TRANSCRIPT)),
        "ended": ([*events, stored], ()),
        "practice": (lesson[: worst_prompt(lesson) + 1], ()),
        "practised": (lesson, ()),
        "by_hand": (by_hand(), ()),
    }
    base = QApplication.font()
    for (theme_name, theme), text_size in product(THEMES.items(), TEXT_SIZES):
        look = Look(theme=theme, text_size=text_size)
        set_text_size(base, text_size)
        for name, (part, opened) in shots.items():
            picture_panel(part, opened, look, folder / picture_name(name, theme_name, text_size))
        picture_settings(theme, folder / picture_name("settings", theme_name, text_size))
        picture_settings(theme, folder / picture_name("keys", theme_name, text_size), first="keys_everywhere")
        picture_settings(theme, folder / picture_name("consent", theme_name, text_size), first="consent")
        picture_kept(theme, folder / picture_name("kept", theme_name, text_size))
        asking = DeskState().loaded().begins("call-1", asks=True)
        picture_panel([], (), look, folder / picture_name("ask", theme_name, text_size), desk=asking)
        picture_chooser(theme, folder / picture_name("lessons", theme_name, text_size))
        for page, state in SETUP_STATES:
            picture_setup(page, state, theme, folder / picture_name(f"setup_{page + 1}", theme_name, text_size))
    QApplication.setFont(base)


def by_hand() -> list[Event]:
    """A call of which nothing is heard, in which the caller heats up and the agent asks for a prompt."""
    call = HandCall(open_playbooks().load("general"))
    begun = replace(started(), source=NOT_HEARD, capture=Capture.NONE)
    events = call.start(begun)
    for at_s, mark in ((20.0, Mark.CALM), (65.0, Mark.RISING), (90.0, Mark.HOT), (104.0, Mark.VALIDATE)):
        events += [*call.pass_time(at_s), *call.mark(mark)]
    return events


def picture_panel(
    events: list[Event], opened: tuple[Act, ...], look: Look, picture: Path, desk: DeskState | None = None
) -> None:
    """The panel after some events, with some views open."""
    bridge = CallBridge()
    window = AgentWindow(bridge, lambda _: None, look=look, opening=load_opening(Settings()))
    window.room = lambda _: SCREEN_PX
    window.show()
    bridge.show_desk(desk or DeskState().loaded())
    for event in events:
        bridge.post(event)
    bridge.drain()
    for act in opened:
        window.act(act)
    save_picture(window, picture)
    window.close()
    bridge.close()


def picture_settings(theme: Theme, picture: Path, first: str = "") -> None:
    """The dialog of settings, scrolled down to a setting where one is named."""
    dialog = SettingsDialog(
        setting_rows(Settings()), lambda _: None, theme=theme, set_up=lambda: None, show_kept=lambda: None
    )
    dialog.show()
    if first:
        QApplication.processEvents()
        below = dialog.fields[first].mapTo(dialog.area.viewport(), QPoint(0, -_ABOVE_PX)).y()
        dialog.area.verticalScrollBar().setValue(below)
    save_picture(dialog, picture)
    dialog.close()


def picture_kept(theme: Theme, picture: Path) -> None:
    """What is kept, as in the tests."""
    dialog = KeptDialog(Bench(KEPT), theme=theme, now=lambda: KEPT_NOW)
    dialog.show()
    save_picture(dialog, picture)
    dialog.close()


class Headset:
    """A microphone that somebody speaks into."""

    def start(self) -> None:
        """Open it."""

    def stop(self) -> None:
        """Let go of it."""

    def level_dbfs(self) -> float:
        """How loud it is."""
        return -22.0

    def name(self) -> str:
        """What it is called."""
        return "Headset"


def picture_chooser(theme: Theme, picture: Path) -> None:
    """Choosing a lesson to answer."""
    dialog = PracticeDialog(lambda *_: None, Headset(), way=Way(answers=True), theme=theme)
    dialog.show()
    save_picture(dialog, picture)
    dialog.close()


def picture_setup(page: SetupPage, state: SetupState, theme: Theme, picture: Path) -> None:
    """One page of the first run."""
    dialog = dialog_at(page, state, theme=theme)
    dialog.show()
    QApplication.processEvents()
    save_picture(dialog, picture)
    dialog.reject()


def picture_name(what: str, theme: str, text_size: float) -> str:
    """What a picture's file is called: panel_dark_200.png."""
    return f"{what}_{theme}_{round(100 * text_size)}.png"


def worst_prompt(events: list[Event]) -> int:
    """Index of the last prompt that came in the hot phase; the last event without one."""
    state = CallState()
    found = len(events) - 1
    for index, event in enumerate(events):
        state = apply(state, event)
        if isinstance(event, Prompt) and state.curve and state.curve[-1].phase is Phase.HOT:
            found = index
    return found


def picture_supervisor(settings: Settings, folder: Path) -> None:
    """The list of calls with one open, in every set of colours, and the dialog of filters."""
    store = open_store(settings)
    heard = store.load(store.rows()[0].call_id)
    for number, (agent, hours) in enumerate(product(("Ann", "Ben", "Carla"), range(1, 60, 7)), start=1):
        store.save(some_call(heard, f"call-{number}", agent, hours))
    store.review("call-2", is_reviewed=True)
    store.review("call-4", is_flagged=True)
    reviewing = written(settings, heard.call.id)
    score_some(settings)
    for name, theme, tab in (
        ("supervisor_window", LIGHT, 1),
        ("supervisor_window-dark", DARK, 2),
        ("supervisor_window-contrast", CONTRAST, 1),
    ):
        window = supervisor(settings, theme, reviewing)
        window.show()
        window.open_call(heard.call.id)
        window.page.tabs.setCurrentIndex(tab)
        window.page.prompts.picked.emit(heard.prompts[2].at_s)
        save_picture(window, folder / f"{name}.png")
        window.close()
    save_picture(FilterDialog(CallFilter(), LIGHT, date(2026, 3, 8)), folder / "filters.png")
    store.close()


def score_some(settings: Settings) -> None:
    """Scores of some calls of the list, as far as each can be."""
    scoring = scoring_of(lambda: settings, Saver())
    card = scoring.cards()[0][0]
    passed = {item.id: Given(answer=Answer.PASSED) for item in card.items}
    missed = passed | {item.id: Given(answer=Answer.FAILED) for item in card.items[2:4]}
    for call_id, kind, reviewer, answers in (
        ("call-2", Kind.REVIEW, "Robin", missed),
        ("call-5", Kind.BLIND, "Robin", missed),
        ("call-5", Kind.BLIND, "Ann", passed),
        ("call-5", Kind.AGREED, "Robin", passed),
        ("call-8", Kind.REVIEW, "Robin", missed),
    ):
        score = scoring.store.finish(scoring.store.begin(call_id, card, kind, reviewer, answers).number)
    scoring.store.reply(score.number, Reply.DISPUTED, "I did ask for the number.")
    scoring.store.begin("call-7", card, Kind.REVIEW, "Robin", {})
    scoring.store.close()


def written(settings: Settings, call_id: str) -> Reviewing:
    """What a reviewer wrote at a call."""
    reviewing = Reviewing(saves=Saver(), store=open_reviews(settings), author="Ann")
    now = reviewing.now()
    due_on = now.date() + timedelta(days=7)
    for note in (
        comment("Names what happened to her, all of it. This turns the call.", now, at_s=85.0, author="Ann"),
        comment("She had given the number before: read it back, ask for none again.", now, at_s=18.0, author="Ann"),
        coaching("Say sorry before you say what the driver did.", now, at_s=27.0, due_on=due_on, author="Ann"),
    ):
        reviewing.store.add(call_id, note)
    return reviewing


def supervisor(
    settings: Settings, theme: Theme, reviewing: Reviewing | None = None, scoring: Scoring | None = None
) -> SupervisorWindow:
    """The window on what is stored, as the desk opens it."""
    window = SupervisorWindow(
        open_store(settings),
        open_team(settings),
        lambda _: None,
        theme=theme,
        exporter=FileBench(settings),
        reviewing=reviewing or Reviewing(saves=Saver(), store=open_reviews(settings), author="Robin"),
        trends=open_trends(settings),
        titles=lambda: rule_titles(settings),
        scoring=scoring or scoring_of(lambda: replace(settings, agent_name="Robin"), Saver()),
    )
    window.resize(*SUPERVISOR_SIZE)
    return window


def picture_trends(settings: Settings, folder: Path) -> None:
    """Trends of the team, and of one agent in dark colours."""
    store, chance = open_store(settings), Random(4)
    heard = store.load(store.rows()[0].call_id)
    for number in range(TREND_CALLS):
        store.save(past_call(heard, f"past-{number}", chance))
    store.close()
    for name, theme, agent, weeks in (("trends", LIGHT, None, 13), ("trends-dark", DARK, "Ann", 26)):
        window = supervisor(settings, theme)
        page = window.trends
        if page is None:
            continue
        waiting = QEventLoop()
        page.shown.connect(waiting.quit)
        window.show()
        window.show_trends.setFocus()
        window.show_trends.click()
        waiting.exec()
        page.span.setCurrentIndex(page.span.findData(weeks))
        page.agent.setCurrentIndex(page.agent.findData(agent))
        page.refresh()
        waiting.exec()
        save_picture(window, folder / f"{name}.png")
        window.close()


def past_call(heard: CallDocument, call_id: str, chance: Random) -> CallDocument:
    """The call that was heard as one of the last half year whose course is drawn by lot."""
    began = datetime.fromisoformat(heard.call.started_at) - timedelta(days=chance.uniform(0, 182))
    agent = chance.choice(("Ann", "Ben", "Carla", "Dan"))
    is_hot = chance.random() < 0.4
    is_calmed = is_hot and chance.random() < 0.7
    shown = [one for one in heard.prompts if chance.random() < 0.6]
    used = {move.move for move in heard.moves if chance.random() < 0.6}
    promises = heard.summary.promises[:1] * chance.choice((0, 1, 1, 2))
    summary = replace(
        heard.summary,
        escalations=int(is_hot),
        time_to_calm_s=chance.uniform(20, 240) if is_calmed else None,
        promises=promises,
    )
    return replace(
        heard,
        call=replace(heard.call, id=call_id, agent=agent, started_at=began.isoformat(timespec="seconds")),
        summary=summary,
        moves=tuple(move for move in heard.moves if move.move in used),
        prompts=tuple(replace(one, level=0.6, level_60s=chance.uniform(0.1, 0.7)) for one in shown),
        held_back=tuple(
            HeldBack(at_s=one.at_s, rule=one.rule, why="resting", level=0.6, level_60s=chance.uniform(0.2, 0.8))
            for one in heard.prompts
            if one not in shown
        ),
    )


def picture_scorecard(settings: Settings, folder: Path) -> None:
    """The call that was heard with a score of it being given, light and dark."""
    store, scoring = open_store(settings), scoring_of(lambda: replace(settings, agent_name="Robin"), Saver())
    heard = store.load(store.rows()[0].call_id)
    card = scoring.cards()[0][0]
    given = {item.id: Given(answer=Answer.PASSED) for item in card.items[:5]}
    given["listened"] = Given(answer=Answer.FAILED, turn=4, remark="Came in before the end")
    scoring.store.begin(heard.call.id, card, Kind.REVIEW, "Robin", given)
    for name, theme in (("scorecard", LIGHT), ("scorecard-dark", DARK)):
        window = supervisor(settings, theme, scoring=scoring)
        window.show()
        window.open_call(heard.call.id)
        panel = window.page.scorecard
        if panel is not None and panel.form is not None:
            window.page.tabs.setCurrentWidget(panel)
            window.page.transcript.go_to(heard.turns[3].start_s)
            QApplication.processEvents()
            panel.form.items[2].focus()
        save_picture(window, folder / f"{name}.png")
        window.close()
    scoring.store.close()
    store.close()


def some_call(heard: CallDocument, call_id: str, agent: str, hours: int) -> CallDocument:
    """The call that was heard as one of somebody else's, calmer and shorter the longer ago it was."""
    began = datetime.fromisoformat(heard.call.started_at) - timedelta(hours=hours)
    part = 1 - hours / 70
    call = replace(
        heard.call, id=call_id, agent=agent, started_at=began.isoformat(), duration_s=heard.call.duration_s * part
    )
    is_calm = part < 0.5
    peak = (heard.summary.peak_level or 0.0) * part
    summary = replace(heard.summary, peak_level=peak, escalations=0 if is_calm else heard.summary.escalations)
    return replace(heard, call=call, summary=summary)


if __name__ == "__main__":
    main()
