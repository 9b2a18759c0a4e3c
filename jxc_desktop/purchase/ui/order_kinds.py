"""What suppliers' quotations (供应商报价单) and purchase orders (采购订单) say about themselves to their pane."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.form import Form
from jxc_desktop.purchase.following import RfqSource, quotation_to_buy, rfq_to_answer
from jxc_desktop.purchase.note import printed_order, printed_quotation
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER, SUPPLIER_QUOTATION
from jxc_desktop.purchase.ordering import (
    PurchaseOrderDraft,
    Quoted,
    SupplierQuotationDraft,
    approve_purchase_order,
    approve_supplier_quotation,
)
from jxc_desktop.purchase.queries import (
    QuotedLineView,
    purchase_order_view,
    supplier_quotation_view,
)
from jxc_desktop.purchase.ui.buy_kind import BuyKind
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.standing import standing
from jxc_desktop.stock.ordering.views import PARTLY, OrderView
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.typed_source import OrderSource
from jxc_desktop.stock.ui.order_kind import FollowUp, OrderPaperKind
from jxc_desktop.stock.ui.paper_header import ExtraField


class _BuyOrderKind(BuyKind, OrderPaperKind):
    """Both are a supplier's goods until a day, at prices."""

    remembers_extra = False


class SupplierQuotationKind(_BuyOrderKind):
    """Prices a supplier offers; they go on its price list, and an order may follow."""

    kind = "supplier_quotation"
    source_kind = "rfq"
    orders = SUPPLIER_QUOTATION
    chips: ClassVar[Mapping[str, str]] = {PARTLY: "partly_ordered"}

    def __init__(self) -> None:
        super().__init__()
        self._lead_days = ""

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("purchase", "供应商报价单"),
            "partner": translate("purchase", "供应商"),
            "last": translate("purchase", "上次进价"),
            "empty": translate("purchase", "还没有供应商。填供应商的编号、名称或拼音"),
            "due": translate("purchase", "有效期至"),
            "post": translate("purchase", "审核"),
            "posted": translate("purchase", "{number} 已审核，价格已进供应商价目"),
            "followed": translate("purchase", "已订"),
            "open": translate("purchase", "未订"),
        }

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        super().extras(choices)
        days = QLineEdit()
        days.setValidator(QIntValidator(0, 999, days))
        word = translate("purchase", "到货天数")
        return (ExtraField(word, days, lambda: days.text().strip(), days.setText, days.textEdited),)

    def read_source(self, number: str) -> Callable[[Session], RfqSource]:
        return partial(rfq_to_answer, number=number)

    def extra_of(self, _view: OrderView) -> str:
        return self._lead_days

    def follow_up(self) -> FollowUp:
        return FollowUp("purchase_order", translate("purchase", "转订单"), "clipboard-check")

    def draft(
        self, paper: TypedPaper, lines: Sequence[LineDraft], total: int
    ) -> SupplierQuotationDraft:
        days = int(paper.extra) if paper.extra else None
        terms = tuple(Quoted(days) for _line in lines)
        return SupplierQuotationDraft(**self.head(paper, lines), terms=terms)

    def post(self, session: Session, draft: Any, *, key: Key) -> Posted:
        return approve_supplier_quotation(session, draft, key=key)

    def view(self, session: Session, number: str) -> OrderView:
        view = supplier_quotation_view(session, number)
        days = [x.lead_days for x in view.lines if isinstance(x, QuotedLineView) and x.lead_days]
        # The pane shows one figure for the whole: where the lines differ, the longest.
        self._lead_days = str(max(days)) if days else ""
        return standing(session, SUPPLIER_QUOTATION, view)

    def note(self, session: Session, number: str) -> Form:
        return printed_quotation(session, number)


class PurchaseOrderKind(_BuyOrderKind):
    """What a supplier is to deliver; what comes of it are receipts."""

    kind = "purchase_order"
    source_kind = "supplier_quotation"
    person_field = "buyer"
    orders = PURCHASE_ORDER
    chips: ClassVar[Mapping[str, str]] = {PARTLY: "partly_received"}

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("purchase", "采购订单"),
            "partner": translate("purchase", "供应商"),
            "last": translate("purchase", "上次进价"),
            "person": translate("purchase", "采购员"),
            "empty": translate("purchase", "还没有供应商。填供应商的编号、名称或拼音"),
            "due": translate("purchase", "交货日期"),
            "post": translate("purchase", "审核"),
            "posted": translate("purchase", "{number} 已审核，货算在途。F12 转入库"),
            "followed": translate("purchase", "已入"),
            "open": translate("purchase", "未入"),
        }

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        super().extras(choices)
        bought_for = QLineEdit()
        word = translate("purchase", "客户订单")
        return (
            ExtraField(
                word,
                bought_for,
                lambda: bought_for.text().strip(),
                bought_for.setText,
                bought_for.textEdited,
            ),
        )

    def extra_of(self, view: OrderView) -> str:
        return view.sales_order

    def read_source(self, number: str) -> Callable[[Session], OrderSource]:
        return partial(quotation_to_buy, number=number)

    def source_of(self, view: OrderView) -> str:
        quoted = view.source.startswith(SUPPLIER_QUOTATION.family.header.prefix)
        return view.source if quoted else ""

    def follow_up(self) -> FollowUp:
        return FollowUp("goods_receipt", translate("purchase", "转入库"), "file-down")

    def draft(
        self, paper: TypedPaper, lines: Sequence[LineDraft], total: int
    ) -> PurchaseOrderDraft:
        return PurchaseOrderDraft(
            **self.head(paper, lines), sales_order=paper.extra, buyer=paper.person
        )

    def post(self, session: Session, draft: Any, *, key: Key) -> Posted:
        return approve_purchase_order(session, draft, key=key)

    def view(self, session: Session, number: str) -> OrderView:
        return standing(session, PURCHASE_ORDER, purchase_order_view(session, number))

    def note(self, session: Session, number: str) -> Form:
        return printed_order(session, number)
