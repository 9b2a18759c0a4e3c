"""What a purchase return (采购退货单) says about itself: lines of a receipt go back, or goods without one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sqlalchemy.orm import Session

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
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.ui.back_kind import BackKind
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class PurchaseReturnKind(BackKind, BuyKind, PaperKind):
    """Goods sent back to a supplier: of a receipt at its price and cost, else with a reason."""

    kind = "purchase_return"
    source_kind = "goods_receipt"

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
        return self.reason_fields()

    def reasons(self) -> tuple[str, ...]:
        """What goods are sent back for, as a choice; any other may be typed."""
        return (
            translate("purchase", "质量问题"),
            translate("purchase", "发错货"),
            translate("purchase", "临期或过期"),
            translate("purchase", "运输破损"),
            translate("purchase", "滞销退货"),
            translate("purchase", "价格不符"),
        )

    def shortage(self, *, negative_allowed: bool) -> str:
        return "warn" if negative_allowed else "bad"

    def read_source(self, number: str) -> Callable[[Session], ReceiptSource]:
        return partial(receipt_to_return, number=number)

    def draft(
        self, paper: TypedPaper, lines: Sequence[LineDraft], total: int
    ) -> PurchaseReturnDraft:
        return PurchaseReturnDraft(**self.back(paper, lines, total))

    def post(self, session: Session, draft: PurchaseReturnDraft, *, key: Key) -> Posted:
        return post_purchase_return(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_purchase_return(session, wanted, key=key)

    def view(self, session: Session, number: str) -> PurchaseReturnView:
        return purchase_return_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        return printed_return(session, number)

    def foresee(self, session: Session, draft: PurchaseReturnDraft) -> Foreseen:
        return foresee_return(session, draft)
