"""A day that is asked for or not: a box to tick, and beside it a day that can be typed or taken from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QDateEdit, QStyle, QStyleOptionComboBox, QToolButton

from app.ui.choosers import paint_arrow
from app.ui.form_look import form_palette
from app.ui.theme import Theme
from app.ui.tr import tr

_DAY = "d MMM yyyy"
_EARLIEST = QDate(1970, 1, 2)
_BEFORE, _AFTER = "The month before", "The next month"


def day_in_words(day: date, style: str = "") -> str:
    """A day in the language of the windows, in a style of Qt's."""
    return QLocale().toString(_of_qt(day), style or tr(_DAY))


def _of_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class DayEdit(QDateEdit):
    """A day in words; the arrow opens a calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat(tr(_DAY))
        self.setMinimumDate(_EARLIEST)
        self.setCalendarPopup(True)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # else in red, which means hot here
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self.setCalendarWidget(calendar)
        turns = {"qt_calendar_prevmonth": ("◀", tr(_BEFORE)), "qt_calendar_nextmonth": ("▶", tr(_AFTER))}
        for button in calendar.findChildren(QToolButton):
            if button.objectName() in turns:
                sign, name = turns[button.objectName()]
                button.setIcon(QIcon())  # it would be black on every ground
                button.setText(sign)
                button.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow."""
        super().paintEvent(event)
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.editable = True
        arrow = QStyle.SubControl.SC_ComboBoxArrow
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, arrow, self)
        paint_arrow(self, place, is_up=False)


class DayField:
    """The `tick` says whether the day of `edit` is asked for; `today` stands there until another one is chosen."""

    def __init__(self, name: str, today: date, theme: Theme) -> None:
        self._today = today
        self.tick = QCheckBox(name)
        self.tick.setPalette(form_palette(theme))
        self.edit = DayEdit()
        self.tick.setMinimumHeight(self.edit.sizeHint().height())
        self.edit.setAccessibleName(name)
        self.tick.toggled.connect(self.edit.setEnabled)
        self.show(None)

    @property
    def day(self) -> date | None:
        """The day, None where none is asked for."""
        if not self.tick.isChecked():
            return None
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day())

    def show(self, day: date | None) -> None:
        """Ask for a day, or for none."""
        shown = day or self._today
        self.edit.setDate(_of_qt(shown))
        self.edit.setEnabled(day is not None)
        self.tick.setChecked(day is not None)
