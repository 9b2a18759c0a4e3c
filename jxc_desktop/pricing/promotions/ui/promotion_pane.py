"""促销: the shop's promotions, and the card of the one under the cursor with a basket tried out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QTimer
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.pricing.promotions.coupons import coupons_of
from jxc_desktop.pricing.promotions.queries import PromotionView, promotion_of, promotions
from jxc_desktop.pricing.promotions.services import disable_promotion
from jxc_desktop.pricing.promotions.typed import (
    TriedOut,
    TypedPromotion,
    keep_typed,
    try_typed,
    typed_of,
)
from jxc_desktop.pricing.promotions.ui.promotion_card import PromotionCard
from jxc_desktop.pricing.promotions.words import kind_words, terms_words, who_words
from jxc_desktop.widgets.card_list_pane import CardListPane
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.filter_bar import FilterChoice
from jxc_desktop.widgets.formats import day_text
from jxc_desktop.widgets.paged_model import Page, Request
from jxc_desktop.widgets.pane import Context

_MOMENT = 250
"""Milliseconds of rest after a key before the basket is tried again."""


class PromotionPane(CardListPane):
    """The promotions of the shop, newest first."""

    card: PromotionCard
    title = str(QT_TR_NOOP("促销"))
    icon = "badge-percent"
    needs = "promotion.view"
    edit_right = "promotion.edit"
    list_name = "promotions"
    watches = frozenset({"promotion"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._resting = QTimer(self, singleShot=True, interval=_MOMENT)
        self._resting.timeout.connect(self._try)
        self.card.edited.connect(self._resting.start)
        self.card.basket_edited.connect(self._resting.start)

    def columns(self) -> Sequence[Column[PromotionView]]:
        return (
            Column[PromotionView](
                "code", self.tr("编号"), kind=Kind.CODE, width=84, sortable=False
            ),
            Column[PromotionView](
                "name",
                self.tr("名称"),
                value=lambda view: view.draft.name,
                stretch=True,
                sortable=False,
            ),
            Column[PromotionView](
                "kind",
                self.tr("类型"),
                value=lambda view: kind_words()[view.draft.kind],
                width=150,
                sortable=False,
            ),
            Column[PromotionView](
                "terms",
                self.tr("优惠"),
                value=lambda view: terms_words(view.draft),
                width=170,
                sortable=False,
            ),
            Column[PromotionView](
                "days", self.tr("日期"), value=_days_text, width=176, sortable=False
            ),
            Column[PromotionView](
                "who",
                self.tr("对象"),
                value=lambda view: who_words()[view.draft.who],
                width=84,
                sortable=False,
            ),
            Column[PromotionView](
                "state",
                self.tr("状态"),
                value=self._state,
                kind=Kind.CHIP,
                width=84,
                sortable=False,
            ),
        )

    def make_card(self) -> PromotionCard:
        return PromotionCard(
            editable=self.context.may(self.edit_right),
            sees_cost=self.context.may("field.cost_price"),
            today=self.context.clock.today().isoformat(),
        )

    def counting_word(self, count: int) -> str:
        return self.tr("个", "", count)

    def drop_downs(self) -> Sequence[FilterChoice]:
        states = ((False, self.tr("在用")), (True, self.tr("已停用")), (None, self.tr("全部")))
        return (FilterChoice("state", self.tr("状态"), states),)

    def page(self) -> Callable[..., Page[PromotionView]]:
        return partial(_page, self.filters.text, self.filters.value("state"))

    def read_card(self) -> Callable[..., Any]:
        return _read

    def keep(self) -> Callable[..., tuple[int, Sequence[str]]]:
        return keep_typed

    def disable(self) -> Callable[..., None]:
        return disable_promotion

    def empty_words(self) -> str:
        return self.tr("还没有促销。按 Ctrl+N 新建，到“试算”里看一张小票要付多少")

    def _try(self) -> None:
        basket = self.card.basket.text()
        if basket.strip():
            typed = self.card.typed()
            self.run_read(_tried, typed, basket, then=self._show_tried, slot="trial")

    def _show_tried(self, found: TriedOut | str) -> None:
        if isinstance(found, str):
            self.card.show_problem(found)
        else:
            self.card.show_tried(found)

    def _state(self, view: PromotionView) -> Chip:
        today = self.context.clock.today()
        if view.disabled:
            return Chip(self.tr("已停用"), "mute", struck=True)
        if view.is_over(today):
            return Chip(self.tr("已结束"), "mute")
        if view.draft.from_day is not None and view.draft.from_day > today:
            return Chip(self.tr("未开始"), "info")
        return Chip(self.tr("在用"), "ok")


def _tried(session: Session, typed: TypedPromotion, basket: str) -> TriedOut | str:
    """What the basket comes to, or why that cannot be said yet."""
    try:
        return try_typed(session, typed, basket)
    except UserError as error:
        return error.message


def _days_text(view: PromotionView) -> str:
    first, last = view.draft.from_day, view.draft.to_day
    return f"{day_text(first)} – {day_text(last) if last else ''}".rstrip()


def _page(
    text: str, disabled: bool | None, session: Session, request: Request[PromotionView]
) -> Page[PromotionView]:
    word = text.strip().casefold()
    rows = tuple(
        view
        for view in promotions(session)
        if disabled in {None, view.disabled}
        and (word in view.draft.name.casefold() or word in view.code.casefold())
    )
    shown = () if request.after else rows[request.offset :]
    return Page(shown, None if request.counted else len(rows))


def _read(session: Session, promotion_id: int) -> Any:
    view = promotion_of(session, promotion_id)
    return typed_of(session, view), coupons_of(session, promotion_id)
