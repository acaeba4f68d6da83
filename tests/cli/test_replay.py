"""A recorded call through the real engine: what a program finds in the document, the event lines and the store."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.wire import document_to_json
from tests.adapters.recordings import excerpt, tone, write
from tests.cli.commands import Done, calmline, calmline_from_its_start, store_of, stored_calls
from tests.core.calls import document, started
from tests.core.test_wire import KEYS, SUMMARY_KEYS

EVENT_TYPES = {
    "CallStarted", "TextPartial", "TextFinal", "AngerPoint", "AgentMove", "Prompt", "PromptWithdrawn", "PromptUsed",
    "PromptHeldBack", "Checklist", "Disclosed", "AudioGap",
    "Health", "CallEnded", "WantHeard", "PromiseMade",
}  # fmt: skip


def events_of(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def assert_keeps_the_contract(written: Any) -> None:
    for part, keys in KEYS.items():
        value = written[part] if part else written
        for entry in value if isinstance(value, list) else [value]:
            assert set(keys.split()) <= set(entry), part
    for part, keys in SUMMARY_KEYS.items():
        if written["summary"][part] is not None:
            assert set(keys.split()) <= set(written["summary"][part])


def test_a_call_of_two_channels(calmline_home: Path, tmp_path: Path) -> None:
    file = excerpt(tmp_path / "call.flac", 3.8, 13.4)
    document_file, events_file = tmp_path / "call.json", tmp_path / "events.jsonl"
    done = calmline_from_its_start(
        "replay", file, "--json", document_file, "--events", events_file, "--call-id", "c7", "--agent-name", "Zoë"
    )
    assert (done.status, done.err) == (0, "")
    assert "business days" in done.out

    whole = json.loads(document_file.read_text(encoding="utf-8"))
    assert_keeps_the_contract(whole)
    call, turns = whole["call"], whole["turns"]
    assert whole["schema"] == "calmline/call/1"
    assert (call["id"], call["agent"], call["source"], call["caller"]) == ("c7", "Zoë", "call.flac", None)
    assert (call["model"], call["scorer"], call["playbook"]) == ("tiny.en", "calmline", "general")
    assert call["duration_s"] == pytest.approx(9.6, abs=0.04)
    assert [turn["n"] for turn in turns] == list(range(1, len(turns) + 1))
    assert [turn["start_s"] for turn in turns] == sorted(turn["start_s"] for turn in turns)
    assert all((turn["heat"] is None) == (turn["speaker"] == "agent") for turn in turns)
    assert "buck_passing" in {move["move"] for move in whole["moves"]}
    assert whole["summary"]["peak_level"] == max(point["level"] for point in whole["curve"])
    assert sum(whole["summary"]["talk_share"].values()) == pytest.approx(1, abs=1e-9)

    events = events_of(events_file)
    assert {event["type"] for event in events} <= EVENT_TYPES - {"TextPartial"}
    assert (events[0]["type"], events[-1]["type"]) == ("CallStarted", "CallEnded")
    assert events[0]["stored"] is True
    walls = [event["wall_s"] for event in events]
    assert walls == sorted(walls)
    assert walls[0] == pytest.approx(0, abs=0.01)
    finals = [event for event in events if event["type"] == "TextFinal" and event["text"]]
    assert sorted(final["text"] for final in finals) == sorted(turn["text"] for turn in turns)
    assert {final["channel"] for final in finals} == {"agent", "caller"}
    assert [event["rule"] for event in events if event["type"] == "Prompt"] == [
        prompt["rule"] for prompt in whole["prompts"]
    ]

    assert stored_calls(calmline_home) == ["c7"]


def test_the_sides_may_be_swapped_and_a_call_of_the_same_id_is_replaced(calmline_home: Path, tmp_path: Path) -> None:
    with store_of(calmline_home) as earlier:
        earlier.save(document(call=started("c8")))
    document_file = tmp_path / "call.json"
    file = excerpt(tmp_path / "call.flac", 6.6, 8.6)
    done = calmline("replay", file, "--agent", "right", "--call-id", "c8", "--json", document_file)
    assert (done.status, done.err) == (0, "")
    written = json.loads(document_file.read_text(encoding="utf-8"))
    assert [turn["speaker"] for turn in written["turns"]] == ["agent"]
    with store_of(calmline_home) as store:
        assert [row.call_id for row in store.rows()] == ["c8"]
        assert document_to_json(store.load("c8")) == written


def replayed(folder: Path, *arguments: str | Path) -> tuple[Done, Any]:
    """Replay without the store and read the document."""
    document_file = folder / "document.json"
    done = calmline("replay", *arguments, "--no-store", "--json", document_file)
    return done, json.loads(document_file.read_text(encoding="utf-8"))


def test_one_channel_with_both_voices_is_written_down_and_not_scored(calmline_home: Path, tmp_path: Path) -> None:
    file = excerpt(tmp_path / "mono.wav", 6.6, 8.6, sides=(1,))
    done, written = replayed(tmp_path, file)
    assert done.status == 0
    assert len(done.err.splitlines()) == 1
    assert "one channel" in done.err
    assert_keeps_the_contract(written)
    assert [(turn["speaker"], turn["heat"]) for turn in written["turns"]] == [("unknown", None)]
    assert "listening to me" in written["turns"][0]["text"]
    assert (written["curve"], written["prompts"]) == ([], [])
    assert written["summary"]["talk_share"] is None
    assert stored_calls(calmline_home) == []


def test_one_channel_of_the_caller_is_scored(tmp_path: Path) -> None:
    done, written = replayed(tmp_path, excerpt(tmp_path / "mono.wav", 6.6, 8.6, sides=(1,)), "--caller", "left")
    assert (done.status, done.err) == (0, "")
    [turn] = written["turns"]
    assert turn["speaker"] == "caller"
    assert turn["heat"] > 0.3
    assert written["summary"]["talk_share"]["agent"] == 0


def test_two_files_are_joined_and_real_pace_is_kept(tmp_path: Path) -> None:
    agent = write(tmp_path / "agent.wav", tone(0.5, level=0.0))
    caller = excerpt(tmp_path / "caller.flac", 6.6, 9.0, sides=(1,))
    events_file = tmp_path / "events.jsonl"
    done, written = replayed(
        tmp_path, "--agent", agent, "--caller", caller, "--pace", "realtime", "--events", events_file
    )
    assert (done.status, done.err) == (0, "")
    assert written["call"]["source"] == "agent.wav + caller.flac"
    assert [turn["speaker"] for turn in written["turns"]] == ["caller"]
    events = events_of(events_file)
    assert events[-1]["type"] == "CallEnded"
    assert events[0]["stored"] is False
    assert all(event["wall_s"] >= event["end_s"] for event in events if event["type"].startswith("Text"))
    assert events[-1]["wall_s"] >= 2.4
    partials = [event for event in events if event["type"] == "TextPartial"]
    finals = [event for event in events if event["type"] == "TextFinal"]
    assert {partial["number"] for partial in partials} <= {final["number"] for final in finals}
