"""Lexicons as files: the bundled ones fit together, damaged ones are refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.heat.weights import load_weights
from app.adapters.lexicon_files import load_lexicon, load_vocabulary
from app.compose import AGENT_LEXICON, CALLER_LEXICON, HEAT_FOLDER, open_playbooks
from app.core.anger import INSULT_SIGNAL, RELIEF_SIGNALS
from app.core.danger import Danger
from app.core.errors import LexiconError
from app.core.events import Move
from app.core.wording import Wording
from app.paths import bundled

CALLER, AGENT = bundled(*CALLER_LEXICON), bundled(*AGENT_LEXICON)
TIMING_MOVES = {Move.INTERRUPTION, Move.PAUSE, Move.REFUSAL_WITH_OPTION, Move.LISTENING, Move.ANSWER}


def test_the_bundled_lexicon_has_the_signals_that_the_curve_looks_for() -> None:
    names = {category.name for category in load_lexicon(CALLER).categories}
    assert names >= {INSULT_SIGNAL, *RELIEF_SIGNALS}


def test_every_category_of_the_bundled_lexicon_has_a_trained_weight() -> None:
    names = {category.name for category in load_lexicon(CALLER).categories}
    trained = load_weights(bundled(*HEAT_FOLDER))
    assert names <= set(trained.with_sentences.by_name)
    assert names <= set(trained.words_only.by_name)


def test_every_signal_that_a_bundled_playbook_asks_for_is_in_the_lexicon() -> None:
    names = {category.name for category in load_lexicon(CALLER).categories} | set(Danger)
    shelf = open_playbooks()
    rules = [rule for name in shelf.names() for rule in shelf.load(name).rule]
    assert {signal for rule in rules for signal in (*rule.when.signals, *rule.when.heard)} <= names


def test_every_move_that_words_can_make_has_phrases() -> None:
    assert set(load_vocabulary(CALLER, AGENT).agent.phrases) == set(Move) - TIMING_MOVES


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("This is the third time I've called.", "repeat_contact"),
        ("Nobody is listening to me!", "unheard"),
        ("Let me speak to your manager.", "escalation"),
        ("I'll take my business elsewhere.", "churn"),
        ("Great, just great.", "sarcasm"),
        ("You are useless.", "insult_agent"),
        ("Thank you so much.", "thanks"),
        ("I know it's not your fault.", "siding"),
    ],
)
def test_the_bundled_lexicon_knows_what_angry_callers_say(said: str, category: str) -> None:
    assert category in {signal.category for signal in load_lexicon(CALLER).read(Wording.of(said)).signals}


@pytest.mark.parametrize("said", ["I got a fraud alert.", "The storm killed the power.", "My battery is dead."])
def test_the_bundled_lexicon_knows_words_that_only_sound_angry(said: str) -> None:
    assert load_lexicon(CALLER).read(Wording.of(said)).signals == ()


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("What happened after that?", Move.OPEN_QUESTION),
        ("Can I have your account number please?", Move.CLOSED_QUESTION),
        ("I'm so sorry about this.", Move.APOLOGY),
        ("Well, our policy is that refunds take ten days.", Move.EXCUSE),
        ("You would have to speak to the payments department.", Move.BUCK_PASSING),
        ("I will stay with you until this is sorted.", Move.OWNERSHIP),
        ("I'm sending it now.", Move.COMMITMENT),
        ("Thank you for telling me, that must be frustrating.", Move.ACKNOWLEDGEMENT),
    ],
)
def test_the_bundled_words_know_what_agents_do(said: str, move: Move) -> None:
    assert move in load_vocabulary(CALLER, AGENT).agent.read(said)


def test_plain_talk_is_neither_a_retort_nor_a_warning() -> None:
    words = load_vocabulary(CALLER, AGENT).agent
    assert not words.read("Let me have a look at that for you.") & {Move.RETORT, Move.WARNING}


GOOD = """name = "n"
language = "en"
harmless = []
topic_words = []
wants = ["i want"]
facts = { count = ["third time"] }
category = [{ name = "a", negatable = true, phrases = ["again"] }]
"""


def load(folder: Path, data: bytes) -> None:
    path = folder / "lexicon.toml"
    path.write_bytes(data)
    load_lexicon(path)


def test_a_small_lexicon_is_read(tmp_path: Path) -> None:
    load(tmp_path, GOOD.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"name =",
        GOOD.replace("negatable", "negateable").encode(),
        GOOD.replace("true", '"much"').encode(),
        GOOD.encode() + b"# \xff\xfe\n",
        f"a = {'[' * 3000}".encode(),
        f"a = {'1' * 5000}".encode(),
    ],
    ids=["nothing", "no value", "misspelt key", "wrong type", "not text", "deep", "huge number"],
)
def test_a_damaged_lexicon_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load(tmp_path, data)


def test_a_missing_lexicon_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError):
        load_lexicon(tmp_path / "none.toml")


@given(st.binary(max_size=200))
def test_random_bytes_raise_nothing_but_a_lexicon_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    with pytest.raises(LexiconError):
        load(tmp_path_factory.getbasetemp(), data)
