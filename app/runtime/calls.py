"""The life of calls: any number, one after the other, each on a thread of its own until it is stored."""

import threading
import time
import uuid
from collections.abc import Callable
from functools import partial

from app.core.consent import Begin
from app.core.desk import DeskPhase, DeskState, Offer
from app.core.document import CallDocument
from app.core.errors import CalmlineError, EngineError, InputError, PipeError, StoreError
from app.core.events import CallStarted, Event, Health, HealthCode, Mark
from app.core.message import sentences
from app.core.offers import SILENCE_S
from app.core.ports import FRAME_S, Frame
from app.runtime.keeper import Keeper
from app.runtime.one_call import Call, Prepare, Ties, Ways
from app.runtime.perform import Emit
from app.runtime.told import VERBS, teller

BEGIN_S = 5.0
"""Whoever starts a call from outside is told after so long at the latest."""


class Calls:
    """Starts, tells and ends calls from any thread; only one runs, while others may still be finished.

    `view` sees the events of the newest call alone, after `clear` has made room for it; `show` every new state of the
    desk. All three are called under a lock and must return at once.
    """

    def __init__(
        self,
        *,
        ways: Ways,
        keeper: Keeper,
        view: Emit,
        clear: Callable[[], None],
        show: Callable[[DeskState], None],
        end_after_s: float = SILENCE_S,
    ) -> None:
        self._end_after_s = end_after_s
        self._ways = ways
        self._keeper = keeper
        self._view = view
        self._clear = clear
        self._show = show
        self._lock = threading.RLock()
        self._finished = threading.Condition(self._lock)
        self._state = DeskState()
        self._running: Call | None = None
        self._shown: Call | None = None
        self._unfinished: dict[str, Call] = {}
        self._threads: list[threading.Thread] = []
        self._is_closing = False

    @property
    def state(self) -> DeskState:
        """The desk as it is now."""
        return self._state

    def start(
        self,
        call_id: str | None = None,
        prepare: Prepare | None = None,
        *,
        is_by_hand: bool = False,
        reference: str | None = None,
    ) -> Call:
        """Begin a call, a live one unless it is prepared otherwise; one that is running ends.

        Where the caller has to be told first it waits, with no device open, for `agree` or `refuse`.
        A call that runs under this id already stays as it is. Raises InputError where one of this id is not stored yet.
        """
        with self._lock:
            if self._is_closing:
                raise PipeError("Calmline is closing.", "Open it again.")
            if self._running is not None and self._running.id == call_id:
                return self._running
            call = self._take_place(call_id, is_live=prepare is None)
            call.reference = reference
            begin = Begin.BY_HAND if is_by_hand else self._ways.begin() if call.is_live else Begin.LISTENING
            call.is_by_hand = begin is Begin.BY_HAND
            is_told = self._state.is_told and call.is_live
            if is_told:
                call.mark(Mark.TOLD)
            asks = begin is Begin.ASKING and not is_told
            self._clear()
            self.change(lambda state: state.begins(call.id, live=call.is_live, asks=asks))
            if not asks:
                self._open(call, prepare or (self._ways.by_hand if call.is_by_hand else self._ways.live))
            return call

    def agree(self) -> None:
        """The caller was told: the call that waits for that is listened to from now on. Raises PipeError."""
        with self._lock:
            call = self._waiting()
            call.mark(Mark.TOLD)
            self.change(lambda state: state.begins(call.id))
            self._open(call, self._ways.live)

    def refuse(self) -> None:
        """The caller does not want it: the call goes on by hand, and nothing that was heard of it is kept.

        Raises PipeError where none is to be listened to.
        """
        with self._lock:
            call = self._running
            if call is None or not call.may_be_heard:
                raise PipeError("No call is listened to.", "Nothing was changed.")
            if call.prepare is not None:
                call = self._begin_again(call)
            call.mark(Mark.REFUSED)
            call.is_by_hand = True
            self.change(lambda state: state.begins(call.id))
            self._open(call, self._ways.by_hand)

    @property
    def is_waiting(self) -> bool:
        """Whether the running call waits for the caller to be told."""
        call = self._running
        return call is not None and call.prepare is None

    def tell(self, verb: str, call_id: str | None, reference: str | None = None) -> str:
        """Do what a verb of `calmline call` asks for and say so in one line. Raises CalmlineError."""
        call = self._running
        if verb == "start" or (verb == "answer" and not (call and call.is_live)):
            return self._start_and_wait(call_id, reference)
        if verb == "start-without-listening":
            return self._start_and_wait(call_id, reference, is_by_hand=True)
        if call is None:
            raise PipeError("No call is running.", "Start one with calmline call start.")
        answers = {
            **({"told": self.agree} if self.is_waiting else {}),
            **({"refused": self.refuse} if call.may_be_heard else {}),
        }
        if verb in answers and call_id in {None, call.id}:
            answers[verb]()
            return VERBS[verb].done
        return teller(call, call.id, is_by_hand=call.is_by_hand)(verb, call_id)

    def change(self, step: Callable[[DeskState], DeskState]) -> None:
        """Take the desk a step on, and show it where that changes anything."""
        with self._lock:
            after = step(self._state)
            if after != self._state:
                self._state = after
                self._show(after)

    def clear(self) -> None:
        """Put the call that has ended away, from what is shown; it is finished and stored all the same."""
        with self._lock:
            if self._running is None and self._shown is not None:
                self._shown = None
                self._clear()
                self.change(lambda state: state.clears())

    def decline_end(self) -> None:
        """The running call goes on although nobody speaks."""
        with self._lock:
            if self._running is not None:
                self._running.quiet.decline()
            self.change(lambda state: state.offers(None))

    def finish(self, within_s: float) -> bool:
        """End the running call and wait until every one is stored; whether that was in time."""
        with self._lock:
            if self._running is not None:
                self._running.stop()
            return self._finished.wait_for(lambda: not self._unfinished, within_s)

    def close(self, within_s: float) -> None:
        """The same, and begin no more."""
        with self._lock:
            self._is_closing = True
        deadline = time.monotonic() + within_s
        self.finish(within_s)
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))

    def _take_place(self, call_id: str | None, *, is_live: bool) -> Call:
        """A new call in the place of the one that runs, which ends. Raises InputError."""
        if call_id in self._unfinished:
            raise InputError(
                "The call {call_id} is still being stored.", "Give the new call another id.", call_id=call_id
            )
        if self._running is not None:
            self._running.stop()
        call = Call(call_id or uuid.uuid4().hex, self._stopped, self._end_after_s, is_live=is_live)
        self._running = self._shown = self._unfinished[call.id] = call
        return call

    def _begin_again(self, call: Call) -> Call:
        """A call in the place of the running one and under its id; of that one nothing is kept."""
        call.is_dropped = True
        self._forget(call)
        again = self._take_place(call.id, is_live=True)
        again.reference = call.reference
        self._clear()
        return again

    def _open(self, call: Call, prepare: Prepare) -> None:
        call.prepare = prepare
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=self._hear, args=(call, prepare), name="call", daemon=True))
        self._threads[-1].start()

    def _waiting(self) -> Call:
        """Raises PipeError."""
        call = self._running
        if call is None or call.prepare is not None:
            raise PipeError("No call waits for the caller to be told.", "Nothing was changed.")
        return call

    def _start_and_wait(self, call_id: str | None, reference: str | None, *, is_by_hand: bool = False) -> str:
        """Raises CalmlineError, also where the call does not begin."""
        before, is_loading = self._running, not self._state.is_loaded and self._state.phase is DeskPhase.LOADING
        call = self.start(call_id, is_by_hand=is_by_hand, reference=reference)
        if call is before:
            return VERBS["answer"].done
        if call.prepare is None:
            return "Nothing is heard yet: tell the caller first, then calmline call told, or refused."
        if call.is_by_hand:
            call.settled.wait(BEGIN_S)
            return VERBS["start-without-listening"].done
        if is_loading:
            return "The call starts as soon as Calmline has loaded what it needs."
        call.settled.wait(BEGIN_S)
        if call.error is not None:
            raise call.error
        return VERBS["start"].done if call.has_begun else "The call starts as soon as its devices are open."

    def _hear(self, call: Call, prepare: Prepare) -> None:
        ties = Ties(
            call_id=call.id,
            reference=call.reference,
            view=partial(self._happened, call),
            keep=partial(self._keep, call),
            watch=partial(self._watch, call),
        )
        try:
            session = prepare(ties)
            if call.join(session.runner):
                session.run()
        except CalmlineError as error:
            self._fail(call, error)
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold the call's words
            self._fail(call, EngineError("The call could not go on.", "Restart Calmline."))
        finally:
            self._leave(call)

    def _happened(self, call: Call, event: Event) -> None:
        with self._lock:
            if self._shown is call:
                self._view(event)
            if self._running is call:
                self.change(lambda state: state.follows(event))
        if isinstance(event, CallStarted):
            call.has_begun = True
            call.settled.set()

    def _watch(self, call: Call, frame: Frame) -> None:
        """Whether it is so quiet that the call seems to be over; music is no silence."""
        at_s = frame.index * FRAME_S
        state = self._state
        if state.phase is not DeskPhase.LISTENING or frame.music:
            call.quiet.rest(at_s)
        is_offered = call.quiet.hear(frame.channel, frame.speech, at_s)
        if is_offered is not (state.offer is Offer.END) and self._running is call:
            self.change(lambda state: state.offers(Offer.END if is_offered else None))

    def _keep(self, call: Call, document: CallDocument, then: Callable[[], None]) -> None:
        if call.is_dropped:
            then()
            return
        call.is_handed_on = True

        def told(health: Health) -> None:
            with self._lock:
                if self._shown is call:
                    self._view(health)
                elif health.code is HealthCode.STORE_FAILED:
                    self.change(lambda state: state.tells(sentences("An earlier call is not stored.", health.advice)))
                self._forget(call)

        self._keeper.keep(document, told, then)

    def _fail(self, call: Call, error: CalmlineError) -> None:
        call.error = error
        with self._lock:
            if isinstance(error, StoreError) or self._shown is not call:
                self.change(lambda state: state.tells(error.line()))
            else:
                self._view(Health(code=HealthCode.ENGINE_FAILED, advice=error.line(), lag_s=0.0, at_s=0.0))

    def _stopped(self, call: Call) -> None:
        with self._lock:
            if self._running is call:
                self._running = None
                self.change(lambda state: state.ends() if call.has_begun else state.fails())
            if call.prepare is None:
                self._forget(call)

    def _leave(self, call: Call) -> None:
        """The call's thread is done with it."""
        self._stopped(call)
        call.settled.set()
        with self._lock:
            if not call.is_handed_on:
                self._forget(call)

    def _forget(self, call: Call) -> None:
        if self._unfinished.get(call.id) is call:
            del self._unfinished[call.id]
        self._finished.notify_all()
