"""Papers of money: the receipt a customer gets (收款收据), the payment slip, the expense slip (domain.md §7.2)."""

from jxc_desktop.cash.queries import ExpenseLineView, ExpenseView, MoneyView
from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.ledger.paper_words import mark_of, money, notes_of
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.shop.settings import Settings

MOST_NAMED = 4
"""Settled documents named on the paper; of more it says how many."""


@on_paper
def money_receipt(view: MoneyView, settings: Settings, *, printed: int = 0) -> Form:
    """收款收据 of three copies; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("cash", "收款收据"),
        columns=(),
        rows=(),
        header=(
            _own_fields(view.head),
            (
                Field(translate("cash", "今收到"), view.partner_name, 2.0),
                Field(translate("cash", "交来"), _purpose(view), 4.0),
            ),
        ),
        words=view.amount,
        footer=(_ways(translate("cash", "收款方式"), view),),
        signatures=(
            Field(translate("cash", "单位盖章"), weight=1.5),
            Field(translate("cash", "收款人"), view.head.created_by),
            Field(translate("cash", "交款人")),
        ),
        copies=(
            translate("cash", "一联存根"),
            translate("cash", "二联客户"),
            translate("cash", "三联记账"),
        ),
        notes=notes_of(settings),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def payment_slip(view: MoneyView, settings: Settings, *, printed: int = 0) -> Form:
    """付款单; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("cash", "付款单"),
        columns=(),
        rows=(),
        header=(
            _own_fields(view.head),
            (
                Field(translate("cash", "付给"), view.partner_name, 2.0),
                Field(translate("cash", "付款事由"), _purpose(view), 4.0),
            ),
        ),
        words=view.amount,
        footer=(_ways(translate("cash", "付款方式"), view),),
        signatures=(
            Field(translate("cash", "制单"), view.head.created_by),
            Field(translate("cash", "审批")),
            Field(translate("cash", "出纳")),
            Field(translate("cash", "领款人")),
        ),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def expense_slip(view: ExpenseView, settings: Settings, *, printed: int = 0) -> Form:
    """费用单; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("cash", "费用单"),
        columns=(
            FormColumn(translate("cash", "序"), 9, "centre"),
            FormColumn(translate("cash", "科目"), 52),
            FormColumn(translate("cash", "项目"), 30),
            FormColumn(translate("cash", "摘要")),
            FormColumn(translate("cash", "金额"), 28, "right", places=2),
        ),
        rows=tuple(_expense_row(line) for line in view.lines),
        header=(
            (*_own_fields(view.head), Field(translate("cash", "付款账户"), view.account_name)),
        ),
        total=("", "", "", "", money(view.total)),
        words=view.total,
        footer=((Field(translate("cash", "备注"), view.head.remark),),) if view.head.remark else (),
        signatures=(
            Field(translate("cash", "制单"), view.head.created_by),
            Field(translate("cash", "审批")),
            Field(translate("cash", "出纳")),
            Field(translate("cash", "领款人")),
        ),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


def _own_fields(head: Head) -> tuple[Field, ...]:
    return (
        Field(translate("cash", "单号"), head.number or "", 2.0),
        Field(translate("cash", "日期"), head.day.isoformat()),
    )


def _purpose(view: MoneyView) -> str:
    """What was paid: the remark, else the documents that were settled."""
    if view.head.remark:
        return view.head.remark
    numbers = [each.number for each in view.settled]
    if not numbers:
        return translate("cash", "预付款") if view.advance else translate("cash", "货款")
    named = "、".join(numbers[:MOST_NAMED])
    if len(numbers) > MOST_NAMED:
        named = translate("cash", "{numbers} 等 {count} 张单").format(
            numbers=named, count=len(numbers)
        )
    return translate("cash", "货款 {numbers}").format(numbers=named)


def _ways(title: str, view: MoneyView) -> tuple[Field, ...]:
    """Through which account, and what of the total was given up or paid ahead."""
    discount = Field(translate("cash", "优惠"), money(view.cash_discount))
    ahead = Field(translate("cash", "其中预收预付"), money(view.advance))
    return (
        Field(title, view.account_name, 1.5),
        *((discount,) if view.cash_discount else ()),
        *((ahead,) if view.advance else ()),
    )


def _expense_row(line: ExpenseLineView) -> tuple[str, ...]:
    account = f"{line.account} {line.name}"
    return (str(line.line_no), account, line.item or "", line.summary, money(line.amount))
