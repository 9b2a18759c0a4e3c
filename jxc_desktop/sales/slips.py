"""The delivery note (销售出库单, 送货单) as a form of three copies (domain.md §7.2)."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.sales.queries import DeliveryView
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
)
from jxc_desktop.stock.trade import SaleLineView


def delivery_note(
    view: DeliveryView, settings: Settings, customer: Firm, *, printed: int = 0
) -> Form:
    """The note of a delivery; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("sales", "销售出库单"),
        columns=_columns(view),
        rows=tuple(_row(view, line) for line in view.lines),
        header=(
            firm_fields(translate("sales", "客户"), customer),
            own_fields(view.head, view.warehouse_name),
        ),
        total=_total(view),
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
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


def _columns(view: DeliveryView) -> tuple[FormColumn, ...]:
    """With a column for what is paid of the price where some line has a discount."""
    share = FormColumn(translate("sales", "折扣"), 13, "right", price=True)
    return (
        FormColumn(translate("sales", "序"), 9, "centre"),
        FormColumn(translate("sales", "商品编号"), 24),
        FormColumn(translate("sales", "商品名称")),
        FormColumn(translate("sales", "规格"), 26),
        FormColumn(translate("sales", "单位"), 11, "centre"),
        FormColumn(translate("sales", "数量"), 17, "right", places=4),
        FormColumn(translate("sales", "单价"), 18, "right", price=True),
        *((share,) if _discounted(view) else ()),
        FormColumn(translate("sales", "金额"), 23, "right", places=2, price=True),
    )


def _discounted(view: DeliveryView) -> bool:
    return any(line.discount for line in view.lines)


def _amount(view: DeliveryView, line: SaleLineView) -> int:
    """With or without tax, as the document's prices are."""
    return line.gross if view.price_includes_tax else line.net


def _row(view: DeliveryView, line: SaleLineView) -> tuple[str, ...]:
    name = f"{line.name}{translate('sales', '（赠）')}" if line.is_gift else line.name
    share = (paid_share(line.discount),) if _discounted(view) else ()
    return (
        str(line.line_no), line.product, name, line.spec, line.unit, quantity(line.quantity),
        price(line.price), *share, money(_amount(view, line)),
    )  # fmt: skip


def _total(view: DeliveryView) -> tuple[str, ...]:
    countable = one_unit([line.unit for line in view.lines])
    pieces = quantity(sum(line.quantity for line in view.lines)) if countable else ""
    amount = money(sum(_amount(view, line) for line in view.lines))
    return ("", "", "", "", "", pieces, "", *(("",) if _discounted(view) else ()), amount)


def _foot(view: DeliveryView) -> tuple[Field, ...]:
    paid = sum(payment.amount for payment in view.payments)
    tax = () if view.price_includes_tax else (Field(translate("sales", "税额"), money(view.tax)),)
    return (
        Field(translate("sales", "本单优惠"), money(view.order_discount)),
        *tax,
        Field(translate("sales", "应收"), money(view.total)),
        Field(translate("sales", "已收"), money(paid)),
        Field(translate("sales", "本单欠款"), money(view.total - paid)),
    )
