"""All settings of one run, read once and handed on in parts."""

from dataclasses import dataclass, field
from pathlib import Path

from app.paths import bundled, user_folder

DEFAULT_MODEL = "tiny.en"
DEFAULT_SCORER = "calmline"
DEFAULT_PLAYBOOK = "general"
DEFAULT_COACH = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Names of the parts and where they are kept; `workers` is the number of transcribing threads."""

    model: str = DEFAULT_MODEL
    scorer: str = DEFAULT_SCORER
    playbook: str = DEFAULT_PLAYBOOK
    coach: str = DEFAULT_COACH
    workers: int = 2
    chunk_s: float = 0.04
    offer_start: bool = False
    home: Path = field(default_factory=user_folder)

    @property
    def store_file(self) -> Path:
        """The call store."""
        return self.home / "calls.sqlite3"

    @property
    def playbook_folders(self) -> tuple[Path, ...]:
        """The centre's own folder first, then the bundled one."""
        return (self.own_playbooks, bundled("playbooks"))

    @property
    def own_playbooks(self) -> Path:
        """The centre's own playbooks."""
        return self.home / "playbooks"

    @property
    def good_playbooks(self) -> Path:
        """Copies of those that were last used."""
        return self.home / "playbooks-last-good"

    @property
    def model_folder(self) -> Path:
        """Where speech models that the user fetched are kept."""
        return self.home / "models"
