from app.core.masked_spans import masked_spans
from app.core.masking import mask


def test_it_is_known_where_something_is_masked() -> None:
    text = mask("My card is 4111 1111 1111 1111, and I was born on the 3rd of May 1970.")
    assert [text[start:end] for start, end in masked_spans(text)] == ["[card]", "[birth date]"]


def test_other_brackets_mask_nothing() -> None:
    assert masked_spans("They said [laughs] and [cards].") == []
