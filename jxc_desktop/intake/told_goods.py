"""What an approver must see of goods that wait to be bought, sold or sent back: lines as they would be posted now."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.intake.told_money import Told, ways_words
from jxc_desktop.partners.facts import customer_facts, supplier_facts
from jxc_desktop.purchase.allowed import AllowanceDraft, allowance_rows
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft, bill_of
from jxc_desktop.purchase.landed import LandedDraft, landed_rows
from jxc_desktop.purchase.landed_words import basis_words, policy_of, policy_words
from jxc_desktop.purchase.requests import RequestDraft
from jxc_desktop.purchase.returns import return_rows as purchase_return_rows
from jxc_desktop.purchase.services import ReceiptDraft, priced_receipt
from jxc_desktop.sales.invoices import SalesInvoiceDraft
from jxc_desktop.sales.returns import return_rows as sales_return_rows
from jxc_desktop.sales.services import DeliveryDraft, priced_delivery
from jxc_desktop.shop.approvals.reviews import Facts, Lines, ReviewLine
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.cost_adjustments import AdjustmentDraft
from jxc_desktop.stock.cost_adjustments import foreseen_rows as foreseen_rows_of_adjustment
from jxc_desktop.stock.counting import CountDraft
from jxc_desktop.stock.counts import differences_of
from jxc_desktop.stock.losses import FOUND, LOST, Flow, LossDraft, foreseen_rows
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.wishes import wished_rows
from jxc_desktop.stock.papers import line_rows
from jxc_desktop.stock.reasons import reason_facts

_GOODS = "SELECT id, name, spec, unit FROM product WHERE id "
_NAMES = Statement(f"{_GOODS}IN {among('products')}", postgresql=f"{_GOODS}= ANY(:products)")
_WAREHOUSE = Statement("SELECT name FROM warehouse WHERE id = :id")


def _delivery(session: Session, draft: DeliveryDraft) -> Told:
    customer = customer_facts(session, draft.partner_id)
    lines = priced_delivery(session, draft, settings_of(session), customer)
    facts = _trade_facts(session, draft.order_discount or 0, draft.payments)
    return facts, _goods(session, line_rows(0, lines))


def _sales_order(session: Session, draft: OrderDraft) -> Told:
    customer = customer_facts(session, draft.partner_id)
    lines = priced_delivery(session, draft, settings_of(session), customer)
    return _order_facts(draft), _goods(session, line_rows(0, lines))


def _purchase_order(session: Session, draft: OrderDraft) -> Told:
    lines = priced_receipt(session, draft, settings_of(session))
    return _order_facts(draft), _goods(session, line_rows(0, lines))


def _order_facts(draft: OrderDraft) -> Facts:
    told = (
        (translate("intake", "来源"), draft.source),
        (translate("intake", "要在"), draft.due_day.isoformat() if draft.due_day else ""),
        (translate("intake", "整单优惠"), _yuan(draft.order_discount)),
    )
    return _said(told)


def _yuan(fen: int | None) -> str:
    return text_of(fen, MONEY_PLACES) if fen else ""


def _receipt(session: Session, draft: ReceiptDraft) -> Told:
    lines = priced_receipt(session, draft, settings_of(session))
    facts = _trade_facts(session, draft.order_discount or 0, draft.payments)
    return facts, _goods(session, line_rows(0, lines))


def _sales_return(session: Session, draft: Any) -> Told:
    return _returned(session, draft, sales_return_rows(session, draft, hold=False)[1])


def _purchase_return(session: Session, draft: Any) -> Told:
    supplier = supplier_facts(session, draft.partner_id)
    return _returned(session, draft, purchase_return_rows(session, draft, supplier, hold=False)[2])


def _returned(session: Session, draft: Any, rows: Iterable[Mapping[str, Any]]) -> Told:
    told = (
        (translate("intake", "原单"), draft.original),
        (translate("intake", "原因"), draft.reason),
        _settled(session, draft.payments, translate("intake", "冲减欠款")),
    )
    return _said(told), _goods(session, rows)


def _request(session: Session, draft: RequestDraft) -> Told:
    facts = (
        (translate("intake", "用途"), draft.purpose),
        (translate("intake", "要在"), draft.due_day.isoformat() if draft.due_day else ""),
    )
    return _said(facts), _goods(session, wished_rows(session, draft.lines))


def _invoice(session: Session, draft: PurchaseInvoiceDraft) -> Told:
    bill = bill_of(session, draft, supplier_facts(session, draft.partner_id), hold=False)
    facts = (
        (translate("intake", "发票号码"), draft.invoice_number),
        (translate("intake", "开票日期"), (draft.invoice_day or draft.day).isoformat()),
        (translate("intake", "入库单"), listed(bill.receipts)),
    )
    return facts, _goods(session, (line.row for line in bill.lines))


def _given_out(_session: Session, draft: SalesInvoiceDraft) -> Told:
    """An invoice to be registered; its lines say every sum since it waits (`sales.invoices`)."""
    kinds = {
        "special": translate("intake", "专用发票"),
        "ordinary": translate("intake", "普通发票"),
    }
    facts = (
        (translate("intake", "发票号码"), draft.invoice_number),
        (translate("intake", "发票"), kinds[draft.invoice]),
        (translate("intake", "购方"), draft.title),
        (translate("intake", "冲红的发票"), draft.red_of),
    )
    lines = (ReviewLine(each.source or each.summary, amount=each.gross) for each in draft.lines)
    return _said(facts), tuple(lines)


def _allowance(session: Session, draft: AllowanceDraft) -> Told:
    supplier = supplier_facts(session, draft.partner_id)
    _header, rows = allowance_rows(session, draft, supplier, hold=False)
    return _returned(session, draft, rows)


def _landed(session: Session, draft: LandedDraft) -> Told:
    """The receipts, the way of spreading, and what each line would bear."""
    supplier = supplier_facts(session, draft.partner_id)
    header, rows = landed_rows(session, draft, supplier, hold=False)
    facts = (
        (translate("intake", "入库单"), listed(draft.receipts)),
        (translate("intake", "分摊方法"), basis_words()[header["basis"]]),
        (translate("intake", "记到"), policy_words()[policy_of(capitalised=header["capitalised"])]),
        _settled(session, draft.payments, translate("intake", "挂账")),
    )
    goods = (
        {**row, "unit": "", "quantity": row["base_quantity"], "gross": row["amount"]}
        for row in rows
    )
    return _said(facts), _goods(session, goods)


def _lost(session: Session, draft: LossDraft, flow: Flow) -> Told:
    reason = reason_facts(session, draft.reason_id, gain=flow.gain)
    left_open = translate("intake", "先挂待处理财产损溢") if draft.unresolved else ""
    facts = (
        (translate("intake", "原因"), reason.name),
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
        (translate("intake", "处理"), left_open),
    )
    rows = foreseen_rows(session, flow, draft)
    priced = ({**row, "discount": 0, "gross": row["amount"] + row["tax"]} for row in rows)
    return _said(facts), _goods(session, priced)


def _adjusted(session: Session, draft: AdjustmentDraft) -> Told:
    """What is there and by how much its worth changes."""
    rows = foreseen_rows_of_adjustment(session, draft)
    facts = (
        (translate("intake", "对方科目"), draft.account),
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
    )
    told = (
        {
            "product_id": row["product_id"],
            "unit": "",
            "quantity": row["held"],
            "price": None,
            "discount": 0,
            "gross": row["amount"],
        }
        for row in rows
    )
    return _said(facts), _goods(session, told)


def _counted(session: Session, draft: CountDraft) -> Told:
    """The differences alone: what agrees changes nothing."""
    differing = differences_of(session, draft)
    told = (
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
        (translate("intake", "已盘"), str(len(draft.lines))),
        (translate("intake", "有差异"), str(len(differing))),
    )
    rows = (
        {
            "product_id": row["product_id"],
            "unit": "",
            "quantity": row["difference"],
            "price": None,
            "discount": 0,
            "gross": worth,
        }
        for row, worth in differing
    )
    return told, _goods(session, rows)


def _place(session: Session, warehouse_id: int) -> str:
    row = _WAREHOUSE.first(session, id=warehouse_id)
    return str(row[0]) if row else "—"


def money_facts() -> tuple[str, ...]:
    """The facts that tell what goods cost."""
    return translate("intake", "整单优惠"), translate("intake", "结算")


def _trade_facts(session: Session, discount: int, payments: tuple[Payment, ...]) -> Facts:
    on_credit = translate("intake", "赊销")
    facts = (
        (translate("intake", "整单优惠"), _yuan(discount)),
        _settled(session, payments, on_credit),
    )
    return _said(facts)


def _settled(session: Session, payments: tuple[Payment, ...], unpaid: str) -> tuple[str, str]:
    return translate("intake", "结算"), ways_words(session, payments) or unpaid


def _said(facts: Facts) -> Facts:
    """Those of the facts that say something."""
    return tuple(fact for fact in facts if fact[1])


def _goods(session: Session, rows: Iterable[Mapping[str, Any]]) -> Lines:
    kept = list(rows)
    wanted = sorted({row["product_id"] for row in kept})
    known = {row[0]: row[1:] for row in _NAMES.all(session, products=wanted)}
    return tuple(_line(row, *known[row["product_id"]]) for row in kept)


def _line(row: Mapping[str, Any], name: str, spec: str, unit: str) -> ReviewLine:
    return ReviewLine(
        name,
        spec,
        row["unit"] or unit,
        row["quantity"],
        row.get("price"),
        row.get("discount") or None,
        row.get("gross"),
    )


TOLD: Mapping[str, Callable[[Session, Any], Told]] = {
    "quotation": _sales_order,
    "sales_order": _sales_order,
    "purchase_request": _request,
    "purchase_order": _purchase_order,
    "sales_delivery": _delivery,
    "goods_receipt": _receipt,
    "purchase_invoice": _invoice,
    "sales_return": _sales_return,
    "sales_invoice": _given_out,
    "purchase_return": _purchase_return,
    "purchase_allowance": _allowance,
    "landed_cost": _landed,
    "stock_count": _counted,
    "stock_loss": partial(_lost, flow=LOST),
    "stock_gain": partial(_lost, flow=FOUND),
    "cost_adjustment": _adjusted,
}
