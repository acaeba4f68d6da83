"""A command in a fork is the command from its start: the same words and status, nothing remembered, an end in time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import calmline, calmline_from_its_start
from tests.cli.forked import CAN_FORK, ROOT

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="commands are not forked here")

LINE = json.dumps({"speaker": "caller", "text": "Zoë, nobody is listening to me!"}) + "\n"
LONG_CALL = ROOT / "assets" / "demo" / "call.flac"
WHAT_WAS_IMPORTED = """
import functools, gc, json, os, sys
from tests.cli.forked import import_it, read_it
import_it()
read_it()
caches = [it for it in gc.get_objects() if isinstance(it, functools._lru_cache_wrapper)]
print(json.dumps({
    "filled": sorted(
        it.__qualname__ for it in caches if it.__module__.startswith("app.") and it.cache_info().currsize
    ),
    "read the environment": sorted({"faster_whisper", "huggingface_hub"} & set(sys.modules)),
    "threads": len(os.listdir("/proc/self/task")),
}))
"""


@pytest.mark.parametrize(
    "arguments", [("score", "-"), ("lexicon", "list"), ("call", "--help"), ("nonsense",), ("call",)]
)
def test_a_fork_answers_as_the_command_from_its_start_does(arguments: tuple[str, ...]) -> None:
    assert calmline(*arguments, given=LINE) == calmline_from_its_start(*arguments, given=LINE)


def test_a_fork_has_the_environment_of_its_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for home in ("one", "other"):
        monkeypatch.setenv("CALMLINE_HOME", str(tmp_path / home))
        assert calmline("lexicon", "propose", f"{home} refund", "--angrier").status == 0
        assert calmline("lexicon", "list").out.count("refund") == 1


def test_a_command_that_takes_too_long_is_ended_and_the_next_one_runs() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        calmline("replay", LONG_CALL, "--pace", "realtime", "--headless", "--no-store", within_s=0.1)
    assert calmline("--version").status == 0


READ = [
    "_bearing",
    "_danger",
    "_moves",
    "_sentence_model",
    "_trained",
    "_words",
    "cue_expression",
    "masking_tagger",
    "read_lexicon",
    "read_vocabulary",
]
"""What the files of Calmline alone decide."""


def test_what_is_forked_remembers_nothing_but_what_is_shipped_and_has_one_thread() -> None:
    environment = os.environ | {"ORT_DISABLE_TELEMETRY": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", WHAT_WAS_IMPORTED], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert json.loads(done.stdout) == {"filled": READ, "read the environment": [], "threads": 1}
