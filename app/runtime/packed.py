"""Runs a recording whose words are written down all at once, before the call is gone through."""

from collections import deque
from collections.abc import Iterable, Sequence

from app.core.assistant import CallAssistant, Outcome
from app.core.errors import EngineError
from app.core.events import CallStarted, Channel
from app.core.finals_ahead import finals_of
from app.core.ports import AudioChunk, AudioSource, BatchTranscriber, Frame, TranscribeRequest, Transcript
from app.runtime.commands import Steered
from app.runtime.ears import Ears
from app.runtime.perform import Emit, Judges, perform

_Part = tuple[Channel, int, int]


class PackedRunner(Steered):
    """Hears the whole recording, has it written down, and lets the assistant go through it with the words at hand.

    What it asks for depends on the sound alone, so the words can be there before.
    """

    def __init__(self, assistant: CallAssistant, ears: Ears, transcriber: BatchTranscriber, judges: Judges) -> None:
        super().__init__()
        self._assistant = assistant
        self._ears = ears
        self._transcriber = transcriber
        self._judges = judges
        self._words: dict[_Part, Transcript] = {}

    def run(self, source: AudioSource, call: CallStarted, emit: Emit) -> None:
        """Hear the whole source. Raises AudioError, EngineError."""
        frames = self._frames(source)
        requests = finals_of(source.channels, frames)
        transcripts = self._transcriber.transcribe_all(requests)
        self._words = dict(zip(map(_part, requests), transcripts, strict=True))
        for event in self._assistant.start(call):
            emit(event)
        for command in self._commands.take():
            self._perform(command(self._assistant), emit)
        for frame in frames:
            self._perform(self._assistant.hear(frame), emit)
        self._perform(self._assistant.close(), emit)
        for event in self._assistant.end():
            emit(event)

    def _frames(self, source: AudioSource) -> Sequence[Frame]:
        chunks = (chunk for chunk in source.chunks() if isinstance(chunk, AudioChunk))
        heard = [frame for chunk in chunks for frame in self._ears.frames(chunk)]
        return [*heard, *self._ears.finish()]

    def _perform(self, outcomes: Iterable[Outcome], emit: Emit) -> None:
        asked: deque[TranscribeRequest] = deque()
        perform(outcomes, self._assistant, self._judges, submit=asked.append, emit=emit)
        while asked:
            request = asked.popleft()
            read = self._assistant.read(request, self._words_of(request))
            perform(read, self._assistant, self._judges, submit=asked.append, emit=emit)

    def _words_of(self, request: TranscribeRequest) -> Transcript:
        try:
            return self._words[_part(request)]
        except KeyError as error:
            raise EngineError("The recording was not written down as a whole.", "Replay it instead.") from error


def _part(request: TranscribeRequest) -> _Part:
    return request.channel, request.number, request.part
