"""Every test runs without a display, with a home and a key of its own, and gives the same result each time."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("calmline", derandomize=True, deadline=None)
settings.load_profile("calmline")

TESTS = Path(__file__).parent
LONGEST_FIRST = ("cli", "runtime", "test_project", "ui")
"""Folders by how long a file of theirs takes: shorter ones are left to fill up with while the last of them end."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among what is imported, neither now nor during the tests: it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest; within a folder all stays in its order."""
    places = {TESTS / name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.parent, len(places)))


@pytest.fixture(autouse=True)
def _garbage_goes_after_tests_of_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the application, no window goes as garbage in the midst of a call of Qt's."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from app.ui.collecting import collect_what_is_due  # noqa: PLC0415 - most tests of the core never load Qt

    gc.disable()
    yield
    collect_what_is_due()
    gc.enable()


@pytest.fixture(autouse=True)
def calmline_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder that stands in for the person's own Calmline files.

    What a centre may have set does not count, nor does the keyring of whoever runs the tests.
    """
    home = tmp_path / "calmline-home"
    monkeypatch.setenv("CALMLINE_HOME", str(home))
    monkeypatch.setenv("CALMLINE_KEYS", str(tmp_path / "calmline-keys"))
    monkeypatch.setenv("CALMLINE_POLICY", os.devnull)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("CALMLINE_PASSPHRASE", raising=False)
    return home
