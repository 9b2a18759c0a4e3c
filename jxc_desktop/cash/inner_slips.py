"""Papers of money that stay in the house: expenses, other income, transfers, settlements, bad debts."""

from jxc_desktop.cash.mode_words import bad_debt_words, settlement_words
from jxc_desktop.cash.queries import (
    BadDebtView,
    PurposeView,
    SettledView,
    SettlementView,
    SpendingView,
    TransferView,
)
from jxc_desktop.cash.slips import own_fields, payers, ways_field
from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.ledger.paper_words import mark_of, money
from jxc_desktop.printing.form import Field, Form, FormColumn
from jxc_desktop.shop.settings import Settings


@on_paper
def expense_slip(view: SpendingView, settings: Settings, *, printed: int = 0) -> Form:
    """费用单; `printed` counts the papers before this one."""
    account = Field(translate("cash", "付款账户"), view.account_name)
    form = _spending(view, translate("cash", "费用单"), account, payers(view.head), settings)
    return form.as_reprint(printed) if printed else form


@on_paper
def income_slip(view: SpendingView, settings: Settings, *, printed: int = 0) -> Form:
    """其他收入单; `printed` counts the papers before this one."""
    account = Field(translate("cash", "收款账户"), view.account_name)
    signed = _keepers(view.head)
    form = _spending(view, translate("cash", "其他收入单"), account, signed, settings)
    return form.as_reprint(printed) if printed else form


@on_paper
def transfer_slip(view: TransferView, settings: Settings, *, printed: int = 0) -> Form:
    """转款单; `printed` counts the papers before this one."""
    form = Form(
        company=settings.name,
        title=translate("cash", "转款单"),
        columns=(),
        rows=(),
        header=(
            own_fields(view.head),
            (
                Field(translate("cash", "转出"), view.from_name),
                Field(translate("cash", "转入"), view.to_name),
                Field(translate("cash", "手续费"), money(view.fee)),
            ),
        ),
        words=view.amount,
        footer=_remark(view.head),
        signatures=_keepers(view.head),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def settlement_slip(view: SettlementView, settings: Settings, *, printed: int = 0) -> Form:
    """核销单: what was used, then what went down by it."""
    used, settled = translate("cash", "冲用"), translate("cash", "核销")
    form = Form(
        company=settings.name,
        title=translate("cash", "核销单"),
        columns=_document_columns(),
        rows=(*_documents(used, view.used), *_documents(settled, view.settled)),
        header=(
            (*own_fields(view.head), Field(translate("cash", "方式"), settlement_words(view.mode))),
            _parties(view),
        ),
        total=("", "", translate("cash", "核销金额"), money(view.amount)),
        words=view.amount,
        footer=_remark(view.head),
        signatures=_keepers(view.head),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


@on_paper
def bad_debt_slip(view: BadDebtView, settings: Settings, *, printed: int = 0) -> Form:
    """坏账单 with the reason and who approves."""
    ways = (ways_field(translate("cash", "收回"), view.payments),) if view.payments else ()
    form = Form(
        company=settings.name,
        title=translate("cash", "坏账单"),
        columns=_document_columns(),
        rows=_documents(bad_debt_words(view.mode), view.settled),
        header=(
            (*own_fields(view.head), Field(translate("cash", "类别"), bad_debt_words(view.mode))),
            (
                Field(translate("cash", "往来单位"), view.partner_name, 2.0),
                Field(translate("cash", "原因"), view.head.reason, 3.0),
            ),
        ),
        total=("", "", translate("cash", "合计"), money(view.total)),
        words=view.total,
        footer=(*((ways,) if ways else ()), *_remark(view.head)),
        signatures=_keepers(view.head),
        mark=mark_of(view.head),
    )
    return form.as_reprint(printed) if printed else form


def _spending(
    view: SpendingView,
    title: str,
    account: Field,
    signed: tuple[Field, ...],
    settings: Settings,
) -> Form:
    return Form(
        company=settings.name,
        title=title,
        columns=(
            FormColumn(translate("cash", "序"), 9, "centre"),
            FormColumn(translate("cash", "科目"), 52),
            FormColumn(translate("cash", "项目"), 30),
            FormColumn(translate("cash", "摘要")),
            FormColumn(translate("cash", "金额"), 28, "right", places=2),
        ),
        rows=tuple(_purpose_row(line) for line in view.lines),
        header=((*own_fields(view.head), account),),
        total=("", "", "", "", money(view.total)),
        words=view.total,
        footer=_remark(view.head),
        signatures=signed,
        mark=mark_of(view.head),
    )


def _purpose_row(line: PurposeView) -> tuple[str, ...]:
    account = f"{line.account} {line.name}"
    return (str(line.line_no), account, line.item or "", line.summary, money(line.amount))


def _document_columns() -> tuple[FormColumn, ...]:
    return (
        FormColumn(translate("cash", "序"), 9, "centre"),
        FormColumn(translate("cash", "方式"), 40),
        FormColumn(translate("cash", "单号")),
        FormColumn(translate("cash", "金额"), 34, "right"),
    )


def _documents(word: str, found: tuple[SettledView, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(place), word, each.number, money(each.amount)) for place, each in enumerate(found, 1)
    )


def _parties(view: SettlementView) -> tuple[Field, ...]:
    partner = Field(translate("cash", "往来单位"), view.partner_name, 2.0)
    if not view.to_partner_name:
        return (partner,)
    return (partner, Field(translate("cash", "转入单位"), view.to_partner_name, 2.0))


def _remark(head: Head) -> tuple[tuple[Field, ...], ...]:
    return ((Field(translate("cash", "备注"), head.remark),),) if head.remark else ()


def _keepers(head: Head) -> tuple[Field, ...]:
    """Who signs what stays in the house."""
    return (
        Field(translate("cash", "制单"), head.created_by),
        Field(translate("cash", "审核")),
        Field(translate("cash", "会计")),
        Field(translate("cash", "出纳")),
    )
