"""What was held back as its maker's draft again: each kind as its pane keeps it, None where a pane could not hold all.

Only documents that came as data can say more than a pane can: several ways of paying, terms of single lines.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.typed_money import MONEY_KINDS
from jxc_desktop.cash.typed_money import typed_again as money_again
from jxc_desktop.core.schema import Base
from jxc_desktop.ledger.papers import header_of, parts_of
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.pricing.changes import PriceChangeDraft
from jxc_desktop.pricing.typed_change import typed_again as change_again
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.inspection import Rejection
from jxc_desktop.purchase.landed import LandedDraft
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.purchase.ordering import PurchaseOrderDraft
from jxc_desktop.purchase.requests import RequestDraft
from jxc_desktop.purchase.services import ReceiptDraft
from jxc_desktop.purchase.typed_landed import landed_again
from jxc_desktop.sales.invoices import SalesInvoiceDraft
from jxc_desktop.sales.models import SalesDelivery, SalesDeliveryLine
from jxc_desktop.sales.services import DeliveryDraft
from jxc_desktop.stock.cost_adjustments import AdjustmentDraft
from jxc_desktop.stock.counting import CountDraft
from jxc_desktop.stock.losses import LossDraft
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_adjustment import typed_again as adjustment_again
from jxc_desktop.stock.typed_count import typed_again as count_again
from jxc_desktop.stock.typed_loss import typed_again as loss_again
from jxc_desktop.stock.typed_paper import TypedPaper, kept_line, typed_again

Body = Mapping[str, Any]
AsDraft = Callable[[Session, Any, str], Body | None]
"""Makes the body of a draft of what was held, with the firm's name for lists."""


def as_draft(kind: str) -> AsDraft:
    """How a document of the kind is a draft again."""
    return partial(_money, kind) if kind in MONEY_KINDS else _AS_DRAFTS[kind]


def _body(paper: TypedPaper | None) -> Body | None:
    return paper.body() if paper else None


def _sale(_session: Session, draft: DeliveryDraft | OrderDraft, subject: str) -> Body | None:
    return _body(typed_again(draft, subject))


def _purchase_order(_session: Session, draft: PurchaseOrderDraft, subject: str) -> Body | None:
    return _body(typed_again(draft, subject, draft.sales_order))


def _receipt(_session: Session, draft: ReceiptDraft, subject: str) -> Body | None:
    paper = typed_again(draft, subject, draft.invoice or "")
    lines = None if paper is None else _inspected(paper.lines, draft.rejected)
    return _body(replace(paper, lines=lines)) if paper and lines is not None else None


def _inspected(lines: Sequence[Body], rejected: Iterable[Rejection]) -> tuple[Body, ...] | None:
    """The lines with what was refused beside each; None where that stands beside no line, or twice beside one."""
    found = list(lines)
    for each in rejected:
        place = next((n for n, line in enumerate(found) if _beside(line, each)), None)
        if place is None:
            return None
        found[place] = {**found[place], "rejected": each.quantity, "cause": each.reason}
    return tuple(found)


def _beside(line: Body, each: Rejection) -> bool:
    same = line["product"] == each.product_id and each.unit in {"", line["unit"]}
    return same and each.from_line in {None, line["from_line"]} and "rejected" not in line


def _returned(
    session: Session, draft: Any, subject: str, *, original: type[Base], lines: type[Base]
) -> Body | None:
    if not draft.original:
        return None if _own_invoice(draft) else _body(typed_again(draft, subject, draft.reason))
    head = header_of(session, original.__tablename__, draft.original)
    rows = {row["line_no"]: row for row in parts_of(session, lines, head["id"])}
    paper = typed_again(draft, subject, draft.reason)
    if paper is None:
        return None
    back = tuple(_line_back(rows[each.from_line], each.quantity) for each in draft.back)
    with_tax = bool(head["price_includes_tax"])
    return replace(paper, lines=back, source=draft.original, price_includes_tax=with_tax).body()


def _own_invoice(draft: Any) -> bool:
    """Whether a return without an original says which invoice it is about, for which there is no field."""
    return getattr(draft, "invoice", None) is not None


def _line_back(row: Mapping[str, Any], quantity: int) -> Body:
    line = LineDraft(
        row["product_id"],
        quantity,
        row["unit"],
        row["price"],
        row["discount"],
        row["tax_rate"],
        bool(row["is_gift"]),
        row["line_no"],
    )
    return kept_line(line)


def _request(_session: Session, draft: RequestDraft, subject: str) -> Body:
    fields = {
        "warehouse": draft.warehouse_id,
        "due_day": draft.due_day.isoformat() if draft.due_day else "",
        "lines": [kept_line(line) for line in draft.lines],
        "amends": draft.amends,
        "purpose": draft.purpose,
    }
    return TypedFields(draft.day, None, subject, draft.remark, fields).body()


def _invoice(session: Session, draft: PurchaseInvoiceDraft, subject: str) -> Body | None:
    if not all(_plain_price(session, draft, line) for line in draft.lines):
        return None
    lines = [
        {
            "receipt": line.receipt,
            "from_line": line.from_line,
            "quantity": line.quantity,
            "price": line.price,
            "includes_tax": line.includes_tax,
        }
        for line in draft.lines
    ]
    fields = {
        "number": draft.invoice_number,
        "invoice": draft.invoice or "",
        "invoice_day": (draft.invoice_day or draft.day).isoformat(),
        "receipt": "",
        "lines": lines,
    }
    return TypedFields(draft.day, draft.partner_id, subject, draft.remark, fields).body()


def _given_out(_session: Session, draft: SalesInvoiceDraft, subject: str) -> Body:
    fields = {
        "number": draft.invoice_number,
        "invoice": draft.invoice,
        "title": draft.title,
        "red_of": draft.red_of,
        "lines": [asdict(line) for line in draft.lines],
    }
    return TypedFields(draft.day, draft.partner_id, subject, draft.remark, fields).body()


def _plain_price(session: Session, draft: PurchaseInvoiceDraft, line: Any) -> bool:
    """Whether a line is priced as the pane prices it: on its receipt's footing of tax, with nothing off."""
    if line.discount or line.tax_rate is not None:
        return False
    head = header_of(session, GoodsReceipt.kind, line.receipt)
    said = {line.includes_tax, draft.price_includes_tax} - {None}
    return said <= {bool(head["price_includes_tax"])}


def _allowance(session: Session, draft: AllowanceDraft, subject: str) -> Body | None:
    total = sum(line.amount for line in draft.lines)
    account = draft.payments[0].money_account_id if draft.payments else None
    one_way = sum(each.amount for each in draft.payments) in {0, total}
    plain = draft.price_includes_tax and all(line.tax_rate is None for line in draft.lines)
    if len(draft.payments) > 1 or not (one_way and plain):
        return None
    fields = {
        "original": draft.original,
        "warehouse": draft.warehouse_id,
        "invoice": draft.invoice or "",
        "account": account,
        "reason": draft.reason,
        "lines": _allowed(session, draft),
    }
    return TypedFields(draft.day, draft.partner_id, subject, draft.remark, fields).body()


def _landed(_session: Session, draft: LandedDraft, subject: str) -> Body | None:
    typed = landed_again(draft, subject)
    return typed.body() if typed else None


def _allowed(session: Session, draft: AllowanceDraft) -> list[Body]:
    if not draft.original:
        return [_kept(line, line.product_id, line.unit, line.quantity) for line in draft.lines]
    head = header_of(session, GoodsReceipt.kind, draft.original)
    rows = {row["line_no"]: row for row in parts_of(session, GoodsReceiptLine, head["id"])}
    found = []
    for line in draft.lines:
        row = rows[line.from_line or 0]
        quantity = row["quantity"] if line.quantity is None else line.quantity
        found.append(_kept(line, row["product_id"], row["unit"], quantity))
    return found


def _kept(line: AllowanceLine, product: int | None, unit: str, quantity: int | None) -> Body:
    return {
        "product": product,
        "unit": unit,
        "quantity": quantity,
        "from_line": line.from_line,
        "amount": line.amount,
    }


def _money(kind: str, _session: Session, draft: Any, subject: str) -> Body:
    return money_again(kind, draft, subject).body()


def _change(_session: Session, draft: PriceChangeDraft, _subject: str) -> Body:
    return change_again(draft).body()


def _loss(_session: Session, draft: LossDraft, subject: str) -> Body:
    return loss_again(draft, subject).body()


def _adjustment(_session: Session, draft: AdjustmentDraft, subject: str) -> Body:
    return adjustment_again(draft, subject).body()


def _count(_session: Session, draft: CountDraft, subject: str) -> Body:
    return count_again(draft, subject).body()


_AS_DRAFTS: Mapping[str, AsDraft] = {
    "quotation": _sale,
    "sales_order": _sale,
    "sales_delivery": _sale,
    "sales_return": partial(_returned, original=SalesDelivery, lines=SalesDeliveryLine),
    "sales_invoice": _given_out,
    "purchase_request": _request,
    "purchase_order": _purchase_order,
    "goods_receipt": _receipt,
    "purchase_invoice": _invoice,
    "purchase_return": partial(_returned, original=GoodsReceipt, lines=GoodsReceiptLine),
    "purchase_allowance": _allowance,
    "landed_cost": _landed,
    "price_change": _change,
    "stock_count": _count,
    "stock_loss": _loss,
    "stock_gain": _loss,
    "cost_adjustment": _adjustment,
}
