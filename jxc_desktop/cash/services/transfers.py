"""Money moved between the shop's own accounts (转款单)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import MoneyTransfer
from jxc_desktop.cash.payments import MoneyAccountFacts, money_account
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, reverse_paper
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember

TRANSFER = Family(MoneyTransfer, (), "转款单")
FEE, FEE_ITEM = "5603", "手续费"


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """`amount` fen arrive; the account they come from loses the `fee` too."""

    day: date
    from_account_id: int
    to_account_id: int
    amount: int
    fee: int = 0
    remark: str = ""


@needs("money_transfer.post")
def post_money_transfer(session: Session, draft: TransferDraft, *, key: Key) -> Posted:
    """Move money: Dr to, Dr 5603 / Cr from."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    ends = _require_transfer(session, draft)
    total = draft.amount + draft.fee
    facts = partial(Facts, draft.day, total, _summary(ends))
    if held := held_back(session, TRANSFER.kind, draft, facts, key):
        return held
    header = {
        "day": draft.day,
        "from_account_id": draft.from_account_id,
        "to_account_id": draft.to_account_id,
        "amount": draft.amount,
        "fee": draft.fee,
        "remark": draft.remark,
    }
    document_id = open_paper(session, MoneyTransfer, header)
    paper = Paper(
        TRANSFER.kind, document_id, MoneyTransfer.prefix, draft.day, _summary(ends), total
    )
    number = book(session, paper, _transfer_legs(draft, *ends))
    return remember(session, key, Posted(TRANSFER.kind, document_id, number, total))


@needs("money_transfer.reverse")
def reverse_money_transfer(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Move the money back."""
    return reverse_paper(session, TRANSFER, wanted, key=key)


@needs("voucher.view")
def foresee_money_transfer(session: Session, draft: TransferDraft) -> Foreseen:
    """What moving the money would book."""
    ends = _require_transfer(session, draft)
    because = translate("cash", "因为：转款按“转入 + 手续费 转出”规则")
    return foreseen(session, _transfer_legs(draft, *ends), _summary(ends), because)


def _require_transfer(
    session: Session, draft: TransferDraft
) -> tuple[MoneyAccountFacts, MoneyAccountFacts]:
    """The two accounts; raises when they are one, or no money moves."""
    ends = (
        money_account(session, draft.from_account_id, "from_account"),
        money_account(session, draft.to_account_id, "to_account"),
    )
    if draft.from_account_id == draft.to_account_id:
        problem = translate("cash", "转出和转入是同一个账户。改一个")
        raise InvalidInput(problem, field="to_account")
    if draft.amount <= 0:
        raise InvalidInput(translate("cash", "转款金额要大于 0"), field="amount")
    if draft.fee < 0:
        raise InvalidInput(translate("cash", "手续费不能小于 0"), field="fee")
    return ends


def _summary(ends: tuple[MoneyAccountFacts, MoneyAccountFacts]) -> str:
    return f"转款 {ends[0].name} → {ends[1].name}"


def _transfer_legs(
    draft: TransferDraft, source: MoneyAccountFacts, target: MoneyAccountFacts
) -> Iterator[LegDraft]:
    """Dr to, Dr 5603 手续费 / Cr from."""
    yield LegDraft(target.account, debit=draft.amount, money_account_id=target.id)
    yield LegDraft(FEE, debit=draft.fee, item=FEE_ITEM)
    left = draft.amount + draft.fee
    yield LegDraft(source.account, credit=left, money_account_id=source.id)
