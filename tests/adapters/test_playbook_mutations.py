"""A playbook that somebody has damaged in any way is a valid one, or one clear error."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.compose import open_playbooks
from app.core.coach import Coach
from app.core.errors import PlaybookError
from app.core.playbook import Playbook
from app.paths import bundled
from tests.core.situations import now

SHIPPED = [(bundled("playbooks") / f"{name}.toml").read_text("utf-8") for name in open_playbooks().names()]
SHELF = open_playbooks()
SNIPPETS = [
    "", "\n", '"', "'", "[", "]", "[[rule]]\n", "[rule.when]\n", "{", "}", "=", " = 1\n", ' = "x"\n', "when = 3\n",
    "nan", "-1", "1e400", "true", '["hot"]', "{why}", "{nope}", 'extends = "general"\n', 'extends = "nope"\n',
    'off = ["a"]\n', '"""', "# ", "\t", "\u2028", "é", "\x00", "9" * 5000, "[[opening]]\n",
    "[boundary]\nwarnings = 0\n", "moment", "stage",
]  # fmt: skip
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 60), st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=6))),
    min_size=1,
    max_size=6,
)
"""Where in the file, how many characters go there, and what comes in their place."""


def mutated(text: str, edits: list[tuple[float, int, str]]) -> str:
    for place, length, instead in edits:
        at = int(place * len(text))
        text = text[:at] + instead + text[at + length :]
    return text


def loaded(path: Path) -> Playbook | PlaybookError:
    try:
        return SHELF.load(str(path))
    except PlaybookError as error:
        return error


def assert_valid_or_refused(folder: Path, text: str) -> None:
    path = folder / "mutated.toml"
    path.write_bytes(text.encode("utf-8", errors="surrogatepass"))
    found = loaded(path)
    if isinstance(found, Playbook):
        Coach(found).consider(now(caller="Where is my manager?"))
        return
    assert found.advice
    assert "\n" not in found.line()
    assert str(path) in found.message or "general.toml" in found.message or "no playbook named" in found.message


@given(st.sampled_from(SHIPPED), EDITS)
def test_a_damaged_playbook_is_valid_or_refused_with_one_line(
    tmp_path_factory: pytest.TempPathFactory, text: str, edits: list[tuple[float, int, str]]
) -> None:
    assert_valid_or_refused(tmp_path_factory.getbasetemp(), mutated(text, edits))


@pytest.mark.long
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SHIPPED), EDITS)
def test_ten_thousand_damaged_playbooks_are_valid_or_refused_with_one_line(
    tmp_path_factory: pytest.TempPathFactory, text: str, edits: list[tuple[float, int, str]]
) -> None:
    assert_valid_or_refused(tmp_path_factory.getbasetemp(), mutated(text, edits))
