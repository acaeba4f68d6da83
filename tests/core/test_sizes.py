"""How large files are, in words."""

import pytest

from app.core.sizes import size_in_words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "0 kB"),
        (1, "1 kB"),
        (36_864, "37 kB"),
        (999_000, "999 kB"),
        (999_001, "1.0 MB"),
        (1_000_000, "1.0 MB"),
        (1_234_500_000, "1,234.5 MB"),
    ],
)
def test_a_size_is_told_in_whole_kb_and_from_a_thousand_on_in_mb(size_bytes: int, words: str) -> None:
    assert size_in_words(size_bytes) == words
