"""Colours and type: a calm palette, safe for colour-blind eyes, in a light, a dark and a high-contrast set."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from app.core.appearance import Motion, ThemeName
from app.core.events import Channel, Phase
from app.core.moods import Level

_MIDDLE_LIGHTNESS = 128
_ARROW_SHARE = 1.2
"""Of the height of a line."""
_UNSEEN_PLATFORMS = {"offscreen", "minimal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Named colours; every text colour reaches a contrast of 4.5 on `window`, `card` and the bands.

    Bands, and levels, stay apart for eyes that miss one kind of cone. `line` parts what lies beside each other, `edge`
    is the border of a control and reaches 3; `masked` is the ground of `text` that stands for what is masked.
    """

    window: str
    card: str
    line: str
    edge: str
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
    masked: str

    @property
    def bands(self) -> tuple[str, str, str]:
        """What lies below the curve, in order of the levels."""
        return self.calm_band, self.tense_band, self.hot_band

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
    edge="#7D8896",
    text="#1A2430",
    muted="#55606E",
    accent="#0F6173",
    on_accent="#FFFFFF",
    accent_soft="#E2F0F3",
    agent="#235A8C",
    caller="#87480A",
    calm="#1F6191",
    tense="#856200",
    hot="#86220F",
    abusive="#7B1E5B",
    calm_band="#EAF2F8",
    tense_band="#FCF5DC",
    hot_band="#F3D8CC",
    masked="#D5DCE6",
)

DARK = Theme(
    window="#14191F",
    card="#1D242C",
    line="#35404B",
    edge="#758290",
    text="#E8ECF1",
    muted="#A5B1BF",
    accent="#6CC3D8",
    on_accent="#10242A",
    accent_soft="#1E3840",
    agent="#8CBBE8",
    caller="#F0B37A",
    calm="#86BCE6",
    tense="#E8C164",
    hot="#F29579",
    abusive="#E79BCB",
    calm_band="#1E2C38",
    tense_band="#353017",
    hot_band="#48262A",
    masked="#3A4653",
)


CONTRAST = Theme(
    window="#000000",
    card="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#E6E6E6",
    accent="#5CE1FF",
    on_accent="#000000",
    accent_soft="#003A47",
    agent="#9CCBFF",
    caller="#FFC48A",
    calm="#9CD2FF",
    tense="#FFE25C",
    hot="#FFA685",
    abusive="#FFB0E4",
    calm_band="#00131F",
    tense_band="#2A2300",
    hot_band="#2A0D05",
    masked="#4A4A4A",
)
"""Every colour of words and marks reaches 7 on black."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the windows look: colours, size of text (1 is the desktop's), and whether anything moves."""

    theme: Theme = LIGHT
    text_size: float = 1.0
    moves: bool = False


def look_of(theme: ThemeName = ThemeName.SYSTEM, text_size: float = 1.0, motion: Motion = Motion.SYSTEM) -> Look:
    """The look that goes with what was chosen and with the desktop."""
    return Look(theme=_theme_named(theme), text_size=text_size, moves=_moves(motion))


def set_text_size(base: QFont, text_size: float) -> None:
    """From now on windows that are made take the desktop's font `base` so many times as large."""
    sized = QFont(base)
    sized.setPointSizeF(base.pointSizeF() * text_size)
    QApplication.setFont(sized)


def _theme_named(name: ThemeName) -> Theme:
    if name is ThemeName.SYSTEM:
        return current_theme()
    return {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK}.get(name, CONTRAST)


def current_theme() -> Theme:
    """The set that goes with the desktop."""
    if _wants_contrast():
        return CONTRAST
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        return LIGHT if window.lightness() >= _MIDDLE_LIGHTNESS else DARK
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def _wants_contrast() -> bool:
    """Whether the desktop asks for high contrast; Qt tells from 6.10 on."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def _moves(motion: Motion) -> bool:
    """Not where nobody watches; else as chosen, or as the desktop has it."""
    if QGuiApplication.platformName() in _UNSEEN_PLATFORMS or motion is Motion.REDUCED:
        return False
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return motion is Motion.FULL or QApplication.style().styleHint(hint) > 0


def font(scale: float = 1.0, *, bold: bool = False, italic: bool = False) -> QFont:
    """The desktop's font, larger or smaller."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(made.pointSizeF() * scale)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setItalic(italic)
    return made


def stylesheet(theme: Theme) -> str:
    """What the windows and their plain widgets look like; room for arrows grows with the text."""
    arrow_px = round(QFontMetrics(font()).height() * _ARROW_SHARE)
    return f"""
    QMainWindow, QWidget#page {{ background: {theme.window}; }}
    QLabel {{ color: {theme.text}; background: transparent; }}
    QLabel[tone="muted"] {{ color: {theme.muted}; }}
    QFrame[card="true"] {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: 8px; }}
    QFrame[card="active"] {{
        background: {theme.card}; border: 1px solid {theme.accent}; border-left: 5px solid {theme.accent};
        border-top-right-radius: 8px; border-bottom-right-radius: 8px;
    }}
    QLabel[tone="practice"] {{
        color: {theme.on_accent}; background: {theme.accent}; border-radius: 4px; padding: 2px 8px;
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
    QPushButton[kind="main"] {{ color: {theme.on_accent}; background: {theme.accent}; }}
    QPushButton[kind="main"]:focus {{ border: 3px double {theme.accent}; padding: 4px 12px; background-clip: padding; }}
    QPushButton[kind="quiet"] {{
        color: {theme.accent}; background: transparent; border: 1px solid {theme.edge}; border-radius: 6px;
        padding: 4px 9px;
    }}
    QPushButton[kind="quiet"]:hover {{ background: {theme.accent_soft}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {theme.accent}; padding: 3px 8px; }}
    QPushButton[kind="quiet"]:checked, QPushButton[on="true"] {{
        background: {theme.accent_soft}; border-color: {theme.accent};
    }}
    QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {{
        color: {theme.text}; background: {theme.card}; border: 1px solid {theme.muted}; border-radius: 5px;
        padding: 3px 6px; selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
        placeholder-text-color: {theme.muted};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on, QSpinBox:focus, QDateEdit:focus {{
        border: 2px solid {theme.accent}; padding: 2px 5px;
    }}
    QPlainTextEdit[grows="true"] {{ padding: 3px; }}
    QPlainTextEdit[grows="true"]:focus {{ padding: 2px; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {{
        color: {theme.muted}; border-color: {theme.line};
    }}
    QComboBox:hover, QSpinBox:hover, QDateEdit:hover {{ border-color: {theme.accent}; }}
    QComboBox::drop-down, QDateEdit::drop-down, QSpinBox::up-button, QSpinBox::down-button {{
        border: none; width: {arrow_px}px;
    }}
    QComboBox::down-arrow, QDateEdit::down-arrow, QSpinBox::up-arrow, QSpinBox::down-arrow {{
        image: none; width: 0; height: 0;
    }}
    QComboBox QAbstractItemView {{ border: 1px solid {theme.edge}; padding: 2px; }}
    QPushButton:disabled {{ color: {theme.muted}; border-color: {theme.line}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QMenu {{ color: {theme.text}; background: {theme.card}; border: 1px solid {theme.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 16px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
    QToolTip {{ color: {theme.text}; background: {theme.card}; border: 1px solid {theme.line}; }}
    QAbstractItemView, QScrollArea, QScrollArea > QWidget > QWidget {{
        color: {theme.text}; background: {theme.card}; border: none;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; outline: none;
    }}
    QAbstractItemView[stop="true"], QScrollArea[stop="true"] {{ border: 2px solid transparent; border-radius: 6px; }}
    QAbstractItemView[stop="true"]:focus, QScrollArea[stop="true"]:focus {{ border: 2px solid {theme.accent}; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {theme.line}; padding-top: 4px; }}
    QTabBar::tab {{
        color: {theme.muted}; background: transparent; border: 2px solid transparent; border-radius: 6px;
        padding: 4px 7px; margin: 0 3px 4px 0;
    }}
    QTabBar::tab:selected {{ color: {theme.text}; background: {theme.accent_soft}; }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::tab:focus {{ border-color: {theme.accent}; }}
    QFrame#weeks {{ border: 2px solid transparent; border-radius: 6px; }}
    QFrame#weeks:focus {{ border: 2px solid {theme.accent}; }}
    QHeaderView::section {{
        color: {theme.muted}; background: {theme.card}; border: none; border-bottom: 1px solid {theme.line};
        padding: 5px 3px;
    }}
    QCalendarWidget QWidget {{ alternate-background-color: {theme.window}; }}
    QCalendarWidget QToolButton {{ color: {theme.text}; background: transparent; border: none; padding: 4px; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme.card}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 3px; min-height: 28px; margin: 2px; }}
    QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {theme.line}; border-radius: 3px; min-width: 28px; margin: 2px; }}
    QScrollBar::handle:horizontal:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    """
