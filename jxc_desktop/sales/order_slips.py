"""Quotations and sales orders on paper: to be sent, signed and sent back."""

from dataclasses import replace

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.printing.form import Field, Form
from jxc_desktop.sales.slips import line_columns, line_texts, line_totals, tax_field, terms_of
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.ordering.views import OrderView
from jxc_desktop.stock.slips import Firm, firm_fields, money, notes_of, own_fields


@on_paper
def quotation_form(
    view: OrderView, settings: Settings, customer: Firm, *, former: bool = False
) -> Form:
    """What is offered, at which prices, until when; a `former` version is marked as replaced."""
    form = _form(view, settings, customer, translate("sales", "有效期至"))
    return replace(
        form,
        mark=translate("sales", "已改版") if former else form.mark,
        title=translate("sales", "销售报价单"),
        signatures=(
            Field(translate("sales", "报价人"), view.salesperson or view.head.created_by),
            Field(translate("sales", "审核人"), view.head.posted_by),
            Field(translate("sales", "客户确认（签章）"), weight=2.0),
        ),
    )


@on_paper
def order_form(view: OrderView, settings: Settings, customer: Firm) -> Form:
    """What was ordered, for the customer to sign."""
    form = _form(view, settings, customer, translate("sales", "交货日期"))
    return replace(
        form,
        title=translate("sales", "销售订单"),
        signatures=(
            Field(translate("sales", "制单"), view.head.created_by),
            Field(translate("sales", "业务员"), view.salesperson),
            Field(translate("sales", "审核人"), view.head.posted_by),
            Field(translate("sales", "客户确认（签章）"), weight=2.0),
        ),
        copies=(translate("sales", "白联存根"), translate("sales", "红联客户")),
    )


def _form(view: OrderView, settings: Settings, customer: Firm, due_word: str) -> Form:
    own = (*own_fields(view.head, view.warehouse_name), *_version(view))
    due = (Field(due_word, view.due_day.isoformat()),) if view.due_day else ()
    told = (Field(translate("sales", "备注"), view.head.remark, 4.0),) if view.head.remark else ()
    return Form(
        company=settings.name,
        title="",
        columns=line_columns(view.lines),
        rows=line_texts(view.lines, includes_tax=view.price_includes_tax),
        header=tuple(
            filter(None, (firm_fields(translate("sales", "客户"), customer), (*own, *due), told))
        ),
        total=line_totals(view.lines, includes_tax=view.price_includes_tax),
        words=view.total,
        footer=(
            (
                Field(translate("sales", "本单优惠"), money(view.order_discount or 0)),
                *tax_field(view),
                Field(translate("sales", "应付合计"), money(view.total or 0)),
            ),
        ),
        notes=(*terms_of(settings), *notes_of(settings)),
        mark=_mark(view),
    )


def _version(view: OrderView) -> tuple[Field, ...]:
    """Which version it is, once there are several."""
    return (Field(translate("sales", "版本"), str(view.version)),) if view.version > 1 else ()


def _mark(view: OrderView) -> str:
    """The stamp of an order that holds no longer, or not yet again."""
    marks = {
        State.DRAFT: translate("sales", "草稿"),
        State.CLOSED: translate("sales", "已关闭"),
        State.VOIDED: translate("sales", "作废"),
    }
    return marks.get(State(view.head.state), "")
