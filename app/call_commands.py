"""`calmline call`: tells the open window or the running call what it cannot hear by itself."""

from collections.abc import Callable
from typing import Annotated

import typer

from app.call_options import ReferenceOption, show_help_alone
from app.runtime.told import NAMING, VERBS
from app.settings import Settings

calls = typer.Typer(
    name="call", help="Start a call in the open window, or tell the running one something.", rich_markup_mode=None
)
calls.callback(invoke_without_command=True)(show_help_alone)


NamedOption = Annotated[
    str | None, typer.Option("--id", help="Id of the call: start and answer give it, others check it")
]


def _command(verb: str) -> Callable[..., None]:
    def command(call_id: NamedOption = None) -> None:
        _tell(verb, call_id)

    def begin(call_id: NamedOption = None, reference: ReferenceOption = None) -> None:
        _tell(verb, call_id, reference)

    return begin if verb in NAMING else command


def _tell(verb: str, call_id: str | None, reference: str | None = None) -> None:
    from app.adapters.call_pipe import tell_running_call

    print(tell_running_call(Settings().home, verb, call_id, reference))


for _name, _verb in VERBS.items():
    calls.command(_name, help=_verb.about)(_command(_name))
