"""A session tells every listener everything and hands every keeper the document."""

from app.core.events import CallEnded, CallStarted, Event
from app.runtime.session import CallSession
from tests.core.calls import started
from tests.runtime.scripted import ScriptedTranscriber, inline, long_call


def test_listeners_hear_every_event_and_keepers_get_the_document() -> None:
    source = long_call(turns=4)
    one: list[Event] = []
    other: list[Event] = []
    documents: list[object] = []
    session = CallSession(
        runner=inline(ScriptedTranscriber(source.voices)),
        source=source,
        call=started("c7"),
        listeners=[one.append, other.append],
        keepers=[documents.append, documents.append],
    )
    document = session.run()
    assert one == other
    assert isinstance(one[0], CallStarted)
    assert isinstance(one[-1], CallEnded)
    assert documents == [document, document]
    assert (document.call.id, len(document.turns)) == ("c7", 4)
