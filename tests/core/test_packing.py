"""Requests of a recording put together into windows, and the words of a window given back to them."""

from app.core.events import Channel
from app.core.packing import TimedWord, Window, windows_of
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, TranscribeRequest


def request(number: int, seconds: float, channel: Channel = Channel.CALLER) -> TranscribeRequest:
    audio = bytes([number]) * (round(seconds * SAMPLE_RATE_HZ) * SAMPLE_BYTES)
    return TranscribeRequest(
        channel=channel, number=number, start_s=0.0, end_s=seconds, context=(), audio=audio, final=True
    )


def word(text: str, start_s: float, end_s: float) -> TimedWord:
    return TimedWord(text=text, start_s=start_s, end_s=end_s, probability=1.0)


def numbers(windows: list[Window]) -> list[list[int]]:
    return [[request.number for request in window.requests] for window in windows]


def test_windows_are_about_as_long_as_one_another() -> None:
    assert numbers(windows_of([request(n, 3.0) for n in range(1, 9)], 20.0)) == [[1, 2, 3, 4], [5, 6, 7, 8]]


def test_no_window_is_too_long_but_that_of_a_long_request_alone() -> None:
    windows = windows_of([request(1, 9.0), request(2, 8.0), request(3, 25.0), request(4, 2.0)], 20.0)
    assert numbers(windows) == [[1, 2], [3], [4]]


def test_a_window_holds_one_channel_in_its_order() -> None:
    said = [request(1, 2.0), request(1, 2.0, Channel.AGENT), request(2, 2.0), request(2, 2.0, Channel.AGENT)]
    windows = windows_of(said, 20.0)
    assert numbers(windows) == [[1, 2], [1, 2]]
    assert [{one.channel for one in window.requests} for window in windows] == [{Channel.AGENT}, {Channel.CALLER}]


def test_nothing_said_needs_no_window() -> None:
    assert windows_of([], 20.0) == []


def test_the_sound_of_a_window_is_that_of_its_requests() -> None:
    window = Window((request(1, 1.0), request(2, 0.5)))
    assert window.duration_s == 1.5
    assert window.pcm == window.requests[0].audio + window.requests[1].audio


def test_a_word_belongs_where_its_middle_lies() -> None:
    window = Window((request(1, 2.0), request(2, 2.0), request(3, 1.0)))
    said = [word("one", 0.0, 0.5), word("two", 1.5, 2.3), word("three", 1.9, 2.4), word("four", 4.9, 5.4)]
    assert [[one.text for one in part] for part in window.parted(said)] == [["one", "two"], ["three"], ["four"]]
