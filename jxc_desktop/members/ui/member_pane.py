"""会员: the list of members, and the card of the one under the cursor."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.members.queries import (
    LevelView,
    MemberFilter,
    MemberRow,
    count_members,
    list_members,
    member_card,
    member_levels,
)
from jxc_desktop.members.services import disable_member, erase_member, save_member
from jxc_desktop.members.ui.member_card import MemberCard
from jxc_desktop.members.ui.typed_member import TypedMember
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.card_list_pane import CardListPane
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.filter_bar import FilterChoice
from jxc_desktop.widgets.paged_model import Page, Request
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.sheet import Sheet


class MemberPane(CardListPane):
    """The members of the shop."""

    title = str(QT_TR_NOOP("会员"))
    icon = "id-card"
    needs = "member.view"
    edit_right = "member.edit"
    list_name = "members"
    buttons = ("open_account", *CardListPane.buttons)
    import_kind = "members"
    watches = frozenset({"member", "member_level"})
    card: MemberCard

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.run_read(member_levels, then=self._levels, slot="levels")

    def columns(self) -> Sequence[Column[MemberRow]]:
        return (
            Column[MemberRow]("card_no", self.tr("卡号"), kind=Kind.CODE, width=110),
            Column[MemberRow]("name", self.tr("姓名"), width=120, stretch=True),
            Column[MemberRow]("phone", self.tr("手机"), width=110, sortable=False),
            Column[MemberRow]("level", self.tr("级别"), width=110),
            Column[MemberRow]("birthday", self.tr("生日"), kind=Kind.DAY, width=92, sortable=False),
            Column[MemberRow]("joined", self.tr("入会"), kind=Kind.DAY, width=92),
            Column[MemberRow](
                "state",
                self.tr("状态"),
                value=self._state,
                kind=Kind.CHIP,
                width=76,
                sortable=False,
            ),
        )

    def make_card(self) -> MemberCard:
        return MemberCard(self.context.may)

    def counting_word(self, count: int) -> str:
        return self.tr("人", "", count)

    def drop_downs(self) -> Sequence[FilterChoice]:
        states = ((False, self.tr("在用")), (True, self.tr("已停用")), (None, self.tr("全部")))
        return (
            FilterChoice("level", self.tr("级别"), ((None, self.tr("所有级别")),)),
            FilterChoice("state", self.tr("状态"), states),
        )

    def page(self) -> Callable[..., Page[MemberRow]]:
        wanted = MemberFilter(
            self.filters.text, self.filters.value("level"), self.filters.value("state")
        )
        return partial(_page, wanted)

    def read_card(self) -> Callable[..., Any]:
        return member_card

    def keep(self) -> Callable[..., tuple[int, Sequence[str]]]:
        return _keep

    def disable(self) -> Callable[..., None]:
        return disable_member

    def empty_words(self) -> str:
        return self.tr("还没有会员。写第一个只要姓名和手机；有会员表就从“导入”进来。")

    @action(str(QT_TR_NOOP("积分和储值")), "Ctrl+Shift+K", icon="wallet-cards")
    def open_account(self) -> None:
        """Show what the card of the member under the cursor holds."""
        row = self.grid.current()
        if row is not None:
            self.context.open("member_account", row.id)

    @action(str(QT_TR_NOOP("抹去个人信息")), needs="member.erase", icon="trash-2")
    def erase(self) -> None:
        """Ask whether to forget who the member under the cursor was."""
        row = self.grid.current()
        if row is None:
            return
        effects = (
            self.tr("姓名、手机、生日、备注、卡号都抹掉，找不回来"),
            self.tr("买过什么、积分怎么来的还在，只是不知道是谁"),
            self.tr("卡停用；卡上还有储值的，先退"),
        )
        title = self.tr("抹去 {name}").format(name=row.name or row.card_no)
        sheet = Sheet(self, title, effects, do=self.tr("抹去"))
        sheet.agreed.connect(
            lambda _reason: self.run_write(erase_member, row.id, then=self._erased)
        )

    def _erased(self, _nothing: None) -> None:
        self.context.messages.success(self.tr("已抹去"))
        self.refresh()

    def _levels(self, levels: Sequence[LevelView]) -> None:
        self.card.offer_levels(levels)
        every = (None, self.tr("所有级别"))
        self.offer("level", [every, *((level.id, level.name) for level in levels)])

    def _state(self, row: MemberRow) -> Chip:
        if row.disabled:
            return Chip(self.tr("已停用"), "mute", struck=True)
        return Chip(self.tr("在用"), "ok")


def _page(wanted: MemberFilter, session: Session, request: Request[MemberRow]) -> Page[MemberRow]:
    rows = list_members(
        session,
        wanted,
        sort=request.sort or "card_no",
        descending=request.descending,
        after=request.after,
        offset=request.offset,
        limit=request.limit,
    )
    return Page(rows, None if request.counted else count_members(session, wanted))


def _keep(session: Session, typed: TypedMember) -> tuple[int, Sequence[str]]:
    return save_member(session, typed.draft(clock_of(session).today())), ()
