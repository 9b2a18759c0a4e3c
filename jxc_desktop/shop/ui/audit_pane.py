"""审计日志: who did what when, newest first; and whether the chain of it is whole."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QT_TR_NOOP, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.shop.acts import act_words, detail_words, subject_words
from jxc_desktop.shop.queries import AuditFilter, AuditView, audit_breaks, audit_count, audit_rows
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

TYPING_PAUSE = 250
"""Milliseconds after the last key before the log is asked."""
_EVER = -1
_SEARCH_WIDTH = 220


class AuditPane(Pane):
    """The log of acts, by days and words."""

    title = str(QT_TR_NOOP("审计日志"))
    icon = "scroll-text"
    needs = "audit.view"
    watches = frozenset({"audit"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.period = QComboBox()
        self.search = QLineEdit()
        self.count = QLabel()
        self.chain = ChipLabel(Chip(self.tr("还没验证")), "shield")
        self.model = PagedModel(self._columns(), self._fetch, self)
        self.grid = Grid(
            self.model, name="audit", settings=context.settings, row_key=lambda row: row.id
        )
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.model.reload()

    def wanted(self) -> AuditFilter:
        """What is asked for now."""
        today = self.context.clock.today()
        back = self.period.currentData()
        first = None if back == _EVER else today - timedelta(days=back)
        return AuditFilter(first=first, text=self.search.text())

    # --- what can be done ---

    @action(str(QT_TR_NOOP("验证")), "Ctrl+Shift+V", icon="shield-check")
    def verify(self) -> None:
        """Follow the whole chain and say whether it is whole."""
        self.run_read(audit_breaks, then=self._tell, slot="chain")

    @action(str(QT_TR_NOOP("查找")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the log again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[AuditView], ...]:
        return (
            Column[AuditView]("at", self.tr("时间"), text=_moment, width=140, sortable=False),
            Column[AuditView]("user", self.tr("人"), width=84, sortable=False),
            Column[AuditView]("machine", self.tr("机器"), width=90, muted=True, sortable=False),
            Column[AuditView]("action", self.tr("动作"), text=act_words, width=130, sortable=False),
            Column[AuditView](
                "subject", self.tr("对象"), value=_subject, width=160, sortable=False
            ),
            Column[AuditView](
                "detail", self.tr("前 → 后"), text=detail_words, stretch=True, sortable=False
            ),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        for words, days in (
            (self.tr("今天"), 0),
            (self.tr("最近 7 天"), 6),
            (self.tr("最近 30 天"), 29),
            (self.tr("全部"), _EVER),
        ):
            self.period.addItem(words, days)
        self.period.setCurrentIndex(1)
        self.period.setAccessibleName(self.tr("期间"))
        self.search.setPlaceholderText(self.tr("人、动作、单号、内容"))
        self.search.setAccessibleName(self.tr("查找"))
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.count.setProperty("tone", "text2")
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(title)
        bar.addWidget(self.chain)
        bar.addStretch(1)
        bar.addWidget(self.count)
        bar.addWidget(self.period)
        bar.addWidget(self.search)
        bar.addWidget(ActionButton(action_named(self, "verify")))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(self.refresh)
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self.model.counted.connect(self._tell_count)

    # --- what comes back ---

    def _fetch(
        self, request: Request[AuditView], take: Callable[[Page[AuditView]], None]
    ) -> object:
        return self.run_read(_page, self.wanted(), request, then=take)

    def _tell_count(self, count: int) -> None:
        self.count.setText(self.tr("{count} 条").format(count=f"{count:,}"))

    def _tell(self, broken: list[int]) -> None:
        if not broken:
            self.chain.set_chip(Chip(self.tr("日志完整"), "ok"), "shield-check")
            self.context.messages.success(self.tr("操作日志从头到尾都对得上"))
            return
        self.chain.set_chip(Chip(self.tr("日志被改过"), "bad"), "triangle-alert")
        place = next((row for row in broken if row), 0)
        self.context.messages.error(
            self.tr("操作日志第 {row} 行被改过，或它前面缺行。先别动它，找人查原因").format(
                row=place
            )
            if place
            else self.tr("操作日志的末尾被改过或缺行。先别动它，找人查原因")
        )


def _page(session: Session, wanted: AuditFilter, request: Request[AuditView]) -> Page[AuditView]:
    count = None if request.counted else audit_count(session, wanted)
    before = request.after.id if request.after else None
    skip = request.offset if request.after is None else 0
    rows = audit_rows(session, wanted, before=before, skip=skip, limit=request.limit)
    return Page(rows, count)


def _subject(row: AuditView) -> str:
    return subject_words(row.action, row.subject)


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}"
