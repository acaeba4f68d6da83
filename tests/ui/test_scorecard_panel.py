"""Scoring a call in the panel: every control, and a whole score by the keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.errors import StoreError
from app.core.score_port import Kind, Reply, State
from app.core.scoring import LONGEST, Answer, Given
from app.ui.form_look import form_rules
from app.ui.reply_box import ReplyBox
from app.ui.score_item import ScoreItem
from app.ui.score_start import ScoreStart
from app.ui.scorecard_panel import ScorecardPanel
from app.ui.theme import LIGHT, stylesheet
from tests.core.cards import F, N, P, given
from tests.ui.calls import document
from tests.ui.fit import misfits
from tests.ui.focus import stop, stops_to, type_text
from tests.ui.keyboard import press
from tests.ui.mouse import click
from tests.ui.scorings import CARD, LONG, Desk, desk

WHOLE = given(greeting=P, owned=F, safety=N, extra=P)
GOOD = given(greeting=P, owned=P, safety=N, extra=P)
Open = Callable[[Desk], ScorecardPanel]


@pytest.fixture
def open_panel(qtbot: QtBot) -> Open:
    """The panel at the first call, in a window of its own, which lives as long as the test."""
    windows: list[QWidget] = []

    def show(made: Desk) -> ScorecardPanel:
        window = QWidget()
        windows.append(window)
        window.setStyleSheet(stylesheet(LIGHT) + form_rules(LIGHT))
        window.resize(360, 640)
        panel = ScorecardPanel(made.scoring, LIGHT)
        QVBoxLayout(window).addWidget(panel)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        panel.show_call(document("call-1"))
        QApplication.processEvents()
        return panel

    return show


def start_of(panel: ScorecardPanel) -> ScoreStart:
    assert panel.start is not None
    return panel.start


def items(panel: ScorecardPanel) -> list[ScoreItem]:
    assert panel.form is not None
    return panel.form.items


def replies(panel: ScorecardPanel) -> ReplyBox:
    assert panel.replies is not None
    return panel.replies


def choose(panel: ScorecardPanel, part: str) -> None:
    """An entry of the list of scores, by a part of its title."""
    titles = [panel.which.itemText(row) for row in range(panel.which.count())]
    row = next(row for row, title in enumerate(titles) if part in title)
    panel.which.setCurrentIndex(row)
    panel.which.activated.emit(row)


def answer(panel: ScorecardPanel, *answers: Answer) -> None:
    for part, wanted in zip(items(panel), answers, strict=False):
        click(part.choice.buttons[wanted])


def test_a_score_begins_by_a_card_and_becomes_a_draft(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    assert not panel.which.isVisible()
    assert start_of(panel).card.currentText() == "A small card, version 1"
    click(start_of(panel).score)
    [score] = made.scores()
    assert (score.kind, score.state, score.reviewer) == (Kind.REVIEW, State.DRAFT, "Ann")
    assert stop() is items(panel)[0].choice
    assert panel.which.currentText() == "Review, draft of Ann"


def test_a_press_answers_and_hands_the_keyboard_on(open_panel: Open) -> None:
    panel = open_panel(desk())
    click(start_of(panel).score)
    click(items(panel)[0].choice.buttons[P])
    assert items(panel)[0].given.answer is P
    assert stop() is items(panel)[1].choice
    assert panel.head.text() == "100\u00a0% so far"
    answer(panel, P, F, N)
    assert panel.form is not None
    assert panel.head.text() == "25\u00a0% so far"
    assert panel.form.words.text() == "1 passed, 1 failed, 1 not applicable, 1 open"


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_1, P), (Qt.Key.Key_P, P), (Qt.Key.Key_2, F),
        (Qt.Key.Key_F, F), (Qt.Key.Key_3, N), (Qt.Key.Key_N, N),
    ],
)  # fmt: skip
def test_figures_and_letters_answer_and_go_on(open_panel: Open, key: Qt.Key, wanted: Answer) -> None:
    panel = open_panel(desk())
    click(start_of(panel).score)
    press(key)
    assert items(panel)[0].given.answer is wanted
    assert stop() is items(panel)[1].choice


def test_arrows_aside_change_the_answer_and_those_up_and_down_the_item(open_panel: Open) -> None:
    panel = open_panel(desk())
    click(start_of(panel).score)
    first = items(panel)[0]
    for key, wanted in (
        (Qt.Key.Key_Right, P),
        (Qt.Key.Key_Right, F),
        (Qt.Key.Key_Right, N),
        (Qt.Key.Key_Right, N),
        (Qt.Key.Key_Left, F),
    ):
        press(key)
        assert (first.given.answer, stop()) == (wanted, first.choice)
    press(Qt.Key.Key_Down)
    assert stop() is items(panel)[1].choice
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert stop() is first.choice


def test_what_is_given_is_saved_by_itself(open_panel: Open, qtbot: QtBot) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    click(items(panel)[0].choice.buttons[F])
    qtbot.waitUntil(lambda: made.scores()[0].answers == given(greeting=F))
    assert panel.note.text() == "Saved as a draft."


def test_nothing_is_lost_where_another_call_is_opened_or_the_window_closes(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    click(items(panel)[0].choice.buttons[F])
    panel.show_call(document("call-2"))
    assert made.scores()[0].answers == given(greeting=F)
    panel.show_call(document("call-1"))
    click(items(panel)[1].choice.buttons[P])
    panel.window().close()
    assert made.scores()[0].answers == given(greeting=F, owned=P)


def test_two_windows_on_one_draft_lose_no_answer(open_panel: Open, qtbot: QtBot) -> None:
    made = desk()
    made.store.begin("call-1", CARD, Kind.REVIEW, "Ann", {})
    one, other = open_panel(made), open_panel(made)
    items(one)[0].choice.buttons[P].click()
    qtbot.waitUntil(lambda: "greeting" in made.scores()[0].answers)
    items(other)[1].choice.buttons[F].click()
    qtbot.waitUntil(lambda: "owned" in made.scores()[0].answers)
    assert made.scores()[0].answers == given(greeting=P, owned=F)


def test_what_cannot_be_saved_is_said_and_saved_later(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    made.store.is_away = True
    click(items(panel)[0].choice.buttons[F])
    click(panel.buttons.done)
    assert panel.note.text().startswith("Not saved yet: The call store cannot be reached.")
    panel.show_call(document("call-2"))
    made.store.is_away = False
    panel.show_call(document("call-1"))
    assert items(panel)[0].given.answer is F
    assert made.scores()[0].answers == given(greeting=F)


def test_save_again_stands_there_while_answers_wait_and_saves_them(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    assert not panel.retry.isVisible()
    made.store.is_away = True
    click(items(panel)[0].choice.buttons[F])
    click(panel.buttons.done)
    assert panel.retry.isVisible()
    click(panel.retry)
    assert panel.note.text().startswith("Not saved yet: ")
    made.store.is_away = False
    assert made.scores()[0].answers == {}
    click(panel.retry)
    assert (panel.note.text(), panel.retry.isVisible()) == ("Saved as a draft.", False)
    assert made.scores()[0].answers == given(greeting=F)


def test_that_something_is_not_saved_is_still_said_at_another_call(
    open_panel: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)

    def fail(_number: int, _answers: object) -> None:
        raise StoreError("The disk is full.", "Make room.")

    with monkeypatch.context() as broken:
        broken.setattr(made.store, "keep", fail)
        click(items(panel)[0].choice.buttons[F])
        panel.show_call(document("call-2"))
        assert panel.note.text() == "Not saved yet: The disk is full. Make room."
    panel.show_call(document("call-1"))
    assert panel.note.text() == ""
    assert made.scores()[0].answers == given(greeting=F)


def test_only_the_item_with_the_keyboard_shows_all_that_can_be_given(open_panel: Open) -> None:
    panel = open_panel(desk())
    click(start_of(panel).score)
    first, second = items(panel)[:2]
    assert first.hint.isVisible()
    assert first.remark.isVisible()
    assert not second.remark.isVisible()
    press(Qt.Key.Key_Down)
    assert not first.hint.isVisible()
    assert second.take.isVisible()


def test_an_answer_rests_on_the_line_that_is_chosen_and_leads_back_to_it(open_panel: Open, qtbot: QtBot) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    first = items(panel)[0]
    click(first.take)
    assert panel.note.text() == "First choose a line of what was said."
    assert first.given.turn is None
    panel.choose_turn(4)
    click(first.take)
    assert first.rests.text() == "Rests on 0:16"
    with qtbot.waitSignal(panel.goes_to) as went:
        click(first.rests)
    assert went.args == [16.0]
    click(first.loose)
    assert not first.rests.isVisible()
    first.focus()
    press(Qt.Key.Key_R)
    assert first.given == Given(turn=4)


def test_a_line_that_is_not_there_any_more_is_not_shown(open_panel: Open) -> None:
    made = desk()
    made.store.begin("call-1", CARD, Kind.REVIEW, "Ann", {"greeting": Given(answer=P, turn=99)})
    assert not items(open_panel(made))[0].rests.isVisible()


def test_a_remark_is_kept_masked(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    QTest.keyClicks(items(panel)[0].remark, "read out 4111 1111 1111 1111")
    panel.show_call(document("call-1"))
    assert items(panel)[0].remark.text() == "read out [card]"
    assert items(panel)[0].remark.isVisible()


def test_a_score_is_not_done_before_every_item_has_an_answer(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    answer(panel, P, F)
    click(panel.buttons.done)
    assert panel.note.text().startswith("“Did safety come first?” has no answer yet.")
    assert stop() is items(panel)[2].choice
    answer(panel, P, F, N, P)
    click(panel.buttons.done)
    [score] = made.scores()
    assert (score.is_done, score.share) == (True, 0.25)
    assert panel.head.text() == "25\u00a0%"
    assert not panel.buttons.done.isVisible()


def test_a_critical_failure_is_said_plainly(open_panel: Open) -> None:
    panel = open_panel(desk())
    click(start_of(panel).score)
    answer(panel, P, P, F)
    assert panel.form is not None
    assert panel.head.text() == "Failed"
    assert panel.form.failure.text().startswith("“Did safety come first?” That is critical and failed")
    click(items(panel)[2].choice.buttons[P])
    assert not panel.form.failure.isVisible()


def test_a_done_score_is_read_and_opened_again_as_a_new_draft(open_panel: Open) -> None:
    made = desk()
    before = made.done("Ann", {**WHOLE, "owned": Given(answer=F, turn=2, remark="not at all")})
    panel = open_panel(made)
    assert panel.form is not None
    read = panel.form.given[1]
    assert (read.answer.text(), read.remark.text(), read.rests.text()) == ("Fail", "not at all", "Rests on 0:05")
    click(panel.buttons.again)
    old, draft = made.scores()
    assert (old, draft.state, draft.answers) == (before, State.DRAFT, before.answers)
    choose(panel, "Review by Ann")
    assert not panel.buttons.again.isHidden()


def test_an_answer_of_a_done_score_leads_to_the_line_that_it_rests_on(open_panel: Open, qtbot: QtBot) -> None:
    made = desk()
    made.done("Ann", {**WHOLE, "owned": Given(answer=F, turn=2)})
    panel = open_panel(made)
    assert panel.form is not None
    with qtbot.waitSignal(panel.goes_to) as went:
        click(panel.form.given[1].rests)
    assert went.args == [5.0]


def test_a_draft_can_be_discarded(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    click(items(panel)[0].choice.buttons[P])
    click(panel.buttons.discard)
    assert made.scores() == []
    assert start_of(panel).isVisible()


def test_somebody_without_a_name_is_asked_for_it(open_panel: Open) -> None:
    made = desk("")
    panel = open_panel(made)
    click(start_of(panel).score)
    assert panel.note.text() == "A score needs the name of who gives it. Write your name."
    start_of(panel).name.setFocus()
    type_text("Cy")
    click(start_of(panel).score)
    assert [score.reviewer for score in made.scores("Cy")] == ["Cy"]


def test_a_draft_of_whoever_writes_their_name_is_opened(open_panel: Open) -> None:
    made = desk("")
    made.store.begin("call-1", CARD, Kind.REVIEW, "Cy", {})
    panel = open_panel(made)
    start_of(panel).name.setFocus()
    type_text("cy")
    press(Qt.Key.Key_Return)
    assert panel.which.currentText() == "Review, draft of Cy"


def test_the_field_for_a_name_is_not_shown_where_the_settings_have_it(open_panel: Open) -> None:
    assert not start_of(open_panel(desk())).name.isVisible()


def test_another_card_can_be_chosen_and_what_is_wrong_with_others_is_said(open_panel: Open) -> None:
    made = desk()
    made.cards, made.faults = (CARD, LONG), ("The scorecard x.toml cannot be read.",)
    panel = open_panel(made)
    assert start_of(panel).faults.text() == "The scorecard x.toml cannot be read."
    start_of(panel).card.setCurrentIndex(1)
    click(start_of(panel).score)
    assert len(items(panel)) == 12


def test_without_a_card_nothing_can_be_begun(open_panel: Open) -> None:
    made = desk()
    made.cards = ()
    panel = open_panel(made)
    assert start_of(panel).faults.text() == "There is no scorecard that can be used."
    assert not start_of(panel).score.isEnabled()


# --- the agent ------------------------------------------------------------------------------------------------------


def test_the_agent_disputes_a_score_with_a_line_and_the_reviewer_sees_it(open_panel: Open) -> None:
    made = desk("joe")
    made.done("Ann", WHOLE)
    panel = open_panel(made)
    click(replies(panel).dispute)
    assert panel.note.text() == "A dispute needs a line. Write what you see otherwise."
    replies(panel).line.setPlainText("I did own it.")
    click(replies(panel).dispute)
    assert replies(panel).said.text() == "Joe disputes it: “I did own it.”"
    made.name = "Ann"
    panel.show_call(document("call-1"))
    assert replies(panel).said.text() == "Joe disputes it: “I did own it.”"
    assert not replies(panel).dispute.isVisible()


def test_the_agent_acknowledges_a_score(open_panel: Open) -> None:
    made = desk("Joe")
    made.done("Ann", WHOLE)
    panel = open_panel(made)
    click(replies(panel).acknowledge)
    assert made.scores()[0].reply is Reply.ACKNOWLEDGED
    assert replies(panel).said.text() == "Joe has acknowledged it."
    assert not panel.buttons.again.isVisible()


def test_the_agent_sees_no_blind_scores(open_panel: Open) -> None:
    made = desk("Joe")
    made.done("Ann", WHOLE, Kind.BLIND)
    made.done("Bob", GOOD, Kind.BLIND)
    panel = open_panel(made)
    assert panel.which.count() == 1


def test_the_agent_sees_an_agreed_score_once_it_is_done(open_panel: Open) -> None:
    made = desk("Joe")
    made.done("Ann", WHOLE, Kind.BLIND)
    made.done("Bob", GOOD, Kind.BLIND)
    draft = made.store.begin("call-1", CARD, Kind.AGREED, "Ann", GOOD)
    panel = open_panel(made)
    assert panel.which.count() == 1
    made.store.finish(draft.number)
    panel.show_call(document("call-1"))
    assert panel.which.currentText().startswith("Agreed score by Ann")
    assert replies(panel).acknowledge.isVisible()
    assert not panel.buttons.again.isVisible()


def test_nobody_but_the_agent_replies(open_panel: Open) -> None:
    made = desk("Bob")
    made.done("Ann", WHOLE)
    panel = open_panel(made)
    assert not replies(panel).isVisible()
    assert not panel.buttons.again.isVisible()


# --- calibration ----------------------------------------------------------------------------------------------------


def test_others_blind_scores_are_hidden_until_all_are_done_and_then_compared(open_panel: Open) -> None:
    made = desk("Bob")
    made.done("Ann", WHOLE, Kind.BLIND)
    panel = open_panel(made)
    assert panel.which.count() == 1
    assert start_of(panel).round.text().startswith("1 of 1 blind scores are done.")
    click(start_of(panel).blind)
    assert [panel.which.itemText(row) for row in range(panel.which.count())] == [
        "A new score", "Blind score, draft of Bob",
    ]  # fmt: skip
    answer(panel, P, P, N, P)
    click(panel.buttons.done)
    assert panel.calibration is not None
    assert panel.which.currentText() == "Calibration: A small card"
    told = [(view.answers.text(), view.share.text()) for view in panel.calibration.items]
    assert told[:2] == [("Ann: Pass, Bob: Pass", "100\u00a0% alike"), ("Ann: Fail, Bob: Pass", "0\u00a0% alike")]
    assert panel.calibration.items[1].question.text().startswith("≠")
    assert "too little to tell from 4 answers of each" in panel.calibration.agreement.text()


def test_a_kappa_is_told_of_enough_answers(open_panel: Open) -> None:
    made = desk()
    one = {f"i{number}": Given(answer=P if number % 2 else F) for number in range(12)}
    made.done("Ann", one, Kind.BLIND, LONG)
    made.done("Bob", {**one, "i0": Given(answer=P)}, Kind.BLIND, LONG)
    panel = open_panel(made)
    choose(panel, "Calibration")
    assert panel.calibration is not None
    assert "Answered alike: 92\u00a0%." in panel.calibration.agreement.text()
    assert "(kappa): 0.83." in panel.calibration.agreement.text()
    assert not panel.calibration.over.isVisible()


def test_agreement_is_told_over_all_calls_of_the_same_reviewers(open_panel: Open) -> None:
    made = desk()
    for call_id in ("call-1", "call-2"):
        for reviewer, answers in (("Ann", WHOLE), ("Bob", GOOD if call_id == "call-1" else WHOLE)):
            made.store.finish(made.store.begin(call_id, CARD, Kind.BLIND, reviewer, answers).number)
    panel = open_panel(made)
    choose(panel, "Calibration")
    assert panel.calibration is not None
    assert "over 2 calls of the same reviewers: 88\u00a0%." in panel.calibration.over.text()
    assert panel.calibration.items[1].share.text() == "50\u00a0% alike"


def test_reviewers_whose_names_are_typed_otherwise_at_another_call_are_the_same(open_panel: Open) -> None:
    made = desk()
    for call_id, names in (("call-1", ("Ann", "Bob")), ("call-2", ("ann ", "BOB"))):
        for reviewer in names:
            made.store.finish(made.store.begin(call_id, CARD, Kind.BLIND, reviewer, WHOLE).number)
    panel = open_panel(made)
    choose(panel, "Calibration")
    assert panel.calibration is not None
    assert "over 2 calls of the same reviewers: 100\u00a0%." in panel.calibration.over.text()


def test_how_much_room_a_remark_has_left_is_told_while_it_is_typed(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    click(start_of(panel).score)
    first = items(panel)[0]
    first.remark.setText("x" * (LONGEST - 60))
    assert not first.room.isVisible()
    QTest.keyClicks(first.remark, "y" * 59)
    assert (first.room.isVisible(), first.room.text()) == (True, "Letters that still fit: 1.")
    QTest.keyClicks(first.remark, "zz")
    assert first.room.text() == "500 letters are the most that fit."
    panel.show_call(document("call-1"))
    assert made.scores()[0].answers["greeting"].remark == f"{'x' * (LONGEST - 60)}{'y' * 59}z"
    press(Qt.Key.Key_Down)
    assert not first.room.isVisible()


def test_an_agreed_score_is_settled_from_what_all_answered_alike(open_panel: Open) -> None:
    made = desk()
    made.done("Ann", WHOLE, Kind.BLIND)
    made.done("Bob", GOOD, Kind.BLIND)
    panel = open_panel(made)
    choose(panel, "Calibration")
    click(panel.buttons.agree)
    assert [part.given.answer for part in items(panel)] == [P, None, N, P]
    assert stop() is items(panel)[1].choice
    press(Qt.Key.Key_1)
    click(panel.buttons.done)
    agreed = made.scores()[-1]
    assert (agreed.kind, agreed.is_done, agreed.share) == (Kind.AGREED, True, 1.0)
    choose(panel, "Calibration")
    assert not panel.buttons.agree.isVisible()


def test_a_blind_score_that_was_compared_is_not_given_anew(open_panel: Open) -> None:
    made = desk()
    made.done("Ann", WHOLE, Kind.BLIND)
    panel = open_panel(made)
    assert panel.buttons.again.isVisible()
    made.done("Bob", GOOD, Kind.BLIND)
    panel.show_call(document("call-1"))
    choose(panel, "Blind score by Ann")
    assert not panel.buttons.again.isVisible()


# --- by the keyboard alone ------------------------------------------------------------------------------------------


def test_a_whole_score_needs_no_mouse(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    start_of(panel).card.setFocus(Qt.FocusReason.TabFocusReason)
    stops_to(start_of(panel).score)
    press(Qt.Key.Key_Space)
    panel.choose_turn(2)
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_1)
    stops_to(items(panel)[1].remark)
    type_text("passed it on")
    press(Qt.Key.Key_Backtab)
    stops_to(items(panel)[1].choice, back=True)
    press(Qt.Key.Key_F)
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert stop() is panel.buttons.done
    press(Qt.Key.Key_Space)
    [score] = made.scores()
    assert score.is_done
    assert score.answers == {
        "greeting": Given(answer=P, turn=2),
        "owned": Given(answer=F, remark="passed it on"),
        "safety": Given(answer=N),
        "extra": Given(answer=P),
    }


@pytest.mark.parametrize("kind", ["new", "draft", "failed", "disputed", "calibration"])
def test_nothing_of_the_panel_is_cut_off(open_panel: Open, kind: str) -> None:
    made = desk()
    if kind == "draft":
        made.store.begin("call-1", CARD, Kind.REVIEW, "Ann", WHOLE)
    if kind in {"failed", "disputed"}:
        score = made.done("Ann", {**WHOLE, "safety": Given(answer=F)})
        if kind == "disputed":
            made.store.reply(score.number, Reply.DISPUTED, "I did say that, at the very end of the call.")
    if kind == "calibration":
        made.done("Ann", WHOLE, Kind.BLIND)
        made.done("Bob", GOOD, Kind.BLIND)
    panel = open_panel(made)
    if kind == "calibration":
        choose(panel, "Calibration")
    QApplication.processEvents()
    assert misfits(panel.window()) == []
    content = panel.area.widget()
    assert content is not None
    assert misfits(content) == []


def test_whoever_scores_blind_by_another_card_is_offered_no_calibration_meanwhile(open_panel: Open) -> None:
    made = desk()
    for reviewer in ("Ann", "Ben"):
        made.done(reviewer, WHOLE, Kind.BLIND)
    made.store.begin("call-1", LONG, Kind.BLIND, "Ann", {})
    panel = open_panel(made)
    assert [entry.card for entry in panel.which.entries if entry.card is not None] == []


# --- ready to be given by one key -----------------------------------------------------------------------------------


def test_a_score_is_begun_and_given_by_one_key_an_item_and_ended_by_return(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    panel.give()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_Return):
        press(key)
    [score] = made.scores()
    assert score.is_done
    assert score.answers == given(greeting=P, owned=F, safety=N, extra=P)


def test_a_draft_goes_on_at_its_first_open_item(open_panel: Open) -> None:
    made = desk()
    made.store.begin("call-1", CARD, Kind.REVIEW, "Ann", given(greeting=P))
    panel = open_panel(made)
    panel.give()
    assert stop() is items(panel)[1].choice
    assert len(made.scores()) == 1


def test_a_score_that_is_done_is_shown_and_no_other_one_is_begun(open_panel: Open) -> None:
    made = desk()
    made.done("Bob", WHOLE)
    panel = open_panel(made)
    panel.give()
    assert stop() is panel.area
    assert len(made.scores()) == 1


def test_nothing_is_begun_while_others_score_blind(open_panel: Open) -> None:
    made = desk()
    made.store.begin("call-1", CARD, Kind.BLIND, "Bob", {})
    panel = open_panel(made)
    panel.give()
    assert made.scores() == []
    assert stop() is start_of(panel).score


def test_nothing_is_begun_by_the_agent_of_the_call(open_panel: Open) -> None:
    made = desk("Joe")
    panel = open_panel(made)
    panel.give()
    assert made.scores("Joe") == []


def test_somebody_without_a_name_is_asked_for_it_and_begins_with_it(open_panel: Open) -> None:
    made = desk("")
    panel = open_panel(made)
    panel.give()
    assert stop() is start_of(panel).name
    QTest.keyClicks(start_of(panel).name, "Cy")
    panel.give()
    assert [score.reviewer for score in made.scores("Cy")] == ["Cy"]
    assert stop() is items(panel)[0].choice


def test_the_keys_are_told_while_a_score_is_given(open_panel: Open) -> None:
    made = desk()
    panel = open_panel(made)
    panel.give()
    told = [part.text() for part in panel.findChildren(QLabel) if part.isVisible()]
    assert any("1 pass, 2 fail, 3 not applicable" in text for text in told)
