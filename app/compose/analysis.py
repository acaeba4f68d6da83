"""The analysis of a back catalogue: the processes that do it, and what each of them is made of."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from app.adapters.file_lock import held_alone
from app.adapters.private_files import make_private_folder, write_for_owner_alone
from app.adapters.recording import check_sides, open_call
from app.adapters.recording_folder import mark_of
from app.adapters.worker_processes import Lost, Ready, Unfit, WorkerProcesses
from app.compose.calls import CallNames, call_started, masking_notes, scorer_notes, talk_notes, team_lexicon
from app.compose.judging import load_judges, load_scorer, read_vocabulary
from app.compose.playbooks import load_playbook
from app.compose.speech import detectors_ahead, load_batch_transcriber, music_ahead
from app.core.allowance import Dial
from app.core.analysis import Answer, Recorded, Refused
from app.core.assistant import CallAssistant
from app.core.document import CallDocument
from app.core.errors import CalmlineError, EngineError, InputError
from app.core.events import Channel
from app.core.team import TeamLexicon
from app.runtime.analysis import LOST
from app.runtime.ears import Ears
from app.runtime.packed import PackedRunner
from app.runtime.session import CallSession
from app.settings import Settings

_CHUNK_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What every process is told before it begins; it can be pickled. The sides are left, right or None."""

    settings: Settings
    folder: Path
    team: TeamLexicon
    agent_side: str | None = None
    caller_side: str | None = None


def brief_of(
    settings: Settings, folder: Path, *, agent_side: str | None, caller_side: str | None
) -> tuple[Brief, tuple[str, ...]]:
    """What the processes need to know, and what is to be told of it. Raises InputError, PlaybookError."""
    check_sides(agent_side, caller_side)
    _, note = load_playbook(settings)
    team, notes = team_lexicon(settings)
    plain = replace(settings, keys=dict(settings.keys), origins=dict(settings.origins), notices=())
    brief = Brief(settings=plain, folder=folder, team=team, agent_side=agent_side, caller_side=caller_side)
    return brief, (*([note] if note else ()), *notes)


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """No other analysis begins here while the block lasts.

    Raises InputError where one goes on already or the user's folder cannot be written.
    """
    with ExitStack() as cleanup:
        try:
            make_private_folder(settings.home)
            cleanup.enter_context(held_alone(settings.home / "analysis.lock"))
        except BlockingIOError as error:
            raise InputError("Recordings are being analysed already.", "Wait until that has ended.") from error
        except OSError as error:
            advice = "Check the disk and the permissions."
            raise InputError("{home} cannot be written.", advice, home=settings.home) from error
        yield


def analysed(
    recordings: Sequence[Recorded], brief: Brief, workers: int, tell: Callable[[str], None]
) -> Generator[tuple[Recorded, Answer], None, None]:
    """Each recording with its document, in the order in which they are done; closing it ends the work.

    The longest come first, so that no process is left alone with one at the end. Raises EngineError.
    """
    processes = WorkerProcesses[Recorded, Answer](partial(_work, brief), workers, tell)
    longest_first = sorted(recordings, key=lambda recorded: -recorded.duration_s)
    with closing(processes.run(longest_first)) as answers:
        for recorded, answer in answers:
            yield recorded, Refused(LOST) if isinstance(answer, Lost) else answer


def _work(brief: Brief, line: Connection) -> None:
    """In a process of its own: answer each recording that comes over the line."""
    write_for_owner_alone()
    try:
        desk = AnalysisDesk(brief)
    except CalmlineError as error:
        line.send(Unfit(error.line()))
        return
    line.send(Ready(desk.notes))
    while True:
        recorded = line.recv()
        line.send(desk.answer(recorded))


class AnalysisDesk:
    """Everything that a recording is analysed with, loaded once. Raises CalmlineError."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        settings = brief.settings
        scorer = load_scorer(settings.scorer, brief.team)
        self._playbook = load_playbook(settings)[0]
        self._vocabulary = read_vocabulary()
        self._judges = load_judges(scorer)
        self.notes = (*scorer_notes(scorer), *talk_notes(self._judges), *masking_notes(self._vocabulary))
        self._transcriber = load_batch_transcriber(settings)

    def answer(self, recorded: Recorded) -> Answer:
        """The document of a recording, or why there is none."""
        try:
            return self._document(recorded)
        except CalmlineError as error:
            return Refused(error.line())
        except Exception as error:  # noqa: BLE001 - a process's edge: its text may hold the call's words
            failure = EngineError(
                "Something went wrong ({kind}).", "Try it alone: calmline replay FILE", kind=type(error).__name__
            )
            return Refused(failure.line())

    def _document(self, recorded: Recorded) -> CallDocument:
        """Raises CalmlineError."""
        brief, file = self._brief, self._brief.folder / recorded.file
        mark = mark_of(file)
        recording = open_call(file, brief.agent_side, brief.caller_side, chunk_s=_CHUNK_S)
        names = CallNames(
            call_id=recorded.call_id,
            agent=recorded.agent,
            reference=recorded.reference,
            started_at=recorded.started_at,
        )
        dial = Dial(brief.settings.coach)
        assistant = CallAssistant(recording.channels, self._playbook, self._vocabulary, live=False, dial=dial)
        sides = recording.sides
        ears = Ears(recording.channels, detectors_ahead(sides.values()), music_ahead(sides.get(Channel.CALLER, b"")))
        session = CallSession(
            runner=PackedRunner(assistant, ears, self._transcriber, self._judges),
            source=recording,
            call=call_started(
                recording,
                names,
                model=self._transcriber.name,
                playbook=self._playbook.name,
                scorer=self._judges.scorer.name,
            ),
            listeners=(),
            keepers=(),
        )
        document = session.run()
        return replace(document, call=replace(document.call, recording=mark))
