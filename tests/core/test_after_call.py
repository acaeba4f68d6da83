"""The agent's word on a call, and what is left of one that is kept without text."""

from dataclasses import replace

from app.core.after_call import Corrected, said_of
from app.core.correcting import corrected
from app.core.document import After, Outcome
from app.core.summary import Promised
from app.core.wire import document_from_json, document_to_json
from app.core.wordless import without_words
from tests.ui.calls import WANT, document


def test_a_document_says_what_was_heard_until_the_agent_says_otherwise() -> None:
    assert said_of(document()) == Corrected(after=After(), wants=(WANT,), promises=())
    assert corrected(document(), said_of(document())) == document()


def test_the_agents_word_takes_the_place_of_what_was_heard() -> None:
    said = Corrected(
        after=After(outcome=Outcome.FOLLOW_UP, note=" Rang the depot. "),
        wants=("The refund.", "  "),
        promises=(Promised(who="agent", what="I ring on Thursday.", when="Thursday"),),
    )
    kept = corrected(document(), said)
    assert kept.after == After(outcome=Outcome.FOLLOW_UP, note="Rang the depot.")
    assert kept.summary.wants == ("The refund.",)
    assert kept.summary.promises == said.promises
    assert document_from_json(document_to_json(kept)).after == kept.after


def test_what_is_typed_is_masked_like_what_is_spoken() -> None:
    said = replace(said_of(document()), after=After(note="Card 4111 1111 1111 1111, will ring."))
    after = corrected(document(), said).after
    assert after is not None
    assert "4111" not in after.note


def test_without_text_no_word_of_the_call_is_left() -> None:
    kept = without_words(corrected(document(), replace(said_of(document()), after=After(note="Mine."))))
    text = str(document_to_json(kept))
    for word in ("listening", "third", "money", "refund", "Mm-hm"):
        assert word not in text
    assert kept.after == After(note="Mine.")
    assert [turn.start_s for turn in kept.turns] == [turn.start_s for turn in document().turns]
    assert [point.level for point in kept.curve] == [point.level for point in document().curve]
