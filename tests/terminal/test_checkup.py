"""The doctor's checks as a reader sees them."""

from io import StringIO

from rich.console import Console

from app.core.checkup import CheckName, failed, ok
from app.terminal.checkup import CheckupView


def console(*, is_terminal: bool, encoding: str = "utf-8") -> Console:
    class Screen(StringIO):
        @property
        def encoding(self) -> str:  # type: ignore[override] # a console asks its file
            return encoding

    return Console(file=Screen(), width=100, force_terminal=is_terminal, color_system=None, legacy_windows=False)


def text_of(screen: Console) -> str:
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue()


def test_the_status_is_a_word_and_what_to_do_stands_below() -> None:
    screen = console(is_terminal=False)
    view = CheckupView(screen)
    view.show(ok(CheckName.DISK, "Room enough."))
    view.show(failed(CheckName.MUTE, "[Headset] is muted.", "Unmute it."))
    assert text_of(screen).splitlines() == [
        "ok       Disk           Room enough.",
        "failed   Mute           [Headset] is muted.",
        "                        → Unmute it.",
    ]


def test_a_console_without_unicode_gets_plain_signs() -> None:
    screen = console(is_terminal=False, encoding="ascii")
    view = CheckupView(screen)
    view.ask("The parcel.")
    view.show(failed(CheckName.MUTE, "It is muted.", "Unmute it."))
    assert '"The parcel."' in text_of(screen)
    assert "-> Unmute it." in text_of(screen)


def test_the_meter_moves_on_a_terminal_only_and_is_taken_away() -> None:
    terminal, pipe = console(is_terminal=True), console(is_terminal=False)
    for screen in (terminal, pipe):
        view = CheckupView(screen)
        view.show_level(-30.0, 4.2)
        view.show_level(-20.0, 2.0)
        view.read("hello there")
        view.conclude("A call will be heard.")
    assert "-30 dBFS  5 s left" in text_of(terminal)
    assert "\x1b[?25h" in text_of(terminal)  # the cursor is shown again
    assert "dBFS" not in text_of(pipe)
    assert "Written down: “hello there”" in text_of(pipe)
