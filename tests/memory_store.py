"""A call store that forgets everything with the test."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any

from app.core.call_search import (
    STEPS,
    Between,
    CallFilter,
    CallOrder,
    CallPage,
    CallRow,
    FoundNote,
    Said,
    SortKey,
    is_same,
    moves_made,
    row_of,
    sample,
    words_of,
)
from app.core.document import CallDocument
from app.core.errors import GoneError, StoreError
from app.core.events import Channel
from app.core.keeping import Days, Due, StoredCall, due, held
from app.core.review_notes import Note, NoteKind
from app.core.reviewed import Noted, Scored
from app.core.saved_filters import SavedFilter
from app.core.score_port import Score, seen_by
from app.core.standing import Standing, Step, for_person, standing_of
from app.core.trends import promises_of
from app.core.wordless import figures_alone, has_words


@dataclass
class MemoryStore:
    """`is_away` stands for a database that cannot be reached; `when_gone` forget what belongs to a call.

    `scores_of` and `notes_of` know what was kept beside a call, by its id.
    """

    documents: dict[str, CallDocument] = field(default_factory=dict)
    is_away: bool = False
    held: frozenset[str] = frozenset()
    reviewed: frozenset[str] = frozenset()
    flagged: frozenset[str] = frozenset()
    saved: tuple[SavedFilter, ...] = ()
    promises: dict[str, int | None] = field(default_factory=dict)
    """How much was promised in a call: a figure, which stays when its words go."""
    when_gone: list[Callable[[str], None]] = field(default_factory=list)
    scores_of: Callable[[str], Sequence[Score]] = lambda _: ()
    notes_of: Callable[[str], Sequence[Note]] = lambda _: ()

    def __post_init__(self) -> None:
        self.promises = {call_id: promises_of(kept) for call_id, kept in self.documents.items()}

    def save(self, document: CallDocument) -> None:
        self._reach()
        call_id, known = document.call.id, promises_of(document)
        self.documents[call_id] = document
        self.promises[call_id] = self.promises.get(call_id) if known is None else known

    def amend(self, document: CallDocument) -> None:
        if document.call.id in self.documents:
            self.save(document)

    def rows(self) -> list[CallRow]:
        return [*self.find(CallFilter(), CallOrder(), limit=None).rows]

    def find(self, wanted: CallFilter, order: CallOrder, offset: int = 0, limit: int | None = 50) -> CallPage:
        self._reach()
        there = [(kept, self._row(kept)) for kept in self.documents.values()]
        rows = [
            row for kept, row in there if all(_holds(kept, row, wanted)) and all(self._is_reviewed(kept, row, wanted))
        ]
        if order.is_descending:
            rows.reverse()
        keys = {row.call_id: self._sorted_by(row, order, wanted.viewer) for row in rows}
        rows.sort(key=lambda row: _known(keys[row.call_id]), reverse=order.is_descending)
        rows.sort(key=lambda row: keys[row.call_id] is None)
        shown = tuple(islice(rows, offset, None if limit is None else offset + limit))
        notes = {row.call_id: note for row in shown if (note := self._found_note(row, wanted))}
        return CallPage(rows=shown, total=len(rows), notes={} if limit is None else notes)

    def read_ahead(self) -> None:
        self._reach()

    def sample(self, wanted: CallFilter, per_agent: int, seed: int) -> list[CallRow]:
        rows = {row.call_id: row for row in self.find(wanted, CallOrder(), limit=None).rows}
        return [rows[one] for one in sample(((row.agent, row.call_id) for row in rows.values()), per_agent, seed)]

    def agents(self) -> list[str]:
        return sorted({row.agent for row in self.rows() if row.agent})

    def filters(self) -> tuple[SavedFilter, ...]:
        return self.saved

    def keep_filters(self, saved: Sequence[SavedFilter]) -> None:
        self.saved = tuple(saved)

    def review(self, call_id: str, *, is_reviewed: bool | None = None, is_flagged: bool | None = None) -> None:
        self.load(call_id)
        self.reviewed = _with(self.reviewed, call_id, wanted=is_reviewed)
        self.flagged = _with(self.flagged, call_id, wanted=is_flagged)

    def load(self, call_id: str) -> CallDocument:
        self._reach()
        if call_id not in self.documents:
            raise GoneError("This call is not in the store.", "Choose another one.")
        return self.documents[call_id]

    def delete(self, *call_ids: str) -> frozenset[str]:
        self._reach()
        for call_id in self.held.intersection(call_ids):
            raise held(call_id)
        for call_id in call_ids:
            self._forget(call_id)
        return frozenset()

    def in_copies(self) -> set[str]:
        return set()

    def hold(self, call_id: str, *, wanted: bool) -> None:
        self.load(call_id)
        self.held = _with(self.held, call_id, wanted=wanted)

    def purge(self, now: datetime, days: Days, *, may_go_on: Callable[[], bool] = lambda: True) -> Due:
        gone = due(self.kept(), now, days) if may_go_on() else Due()
        for call_id in gone.words:
            self.documents[call_id] = figures_alone(self.documents[call_id])
        for call_id in gone.whole:
            self._forget(call_id)
        return gone

    def kept(self) -> list[StoredCall]:
        return [
            StoredCall(call_id=row.call_id, started_at=row.started_at, has_words=row.has_words, is_held=row.is_held)
            for row in self.rows()
        ]

    def close(self) -> None:
        self.documents.clear()

    def _forget(self, call_id: str) -> None:
        self.documents.pop(call_id, None)
        self.promises.pop(call_id, None)
        for forget in self.when_gone:
            forget(call_id)

    def _row(self, kept: CallDocument) -> CallRow:
        call_id = kept.call.id
        return replace(
            row_of(kept, has_words=has_words(kept)),
            is_held=call_id in self.held,
            is_reviewed=call_id in self.reviewed,
            is_flagged=call_id in self.flagged,
        )

    def _standing(self, row: CallRow, viewer: str | None) -> Standing | None:
        return standing_of(for_person(seen_by(self.scores_of(row.call_id), viewer).scores, viewer, row.agent))

    def _sorted_by(self, row: CallRow, order: CallOrder, viewer: str | None) -> Any:
        if order.key is not SortKey.SCORE:
            return getattr(row, order.key)
        return _share(self._standing(row, viewer))

    def _found_note(self, row: CallRow, wanted: CallFilter) -> FoundNote | None:
        for note in sorted(self.notes_of(row.call_id) if wanted.said else (), key=lambda note: note.number):
            if any(_is_in(said, note.text) for said in wanted.said if said.by is None and not said.is_absent):
                return FoundNote(number=note.number, text=note.text)
        return None

    def _is_there(self, kept: CallDocument, row: CallRow, said: Said) -> bool:
        """Whether words are as they must be: what nobody may have said is known of a call with words alone."""
        is_written = any(_is_in(said, note.text) for note in self.notes_of(row.call_id))
        if said.in_notes:
            return is_written is not said.is_absent
        was_said = _was_said(kept, said)
        if said.is_absent:
            return row.has_words and not was_said
        return was_said or (is_written and said.by is None)

    def _is_reviewed(self, kept: CallDocument, row: CallRow, wanted: CallFilter) -> Iterator[bool]:
        """What is not asked is not read."""
        yield all(self._is_there(kept, row, said) for said in wanted.said)
        if wanted.scored is not None:
            yield _stands(self._standing(row, wanted.viewer), wanted.scored)
        if wanted.score_below is not None:
            share = _share(self._standing(row, wanted.viewer))
            yield share is not None and share < wanted.score_below
        if wanted.noted is not None:
            yield _is_noted(self.notes_of(row.call_id), wanted.noted)

    def _reach(self) -> None:
        if self.is_away:
            raise StoreError("The call store cannot be reached.", "Ask who looks after the database.")


def _with(ids: frozenset[str], call_id: str, *, wanted: bool | None) -> frozenset[str]:
    if wanted is None:
        return ids
    return ids | {call_id} if wanted else ids - {call_id}


def _known(key: Any) -> tuple[bool, Any]:
    return key is not None, 0 if key is None else key


def _share(standing: Standing | None) -> float | None:
    return standing.score.share if standing and standing.score else None


def _stands(standing: Standing | None, wanted: Scored) -> bool:
    if standing is None:
        return wanted is Scored.NOT
    if wanted is Scored.SCORED:
        return standing.step in {Step.DONE, Step.DISPUTED, Step.AGREED}
    return standing.step.value == wanted.value


def _is_noted(notes: Sequence[Note], wanted: Noted) -> bool:
    kinds = {note.kind for note in notes}
    match wanted:
        case Noted.ANY:
            return bool(notes)
        case Noted.NONE:
            return not notes
        case Noted.OPEN:
            return any(note.is_open for note in notes)
        case Noted.COMMENT:
            return NoteKind.COMMENT in kinds
        case Noted.COACHING:
            return NoteKind.COACHING in kinds


def _holds(kept: CallDocument, row: CallRow, wanted: CallFilter) -> Iterator[bool]:
    made = moves_made(kept)
    yield wanted.since is None or row.started_at >= wanted.since
    yield wanted.until is None or row.started_at < wanted.until
    yield wanted.call_ids is None or row.call_id in wanted.call_ids
    yield not wanted.agents or row.agent in wanted.agents
    yield not wanted.reference or is_same(wanted.reference, row.reference)
    yield _lies(row.duration_s, wanted.duration_s)
    yield _lies(row.peak_level, wanted.peak)
    yield _lies(row.end_level, wanted.end)
    yield _lies(row.time_to_calm_s, wanted.time_to_calm_s)
    yield _lies(row.warnings, wanted.warnings)
    yield not wanted.courses or row.course in wanted.courses
    yield wanted.reached is None or row.reached in STEPS[STEPS.index(wanted.reached) :]
    yield wanted.made <= made.keys()
    yield not wanted.not_made & made.keys()
    yield wanted.is_reviewed is None or row.is_reviewed is wanted.is_reviewed
    yield wanted.is_flagged is None or row.is_flagged is wanted.is_flagged
    yield wanted.has_words is None or row.has_words is wanted.has_words


def _lies(value: float | None, bound: Between) -> bool:
    if value is None:
        return bound == Between()
    return (bound.low is None or value >= bound.low) and (bound.high is None or value <= bound.high)


def _was_said(kept: CallDocument, said: Said) -> bool:
    sides = [said.by] if said.by else [*Channel]
    return any(_is_in(said, words_of(kept, side)) for side in sides)


def _is_in(said: Said, text: str) -> bool:
    """Whole words, with and without the "s" at their end."""
    phrase = r"\W+".join(f"{re.escape(word.rstrip('sS'))}s?" for word in said.words)
    return re.search(rf"\b{phrase}\b", text, re.IGNORECASE) is not None
