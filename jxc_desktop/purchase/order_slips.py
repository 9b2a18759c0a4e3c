"""Papers sent to suppliers: the purchase order (采购订单) and the inquiry (询价单, prices left for them to fill in)."""

from datetime import date

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.purchase.queries import RequestView, RfqView, WishLineView
from jxc_desktop.purchase.slips import line_columns, line_rows, line_total
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.ordering.views import OrderView
from jxc_desktop.stock.slips import Firm, firm_fields, money, notes_of, own_fields, quantity


@on_paper
def purchase_order_form(
    view: OrderView, settings: Settings, supplier: Firm, *, printed: int = 0
) -> Form:
    """The order as the supplier gets it; `printed` counts the papers before this one."""
    due = _named(translate("purchase", "交货日期"), _day(view.due_day))
    form = _offer(view, settings, supplier, translate("purchase", "采购订单"), due)
    return form.as_reprint(printed) if printed else form


@on_paper
def supplier_quotation_form(view: OrderView, settings: Settings, supplier: Firm) -> Form:
    """What a supplier offered, for the file."""
    until = _named(translate("purchase", "有效期至"), _day(view.due_day))
    return _offer(view, settings, supplier, translate("purchase", "供应商报价单"), until)


def _offer(
    view: OrderView, settings: Settings, supplier: Firm, title: str, day: tuple[Field, ...]
) -> Form:
    """Goods at prices; without them for who may not see them."""
    form = Form(
        company=settings.name,
        title=title,
        columns=line_columns(view.lines, with_tax=view.price_includes_tax),
        rows=line_rows(view.lines),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            (*own_fields(view.head, view.warehouse_name), *day),
        ),
        total=line_total(view.lines, (view.net, view.tax, view.total)),
        words=view.total,
        footer=((Field(translate("purchase", "本单优惠"), money(view.order_discount or 0)),),),
        signatures=(
            Field(translate("purchase", "制单"), view.head.created_by),
            Field(translate("purchase", "采购"), view.buyer),
            Field(translate("purchase", "审核人"), view.head.posted_by),
            Field(translate("purchase", "供应商确认"), weight=1.5),
        ),
        notes=notes_of(settings),
    )
    return form if view.total is not None else form.without_prices()


@on_paper
def rfq_form(view: RfqView, settings: Settings, supplier: Firm, *, printed: int = 0) -> Form:
    """The inquiry as one supplier gets it, with room for its answers."""
    until = _day(view.due_day)
    form = Form(
        company=settings.name,
        title=translate("purchase", "询价单"),
        columns=(
            *_goods_columns(),
            FormColumn(translate("purchase", "单价"), 24),
            FormColumn(translate("purchase", "起订量"), 20),
            FormColumn(translate("purchase", "到货天数"), 20),
        ),
        rows=tuple((*_goods_row(line), "", "", "") for line in view.lines),
        header=(
            firm_fields(translate("purchase", "供应商"), supplier),
            (
                *own_fields(view.head, view.warehouse_name),
                *_named(translate("purchase", "回复截止"), until),
            ),
        ),
        signatures=(
            Field(translate("purchase", "询价人"), view.head.created_by),
            Field(translate("purchase", "供应商签章"), weight=2),
        ),
        notes=notes_of(settings),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def request_form(view: RequestView, settings: Settings, *, printed: int = 0) -> Form:
    """The request as it is signed in the house."""
    due = _day(view.due_day)
    form = Form(
        company=settings.name,
        title=translate("purchase", "请购单"),
        columns=_goods_columns(),
        rows=tuple(_goods_row(line) for line in view.lines),
        header=(
            (
                *own_fields(view.head, view.warehouse_name),
                *_named(translate("purchase", "需用日期"), due),
            ),
            _named(translate("purchase", "用途"), view.purpose),
        ),
        signatures=(
            Field(translate("purchase", "申请人"), view.head.created_by),
            Field(translate("purchase", "采购")),
            Field(translate("purchase", "审核人"), view.head.posted_by),
        ),
        notes=notes_of(settings),
    )
    return form.as_reprint(printed) if printed else form


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _named(word: str, value: str) -> tuple[Field, ...]:
    """A field where there is something to say."""
    return (Field(word, value, 2.0),) if value else ()


def _goods_columns() -> tuple[FormColumn, ...]:
    return (
        FormColumn(translate("purchase", "序"), 8, "centre"),
        FormColumn(translate("purchase", "商品编号"), 24),
        FormColumn(translate("purchase", "商品名称")),
        FormColumn(translate("purchase", "规格"), 24),
        FormColumn(translate("purchase", "单位"), 12, "centre"),
        FormColumn(translate("purchase", "数量"), 20, "right"),
    )


def _goods_row(line: WishLineView) -> tuple[str, ...]:
    return (
        str(line.line_no),
        line.product,
        line.name,
        line.spec,
        line.unit,
        quantity(line.quantity),
    )
