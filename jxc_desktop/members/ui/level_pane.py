"""会员级别: the levels of members, and the card of the one under the cursor."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.numbers import RATE_PLACES, trimmed
from jxc_desktop.members.queries import LevelView, level_of, member_levels
from jxc_desktop.members.rules import PRICE_LEVELS
from jxc_desktop.members.services import disable_level, save_level
from jxc_desktop.members.ui.typed_member import TypedLevel, typed_level
from jxc_desktop.pricing.words import level_words
from jxc_desktop.widgets.card_list_pane import CardListPane
from jxc_desktop.widgets.card_tabs import CardTabs, form_page
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.filter_bar import FilterChoice
from jxc_desktop.widgets.paged_model import Page, Request


class LevelCard(CardTabs):
    """The fields of the level under the cursor, or of a new one."""

    def __init__(self, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(editable=editable, parent=parent)
        self._shown = TypedLevel(None, {})
        self.price_level = QComboBox()
        self.setAccessibleName(self.tr("会员级别卡片"))
        self.addTab(self._basic(), self.tr("基本"))
        self.price_level.activated.connect(self.touched)
        self.begin_new()

    def begin_new(self) -> None:
        """Show an empty card; the name is enough."""
        self.show_typed(TypedLevel(None, {"points_rate": "1"}, "member"))
        self.title.setText(self.tr("新级别"))

    def show_card(self, card: LevelView) -> None:
        self.show_typed(typed_level(card))
        self.title.setText(card.name)

    def show_typed(self, typed: TypedLevel) -> None:
        self._shown = typed
        self.filling = True
        self.fill(typed.texts)
        self.price_level.setCurrentIndex(max(self.price_level.findData(typed.price_level), 0))
        self.filling = False
        self.mark("")

    def typed(self) -> TypedLevel:
        texts = {**self._shown.texts, **self.texts()}
        return TypedLevel(self._shown.id, texts, self.price_level.currentData())

    def obstacle(self) -> str:
        return "" if self.fields["name"].text().strip() else self.tr("没有名称。填上名称")

    def others(self) -> dict[str, QWidget]:
        return {"price_level": self.price_level}

    def _basic(self) -> QWidget:
        for level in PRICE_LEVELS:
            self.price_level.addItem(price_words(level), level)
        self.price_level.setAccessibleName(self.tr("价格"))
        self.price_level.setEnabled(self.editable)
        return form_page(
            self.line("name", self.tr("名称")),
            (self.tr("价格"), self.price_level),
            self.line("discount", self.tr("折扣"), self.tr("如 95折，不填就不打折")),
            self.line("points_rate", self.tr("每元积分"), self.tr("付 1 元得几分，0 就不积分")),
        )


class LevelPane(CardListPane):
    """The levels of the shop's members."""

    title = str(QT_TR_NOOP("会员级别"))
    icon = "badge-check"
    needs = "member.view"
    edit_right = "member_level.edit"
    list_name = "member_levels"
    watches = frozenset({"member_level"})

    def columns(self) -> Sequence[Column[LevelView]]:
        return (
            Column[LevelView]("name", self.tr("名称"), width=160, stretch=True, sortable=False),
            Column[LevelView](
                "price_level", self.tr("价格"), text=price_words, width=110, sortable=False
            ),
            Column[LevelView](
                "discount", self.tr("折扣"), kind=Kind.DISCOUNT, width=84, sortable=False
            ),
            Column[LevelView](
                "points_rate",
                self.tr("每元积分"),
                kind=Kind.COUNT,
                text=_points_text,
                width=92,
                sortable=False,
            ),
            Column[LevelView](
                "state",
                self.tr("状态"),
                value=self._state,
                kind=Kind.CHIP,
                width=76,
                sortable=False,
            ),
        )

    def make_card(self) -> LevelCard:
        return LevelCard(editable=self.context.may(self.edit_right))

    def counting_word(self, count: int) -> str:
        return self.tr("级", "", count)

    def drop_downs(self) -> Sequence[FilterChoice]:
        states = ((False, self.tr("在用")), (True, self.tr("已停用")), (None, self.tr("全部")))
        return (FilterChoice("state", self.tr("状态"), states),)

    def page(self) -> Callable[..., Page[LevelView]]:
        return partial(_page, self.filters.text, self.filters.value("state"))

    def read_card(self) -> Callable[..., Any]:
        return _read

    def keep(self) -> Callable[..., tuple[int, Sequence[str]]]:
        return _keep

    def disable(self) -> Callable[..., None]:
        return disable_level

    def empty_words(self) -> str:
        return self.tr("还没有会员级别。按 Ctrl+N 新建")

    def _state(self, row: LevelView) -> Chip:
        if row.disabled:
            return Chip(self.tr("已停用"), "mute", struck=True)
        return Chip(self.tr("在用"), "ok")


def price_words(level: str) -> str:
    """A price level as people call it; "" is retail."""
    return level_words()[level or "retail"]


def _page(
    text: str, disabled: bool | None, session: Session, request: Request[LevelView]
) -> Page[LevelView]:
    rows = tuple(
        level
        for level in member_levels(session)
        if disabled in {None, level.disabled} and text.strip() in level.name
    )
    shown = () if request.after else rows[request.offset :]
    return Page(shown, None if request.counted else len(rows))


def _read(session: Session, level_id: int) -> LevelView:
    for level in member_levels(session):
        if level.id == level_id:
            return level
    return level_of(session, level_id)


def _keep(session: Session, typed: TypedLevel) -> tuple[int, Sequence[str]]:
    return save_level(session, typed.draft()), ()


def _points_text(rate: int) -> str:
    return trimmed(rate, RATE_PLACES)
