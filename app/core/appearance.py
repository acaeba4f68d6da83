"""What of the windows' look a person chooses."""

from enum import StrEnum


class ThemeName(StrEnum):
    """Which set of colours to use; `system` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Dock(StrEnum):
    """Where the panel stands: at an edge of its screen, or wherever it was put."""

    LEFT = "left"
    RIGHT = "right"
    FREE = "free"


class Motion(StrEnum):
    """Whether a new card fades in; `system` follows the desktop."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"
