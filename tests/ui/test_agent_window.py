from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QGraphicsOpacityEffect, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.checklists import Opening
from app.core.consent import Begin
from app.core.desk import DeskState
from app.core.events import (
    CallEnded,
    Channel,
    Checklist,
    Disclosed,
    Event,
    Health,
    HealthCode,
    LineState,
    Phase,
    PromptUsed,
    Stage,
    Telling,
    Trend,
)
from app.core.keeping import Keep
from app.ui.actions import SPECS, Act
from app.ui.agent_window import WIDTH_PX, width_for
from app.ui.prompt_card import PromptCard
from app.ui.theme import DARK, Look
from tests.ui.calls import (
    WANT,
    line,
    over,
    point,
    prompt,
    said,
    saying,
    started,
    state_of,
    trouble,
    whole_call,
    withdrawn,
)
from tests.ui.mouse import click
from tests.ui.panel import Panel, opened, texts

LONG_TITLE = (
    "Acknowledge disappointing reimbursements, straightforwardly summarising outstanding commitments beforehand"
)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    with opened(qtbot) as made:
        yield made


def button(widget: QWidget, text: str) -> QPushButton:
    return next(found for found in widget.findChildren(QPushButton) if found.text() == text)


def places(widgets: Iterable[QWidget]) -> list[tuple[QPoint, int]]:
    return [(widget.mapTo(widget.window(), QPoint()), widget.height()) for widget in widgets]


def test_before_a_call_it_is_ready_and_offers_the_demo_and_the_calls(panel: Panel) -> None:
    panel.bridge.show_desk(DeskState().loaded())
    panel.tell()
    assert "Ready for the next call" in texts(panel.window)
    assert not panel.window.call.isVisible()
    for text in ("Start", "Practice", "Play the demo call", "Calls", "Settings"):
        click(button(panel.window.ready, text))
    assert panel.asked == [Act.START, Act.PRACTICE, Act.DEMO, Act.CALLS, Act.SETTINGS]


def test_a_call_says_how_the_caller_is_and_where_it_goes_in_words(panel: Panel) -> None:
    panel.tell(started(), point(12, 0.7, Phase.HOT))
    shown = texts(panel.window.call.status)
    assert "■ Hot" in shown
    assert "↗ getting angrier" in shown
    assert "0:12" in shown
    assert not [text for text in shown if "0.7" in text or "70" in text]


def test_the_words_follow_the_curve_down(panel: Panel) -> None:
    panel.tell(started(), point(12, 0.7, Phase.HOT), point(30, 0.4, Phase.FALLING, Trend.FALLING))
    assert {"▼ Cooling down", "↘ getting calmer"} <= set(texts(panel.window.call.status))


def test_both_sides_on_one_channel_are_said_to_be_unscored(panel: Panel) -> None:
    panel.tell(started(), said(1, "hello", channel=Channel.UNKNOWN))
    assert "Not known" in texts(panel.window.call.status)
    assert "Prompts need each side on a channel of its own." in texts(panel.window.call.prompt)


def test_a_prompt_shows_its_stage_title_line_and_reason(panel: Panel) -> None:
    panel.tell(started(), prompt(Stage.LISTEN))
    assert texts(panel.window.call.prompt) == [
        "Listen",
        "Let it run; note what they want",
        "“Mm-hm.”",
        "third call, getting angrier",
    ]


def test_a_withdrawn_prompt_leaves_a_calm_placeholder(panel: Panel) -> None:
    panel.tell(started(), prompt(Stage.LISTEN), withdrawn(Stage.LISTEN, 14))
    assert texts(panel.window.call.prompt) == ["No prompt now", "A prompt shows here when it can help."]


def test_while_words_come_late_the_card_says_that_prompts_wait(panel: Panel) -> None:
    panel.tell(started(), Health(code=HealthCode.BEHIND, advice="Words come late.", lag_s=7, at_s=9))
    assert "Prompts wait until the words have caught up." in texts(panel.window.call.prompt)
    assert "Words come late." in texts(panel.window.health)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (LineState.HOLD, "On hold: mood paused"),
        (LineState.MUSIC, "Music: mood paused"),
        (LineState.ANNOUNCEMENT, "Announcement: mood paused"),
        (LineState.OTHER, "Someone else: mood paused"),
    ],
)
def test_what_else_is_on_the_callers_line_is_said_and_that_prompts_wait(
    panel: Panel, state: LineState, words: str
) -> None:
    panel.tell(started(), point(12, 0.7, Phase.HOT), line(state))
    assert words in texts(panel.window.call.status)
    assert "Prompts wait until the caller is there again." in texts(panel.window.call.prompt)
    panel.tell(line(LineState.OPEN, 30))
    assert "Caller" in texts(panel.window.call.status)


def test_a_muted_agent_is_told_so_where_it_says_whether_it_listens(panel: Panel) -> None:
    panel.tell(started(), line(LineState.MUTED, channel=Channel.AGENT))
    assert "You are muted: not heard" in panel.window.health.facts.text()
    panel.tell(line(LineState.OPEN, channel=Channel.AGENT))
    assert "Listening" in panel.window.health.facts.text()


def test_words_of_others_on_the_callers_line_are_marked(panel: Panel) -> None:
    panel.tell(started(), replace(said(1, "Please hold the line."), line=LineState.ANNOUNCEMENT))
    model = panel.window.call.transcript.model()
    assert model.index(0, 0).data() == "Caller, 0:00, does not count: Please hold the line."


def test_the_newest_advice_stays_until_its_trouble_is_over(panel: Panel) -> None:
    health = panel.window.health
    panel.tell(started(), trouble(HealthCode.ECHO, "Use a headset."), trouble(HealthCode.CLIPPING, "Turn it down."))
    assert "Turn it down." in texts(health)
    panel.tell(over(HealthCode.CLIPPING))
    assert "Use a headset." in texts(health)
    panel.tell(over(HealthCode.ECHO))
    assert not health.advice.isVisible()


def test_the_ladder_tells_the_step_now_and_the_steps_shown(panel: Panel) -> None:
    panel.tell(started(), prompt(Stage.LISTEN), withdrawn(Stage.LISTEN, 14), prompt(Stage.VALIDATE, at_s=14))
    assert panel.window.call.ladder.accessibleDescription() == "Listen shown, Ask, Validate now, Resolve"


def test_prompts_are_marked_on_the_curve(panel: Panel) -> None:
    panel.tell(started(), prompt(Stage.LISTEN, at_s=7), prompt(Stage.RESOLVE, at_s=40))
    assert panel.window.call.curve.mark_words == ["Listen", "Resolve"]
    panel.tell(started("call-2"), prompt(Stage.ASK, at_s=9))
    assert panel.window.call.curve.mark_words == ["Ask"]


@pytest.mark.parametrize("title", ["Let it run", LONG_TITLE])
def test_a_prompt_moves_nothing_around_it(panel: Panel, title: str) -> None:
    call = panel.window.call
    panel.tell(started())
    around = (call.ladder, call.prompt, call.curve, call.transcript)
    before = places(around)
    panel.tell(prompt(Stage.LISTEN, title))
    assert places(around) == before
    panel.tell(withdrawn(Stage.LISTEN, 14))
    assert places(around) == before


def test_eight_long_words_are_fully_visible_at_the_smallest_width(panel: Panel) -> None:
    panel.window.resize(width_for(1.0), panel.window.height())
    panel.tell(started(), prompt(Stage.LISTEN, LONG_TITLE))
    card = panel.window.call.prompt
    title = card.title
    metrics = QFontMetrics(title.font())
    assert title.text() == LONG_TITLE
    assert title.height() >= title.heightForWidth(title.width())
    assert max(metrics.horizontalAdvance(word) for word in LONG_TITLE.split()) <= title.width()
    assert card.rect().contains(QRect(title.mapTo(card, QPoint()), title.size()))
    assert not title.geometry().intersects(card.say.geometry())
    assert not card.say.geometry().intersects(card.reason.geometry())


def test_both_sides_appear_with_open_words_last(panel: Panel) -> None:
    panel.tell(started(), said(1, "How can I help?", 1, Channel.AGENT), said(1, "I want", 4), saying(2, "my money"))
    model = panel.window.call.transcript.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert rows == ["Agent, 0:01: How can I help?", "Caller, 0:04: I want", "Caller, 0:00: my money and"]


def test_an_ended_call_shows_its_summary_in_place_of_the_prompt(panel: Panel) -> None:
    panel.tell(*whole_call())
    call = panel.window.call
    assert not call.prompt.isVisible()
    assert {"Call ended after 1:00", "Hot, at 0:14", "2 shown, 1 followed", f"“{WANT}”"} <= set(texts(call.summary))
    click(button(call.summary, "Calls"))
    assert panel.asked == [Act.CALLS]


def test_what_is_left_for_the_agent_at_the_end_stands_in_the_summary(panel: Panel) -> None:
    *before, end = whole_call()
    panel.tell(*before, end)
    assert not panel.window.call.summary.last_word.isVisible()
    panel.tell(*before, prompt(Stage.CLOSE, "That was theirs, not yours", at_s=60), end)
    assert panel.window.call.summary.last_word.text().startswith("That was theirs, not yours. ")


def test_the_summary_stays_as_it_is_when_the_call_has_been_stored(panel: Panel) -> None:
    panel.tell(*whole_call())
    before = texts(panel.window.call.summary)
    panel.tell(Health(code=HealthCode.STORED, advice="", lag_s=0, at_s=60))
    assert texts(panel.window.call.summary) == before
    assert panel.window.health.kept.text() == "Kept: words and figures, no sound"


def test_the_line_at_the_foot_says_what_is_kept_by_setting_and_by_the_agents_word(panel: Panel) -> None:
    panel.tell(*whole_call(), trouble(HealthCode.STORED, ""))
    assert panel.window.health.kept.text() == "Kept: words and figures, no sound"
    click(panel.window.call.summary.after.keep_figures)
    assert panel.window.health.kept.text() == "Kept: figures alone"
    panel.window.dress(Look(theme=DARK), panel.window.keys)
    assert panel.window.health.kept.text() == "Kept: figures alone"
    panel.tell(started("call-2"))
    assert panel.window.health.kept.text() == "Keeps words and figures, no sound"
    panel.window.show_keep(Keep.NO_TEXT)
    assert panel.window.health.kept.text() == "Keeps figures alone"


def test_where_a_call_could_not_be_deleted_foot_and_card_say_so(panel: Panel) -> None:
    panel.tell(*whole_call(), trouble(HealthCode.STORED, ""))
    card = panel.window.call.summary.after
    for _ in range(2):
        click(card.delete)
    assert panel.window.health.kept.text() == "Nothing is kept"
    panel.bridge.settle("call-1", False)
    panel.tell()
    assert panel.window.health.kept.text() == "Kept: words and figures, no sound"
    assert card.state.text() == "That did not work."


def test_a_setting_that_is_changed_after_a_call_takes_nothing_from_it(panel: Panel) -> None:
    panel.tell(*whole_call(), trouble(HealthCode.STORED, ""))
    panel.window.call.summary.after.settle_now()
    panel.window.show_keep(Keep.NO_TEXT)
    assert panel.window.health.kept.text() == "Kept: words and figures, no sound"
    panel.tell(started("call-2"))
    assert panel.window.health.kept.text() == "Keeps figures alone"


def test_what_is_kept_is_told_whole_on_hovering_and_when_it_is_read_out(panel: Panel) -> None:
    health = panel.window.health
    assert health.toolTip().startswith("Once a call has ended its words and figures stay on this computer.")
    assert health.facts.accessibleDescription() == health.toolTip()
    assert not health.kept.isVisible()
    panel.tell(started())
    assert health.toolTip() == "The words and figures of this call stay on this computer. Its sound is never kept."
    assert health.kept.accessibleDescription() == health.toolTip()


def test_the_next_call_starts_from_an_empty_panel(panel: Panel) -> None:
    panel.tell(*whole_call())
    panel.bridge.clear()
    panel.bridge.drain()
    assert panel.window.ready.isVisible()
    panel.tell(started("call-2"))
    assert panel.window.call.prompt.isVisible()
    assert not panel.window.call.summary.isVisible()
    assert panel.window.call.transcript.model().rowCount() == 0
    assert "0:00" in texts(panel.window.call.status)


def test_health_is_on_the_screen_before_during_and_after_a_call(panel: Panel) -> None:
    for events in ([], [started()], [CallEnded(at_s=5, duration_s=5)]):
        panel.tell(*events)
        assert panel.window.health.facts.isVisible()


def test_no_update_takes_the_keyboard_from_where_it_is(panel: Panel, qtbot: QtBot) -> None:
    customer_record = QLineEdit()
    qtbot.addWidget(customer_record)
    customer_record.show()
    customer_record.activateWindow()
    customer_record.setFocus()
    qtbot.waitUntil(customer_record.hasFocus)
    for event in whole_call():
        panel.tell(event)
        assert customer_record.hasFocus()


def test_a_prompt_fades_in_where_motion_is_wanted(qtbot: QtBot) -> None:
    card = PromptCard(lambda _: None, {}, animate=True)
    qtbot.addWidget(card)
    card.show()
    card.show_state(state_of([started(), prompt()]))
    effect = card.findChild(QGraphicsOpacityEffect)
    assert effect is not None
    assert effect.isEnabled()
    qtbot.waitUntil(lambda: not effect.isEnabled())


def test_a_card_that_was_of_use_does_not_come_in_again(qtbot: QtBot) -> None:
    card = PromptCard(lambda _: None, {}, animate=True)
    qtbot.addWidget(card)
    card.show()
    events: list[Event] = [started(), prompt()]
    card.show_state(state_of(events))
    effect = card.findChild(QGraphicsOpacityEffect)
    assert effect is not None
    qtbot.waitUntil(lambda: not effect.isEnabled())
    card.show_state(state_of([*events, PromptUsed(rule=Stage.LISTEN.value, at_s=11.0)]))
    assert not effect.isEnabled()


LONG_LIST = Checklist(
    at_s=90.0,
    items=(
        "Log a formal complaint, and say what happens with it",
        "Note the lawyer; hand it to whom it belongs",
        "Say who does what, by when",
        "Tell them how to reach help best",
        "Thank them, and close well",
    ),
    done=(True, False, False, True, False),
)


TELL = "Say that it is written down"
OPENING = Opening(items=("Greet with your name", TELL, "Ask"), disclosing=TELL)
NOT_TOLD = Disclosed(told=False, how=None, at_s=0.0)
TOLD = Disclosed(told=True, how=Telling.TICKED, at_s=8.0)


def test_before_a_call_the_opening_stands_beside_ready_and_the_disclosure_can_be_ticked(qtbot: QtBot) -> None:
    with opened(qtbot, opening=OPENING) as panel:
        panel.show(DeskState().loaded())
        assert {"When you pick up", "○  Greet with your name", "○  Ask"} <= set(texts(panel.window.ready))
        [box] = panel.window.ready.findChildren(QCheckBox)
        assert (box.accessibleName(), box.isChecked()) == ("Say that it is written down", False)
        click(box)
        assert panel.asked == [Act.TOLD]
        panel.show(DeskState().loaded().ticks())
        assert box.isChecked()
        panel.show(DeskState().loaded())
        assert not box.isChecked()


def test_an_opening_that_is_known_later_looks_as_one_that_was_known_at_once(qtbot: QtBot) -> None:
    other = Opening(items=("Welcome", "Ask for the number"), begin=Begin.BY_HAND)
    with opened(qtbot, opening=OPENING) as panel:
        at_once = panel.window.grab().toImage()
    with opened(qtbot) as panel:
        for opening in (other, OPENING):
            panel.show(DeskState().opens(opening))
        assert panel.window.grab().toImage() == at_once
        panel.show(DeskState().opens(other))
        assert "○  Ask" not in texts(panel.window.ready)


def test_a_disclosure_that_was_announced_is_done_before_the_call(qtbot: QtBot) -> None:
    done = "Announced before the call"
    announced = Opening(items=("Greet", done), disclosing=done, is_announced=True)
    with opened(qtbot, opening=announced) as panel:
        assert "✓  Announced before the call" in texts(panel.window.ready)
        assert panel.window.ready.findChildren(QCheckBox) == []


def test_in_the_call_the_disclosure_is_ticked_beside_its_list_and_once_it_is_known_no_more(panel: Panel) -> None:
    panel.tell(started(), NOT_TOLD, Checklist(at_s=0.0, items=("Tell",), done=(False,)))
    click(panel.button(Act.TOLD))
    assert panel.asked == [Act.TOLD]
    entry = next(one for one in panel.window.call.menu.actions() if one.text().startswith(SPECS[Act.TOLD].title))
    assert entry.isEnabled()
    panel.tell(TOLD)
    assert not entry.isEnabled()
    assert SPECS[Act.TOLD].title not in [one.text() for one in shown_buttons(panel.window.call.prompt)]


def test_a_prompt_takes_the_place_of_the_tick(panel: Panel) -> None:
    panel.tell(started(), NOT_TOLD, Checklist(at_s=0.0, items=("Tell",), done=(False,)), prompt())
    assert [one.text() for one in shown_buttons(panel.window.call.prompt)] == ["Used it", "Not now"]


def shown_buttons(widget: QWidget) -> list[QPushButton]:
    return [one for one in widget.findChildren(QPushButton) if one.isVisible()]


def test_while_there_is_no_prompt_the_checklist_stands_in_its_place_and_is_ticked(panel: Panel) -> None:
    panel.tell(started(), Checklist(at_s=0.0, items=("Greet", "Ask"), done=(False, False)))
    assert texts(panel.window.call.prompt) == ["To do", "○  Greet\n○  Ask"]
    panel.tell(Checklist(at_s=4.0, items=("Greet", "Ask"), done=(True, False)))
    assert "✓  Greet\n○  Ask" in texts(panel.window.call.prompt)
    panel.tell(prompt(Stage.SAFETY))
    assert "To do" not in texts(panel.window.call.prompt)
    panel.tell(withdrawn(Stage.SAFETY, 20), Checklist(at_s=21.0))
    assert "No prompt now" in texts(panel.window.call.prompt)


def test_a_long_checklist_fits_the_card_and_moves_nothing(panel: Panel) -> None:
    panel.window.resize(width_for(1.0), panel.window.height())
    panel.tell(started(), point(12, 0.1, Phase.CALM))
    parts = [panel.window.call.ladder, panel.window.call.prompt, panel.window.call.curve]
    before = places(parts)
    panel.tell(LONG_LIST)
    assert places(parts) == before
    shown = panel.window.call.prompt.say
    assert shown.heightForWidth(shown.width()) <= shown.height()


def test_the_summary_tells_what_was_left_open(panel: Panel) -> None:
    panel.tell(started(), LONG_LIST, CallEnded(at_s=99.0, duration_s=99.0))
    [listed] = [text for text in texts(panel.window.call.summary) if "Thank them" in text]
    assert "✓  Log a formal complaint" in listed
    assert "○  Thank them" in listed


def test_the_health_line_says_that_nothing_is_heard_in_a_pause(panel: Panel) -> None:
    panel.tell(started(), line(LineState.PAUSED))
    assert "Paused: nothing is heard or kept" in panel.window.health.facts.text()
    assert "Listening" not in panel.window.health.facts.text()


def test_the_curve_shows_the_gap_of_a_pause_and_forgets_it_with_the_call(panel: Panel) -> None:
    panel.tell(started(), point(10.0, 0.5, Phase.CALM), line(LineState.PAUSED, 12), line(LineState.OPEN, 20))
    assert panel.window.call.curve.gaps_s == [(12.0, 20.0)]
    panel.tell(line(LineState.PAUSED, 30))
    assert panel.window.call.curve.gaps_s == [(12.0, 20.0), (30.0, 30.0)]
    panel.tell(started("next"))
    assert panel.window.call.curve.gaps_s == []


def test_mood_that_is_off_is_said_on_the_strip_the_card_and_the_health_line(panel: Panel) -> None:
    panel.tell(started(), point(12, 0.7, Phase.HOT), line(LineState.UNSCORED, 20))
    call = panel.window.call
    assert {"Mood and prompts are off", "■ Hot", "when last known"} <= set(texts(call.status))
    assert "Prompts are off, as you asked; those for safety still come." in texts(call.prompt)
    assert "Listening, mood off" in panel.window.health.facts.text()
    panel.window.act(Act.CURVE)
    panel.tell(line(LineState.OPEN, 30))
    assert call.curve.gaps_s == [(20.0, 30.0)]
    assert "Caller" in texts(call.status)


def test_the_buttons_of_a_call_stand_in_one_row(qtbot: QtBot) -> None:
    with opened(qtbot, *whole_call()[:6]) as panel:
        more, pause = panel.window.call.more, panel.button(Act.PAUSE)
        assert panel.window.width() == WIDTH_PX
        assert (more.y(), more.height()) == (pause.y(), pause.height())
        assert more.geometry().right() <= panel.window.call.buttons.width()


def test_the_curve_shows_the_last_minutes_of_a_long_call_and_all_of_it_at_the_end(panel: Panel) -> None:
    panel.window.act(Act.CURVE)
    curve = panel.window.call.curve
    panel.tell(started(), point(20, 0.6, Phase.HOT), prompt(Stage.LISTEN, at_s=20))
    assert curve.span_s == (0, 60)
    panel.tell(point(1500, 0.5, Phase.HOT), prompt(Stage.VALIDATE, at_s=1500))
    start_s, end_s = curve.span_s
    assert (end_s - start_s, start_s <= 1260, end_s > 1500) == (300, True, True)
    assert curve.marks_in_sight == ["Validate"]
    assert curve.second_at(curve.px_of(1500)) == pytest.approx(1500, abs=1)
    panel.tell(*whole_call()[-1:])
    assert curve.span_s[0] == 0
    assert curve.marks_in_sight == ["Listen", "Validate"]
