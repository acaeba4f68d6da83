"""The card after a call: nothing must be filled in, and nothing that was filled in is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.after_call import Corrected
from app.core.checklists import Opening
from app.core.document import After, Outcome
from app.core.events import CallStarted, Event, PromiseMade, WantHeard
from app.core.keeping import Keep
from app.core.summary import Promised
from app.ui.actions import Act
from app.ui.after_card import SETTLES_AFTER_S
from app.ui.agent_window import WIDTH_PX
from app.ui.growing_field import LineField
from app.ui.theme import DARK, Look, set_text_size
from tests.ui.calls import WANT, started, whole_call, wordy_call
from tests.ui.fit import everywhere
from tests.ui.focus import stop, type_text
from tests.ui.keyboard import press
from tests.ui.mouse import click
from tests.ui.panel import Panel, opened


def practised() -> list[Event]:
    """A call that was practised, and is not stored unless that is asked for."""
    return [
        replace(event, source="practice: first", stored=False) if isinstance(event, CallStarted) else event
        for event in whole_call()
    ]


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    with opened(qtbot, *whole_call(), look=Look()) as made:
        yield made


AS_HEARD = Corrected(after=After(), wants=(WANT,), promises=())


def test_left_alone_it_saves_itself(panel: Panel) -> None:
    panel.wait_s(SETTLES_AFTER_S - 1)
    assert panel.card.state.text() == "Saves itself in 1 s"
    assert panel.settled == []
    panel.wait_s(1)
    assert panel.settled == [("call-1", Keep.FULL, AS_HEARD)]
    assert panel.card.state.text() == "Saved."


def test_the_next_call_saves_it(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.")
    panel.tell(started("call-2"))
    assert [(call, said.after.note) for call, _, said in panel.settled] == [("call-1", "Rang the depot.")]


def test_done_saves_it_and_puts_it_away(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.")
    click(panel.button(Act.CLEAR))
    assert [said.after.note for _, _, said in panel.settled] == ["Rang the depot."]
    assert panel.asked == [Act.CLEAR]


def test_looking_at_calls_saves_nothing_yet(panel: Panel) -> None:
    click(panel.button(Act.CALLS))
    assert panel.settled == []


@pytest.mark.parametrize("wants", [1, 3])
def test_outcome_wants_promises_and_note_are_seen_at_once(qtbot: QtBot, wants: int) -> None:
    call = whole_call()
    heard = [WantHeard(at_s=2.0 + n, text=f"Number {n} of what I want.") for n in range(1, wants)]
    promise = PromiseMade(at_s=20.0, who="agent", what="I ring on Thursday.", when=None)
    with opened(qtbot, *call[:-1], *heard, promise, call[-1]) as panel:
        card = panel.card
        seen = [*card.outcomes.values(), *card.wants.fields, *card.promises.fields, card.note]
        assert (len(card.wants.fields), len(card.promises.fields)) == (wants, 1)
        assert [part for part in seen if part.visibleRegion().boundingRect() != part.rect()] == []
        assert panel.window.width() == WIDTH_PX


def test_a_touch_begins_the_wait_anew(panel: Panel) -> None:
    panel.wait_s(10)
    click(panel.card.outcomes[Outcome.RESOLVED])
    panel.wait_s(SETTLES_AFTER_S - 1)
    assert panel.settled == []


def test_it_waits_while_the_agent_types(panel: Panel, qtbot: QtBot) -> None:
    panel.window.activateWindow()
    panel.card.note.setFocus()
    qtbot.waitUntil(panel.card.note.hasFocus)
    panel.wait_s(2 * SETTLES_AFTER_S)
    assert panel.settled == []


def test_one_outcome_is_chosen_and_can_be_taken_back(panel: Panel) -> None:
    click(panel.card.outcomes[Outcome.RESOLVED])
    click(panel.card.outcomes[Outcome.OPEN])
    assert [outcome for outcome, button in panel.card.outcomes.items() if button.isChecked()] == [Outcome.OPEN]
    click(panel.card.outcomes[Outcome.OPEN])
    click(panel.button(Act.CLEAR))
    assert panel.settled[0][2].after.outcome is None


def test_what_was_wanted_and_promised_can_be_corrected(panel: Panel) -> None:
    card = panel.card
    card.wants.fields[0].setPlainText("The refund by Friday.")
    click(card.promises.add)
    card.promises.fields[0].setPlainText("I ring on Thursday.")
    click(card.wants.add)
    click(panel.button(Act.CLEAR))
    [(_, keep, said)] = panel.settled
    assert keep is Keep.FULL
    assert said.wants == ("The refund by Friday.",)
    assert said.promises == (Promised(who="agent", what="I ring on Thursday.", when=None),)


@pytest.mark.parametrize("text_size", [1.0, 2.0])
def test_what_is_typed_stands_whole_and_the_panel_grows_with_it(qtbot: QtBot, text_size: float) -> None:
    base = QApplication.font()
    set_text_size(base, text_size)
    with opened(qtbot, *whole_call(), look=Look(text_size=text_size)) as panel:
        panel.window.room = lambda _: 3000
        before = panel.window.height()
        for field in (panel.card.wants.fields[0], panel.card.note):
            field.setFocus()
            type_text("The refund by Friday, and a word why nobody rang back. " * 3)
            assert everywhere(panel.window) == []
            assert field.visibleRegion().boundingRect() == field.rect()
        assert panel.window.height() > before
    QApplication.setFont(base)


@pytest.mark.parametrize(
    "words", ["𝕳𝖊𝖑𝖑𝖔 " * 40, "नमस्ते दुनिया " * 20, "a\u00a0b" * 100], ids=["signs", "script", "blanks"]
)
@pytest.mark.parametrize("width", [120, 200, 313])
def test_signs_of_other_fonts_and_blanks_that_do_not_break_have_their_room_too(
    qtbot: QtBot, words: str, width: int
) -> None:
    field = LineField(words)
    qtbot.addWidget(field)
    field.resize(width, field.heightForWidth(width))
    field.show()
    assert field.verticalScrollBar().maximum() == 0


def test_what_is_typed_in_a_long_list_stays_in_sight(qtbot: QtBot) -> None:
    with opened(qtbot, *wordy_call()) as panel:
        for _ in range(4):
            click(panel.card.promises.add)
            QTest.keyClicks(stop(), "I ring on Thursday, and once more on Friday, and then again on Monday.")
        field = panel.card.promises.fields[-1]
        qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())


def test_a_long_note_scrolls_and_leaves_room_for_the_rest(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.\n" * 40)
    QApplication.processEvents()
    assert panel.card.note.verticalScrollBar().isVisible()
    assert panel.card.note.height() < 8 * panel.card.note.fontMetrics().lineSpacing()
    assert everywhere(panel.window) == []


def test_return_goes_on_from_a_line_and_breaks_the_note(panel: Panel) -> None:
    card = panel.card
    card.wants.fields[0].setFocus()
    type_text("The refund by Friday.")
    press(Qt.Key.Key_Return)
    assert stop() is card.promises.add
    card.note.setFocus()
    type_text("Rang the depot.")
    press(Qt.Key.Key_Return)
    assert stop() is card.note
    click(panel.button(Act.CLEAR))
    [(_, _, said)] = panel.settled
    assert said.wants == ("The refund by Friday.",)


def test_what_is_pasted_into_a_line_is_one_line_and_can_be_taken_back(panel: Panel) -> None:
    field = panel.card.wants.fields[0]
    field.setFocus()
    QApplication.clipboard().setText("The refund\nby  Friday.\n")
    field.selectAll()
    field.paste()
    assert field.toPlainText() == "The refund by Friday."
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == WANT


def test_a_picture_that_is_pasted_over_a_line_leaves_it(panel: Panel) -> None:
    field = panel.card.wants.fields[0]
    picture = QMimeData()
    picture.setData("image/png", b"")
    QApplication.clipboard().setMimeData(picture)
    field.selectAll()
    field.paste()
    assert field.toPlainText() == WANT


def test_what_is_pasted_keeps_its_distance_from_the_words_around_it(panel: Panel) -> None:
    field = panel.card.wants.fields[0]
    field.setFocus()
    type_text("Friday")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QApplication.clipboard().setText("by ")
    field.paste()
    assert field.toPlainText() == "by Friday"


def test_where_the_panel_is_too_low_a_line_that_grows_keeps_the_keyboard_and_stays_in_sight(
    qtbot: QtBot, panel: Panel
) -> None:
    panel.window.room = lambda _: 420
    panel.window.act(Act.CURVE)
    field = panel.card.wants.fields[0]
    field.setFocus()
    before = field.height()
    type_text("The refund by Friday, and a word why nobody rang back. " * 3)
    assert field.height() > before
    assert stop() is field
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())


def test_a_promise_that_is_left_as_it_was_keeps_its_time(qtbot: QtBot) -> None:
    with opened(qtbot, *wordy_call()) as panel:
        click(panel.button(Act.CLEAR))
        [promise] = panel.settled[0][2].promises
        assert promise.when == "before five"


def test_it_can_be_kept_without_text(panel: Panel) -> None:
    click(panel.card.keep_figures)
    assert panel.settled[0][1] is Keep.NO_TEXT
    assert not panel.card.keep_figures.isEnabled()
    click(panel.button(Act.CLEAR))
    assert len(panel.settled) == 1


def test_deleting_takes_two_presses(panel: Panel) -> None:
    click(panel.card.delete)
    assert panel.settled == []
    assert panel.card.delete.text() == "Delete for good?"
    click(panel.card.delete)
    assert panel.settled[0][1] is Keep.NOTHING
    assert panel.card.state.text() == "Deleted."


def test_what_the_centre_does_not_allow_is_not_offered(qtbot: QtBot) -> None:
    with opened(qtbot, *whole_call(), allowed={Keep.NO_TEXT}) as panel:
        card = panel.card
        assert [button.isVisible() for button in (card.keep, card.keep_figures, card.delete)] == [False, True, False]
        panel.wait_s(SETTLES_AFTER_S)
        assert panel.settled[0][1] is Keep.NO_TEXT


def test_another_look_loses_nothing_and_saves_nothing_twice(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.")
    panel.window.dress(Look(theme=DARK), panel.window.keys)
    assert panel.card.note.toPlainText() == "Rang the depot."
    panel.wait_s(2 * SETTLES_AFTER_S)
    assert [said.after.note for _, _, said in panel.settled] == ["Rang the depot."]


def test_what_was_typed_of_practice_outlives_another_look(qtbot: QtBot) -> None:
    with opened(qtbot, *practised()) as panel:
        panel.card.note.setPlainText("I was calm.")
        click(panel.card.outcomes[Outcome.RESOLVED])
        panel.card.wants.fields[0].setPlainText("The refund by Friday.")
        panel.window.dress(Look(theme=DARK), panel.window.keys)
        assert panel.card.note.toPlainText() == "I was calm."
        click(panel.card.keep)
        [(_, keep, said)] = panel.settled
        assert (keep, said.after.outcome, said.wants) == (Keep.FULL, Outcome.RESOLVED, ("The refund by Friday.",))


def test_what_was_typed_can_be_gone_on_with_in_another_look(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the")
    panel.window.dress(Look(theme=DARK), panel.window.keys)
    assert panel.settled == []
    panel.card.note.setPlainText("Rang the depot.")
    panel.window.show_opening(Opening(items=("Greet",)))
    panel.tell()
    click(panel.button(Act.CLEAR))
    assert [said.after.note for _, _, said in panel.settled] == ["Rang the depot."]


def test_what_was_typed_is_saved_where_the_window_closes_in_another_look(panel: Panel) -> None:
    panel.card.note.setPlainText("Rang the depot.")
    panel.window.dress(Look(theme=DARK), panel.window.keys)
    panel.window.close()
    assert [said.after.note for _, _, said in panel.settled] == ["Rang the depot."]


def test_practice_is_kept_by_its_button_alone(qtbot: QtBot) -> None:
    with opened(qtbot, *practised()) as panel:
        assert (panel.card.keep.text(), panel.card.delete.isVisible()) == ("Keep", False)
        panel.card.note.setPlainText("I was calm.")
        assert not panel.card._clock.isActive()
        click(panel.card.keep)
        assert [(call, keep, said.after.note) for call, keep, said in panel.settled] == [
            ("call-1", Keep.FULL, "I was calm.")
        ]
        assert panel.card.state.text() == "Saved."


def test_practice_that_nobody_keeps_is_gone_with_the_next_call(qtbot: QtBot) -> None:
    with opened(qtbot, *practised()) as panel:
        panel.tell(started("call-2"))
        panel.window.close()
        assert panel.settled == []


def test_practice_is_not_kept_where_the_centre_keeps_nothing(qtbot: QtBot) -> None:
    with opened(qtbot, *practised(), allowed={Keep.NOTHING}) as panel:
        assert not panel.card.keep.isVisible()
        assert panel.card.state.text() == "Practice is not kept."


def test_after_practice_a_call_is_saved_as_ever(qtbot: QtBot) -> None:
    with opened(qtbot, *practised()) as panel:
        panel.tell(
            *(replace(event, call_id="call-2") if isinstance(event, CallStarted) else event for event in whole_call())
        )
        assert (panel.card.keep.isVisible(), panel.card.delete.isVisible()) == (False, True)
        panel.wait_s(SETTLES_AFTER_S)
        assert [call for call, *_ in panel.settled] == ["call-2"]
