"""Sentences that keep what they were made of."""

import pytest

from app.core.errors import InputError, SettingError
from app.core.message import Joined, Message, sentences


def test_a_message_reads_as_its_sentence_and_keeps_what_it_was_made_of() -> None:
    message = Message("{key} is taken: {why}.", key="F1", why=Message("by help"))
    assert message == "F1 is taken: by help."
    assert message.template == "{key} is taken: {why}."
    assert message.values["why"] == "by help"


def test_without_values_braces_are_plain_text() -> None:
    assert Message("Use {name} here.") == "Use {name} here."


def test_a_message_of_a_message_is_the_same_one() -> None:
    again = Message(Message("{n} of them", n=3))
    assert (again, again.template, again.values) == ("3 of them", "{n} of them", {"n": 3})


@pytest.mark.parametrize(("first", "then", "line"), [("A.", "B.", "A. B."), ("A.", "", "A."), ("", "B.", "B.")])
def test_two_sentences_stand_one_after_the_other(first: str, then: str, line: str) -> None:
    assert sentences(first, then) == line


def test_an_error_fills_its_values_into_message_and_advice() -> None:
    error = InputError("{path} is empty.", "Remove {path}.", path="a.wav")
    assert str(error) == error.message == "a.wav is empty."
    assert error.line() == "a.wav is empty. Remove a.wav."
    assert error.message.template == "{path} is empty."


def test_the_error_of_a_setting_may_have_a_value_called_name() -> None:
    error = SettingError("theme", "{name} is locked.", "", name="Colours")
    assert (error.name, error.line()) == ("theme", "Colours is locked.")


def test_joined_texts_read_as_one_and_keep_their_parts() -> None:
    joined = Joined(" → ", (Message("Hot"), "Calm"))
    assert joined == "Hot → Calm"
    assert (joined.between, joined.parts) == (" → ", ("Hot", "Calm"))
