"""What `calmline doctor --privacy` finds: what is stored where, who can read it, and what is open to the outside."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.core.checkup import Check, CheckStatus, failed, ok, report_of, skipped, warning, worst
from app.core.disks import Disk, Reach, reach_of
from app.core.keeping import Keep
from app.core.sizes import size_in_words
from app.core.store_key import KeyPlace

SCHEMA = "calmline/privacy/1"

_OTHERS, _OTHERS_WRITE = 0o077, 0o022


class PrivacyName(StrEnum):
    """What is looked at, in the order in which it is."""

    DATA_FOLDER = "data_folder"
    CALLS = "calls"
    COPIES = "copies"
    KEY = "key"
    JOURNALS = "journals"
    SETTINGS = "settings"
    OWN_TEXTS = "own_texts"
    MODELS = "models"
    RUNNING = "running"
    OTHER_FILES = "other_files"
    OUTSIDE = "outside"
    KEPT = "kept"
    ENCRYPTION = "encryption"
    SOCKETS = "sockets"


_HOLDS = {
    PrivacyName.CALLS: "the store of calls, of what is written at them, and of the team's lexicon",
    PrivacyName.COPIES: "copies of the store from before a repair, and stores that were put aside",
    PrivacyName.KEY: "where the key of the store is, no calls",
    PrivacyName.JOURNALS: "what is said in a running call, or was in one that broke off",
    PrivacyName.SETTINGS: "what was chosen",
    PrivacyName.OWN_TEXTS: "playbooks, scorecards and translations, no calls",
    PrivacyName.MODELS: "speech models, no calls",
    PrivacyName.RUNNING: "how a running call is reached, and how the window was left",
    PrivacyName.OTHER_FILES: "not known to Calmline",
}
_WORDLESS = frozenset({PrivacyName.KEY, PrivacyName.OWN_TEXTS, PrivacyName.MODELS})
_FOLDERS = {
    "journals": PrivacyName.JOURNALS,
    "playbooks": PrivacyName.OWN_TEXTS,
    "playbooks-last-good": PrivacyName.OWN_TEXTS,
    "scorecards": PrivacyName.OWN_TEXTS,
    "translations": PrivacyName.OWN_TEXTS,
    "models": PrivacyName.MODELS,
}
_ASIDE = re.compile(r"aside-\d+")
_BEGINNINGS = {
    "calls.sqlite3.before-repair": PrivacyName.COPIES,
    "calls.sqlite3.key": PrivacyName.KEY,
    "calls.sqlite3.lock": PrivacyName.KEY,
    "calls.sqlite3": PrivacyName.CALLS,
    "settings.toml": PrivacyName.SETTINGS,
    "choices.toml": PrivacyName.SETTINGS,
    "analysis.lock": PrivacyName.RUNNING,
    "call.": PrivacyName.RUNNING,
    "window.": PrivacyName.RUNNING,
}
_KEPT_IN = {
    KeyPlace.KEYRING: "Its key is in the system's keyring.",
    KeyPlace.PASSPHRASE: "Its key is closed by a passphrase.",
    KeyPlace.FILE: "Its key lies in a file on this computer: whoever has the whole disk or your account has both.",
}
_KEPT = {
    Keep.FULL: "The words and figures of each call are kept; sound never.",
    Keep.NO_TEXT: "The figures of each call are kept; its words and sound never.",
    Keep.NOTHING: "Nothing of a call is kept.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file or a folder; `path` has / between its parts, `mode` is None where the system has no such modes."""

    path: str
    size_bytes: int
    mode: int | None
    is_folder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSockets:
    """What a running Calmline has open: lines about internet sockets, and the number of local ones."""

    process: int
    internet: tuple[str, ...]
    local: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyFacts:
    """What was found. `mode` is None where there is no folder or no such modes; paths of `stored` begin in the folder.

    `calls` is None where there is no store or it cannot be read, `key_place` where the store has no key yet, `outside`
    and `sockets` where they are not known. `is_key_there` is false where there are calls that cannot be opened, and
    `plain` are names of files of the store that anybody can read.
    """

    home: str
    is_there: bool
    mode: int | None
    disk: Disk | None
    stored: Sequence[Entry] = ()
    outside: Sequence[Entry] | None = ()
    calls: int | None = None
    key_place: KeyPlace | None = None
    is_key_there: bool = True
    plain: Sequence[str] = ()
    keep: Keep = Keep.FULL
    is_keep_locked: bool = False
    sockets: Sequence[OpenSockets] | None = None


def privacy_checks(facts: PrivacyFacts) -> Iterator[Check]:
    """Everything that was looked at, in its order."""
    yield _judge_folder(facts)
    exposed = {entry.path for entry in exposed_entries(facts)}
    for part in _HOLDS:
        entries = [entry for entry in facts.stored if part_of(entry.path) is part]
        if any(not entry.is_folder for entry in entries):
            yield _judge_part(part, entries, exposed, facts)
    yield _judge_outside(facts.outside)
    yield _judge_keep(facts)
    yield _judge_encryption(facts)
    yield from _judge_sockets(facts.sockets)


def part_of(path: str) -> PrivacyName:
    """What a file in the user's folder belongs to."""
    folder, slash, _ = path.partition("/")
    if slash and _ASIDE.fullmatch(folder):
        return PrivacyName.COPIES
    if folder in _FOLDERS:
        return _FOLDERS[folder]
    known = (part for beginning, part in _BEGINNINGS.items() if folder.startswith(beginning) and not slash)
    return next(known, PrivacyName.OTHER_FILES)


def exposed_entries(facts: PrivacyFacts) -> list[Entry]:
    """Files that others on the computer can read or change: every folder on the way to them is open, and they are."""
    if not _is_open(facts.mode):
        return []
    closed = {f"{entry.path}/" for entry in facts.stored if entry.is_folder and not _is_open(entry.mode)}
    return [
        entry
        for entry in facts.stored
        if not entry.is_folder and _is_open(entry.mode) and not any(map(entry.path.startswith, closed))
    ]


def privacy_conclusion(checks: Iterable[Check]) -> str:
    """Whether what is kept is private, in one sentence."""
    match worst(checks):
        case CheckStatus.FAILED:
            return "What is kept is not private yet. Do what stands at the failed checks."
        case CheckStatus.WARNING:
            return "Nothing that is kept was found open to others. Look at the warnings."
        case _:
            return "What is kept is for you alone on this computer."


def privacy_to_json(facts: PrivacyFacts, checks: Sequence[Check], about: Mapping[str, Any]) -> dict[str, Any]:
    """A report for whoever looks after privacy: names, sizes and modes of files, and nothing of what is in them."""
    files = {"stored": list(map(_listed, facts.stored)), "outside": list(map(_listed, facts.outside or ()))}
    disk = None if facts.disk is None else facts.disk.file_system
    found = {"folder": facts.home, "file_system": disk, "disk": reach_of(facts.disk), **files}
    return report_of(SCHEMA, privacy_conclusion(checks), checks, {**about, **found})


def _judge_folder(facts: PrivacyFacts) -> Check:
    name, kind = PrivacyName.DATA_FOLDER, f" ({facts.disk.file_system})" if facts.disk else ""
    own = "Set CALMLINE_HOME to a folder on this computer's own disk."
    match reach_of(facts.disk):
        case Reach.SHARE:
            return failed(name, f"{facts.home} is on a network share{kind}: no call is kept there.", own)
        case Reach.HOST:
            found = f"{facts.home} lies on the computer that this virtual one runs on{kind}."
            return warning(name, found, f"Whoever uses that computer may read it. {own}")
        case Reach.UNKNOWN:
            return warning(name, f"Which disk {facts.home} is on cannot be told{kind}.", own)
        case Reach.LOCAL:
            return _judge_local_folder(name, facts, kind)


def _judge_local_folder(name: PrivacyName, facts: PrivacyFacts, kind: str) -> Check:
    found = f"{facts.home}, on a disk of this computer{kind}"
    if not facts.is_there:
        return ok(name, f"{found}: nothing is stored yet.")
    if facts.mode is None:
        return warning(
            name,
            f"{found}: its permissions cannot be seen here; as a rule they are those of your profile.",
            "Look at the folder's properties: nobody but you, administrators and the system should be there.",
        )
    if facts.mode & _OTHERS_WRITE:
        return failed(name, f"{found}: others can write to it{_mode(facts.mode)}.", _close(facts.home))
    if _is_open(facts.mode):
        return warning(name, f"{found}: others can look into it{_mode(facts.mode)}.", _close(facts.home))
    return ok(name, f"{found}, for you alone{_mode(facts.mode)}.")


def _judge_part(part: PrivacyName, entries: Sequence[Entry], exposed: set[str], facts: PrivacyFacts) -> Check:
    files = [entry for entry in entries if not entry.is_folder]
    size = sum(entry.size_bytes for entry in files)
    figures = {"files": len(files), "bytes": size}
    names = files[0].path if len(files) == 1 else f"{len(files)} files"
    found = f"{names}, {size_in_words(size)}: {_HOLDS[part]}"
    if part is PrivacyName.CALLS and facts.calls is not None:
        figures |= {"calls": facts.calls}
        found += f", {facts.calls} call{'' if facts.calls == 1 else 's'}"
    seen = [entry for entry in files if entry.path in exposed]
    if seen:
        judged = warning if part in _WORDLESS else failed
        others = f"{found}. Others can read {seen[0].path}{_mode(seen[0].mode)}"
        more = f" and {len(seen) - 1} more" if len(seen) > 1 else ""
        return judged(part, f"{others}{more}.", _close(facts.home), figures)
    found += "." if facts.mode is None else ", for you alone."
    is_in_use = part is PrivacyName.JOURNALS and bool(facts.sockets)
    advice = "" if is_in_use else _ADVICE.get(part)
    return warning(part, found, advice, figures) if advice else ok(part, found, figures=figures)


_ADVICE = {
    PrivacyName.COPIES: "Delete them once you have seen that your calls are there: they hold calls in full.",
    PrivacyName.JOURNALS: "Start calmline: it stores what is left as a call, and removes it here.",
    PrivacyName.OTHER_FILES: "Look whether they belong there.",
}


def _judge_outside(outside: Sequence[Entry] | None) -> Check:
    name = PrivacyName.OUTSIDE
    if outside is None:
        return skipped(name, "What system libraries write elsewhere is known on Linux only.")
    if not outside:
        return ok(name, "No cache of a library and no socket lies outside the folder.")
    listed = ", ".join(entry.path for entry in outside)
    found = f"Besides the folder there are, of system libraries and for the local pipe: {listed}. No words are in them."
    return ok(name, found, figures={"places": len(outside)})


def _judge_keep(facts: PrivacyFacts) -> Check:
    who = " Your centre has set this." if facts.is_keep_locked else ""
    advice = "" if facts.is_keep_locked else "To keep the figures alone: calmline settings set keep no_text"
    return ok(PrivacyName.KEPT, f"{_KEPT[facts.keep]}{who}", advice if facts.keep is Keep.FULL else "")


def _judge_encryption(facts: PrivacyFacts) -> Check:
    name, disk = PrivacyName.ENCRYPTION, "Turn on the system's disk encryption too: BitLocker, FileVault or LUKS."
    if facts.plain:
        found = f"Not encrypted: {', '.join(facts.plain)}. Whoever has the disk or your account can read it."
        return warning(name, found, "Start calmline: it encrypts what an older version left, and erases that.")
    if not facts.is_key_there:
        lost = "The store of calls is encrypted, and its key is not to be had: no call can be kept or opened."
        return failed(name, lost, "calmline key says why, and what to do.")
    if facts.key_place is None:
        return ok(name, "Calls will be encrypted; the key is made with the first one.")
    found = f"The store of calls is encrypted (SQLCipher, AES-256). {_KEPT_IN[facts.key_place]}"
    if facts.key_place is KeyPlace.FILE:
        advice = f"Keep it in the keyring (calmline key keyring) or set a passphrase (calmline key passphrase). {disk}"
        return warning(name, found, advice)
    return ok(name, found, disk)


def _judge_sockets(sockets: Sequence[OpenSockets] | None) -> Iterator[Check]:
    name = PrivacyName.SOCKETS
    if sockets is None:
        yield skipped(name, "What a process has open cannot be seen here.", "Use the system's own: netstat, lsof.")
        return
    if not sockets:
        yield skipped(name, "No Calmline is running.", "Run this again beside an open window or a call.")
    for one in sockets:
        figures = {"process": one.process, "internet": len(one.internet), "local": one.local}
        if one.internet:
            found = f"Process {one.process} has internet sockets: {', '.join(one.internet)}."
            advice = "Only fetching a speech model needs one. If none is being fetched, report it: see SECURITY.md."
            yield warning(name, found, advice, figures)
        else:
            local = f"{one.local} local (its pipe, the display, the sound server)"
            yield ok(name, f"Process {one.process} has no internet socket; {local}.", figures=figures)


def _listed(entry: Entry) -> dict[str, Any]:
    mode = None if entry.mode is None else f"{entry.mode:04o}"
    return {"path": entry.path, "bytes": entry.size_bytes, "mode": mode, "folder": entry.is_folder}


def _is_open(mode: int | None) -> bool:
    return mode is not None and bool(mode & _OTHERS)


def _mode(mode: int | None) -> str:
    return "" if mode is None else f" ({mode:04o})"


def _close(folder: str) -> str:
    return f'Close the folder: chmod go= "{folder}"; or set CALMLINE_HOME to a folder for Calmline alone.'
