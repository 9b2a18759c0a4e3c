"""What a return (销售退货单) says about itself: lines of a delivery come back, or goods without one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox
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
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper, TypedTotals
from jxc_desktop.stock.typed_source import ReturnSource
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class ReturnKind(SaleKind, PaperKind):
    """Goods a customer brings back: of a delivery at its price and cost, else with a reason."""

    kind = "sales_return"
    source_kind = "sales_delivery"
    shows_cost = True
    discounts = False
    skips_blanks = True
    remembers_extra = False

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
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(("", *reasons()))
        return (
            ExtraField(
                translate("sales", "退货原因"),
                box,
                lambda: box.currentText().strip(),
                box.setEditText,
                box.editTextChanged,
            ),
        )

    def shortage(self, *, negative_allowed: bool) -> str:
        return ""

    def over_mark(self, line: TypedLine) -> Mark | None:
        if self.where.source and line.from_line is None:
            told = translate("sales", "{number} 没有这一行。从原单的行里退，或清空原单")
            return Mark("bad", told.format(number=self.where.source))
        return super().over_mark(line)

    def fixed(self, line: TypedLine) -> str:
        if line.from_line is None:
            return ""
        return translate("sales", "按原单的商品和价退，只填本次退的数量")

    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        return None

    def amount_of(self, line: TypedLine, terms: Terms) -> int | None:
        if not isinstance(self.source, ReturnSource):
            return super().amount_of(line, terms)
        share = self.source.share(line)
        return None if share is None else int(share["gross"])

    def totals_of(self, lines: Sequence[TypedLine], terms: Terms) -> TypedTotals:
        if isinstance(self.source, ReturnSource):
            return self.source.totals(lines)
        return super().totals_of(lines, terms)

    def obstacle(self, paper: TypedPaper) -> str:
        if paper.source or paper.extra:
            return ""
        return translate("sales", "没有原单的退货要写退货原因，或先选原单")

    def read_source(self, number: str) -> Callable[[Session], ReturnSource]:
        return partial(delivery_to_return, number=number)

    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> SalesReturnDraft:
        back = tuple(ReturnLine(x.from_line, x.quantity) for x in lines if x.from_line is not None)
        return SalesReturnDraft(
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

    def post(self, session: Session, draft: SalesReturnDraft, *, key: Key) -> Posted:
        return post_sales_return(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        return reverse_sales_return(session, wanted, key=key)

    def view(self, session: Session, number: str) -> SalesReturnView:
        return sales_return_view(session, number)

    def extra_of(self, view: Any) -> str:
        return str(view.head.reason)

    def source_of(self, view: SalesReturnView) -> str:
        return view.original or ""

    def note(self, session: Session, number: str) -> Form:
        return printed_return(session, number)

    def foresee(self, session: Session, draft: SalesReturnDraft) -> Foreseen:
        return foresee_return(session, draft)


def reasons() -> tuple[str, ...]:
    """What customers bring goods back for, as a choice; any other may be typed."""
    return (
        translate("sales", "质量问题"),
        translate("sales", "发错货"),
        translate("sales", "客户不要了"),
        translate("sales", "临期或过期"),
        translate("sales", "运输破损"),
        translate("sales", "价格不符"),
    )
