"""An ended call as plain text and as subtitles; markup in what was said stays text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from textwrap import wrap

from app.core.call_sheet import MASKED, NOTHING_SAID, WORDS_GONE, CallSheet, SaidLine, Say
from app.core.call_words import clock

_CUE_COLUMNS = 42
_CUE_LINES = 2
"""So much of a long turn is shown at once."""
_SHORTEST_CUE_S = 0.5
_NOTICE_S = 5.0
_PLAYED = re.compile(r"(?<=[<{&])|(?<=--)(?=>)")
"""Behind what a player may take for the beginning of a tag, a command or a time."""
_WORD_JOINER = "\u2060"


def transcript(sheet: CallSheet, say: Say = str) -> str:
    """Who said what and when, a line for each turn, below the head of the call."""
    notices = sheet.notices or (() if sheet.said else (NOTHING_SAID,))
    head = (sheet.title, sheet.about, *notices, *((MASKED,) if sheet.said else ()))
    said = [_line(line, say) for line in sheet.said]
    return "\n".join([*map(say, head), *([""] if said else []), *said]) + "\n"


def subtitles(sheet: CallSheet, say: Say = str) -> str:
    """The same as SRT, in seconds of call audio; of a call without words one cue says that there are none."""
    cues = [cue for line in sheet.said for cue in _cues(line, say)] or [_only_cue(sheet, say)]
    return "\n".join(
        f"{n}\n{_stamp(start_s)} --> {_stamp(end_s)}\n{text}\n" for n, (start_s, end_s, text) in enumerate(cues, 1)
    )


def _line(line: SaidLine, say: Say) -> str:
    beside = f" ({say(line.note)})" if line.note else ""
    return f"[{clock(line.start_s)}] {say(line.speaker)}{beside}: {line.words}"


_Cue = tuple[float, float, str]


def _cues(line: SaidLine, say: Say) -> Iterator[_Cue]:
    """A long turn one piece after the other, each with its share of the time."""
    rows = wrap(_PLAYED.sub(_WORD_JOINER, f"{say(line.speaker)}: {line.words}"), _CUE_COLUMNS)
    pieces = ["\n".join(rows[n : n + _CUE_LINES]) for n in range(0, len(rows), _CUE_LINES)]
    lasts_s = max(line.end_s - line.start_s, _SHORTEST_CUE_S)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    for piece, (before, after) in zip(pieces, pairwise(ends), strict=True):
        yield line.start_s + lasts_s * before / ends[-1], line.start_s + lasts_s * after / ends[-1], piece


def _only_cue(sheet: CallSheet, say: Say) -> _Cue:
    return 0.0, _NOTICE_S, say(WORDS_GONE if WORDS_GONE in sheet.notices else NOTHING_SAID)


def _stamp(at_s: float) -> str:
    """hh:mm:ss,mmm."""
    whole_ms = max(0, round(at_s * 1000))
    seconds, rest_ms = divmod(whole_ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},{rest_ms:03d}"
