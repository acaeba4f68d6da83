"""All settings in one dialog, made from the list of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from app.core.errors import CalmlineError, SettingError
from app.core.setting_kinds import Value
from app.core.setting_list import Group, Offers, SettingRow
from app.ui.actions import Act, trouble_with
from app.ui.form_dialog import FormDialog, letters
from app.ui.form_look import form_palette
from app.ui.key_edit import KeyEdit
from app.ui.key_rows import act_of, title_of
from app.ui.labels import Kind, card, label, push_button, rule, scrolled
from app.ui.mnemonics import Mnemonics
from app.ui.setting_field import SettingField
from app.ui.theme import Theme, current_theme
from app.ui.tr import tr

_TITLE = "Settings"
_SAVE, _CANCEL = "&Save", "&Cancel"
_NOTICES = "Please have a look at this"
_SET_UP = "Set up step by step"
_KEPT = "See what is kept"
_KEPT_ABOUT = "How much is kept and until when; hold it or delete it."
_SET_UP_ABOUT = "Choose and try your microphone and the caller's device."

Save = Callable[[Mapping[str, Value]], object]
"""Keeps what was changed, None being the default. Raises SettingError for one setting, or another CalmlineError."""

_WIDTH, _HEIGHT, _NARROWEST, _BESIDE = 100, 46, 40, 80
"""Of the dialog, in widths of a letter and heights of a line; from `_BESIDE` on controls stand beside their words."""
_MARGIN, _GAP, _CARD = 16, 10, 14


class SettingsDialog(FormDialog):
    """Every setting with its help line; closes when what was changed is kept.

    While `listens` is true, the next key that is pressed is meant for a field.
    """

    listens = Signal(bool)

    def __init__(
        self,
        rows: Sequence[SettingRow],
        save: Save,
        *,
        notices: Sequence[str] = (),
        theme: Theme | None = None,
        set_up: Callable[[], object] | None = None,
        show_kept: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        theme = theme or current_theme()
        super().__init__(tr(_TITLE), theme, parent)
        self._save = save
        self._set_up = set_up
        self._show_kept = show_kept
        palette = form_palette(theme)
        names = [row.setting.name for row in rows if act_of(row.setting.name) is None]
        titles = [tr(row.setting.title) for row in rows if row.setting.name in names]
        marked = dict(zip(names, Mnemonics(tr(_SAVE), tr(_CANCEL)).marked(titles), strict=True))
        self.fields = {row.setting.name: self._field(row, marked) for row in rows}
        for field in self.fields.values():
            field.control.widget.setPalette(palette)  # one of the dialog would not get past its style sheet
        self.wrong = label(wrap=True)
        self.wrong.setProperty("tone", "wrong")
        self.save_button = push_button(tr(_SAVE), self._keep, Kind.MAIN)
        self.save_button.setDefault(True)
        self.cancel_button = push_button(tr(_CANCEL), self.reject)
        self.set_up_button = push_button(tr(_SET_UP), lambda: self._go_to(self._set_up), Kind.QUIET)
        self.set_up_button.setToolTip(tr(_SET_UP_ABOUT))
        self.set_up_button.setAccessibleDescription(tr(_SET_UP_ABOUT))
        self.kept_button = push_button(tr(_KEPT), lambda: self._go_to(self._show_kept), Kind.QUIET)
        self.kept_button.setToolTip(tr(_KEPT_ABOUT))
        self.kept_button.setAccessibleDescription(tr(_KEPT_ABOUT))
        self.kept_button.setAutoDefault(False)
        self.kept_button.setVisible(show_kept is not None)
        self.area = self._lay_out(notices)
        self._order()
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)

    def changes(self) -> dict[str, Value]:
        """What differs from what was shown at first, None where it is the default now."""
        return {name: field.change() for name, field in self.fields.items() if field.is_changed()}

    def offer(self, name: str, offers: Offers) -> None:
        """Let the agent choose among these values of a setting from now on; what is chosen stays."""
        self.fields[name].control.offer(offers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack controls where there is no room beside their words."""
        super().resizeEvent(event)
        is_stacked = self.width() < letters(_BESIDE)
        for field in self.fields.values():
            field.stack(is_stacked=is_stacked)

    def _field(self, row: SettingRow, titles: Mapping[str, str]) -> SettingField:
        """A setting's field; that of a key hears no letter, and refuses what another one has."""
        act = act_of(row.setting.name)
        if act is None:
            return SettingField(row, titles[row.setting.name])
        field = SettingField(row, title_of(act), lambda key: trouble_with(str(key), act, self._keys()))
        if isinstance(edit := field.control.widget, KeyEdit):
            edit.listens.connect(self.listens)
        return field

    def _keys(self) -> dict[Act, str]:
        """The keys that are chosen now."""
        found = {act_of(name): str(field.control.read()) for name, field in self.fields.items()}
        return {act: key for act, key in found.items() if act is not None}

    def _keep(self) -> None:
        changes = self.changes()
        self.wrong.hide()
        try:
            if changes:
                self._save(changes)
        except SettingError as error:
            self._show_wrong(error)
            return
        except CalmlineError as error:
            self._say(tr(error.line()))
            return
        self.accept()

    def _go_to(self, other: Callable[[], object] | None) -> None:
        """What was changed here is kept first."""
        self._keep()
        if other is not None and self.result() == self.DialogCode.Accepted:
            other()

    def _show_wrong(self, error: SettingError) -> None:
        field = self.fields.get(error.name)
        if field is None:
            self._say(tr(error.line()))
            return
        field.show_wrong(tr(error.line()))
        field.control.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(field)

    def _say(self, line: str) -> None:
        self.wrong.setText(line)
        self.wrong.show()

    def _lay_out(self, notices: Sequence[str]) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        if notices:
            rows.addWidget(_notices(notices))
            rows.addSpacing(_GAP)
        for group in Group:
            fields = [field for field in self.fields.values() if field.group is group]
            if fields:
                rows.addWidget(label(tr(group.value), scale=1.15, bold=True))
                rows.addWidget(_sheet(fields))
                if group is Group.KEEPING:
                    rows.addWidget(self.kept_button, 0, Qt.AlignmentFlag.AlignLeft)
                rows.addSpacing(_GAP)
        rows.addStretch()
        area = scrolled(page, tr("Settings"), is_stop=False)
        for field in self.fields.values():
            field.focused.connect(area.ensureWidgetVisible)
        foot = QVBoxLayout()
        foot.setSpacing(_GAP)
        foot.addWidget(self.wrong)
        foot.addWidget(self._buttons())
        self.wrong.hide()
        self.lay_out(area, foot, _MARGIN)
        return area

    def _buttons(self) -> QDialogButtonBox:
        """In the order of the desktop."""
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        buttons.addButton(self.save_button, roles.AcceptRole)
        buttons.addButton(self.cancel_button, roles.RejectRole)
        buttons.addButton(self.set_up_button, roles.ResetRole)
        self.set_up_button.setVisible(self._set_up is not None)
        return buttons

    def _order(self) -> None:
        """Tab goes down the page: each control, its way back to the default, then the buttons."""
        stops: list[QWidget] = []
        for group in Group:
            for field in self.fields.values():
                if field.group is group:
                    stops += [field.control.widget, field.back]
            if group is Group.KEEPING:
                stops.append(self.kept_button)
        for one, other in zip(stops, [*stops[1:], self.save_button], strict=True):
            QWidget.setTabOrder(one, other)
        QWidget.setTabOrder(self.save_button, self.cancel_button)
        QWidget.setTabOrder(self.cancel_button, self.set_up_button)


def _sheet(fields: Iterable[SettingField]) -> QWidget:
    """Settings below one another, with a line between two."""
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(_CARD, _GAP, _CARD, _GAP)
    rows.setSpacing(_GAP)
    for number, field in enumerate(fields):
        if number:
            rows.addWidget(rule())
        rows.addWidget(field)
    return card(content, margin=0)


def _notices(notices: Sequence[str]) -> QWidget:
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(_CARD, _GAP, _CARD, _GAP)
    rows.addWidget(label(tr(_NOTICES), bold=True))
    for notice in notices:
        rows.addWidget(label(tr(notice), wrap=True))
    return card(content, margin=0)
