"""Texts of the windows and the language that is installed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.core.message import Joined, Message
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


@pytest.mark.usefixtures("dutch")
def test_each_of_several_joined_texts_is_in_the_language_and_names_stay() -> None:
    greeting = Message("Hello {name}", name="Hello {name}")
    assert tr(Joined(", ", (greeting, "Hello {name}"))) == "Dag Hello {name}, Hello {name}"


@pytest.mark.usefixtures("dutch")
def test_a_number_is_said_to_its_tenth_with_the_sign_of_the_language() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("nl"))
    try:
        assert tr(Message("Hello {name}", name=0.74)) == "Dag 0,7"
    finally:
        QLocale.setDefault(before)
