"""Money spent on running the shop (费用单) and earned by something else than goods (其他收入单)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import Expense, ExpenseLine, OtherIncome, OtherIncomeLine
from jxc_desktop.cash.payments import MoneyAccountFacts, money_account
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import tidy
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.journal.drafts import dimension_words
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, reverse_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.employees import person_of
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of

EXPENSE = Family(Expense, (ExpenseLine,), "费用单")
INCOME = Family(OtherIncome, (OtherIncomeLine,), "其他收入单")
INPUT_TAX, OUTPUT_TAX, SMALL_TAX = "22210101", "22210107", "22210120"

_ACCOUNT = Statement("SELECT leaf, kind, needs FROM account WHERE code = :code AND disabled = 0")
_ITEM = Statement(
    "SELECT account, item FROM cash_item WHERE (code = :name OR name = :name) "
    "AND incoming = :incoming AND disabled = 0 ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class PurposeDraft:
    """Fen that were paid, of which `tax` stands on the invoice.

    Where no `account` is given, `item` names a purpose the shop keeps (收支项目) by code or name. `employee` is a name
    or a code of the list; his department is taken where none is said.
    """

    account: str
    amount: int
    item: str | None = None
    summary: str = ""
    tax: int = 0
    employee: str = ""
    department: str = ""
    project: str = ""


@dataclass(frozen=True, slots=True)
class SpendingDraft:
    """What one money account was debited or credited for."""

    day: date
    money_account_id: int
    lines: tuple[PurposeDraft, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Flow:
    """What differs between money going out and coming in."""

    family: Family
    line: type[Base]
    incoming: bool
    word: str


_SPENT = _Flow(EXPENSE, ExpenseLine, incoming=False, word="费用")
_EARNED = _Flow(INCOME, OtherIncomeLine, incoming=True, word="其他收入")


@needs("expense.post")
def post_expense(session: Session, draft: SpendingDraft, *, key: Key) -> Posted:
    """Spend money: each line's account is debited, the money account credited."""
    return _post(session, draft, _SPENT, key)


@needs("expense.reverse")
def reverse_expense(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take expenses back."""
    return reverse_paper(session, EXPENSE, wanted, key=key)


@needs("other_income.post")
def post_other_income(session: Session, draft: SpendingDraft, *, key: Key) -> Posted:
    """Take money for something else than goods: the money account is debited, each line's account credited."""
    return _post(session, draft, _EARNED, key)


@needs("other_income.reverse")
def reverse_other_income(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take other income back."""
    return reverse_paper(session, INCOME, wanted, key=key)


@needs("voucher.view")
def foresee_expense(session: Session, draft: SpendingDraft) -> Foreseen:
    """What spending it would book."""
    return _foresee(session, draft, _SPENT, translate("cash", "因为：费用按“项目的科目 付款”规则"))


@needs("voucher.view")
def foresee_other_income(session: Session, draft: SpendingDraft) -> Foreseen:
    """What taking it would book."""
    because = translate("cash", "因为：其他收入按“收款 项目的科目”规则")
    return _foresee(session, draft, _EARNED, because)


def _foresee(session: Session, draft: SpendingDraft, flow: _Flow, because: str) -> Foreseen:
    account = money_account(session, draft.money_account_id, "account")
    legs = _spending_legs(flow, _purposes(session, draft, flow), account, settings_of(session))
    return foreseen(session, legs, draft.remark or flow.word, because, kind=flow.family.kind)


def _post(session: Session, draft: SpendingDraft, flow: _Flow, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    account = money_account(session, draft.money_account_id, "account")
    lines = _purposes(session, draft, flow)
    total = sum(line.amount for line in lines)
    facts = partial(Facts, draft.day, total, draft.remark)
    if held := held_back(session, flow.family.kind, draft, facts, key):
        return held
    header = {"day": draft.day, "money_account_id": account.id, "remark": draft.remark}
    document_id = open_paper(session, flow.family.header, header)
    write_parts(session, flow.line, _rows(document_id, lines))
    kind, prefix = flow.family.kind, flow.family.header.prefix
    paper = Paper(kind, document_id, prefix, draft.day, draft.remark or flow.word, total)
    number = book(session, paper, _spending_legs(flow, lines, account, settings_of(session)))
    return remember(session, key, Posted(kind, document_id, number, total))


def _purposes(session: Session, draft: SpendingDraft, flow: _Flow) -> list[PurposeDraft]:
    """The lines with their accounts; raises at the first that cannot be booked."""
    if not draft.lines:
        raise InvalidInput(translate("cash", "一行也没有。写上项目和金额"), field="lines")
    return [_purpose(session, line, flow, place) for place, line in enumerate(draft.lines)]


def _purpose(session: Session, line: PurposeDraft, flow: _Flow, place: int) -> PurposeDraft:
    found = line if line.account else _of_item(session, line, flow, place)
    if found.amount <= 0:
        raise _wrong(translate("cash", "第 {line} 行：金额要大于 0"), place, "amount")
    row = _ACCOUNT.first(session, code=found.account)
    if row is None or not row[0] or row[1] != "P":
        said = translate("cash", "第 {line} 行：{account} 不是末级损益科目")
        raise _wrong(said, place, "account", account=found.account)
    _require_tax(session, found, flow, place)
    told = _for_whom(session, found, place)
    _require_told(told, str(row[2]), place)
    return told


def _require_told(line: PurposeDraft, asked: str, place: int) -> None:
    """Raise `InvalidInput` unless the line tells all that its account asks (辅助核算)."""
    for dimension in asked.split():
        if not getattr(line, dimension, None):
            said = translate("cash", "第 {line} 行：{account} 要写{dimension}")
            word = dimension_words()[dimension]
            raise _wrong(said, place, dimension, account=line.account, dimension=word)


def _for_whom(session: Session, line: PurposeDraft, place: int) -> PurposeDraft:
    """The line with names as the list of employees has them."""
    employee, department = person_of(session, line.employee, f"lines[{place}].employee")
    return replace(
        line,
        employee=employee,
        department=tidy(line.department) or department,
        project=tidy(line.project),
    )


def _of_item(session: Session, line: PurposeDraft, flow: _Flow, place: int) -> PurposeDraft:
    rows = _ITEM.all(session, name=line.item or "", incoming=flow.incoming)
    if not rows:
        said = translate("cash", "第 {line} 行：没有收支项目 {item}，或已停用")
        told = said.format(line=place + 1, item=line.item or "")
        raise NotFound(told, field=f"lines[{place}].item")
    return replace(line, account=str(rows[0][0]), item=rows[0][1])


def _require_tax(session: Session, line: PurposeDraft, flow: _Flow, place: int) -> None:
    if not 0 <= line.tax < line.amount:
        raise _wrong(translate("cash", "第 {line} 行：税额要小于金额"), place, "tax")
    if line.tax and not flow.incoming and not settings_of(session).general:
        said = translate("cash", "第 {line} 行：小规模纳税人不抵扣进项税，税额算在费用里")
        raise _wrong(said, place, "tax")


def _wrong(sentence: str, place: int, field: str, **more: str) -> InvalidInput:
    return InvalidInput(sentence.format(line=place + 1, **more), field=f"lines[{place}].{field}")


def _rows(document_id: int, lines: Sequence[PurposeDraft]) -> Iterator[dict[str, object]]:
    for number, line in enumerate(lines, 1):
        yield {
            "document_id": document_id,
            "line_no": number,
            "account": line.account,
            "amount": line.amount,
            "tax": line.tax,
            "item": line.item,
            "summary": line.summary,
            "employee": line.employee,
            "department": line.department,
            "project": line.project,
        }


def _spending_legs(
    flow: _Flow, lines: Sequence[PurposeDraft], account: MoneyAccountFacts, settings: Settings
) -> Iterator[LegDraft]:
    """Out: Dr 56…, Dr 22210101 / Cr money. In: Dr money / Cr 5051|5301 …, Cr 22210107 (small: 22210120)."""
    total, tax = sum(line.amount for line in lines), sum(line.tax for line in lines)
    money = LegDraft(account.account, debit=total, money_account_id=account.id)
    net = [
        LegDraft(
            x.account,
            credit=x.amount - x.tax,
            item=x.item,
            summary=x.summary,
            employee=x.employee or None,
            department=x.department or None,
            project=x.project or None,
        )
        for x in lines
    ]
    if flow.incoming:
        output = OUTPUT_TAX if settings.general else SMALL_TAX
        yield from (money, *net, LegDraft(output, credit=tax))
    else:
        yield from (replace(leg, debit=leg.credit, credit=0) for leg in net)
        yield from (LegDraft(INPUT_TAX, debit=tax), replace(money, debit=0, credit=total))
