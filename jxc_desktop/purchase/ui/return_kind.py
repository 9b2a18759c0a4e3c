"""What a purchase return (采购退货单) says about itself: lines of a receipt go back, or goods without one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.following import ReceiptSource, receipt_to_return
from jxc_desktop.purchase.foreseen import foresee_return
from jxc_desktop.purchase.note import printed_return
from jxc_desktop.purchase.queries import PurchaseReturnView, purchase_return_view
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    post_purchase_return,
    reverse_purchase_return,
)
from jxc_desktop.purchase.ui.buy_kind import BuyKind
from jxc_desktop.purchase.ui.receipt_search import receipt_field
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper, TypedTotals
from jxc_desktop.stock.typed_source import ReturnSource
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class PurchaseReturnKind(BuyKind, PaperKind):
    """Goods sent back to a supplier: of a receipt at its price and cost, else with a reason."""

    kind = "purchase_return"
    source_kind = "goods_receipt"
    discounts = False
    skips_blanks = True
    remembers_extra = False

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("purchase", "采购退货单"),
            "partner": translate("purchase", "供应商"),
            "paid": translate("purchase", "本次收回"),
            "credit": translate("purchase", "冲减欠款"),
            "last": translate("purchase", "上次进价"),
            "empty": translate("purchase", "还没有供应商。先选原单，或填供应商的编号、名称或拼音"),
            "ordered": translate("purchase", "已入"),
            "done": translate("purchase", "已退"),
            "quantity": translate("purchase", "本次退"),
        }

    def source_field(self, pane: Pane) -> SearchField:
        return receipt_field(pane, lambda: self.where.partner_id)

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        super().extras(choices)
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(("", *reasons()))
        return (
            ExtraField(
                translate("purchase", "退货原因"),
                box,
                lambda: box.currentText().strip(),
                box.setEditText,
                box.editTextChanged,
            ),
        )

    def shortage(self, *, negative_allowed: bool) -> str:
        return "warn" if negative_allowed else "bad"

    def over_mark(self, line: TypedLine) -> Mark | None:
        if self.where.source and line.from_line is None:
            told = translate("purchase", "{number} 没有这一行。从原单的行里退，或清空原单")
            return Mark("bad", told.format(number=self.where.source))
        try:
            self._share(line)
        except UserError as error:
            return Mark("bad", error.message)
        return super().over_mark(line)

    def fixed(self, line: TypedLine) -> str:
        if line.from_line is None:
            return ""
        return translate("purchase", "按原单的商品和价退，只填本次退的数量")

    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        return None

    def meant_unit(self, line: TypedLine, terms: Terms) -> str:
        return ""

    def amount_of(self, line: TypedLine, terms: Terms) -> int | None:
        if not isinstance(self.source, ReturnSource):
            return super().amount_of(line, terms)
        try:
            share = self._share(line)
        except UserError:
            return None
        return None if share is None else int(share["gross"])

    def totals_of(self, lines: Sequence[TypedLine], terms: Terms) -> TypedTotals:
        if not isinstance(self.source, ReturnSource):
            return super().totals_of(lines, terms)
        try:
            return self.source.totals(lines)
        except UserError as error:
            return TypedTotals(problem=error.message)

    def obstacle(self, paper: TypedPaper) -> str:
        if paper.source or paper.extra:
            return ""
        return translate("purchase", "没有原单的退货要写退货原因，或先选原单")

    def read_source(self, number: str) -> Callable[[Session], ReceiptSource]:
        return partial(receipt_to_return, number=number)

    def draft(
        self, paper: TypedPaper, lines: Sequence[LineDraft], total: int
    ) -> PurchaseReturnDraft:
        back = tuple(ReturnLine(x.from_line, x.quantity) for x in lines if x.from_line is not None)
        return PurchaseReturnDraft(
            paper.day,
            paper.partner_id or 0,
            paper.warehouse_id or 0,
            original=paper.source,
            back=back if paper.source else (),
            lines=() if paper.source else tuple(lines),
            price_includes_tax=paper.price_includes_tax,
            payments=paper.payments(total),
            reason=paper.extra,
            remark=paper.remark,
        )

    def post(self, session: Session, draft: PurchaseReturnDraft, *, key: Key) -> Posted:
        return post_purchase_return(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_purchase_return(session, wanted, key=key)

    def view(self, session: Session, number: str) -> PurchaseReturnView:
        return purchase_return_view(session, number)

    def extra_of(self, view: Any) -> str:
        return str(view.head.reason)

    def source_of(self, view: PurchaseReturnView) -> str:
        return view.original or ""

    def note(self, session: Session, number: str) -> Form:
        return printed_return(session, number)

    def foresee(self, session: Session, draft: PurchaseReturnDraft) -> Foreseen:
        return foresee_return(session, draft)

    def _share(self, line: TypedLine) -> Mapping[str, Any] | None:
        return self.source.share(line) if isinstance(self.source, ReturnSource) else None


def reasons() -> tuple[str, ...]:
    """What goods are sent back for, as a choice; any other may be typed."""
    return (
        translate("purchase", "质量问题"),
        translate("purchase", "发错货"),
        translate("purchase", "临期或过期"),
        translate("purchase", "运输破损"),
        translate("purchase", "滞销退货"),
        translate("purchase", "价格不符"),
    )
