"""Papers of money from and to firms: the receipt a customer gets (收款收据), the payment slip (domain.md §7.2)."""

from collections.abc import Sequence

from jxc_desktop.cash.queries import AdvanceView, MoneyView, PaymentView
from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.ledger.paper_words import mark_of, money, notes_of
from jxc_desktop.printing.form import Field, Form
from jxc_desktop.shop.settings import Settings

MOST_NAMED = 4
"""Settled documents named on the paper; of more it says how many."""


@on_paper
def money_receipt(view: MoneyView, settings: Settings, *, printed: int = 0) -> Form:
    """收款收据 of three copies; `printed` counts the papers before this one."""
    form = _receipt(view, _purpose(view), _given_up(view), view.amount, settings)
    return form.as_reprint(printed) if printed else form


@on_paper
def advance_slip(view: AdvanceView, settings: Settings, *, printed: int = 0) -> Form:
    """收款收据 of money ahead of the goods; `printed` counts the papers before this one."""
    purpose = view.head.remark or translate("cash", "预收货款")
    form = _receipt(view, purpose, (), view.total, settings)
    return form.as_reprint(printed) if printed else form


@on_paper
def payment_slip(view: MoneyView, settings: Settings, *, printed: int = 0) -> Form:
    """付款单; `printed` counts the papers before this one."""
    form = _payment(view, _purpose(view), _given_up(view), view.amount, settings)
    return form.as_reprint(printed) if printed else form


@on_paper
def prepayment_slip(view: AdvanceView, settings: Settings, *, printed: int = 0) -> Form:
    """付款单 of money ahead of the goods; `printed` counts the papers before this one."""
    purpose = view.head.remark or translate("cash", "预付货款")
    form = _payment(view, purpose, (), view.total, settings)
    return form.as_reprint(printed) if printed else form


def _receipt(
    view: MoneyView | AdvanceView,
    purpose: str,
    more: tuple[Field, ...],
    amount: int,
    settings: Settings,
) -> Form:
    return Form(
        company=settings.name,
        title=translate("cash", "收款收据"),
        columns=(),
        rows=(),
        header=(
            own_fields(view.head),
            (
                Field(translate("cash", "今收到"), view.partner_name, 2.0),
                Field(translate("cash", "交来"), purpose, 4.0),
            ),
        ),
        words=amount,
        footer=((ways_field(translate("cash", "收款方式"), view.payments), *more),),
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


def _payment(
    view: MoneyView | AdvanceView,
    purpose: str,
    more: tuple[Field, ...],
    amount: int,
    settings: Settings,
) -> Form:
    return Form(
        company=settings.name,
        title=translate("cash", "付款单"),
        columns=(),
        rows=(),
        header=(
            own_fields(view.head),
            (
                Field(translate("cash", "付给"), view.partner_name, 2.0),
                Field(translate("cash", "付款事由"), purpose, 4.0),
            ),
        ),
        words=amount,
        footer=((ways_field(translate("cash", "付款方式"), view.payments), *more),),
        signatures=payers(view.head),
        mark=mark_of(view.head),
    )


def own_fields(head: Head) -> tuple[Field, ...]:
    """What every paper of money bears."""
    return (
        Field(translate("cash", "单号"), head.number or "", 2.0),
        Field(translate("cash", "日期"), head.day.isoformat()),
    )


def payers(head: Head) -> tuple[Field, ...]:
    """Who signs that money left."""
    return (
        Field(translate("cash", "制单"), head.created_by),
        Field(translate("cash", "审批")),
        Field(translate("cash", "出纳")),
        Field(translate("cash", "领款人")),
    )


def ways_field(title: str, payments: Sequence[PaymentView]) -> Field:
    """Through which accounts; how much through each where there are several."""
    if len(payments) == 1:
        return Field(title, payments[0].name, 1.5)
    ways = "、".join(f"{each.name} {money(each.amount)}" for each in payments)
    return Field(title, ways, 3.0)


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


def _given_up(view: MoneyView) -> tuple[Field, ...]:
    """What of the total was given up or paid ahead."""
    discount = Field(translate("cash", "优惠"), money(view.cash_discount))
    ahead = Field(translate("cash", "其中预收预付"), money(view.advance))
    return (
        *((discount,) if view.cash_discount else ()),
        *((ahead,) if view.advance else ()),
    )
