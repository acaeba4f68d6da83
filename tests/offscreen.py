"""What Qt says on standard error where there is no screen, and what is left of it."""

import re

_QT = re.compile(
    r"This plugin does not support propagateSizeHints\(\)\n"  # a window changes its least height
    r"|QBackingStore::flush\(\) called for .* not have a handle.*\n"  # one closes while it is drawn
)


def without_qt(said: str) -> str:
    """What somebody else said."""
    return _QT.sub("", said)
