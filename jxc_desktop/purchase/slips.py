"""The goods receipt (采购入库单) and the return as forms (domain.md §7.2).

Who may not see purchase prices gets them without.
"""

from collections.abc import Sequence

from jxc_desktop.core.i18n import listed, on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.purchase.queries import PurchaseReturnView, ReceiptLineView, ReceiptView
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.ordering.views import OrderLineView
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

BoughtLine = ReceiptLineView | OrderLineView


@on_paper
def receipt_note(
    view: ReceiptView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """The note of a goods receipt; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("purchase", "采购入库单"),
        columns=line_columns(view.lines, with_tax=view.price_includes_tax),
        rows=line_rows(view.lines),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            (*own_fields(view.head, view.warehouse_name), *order_fields(view.source)),
        ),
        total=_total(view),
        words=view.total,
        footer=(_foot(view),),
        signatures=(
            Field(translate("purchase", "制单"), view.head.created_by),
            Field(translate("purchase", "采购"), view.buyer),
            Field(translate("purchase", "验收")),
            Field(translate("purchase", "仓管")),
            Field(translate("purchase", "审核人"), view.head.posted_by),
        ),
        notes=(*_refused(view), *notes_of(settings)),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def order_fields(number: str) -> tuple[Field, ...]:
    """Which order came, where there is one."""
    return (Field(translate("purchase", "采购订单号"), number, 2.0),) if number else ()


def _total(view: ReceiptView | PurchaseReturnView) -> tuple[str, ...]:
    return line_total(view.lines, (view.net, view.tax, view.total))


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
        columns=line_columns(view.lines, with_tax=view.price_includes_tax),
        rows=line_rows(view.lines),
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
            Field(translate("purchase", "审核人"), view.head.posted_by),
            Field(translate("purchase", "供应商签收"), weight=1.5),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def line_columns(lines: Sequence[BoughtLine], *, with_tax: bool) -> tuple[FormColumn, ...]:
    """The columns of goods at a price; 折扣 stands only where there is any."""
    taxed = translate("purchase", "含税单价")
    without = translate("purchase", "单价")
    share = FormColumn(translate("purchase", "折扣"), 12, "right", price=True)
    return (
        FormColumn(translate("purchase", "序"), 8, "centre"),
        FormColumn(translate("purchase", "商品编号"), 22),
        FormColumn(translate("purchase", "商品名称")),
        FormColumn(translate("purchase", "规格"), 20),
        FormColumn(translate("purchase", "单位"), 10, "centre"),
        FormColumn(translate("purchase", "数量"), 16, "right", places=4),
        FormColumn(taxed if with_tax else without, 18, "right", price=True),
        *((share,) if _discounted(lines) else ()),
        FormColumn(translate("purchase", "金额"), 21, "right", places=2, price=True),
        FormColumn(translate("purchase", "税率"), 11, "right", price=True),
        FormColumn(translate("purchase", "税额"), 17, "right", places=2, price=True),
        FormColumn(translate("purchase", "价税合计"), 21, "right", places=2, price=True),
    )


def _discounted(lines: Sequence[BoughtLine]) -> bool:
    return any(line.discount for line in lines)


def line_rows(lines: Sequence[BoughtLine]) -> tuple[tuple[str, ...], ...]:
    """The lines as rows under `line_columns`."""
    return tuple(_row(line, share=_discounted(lines)) for line in lines)


def _row(line: BoughtLine, *, share: bool) -> tuple[str, ...]:
    gift = translate("purchase", "（赠）") if line.is_gift else ""
    name = f"{line.name}{gift} {line.lots_words}".rstrip()
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


def line_total(
    lines: Sequence[BoughtLine], amounts: tuple[int | None, int | None, int | None]
) -> tuple[str, ...]:
    """The total under `line_columns`; `amounts` are without tax, the tax, and with it."""
    countable = one_unit([line.unit for line in lines])
    pieces = quantity(sum(line.quantity for line in lines)) if countable else ""
    net, tax, gross = (money(amount or 0) for amount in amounts)
    share = ("",) if _discounted(lines) else ()
    return ("", "", "", "", "", pieces, "", *share, net, "", tax, gross)


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
