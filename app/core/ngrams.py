"""Pieces of words and pairs of words, each as a number: what a linear layer over words adds up."""

from collections.abc import Iterator, Sequence
from zlib import crc32

BUCKETS = 1 << 17
SHORTEST, LONGEST = 3, 5


def pieces_of(words: Sequence[str]) -> list[tuple[int, tuple[int, ...]]]:
    """Bucket of every distinct piece of the words, with the indexes of the words it is made of.

    Pieces are the words, the pairs and threes of neighbours, and runs of 3 to 5 characters of a word with its ends.
    """
    found: dict[int, tuple[int, ...]] = {}
    for name, owners in _named(words):
        found.setdefault(crc32(name.encode()) % BUCKETS, owners)
    return list(found.items())


def _named(words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for index, word in enumerate(words):
        yield f"1 {word}", (index,)
        for count in (2, 3):
            if index + count <= len(words):
                yield f"{count} {' '.join(words[index : index + count])}", tuple(range(index, index + count))
        framed = f"<{word}>"
        for length in range(SHORTEST, LONGEST + 1):
            for start in range(len(framed) - length + 1):
                yield f"c {framed[start : start + length]}", (index,)
