"""`calmline call`: tells the call that is running what it cannot hear by itself."""

from collections.abc import Callable

import typer

from app.runtime.told import END, LINE_VERBS, MARK_VERBS
from app.settings import Settings

calls = typer.Typer(name="call", help="Tell the running call something.", rich_markup_mode=None)


def _command(verb: str) -> Callable[[], None]:
    def command() -> None:
        from app.adapters.call_pipe import tell_running_call

        print(tell_running_call(Settings().home, verb))

    return command


_ABOUT = {name: verb.about for name, verb in LINE_VERBS.items()}
_ABOUT |= {name: verb.about for name, verb in MARK_VERBS.items()}

for _verb, _about in {**_ABOUT, END: "End the call."}.items():
    calls.command(_verb, help=_about)(_command(_verb))
