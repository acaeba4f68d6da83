"""Where things lie: what the package brings, and what belongs to the user."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent
HOME_VARIABLE = "CALMLINE_HOME"


def bundled(*parts: str) -> Path:
    """A file or folder that comes with Calmline: inside the package when installed, beside it in a checkout."""
    packed = _PACKAGE.joinpath(*parts)
    return packed if packed.exists() else _CHECKOUT.joinpath(*parts)


def user_folder() -> Path:
    """The user's own folder, in the local (never roaming) profile; CALMLINE_HOME overrides it."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else Path(PlatformDirs("calmline", appauthor=False, roaming=False).user_data_dir)
