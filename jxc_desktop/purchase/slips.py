"""The goods receipt (采购入库单) and the return as forms (domain.md §7.2).

Who may not see purchase prices gets them without.
"""

from collections.abc import Sequence

from jxc_desktop.core.i18n import listed, on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.purchase.queries import PurchaseReturnView, ReceiptLineView, ReceiptView
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.slips import (
    Firm,
    firm_fields,
    mark_of,
    money,
    notes_of,
    one_unit,
    own_fields,
    paid_share,
    price,
    quantity,
    rate,
    source_fields,
)


@on_paper
def receipt_note(
    view: ReceiptView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """The note of a goods receipt; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("purchase", "采购入库单"),
        columns=_columns(view),
        rows=_rows(view.lines),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            own_fields(view.head, view.warehouse_name),
        ),
        total=_total(view),
        words=view.total,
        footer=(_foot(view),),
        signatures=(
            Field(translate("purchase", "制单"), view.head.created_by),
            Field(translate("purchase", "采购")),
            Field(translate("purchase", "验收")),
            Field(translate("purchase", "仓管")),
            Field(translate("purchase", "审核"), view.head.posted_by),
        ),
        notes=(*_refused(view), *notes_of(settings)),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def _refused(view: ReceiptView) -> tuple[str, ...]:
    """A sentence about what was refused at the door."""
    told = translate("purchase", "{goods} {quantity} {unit}（{cause}）")
    goods = [
        told.format(goods=r.name, quantity=quantity(r.quantity), unit=r.unit, cause=r.cause)
        for r in view.rejections
    ]
    return (translate("purchase", "拒收：{goods}").format(goods=listed(goods)),) if goods else ()


@on_paper
def return_note(
    view: PurchaseReturnView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """The note of goods sent back to a supplier; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("purchase", "采购退货单"),
        columns=_columns(view),
        rows=_rows(view.lines),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            own_fields(view.head, view.warehouse_name),
            source_fields(view.original, view.head.reason),
        ),
        total=_total(view),
        words=view.total,
        footer=(_return_foot(view),),
        signatures=(
            Field(translate("purchase", "制单"), view.head.created_by),
            Field(translate("purchase", "采购")),
            Field(translate("purchase", "仓管")),
            Field(translate("purchase", "审核"), view.head.posted_by),
            Field(translate("purchase", "供应商签收"), weight=1.5),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def _columns(view: ReceiptView | PurchaseReturnView) -> tuple[FormColumn, ...]:
    with_tax = translate("purchase", "含税单价")
    without = translate("purchase", "单价")
    share = FormColumn(translate("purchase", "折扣"), 12, "right", price=True)
    return (
        FormColumn(translate("purchase", "序"), 8, "centre"),
        FormColumn(translate("purchase", "商品编号"), 22),
        FormColumn(translate("purchase", "商品名称")),
        FormColumn(translate("purchase", "规格"), 20),
        FormColumn(translate("purchase", "单位"), 10, "centre"),
        FormColumn(translate("purchase", "数量"), 16, "right", places=4),
        FormColumn(with_tax if view.price_includes_tax else without, 18, "right", price=True),
        *((share,) if _discounted(view.lines) else ()),
        FormColumn(translate("purchase", "金额"), 21, "right", places=2, price=True),
        FormColumn(translate("purchase", "税率"), 11, "right", price=True),
        FormColumn(translate("purchase", "税额"), 17, "right", places=2, price=True),
        FormColumn(translate("purchase", "价税合计"), 21, "right", places=2, price=True),
    )


def _discounted(lines: Sequence[ReceiptLineView]) -> bool:
    return any(line.discount for line in lines)


def _rows(lines: Sequence[ReceiptLineView]) -> tuple[tuple[str, ...], ...]:
    return tuple(_row(line, share=_discounted(lines)) for line in lines)


def _row(line: ReceiptLineView, *, share: bool) -> tuple[str, ...]:
    name = f"{line.name}{translate('purchase', '（赠）')}" if line.is_gift else line.name
    goods = (str(line.line_no), line.product, name, line.spec, line.unit, quantity(line.quantity))
    return (
        *goods,
        price(line.price or 0),
        *((paid_share(line.discount or 0),) if share else ()),
        money(line.net or 0),
        rate(line.tax_rate or 0),
        money(line.tax or 0),
        money(line.gross or 0),
    )


def _total(view: ReceiptView | PurchaseReturnView) -> tuple[str, ...]:
    countable = one_unit([line.unit for line in view.lines])
    pieces = quantity(sum(line.quantity for line in view.lines)) if countable else ""
    sums = (money(view.net or 0), "", money(view.tax or 0), money(view.total or 0))
    return ("", "", "", "", "", pieces, "", *(("",) if _discounted(view.lines) else ()), *sums)


def _foot(view: ReceiptView) -> tuple[Field, ...]:
    paid = sum(payment.amount for payment in view.payments)
    total = view.total or 0
    return (
        Field(translate("purchase", "本单优惠"), money(view.order_discount or 0)),
        Field(translate("purchase", "应付"), money(total)),
        Field(translate("purchase", "已付"), money(paid)),
        Field(translate("purchase", "本单欠款"), money(total - paid)),
    )


def _return_foot(view: PurchaseReturnView) -> tuple[Field, ...]:
    paid = sum(payment.amount for payment in view.payments)
    total = view.total or 0
    return (
        Field(translate("purchase", "应退"), money(total)),
        Field(translate("purchase", "已退款"), money(paid)),
        Field(translate("purchase", "冲减欠款"), money(total - paid)),
    )
