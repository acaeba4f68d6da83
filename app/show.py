"""A call that is to be shown, whoever shows it."""

from dataclasses import dataclass, field, replace

from app.compose import CallNames, Parts, begin_journal, prepare_call
from app.core.document import CallDocument
from app.core.ports import AudioSource
from app.core.practice import Way
from app.runtime.ears import Watch
from app.runtime.one_call import KeepThen
from app.runtime.perform import Emit
from app.runtime.session import CallSession, Keep


@dataclass(slots=True, kw_only=True)
class Show:
    """A call to be shown, and who else listens to it or keeps its document; `live` sources come at their own pace.

    `way` is how a lesson is held, None for what is no lesson.
    """

    parts: Parts
    source: AudioSource
    names: CallNames
    store: bool
    live: bool = False
    way: Way | None = None
    listeners: list[Emit] = field(default_factory=list)
    keepers: list[Keep] = field(default_factory=list)

    def prepare(self, view: Emit, keep: KeepThen, *, realtime: bool, watch: Watch | None = None) -> CallSession:
        """The session, with a view listening and the store keeping; a live call that is stored has a journal till then.

        A recording needs none: it can be heard again. Where no words are kept none may lie there meanwhile.
        """
        listeners, then = [*self.listeners, view], _nothing
        if self.live and self.store and self.parts.settings.keeps_words:
            journal = begin_journal(self.parts.settings)
            listeners.append(journal.write)
            then = journal.discard

        def store(document: CallDocument) -> None:
            keep(document, then)

        session = prepare_call(
            self.parts,
            self.source,
            self.names,
            realtime=realtime,
            live=self.live,
            listeners=listeners,
            keepers=[*([store] if self.store else []), *self.keepers],
            watch=watch,
        )
        return replace(session, call=replace(session.call, stored=self.store))


def _nothing() -> None:
    """What is left to do for a call without a journal."""
