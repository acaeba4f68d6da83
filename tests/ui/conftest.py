"""No window outlives its test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _windows_end() -> Iterator[None]:
    """Delete what `deleteLater` was asked of: without a running loop Qt keeps it, and tells it of every new font."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
