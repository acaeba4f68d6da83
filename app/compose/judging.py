"""What reads words: the scorer of anger, the agent's moves and danger, with the lexicons and models behind them."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import InputError, LexiconError, ModelError
from app.core.ports import DangerReader, MoveReader, Scorer
from app.paths import bundled
from app.runtime.perform import Judges
from app.settings import DEFAULT_SCORER

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.adapters.heat.bearing import BearingWeights
    from app.adapters.heat.minilm import SentenceModel
    from app.adapters.heat.weights import Trained
    from app.adapters.talk.heads import TrainedDanger, TrainedMoves
    from app.core.conversation import Vocabulary
    from app.core.lexicon import Lexicon
    from app.core.masking import Tagger
    from app.core.team import TeamLexicon

    Layered = Trained | TrainedMoves | TrainedDanger

CALLER_LEXICON = ("assets", "lexicons", "callcentre.toml")
AGENT_LEXICON = ("assets", "lexicons", "agent_moves.toml")
HEAT_FOLDER = ("assets", "heat")
TALK_FOLDER = ("assets", "talk")
MASKING_WEIGHTS = ("assets", "masking", "tagger.npz")
SENTENCE_VOCABULARY = (*HEAT_FOLDER, "minilm-vocab.txt")


def load_scorer(name: str = DEFAULT_SCORER, team: "TeamLexicon | None" = None) -> Scorer:
    """The scorer of this name, with what a team has added. Raises InputError, LexiconError, ModelError."""
    from app.adapters.heat.scorer import VaderScorer

    scorers: dict[str, Callable[[], Scorer]] = {"calmline": lambda: calmline_scorer(team=team), "vader": VaderScorer}
    if name not in scorers:
        raise InputError(
            "There is no scorer named {name!r}.", "Use one of: {names}.", name=name, names=", ".join(scorers)
        )
    return scorers[name]()


def calmline_scorer(*, sentences: bool = True, in_calls: bool = True, team: "TeamLexicon | None" = None) -> Scorer:
    """The shipped scorer, where wanted and there with the sentence model. Raises LexiconError, ModelError.

    Each utterance stands by itself without the model, and unless it is to judge `in_calls`.
    """
    from app.adapters.heat.bearing import BearingLayer
    from app.adapters.heat.minilm import SentenceLayer
    from app.adapters.heat.scorer import CalmlineScorer, Sentences, WordLayers
    from app.core.team import TeamLexicon

    team = team or TeamLexicon()
    words, trained = WordLayers(read_lexicon().with_team(team)), _trained()
    model = sentence_model() if sentences else None
    if model is None:
        return CalmlineScorer(words, trained.words_only, team=team.name)
    layer = Sentences(model, SentenceLayer(trained.head))
    bearing = BearingLayer(_bearing()) if in_calls else None
    return CalmlineScorer(words, trained.with_sentences, layer, bearing=bearing, team=team.name)


@cache
def _trained() -> "Trained":
    from app.adapters.heat.weights import load_weights

    return load_weights(bundled(*HEAT_FOLDER))


@cache
def _bearing() -> "BearingWeights":
    from app.adapters.heat.bearing import load_bearing

    return load_bearing(bundled(*HEAT_FOLDER))


@cache
def _moves() -> "TrainedMoves":
    from app.adapters.talk.heads import load_moves

    return load_moves(bundled(*TALK_FOLDER))


@cache
def _danger() -> "TrainedDanger":
    from app.adapters.talk.heads import load_danger

    return load_danger(bundled(*TALK_FOLDER))


def sentence_model() -> "SentenceModel | None":
    """The model with the layers that read anger, None where one is missing or damaged: a call is judged without it."""
    return _with_layers(_trained)


def _with_layers(trained: "Callable[[], Layered]") -> "SentenceModel | None":
    from app.adapters.heat.minilm import find_sentence_model

    file = find_sentence_model()
    return None if file is None else _sentence_model(file, trained)


@cache
def _sentence_model(file: Path, trained: "Callable[[], Layered]") -> "SentenceModel | None":
    from app.adapters.heat.minilm import SentenceModel

    try:
        return SentenceModel(file, bundled(*SENTENCE_VOCABULARY), trained().layers)
    except (ModelError, LexiconError):
        return None


def load_judges(scorer: Scorer | None = None) -> Judges:
    """Scorer (or another one), reader and danger reader as they are shipped. Raises LexiconError, ModelError."""
    return Judges(scorer or load_scorer(), load_reader(), load_dangers())


def load_reader(*, sentences: bool = True) -> MoveReader:
    """What reads the agent's moves, where wanted and there with the sentence model. Raises LexiconError."""
    from app.adapters.talk.reader import TrainedReader

    words = _words().agent
    model = _with_layers(_moves) if sentences else None
    return words if model is None else TrainedReader(words, model, _moves().heads)


def load_dangers() -> DangerReader | None:
    """What hears danger in words that no phrase knows, None without the sentence model or its layers."""
    from app.adapters.talk.reader import TrainedDangers

    model, anger_model = _with_layers(_danger), sentence_model()
    if model is None or anger_model is None:
        return None
    return TrainedDangers(model, _danger().heads, anger_model, _danger().glance)


@cache
def read_lexicon() -> "Lexicon":
    """The call-centre layer. Raises LexiconError."""
    from app.adapters.lexicon_files import load_lexicon

    return load_lexicon(bundled(*CALLER_LEXICON))


@cache
def read_vocabulary() -> "Vocabulary":
    """The words of moves, wants and reasons, and the tagger of masking where it is there. Raises LexiconError."""
    return replace(_words(), tagger=masking_tagger())


@cache
def _words() -> "Vocabulary":
    from app.adapters.lexicon_files import load_vocabulary

    return load_vocabulary(bundled(*CALLER_LEXICON), bundled(*AGENT_LEXICON))


@cache
def masking_tagger() -> "Tagger | None":
    """What weighs the rules of masking, None without the sentence model or its layers: the rules go on alone."""
    from app.adapters.heat.minilm import find_sentence_model
    from app.adapters.masking_tagger import SentenceTagger, load_tagger

    file = find_sentence_model()
    if file is None:
        return None
    try:
        return SentenceTagger(file, bundled(*SENTENCE_VOCABULARY), load_tagger(bundled(*MASKING_WEIGHTS)))
    except (ModelError, LexiconError):
        return None
