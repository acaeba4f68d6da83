"""Runs a call in real time: the calling thread owns the assistant, `asr-1` and `asr-2` share one loaded model."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue

from app.core.assistant import CallAssistant, Outcome
from app.core.errors import CalmlineError, EngineError
from app.core.events import CallStarted, Channel, Event, Health, HealthCode
from app.core.message import Message
from app.core.ports import (
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioSource,
    SourceEvent,
    Transcriber,
    TranscribeRequest,
    Transcript,
    Wait,
)
from app.runtime.commands import Steered
from app.runtime.ears import Ears
from app.runtime.perform import Emit, Judges, perform
from app.runtime.session import LAST_WORDS_S

Clock = Callable[[], float]

_JOIN_S = 5.0
_SILENT = Transcript(text="", confidence=0.0)


class RequestBoard:
    """Requests waiting for a worker: finals in order and never dropped, of partials only the newest of each channel."""

    def __init__(self) -> None:
        self._ready = threading.Condition()
        self._finals: deque[TranscribeRequest] = deque()
        self._partials: dict[Channel, TranscribeRequest] = {}
        self._closed = False

    def put(self, request: TranscribeRequest) -> None:
        """Hand in a request."""
        with self._ready:
            if request.final:
                self._drop_partial(request)
                self._finals.append(request)
            else:
                self._partials[request.channel] = request
            self._ready.notify_all()

    def take(self, *, finals: bool) -> TranscribeRequest | None:
        """Wait for a request, a final before a partial; without `finals` for a partial only. None once closed."""
        with self._ready:
            while not (self._partials or (finals and self._finals) or self._closed):
                self._ready.wait()
            if self._closed:
                return None
            if finals and self._finals:
                return self._finals.popleft()
            return self._partials.pop(next(iter(self._partials)))

    def _drop_partial(self, final: TranscribeRequest) -> None:
        """A partial of the same part, or one before, has nothing to add any more."""
        partial = self._partials.get(final.channel)
        if partial is not None and (partial.number, partial.part) <= (final.number, final.part):
            del self._partials[final.channel]

    def close(self) -> None:
        """Let every worker go."""
        with self._ready:
            self._closed = True
            self._ready.notify_all()


class LiveRunner(Steered):
    """Runs one call on the calling thread, which owns the assistant, with two workers beside it.

    The first worker prefers finals, the second knows partials alone, so that a partial never waits behind the other
    channel's final.
    """

    def __init__(self, assistant: CallAssistant, ears: Ears, transcriber: Transcriber, judges: Judges) -> None:
        super().__init__()
        self._assistant = assistant
        self._ears = ears
        self._transcriber = transcriber
        self._judges = judges
        self._board = RequestBoard()
        self._written: SimpleQueue[tuple[TranscribeRequest, Transcript | CalmlineError]] = SimpleQueue()
        self._awaited_finals = 0
        self._has_failed = False
        self._emit: Emit = _nowhere
        self._workers = [
            threading.Thread(target=self._work, args=(finals,), name=name, daemon=True)
            for name, finals in (("asr-1", True), ("asr-2", False))
        ]

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:
        """Hear the source to its end; `emit` must not block. Engine failures become Health events."""
        self._emit = emit
        for worker in self._workers:
            worker.start()
        self._emit_all(self._assistant.start(call))
        try:
            self._hear(source)
            self._perform(self._assistant.close())
            self._await_last_words()
        finally:
            self._board.close()
            for worker in reversed(self._workers):
                worker.join(_JOIN_S)
            self._emit_all(self._assistant.end())

    def _hear(self, source: AudioSource) -> None:
        try:
            self._listen(source)
        except CalmlineError as error:
            self._fail(error)
        except Exception:  # noqa: BLE001 - a thread's edge: the call must end well, and the text may hold words
            self._fail(EngineError("The call could not be heard any further.", "Restart Calmline."))

    def _listen(self, source: AudioSource) -> None:
        for chunk in source.chunks(self._read_for):
            is_over = self._stopping.is_set()
            self._obey()
            if is_over:
                return
            if not isinstance(chunk, AudioChunk):
                self._perform(self._assistant.notice(chunk))
                continue
            for frame in self._ears.frames(chunk):
                self._perform(self._assistant.hear(frame))
            self._read_written()
        self._obey()
        for frame in self._ears.finish():
            self._perform(self._assistant.hear(frame))

    def _obey(self) -> None:
        """Do what was said of the call, also just before its end."""
        for command in self._commands.take():
            self._perform(command(self._assistant))

    def _await_last_words(self) -> None:
        deadline = time.monotonic() + LAST_WORDS_S
        while self._awaited_finals and (left_s := deadline - time.monotonic()) > 0:
            try:
                self._read(*self._written.get(timeout=left_s))
            except Empty:
                break
        if self._awaited_finals:
            self._tell(HealthCode.INCOMPLETE, Message("The last words could not be written down in time."))
            self._perform(self._assistant.give_up())

    def _read_written(self) -> None:
        while True:
            try:
                self._read(*self._written.get_nowait())
            except Empty:
                return

    def _read_for(self, seconds: float) -> None:
        """Read what is written in this time as soon as it is: at the next chunk it would stand on the screen later."""
        deadline = time.monotonic() + seconds
        while (left_s := deadline - time.monotonic()) > 0:
            try:
                self._read(*self._written.get(timeout=left_s))
            except Empty:
                return

    def _read(self, request: TranscribeRequest, answer: Transcript | CalmlineError) -> None:
        if request.final:
            self._awaited_finals -= 1
        if isinstance(answer, CalmlineError):
            self._has_failed = True
            self._fail(answer)
            answer = _SILENT
        elif self._has_failed and request.final:
            self._recover()
        self._perform(self._assistant.read(request, answer))

    def _perform(self, outcomes: Iterable[Outcome]) -> None:
        perform(outcomes, self._assistant, self._judges, submit=self._submit, emit=self._emit)

    def _submit(self, request: TranscribeRequest) -> None:
        self._awaited_finals += request.final
        self._board.put(request)

    def _work(self, finals: bool) -> None:  # noqa: FBT001 - a thread's argument
        while (request := self._board.take(finals=finals)) is not None:
            try:
                self._written.put((request, self._transcriber.transcribe(request)))
            except CalmlineError as error:
                self._written.put((request, error))
            except Exception:  # noqa: BLE001 - a thread's edge: every request is answered
                self._written.put((request, EngineError("The speech engine failed.", "Restart Calmline.")))

    def _emit_all(self, events: Iterable[Event]) -> None:
        for event in events:
            self._emit(event)

    def _fail(self, error: CalmlineError) -> None:
        self._tell(HealthCode.ENGINE_FAILED, error.line())

    def _recover(self) -> None:
        self._has_failed = False
        self._tell(HealthCode.LISTENING, Message("Listening again."), over=HealthCode.ENGINE_FAILED)

    def _tell(self, code: HealthCode, advice: str, over: HealthCode | None = None) -> None:
        now = self._assistant
        self._emit(Health(code=code, advice=advice, lag_s=now.lag_s, at_s=now.now_s, over=over))


def _nowhere(_: Event) -> None:
    """Where events go before a call."""


class Paced:
    """A source whose chunks come when their last sample is due, whatever the engine does."""

    def __init__(self, source: AudioSource, clock: Clock = time.monotonic, sleep: Wait = time.sleep) -> None:
        self._source = source
        self._clock = clock
        self._sleep = sleep

    @property
    def name(self) -> str:
        """Name of the source."""
        return self._source.name

    @property
    def channels(self) -> tuple[Channel, ...]:
        """Channels of the source."""
        return self._source.channels

    def chunks(self, wait: Wait | None = None) -> Iterator[AudioChunk | SourceEvent]:
        """Chunks in real time."""
        wait = wait or self._sleep
        begin = self._clock()
        heard = dict.fromkeys(self._source.channels, 0)
        for chunk in self._source.chunks():
            if not isinstance(chunk, AudioChunk):
                yield chunk
                continue
            heard[chunk.channel] += len(chunk.pcm)
            due_s = heard[chunk.channel] / (SAMPLE_RATE_HZ * SAMPLE_BYTES)
            early_s = begin + due_s - self._clock()
            if early_s > 0:
                wait(early_s)
            yield chunk
