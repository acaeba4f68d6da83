import pytest

from app.core.call_words import STAGES, clock, span, time_ticks
from app.core.document import Disclosure, document_of
from app.core.events import CallEnded, Channel, Event, Health, HealthCode, LineState, Phase, Stage, Telling, Trend
from app.core.figures import figures_of
from app.core.moods import LEVEL_EDGES, PHASES, Level, level_of
from app.core.page_figures import quarter_figures
from app.ui.health_line import health_words
from app.ui.words import CALLER_LINES, PHASE_SHAPES, TRENDS, moment
from tests.ui.calls import over, point, said, started, state_of, trouble, whole_call


def figures(agent: str = "Agent") -> dict[str, str]:
    summary = document_of(state_of(whole_call())).summary
    return {figure.name: figure.text for figure in figures_of(summary, agent)}


def test_every_phase_trend_and_stage_has_words() -> None:
    assert set(PHASES) == set(PHASE_SHAPES) == set(Phase)
    assert set(TRENDS) == set(Trend)
    assert set(STAGES) == set(Stage)


def test_phases_differ_in_shape_and_not_in_colour_alone() -> None:
    assert len(set(PHASE_SHAPES.values())) == len(Phase)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59.9, "0:59"), (72, "1:12"), (3600, "60:00"), (-1, "0:00")]
)
def test_call_time_reads_as_minutes_and_seconds(seconds: float, text: str) -> None:
    assert clock(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [(0.74, "0.7 s"), (42.2, "42 s"), (60, "1 min"), (72, "1 min 12 s")])
def test_spans_read_as_one_says_them(seconds: float, text: str) -> None:
    assert span(seconds).replace("\u00a0", " ") == text


def test_levels_take_the_words_of_the_phases() -> None:
    tense_at, hot_at = LEVEL_EDGES
    assert [level_of(level) for level in (0, tense_at, hot_at, 1)] == [Level.CALM, Level.TENSE, Level.HOT, Level.HOT]


def test_a_time_that_cannot_be_read_is_shown_as_it_is() -> None:
    assert moment("2025-11-05T09:05:00") == "5 Nov 2025, 09:05"
    assert moment("yesterday") == "yesterday"


def test_the_summary_says_in_words_what_happened() -> None:
    said_of_call = figures(agent="You")
    assert said_of_call["Peak"] == "Hot, at 0:14"
    assert said_of_call["Time to calm"].replace("\u00a0", " ") == "8.0 s"
    assert said_of_call["Start to end"] == "Tense → Calm"
    assert said_of_call["Turned hot"] == "Once"
    assert said_of_call["Prompts"] == "2 shown, 1 followed"
    assert said_of_call["Stages"] == "Listen → Validate"
    assert said_of_call["Caller wants"] == "“I want my money back today.”"
    assert said_of_call["Promised"] == "None heard"
    assert said_of_call["Who spoke"].startswith("You ")


def test_a_call_on_one_channel_is_not_scored_and_shares_are_not_guessed() -> None:
    events: list[Event] = [started(), said(1, "hello", channel=Channel.UNKNOWN), CallEnded(at_s=5, duration_s=5)]
    summary = document_of(state_of(events)).summary
    texts = {figure.name: figure.text for figure in figures_of(summary)}
    assert texts["Peak"] == texts["Time to calm"] == texts["Turned hot"] == "Not known"
    assert texts["Who spoke"] == "Cannot be told apart"


def test_a_call_that_stayed_calm_says_so() -> None:
    summary = document_of(state_of([started(), point(5, 0.1, Phase.CALM), CallEnded(at_s=9, duration_s=9)])).summary
    texts = {figure.name: figure.text for figure in figures_of(summary)}
    assert texts["Time to calm"] == "Never turned hot"
    assert texts["Prompts"] == texts["Stages"] == "None needed"


def test_whoever_reached_hot_and_never_turned_hot_was_nearly_hot() -> None:
    """One line alone makes nobody hot: the peak and how often a caller turned hot say the same."""
    curve = [point(5, 0.1, Phase.CALM), point(9, 0.5, Phase.RISING)]
    call = document_of(state_of([started(), *curve, CallEnded(at_s=12, duration_s=12)]))
    texts = {figure.name: figure.text for figure in figures_of(call.summary)}
    assert (texts["Peak"], texts["Turned hot"]) == ("Nearly hot, at 0:09", "Never")
    assert texts["Start to end"] == "Calm → Nearly hot"
    assert "hot" not in str(quarter_figures(call)[-1].text).lower().replace("nearly hot", "")


def test_health_answers_whether_it_listens_and_how_far_behind_it_is() -> None:
    assert health_words(state_of([])).line == "No call  ·  nothing is written down or kept"
    assert health_words(state_of([started()])).line == "Listening  ·  keeping up"
    assert health_words(state_of(whole_call())).line == "Call ended"


def test_trouble_comes_with_its_advice() -> None:
    behind = Health(code=HealthCode.BEHIND, advice="Words come late.", lag_s=6.4, at_s=9)
    words = health_words(state_of([started(), behind]))
    assert words.is_trouble
    assert words.advice == "Words come late."
    assert "6.4\u00a0s behind" in words.line


def test_how_far_behind_it_is_stays_when_another_trouble_comes_after() -> None:
    behind, echo = trouble(HealthCode.BEHIND, lag_s=7.0), trouble(HealthCode.ECHO, "Use a headset.")
    words = health_words(state_of([started(), behind, echo]))
    assert "7.0\u00a0s behind" in words.line
    assert words.advice == "Use a headset."
    assert health_words(state_of([started(), behind, echo, over(HealthCode.BEHIND)])).advice == "Use a headset."


def test_an_ended_call_has_no_trouble_with_its_devices() -> None:
    lost = trouble(HealthCode.DEVICE_LOST)
    assert health_words(state_of([started(), lost])).is_trouble
    assert not health_words(state_of([started(), lost, CallEnded(at_s=60, duration_s=60)])).is_trouble


def test_every_state_of_a_line_has_words() -> None:
    assert set(CALLER_LINES) == set(LineState)


def test_an_ended_call_that_could_not_be_stored_is_in_trouble() -> None:
    for code in (HealthCode.STORED, HealthCode.STORE_FAILED):
        words = health_words(state_of([*whole_call(), trouble(code)]))
        assert words.is_trouble is (code is HealthCode.STORE_FAILED)


@pytest.mark.parametrize("end_s", [60, 90, 150, 600, 3600, 7200])
def test_the_time_axis_never_crowds(end_s: float) -> None:
    ticks = time_ticks(end_s)
    assert 2 <= len(ticks) <= 8
    assert ticks[0] == (0, "0:00")


@pytest.mark.parametrize(
    ("disclosure", "text"),
    [
        (Disclosure(told=True, how=Telling.AGENT, at_s=12.0), "Yes: said at 0:12 that the call is written down"),
        (Disclosure(told=True, how=Telling.TICKED, at_s=12.0), "Yes: ticked by the agent at 0:12"),
        (
            Disclosure(told=True, how=Telling.ANNOUNCED, at_s=0.0),
            "Yes: announced before the call that it is written down",
        ),
        (Disclosure(told=False), "No: nobody was heard saying that the call is written down"),
        (Disclosure(), None),
    ],
)
def test_the_review_says_whether_the_caller_was_told_of_the_record(disclosure: Disclosure, text: str | None) -> None:
    summary = document_of(state_of(whole_call())).summary
    texts = {figure.name: figure.text for figure in figures_of(summary, disclosure=disclosure)}
    assert texts.get("Caller informed") == text
