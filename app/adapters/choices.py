"""What the person chose and is kept between runs, in one small TOML file."""

import difflib
import json
import re
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, Self

from app.adapters.output_files import WholeFile
from app.core.errors import InputError
from app.core.ports import Device

Side = Literal["microphone", "caller"]

_FILE = "choices.toml"
_START_AFRESH = "Correct that line, or delete the file to start afresh."


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """None where nothing was chosen; a device is kept with its product, which finds it again on another socket.

    `refused` are ids of such devices that were offered and not wanted.
    """

    model: str | None = None
    microphone: str | None = None
    microphone_product: str | None = None
    caller: str | None = None
    caller_product: str | None = None
    coach: str | None = None
    playbook: str | None = None
    refused: tuple[str, ...] = ()

    def device(self, side: Side) -> tuple[str | None, str | None]:
        """Id and product of the device chosen for a side."""
        if side == "microphone":
            return self.microphone, self.microphone_product
        return self.caller, self.caller_product

    def with_device(self, side: Side, device: Device | None) -> Self:
        """The same with another device for a side; None goes back to the default one."""
        device_id, product = (device.id, device.product) if device else (None, None)
        if side == "microphone":
            return replace(self, microphone=device_id, microphone_product=product)
        return replace(self, caller=device_id, caller_product=product)

    def refusing(self, device: Device) -> Self:
        """The same without ever offering this device again."""
        return replace(self, refused=(*self.refused, device.id))


def read_choices(home: Path) -> Choices:
    """The choices kept in this folder, none before the first. Raises InputError, which names file, line and key."""
    path = home / _FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Choices()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read.", "Check its permissions, or delete it to start afresh.") from error
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError is a ValueError, as is a number too long
        raise InputError(f"{path} is not valid TOML: {error}.", _START_AFRESH) from error
    for key, value in data.items():
        _check(path, text, key, value)
    return Choices(**data | {"refused": tuple(data.get("refused", ()))})


def write_choices(home: Path, choices: Choices) -> None:
    """Keep the choices, for their owner alone. Raises InputError."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError(f"{home} cannot be made.", "Check the folder's permissions.") from error
    chosen = {key: value for key, value in asdict(choices).items() if value}
    with WholeFile(home / _FILE) as file:
        file.write("".join(f"{key} = {_toml(value)}\n" for key, value in chosen.items()))


def _check(path: Path, text: str, key: str, value: Any) -> None:
    where = f"{path}, line {_line_of(text, key)}: "
    known = [field.name for field in fields(Choices)]
    if key not in known:
        nearest = difflib.get_close_matches(key, known, n=1, cutoff=0.0)[0]
        raise InputError(f"{where}unknown key {key!r}.", f"Did you mean {nearest!r}?")
    if key == "refused":
        if not isinstance(value, list) or not all(isinstance(it, str) for it in value):
            raise InputError(f"{where}{key!r} is not a list of texts.", 'Write it like this: ["...", "..."].')
    elif not isinstance(value, str):
        raise InputError(f"{where}{key!r} is not a text.", 'Write the value between quotes: "...".')


def _line_of(text: str, key: str) -> int:
    named = re.compile(rf"""^\s*\[*\s*["']?{re.escape(key)}\b""")
    return next((number for number, line in enumerate(text.splitlines(), start=1) if named.search(line)), 1)


def _toml(value: str | tuple[str, ...]) -> str:
    return _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"


def _quoted(value: str) -> str:
    """A TOML string: JSON's, but for one character; what no file can hold becomes a question mark."""
    whole = value.encode(errors="replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
