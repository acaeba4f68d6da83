"""What a score comes to: the figure, how it comes about, and which critical items failed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.score_port import Score
from app.core.score_words import failure_of, figure_of, words_of
from app.ui.labels import label, set_shown, tint
from app.ui.theme import Theme
from app.ui.tr import tr

_SO_FAR = "{figure} so far"


class ScoreHead(QWidget):
    """Stays above the items, so that what an answer changes is seen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.figure = label(scale=1.3, bold=True)
        self.words = label(muted=True, wrap=True)
        self.failure = label(wrap=True)
        tint(self.failure, theme.hot)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for part in (self.figure, self.words, self.failure):
            rows.addWidget(part)

    def show_score(self, score: Score | None) -> None:
        """Say what a score comes to; nothing where there is none."""
        set_shown(self, shown=score is not None)
        if score is None:
            return
        result = score.result
        figure = tr(figure_of(result))
        is_running = not score.is_done and not result.failed and result.share is not None
        self.figure.setText(tr(_SO_FAR, figure=figure) if is_running else figure)
        tint(self.figure, self._theme.hot if result.failed else self._theme.text)
        self.words.setText(tr(words_of(score)))
        self.failure.setText(tr(failure_of(result)))
        self.failure.setVisible(bool(result.failed))
