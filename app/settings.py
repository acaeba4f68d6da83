"""All settings of one run: defaults, the user's file, the centre's policy and the command line, settled once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal

from app.core.consent import Begin, Consent, rule_of
from app.core.errors import SettingError
from app.core.keeping import Days, Keep
from app.core.message import Message
from app.core.ports import Device
from app.core.setting_kinds import UnfitError, Value
from app.core.setting_list import SETTINGS, Setting, companions, nearest, setting_of
from app.core.store_key import KeyRule
from app.paths import bundled, user_folder

Side = Literal["microphone", "caller"]

_TABLE = "keys"


def _default(name: str) -> Any:
    return SETTINGS[name].default


DEFAULT_MODEL: Final = str(_default("model"))
DEFAULT_PLAYBOOK: Final = str(_default("playbook"))
DEFAULT_SCORER: Final = "calmline"


class Origin(StrEnum):
    """Where a value comes from; each goes before those above it."""

    DEFAULT = "default"
    USER = "user"
    POLICY = "policy"
    COMMAND = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What one file sets, by name; `spoilt` are settings that it sets to what they cannot have.

    `faults` are words for the person, one line each.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    spoilt: frozenset[str] = frozenset()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The value of every setting, and what else a run is told; `notices` are to be shown to the person."""

    model: str = DEFAULT_MODEL
    scorer: str = DEFAULT_SCORER
    playbook: str = DEFAULT_PLAYBOOK
    coach: str = _default("coach")
    workers: int = _default("workers")
    microphone: str | None = None
    microphone_product: str | None = None
    caller: str | None = None
    caller_product: str | None = None
    refused: tuple[str, ...] = ()
    agent_name: str = _default("agent_name")
    language: str = _default("language")
    theme: str = _default("theme")
    text_size: int = _default("text_size")
    motion: str = _default("motion")
    on_top: bool = _default("on_top")
    dock: str = _default("dock")
    hide_from_capture: bool = _default("hide_from_capture")
    keys_everywhere: bool = _default("keys_everywhere")
    offer_start: bool = _default("offer_start")
    offer_end_after_s: int = _default("offer_end_after_s")
    offer_setup: bool = _default("offer_setup")
    keep: str = _default("keep")
    text_days: int = _default("text_days")
    figures_days: int = _default("figures_days")
    key_in: str = _default("key_in")
    consent: str = _default("consent")
    region: str = _default("region")
    listen: bool = _default("listen")
    keys: Mapping[str, str] = field(default_factory=dict)
    chunk_s: float = 0.04
    home: Path = field(default_factory=user_folder)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    notices: tuple[str, ...] = ()

    def value(self, name: str) -> Value:
        """The value of a setting, or of one entry of a table: "keys.pause"."""
        table, dot, entry = name.partition(".")
        found: Value = getattr(self, table).get(entry) if dot else getattr(self, table)
        return found

    def origin(self, name: str) -> Origin:
        """Where the value of a setting comes from."""
        return self.origins.get(name, Origin.DEFAULT)

    def is_locked(self, name: str) -> bool:
        """Whether the centre has set it, so that nobody else can."""
        return Origin.POLICY in {self.origin(name), self.origin(name.partition(".")[0])}

    def device(self, side: Side) -> tuple[str | None, str | None]:
        """Id and product of the device chosen for a side, None for the computer's default."""
        if side == "microphone":
            return self.microphone, self.microphone_product
        return self.caller, self.caller_product

    @property
    def is_kept(self) -> bool:
        """Whether anything of a call is kept when it has ended."""
        return self.keep != Keep.NOTHING

    @property
    def keeps_words(self) -> bool:
        """Whether the words of a call are kept, not its figures alone."""
        return self.keep == Keep.FULL

    @property
    def viewer(self) -> str | None:
        """Who looks at scores, None where nobody has said."""
        return self.agent_name.strip() or None

    @property
    def is_key_strict(self) -> bool:
        """Whether the key of the calls may lie in no file."""
        return self.key_in == KeyRule.STRICT

    @property
    def days(self) -> Days:
        """How long calls are kept."""
        return Days(text=self.text_days, figures=self.figures_days)

    @property
    def rule(self) -> Consent:
        """How callers are told that a call is written down."""
        return rule_of(self.consent, self.region)

    @property
    def begin(self) -> Begin:
        """How a live call begins."""
        if not self.listen:
            return Begin.BY_HAND
        return Begin.ASKING if self.rule is Consent.REQUIRED else Begin.LISTENING

    @property
    def store_file(self) -> Path:
        """The call store."""
        return self.home / "calls.sqlite3"

    @property
    def playbook_folders(self) -> tuple[Path, ...]:
        """The centre's own folder first, then the bundled one."""
        return (self.own_playbooks, bundled("playbooks"))

    @property
    def translation_folders(self) -> tuple[Path, ...]:
        """Where the languages of the windows lie: the user's own first, then what comes with Calmline."""
        return (self.home / "translations", bundled("assets", "translations"))

    @property
    def own_playbooks(self) -> Path:
        """The centre's own playbooks."""
        return self.home / "playbooks"

    @property
    def scorecard_folders(self) -> tuple[Path, ...]:
        """The centre's own folder first, then the bundled one."""
        return (self.home / "scorecards", bundled("assets", "scorecards"))

    @property
    def good_playbooks(self) -> Path:
        """Copies of those that were last used."""
        return self.home / "playbooks-last-good"

    @property
    def model_folder(self) -> Path:
        """Where speech models that the user fetched are kept."""
        return self.home / "models"


def device_changes(side: Side, device: Device | None) -> dict[str, Value]:
    """What to set so that a device is heard for a side; None is the computer's default."""
    return {side: device.id if device else None, f"{side}_product": device.product if device else None}


def settle(*, home: Path, user: Layer, policy: Layer, given: Mapping[str, Value]) -> Settings:
    """One object out of all; `given` is the command line. Raises SettingError where that cannot be followed."""
    values: dict[str, Value] = {}
    origins: dict[str, Origin] = {}
    _lay(values, origins, Origin.USER, user.values)
    for name in policy.spoilt:
        _forget(values, origins, name)
        origins[name] = Origin.POLICY
    _lay(values, origins, Origin.POLICY, policy.values)
    notices = (*user.faults, *policy.faults)
    settled = _made(home, values, origins, notices)
    if not given:
        return settled
    asked = {name: checked(name, value) for name, value in given.items()}
    for name, value in asked.items():
        if settled.is_locked(name) and value != settled.value(name):
            raise locked(name, "Leave that option out")
    open_ones = {name: value for name, value in asked.items() if not settled.is_locked(name)}
    _lay(values, origins, Origin.COMMAND, open_ones)
    return _made(home, values, origins, notices)


def known(name: str) -> Setting:
    """The setting of a name. Raises SettingError with the nearest one."""
    setting = setting_of(name)
    if setting is None:
        if name in SETTINGS:
            raise SettingError(name, "{name!r} has many values.", "Name one of them: {name}.NAME.", name=name)
        raise unknown(name)
    return setting


def unknown(name: str, among: Iterable[str] = SETTINGS) -> SettingError:
    """The error for a name that is not `among` those there are; it tells the nearest one."""
    near = nearest(name, among)
    return SettingError(name, "There is no setting {name!r}.", "Did you mean {near!r}?", name=name, near=near)


def checked(name: str, raw: object) -> Value:
    """A value as the setting has it. Raises SettingError."""
    try:
        return known(name).kind.read(raw)
    except UnfitError as error:
        raise unfit(name, raw, error) from None


def unfit(name: str, raw: object, error: UnfitError) -> SettingError:
    """The error for a value that a setting cannot have."""
    return SettingError(name, "{name} cannot be {raw!r}.", "It has to be {error}.", name=name, raw=raw, error=error)


def locked(name: str, instead: str) -> SettingError:
    """The error for a setting that the centre has set."""
    advice = Message("{instead}, or ask whoever looks after Calmline there.", instead=Message(instead))
    return SettingError(name, "{name} is set by your centre and cannot be changed.", advice, name=name)


def _lay(values: dict[str, Value], origins: dict[str, Origin], origin: Origin, layer: Mapping[str, Value]) -> None:
    """Lay what one origin sets over the rest; a device comes without the product of the one that it replaces."""
    for name, value in layer.items():
        for one in set(companions(name)) - layer.keys():
            _forget(values, origins, one)
            origins[one] = origin
        values[name], origins[name] = value, origin


def _forget(values: dict[str, Value], origins: dict[str, Origin], name: str) -> None:
    for known_name in [one for one in values if one == name or one.startswith(f"{name}.")]:
        del values[known_name], origins[known_name]


def _made(home: Path, values: Mapping[str, Value], origins: Mapping[str, Origin], notices: tuple[str, ...]) -> Settings:
    plain: dict[str, Any] = {name: value for name, value in values.items() if "." not in name}
    keys = {name.partition(".")[2]: str(value) for name, value in values.items() if name.startswith(f"{_TABLE}.")}
    return Settings(
        **plain, keys=MappingProxyType(keys), home=home, origins=MappingProxyType(dict(origins)), notices=notices
    )
