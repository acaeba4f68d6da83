"""Scorecards kept as TOML files, by name in a folder or by path."""

import tomllib
from pathlib import Path

from app.adapters.toml_folders import is_there, names_in, out_of_reach
from app.adapters.toml_lines import TomlLines
from app.core.errors import ScorecardError
from app.core.scorecard import Scorecard, read_card


class ScorecardFolders:
    """Looks a card up in several folders, the first that has it wins; a path is read as it is."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def names(self) -> list[str]:
        """Names of the cards in the folders."""
        return names_in(self._folders)

    def faults(self) -> list[ScorecardError]:
        """What is to be told of folders that cannot be reached."""
        told = "The scorecards in {folder} cannot be reached, so only those that come with Calmline can be used."
        advice = "Check the share or the drive and your permissions, then open a call again."
        return [ScorecardError(told, advice, folder=folder) for folder in out_of_reach(self._folders)]

    def load(self, name: str) -> Scorecard:
        """The card of this name or path. Raises ScorecardError, which names file, line, place and key."""
        path = self.find(name)
        try:
            text = path.read_text(encoding="utf-8-sig")
            return read_card(tomllib.loads(text), str(path), TomlLines(text).line_of)
        except (OSError, UnicodeDecodeError) as error:
            told = "The scorecard {path} cannot be read."
            raise ScorecardError(told, "Check the file and its permissions.", path=path) from error
        except (ValueError, RecursionError) as error:  # a TOMLDecodeError is a ValueError, as is a number too long
            told = "The scorecard {path} is not valid TOML: {error}."
            raise ScorecardError(told, "Correct that line.", path=path, error=error) from error

    def find(self, name: str) -> Path:
        """The file of this name or path; a folder that cannot be reached hides no other's. Raises ScorecardError."""
        if name.endswith(".toml") or "/" in name or "\\" in name:
            return Path(name)
        gone = out_of_reach(self._folders)
        folders = [folder for folder in self._folders if folder not in gone]
        path = next((path for folder in folders if is_there(path := folder / f"{name}.toml")), None)
        if path is None:
            known = ", ".join(self.names())
            advice = "Use one of: {known}; or the path of a .toml file."
            raise ScorecardError("There is no scorecard named {name!r}.", advice, name=name, known=known)
        return path
