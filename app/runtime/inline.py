"""Replays a call as fast as it goes: words are awaited before anything is concluded from them.

The audio is heard on the calling thread while `workers` threads write down what it asks for. The assistant takes the
words in any order and releases them in order of time, so neither the threads nor their number can change the outcome.
"""

from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from app.core.assistant import CallAssistant, Outcome
from app.core.events import CallStarted
from app.core.ports import AudioChunk, AudioSource, Transcriber, TranscribeRequest, Transcript
from app.runtime.commands import Steered
from app.runtime.ears import Ears
from app.runtime.perform import Emit, Judges, perform

_QUEUE_PER_WORKER = 8


class InlineRunner(Steered):
    """Runs one call to its end and emits every event on the calling thread."""

    def __init__(
        self, assistant: CallAssistant, ears: Ears, transcriber: Transcriber, judges: Judges, *, workers: int
    ) -> None:
        super().__init__()
        self._assistant = assistant
        self._ears = ears
        self._transcriber = transcriber
        self._judges = judges
        self._workers = workers
        self._running: dict[Future[Transcript], TranscribeRequest] = {}

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:
        """Hear the whole source. Raises AudioError, EngineError."""
        for event in self._assistant.start(call):
            emit(event)
        with ThreadPoolExecutor(self._workers, thread_name_prefix="asr") as pool:
            try:
                self._hear(source, pool, emit)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        for event in self._assistant.end():
            emit(event)

    def _hear(self, source: AudioSource, pool: ThreadPoolExecutor, emit: Emit) -> None:
        for chunk in source.chunks():
            is_over = self._stopping.is_set()
            for command in self._commands.take():
                self._perform(command(self._assistant), pool, emit)
            if is_over:
                break
            if not isinstance(chunk, AudioChunk):
                self._perform(self._assistant.notice(chunk), pool, emit)
                continue
            for frame in self._ears.frames(chunk):
                self._perform(self._assistant.hear(frame), pool, emit)
            self._collect(pool, emit, block=len(self._running) >= self._workers * _QUEUE_PER_WORKER)
        for frame in self._ears.finish():
            self._perform(self._assistant.hear(frame), pool, emit)
        self._perform(self._assistant.close(), pool, emit)
        while self._running:
            self._collect(pool, emit, block=True)

    def _collect(self, pool: ThreadPoolExecutor, emit: Emit, *, block: bool) -> None:
        done, _ = wait(self._running, timeout=None if block else 0, return_when=FIRST_COMPLETED)
        for future in done:
            request = self._running.pop(future)
            self._perform(self._assistant.read(request, future.result()), pool, emit)

    def _perform(self, outcomes: Iterable[Outcome], pool: ThreadPoolExecutor, emit: Emit) -> None:
        def submit(request: TranscribeRequest) -> None:
            self._running[pool.submit(self._transcriber.transcribe, request)] = request

        perform(outcomes, self._assistant, self._judges, submit=submit, emit=emit)
