"""How calls and their words go from the store: some at a time, and past a damaged page as far as that can be."""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from time import sleep

from sqlalchemy import Executable, delete, select
from sqlalchemy.orm import Session

from app.adapters.call_records import (
    NUMBER_WITHOUT_INDEX,
    check_free,
    forget_call,
    forget_words,
    take_comments,
    take_document,
    take_lesson,
    take_proposals,
    take_words,
)
from app.adapters.call_tables import Base, CallTable, CountedDayTable, ProposalTable
from app.adapters.database import PAUSE_S, Database
from app.core.errors import StoreDamagedError
from app.core.keeping import Due

_SLICE = 20
_ACTS = (take_comments, take_lesson, take_words, take_proposals, take_document)
"""How the words of a call go, each by itself; the last notes that they have gone."""
_BESIDE = [table for table in Base.metadata.sorted_tables if table.foreign_keys]
"""The tables of what belongs to a call, by its number."""
_TRIGGERS = "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'calls'"

Act = Callable[[Session, str], None]
MayGoOn = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Done:
    """Ids of the calls that something was done to, and of those of which something may be left."""

    gone: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)


class CallErasing:
    """Nothing happens to a call on legal hold, nor to what lies on a damaged page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def delete(self, call_ids: Collection[str]) -> frozenset[str]:
        """Forget calls; of those that it gives something may be left.

        Raises StoreError, HeldError: then all are left.
        """
        try:
            with self._database.session("written") as session, session.begin():
                for call_id in call_ids:
                    forget_call(session, call_id)
                    check_free(session, call_id)
        except StoreDamagedError:
            self._check_free(call_ids)
            return frozenset(self._each_whole(call_ids).left)
        return frozenset()

    def erase(self, found: Due, may_go_on: MayGoOn) -> Due:
        """Take words and whole calls, and say which went and of which something may be left. Raises StoreError.

        Others can write in a pause between two slices, and a call that begins waits for one. It ends early where it may
        not go on.
        """
        words = self._in_slices(_ACTS, found.words, may_go_on)
        whole = self._in_slices((forget_call,), found.whole, may_go_on)
        by_parts = self._each_whole(whole.left, may_go_on)
        return Due(
            words=frozenset(words.gone),
            whole=frozenset(whole.gone | by_parts.gone),
            left=frozenset(words.left | by_parts.left),
        )

    def _in_slices(self, acts: Sequence[Act], call_ids: Collection[str], may_go_on: MayGoOn) -> _Done:
        """Each act is by itself: what is damaged where one of them looks keeps no other from being done."""
        waiting, done = sorted(call_ids), _Done()
        while waiting and may_go_on():
            now, waiting = waiting[:_SLICE], waiting[_SLICE:]
            for act in acts:
                reached = self._in_one(act, now)
                done.left.update(set(now) - set(reached))
            done.gone.update(reached)
            if waiting:
                sleep(PAUSE_S)
        return done

    def _in_one(self, act: Act, call_ids: Sequence[str]) -> Sequence[str]:
        """Those that it was done to: a call that is damaged keeps no other one from it. Raises StoreError."""
        try:
            with self._database.session("written") as session, session.begin():
                for call_id in call_ids:
                    act(session, call_id)
        except StoreDamagedError:
            one_by_one = call_ids if len(call_ids) > 1 else []
            return [done for call_id in one_by_one for done in self._in_one(act, [call_id])]
        return call_ids

    def _check_free(self, call_ids: Collection[str]) -> None:
        """Raises HeldError."""
        for call_id in call_ids:
            with suppress(StoreDamagedError), self._database.session("read") as session:
                check_free(session, call_id)

    def _each_whole(self, call_ids: Collection[str], may_go_on: MayGoOn = lambda: True) -> _Done:
        """Forget each call, by its parts where that cannot be at once. Raises StoreError."""
        done = _Done()
        for call_id in sorted(call_ids):
            if not may_go_on():
                break
            if self._in_one(forget_call, [call_id]):
                done.gone.add(call_id)
                continue
            has_gone, is_left = self._by_parts(call_id)
            done.gone.update([call_id] if has_gone else [])
            done.left.update([call_id] if is_left else [])
            sleep(PAUSE_S)
        return done

    def _by_parts(self, call_id: str) -> tuple[bool, bool]:
        """Forget a call table by table, and say whether its row has gone, and whether anything may be left of it."""
        try:
            with self._database.session("read") as session:
                number = session.scalar(NUMBER_WITHOUT_INDEX, {"call_id": call_id})
        except StoreDamagedError:
            return False, True
        if number is None:
            return False, False
        free = select(CallTable.number).where(CallTable.number == number, ~CallTable.is_held)
        counts = delete(CountedDayTable)
        parts = (
            counts,
            forget_words(free),
            delete(ProposalTable).where(ProposalTable.call_id == call_id, free.exists()),
            *(delete(table).where(table.c.number.in_(free)) for table in _BESIDE),
        )
        kept = [part for part in parts if not self._is_done(part)]
        has_gone = self._row_goes(number, counts) or self._row_goes(number)  # somebody may have counted meanwhile
        return has_gone, bool(kept) or not has_gone

    def _is_done(self, part: Executable) -> bool:
        try:
            with self._database.session("written") as session, session.begin():
                session.execute(part)
        except StoreDamagedError:
            return False
        return True

    def _row_goes(self, number: int, *before: Executable) -> bool:
        """Delete the row alone: what goes with it as a rule lies on a damaged page, or is gone already.

        What is to be done before that is done with it, or neither is.
        """
        try:
            with self._database.alone("written") as store:
                for part in before:
                    store.execute(part)
                triggers = store.exec_driver_sql(_TRIGGERS).all()
                for name, _ in triggers:
                    store.exec_driver_sql(f"DROP TRIGGER {name}")
                gone = store.execute(delete(CallTable).where(CallTable.number == number, ~CallTable.is_held)).rowcount
                for _, made in triggers:
                    store.exec_driver_sql(made)
        except StoreDamagedError:
            return False
        return bool(gone)
