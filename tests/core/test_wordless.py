"""A call that is kept as figures alone."""

import json

from app.core.wire import document_to_json
from app.core.wordless import without_words
from tests.core.calls import document, whole_call


def test_no_word_of_the_call_stays_and_every_figure_does() -> None:
    whole = document(*whole_call())
    kept = without_words(whole)
    text = json.dumps(document_to_json(kept)).lower()
    words = {word for turn in whole.turns for word in turn.text.lower().split() if len(word) > 4}
    assert words
    assert not [word for word in words if word in text]
    assert [(turn.start_s, turn.heat) for turn in kept.turns] == [(turn.start_s, turn.heat) for turn in whole.turns]
    assert [point.level for point in kept.curve] == [point.level for point in whole.curve]
    assert kept.summary.prompts == whole.summary.prompts
