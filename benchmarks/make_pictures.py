"""Make the README's pictures of both windows from the bundled call.

QT_QPA_PLATFORM=offscreen python benchmarks/make_pictures.py docs/images
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.compose import load_parts, open_demo, open_store, open_team, prepare_call
from app.core.events import Event, Health, HealthCode, Phase, Prompt
from app.core.state import CallState, apply
from app.settings import Settings
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from app.ui.screenshots import save_picture
from app.ui.supervisor_window import SupervisorWindow

AGENT_SIZE = (420, 800)
SUPERVISOR_SIZE = (1240, 960)


def main() -> None:
    """Hear the demo call and picture the agent window at its worst moment, at its end, and its review."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["calmline"])
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home))
        events = hear(settings)
        picture_agent(events, folder)
        picture_supervisor(settings, folder)
    application.quit()


def hear(settings: Settings) -> list[Event]:
    """Every event of the demo call, which is also stored."""
    events: list[Event] = []
    source, names = open_demo(settings)
    store = open_store(settings)
    prepare_call(
        load_parts(settings), source, names, realtime=False, listeners=[events.append], keepers=[store.save]
    ).run()
    store.close()
    return events


def picture_agent(events: list[Event], folder: Path) -> None:
    """The agent window in the hot phase and at the summary."""
    bridge = CallBridge()
    window = AgentWindow(bridge, open_calls=lambda: None, play_demo=lambda: None, animate=False)
    window.resize(*AGENT_SIZE)
    window.show()
    shown = worst_prompt(events) + 1
    stored = Health(code=HealthCode.STORED, advice="", lag_s=0.0, at_s=0.0)
    for name, part in (("agent_window", events[:shown]), ("agent_window_summary", [*events[shown:], stored])):
        for event in part:
            bridge.post(event)
        bridge.drain()
        save_picture(window, folder / f"{name}.png")
    window.close()
    bridge.close()


def worst_prompt(events: list[Event]) -> int:
    """Index of the last prompt that came in the hot phase; the last event without one."""
    state = CallState()
    found = len(events) - 1
    for index, event in enumerate(events):
        state = apply(state, event)
        if isinstance(event, Prompt) and state.curve and state.curve[-1].phase is Phase.HOT:
            found = index
    return found


def picture_supervisor(settings: Settings, folder: Path) -> None:
    """The supervisor window with the call open."""
    store = open_store(settings)
    window = SupervisorWindow(store, open_team(settings))
    window.resize(*SUPERVISOR_SIZE)
    window.show()
    window.open_call(store.rows()[0].call_id)
    save_picture(window, folder / "supervisor_window.png")
    window.close()
    store.close()


if __name__ == "__main__":
    main()
