"""A call that is to be shown, whoever shows it."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.compose import CallNames, Parts, begin_journal, prepare_call, prepare_hand_call
from app.core.events import Mark
from app.core.playbook import Playbook
from app.core.ports import AudioSource
from app.core.practice import Way
from app.runtime.one_call import KeepThen, Ties
from app.runtime.perform import Emit
from app.runtime.session import CallSession, Keep
from app.settings import Settings

if TYPE_CHECKING:
    from app.runtime.ears import Watch


@dataclass(slots=True, kw_only=True)
class Show:
    """A call to be shown, and who else listens to it or keeps its document; `live` sources come at their own pace.

    `way` is how a lesson is held, None for what is no lesson; `is_told` where the caller knows that the call is written
    down.
    """

    parts: Parts
    source: AudioSource
    names: CallNames
    store: bool
    live: bool = False
    way: Way | None = None
    is_told: bool = False
    listeners: list[Emit] = field(default_factory=list)
    keepers: list[Keep] = field(default_factory=list)

    def prepare(self, view: Emit, keep: KeepThen, *, realtime: bool, watch: "Watch | None" = None) -> CallSession:
        """The session, with a view listening and the store keeping; a live call that is stored has a journal till then.

        A recording needs none: it can be heard again. Where no words are kept none may lie there meanwhile.
        """
        kept = _kept(self.parts.settings, keep, is_live=self.live) if self.store else _Kept()
        session = prepare_call(
            self.parts,
            self.source,
            self.names,
            realtime=realtime,
            live=self.live,
            listeners=[*self.listeners, view, *kept.listeners],
            keepers=[*kept.keepers, *self.keepers],
            watch=watch,
        )
        if self.is_told:
            session.runner.mark(Mark.TOLD)
        return replace(session, call=replace(session.call, stored=self.store))


def hand_call(settings: Settings, playbook: Playbook, ties: Ties) -> CallSession:
    """A call of which nothing is heard, kept as a live one is."""
    kept = _kept(settings, ties.keep, is_live=True) if settings.is_kept else _Kept()
    names = CallNames(call_id=ties.call_id, agent=settings.agent_name or None, reference=ties.reference)
    return prepare_hand_call(settings, playbook, names, listeners=[ties.view, *kept.listeners], keepers=kept.keepers)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Who listens to a call and who takes its document so that it is kept."""

    listeners: tuple[Emit, ...] = ()
    keepers: tuple[Keep, ...] = ()


def _kept(settings: Settings, keep: KeepThen, *, is_live: bool) -> _Kept:
    """A live call has a journal until it is stored, unless no words may lie there."""
    if not (is_live and settings.keeps_words):
        return _Kept(keepers=(lambda document: keep(document, _nothing),))
    journal = begin_journal(settings)
    return _Kept((journal.write,), (lambda document: keep(document, journal.discard),))


def _nothing() -> None:
    """What is left to do for a call without a journal."""
