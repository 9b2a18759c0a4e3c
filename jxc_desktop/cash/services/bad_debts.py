"""Debts that will not be paid: given up, got after all, or our own that nobody wants (坏账单, domain.md §2.4, §2.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.mode_words import bad_debt_words
from jxc_desktop.cash.models import BadDebt, BadDebtMode, BadDebtPayment
from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    Payment,
    payment_rows,
    require_payments,
)
from jxc_desktop.cash.settling import (
    PAYABLE,
    RECEIVABLE,
    Settled,
    choose,
    lock_partner,
    open_items,
    reverse_settling,
    settle,
)
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, header_of, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts, supplier_facts
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember

BAD_DEBT = Family(BadDebt, (BadDebtPayment,), "坏账单")
LOSS, LOSS_ITEM = "5711", "坏账损失"
GAIN = "5301"
GAIN_ITEM = {
    BadDebtMode.RECOVERY: "收回已核销坏账",
    BadDebtMode.UNPAYABLE: "无法偿付的应付款项",
}
_WORDS = {
    BadDebtMode.WRITE_OFF: "坏账",
    BadDebtMode.RECOVERY: "收回坏账",
    BadDebtMode.UNPAYABLE: "无法偿付",
}
_GIVEN_UP = Statement(
    "SELECT coalesce(sum(CASE WHEN d.mode = 'write_off' THEN d.total - coalesce(p.amount, 0) "
    "WHEN d.mode = 'recovery' THEN -d.total ELSE 0 END), 0) FROM bad_debt d LEFT JOIN "
    "(SELECT document_id, sum(amount) AS amount FROM bad_debt_payment GROUP BY document_id) p "
    "ON p.document_id = d.id WHERE d.partner_id = :partner AND d.state IN ('posted', 'reversed')"
)


@dataclass(frozen=True, slots=True)
class BadDebtDraft:
    """`amount` fen of debt are given up, or come in for debts given up before; `payments` came in.

    A reason is a must. Without `settle` the oldest debts come first.
    """

    day: date
    mode: BadDebtMode
    partner_id: int
    amount: int
    reason: str
    payments: tuple[Payment, ...] = ()
    settle: tuple[Settled, ...] = ()
    remark: str = ""

    @property
    def account(self) -> str | None:
        """The account whose debts go down; None where they did before."""
        accounts = {BadDebtMode.WRITE_OFF: RECEIVABLE, BadDebtMode.UNPAYABLE: PAYABLE}
        return accounts.get(self.mode)


@needs("bad_debt.post")
def post_bad_debt(session: Session, draft: BadDebtDraft, *, key: Key) -> Posted:
    """Give a debt up, take what comes in for one that was, or keep what nobody can be paid."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    partner = _debtor(session, draft)
    lock_partner(session, partner.id)
    payments = _require_bad_debt(session, draft)
    chosen = _debts(session, draft)
    facts = partial(Facts, draft.day, draft.amount, partner.name)
    if held := held_back(session, BAD_DEBT.kind, draft, facts, key):
        return held
    document_id = _write(session, draft, partner)
    legs = _bad_debt_legs(draft, partner, payments)
    summary = f"{_WORDS[draft.mode]} {partner.name}"
    paper = Paper(BAD_DEBT.kind, document_id, BadDebt.prefix, draft.day, summary, draft.amount)
    number = book(session, paper, legs)
    if draft.account is not None:
        settle(session, draft.account, partner.id, chosen, by=number, day=draft.day)
    return remember(session, key, Posted(BAD_DEBT.kind, document_id, number, draft.amount))


@needs("bad_debt.reverse")
def reverse_bad_debt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Let a debt live again; not while money is kept for having given it up."""
    posted = reverse_settling(session, BAD_DEBT, wanted, key=key)
    if not posted.repeated:
        partner = header_of(session, BAD_DEBT.kind, posted.number)["partner_id"]
        if _given_up(session, partner) < 0:
            raise Refused(
                translate("cash", "{number} 的坏账后来又收回了钱。先红冲收回的那张").format(
                    number=wanted.number
                )
            )
    return posted


@needs("voucher.view")
def foresee_bad_debt(session: Session, draft: BadDebtDraft) -> Foreseen:
    """What it would book."""
    partner = _debtor(session, draft)
    payments = _require_bad_debt(session, draft)
    _debts(session, draft)
    because = translate("cash", "因为：坏账按“{mode}”规则，直接转销，不提坏账准备").format(
        mode=bad_debt_words(draft.mode)
    )
    legs = _bad_debt_legs(draft, partner, payments)
    return foreseen(session, legs, f"{_WORDS[draft.mode]} {partner.name}", because)


def _given_up(session: Session, partner_id: int) -> int:
    """Fen of a customer's debts that were given up and never came in."""
    return int(_GIVEN_UP.one(session, partner=partner_id)[0])


def _debtor(session: Session, draft: BadDebtDraft) -> PartnerFacts:
    """The firm in the role that the mode is about."""
    role = supplier_facts if draft.mode is BadDebtMode.UNPAYABLE else customer_facts
    return role(session, draft.partner_id, even_disabled=True)


def _require_bad_debt(session: Session, draft: BadDebtDraft) -> list[tuple[MoneyAccountFacts, int]]:
    """What came in; raises where amount, reason, money or the history do not fit the mode."""
    if draft.amount <= 0:
        raise InvalidInput(translate("cash", "坏账金额要大于 0"), field="amount")
    if not draft.reason.strip():
        raise InvalidInput(translate("cash", "坏账要写原因"), field="reason")
    payments = require_payments(session, draft.payments, draft.amount)
    paid = sum(amount for _account, amount in payments)
    if draft.mode is BadDebtMode.RECOVERY and paid != draft.amount:
        problem = translate("cash", "收回坏账要写收到的钱进了哪个账户")
        raise InvalidInput(problem, field="payments")
    if draft.mode is BadDebtMode.UNPAYABLE and paid:
        problem = translate("cash", "无法偿付的应付款没有收付款。去掉收款")
        raise InvalidInput(problem, field="payments")
    if draft.mode is BadDebtMode.WRITE_OFF and paid == draft.amount:
        problem = translate("cash", "全部收到了就不是坏账。用收款单")
        raise InvalidInput(problem, field="payments")
    if draft.mode is BadDebtMode.RECOVERY:
        _require_given_up(session, draft)
    return payments


def _require_given_up(session: Session, draft: BadDebtDraft) -> None:
    before = _given_up(session, draft.partner_id)
    if draft.amount > before:
        raise Refused(
            translate("cash", "核销过的坏账还有 {before} 没收回，收不了 {amount}。改金额").format(
                before=text_of(before, MONEY_PLACES), amount=text_of(draft.amount, MONEY_PLACES)
            ),
            field="amount",
        )


def _debts(session: Session, draft: BadDebtDraft) -> list[Settled]:
    if draft.account is None:
        if draft.settle:
            problem = translate("cash", "收回坏账不核销单据。去掉核销")
            raise InvalidInput(problem, field="settle")
        return []
    items = open_items(session, draft.account, draft.partner_id)
    chosen = choose(items, draft.settle, draft.amount)
    found = sum(each.amount for each in chosen)
    if found < draft.amount:
        raise Refused(
            translate("cash", "没结的只有 {found}，不到 {amount}。改金额").format(
                found=text_of(found, MONEY_PLACES), amount=text_of(draft.amount, MONEY_PLACES)
            ),
            field="settle" if draft.settle else "amount",
        )
    return chosen


def _write(session: Session, draft: BadDebtDraft, partner: PartnerFacts) -> int:
    header = {
        "day": draft.day,
        "partner_id": partner.id,
        "partner_name": partner.name,
        "mode": draft.mode,
        "remark": draft.remark,
        "reason": draft.reason.strip(),
    }
    document_id = open_paper(session, BadDebt, header)
    write_parts(session, BadDebtPayment, payment_rows(document_id, draft.payments))
    return document_id


def _bad_debt_legs(
    draft: BadDebtDraft, partner: PartnerFacts, payments: list[tuple[MoneyAccountFacts, int]]
) -> Iterator[LegDraft]:
    """Dr 5711, Dr money / Cr 1122; got after all: Dr money / Cr 5301; unpayable: Dr 220201 / Cr 5301."""
    paid = sum(amount for _account, amount in payments)
    if draft.mode is BadDebtMode.WRITE_OFF:
        yield LegDraft(LOSS, debit=draft.amount - paid, item=LOSS_ITEM)
    for account, amount in payments:
        yield LegDraft(account.account, debit=amount, money_account_id=account.id)
    if draft.mode is BadDebtMode.UNPAYABLE:
        yield LegDraft(PAYABLE, debit=draft.amount, partner_id=partner.id)
    if draft.mode is BadDebtMode.WRITE_OFF:
        yield LegDraft(RECEIVABLE, credit=draft.amount, partner_id=partner.id)
    else:
        yield LegDraft(GAIN, credit=draft.amount, item=GAIN_ITEM[draft.mode])
