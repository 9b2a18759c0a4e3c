"""The papers of the stock room as forms: goods moved, counted, lost and found, and who bears it.

Who may not see cost gets them without what the goods were worth.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.queries import (
    AdjustmentView,
    CountView,
    LossView,
    OtherView,
    ResolutionView,
    SheetGoods,
)
from jxc_desktop.stock.slips import mark_of, money, notes_of, one_unit, own_fields, quantity
from jxc_desktop.stock.transfer_views import ArrivalView, TransferView


@on_paper
def loss_note(view: LossView, settings: Settings, *, printed: int = 0) -> Form:
    """Goods lost or found, signed by who counted them and who answers for it."""
    gain = view.head.kind == "stock_gain"
    cost = sum(line.amount or 0 for line in view.lines)
    form = Form(
        company=settings.name,
        title=translate("stock", "报溢单") if gain else translate("stock", "报损单"),
        columns=(
            *goods_columns(),
            FormColumn(translate("stock", "成本金额"), 24, "right", places=2, price=True),
        ),
        rows=tuple((*goods_cells(line), money(line.amount or 0)) for line in view.lines),
        header=(
            own_fields(view.head, view.warehouse_name),
            (Field(translate("stock", "原因"), view.cause, 2.0),),
        ),
        total=(*goods_total(view.lines), money(cost)),
        words=view.total,
        footer=_tax_out(view),
        signatures=(*signatures(view.head), Field(translate("stock", "负责人"))),
        notes=_waits(view, notes_of(settings)),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


@on_paper
def other_note(view: OtherView, settings: Settings, *, printed: int = 0) -> Form:
    """Goods in or out for some other purpose."""
    incoming = view.head.kind == "other_receipt"
    form = Form(
        company=settings.name,
        title=translate("stock", "其他入库单") if incoming else translate("stock", "其他出库单"),
        columns=(
            *goods_columns(),
            FormColumn(translate("stock", "成本金额"), 24, "right", places=2, price=True),
        ),
        rows=tuple((*goods_cells(line), money(line.amount or 0)) for line in view.lines),
        header=(
            own_fields(view.head, view.warehouse_name),
            (Field(translate("stock", "对方科目"), f"{view.account} {view.account_name}", 2.0),),
        ),
        total=(*goods_total(view.lines), money(view.total or 0)),
        words=view.total,
        signatures=(*signatures(view.head), Field(translate("stock", "经手人"))),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


@on_paper
def adjustment_note(view: AdjustmentView, settings: Settings, *, printed: int = 0) -> Form:
    """What goods were worth and how much more or less they are worth now."""
    form = Form(
        company=settings.name,
        title=translate("stock", "成本调整单"),
        columns=(
            *_named_goods(),
            FormColumn(translate("stock", "现存"), 20, "right"),
            FormColumn(translate("stock", "原金额"), 24, "right", places=2, price=True),
            FormColumn(translate("stock", "调整金额"), 24, "right", places=2, price=True),
        ),
        rows=tuple(
            (
                *_named_cells(line),
                quantity(line.held),
                money(line.worth or 0),
                money(line.amount or 0),
            )
            for line in view.lines
        ),
        header=(
            own_fields(view.head, view.warehouse_name),
            (Field(translate("stock", "对方科目"), f"{view.account} {view.account_name}", 2.0),),
        ),
        total=("", "", "", "", "", "", "", money(view.total or 0)),
        words=view.total,
        signatures=(*signatures(view.head), Field(translate("stock", "负责人"))),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.total is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


@on_paper
def transfer_note(view: TransferView, settings: Settings, *, printed: int = 0) -> Form:
    """Goods from one warehouse in another, signed at both ends."""
    form = Form(
        company=settings.name,
        title=translate("stock", "调拨单"),
        columns=goods_columns(),
        rows=tuple(goods_cells(line) for line in view.lines),
        header=(
            (
                Field(translate("stock", "单号"), view.head.number or "", 2.0),
                Field(translate("stock", "日期"), view.head.day.isoformat()),
                Field(translate("stock", "调出仓"), view.from_name),
                Field(translate("stock", "调入仓"), view.to_name),
            ),
        ),
        total=goods_total(view.lines),
        signatures=(
            Field(translate("stock", "制单"), view.head.created_by),
            Field(translate("stock", "发货")),
            Field(translate("stock", "收货")),
            Field(translate("stock", "审核"), view.head.posted_by),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def transfer_receipt_note(view: ArrivalView, settings: Settings, *, printed: int = 0) -> Form:
    """Goods of a transfer that came in, signed by who brought and who took them."""
    form = Form(
        company=settings.name,
        title=translate("stock", "调拨入库单"),
        columns=goods_columns(),
        rows=tuple(goods_cells(line) for line in view.lines),
        header=(
            (
                Field(translate("stock", "单号"), view.head.number or "", 2.0),
                Field(translate("stock", "日期"), view.head.day.isoformat()),
                Field(translate("stock", "调拨单"), view.transfer, 2.0),
            ),
            (
                Field(translate("stock", "调出仓"), view.from_name),
                Field(translate("stock", "调入仓"), view.to_name),
            ),
        ),
        total=goods_total(view.lines),
        signatures=(
            Field(translate("stock", "制单"), view.head.created_by),
            Field(translate("stock", "送货")),
            Field(translate("stock", "收货")),
            Field(translate("stock", "审核"), view.head.posted_by),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def count_note(view: CountView, settings: Settings, *, printed: int = 0) -> Form:
    """What was counted beside what the books said, and what the differences are worth."""
    form = Form(
        company=settings.name,
        title=translate("stock", "盘点单"),
        columns=(
            *_named_goods(),
            FormColumn(translate("stock", "账面数"), 20, "right"),
            FormColumn(translate("stock", "实盘数"), 20, "right"),
            FormColumn(translate("stock", "差异"), 18, "right"),
            FormColumn(translate("stock", "差异金额"), 22, "right", places=2, price=True),
        ),
        rows=tuple(
            (
                *_named_cells(line),
                quantity(line.book_quantity),
                quantity(line.counted_quantity),
                quantity(line.difference_quantity) if line.difference_quantity else "",
                money(line.worth or 0) if line.worth else "",
            )
            for line in view.lines
        ),
        header=(
            own_fields(view.head, view.warehouse_name),
            tuple(
                Field(word, value, 2.0)
                for word, value in (
                    (translate("stock", "报溢单"), view.gain),
                    (translate("stock", "报损单"), view.loss),
                )
                if value
            ),
        ),
        total=("", "", "", "", "", "", "", "", money(view.amount or 0)),
        signatures=_counters(view.head),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    seen = form if view.amount is not None else form.without_prices()
    return seen.as_reprint(printed) if printed else seen


@on_paper
def count_sheet(goods: Sequence[SheetGoods], settings: Settings, place: str, day: date) -> Form:
    """The list that is taken to the shelves (盘点表), with room for what is found; blind without what the books say."""
    blind = all(each.book is None for each in goods)
    book = () if blind else (FormColumn(translate("stock", "账面数"), 22, "right"),)
    return Form(
        company=settings.name,
        title=translate("stock", "盘点表"),
        columns=(
            *_named_goods(),
            *book,
            FormColumn(translate("stock", "实盘数"), 26),
            FormColumn(translate("stock", "备注"), 30),
        ),
        rows=tuple(
            (
                str(number),
                each.code,
                each.name,
                each.spec,
                each.unit,
                *(() if blind else (quantity(each.book or 0),)),
                "",
                "",
            )
            for number, each in enumerate(goods, 1)
        ),
        header=(
            (
                Field(translate("stock", "仓库"), place, 2.0),
                Field(translate("stock", "日期"), day.isoformat()),
                Field(translate("stock", "品种数"), str(len(goods))),
            ),
        ),
        signatures=(
            Field(translate("stock", "盘点人")),
            Field(translate("stock", "监盘人")),
            Field(translate("stock", "录入")),
        ),
        notes=notes_of(settings),
    )


@on_paper
def resolution_note(view: ResolutionView, settings: Settings, *, printed: int = 0) -> Form:
    """Who bears a loss, or what became of a gain; the last line is what the shop itself bears."""
    borne = [(f"{x.account} {x.name}", x.employee, x.amount) for x in view.lines]
    if view.rest or not borne:
        borne.append((f"{view.account} {view.account_name}", "", view.rest))
    form = Form(
        company=settings.name,
        title=translate("stock", "损溢处理单"),
        columns=(
            FormColumn(translate("stock", "序"), 10, "centre"),
            FormColumn(translate("stock", "科目")),
            FormColumn(translate("stock", "责任人"), 40),
            FormColumn(translate("stock", "金额"), 34, "right", places=2),
        ),
        rows=tuple(
            (str(number), account, person, money(amount))
            for number, (account, person, amount) in enumerate(borne, 1)
        ),
        header=(
            (
                Field(translate("stock", "单号"), view.head.number or "", 2.0),
                Field(translate("stock", "日期"), view.head.day.isoformat()),
                Field(translate("stock", "原单号"), view.original, 2.0),
                Field(translate("stock", "原因"), view.cause),
            ),
        ),
        total=("", "", "", money(view.total)),
        words=view.total,
        signatures=(*signatures(view.head), Field(translate("stock", "负责人"))),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


def goods_columns() -> tuple[FormColumn, ...]:
    """Number, goods and quantity."""
    return (
        FormColumn(translate("stock", "序"), 8, "centre"),
        FormColumn(translate("stock", "商品编号"), 24),
        FormColumn(translate("stock", "商品名称")),
        FormColumn(translate("stock", "规格"), 24),
        FormColumn(translate("stock", "单位"), 12, "centre"),
        FormColumn(translate("stock", "数量"), 20, "right", places=4),
    )


def _named_goods() -> tuple[FormColumn, ...]:
    return goods_columns()[:-1]


def _named_cells(line: Any) -> tuple[str, ...]:
    return str(line.line_no), line.product, line.name, line.spec, line.unit


def _counters(head: Head) -> tuple[Field, ...]:
    """Who wrote it, who counted, who watched, who approved it."""
    return (
        Field(translate("stock", "制单"), head.created_by),
        Field(translate("stock", "盘点人")),
        Field(translate("stock", "监盘人")),
        Field(translate("stock", "审核"), head.posted_by),
    )


def goods_cells(line: Any) -> tuple[str, ...]:
    """What stands in them."""
    return (*_named_cells(line), quantity(line.quantity))


def goods_total(lines: Sequence[Any]) -> tuple[str, ...]:
    """What stands below them; quantities of one unit are added up."""
    whole = quantity(sum(line.quantity for line in lines))
    told = whole if one_unit([line.unit for line in lines]) else ""
    return ("", "", "", "", "", told)


def signatures(head: Head) -> tuple[Field, ...]:
    """Who wrote it, who keeps the stock, who approved it."""
    return (
        Field(translate("stock", "制单"), head.created_by),
        Field(translate("stock", "库管")),
        Field(translate("stock", "审核"), head.posted_by),
    )


def _tax_out(view: LossView) -> tuple[tuple[Field, ...], ...]:
    tax = sum(line.tax or 0 for line in view.lines)
    return ((Field(translate("stock", "转出进项税额"), money(tax)),),) if tax else ()


def _waits(view: LossView, notes: tuple[str, ...]) -> tuple[str, ...]:
    told = translate("stock", "金额挂在待处理财产损溢，查明后另行处理")
    return (told, *notes) if view.unresolved else notes
