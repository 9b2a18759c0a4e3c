"""What a delivery (销售出库单) says about itself to the pane that types, posts and shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.partners.ui.partner_search import customer_field
from jxc_desktop.pricing.choice import price_to_ask
from jxc_desktop.pricing.minimum import any_below, lowest_price
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.customer_terms import CustomerTerms, customer_terms
from jxc_desktop.sales.foreseen import foresee_delivery
from jxc_desktop.sales.note import printed_delivery
from jxc_desktop.sales.queries import DeliveryView, delivery_view
from jxc_desktop.sales.services import DeliveryDraft, post_delivery, reverse_delivery
from jxc_desktop.sales.taken import goods_to_sell, offers_to_sell
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft, Terms, rate_of
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper, priced
from jxc_desktop.stock.ui.line_columns import UNIT_SIZE
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind, Where, usable_last
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.formats import money_text, price_text
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class DeliveryKind(PaperKind):
    """Goods handed to a customer."""

    kind = "sales_delivery"
    shows_cost = True
    prices_dock = "last_sold"

    def __init__(self, today: Callable[[], Any]) -> None:
        super().__init__()
        self._today = today
        self._terms: CustomerTerms | None = None
        self._due = QLineEdit(readOnly=True)

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("sales", "销售出库单"),
            "partner": translate("sales", "客户"),
            "paid": translate("sales", "本次收款"),
            "last": translate("sales", "上次成交"),
            "empty": translate("sales", "还没有客户。填客户的编号、名称或拼音"),
        }

    def partner_field(self, pane: Pane) -> SearchField:
        return customer_field(pane)

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        seller = QLineEdit()
        due = ExtraField(
            translate("sales", "到期日"),
            self._due,
            self._due.text,
            self._due.setText,
            self._due.textEdited,
            kept=False,
        )
        who = ExtraField(
            translate("sales", "业务员"),
            seller,
            lambda: seller.text().strip(),
            seller.setText,
            seller.textEdited,
        )
        return due, who

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        return partial(
            offers_to_sell,
            text=text,
            warehouse_id=self.where.warehouse_id,
            partner_id=self.where.partner_id,
        )

    def goods(
        self, products: Sequence[int], where: Where | None = None
    ) -> Callable[[Session], Mapping[int, TakenGoods]]:
        at = where or self.where
        return partial(
            goods_to_sell,
            products=products,
            warehouse_id=at.warehouse_id,
            partner_id=at.partner_id,
            level=at.level,
        )

    def price_of(self, line: TypedLine, unit: str, terms: Terms) -> int | None:
        draft, product = replace(line, quantity=UNIT_SIZE).draft, line.product
        if draft is None or product is None:
            return None
        recalled = self.settings.recall_last_price
        rate = rate_of(draft, product, terms)
        asked = price_to_ask(
            product,
            unit,
            promised=line.promised,
            last=usable_last(line.last, line, unit, terms) if recalled else None,
            level=terms.level,
            listed=partial(terms.listed, rate=rate),
        )
        return None if asked is None else asked.price

    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        """Amber below the lowest price, with the line's own discount taken off."""
        lowest = lowest_price(line.product, line.unit) if line.product else None
        if lowest is None or line.price is None:
            return None
        one = priced([replace(line, quantity=line.quantity or UNIT_SIZE)], terms)
        if not any_below(one):
            return None
        told = translate("sales", "低于最低售价 {price}")
        return Mark("warn", told.format(price=price_text(lowest)))

    def read_firm(self, partner_id: int) -> Callable[[Session], CustomerTerms]:
        return partial(customer_terms, partner_id=partner_id)

    def level_of(self, facts: Any) -> str:
        return facts.level if isinstance(facts, CustomerTerms) else ""

    def take_firm(self, facts: Any) -> None:
        self._terms = facts

    def firm_note(self, total: int, *, on_credit: bool) -> str:
        self._show_due(on_credit=on_credit)
        if self._terms is None:
            return ""
        if not on_credit:
            return translate("sales", "现欠 {owed}，本单现结").format(
                owed=money_text(self._terms.owed)
            )
        after = self._terms.owed + total
        said = translate("sales", "现欠 {owed}  + 本单 {total}  = {after}").format(
            owed=money_text(self._terms.owed), total=money_text(total), after=money_text(after)
        )
        return said if self._terms.limit is None else said + self._limit_words(after)

    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> DeliveryDraft:
        return DeliveryDraft(
            paper.day,
            paper.partner_id or 0,
            paper.warehouse_id or 0,
            tuple(lines),
            salesperson=paper.extra,
            price_includes_tax=paper.price_includes_tax,
            order_discount=paper.order_discount,
            payments=paper.payments(total),
            remark=paper.remark,
        )

    def post(self, session: Session, draft: DeliveryDraft, *, key: Key) -> Posted:
        return post_delivery(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_delivery(session, wanted, key=key)

    def view(self, session: Session, number: str) -> DeliveryView:
        return delivery_view(session, number)

    def extra_of(self, view: DeliveryView) -> str:
        return view.salesperson

    def note(self, session: Session, number: str) -> Form:
        return printed_delivery(session, number)

    def foresee(self, session: Session, draft: DeliveryDraft) -> Foreseen:
        return foresee_delivery(session, draft)

    def _limit_words(self, after: int) -> str:
        limit = self._terms.limit if self._terms else None
        if limit is None:
            return ""
        if after > limit:
            told = translate("sales", "，超过信用额度 {limit}，多 {over}")
            return told.format(limit=money_text(limit), over=money_text(after - limit))
        told = translate("sales", "，信用额度 {limit}，余 {left}")
        return told.format(limit=money_text(limit), left=money_text(limit - after))

    def _show_due(self, *, on_credit: bool) -> None:
        days = self._terms.days if self._terms else None
        due = "" if not days or not on_credit else str(self._today() + timedelta(days=days))
        self._due.setText(due)
