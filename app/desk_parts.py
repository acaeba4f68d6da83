"""What the calls of a desk are made with: loaded once, a changed speech model in the background."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.compose import DeskPlaybooks, LoadPlaybook, Parts, load_opening
from app.core.desk import DeskState
from app.core.errors import CalmlineError
from app.core.message import Message
from app.core.playbook import Playbook
from app.core.ports import Transcriber
from app.runtime.warm import Warm
from app.settings import Settings

Load = Callable[[Settings, Transcriber | None, LoadPlaybook], Parts]
Change = Callable[[Callable[[DeskState], DeskState]], None]
"""Takes the desk a step on, from any thread."""

_STAYS = "The speech model {model} is not in use; calls go on with the one from before. {error}"


class DeskParts:
    """What is loaded already is taken on as `parts`. Calls that go on keep what they began with.

    `heard` is called when calls can be made, or with why they cannot.
    """

    def __init__(
        self,
        settings: Settings,
        load: Load,
        change: Change,
        *,
        parts: Parts | None = None,
        heard: Callable[[CalmlineError | None], None] = lambda _: None,
    ) -> None:
        self._settings = settings
        self._load = load
        self._change = change
        self._heard = heard
        self._playbooks = DeskPlaybooks()
        self._warm = Warm(lambda: self._first(parts), self._loaded)

    def start(self) -> None:
        """Begin to load."""
        self._warm.start()

    def join(self, within_s: float) -> None:
        """Wait until nothing is being loaded."""
        self._warm.join(within_s)

    def get(self) -> Parts:
        """What was loaded at the start, or for another speech model since. Raises CalmlineError."""
        return self._warm.get()

    def for_call(self, settings: Settings) -> Parts:
        """The parts of a call that begins now; playbook and lexicon are read anew. Raises CalmlineError."""
        return self._load(settings, self._warm.get().transcriber, self.playbook)

    def playbook(self, settings: Settings) -> tuple[Playbook, str]:
        """The playbook of a call that begins now, and what to tell of it."""
        return self._playbooks.load(settings)

    def follow(self, before: Settings, after: Settings) -> None:
        """Settings have changed: another speech model is loaded for the calls that begin once it is there."""
        self._settings = after
        self._warm.aside(self._open)
        if after.model == before.model:
            return
        name = Path(after.model).name
        self._change(lambda state: state.fetches(name))
        self._warm.renew(lambda: self._load(self._settings, None, self.playbook), partial(self._renewed, name))

    def _first(self, parts: Parts | None) -> Parts:
        """The opening of calls is shown as soon as the playbook has been read, before all else is loaded."""
        self._open()
        return parts or self._load(self._settings, None, self.playbook)

    def _open(self) -> None:
        """Show the opening of the settings of now; where they change while it is read theirs is shown."""
        settings = self._settings
        opening = load_opening(settings, self.playbook)
        self._change(lambda state: state.opens(opening) if settings is self._settings else state)

    def _loaded(self, error: CalmlineError | None) -> None:
        self._heard(error)
        if error is None:
            self._change(lambda state: state.loaded())
        else:
            self._change(lambda state: state.sticks().tells(error.line()))

    def _renewed(self, name: str, error: CalmlineError | None) -> None:
        self._change(lambda state: state.fetches(""))
        if error is not None:
            told = Message(_STAYS, model=name, error=error.line())
            self._change(lambda state: state.tells(told))
