"""`calmline setup`, and the setting that keeps the set-up from opening by itself."""

from pathlib import Path

import pytest

from app.adapters.settings_files import load_settings
from app.first_run import is_first_run
from tests.cli.commands import assert_refused, calmline


def test_without_a_display_it_says_what_tries_the_same_in_the_terminal(calmline_home: Path) -> None:
    assert_refused(calmline("setup"), "There is no display for the set-up.", "calmline doctor")
    assert not calmline_home.exists()


def test_a_centre_can_keep_it_from_opening_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_first_run(load_settings())
    policy = tmp_path / "policy.toml"
    policy.write_text("offer_setup = false\n", encoding="utf-8")
    monkeypatch.setenv("CALMLINE_POLICY", str(policy))
    assert not is_first_run(load_settings())
