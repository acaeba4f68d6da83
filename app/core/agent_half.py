"""What the agent does in a call: moves by words, by when they speak, and by leaving the caller the floor."""

from collections.abc import Sequence

from app.core.cues import TURN_S, Cues
from app.core.events import AgentMove, Channel, Event, Move, PromiseMade, TextFinal
from app.core.limits import Limits
from app.core.moves import AgentWords, Made, made_in, time_named
from app.core.phrases import normalise, sentences
from app.core.ports import MovesRequest
from app.core.questions import Questions
from app.core.timing import INTERRUPTION_WORDS, interrupts
from app.core.voices import CallerSide, Side

_PAUSE_MOVE_S = (0.5, 3.0)


class AgentHalf:
    """Reads the agent's utterances for moves, and tells cues and limits of each; `moves` are (second, move) pairs."""

    def __init__(self, words: AgentWords, cues: Cues, limits: Limits) -> None:
        self.side = Side()
        self.moves: list[tuple[float, Move]] = []
        self._words = words
        self._cues = cues
        self._limits = limits
        self._besides: list[Move] = []

    def read(self, final: TextFinal, caller: CallerSide, questions: Questions) -> MovesRequest:
        """Take the words of an utterance; the answer comes to `note`."""
        self.side.text = normalise(final.text)
        self._besides = [Move.INTERRUPTION] if interrupts(final, caller.all_spans()) else []
        if questions.hear_agent(final.text):
            self._besides.append(Move.ANSWER)
        if len(final.text.split()) >= INTERRUPTION_WORDS:
            self._cues.agent_spoke(final.end_s)
        return MovesRequest(start_s=final.start_s, end_s=final.end_s, sentences=tuple(sentences(final.text)))

    def note(self, request: MovesRequest, moves: Sequence[frozenset[Move]]) -> list[Event]:
        """Take the moves of each sentence of an utterance."""
        read = list(zip(request.sentences, moves, strict=True))
        found = made_in(read)
        found += [(move, "") for move in self._besides]
        words = self._words
        promises = [
            PromiseMade(at_s=request.end_s, who=Channel.AGENT, what=sentence, when=time_named(sentence, words))
            for sentence, made in read
            if Move.COMMITMENT in made
        ]
        events = self.make(found, request.end_s, self.side.text)
        self._cues.agent_heard(request.end_s)
        return [*events, *promises]

    def make(self, found: Sequence[Made], at_s: float, plain: str = "") -> list[Event]:
        """These moves were made, with these words."""
        moves = [move for move, _ in found]
        if Move.WARNING in moves:
            self._limits.warn(at_s)
        self.moves += [(at_s, move) for move in moves]
        events: list[Event] = [AgentMove(at_s=at_s, move=move, text=text) for move, text in found]
        self._cues.made(moves, at_s, plain)
        return events

    def answer(self, at_s: float, caller: CallerSide, turn_start_s: float) -> list[Event]:
        """The agent lets a caller who is heated finish a long turn, and perhaps takes a breath before answering."""
        shortest, longest = _PAUSE_MOVE_S
        is_first_answer = self.side.ended_s < caller.ended_s
        if caller.since_s is not None or not is_first_answer:
            return []
        long_turn = caller.ended_s - turn_start_s >= TURN_S
        moves = [Move.LISTENING] if long_turn else []
        if shortest <= at_s - max(caller.ended_s, self.side.ended_s) <= longest:
            moves.append(Move.PAUSE)
        return self.make([(move, "") for move in moves], at_s)
