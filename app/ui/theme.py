"""Colours and type: a calm palette, safe for colour-blind eyes, in a light and a dark set."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QGuiApplication, QPalette

from app.core.events import Channel, Phase
from app.ui.words import Level

_MIDDLE_LIGHTNESS = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Named colours; every text colour reaches a contrast of 4.5 on `window`, `card` and the bands."""

    window: str
    card: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    agent: str
    caller: str
    calm: str
    tense: str
    hot: str
    abusive: str
    calm_band: str
    tense_band: str
    hot_band: str

    def speaker(self, channel: Channel) -> str:
        """Colour of a speaker's name."""
        return {Channel.AGENT: self.agent, Channel.CALLER: self.caller}.get(channel, self.muted)

    def level(self, level: Level) -> str:
        """Colour of a level's word."""
        return {Level.CALM: self.calm, Level.TENSE: self.tense, Level.HOT: self.hot}[level]

    def phase(self, phase: Phase) -> str:
        """Colour of a phase's word."""
        colours = {Phase.RISING: self.tense, Phase.HOT: self.hot, Phase.ABUSIVE: self.abusive}
        return colours.get(phase, self.calm)


LIGHT = Theme(
    window="#F2F4F7",
    card="#FFFFFF",
    line="#DCE1E8",
    text="#1A2430",
    muted="#55606E",
    accent="#0F6173",
    on_accent="#FFFFFF",
    accent_soft="#E2F0F3",
    agent="#235A8C",
    caller="#87480A",
    calm="#1F6191",
    tense="#7A5600",
    hot="#A23A0D",
    abusive="#7B1E5B",
    calm_band="#EAF2F8",
    tense_band="#FBF3E0",
    hot_band="#FAE6DC",
)

DARK = Theme(
    window="#14191F",
    card="#1D242C",
    line="#35404B",
    text="#E8ECF1",
    muted="#A5B1BF",
    accent="#6CC3D8",
    on_accent="#10242A",
    accent_soft="#1E3840",
    agent="#8CBBE8",
    caller="#F0B37A",
    calm="#86BCE6",
    tense="#E6C066",
    hot="#FF9B73",
    abusive="#E79BCB",
    calm_band="#1E2C38",
    tense_band="#302A1D",
    hot_band="#38261F",
)


def current_theme() -> Theme:
    """The set that goes with the desktop's palette."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return LIGHT if window.lightness() >= _MIDDLE_LIGHTNESS else DARK


def font(scale: float = 1.0, *, bold: bool = False, italic: bool = False) -> QFont:
    """The desktop's font, larger or smaller."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(made.pointSizeF() * scale)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    return made


def stylesheet(theme: Theme) -> str:
    """What the windows and their plain widgets look like."""
    return f"""
    QMainWindow, QWidget#page {{ background: {theme.window}; }}
    QLabel {{ color: {theme.text}; background: transparent; }}
    QLabel[tone="muted"] {{ color: {theme.muted}; }}
    QFrame[card="true"] {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: 8px; }}
    QFrame[card="active"] {{
        background: {theme.card}; border: 1px solid {theme.accent}; border-left: 5px solid {theme.accent};
        border-top-right-radius: 8px; border-bottom-right-radius: 8px;
    }}
    QLabel#stageTag {{
        color: {theme.accent}; background: {theme.accent_soft}; border-radius: 4px; padding: 2px 8px;
    }}
    QPushButton {{
        color: {theme.accent}; background: {theme.card}; border: 1px solid {theme.accent}; border-radius: 6px;
        padding: 6px 14px;
    }}
    QPushButton:hover {{ background: {theme.accent_soft}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 5px 13px; }}
    QPushButton[main="true"] {{ color: {theme.on_accent}; background: {theme.accent}; }}
    QAbstractItemView, QScrollArea, QScrollArea > QWidget > QWidget {{
        color: {theme.text}; background: {theme.card}; border: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; outline: none;
    }}
    QHeaderView::section {{
        color: {theme.muted}; background: {theme.card}; border: none; border-bottom: 1px solid {theme.line};
        padding: 5px 3px;
    }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 3px; min-height: 28px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    """
