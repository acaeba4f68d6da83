"""Prints lines under a hanging indent, in characters that the console can show."""

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from app.terminal.glyphs import ASCII, glyphs_for, showable
from app.terminal.words import clock

GUTTER = 8
"""Columns of the clock at the left of every line of the call."""

_MEASURE = 100
_MIN_BODY = 16


class Paper:
    """A console as plain scrolling paper: nothing is markup, nothing is highlighted, nothing is overwritten."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._ends_blank = True
        self.glyphs = glyphs_for(console)

    @property
    def width(self) -> int:
        """Columns of the console."""
        return self._console.width

    @property
    def measure(self) -> int:
        """Columns for running text: lines that are too long read badly."""
        return min(self.width, _MEASURE)

    @property
    def is_plain(self) -> bool:
        """Whether only ASCII signs are to be used."""
        return self.glyphs is ASCII

    def text(self, words: str, style: str = "") -> Text:
        """Words from outside as printable text; square brackets in them stay."""
        return Text(showable(words, self._console.encoding), style)

    def quoted(self, words: str, style: str = "") -> Text:
        """Words from outside in quotation marks."""
        opening, closing = self.glyphs.quotes
        return Text.assemble(opening, self.text(words), closing, style=style)

    def blank(self) -> None:
        """An empty line, never two in a row."""
        if not self._ends_blank:
            self.raw(Text())
        self._ends_blank = True

    def line(self, lead: Text, body: Text) -> None:
        """`body` to the right of `lead`, its further lines indented to where it began."""
        room = max(_MIN_BODY, self.measure - lead.cell_len)
        lines = body.wrap(self._console, room, overflow="fold")
        for wrapped in lines:
            wrapped.rstrip()
        indent = Text("\n" + " " * lead.cell_len)
        self.raw(Text.assemble(lead, indent.join(lines)))

    def timed(self, at_s: float, body: Text, *, lead: Text | None = None) -> None:
        """`body` to the right of the clock, and of `lead` where there is one."""
        self.line(Text.assemble((f"{clock(at_s):>{GUTTER - 2}}  ", "dim"), lead or Text()), body)

    def raw(self, line: Text) -> None:
        """Lines that are laid out already."""
        self._console.print(line, soft_wrap=True, highlight=False)
        self._ends_blank = False

    def heading(self, words: str) -> None:
        """A heading with a thin line behind it."""
        self.blank()
        self._console.print(Rule(Text(words, "bold"), characters=self.glyphs.line, style="dim", align="left"))
        self._ends_blank = False

    def card(self, title: Text, body: Text) -> None:
        """A framed card under the text of the call; its frame is calm, its words carry the meaning."""
        panel = Panel(
            body,
            title=title,
            title_align="left",
            box=self.glyphs.card,
            border_style="cyan",
            width=self.card_width,
        )
        self.blank()
        self._console.print(Padding(panel, (0, 0, 0, GUTTER), expand=False), highlight=False)
        self._ends_blank = False
        self.blank()

    @property
    def card_width(self) -> int:
        """Columns of a card with its frame."""
        return max(_MIN_BODY, min(self.measure - GUTTER, _MEASURE - 3 * GUTTER))
