"""A back catalogue: what lies in a folder of recordings, how each call is filed, and which are stored already."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.adapters.recording_folder import duration_of, look_into, mark_of, written_at
from app.core.analysis import Failure, Recorded
from app.core.errors import InputError, StoreDamagedError
from app.core.file_names import FileNames, NamedCall
from app.core.message import Message
from app.core.ports import CallStore

_TAKEN = (
    "A call {call_id} is stored that comes from no such recording; it stays as it is. "
    "Give this one another id, or delete that: calmline calls delete {call_id}"
)
_NOT_BEGUN = "Nothing was begun. Choose a template that fits all names, or take those away."


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Recordings with how they are filed; by name other files, which are left alone, and folders nobody can read."""

    recordings: tuple[Recorded, ...]
    others: tuple[str, ...]
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedOut:
    """Recordings that are stored as they are now, those that are not, and those that cannot be."""

    stored: tuple[Recorded, ...]
    open: tuple[Recorded, ...]
    refused: tuple[Failure, ...]


def read_catalogue(folder: Path, template: str) -> Catalogue:
    """Read a folder.

    Raises InputError where there is no recording, a name does not fit the template, or two are the same call.
    """
    names, found = FileNames(template), look_into(folder)
    if not found.recordings:
        raise InputError("There is no WAV or FLAC recording in {folder}.", "Name another folder.", folder=folder)
    told = {file: names.read(Path(file).stem) for file in found.recordings}
    _check_names([file for file, named in told.items() if named is None], template)
    recordings = tuple(_recorded(folder, file, named) for file, named in told.items() if named is not None)
    _check_ids(recordings)
    return Catalogue(recordings=recordings, others=found.others, closed=found.closed)


def sort_out(store: CallStore, folder: Path, recordings: Sequence[Recorded]) -> SortedOut:
    """Look for each recording in the store: the same one has the same id and the same contents. Raises StoreError."""
    there = {row.call_id for row in store.rows()}
    stored: list[Recorded] = []
    waiting: list[Recorded] = []
    refused: list[Failure] = []
    for one in recordings:
        mark = _mark_in(store, one.call_id) if one.call_id in there else ""
        if mark is None:
            refused.append(Failure(file=one.file, reason=Message(_TAKEN, call_id=one.call_id)))
        else:
            (stored if mark and mark == mark_of(folder / one.file) else waiting).append(one)
    return SortedOut(stored=tuple(stored), open=tuple(waiting), refused=tuple(refused))


def _mark_in(store: CallStore, call_id: str) -> str | None:
    """The mark of the recording that a stored call comes from, None of another call, empty where it is damaged."""
    try:
        return store.load(call_id).call.recording
    except StoreDamagedError:
        return ""


def _recorded(folder: Path, file: str, named: NamedCall) -> Recorded:
    began = named.began.astimezone() if named.began else written_at(folder / file)
    return Recorded(
        file=file,
        call_id=named.call_id,
        started_at=began.isoformat(timespec="seconds"),
        agent=named.agent,
        reference=named.reference,
        duration_s=duration_of(folder / file),
    )


def _check_names(strange: Sequence[str], template: str) -> None:
    if not strange:
        return
    first, more = strange[0], len(strange) - 1
    if more:
        says = "{first} does not fit --names {template}, and {more} more do not."
        raise InputError(says, _NOT_BEGUN, first=first, template=template, more=more)
    raise InputError("{first} does not fit --names {template}.", _NOT_BEGUN, first=first, template=template)


def _check_ids(recordings: Sequence[Recorded]) -> None:
    first_with: dict[str, str] = {}
    for one in recordings:
        first = first_with.setdefault(one.call_id, one.file)
        if first != one.file:
            advice = "Nothing was begun. Rename one of them, or say with --names where the id stands."
            raise InputError(
                "{first} and {second} would both be call {call_id}.",
                advice,
                first=first,
                second=one.file,
                call_id=one.call_id,
            )
