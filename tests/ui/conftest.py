"""No window outlives its test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _windows_end() -> Iterator[None]:
    """Delete what `deleteLater` was asked for; only a running event loop would, and the next font goes to all there is."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
