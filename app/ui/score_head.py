"""What a score comes to, as one figure above the items."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from app.core.score_port import Score
from app.core.score_words import figure_of
from app.ui.labels import set_shown, tint
from app.ui.theme import Theme, font
from app.ui.tr import tr

_SO_FAR = "{figure} so far"
_SCALE = 1.15


class ScoreHead(QLabel):
    """Stays in sight, so that what an answer changes is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(font(_SCALE, bold=True))
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_score(self, score: Score | None) -> None:
        """Say what a score comes to; nothing where there is none."""
        set_shown(self, shown=score is not None)
        if score is None:
            return
        result = score.result
        figure = tr(figure_of(result))
        is_running = result.open and result.share is not None and not result.failed
        self.setText(tr(_SO_FAR, figure=figure) if is_running else figure)
        tint(self, self._theme.hot if result.failed else self._theme.text)
