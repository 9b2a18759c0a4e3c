"""What quotations (销售报价单) and sales orders (销售订单) say about themselves to the pane that shows them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.following import quotation_to_order
from jxc_desktop.sales.note import printed_order, printed_quotation
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.queries import quotation_view, sales_order_view
from jxc_desktop.sales.ui.sale_kind import SaleKind
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.standing import standing
from jxc_desktop.stock.ordering.views import DONE, PARTLY, OrderView
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.typed_source import OrderSource
from jxc_desktop.stock.ui.order_kind import FollowUp, OrderPaperKind


class _SaleOrderKind(SaleKind, OrderPaperKind):
    """Both hold goods for a customer until a day, at prices."""

    person_field = "salesperson"

    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> OrderDraft:
        return OrderDraft(**self.head(paper, lines), salesperson=paper.person)


class QuotationKind(_SaleOrderKind):
    """Prices offered; what comes of them is an order."""

    kind = "quotation"
    orders = QUOTATION
    chips: ClassVar[Mapping[str, str]] = {PARTLY: "partly_ordered", DONE: "won", "closed": "lost"}

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("sales", "销售报价单"),
            "partner": translate("sales", "客户"),
            "last": translate("sales", "上次成交"),
            "person": translate("sales", "业务员"),
            "empty": translate("sales", "还没有客户。填客户的编号、名称或拼音"),
            "due": translate("sales", "有效期至"),
            "post": translate("sales", "审核"),
            "posted": translate("sales", "{number} 已审核，可以打印或存 PDF 发给客户"),
            "followed": translate("sales", "已订"),
            "open": translate("sales", "未订"),
            "close_reason": translate("sales", "没成交的原因"),
        }

    def shortage(self, *, negative_allowed: bool) -> str:
        return ""

    def follow_up(self) -> FollowUp:
        return FollowUp("sales_order", translate("sales", "转订单"), "clipboard-check")

    def post(self, session: Session, draft: Any, *, key: Key) -> Posted:
        return approve_quotation(session, draft, key=key)

    def view(self, session: Session, number: str) -> OrderView:
        return standing(session, QUOTATION, quotation_view(session, number))

    def note(self, session: Session, number: str) -> Form:
        return printed_quotation(session, number)


class SalesOrderKind(_SaleOrderKind):
    """What a customer ordered; what comes of it are deliveries."""

    kind = "sales_order"
    source_kind = "quotation"
    orders = SALES_ORDER
    chips: ClassVar[Mapping[str, str]] = {PARTLY: "partly_delivered"}

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("sales", "销售订单"),
            "partner": translate("sales", "客户"),
            "last": translate("sales", "上次成交"),
            "person": translate("sales", "业务员"),
            "empty": translate("sales", "还没有客户。填客户的编号、名称或拼音"),
            "due": translate("sales", "交货日期"),
            "post": translate("sales", "审核"),
            "posted": translate("sales", "{number} 已审核，货已占用。F12 转出库"),
            "followed": translate("sales", "已出"),
            "open": translate("sales", "未出"),
        }

    def read_source(self, number: str) -> Callable[[Session], OrderSource]:
        return partial(quotation_to_order, number=number)

    def follow_up(self) -> FollowUp:
        return FollowUp("sales_delivery", translate("sales", "转出库"), "truck")

    def post(self, session: Session, draft: Any, *, key: Key) -> Posted:
        return approve_sales_order(session, draft, key=key)

    def view(self, session: Session, number: str) -> OrderView:
        return standing(session, SALES_ORDER, sales_order_view(session, number))

    def note(self, session: Session, number: str) -> Form:
        return printed_order(session, number)
