"""What a scorer is asked, and what becomes of its answers."""

from app.core.ports import Bearing, Heat, ScoreRequest
from app.runtime.perform import Judges
from tests.core.talk import VOCABULARY

BEARING = Bearing(own=(0.0,), later=((0.0,),))


class Lengths:
    """As hot as a text has words, with its first word as the reason."""

    name = "lengths"

    def score(self, text: str) -> Heat:
        words = text.split()
        return Heat(value=len(words) / 10, words=(words[0],), signals=(f"said {words[0]}",), bearing=BEARING)


def request(text: str, *before: str) -> ScoreRequest:
    return ScoreRequest(number=1, start_s=0.0, end_s=1.0, text=text, confidence=0.9, before=before)


JUDGES = Judges(Lengths(), VOCABULARY.agent)


def test_an_utterance_is_as_hot_as_it_is_behind_what_was_said_in_the_same_breath() -> None:
    assert JUDGES.heat(request("and late", "rude", "slow")).value == 0.4


def test_its_reasons_are_its_own() -> None:
    heat = JUDGES.heat(request("and late", "rude"))
    assert (heat.words, heat.signals) == (("and",), ("said and",))


def test_an_utterance_without_anything_before_is_judged_by_itself() -> None:
    assert JUDGES.heat(request("and late")).value == 0.2
