"""What a goods receipt (采购入库单) says about itself to the pane that types, posts and shows it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.following import order_to_receive
from jxc_desktop.purchase.foreseen import foresee_receipt
from jxc_desktop.purchase.inspection import Rejection
from jxc_desktop.purchase.note import printed_receipt
from jxc_desktop.purchase.queries import ReceiptView, receipt_view
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt, reverse_receipt
from jxc_desktop.purchase.ui.buy_kind import BuyKind, invoice_words
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.typed_source import OrderSource
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.formats import money_text


class ReceiptKind(BuyKind, PaperKind):
    """Goods taken in from a supplier, by an order or without; what is refused at the door stays out."""

    kind = "goods_receipt"
    source_kind = "purchase_order"
    person_field = "buyer"

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("purchase", "采购入库单"),
            "partner": translate("purchase", "供应商"),
            "paid": translate("purchase", "本次付款"),
            "credit": translate("purchase", "赊购"),
            "last": translate("purchase", "上次进价"),
            "person": translate("purchase", "采购员"),
            "empty": translate("purchase", "还没有供应商。填供应商的编号、名称或拼音"),
            "quantity": translate("purchase", "实收"),
            "rejected": translate("purchase", "拒收"),
            "cause": translate("purchase", "拒收原因"),
        }

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        super().extras(choices)
        box = QComboBox()
        for value, word in invoice_words():
            box.addItem(word, value)
        return (
            ExtraField(
                translate("purchase", "发票"),
                box,
                lambda: str(box.currentData()),
                lambda value: box.setCurrentIndex(max(box.findData(value), 0)),
                box.currentIndexChanged,
            ),
        )

    def read_source(self, number: str) -> Callable[[Session], OrderSource]:
        return partial(order_to_receive, number=number)

    def obstacle(self, paper: TypedPaper) -> str:
        for place, line in enumerate(paper.lines, 1):
            if line.get("rejected") and not line.get("cause"):
                told = translate("purchase", "第 {row} 行拒收了货，写上拒收原因")
                return told.format(row=place)
        return ""

    def owed_words(self, total: int, *, on_credit: bool) -> str:
        owed = self.terms.owed if self.terms else None
        if owed is None or not on_credit:
            return ""
        told = translate("purchase", "现欠供应商 {owed}  + 本单 {total}  = {after}")
        return told.format(
            owed=money_text(owed), total=money_text(total), after=money_text(owed + total)
        )

    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> ReceiptDraft:
        return ReceiptDraft(
            paper.day,
            paper.partner_id or 0,
            paper.warehouse_id or 0,
            tuple(lines),
            invoice=paper.extra or None,
            price_includes_tax=paper.price_includes_tax,
            order_discount=paper.order_discount,
            payments=paper.payments(total),
            remark=paper.remark,
            source=paper.source,
            rejected=tuple(_rejections(paper)),
            buyer=paper.person,
        )

    def post(self, session: Session, draft: ReceiptDraft, *, key: Key) -> Posted:
        return post_receipt(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_receipt(session, wanted, key=key)

    def view(self, session: Session, number: str) -> ReceiptView:
        return receipt_view(session, number)

    def extra_of(self, view: ReceiptView) -> str:
        return view.invoice

    def source_of(self, view: ReceiptView) -> str:
        return view.source

    def followers_of(self, view: ReceiptView) -> Sequence[FollowerView]:
        return view.followers

    def note(self, session: Session, number: str) -> Form:
        return printed_receipt(session, number)

    def foresee(self, session: Session, draft: ReceiptDraft) -> Foreseen:
        return foresee_receipt(session, draft)


def _rejections(paper: TypedPaper) -> Sequence[Rejection]:
    return [
        Rejection(
            line["product"],
            line["rejected"],
            line.get("cause", ""),
            line["unit"],
            line["from_line"],
        )
        for line in paper.lines
        if line.get("rejected") and line["product"] is not None
    ]
