"""The supplier's invoice as it was entered, and the allowance (采购折让单), as forms for the file.

Who may not see purchase prices gets them without.
"""

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.purchase.queries import AllowanceView, PurchaseInvoiceView
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.slips import (
    Firm,
    firm_fields,
    mark_of,
    money,
    notes_of,
    price,
    quantity,
    rate,
    source_fields,
)


@on_paper
def invoice_note(
    view: PurchaseInvoiceView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """What of which receipts an invoice covers; `printed` counts the papers before this one."""
    net = sum(line.net or 0 for line in view.lines)
    tax = sum(line.tax or 0 for line in view.lines)
    form = Form(
        company=settings.name,
        title=translate("purchase", "采购发票登记单"),
        columns=(
            FormColumn(translate("purchase", "序"), 8, "centre"),
            FormColumn(translate("purchase", "入库单"), 34),
            FormColumn(translate("purchase", "商品名称")),
            FormColumn(translate("purchase", "单位"), 10, "centre"),
            FormColumn(translate("purchase", "数量"), 16, "right", places=4),
            FormColumn(translate("purchase", "单价"), 18, "right", price=True),
            *_money_columns(),
        ),
        rows=tuple(
            (
                str(line.line_no),
                line.receipt,
                line.name,
                line.unit,
                quantity(line.quantity),
                price(line.price or 0),
                *_worth(line.net, line.tax_rate or 0, line.tax, line.gross),
            )
            for line in view.lines
        ),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            (
                Field(translate("purchase", "单号"), view.head.number or "", 2.0),
                Field(translate("purchase", "日期"), view.head.day.isoformat()),
                Field(translate("purchase", "发票号码"), view.invoice_number, 2.0),
                Field(translate("purchase", "开票日期"), view.invoice_day.isoformat()),
            ),
        ),
        total=("", "", "", "", "", "", money(net), "", money(tax), money(view.amount or 0)),
        words=view.amount,
        signatures=_signatures(view.head.created_by, view.head.posted_by),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.amount is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


@on_paper
def allowance_note(
    view: AllowanceView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """What a supplier gives back without goods; `printed` counts the papers before this one."""
    net = sum(line.net or 0 for line in view.lines)
    tax = sum(line.tax or 0 for line in view.lines)
    form = Form(
        company=settings.name,
        title=translate("purchase", "采购折让单"),
        columns=(
            FormColumn(translate("purchase", "序"), 8, "centre"),
            FormColumn(translate("purchase", "商品编号"), 22),
            FormColumn(translate("purchase", "商品名称")),
            FormColumn(translate("purchase", "单位"), 10, "centre"),
            FormColumn(translate("purchase", "数量"), 16, "right", places=4),
            *_money_columns(),
        ),
        rows=tuple(
            (
                str(line.line_no),
                line.product,
                line.name,
                line.unit,
                quantity(line.quantity),
                *_worth(line.net, line.tax_rate, line.tax, line.gross),
            )
            for line in view.lines
        ),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            (
                Field(translate("purchase", "单号"), view.head.number or "", 2.0),
                Field(translate("purchase", "日期"), view.head.day.isoformat()),
            ),
            source_fields(view.original, ""),
        ),
        total=("", "", "", "", "", money(net), "", money(tax), money(view.total or 0)),
        words=view.total,
        signatures=_signatures(view.head.created_by, view.head.posted_by),
        notes=_why(view.head.reason, notes_of(settings)),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


def _money_columns() -> tuple[FormColumn, ...]:
    return (
        FormColumn(translate("purchase", "金额"), 21, "right", places=2, price=True),
        FormColumn(translate("purchase", "税率"), 11, "right", price=True),
        FormColumn(translate("purchase", "税额"), 17, "right", places=2, price=True),
        FormColumn(translate("purchase", "价税合计"), 21, "right", places=2, price=True),
    )


def _worth(net: int | None, tax_rate: int, tax: int | None, gross: int | None) -> tuple[str, ...]:
    return money(net or 0), rate(tax_rate), money(tax or 0), money(gross or 0)


def _why(reason: str, notes: tuple[str, ...]) -> tuple[str, ...]:
    told = translate("purchase", "折让原因：{reason}").format(reason=reason)
    return (told, *notes) if reason else notes


def _signatures(maker: str, poster: str) -> tuple[Field, ...]:
    return (
        Field(translate("purchase", "制单"), maker),
        Field(translate("purchase", "采购")),
        Field(translate("purchase", "审核人"), poster),
    )
