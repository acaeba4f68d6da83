"""Where things lie: what the package brings, and what belongs to the user."""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent
HOME_VARIABLE = "CALMLINE_HOME"
KEYS_VARIABLE = "CALMLINE_KEYS"
POLICY_VARIABLE = "CALMLINE_POLICY"


def bundled(*parts: str) -> Path:
    """A file or folder that comes with Calmline: inside the package when installed, beside it in a checkout."""
    packed = _PACKAGE.joinpath(*parts)
    return packed if packed.exists() else _CHECKOUT.joinpath(*parts)


def user_folder() -> Path:
    """The user's own folder, in the local (never roaming) profile; CALMLINE_HOME overrides it."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) if home else Path(PlatformDirs("calmline", appauthor=False, roaming=False).user_data_dir)


def key_folder() -> Path:
    """Where the key of the calls lies when nothing keeps it better; CALMLINE_KEYS overrides it.

    It is apart from the calls, so that no copy of their folder has both.
    """
    named = os.environ.get(KEYS_VARIABLE)
    return Path(named) if named else Path(PlatformDirs("calmline-key", appauthor=False, roaming=False).user_config_dir)


def is_for_calmline_alone(folder: Path) -> bool:
    """Whether a folder is Calmline's only: the user's own one, unless CALMLINE_HOME names it, and any in it."""
    home = user_folder()
    return home in folder.parents or (folder == home and not os.environ.get(HOME_VARIABLE))


def policy_file() -> Path:
    """What the centre has set for everybody on this computer; CALMLINE_POLICY names another file."""
    named = os.environ.get(POLICY_VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData"), "Calmline", "policy.toml")
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Calmline/policy.toml")
    return Path("/etc/calmline/policy.toml")


def is_policy_named() -> bool:
    """Whether CALMLINE_POLICY names the file, which then has to be there."""
    return bool(os.environ.get(POLICY_VARIABLE))
