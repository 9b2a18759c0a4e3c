"""设置: search first, then groups; what differs from its default is marked and can go back."""

from functools import partial
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.pinyin import initials
from jxc_desktop.shop.queries import SettingView, setting_views
from jxc_desktop.shop.setting_text import value_of_setting
from jxc_desktop.shop.settings import change_setting, reset_setting
from jxc_desktop.shop.ui.setting_row import SettingRow
from jxc_desktop.widgets.actions import action, build_actions
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "settings.edit"
LED_ELSEWHERE = frozenset({"opened"})
"""Shown, but changed by an act of its own (启用)."""
WITHOUT_DEFAULT = frozenset({"start_month"})
"""The wizard asks for it; nothing can stand in its place."""
_WIDEST = 860


class SettingPane(Pane):
    """Every setting of the shop. A change is kept at once; what cannot be is told under its field."""

    title = str(QT_TR_NOOP("设置"))
    icon = "settings"
    needs = "settings.view"
    watches = frozenset({"setting", "entry"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.rows: dict[str, SettingRow] = {}
        self.headings: dict[str, QLabel] = {}
        self.search = QLineEdit()
        self.only_changed = QCheckBox(self.tr("只看改过的"))
        self.count = QLabel()
        self.nothing = QLabel()
        self._list = QVBoxLayout()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.only_changed.toggled.connect(self._filter)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(setting_views, then=self._show, slot="settings")

    @action(str(QT_TR_NOOP("找设置")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the settings again."""
        self.refresh()

    def _lay_out(self) -> None:
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        self.search.setPlaceholderText(self.tr("找设置：名称、说明、拼音"))
        self.search.setAccessibleName(self.tr("找设置"))
        self.search.setClearButtonEnabled(True)
        self.count.setProperty("tone", "text2")
        self.nothing.setProperty("tone", "text2")
        self.nothing.hide()
        bar = QHBoxLayout()
        bar.setSpacing(Space.BLOCK)
        for widget, stretch in (
            (title, 0),
            (self.search, 1),
            (self.only_changed, 0),
            (self.count, 0),
        ):
            bar.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, 0)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.nothing)
        column.addWidget(self._scroller(), 1)

    def _scroller(self) -> QScrollArea:
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        body.setProperty("look", "surface")
        self._list.setContentsMargins(0, 0, Space.PANE, Space.SECTION)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        body.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    def _show(self, views: tuple[SettingView, ...]) -> None:
        if not self.rows:
            self._build(views)
        for view in views:
            row = self.rows[view.name]
            if view != row.view or not row.problem.text():
                row.show_view(view)
        changed = sum(view.changed for view in views)
        self.count.setText(
            self.tr("共 {all} 项，改过 {changed} 项").format(all=len(views), changed=changed)
        )
        self._filter()

    def _build(self, views: tuple[SettingView, ...]) -> None:
        place = 0
        for group, members in groupby(views, key=attrgetter("group")):
            heading = self.headings[group] = QLabel(group)
            heading.setFont(font(Size.CARD_TITLE, bold=True))
            heading.setContentsMargins(0, Space.BLOCK, 0, Space.LABEL)
            self._list.insertWidget(place, heading)
            place += 1
            for view in members:
                self._list.insertWidget(place, self._row(view))
                place += 1

    def _row(self, view: SettingView) -> SettingRow:
        editable = self.context.may(EDIT) and view.name not in LED_ELSEWHERE
        resettable = editable and view.name not in WITHOUT_DEFAULT
        row = SettingRow(view, editable=editable, resettable=resettable)
        self.rows[view.name] = row
        row.edited.connect(self._save)
        row.reset.connect(self._reset)
        return row

    # --- finding ---

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        shown = set()
        for row in self.rows.values():
            fits = all(word in _said(row.view) for word in words)
            fits = fits and (row.view.changed or not self.only_changed.isChecked())
            row.setVisible(fits)
            if fits:
                shown.add(row.view.group)
        for group, heading in self.headings.items():
            heading.setVisible(group in shown)
        self.nothing.setVisible(bool(self.rows) and not shown)
        self.nothing.setText(self._why_nothing())

    def _why_nothing(self) -> str:
        if self.search.text().strip():
            return self.tr("没有“{text}”这样的设置。换个词再找").format(
                text=self.search.text().strip()
            )
        return self.tr("没有改过的设置，都是默认值。")

    # --- changing ---

    def _save(self, name: str, text: str) -> None:
        self.run_write(
            _write, name, text, then=partial(self._saved, name), failed=partial(self._failed, name)
        )

    def _reset(self, name: str) -> None:
        self.run_write(
            reset_setting, name, then=partial(self._saved, name), failed=partial(self._failed, name)
        )

    def _saved(self, name: str, _result: object) -> None:
        row = self.rows[name]
        row.tell_problem("")
        self.context.messages.success(self.tr("{title}已保存").format(title=row.view.title))
        self.refresh()

    def _failed(self, name: str, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.rows[name].tell_problem(error.message)
        self.fail(error)


def _write(session: Session, name: str, text: str) -> None:
    change_setting(session, name, value_of_setting(name, text))


def _said(view: SettingView) -> str:
    """All that a search looks through."""
    words = f"{view.title} {view.sentence} {view.group} {view.name} {view.shown}"
    return f"{words} {initials(view.title)}".casefold()
