"""A recorded call through the real engine: what a program finds in the document, the event lines and the store."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.recordings import excerpt, tone, write
from tests.cli.commands import Done, calmline, stored_calls
from tests.core.test_wire import KEYS, SUMMARY_KEYS

EVENT_TYPES = {
    "CallStarted", "TextPartial", "TextFinal", "AngerPoint", "AgentMove", "Prompt", "PromptWithdrawn", "AudioGap",
    "Health", "CallEnded", "WantHeard", "PromiseMade",
}  # fmt: skip


def events_of(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def assert_keeps_the_contract(document: Any) -> None:
    for part, keys in KEYS.items():
        value = document[part] if part else document
        for entry in value if isinstance(value, list) else [value]:
            assert set(keys.split()) <= set(entry), part
    for part, keys in SUMMARY_KEYS.items():
        if document["summary"][part] is not None:
            assert set(keys.split()) <= set(document["summary"][part])


def test_a_call_of_two_channels(calmline_home: Path, tmp_path: Path) -> None:
    file = excerpt(tmp_path / "call.flac", 3.8, 13.4)
    document_file, events_file = tmp_path / "call.json", tmp_path / "events.jsonl"
    done = calmline(
        "replay", file, "--json", document_file, "--events", events_file, "--call-id", "c7", "--agent-name", "Zoë"
    )
    assert (done.status, done.err) == (0, "")
    assert "business days" in done.out

    document = json.loads(document_file.read_text(encoding="utf-8"))
    assert_keeps_the_contract(document)
    call, turns = document["call"], document["turns"]
    assert document["schema"] == "calmline/call/1"
    assert (call["id"], call["agent"], call["source"], call["caller"]) == ("c7", "Zoë", "call.flac", None)
    assert (call["model"], call["scorer"], call["playbook"]) == ("tiny.en", "calmline", "general")
    assert call["duration_s"] == pytest.approx(9.6, abs=0.04)
    assert [turn["n"] for turn in turns] == list(range(1, len(turns) + 1))
    assert [turn["start_s"] for turn in turns] == sorted(turn["start_s"] for turn in turns)
    assert all((turn["heat"] is None) == (turn["speaker"] == "agent") for turn in turns)
    assert "buck_passing" in {move["move"] for move in document["moves"]}
    assert document["summary"]["peak_level"] == max(point["level"] for point in document["curve"])
    assert sum(document["summary"]["talk_share"].values()) == pytest.approx(1, abs=1e-9)

    events = events_of(events_file)
    assert {event["type"] for event in events} <= EVENT_TYPES - {"TextPartial"}
    assert (events[0]["type"], events[-1]["type"]) == ("CallStarted", "CallEnded")
    walls = [event["wall_s"] for event in events]
    assert walls == sorted(walls)
    assert walls[0] == pytest.approx(0, abs=0.01)
    finals = [event for event in events if event["type"] == "TextFinal" and event["text"]]
    assert sorted(final["text"] for final in finals) == sorted(turn["text"] for turn in turns)
    assert {final["channel"] for final in finals} == {"agent", "caller"}
    assert [event["rule"] for event in events if event["type"] == "Prompt"] == [
        prompt["rule"] for prompt in document["prompts"]
    ]

    assert stored_calls(calmline_home) == ["c7"]


def test_the_sides_may_be_swapped_and_a_call_of_the_same_id_is_replaced(calmline_home: Path, tmp_path: Path) -> None:
    document_file = tmp_path / "call.json"
    for swap in ((), ("--agent", "right")):
        file = excerpt(tmp_path / "call.flac", 6.6, 8.6)
        done = calmline("replay", file, *swap, "--call-id", "c8", "--json", document_file)
        assert (done.status, done.err) == (0, "")
        [turn] = json.loads(document_file.read_text(encoding="utf-8"))["turns"]
        assert turn["speaker"] == ("agent" if swap else "caller")
        assert stored_calls(calmline_home) == ["c8"]


def replayed(folder: Path, *arguments: str | Path) -> tuple[Done, Any]:
    """Replay without the store and read the document."""
    document_file = folder / "document.json"
    done = calmline("replay", *arguments, "--no-store", "--json", document_file)
    return done, json.loads(document_file.read_text(encoding="utf-8"))


def test_one_channel_with_both_voices_is_written_down_and_not_scored(calmline_home: Path, tmp_path: Path) -> None:
    file = excerpt(tmp_path / "mono.wav", 6.6, 8.6, sides=(1,))
    done, document = replayed(tmp_path, file)
    assert done.status == 0
    assert len(done.err.splitlines()) == 1
    assert "one channel" in done.err
    assert_keeps_the_contract(document)
    assert [(turn["speaker"], turn["heat"]) for turn in document["turns"]] == [("unknown", None)]
    assert "listening to me" in document["turns"][0]["text"]
    assert (document["curve"], document["prompts"]) == ([], [])
    assert document["summary"]["talk_share"] is None
    assert stored_calls(calmline_home) == []


def test_one_channel_of_the_caller_is_scored(tmp_path: Path) -> None:
    done, document = replayed(tmp_path, excerpt(tmp_path / "mono.wav", 6.6, 8.6, sides=(1,)), "--caller", "left")
    assert (done.status, done.err) == (0, "")
    [turn] = document["turns"]
    assert turn["speaker"] == "caller"
    assert turn["heat"] > 0.3
    assert document["summary"]["talk_share"]["agent"] == 0


def test_two_files_are_joined_and_real_pace_is_kept(tmp_path: Path) -> None:
    agent = write(tmp_path / "agent.wav", tone(0.5, level=0.0))
    caller = excerpt(tmp_path / "caller.flac", 6.6, 9.0, sides=(1,))
    events_file = tmp_path / "events.jsonl"
    done, document = replayed(
        tmp_path, "--agent", agent, "--caller", caller, "--pace", "realtime", "--events", events_file
    )
    assert (done.status, done.err) == (0, "")
    assert document["call"]["source"] == "agent.wav + caller.flac"
    assert [turn["speaker"] for turn in document["turns"]] == ["caller"]
    events = events_of(events_file)
    assert events[-1]["type"] == "CallEnded"
    assert all(event["wall_s"] >= event["end_s"] for event in events if event["type"].startswith("Text"))
    assert events[-1]["wall_s"] >= 2.4
    partials = [event for event in events if event["type"] == "TextPartial"]
    finals = [event for event in events if event["type"] == "TextFinal"]
    assert {partial["number"] for partial in partials} <= {final["number"] for final in finals}
