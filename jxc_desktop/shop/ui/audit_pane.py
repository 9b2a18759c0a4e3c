"""审计日志: who did what when, newest first; and whether the chain of it is whole."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.shop.acts import act_words, detail_words, subject_words
from jxc_desktop.shop.queries import (
    AuditFilter,
    AuditView,
    audit_breaks,
    audit_count,
    audit_people,
    audit_rows,
)
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.filter_bar import FilterBar, FilterChoice
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.paged_model import Page, PagedModel, Request
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space


class AuditPane(Pane):
    """The log of acts, by days and words."""

    title = str(QT_TR_NOOP("审计日志"))
    icon = "scroll-text"
    needs = "audit.view"
    watches = frozenset({"audit"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.filters = FilterBar(
            (FilterChoice("user", self.tr("人"), (("", self.tr("所有人")),)),),
            today=context.clock.today,
            placeholder=self.tr("动作、单号、内容、机器"),
        )
        self.count = QLabel()
        self.chain = ChipLabel(Chip(self.tr("还没验证")), "shield")
        self.model = PagedModel(self._columns(), self._fetch, self)
        self.grid = Grid(
            self.model, name="audit", settings=context.settings, row_key=lambda row: row.id
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.model.reload()

    def wanted(self) -> AuditFilter:
        """What is asked for now."""
        period = self.filters.period
        return AuditFilter(
            first=period.start if period else None,
            last=period.end if period else None,
            user=self.filters.value("user") or "",
            text=self.filters.text,
        )

    # --- what can be done ---

    @action(str(QT_TR_NOOP("验证")), "Ctrl+Shift+V", icon="shield-check")
    def verify(self) -> None:
        """Follow the whole chain and say whether it is whole."""
        self.run_read(audit_breaks, then=self._tell, slot="chain")

    @action(str(QT_TR_NOOP("查找")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.filters.focus_text()

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
            Column[AuditView]("action", self.tr("动作"), text=act_words, width=150, sortable=False),
            Column[AuditView](
                "subject", self.tr("对象"), value=_subject, width=290, sortable=False
            ),
            Column[AuditView](
                "detail", self.tr("前 → 后"), text=detail_words, stretch=True, sortable=False
            ),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        self.count.setProperty("tone", "text2")
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(title)
        bar.addWidget(self.chain)
        bar.addStretch(1)
        bar.addWidget(self.count)
        bar.addWidget(ActionButton(action_named(self, "verify")))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.filters)
        column.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.refused.connect(self.context.messages.notice)
        self.model.counted.connect(self._tell_count)
        self.run_read(audit_people, then=self._offer_people, slot="people")

    # --- what comes back ---

    def _fetch(
        self, request: Request[AuditView], take: Callable[[Page[AuditView]], None]
    ) -> object:
        return self.run_read(_page, self.wanted(), request, then=take)

    def _offer_people(self, names: tuple[str, ...]) -> None:
        for name in names:
            self.filters.boxes["user"].addItem(name, name)

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
