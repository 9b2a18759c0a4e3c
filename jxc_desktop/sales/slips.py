"""The delivery note (销售出库单, 送货单) and the return note as forms of three copies (domain.md §7.2)."""

from collections.abc import Sequence

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.printing.width import wrap
from jxc_desktop.sales.queries import DeliveryView, SalesReturnView
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.ordering.views import OrderLineView, OrderView
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
    source_fields,
)
from jxc_desktop.stock.trade import SaleLineView

TERMS_COLUMNS = 100
"""What a line of an A5 sheet holds at the size of notes; a Chinese character takes two."""
PricedView = SaleLineView | OrderLineView
"""A line with its money, delivered, returned, ordered or offered."""


@on_paper
def delivery_note(
    view: DeliveryView, settings: Settings, customer: Firm, *, printed: int = 0
) -> Form:
    """The note of a delivery; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("sales", "销售出库单"),
        columns=line_columns(view.lines),
        rows=line_texts(view.lines, includes_tax=view.price_includes_tax),
        header=(
            firm_fields(translate("sales", "客户"), customer),
            own_fields(view.head, view.warehouse_name),
        ),
        total=line_totals(view.lines, includes_tax=view.price_includes_tax),
        words=view.total,
        footer=(_foot(view),),
        signatures=(
            Field(translate("sales", "制单"), view.head.created_by),
            Field(translate("sales", "业务员"), view.salesperson),
            Field(translate("sales", "仓管")),
            Field(translate("sales", "送货人")),
            Field(translate("sales", "客户签收"), weight=1.5),
        ),
        copies=(
            translate("sales", "白联存根"),
            translate("sales", "红联客户"),
            translate("sales", "黄联财务"),
        ),
        notes=(*terms_of(settings), *notes_of(settings)),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def return_note(
    view: SalesReturnView, settings: Settings, customer: Firm, *, printed: int = 0
) -> Form:
    """The note of goods that a customer brought back; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("sales", "销售退货单"),
        columns=line_columns(view.lines),
        rows=line_texts(view.lines, includes_tax=view.price_includes_tax),
        header=(
            firm_fields(translate("sales", "客户"), customer),
            own_fields(view.head, view.warehouse_name),
            source_fields(view.original, view.head.reason),
        ),
        total=line_totals(view.lines, includes_tax=view.price_includes_tax),
        words=view.total,
        footer=(_return_foot(view),),
        signatures=(
            Field(translate("sales", "制单"), view.head.created_by),
            Field(translate("sales", "仓管")),
            Field(translate("sales", "审核人"), view.head.posted_by),
            Field(translate("sales", "客户签字"), weight=1.5),
        ),
        copies=(
            translate("sales", "白联存根"),
            translate("sales", "红联客户"),
            translate("sales", "黄联财务"),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


def terms_of(settings: Settings) -> tuple[str, ...]:
    """What the shop agrees with its customers (销售条款), in lines that fit on half a sheet."""
    return wrap(settings.sales_terms, TERMS_COLUMNS) if settings.sales_terms else ()


def line_columns(lines: Sequence[PricedView]) -> tuple[FormColumn, ...]:
    """The columns of lines sold, with a column for what is paid of the price where some line has a discount."""
    share = FormColumn(translate("sales", "折扣"), 13, "right", price=True)
    return (
        FormColumn(translate("sales", "序"), 9, "centre"),
        FormColumn(translate("sales", "商品编号"), 24),
        FormColumn(translate("sales", "商品名称")),
        FormColumn(translate("sales", "规格"), 26),
        FormColumn(translate("sales", "单位"), 11, "centre"),
        FormColumn(translate("sales", "数量"), 17, "right", places=4),
        FormColumn(translate("sales", "单价"), 18, "right", price=True),
        *((share,) if _discounted(lines) else ()),
        FormColumn(translate("sales", "金额"), 23, "right", places=2, price=True),
    )


def _discounted(lines: Sequence[PricedView]) -> bool:
    return any(line.discount for line in lines)


def _amount(line: PricedView, *, includes_tax: bool) -> int:
    """With or without tax, as the document's prices are."""
    return (line.gross if includes_tax else line.net) or 0


def line_texts(lines: Sequence[PricedView], *, includes_tax: bool) -> tuple[tuple[str, ...], ...]:
    """Each line as it is printed."""
    shares = _discounted(lines)
    return tuple(_row(line, includes_tax=includes_tax, share=shares) for line in lines)


def _row(line: PricedView, *, includes_tax: bool, share: bool) -> tuple[str, ...]:
    gift = translate("sales", "（赠）") if line.is_gift else ""
    name = f"{line.name}{gift} {line.lots_words}".rstrip()
    paid = (paid_share(line.discount or 0),) if share else ()
    return (
        str(line.line_no), line.product, name, line.spec, line.unit, quantity(line.quantity),
        price(line.price or 0), *paid, money(_amount(line, includes_tax=includes_tax)),
    )  # fmt: skip


def line_totals(lines: Sequence[PricedView], *, includes_tax: bool) -> tuple[str, ...]:
    """What the lines come to, one text per column."""
    countable = one_unit([line.unit for line in lines])
    pieces = quantity(sum(line.quantity for line in lines)) if countable else ""
    amount = money(sum(_amount(line, includes_tax=includes_tax) for line in lines))
    return ("", "", "", "", "", pieces, "", *(("",) if _discounted(lines) else ()), amount)


def tax_field(view: DeliveryView | SalesReturnView | OrderView) -> tuple[Field, ...]:
    """The tax, where the prices do not hold it."""
    if view.price_includes_tax:
        return ()
    return (Field(translate("sales", "税额"), money(view.tax or 0)),)


def _foot(view: DeliveryView) -> tuple[Field, ...]:
    paid = sum(payment.amount for payment in view.payments)
    return (
        Field(translate("sales", "本单优惠"), money(view.order_discount)),
        *tax_field(view),
        Field(translate("sales", "应收"), money(view.total)),
        Field(translate("sales", "已收"), money(paid)),
        Field(translate("sales", "本单欠款"), money(view.total - paid)),
    )


def _return_foot(view: SalesReturnView) -> tuple[Field, ...]:
    paid = sum(payment.amount for payment in view.payments)
    return (
        *tax_field(view),
        Field(translate("sales", "应退"), money(view.total)),
        Field(translate("sales", "已退款"), money(paid)),
        Field(translate("sales", "冲减欠款"), money(view.total - paid)),
    )
