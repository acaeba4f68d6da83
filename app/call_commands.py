"""`calmline call`: tells the call that is running what it cannot hear by itself."""

from collections.abc import Callable

import typer

from app.runtime.told import VERBS
from app.settings import Settings

calls = typer.Typer(name="call", help="Tell the running call something.", rich_markup_mode=None)


def _command(verb: str) -> Callable[[], None]:
    def command() -> None:
        from app.adapters.call_pipe import tell_running_call

        print(tell_running_call(Settings().home, verb))

    return command


for _name, _verb in VERBS.items():
    calls.command(_name, help=_verb.about)(_command(_name))
