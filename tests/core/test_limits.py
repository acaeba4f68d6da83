"""When insults count as abuse that goes on, and how warnings are counted."""

from app.core.events import Phase
from app.core.limits import Limits
from app.core.playbook import Boundary

INSULT = frozenset({"insult_agent"})


def test_insults_in_an_abusive_call_are_abuse_and_nothing_else_is() -> None:
    limits = Limits(Boundary())
    assert limits.is_abused(10, Phase.ABUSIVE, INSULT)
    assert not limits.is_abused(10, Phase.HOT, INSULT)
    assert not limits.is_abused(10, Phase.ABUSIVE, frozenset({"swearing"}))


def test_what_the_agent_calls_abuse_is_abuse_for_a_while_whatever_was_heard() -> None:
    limits = Limits(Boundary())
    limits.mark_abuse(10)
    assert limits.is_abused(10, Phase.CALM, frozenset())
    assert limits.is_abused(30, Phase.CALM, frozenset())
    assert not limits.is_abused(30.1, Phase.CALM, frozenset())


def test_a_warning_answers_what_was_marked() -> None:
    limits = Limits(Boundary())
    limits.mark_abuse(10)
    limits.warn(14)
    assert not limits.is_abused(15, Phase.CALM, frozenset())


def test_as_many_warnings_are_counted_as_the_company_wants() -> None:
    limits = Limits(Boundary(warnings=2))
    limits.warn(10)
    assert not limits.is_warned
    limits.warn(40)
    assert limits.is_warned


def test_a_warning_that_is_said_and_marked_is_one() -> None:
    limits = Limits(Boundary(warnings=2))
    limits.warn(10)
    limits.warn(14)
    assert not limits.is_warned
