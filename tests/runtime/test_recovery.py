"""Calls that were broken off are stored, and one sentence tells so."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.core.document import CallDocument
from app.core.errors import StoreError
from app.core.events import Channel, Event, Health, HealthCode
from app.runtime.recovery import UNREADABLE, recover
from tests.core.calls import ended, said, started

NOW = datetime.now(UTC).isoformat(timespec="seconds")
CALL: list[Event] = [started("c1", NOW), said(Channel.CALLER, 1.0, 2.0)]


@dataclass
class Left:
    """A journal that was left."""

    told: list[Event]
    is_readable: bool = True
    is_there: bool = field(default=True, init=False)

    def events(self) -> list[Event]:
        """What was told. Raises StoreError."""
        if not self.is_readable:
            raise StoreError("It cannot be read.", "Check it.")
        return self.told

    def discard(self) -> None:
        """It is not needed any more."""
        self.is_there = False


def recovered(*left: Left, code: HealthCode = HealthCode.STORED) -> tuple[list[CallDocument], list[str]]:
    documents: list[CallDocument] = []
    told: list[str] = []

    def keep(document: CallDocument) -> Health:
        documents.append(document)
        return Health(code=code, advice="The disk is full.", lag_s=0.0, at_s=0.0)

    recover(left, keep, told.append)
    return documents, told


def test_a_call_that_was_broken_off_is_stored_and_told_with_its_local_time() -> None:
    journal = Left(CALL)
    [document], [sentence] = recovered(journal)
    assert (document.call.id, document.call.broken_off, journal.is_there) == ("c1", True, False)
    began = datetime.fromisoformat(NOW).astimezone()
    assert f"{began:%H:%M} was cut short here; what was said until then is kept." in sentence


def test_a_call_that_had_ended_is_whole() -> None:
    [document], [sentence] = recovered(Left([*CALL, ended(3.0)]))
    assert not document.call.broken_off
    assert "had not been stored" in sentence


def test_what_is_not_stored_stays_for_the_next_time() -> None:
    journal = Left(CALL)
    _, [sentence] = recovered(journal, code=HealthCode.STORE_FAILED)
    assert journal.is_there
    assert "The disk is full." in sentence


def test_whether_every_call_that_could_be_read_is_stored_now_is_said() -> None:
    def keep(document: CallDocument) -> Health:
        code = HealthCode.STORE_FAILED if document.call.id == "c2" else HealthCode.STORED
        return Health(code=code, advice="", lag_s=0.0, at_s=0.0)

    other = Left([started("c2", NOW), said(Channel.CALLER, 1.0, 2.0)])
    assert recover([Left(CALL), Left(CALL, is_readable=False)], keep, print)
    assert not recover([other, Left(CALL)], keep, print)


def test_damage_of_one_journal_keeps_no_other_from_being_stored() -> None:
    endless = Left([*CALL, replace(ended(3.0), duration_s="soon")])  # type: ignore[arg-type] # damage
    documents, told = recovered(endless, Left(CALL))
    assert (len(documents), endless.is_there) == (1, True)
    assert told[0] == UNREADABLE


def test_a_journal_without_a_call_goes_and_one_that_cannot_be_read_keeps_no_other_from_it() -> None:
    empty, locked, good = Left([]), Left(CALL, is_readable=False), Left(CALL)
    documents, told = recovered(empty, locked, good)
    assert (len(documents), told[0]) == (1, "It cannot be read. Check it.")
    assert (empty.is_there, locked.is_there, good.is_there) == (False, True, False)
