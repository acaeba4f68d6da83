"""Texts of the windows and the language that is installed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.ui.tr import CONTEXT, tr


class _Dutch(QTranslator):
    def translate(self, context: str, text: str, *_: object) -> str:
        return {"Hello {name}": "Dag {name}"}.get(text, text) if context == CONTEXT else text


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    translator = _Dutch()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("qapp")
def test_without_a_language_a_text_is_as_it_was_written() -> None:
    assert tr("Hello {name}", name="Ann") == "Hello Ann"


@pytest.mark.usefixtures("dutch")
def test_a_text_is_shown_in_the_language_that_is_installed() -> None:
    assert tr("Hello {name}", name="Ann") == "Dag Ann"
