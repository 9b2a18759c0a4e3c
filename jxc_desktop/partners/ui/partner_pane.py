"""What the lists of customers and of suppliers have in common."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from jxc_desktop.partners.drafts import PartnerDraft, Role
from jxc_desktop.partners.queries import PartnerFilter, PartnerRow, notices_on, partner_card
from jxc_desktop.partners.ui.partner_card import PartnerCard
from jxc_desktop.partners.ui.typed_partner import TypedPartner
from jxc_desktop.widgets.card_list_pane import CardListPane
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.filter_bar import FilterChoice
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.paged_model import Page, Request

ListFirms = Callable[..., tuple[PartnerRow, ...]]
CountFirms = Callable[[Session, PartnerFilter], int]
KeepFirm = Callable[[Session, PartnerDraft], int]


class PartnerPane(CardListPane):
    """Firms in one role."""

    watches = frozenset({"partner", "assignment"})
    role: ClassVar[Role]

    @abstractmethod
    def reading(self) -> tuple[ListFirms, CountFirms]:
        """The queries that page and count."""

    @abstractmethod
    def keeping(self) -> KeepFirm:
        """The service that keeps a firm."""

    def columns(self) -> Sequence[Column[PartnerRow]]:
        return (
            Column[PartnerRow]("code", self.tr("编号"), kind=Kind.CODE, width=84),
            Column[PartnerRow]("name", self.tr("名称"), width=140, stretch=True),
            Column[PartnerRow]("short_name", self.tr("简称"), width=92, muted=True, hidden=True),
            Column[PartnerRow]("contact", self.tr("联系人"), width=104, sortable=False),
            Column[PartnerRow]("mobile", self.tr("手机"), width=100, sortable=False),
            Column[PartnerRow]("phone", self.tr("电话"), width=120, hidden=True, sortable=False),
            Column[PartnerRow]("address", self.tr("地址"), width=160, hidden=True, sortable=False),
            Column[PartnerRow]("tax_no", self.tr("税号"), width=150, hidden=True),
            *self.own_columns(),
            Column[PartnerRow](
                "credit_days", self.tr("账期"), kind=Kind.COUNT, text=_days_text, width=64
            ),
            Column[PartnerRow](
                "state",
                self.tr("状态"),
                value=self._state,
                kind=Kind.CHIP,
                width=76,
                sortable=False,
            ),
        )

    def also_in(self, make: Callable[[Session, str], int], other: str, said: str) -> None:
        """Give the firm under the cursor its other role; the message leads to the list of that."""
        row: PartnerRow | None = self.grid.current()
        if row is None:
            self.context.messages.notice(self.tr("先选一家"))
            return
        show = Link(self.tr("打开"), partial(self.context.open, other))
        told = said.format(name=row.name)
        tell = self.context.messages.success
        self.run_write(make, row.code, then=lambda _id: tell(told, show))

    def own_columns(self) -> Sequence[Column[PartnerRow]]:
        """Columns that only one role has."""
        return ()

    def make_card(self) -> PartnerCard:
        return PartnerCard(self.role, self.context.may)

    def counting_word(self, count: int) -> str:
        return self.tr("家", "", count)

    def drop_downs(self) -> Sequence[FilterChoice]:
        states = (
            (PartnerFilter(), self.tr("在用")),
            (PartnerFilter(disabled=True), self.tr("已停用")),
            (PartnerFilter(disabled=None), self.tr("全部")),
        )
        return (FilterChoice("state", self.tr("状态"), states),)

    def page(self) -> Callable[..., Page[PartnerRow]]:
        state: PartnerFilter = self.filters.value("state")
        return partial(_page, self.reading(), PartnerFilter(self.filters.text, state.disabled))

    def read_card(self) -> Callable[..., Any]:
        return partner_card

    def keep(self) -> Callable[..., tuple[int, Sequence[str]]]:
        return partial(_keep, self.keeping())

    def _state(self, row: PartnerRow) -> Chip:
        if row.disabled:
            return Chip(self.tr("已停用"), "mute", struck=True)
        return Chip(self.tr("在用"), "ok")


def _page(
    reading: tuple[ListFirms, CountFirms],
    wanted: PartnerFilter,
    session: Session,
    request: Request[PartnerRow],
) -> Page[PartnerRow]:
    list_firms, count_firms = reading
    rows = list_firms(
        session,
        wanted,
        sort=request.sort or "code",
        descending=request.descending,
        after=request.after,
        offset=request.offset,
        limit=request.limit,
    )
    return Page(rows, None if request.counted else count_firms(session, wanted))


def _keep(save: KeepFirm, session: Session, typed: TypedPartner) -> tuple[int, Sequence[str]]:
    draft = typed.draft()
    notices = notices_on(session, draft)
    return save(session, draft), notices


def _days_text(days: int) -> str:
    return str(days) if days else ""
