"""A call as plain text and as subtitles."""

import itertools
import re
from dataclasses import replace

import pytest

from app.core.call_sheet import call_sheet
from app.core.call_texts import subtitles, transcript
from app.core.events import Channel
from app.core.message import Message
from app.core.wordless import figures_alone
from tests.core.calls import document, said, whole_call

TIMES = re.compile(r"(\d\d):(\d\d):(\d\d),(\d{3}) --> (\d\d):(\d\d):(\d\d),(\d{3})")


def cues(srt: str) -> list[tuple[float, float, str]]:
    """Start and end in seconds, and the text."""
    found = []
    for number, block in enumerate(srt.strip().split("\n\n"), start=1):
        counted, times, *lines = block.split("\n")
        assert counted == str(number)
        match = TIMES.fullmatch(times)
        assert match
        start, end = (
            int(h) * 3600 + int(m) * 60 + int(s) + int(ms) / 1000
            for h, m, s, ms in (match.groups()[:4], match.groups()[4:])
        )
        found.append((start, end, "\n".join(lines)))
    return found


def srt_of(*lines: str, end_s: float = 4.0, start_s: float = 1.0) -> str:
    spoken = [said(Channel.CALLER, start_s, end_s, line, number=n) for n, line in enumerate(lines, 1)]
    return subtitles(call_sheet(document(*spoken, duration_s=4000.0), ""))


def test_a_transcript_says_when_who_and_what() -> None:
    lines = transcript(call_sheet(document(*whole_call()), "4 Mar 2026, 09:15")).splitlines()
    assert lines[0] == "Sam with a caller, 4 Mar 2026, 09:15"
    assert lines[-3:] == [
        "[0:01] Agent: Good morning, what can I do?",
        "[0:05] Caller (Hot): I want my money. My card is [card].",
        "[0:12] Agent: I will send it by five.",
    ]
    assert "masked" in lines[2]


def test_cues_have_the_times_and_the_speaker_of_the_turns() -> None:
    found = cues(subtitles(call_sheet(document(*whole_call()), "")))
    assert found[0] == (1.0, 4.0, "Agent: Good morning, what can I do?")
    assert found[-1] == (12.0, 15.0, "Agent: I will send it by five.")


def test_an_hour_into_the_call_the_hours_count() -> None:
    assert cues(srt_of("Still here.", start_s=3661.5, end_s=3662.25)) == [(3661.5, 3662.25, "Caller: Still here.")]


def test_a_long_turn_is_shown_in_pieces_that_share_its_time_and_lose_no_word() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    found = cues(srt_of(text, start_s=10.0, end_s=40.0))
    assert len(found) > 3
    assert (found[0][0], found[-1][1]) == (10.0, 40.0)
    assert all(before[1] == after[0] for before, after in itertools.pairwise(found))
    assert all(len(line) <= 42 for _, _, piece in found for line in piece.split("\n"))
    assert " ".join(piece.replace("\n", " ") for _, _, piece in found) == f"Caller: {text}"


@pytest.mark.parametrize("markup", ["<i>no</i>", "{\\an8}up", "1 --> 2", "&lt;b&gt;", "<font color=red>x"])
def test_markup_in_what_was_said_is_no_markup_to_a_player_and_reads_the_same(markup: str) -> None:
    [(_, _, text)] = cues(srt_of(markup))
    assert not re.search(r"<[/a-z]|\{\\|-->|&[a-z]", text)
    assert text.replace("\u2060", "") == f"Caller: {markup}"


def test_line_breaks_in_what_was_said_end_no_cue() -> None:
    assert cues(srt_of("One.\n\n2\n00:00:00,000 --> 00:00:09,000\nTwo."))[0][2].startswith(
        "Caller: One. 2 00:00:00,000"
    )


def test_a_call_without_words_says_so_in_both() -> None:
    sheet = call_sheet(figures_alone(document(*whole_call())), "")
    assert "The words of this call are not kept" in transcript(sheet)
    [(_, _, text)] = cues(subtitles(sheet))
    assert "The words of this call are not kept" in text
    silent = call_sheet(document(), "")
    assert "Nothing was said." in transcript(silent)
    assert "Nothing was said." in subtitles(silent)


def test_both_are_in_the_language_that_is_asked_for_but_for_what_was_said() -> None:
    sheet = call_sheet(document(said(Channel.CALLER, 1, 2, "Caller")), "")
    say = lambda text: text.upper() if isinstance(text, Message) else text  # noqa: E731 - a language of its own
    assert transcript(sheet, say).splitlines()[-1] == "[0:01] CALLER: Caller"
    assert cues(subtitles(sheet, say))[0][2] == "CALLER: Caller"


def test_a_turn_of_no_length_is_seen_all_the_same() -> None:
    call = document(said(Channel.CALLER, 3, 4))
    sheet = call_sheet(replace(call, turns=(replace(call.turns[0], end_s=3.0),)), "")
    [(start_s, end_s, _)] = cues(subtitles(sheet))
    assert end_s > start_s
