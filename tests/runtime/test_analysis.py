"""What is kept of an analysis where the store does not take all of it."""

from collections.abc import Callable, Sequence

import pytest

from app.core.analysis import Progress, Recorded, Refused, progress_of
from app.core.document import CallDocument
from app.core.errors import HeldError, StoreBusyError, StoreDamagedError, StoreError
from app.runtime.analysis import analyse
from tests.core.calls import document, started


def recorded(call_id: str) -> Recorded:
    return Recorded(file=f"{call_id}.wav", call_id=call_id, started_at="2026-01-02T03:04:05+00:00")


class Store:
    """Fails with these errors, one after the other, then keeps."""

    def __init__(self, *errors: StoreError) -> None:
        self.kept = list[str]()
        self._errors = list(errors)

    def save(self, kept: CallDocument) -> None:
        if self._errors:
            raise self._errors.pop(0)
        self.kept.append(kept.call.id)


IDS = ("c1", "c2", "c3")


def run(save: Callable[[CallDocument], None], ids: Sequence[str] = IDS) -> Progress:
    """Of three recordings the last one has failed by itself."""
    answers = [(recorded(call_id), document(call=started(call_id))) for call_id in ids[:-1]]
    failed = (recorded(ids[-1]), Refused("It is empty."))
    [*_, (last, _)] = analyse([*answers, failed], save, progress_of([recorded(call_id) for call_id in ids]))
    return last


def test_what_is_analysed_is_kept_and_what_failed_is_told() -> None:
    store = Store()
    progress = run(store.save)
    assert (store.kept, progress.done, progress.stored) == (["c1", "c2"], 3, 2)
    assert [failure.file for failure in progress.failures] == ["c3.wav"]


@pytest.mark.parametrize("error", [HeldError, StoreDamagedError])
def test_a_call_that_cannot_be_replaced_keeps_no_other_one_from_being_stored(error: type[StoreError]) -> None:
    store = Store(error("The call stays.", ""))
    progress = run(store.save)
    assert store.kept == ["c2"]
    assert [failure.reason for failure in progress.failures] == ["The call stays.", "It is empty."]


def test_a_store_in_use_is_tried_again() -> None:
    store = Store(*[StoreBusyError("It is in use.", "")] * 2)
    assert (run(store.save).stored, store.kept) == (2, ["c1", "c2"])


def test_a_store_that_stays_in_use_fails_one_recording() -> None:
    store = Store(*[StoreBusyError("It is in use.", "")] * 3)
    assert (run(store.save).stored, store.kept) == (1, ["c2"])


def test_nothing_more_is_analysed_where_nothing_can_be_stored() -> None:
    store = Store(StoreError("It cannot be written.", "Check the disk."))
    with pytest.raises(StoreError, match="cannot be written"):
        run(store.save)
    assert store.kept == []
