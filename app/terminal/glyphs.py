"""The few characters beyond letters, in Unicode and in plain ASCII."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich import box
from rich.console import Console

from app.core.events import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """One set of characters; `blocks` are nine fillings of a cell from empty to full."""

    arrows: Mapping[Phase, str]
    here: str
    step: str
    tick: str
    bullet: str
    to: str
    quotes: tuple[str, str]
    blocks: str
    guide: str
    side: str
    corner: str
    line: str
    notch: str
    card: box.Box


UNICODE = Glyphs(
    arrows={Phase.CALM: "→", Phase.RISING: "↗", Phase.HOT: "↑", Phase.FALLING: "↘", Phase.ABUSIVE: "↑"},
    here="●",
    step="›",
    tick="✓",
    bullet="•",
    to="→",
    quotes=("“", "”"),
    blocks=" ▁▂▃▄▅▆▇█",
    guide="┈",
    side="│",
    corner="└",
    line="─",
    notch="┬",
    card=box.ROUNDED,
)

ASCII = Glyphs(
    arrows={Phase.CALM: "=", Phase.RISING: "/", Phase.HOT: "^", Phase.FALLING: "\\", Phase.ABUSIVE: "^"},
    here="*",
    step=">",
    tick="+",
    bullet="-",
    to="->",
    quotes=('"', '"'),
    blocks="  ..:::##",
    guide="-",
    side="|",
    corner="+",
    line="-",
    notch="+",
    card=box.ASCII,
)

_TYPEWRITER = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{NO-BREAK SPACE}": " ",
    }
)


def glyphs_for(console: Console) -> Glyphs:
    """ASCII where the encoding is not a Unicode one, and on old Windows consoles, whose fonts lack the signs."""
    return ASCII if console.options.ascii_only or console.legacy_windows else UNICODE


def showable(text: str, encoding: str) -> str:
    """One line that can be written in `encoding`: no control characters, nothing it cannot encode."""
    one_line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if _fits(one_line, encoding):
        return one_line
    return one_line.translate(_TYPEWRITER).encode(encoding, "replace").decode(encoding)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
