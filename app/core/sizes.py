"""How large files are, in words."""

_KB, _MB = 1_000, 1_000_000


def size_in_words(size_bytes: int) -> str:
    """Decimal kB, rounded up, so that nothing but an empty file is 0; from 1000 of them on MB with one decimal."""
    kilo = -(-size_bytes // _KB)
    return f"{kilo} kB" if kilo < _KB else f"{size_bytes / _MB:,.1f} MB"
