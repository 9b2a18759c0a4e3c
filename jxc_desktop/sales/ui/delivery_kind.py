"""What a delivery (销售出库单) says about itself to the pane that types, posts and shows it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.following import order_to_deliver
from jxc_desktop.sales.foreseen import foresee_delivery
from jxc_desktop.sales.note import printed_delivery
from jxc_desktop.sales.queries import DeliveryView, delivery_view
from jxc_desktop.sales.services import DeliveryDraft, post_delivery, reverse_delivery
from jxc_desktop.sales.ui.sale_kind import SaleKind, limit_words
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.typed_source import OrderSource
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.formats import money_text


class DeliveryKind(SaleKind, PaperKind):
    """Goods handed to a customer, by an order or without."""

    kind = "sales_delivery"
    source_kind = "sales_order"
    reserves = True
    shows_cost = True
    person_field = "salesperson"

    def __init__(self) -> None:
        super().__init__()
        self._due = QLineEdit(readOnly=True)

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("sales", "销售出库单"),
            "partner": translate("sales", "客户"),
            "paid": translate("sales", "本次收款"),
            "credit": translate("sales", "赊销"),
            "last": translate("sales", "上次成交"),
            "person": translate("sales", "业务员"),
            "empty": translate("sales", "还没有客户。填客户的编号、名称或拼音"),
        }

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        due = ExtraField(
            translate("sales", "到期日"),
            self._due,
            self._due.text,
            self._due.setText,
            self._due.textEdited,
            kept=False,
        )
        return due, *super().extras(choices)

    def read_source(self, number: str) -> Callable[[Session], OrderSource]:
        return partial(order_to_deliver, number=number)

    def firm_note(self, total: int, *, on_credit: bool) -> str:
        self._show_due(on_credit=on_credit)
        if self.terms is None:
            return ""
        if not on_credit:
            return translate("sales", "现欠 {owed}，本单现结").format(
                owed=money_text(self.terms.owed)
            )
        after = self.terms.owed + total
        said = translate("sales", "现欠 {owed}  + 本单 {total}  = {after}").format(
            owed=money_text(self.terms.owed), total=money_text(total), after=money_text(after)
        )
        return said + limit_words(self.terms.limit, after)

    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> DeliveryDraft:
        return DeliveryDraft(
            paper.day,
            paper.partner_id or 0,
            paper.warehouse_id or 0,
            tuple(lines),
            salesperson=paper.person,
            price_includes_tax=paper.price_includes_tax,
            order_discount=paper.order_discount,
            payments=paper.payments(total),
            remark=paper.remark,
            source=paper.source,
        )

    def post(self, session: Session, draft: DeliveryDraft, *, key: Key) -> Posted:
        return post_delivery(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_delivery(session, wanted, key=key)

    def view(self, session: Session, number: str) -> DeliveryView:
        return delivery_view(session, number)

    def extra_of(self, _view: DeliveryView) -> str:
        return ""

    def source_of(self, view: DeliveryView) -> str:
        return view.source

    def followers_of(self, view: DeliveryView) -> Sequence[FollowerView]:
        return view.followers

    def note(self, session: Session, number: str) -> Form:
        return printed_delivery(session, number)

    def foresee(self, session: Session, draft: DeliveryDraft) -> Foreseen:
        return foresee_delivery(session, draft)

    def _show_due(self, *, on_credit: bool) -> None:
        day = self.where.day
        due = self.terms.due_of(day) if self.terms and day and on_credit else None
        self._due.setText("" if due is None else due.isoformat())
