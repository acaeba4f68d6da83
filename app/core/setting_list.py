"""Every setting: its default, what it can be, and what is said of it. Files, commands and the dialog go by this."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.core.allowance import Dial
from app.core.appearance import Dock, Motion, ThemeName
from app.core.consent import Consent, Region
from app.core.keeping import FOR_GOOD, Keep
from app.core.setting_kinds import Key, Kind, Number, OneOf, Switch, Text, Texts, Value
from app.core.store_key import KeyRule


class Group(StrEnum):
    """What settings are shown together, in this order."""

    CALL = "Call"
    SOUND = "Sound"
    LOOK = "Look"
    KEEPING = "Keeping"
    KEYS = "Keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting; without a `group` Calmline keeps it by itself and shows it nowhere.

    `goes_with` names the setting that it belongs to, and with which it is forgotten. A `table` has many values, each of
    this kind under a name of its own: "keys.pause".
    """

    name: str
    title: str
    help: str
    kind: Kind
    default: Value = None
    group: Group | None = None
    goes_with: str | None = None
    is_table: bool = False


Offers = tuple[tuple[Value, str], ...]
"""Values that can be chosen, each with its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """A setting as the dialog shows it; `offers` are the values there are to choose from now, each with its title.

    `unavailable` says why this computer cannot follow it, "" where it can.
    """

    setting: Setting
    value: Value
    is_locked: bool = False
    unavailable: str = ""
    offers: Offers = ()


_COACH = OneOf(
    titles=MappingProxyType(
        {
            Dial.FULL.value: "Whenever a prompt can help",
            Dial.LIGHT.value: "Only while the caller is hot",
            Dial.CURVE.value: "No prompts but those of safety",
        }
    )
)
_THEME = OneOf(
    titles=MappingProxyType(
        {
            ThemeName.SYSTEM.value: "As the computer",
            ThemeName.LIGHT.value: "Light",
            ThemeName.DARK.value: "Dark",
            ThemeName.CONTRAST.value: "High contrast",
        }
    )
)
_MOTION = OneOf(
    titles=MappingProxyType(
        {
            Motion.SYSTEM.value: "As the computer",
            Motion.FULL.value: "Fade",
            Motion.REDUCED.value: "No movement",
        }
    )
)
_DOCK = OneOf(
    titles=MappingProxyType(
        {
            Dock.RIGHT.value: "At the right edge",
            Dock.LEFT.value: "At the left edge",
            Dock.FREE.value: "Where you put it",
        }
    )
)
_DEVICE = Text(what="an id that calmline devices lists", unset="the computer's default")
_KEEP = OneOf(
    titles=MappingProxyType(
        {
            Keep.FULL.value: "Text and figures",
            Keep.NO_TEXT.value: "Figures, without the words",
            Keep.NOTHING.value: "Nothing",
        }
    )
)
_CONSENT = OneOf(
    titles=MappingProxyType(
        {
            Consent.TELL.value: "By you, then ticked",
            Consent.ANNOUNCED.value: "By an announcement",
            Consent.REQUIRED.value: "By you, before listening",
        }
    )
)
_REGION = OneOf(
    titles=MappingProxyType(
        {
            Region.OWN.value: "My company has decided",
            Region.ONE_AGREES.value: "One side has to agree",
            Region.ALL_AGREE.value: "Everybody has to agree",
        }
    )
)

_KEY_IN = OneOf(
    titles=MappingProxyType(
        {
            KeyRule.ANY.value: "Key in the keyring, else by a passphrase, else in a file",
            KeyRule.STRICT.value: "Key in the keyring or by a passphrase, else no calls are kept",
        }
    )
)
_DAYS = Number(low=0, high=FOR_GOOD, zero="only that day", top="for good")

_ALL: Final = (
    Setting(
        name="agent_name",
        title="Your name",
        help="Stands in the record of your calls. May be left empty.",
        kind=Text(longest=80, may_be_empty=True),
        default="",
        group=Group.CALL,
    ),
    Setting(
        name="playbook",
        title="Playbook",
        help="The prompts and checklists of your calls.",
        kind=Text(what="a name that calmline playbooks list shows, or a file"),
        default="general",
        group=Group.CALL,
    ),
    Setting(
        name="coach",
        title="Prompts",
        help="How much is prompted during a call. Safety prompts always come.",
        kind=_COACH,
        default=Dial.FULL.value,
        group=Group.CALL,
    ),
    Setting(
        name="listen",
        title="Listen to calls",
        help="Where this is off nothing is heard: you say by hand how the caller is, and ask for prompts.",
        kind=Switch(),
        default=True,
        group=Group.CALL,
    ),
    Setting(
        name="offer_start",
        title="Offer to start a call",
        help=(
            "Asks whether a call has begun when speech is heard on both sides. Nothing of it is kept. Not done where "
            "callers have to be told first."
        ),
        kind=Switch(),
        default=True,
        group=Group.CALL,
    ),
    Setting(
        name="offer_end_after_s",
        title="Offer to end a call after",
        help="Asks whether the call is over when both sides have been silent for so long.",
        kind=Number(low=0, high=120, step=5, unit="s", zero="never"),
        default=20,
        group=Group.CALL,
    ),
    Setting(
        name="offer_setup",
        title="Open the set-up by itself",
        help="At the first start, on a computer where nothing has been chosen yet.",
        kind=Switch(),
        default=True,
        group=Group.CALL,
    ),
    Setting(
        name="microphone",
        title="Microphone",
        help="Where your own voice is heard.",
        kind=_DEVICE,
        group=Group.SOUND,
    ),
    Setting(
        name="microphone_product",
        title="Product of the microphone",
        help="Finds the microphone again on another socket.",
        kind=Text(),
        goes_with="microphone",
    ),
    Setting(
        name="caller",
        title="Caller's device",
        help="What plays the caller's voice: your softphone or your headset.",
        kind=_DEVICE,
        group=Group.SOUND,
    ),
    Setting(
        name="caller_product",
        title="Product of the caller's device",
        help="Finds the caller's device again on another socket.",
        kind=Text(),
        goes_with="caller",
    ),
    Setting(
        name="refused",
        title="Devices not to offer",
        help="Devices that were offered in place of a chosen one and not wanted.",
        kind=Texts(),
        default=(),
    ),
    Setting(
        name="model",
        title="Speech model",
        help="Writes down what is said. A larger one makes fewer mistakes and needs a faster computer.",
        kind=Text(what="the name of a model that is there (calmline models list), or its folder"),
        default="tiny.en",
        group=Group.SOUND,
    ),
    Setting(
        name="workers",
        title="Processor cores for speech",
        help="How many sentences of a recording are written down at once. A live call always takes two.",
        kind=Number(low=1, high=16),
        default=2,
        group=Group.SOUND,
    ),
    Setting(
        name="language",
        title="Language",
        help="What the windows are written in, from the next start on. Playbooks have a language of their own.",
        kind=Text(what="system, en, or the code of a translation that is there"),
        default="system",
        group=Group.LOOK,
    ),
    Setting(
        name="theme",
        title="Colours",
        help="Light, dark, or with the strongest contrast.",
        kind=_THEME,
        default=ThemeName.SYSTEM.value,
        group=Group.LOOK,
    ),
    Setting(
        name="text_size",
        title="Text size",
        help="Beside the size that your computer uses everywhere, which is 100 %.",
        kind=Number(low=80, high=200, step=10, unit="%"),
        default=100,
        group=Group.LOOK,
    ),
    Setting(
        name="motion",
        title="Movement",
        help="Whether prompts fade in and out.",
        kind=_MOTION,
        default=Motion.SYSTEM.value,
        group=Group.LOOK,
    ),
    Setting(
        name="on_top",
        title="Stay on top of other windows",
        help="The panel is in sight beside whatever you work in.",
        kind=Switch(),
        default=True,
        group=Group.LOOK,
    ),
    Setting(
        name="dock",
        title="Where the panel stands",
        help="At an edge it is as high as its screen. Dragged away from there it stays where you put it.",
        kind=_DOCK,
        default=Dock.RIGHT.value,
        group=Group.LOOK,
    ),
    Setting(
        name="hide_from_capture",
        title="Hide from screen sharing",
        help="Others do not see Calmline when you share or record your screen.",
        kind=Switch(),
        default=True,
        group=Group.LOOK,
    ),
    Setting(
        name="keep",
        title="What is kept of a call",
        help="Stays on this computer when a call has ended. Sound is never kept.",
        kind=_KEEP,
        default=Keep.FULL.value,
        group=Group.KEEPING,
    ),
    Setting(
        name="text_days",
        title="Words stay: number of days",
        help="After so many days a call loses its words and the comments on it; its figures stay.",
        kind=_DAYS,
        default=30,
        group=Group.KEEPING,
    ),
    Setting(
        name="figures_days",
        title="Figures stay: number of days",
        help="After so many days the whole call goes, with coaching notes and words that are still there.",
        kind=_DAYS,
        default=365,
        group=Group.KEEPING,
    ),
    Setting(
        name="key_in",
        title="Required protection of stored calls",
        help="Calls are encrypted. This says where their key may be; a file protects least.",
        kind=_KEY_IN,
        default=KeyRule.ANY.value,
        group=Group.KEEPING,
    ),
    Setting(
        name="consent",
        title="Explained to callers",
        help=(
            "How callers learn that the call is written down. With “By you, before listening” nothing is heard until "
            "then."
        ),
        kind=_CONSENT,
        default=Consent.TELL.value,
        group=Group.KEEPING,
    ),
    Setting(
        name="region",
        title="What the law requires",
        help=(
            "Who has to agree. Everybody: much of the EU, California, Florida, Washington and others; then Calmline "
            "listens only once callers were told. One side: New York, Texas and most of the USA. This is no legal "
            "advice; your centre decides."
        ),
        kind=_REGION,
        default=Region.OWN.value,
        group=Group.KEEPING,
    ),
    Setting(
        name="keys_everywhere",
        title="Keys work everywhere",
        help="Calmline's keys count wherever you type. It is told of no other key.",
        kind=Switch(),
        default=True,
        group=Group.KEYS,
    ),
    Setting(
        name="keys",
        title="Keys",
        help="The key of an action, such as Ctrl+Alt+Shift+P; an empty text means no key.",
        kind=Key(),
        group=Group.KEYS,
        is_table=True,
    ),
)

SETTINGS: Final = MappingProxyType({setting.name: setting for setting in _ALL})


def setting_of(name: str) -> Setting | None:
    """The setting of a name, which for one value of a table is "table.value"; None where there is none."""
    table, dot, entry = name.partition(".")
    setting = SETTINGS.get(table)
    if setting is None or setting.is_table != bool(dot) or (dot and not entry):
        return None
    return setting


def companions(name: str) -> tuple[str, ...]:
    """Settings that go with one and are forgotten with it."""
    return tuple(setting.name for setting in _ALL if setting.goes_with == name)


def nearest(name: str, among: Iterable[str] = SETTINGS) -> str:
    """The name that a wrong one was probably meant to be."""
    return difflib.get_close_matches(name, list(among), n=1, cutoff=0.0)[0]
