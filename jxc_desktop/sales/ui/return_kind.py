"""What a return (销售退货单) says about itself: lines of a delivery come back, or goods without one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.following import delivery_to_return
from jxc_desktop.sales.foreseen import foresee_return
from jxc_desktop.sales.note import printed_return
from jxc_desktop.sales.queries import SalesReturnView, sales_return_view
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.ui.delivery_search import delivery_field
from jxc_desktop.sales.ui.sale_kind import SaleKind
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.typed_source import ReturnSource
from jxc_desktop.stock.ui.back_kind import BackKind
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class ReturnKind(BackKind, SaleKind, PaperKind):
    """Goods a customer brings back: of a delivery at its price and cost, else with a reason."""

    kind = "sales_return"
    source_kind = "sales_delivery"
    shows_cost = True

    def words(self) -> Mapping[str, str]:
        return {
            "title": translate("sales", "销售退货单"),
            "partner": translate("sales", "客户"),
            "paid": translate("sales", "本次退款"),
            "credit": translate("sales", "冲减欠款"),
            "last": translate("sales", "上次成交"),
            "empty": translate("sales", "还没有客户。先选原单，或填客户的编号、名称或拼音"),
            "ordered": translate("sales", "已出"),
            "done": translate("sales", "已退"),
            "quantity": translate("sales", "本次退"),
        }

    def source_field(self, pane: Pane) -> SearchField:
        return delivery_field(pane, lambda: self.where.partner_id)

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        return self.reason_fields()

    def reasons(self) -> tuple[str, ...]:
        """What customers bring goods back for, as a choice; any other may be typed."""
        return (
            translate("sales", "质量问题"),
            translate("sales", "发错货"),
            translate("sales", "客户不要了"),
            translate("sales", "临期或过期"),
            translate("sales", "运输破损"),
            translate("sales", "价格不符"),
        )

    def shortage(self, *, negative_allowed: bool) -> str:
        return ""

    def read_source(self, number: str) -> Callable[[Session], ReturnSource]:
        return partial(delivery_to_return, number=number)

    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> SalesReturnDraft:
        return SalesReturnDraft(**self.back(paper, lines, total))

    def post(self, session: Session, draft: SalesReturnDraft, *, key: Key) -> Posted:
        return post_sales_return(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_sales_return(session, wanted, key=key)

    def view(self, session: Session, number: str) -> SalesReturnView:
        return sales_return_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        return printed_return(session, number)

    def foresee(self, session: Session, draft: SalesReturnDraft) -> Foreseen:
        return foresee_return(session, draft)
