"""The error tree: every error a person may meet has a code and an advice."""

from app.core.message import Message, sentences


class CalmlineError(Exception):
    """Something a person can act on.

    `code` is stable and safe to log, `message` says what is wrong in one line, `advice` what to do next.
    `values` fill the `{names}` of both.
    """

    code = "error"

    def __init__(self, message: str, advice: str, /, **values: object) -> None:
        self.message = Message(message, **values)
        self.advice = Message(advice, **values)
        super().__init__(self.message)

    def line(self) -> Message:
        """One plain line for standard error or a message box."""
        return sentences(self.message, self.advice)


class AudioError(CalmlineError):
    """A recording or a device that cannot be heard."""

    code = "audio"


class ModelError(CalmlineError):
    """A speech model that is missing or damaged."""

    code = "model"


class PlaybookError(CalmlineError):
    """A playbook that is missing or does not follow the format."""

    code = "playbook"


class ScorecardError(CalmlineError):
    """A scorecard that is missing, does not follow the format, or was changed under the version that it had."""

    code = "scorecard"


class LexiconError(CalmlineError):
    """A lexicon file that does not follow the format."""

    code = "lexicon"


class InputError(CalmlineError):
    """A file or an option the person gave that cannot be used."""

    code = "input"


class TakenError(InputError):
    """Files that were to be written and are there already, `count` of them; nothing was written."""

    code = "taken"

    def __init__(self, message: str, advice: str, /, *, count: int, **values: object) -> None:
        super().__init__(message, advice, **values)
        self.count = count


class SettingError(InputError):
    """A setting that cannot have a value, or that the centre has set; `name` is its name."""

    code = "setting"

    def __init__(self, name: str, message: str, advice: str, /, **values: object) -> None:
        super().__init__(message, advice, **values)
        self.name = name


class StoreError(CalmlineError):
    """The call store cannot be opened, read or written."""

    code = "store"


class StoreBusyError(StoreError):
    """Another program is writing to the call store."""

    code = "store_busy"


class StoreDamagedError(StoreError):
    """A part of the call store, or all of it, cannot be read any more."""

    code = "store_damaged"


class StoreKeyError(StoreError):
    """The key of the call store is not to be had, or is not the right one."""

    code = "store_key"


class GoneError(StoreError):
    """A call that is not in the store, or not any more."""

    code = "gone"


class HeldError(StoreError):
    """A call that is under legal hold was to be deleted or replaced."""

    code = "held"


class EngineError(CalmlineError):
    """A transcriber, detector or scorer failed during a call."""

    code = "engine"


class WindowError(CalmlineError):
    """The system does not do for a window what it can do as a rule."""

    code = "window"


class PipeError(CalmlineError):
    """The running call cannot be reached, or cannot do what it is told."""

    code = "pipe"
