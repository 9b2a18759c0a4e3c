"""The catalogue of reports: favourites first, then by room; found by words and pinyin initials."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from jxc_desktop.core.pinyin import initials
from jxc_desktop.reports.report import Report
from jxc_desktop.widgets.actions import action, build_actions
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

FAVOURITES = "reports/favourites"
_REPORT = Qt.ItemDataRole.UserRole
_STAR_WIDTH = 28


class _List(QTreeWidget):
    """A list with headings; Enter opens what the cursor is on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem():
            self.itemActivated.emit(self.currentItem(), 0)
        else:
            super().keyPressEvent(event)


class CataloguePane(Pane):
    """Every report that may be seen. The reports come in `context.more["reports"]`."""

    title = str(QT_TR_NOOP("报表"))
    icon = "sheet"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        known: Sequence[Report] = context.more.get("reports", ())
        self.reports = [report for report in known if context.may(report.permission)]
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("找报表（拼音也行）"))
        self.search.setAccessibleName(self.tr("找报表"))
        self.search.setClearButtonEnabled(True)
        self.list = _List()
        self.list.setAccessibleName(self.tr("报表"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.setColumnWidth(1, _STAR_WIDTH)
        build_actions(self, context.may)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.DOCK, Space.DOCK, Space.DOCK, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._open_first)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._clicked)
        self._fill()

    @action(str(QT_TR_NOOP("找报表")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    @action(str(QT_TR_NOOP("收藏")), "Ctrl+D", icon="star")
    def toggle_favourite(self) -> None:
        """Put the report under 常用, or take it away."""
        name = _name(self.list.currentItem())
        if not name:
            return
        kept = [each for each in self.favourites() if each != name]
        if len(kept) == len(self.favourites()):
            kept.append(name)
        self.context.settings.write(FAVOURITES, kept)
        self._fill()
        self._go_to(name)

    def favourites(self) -> list[str]:
        """Names of the reports under 常用, in the order they were put there."""
        kept = self.context.settings.read(FAVOURITES, [])
        return list(kept) if isinstance(kept, list) else []

    def shown(self) -> list[str]:
        """Names of the reports listed, from top to bottom."""
        return [name for item in self._items() if (name := _name(item))]

    def _fill(self) -> None:
        self.list.clear()
        words = self.search.text().casefold().split()
        fitting = [r for r in self.reports if all(word in _said(r) for word in words)]
        for heading, members in self._grouped(fitting):
            top = QTreeWidgetItem([heading, ""])
            top.setFlags(Qt.ItemFlag.NoItemFlags)
            top.setFont(0, font(Size.HINT, bold=True))
            self.list.addTopLevelItem(top)
            for report in members:
                self.list.addTopLevelItem(self._item(report))

    def _grouped(self, reports: Sequence[Report]) -> Iterator[tuple[str, list[Report]]]:
        by_name = {report.name: report for report in reports}
        loved = [by_name[name] for name in self.favourites() if name in by_name]
        if loved:
            yield self.tr("常用"), loved
        groups = {
            "stock": self.tr("库存"),
            "purchase": self.tr("采购"),
            "sales": self.tr("销售"),
            "till": self.tr("收银"),
            "cash": self.tr("资金"),
            "books": self.tr("账务"),
            "quality": self.tr("体检"),
        }
        for key, heading in groups.items():
            members = [report for report in reports if report.group == key]
            if members:
                yield heading, members

    def _item(self, report: Report) -> QTreeWidgetItem:
        item = QTreeWidgetItem([report.title(), ""])
        item.setData(0, _REPORT, report.name)
        item.setIcon(0, icon("sheet"))
        item.setToolTip(0, report.title())
        if report.name in self.favourites():
            item.setIcon(1, icon("star", "warn"))
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, self.tr("常用"))
        return item

    def _clicked(self, item: QTreeWidgetItem, place: int) -> None:
        if place == 1:
            self.toggle_favourite()
        else:
            self._open(item)

    def _open(self, item: QTreeWidgetItem, _place: int = 0) -> None:
        if name := _name(item):
            self.context.open("report", name)

    def _open_first(self) -> None:
        for item in self._items():
            if _name(item):
                self.list.setCurrentItem(item)
                self._open(item)
                return

    def _go_to(self, name: str) -> None:
        for item in self._items():
            if _name(item) == name:
                self.list.setCurrentItem(item)

    def _items(self) -> Iterable[QTreeWidgetItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return (item for item in found if item is not None)


def _name(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, _REPORT) or "") if item is not None else ""


def _said(report: Report) -> str:
    """All that a search looks through."""
    return f"{report.title()} {report.name} {initials(report.title())}".casefold()
