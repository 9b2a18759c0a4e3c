"""Goods that come in or go out for some other purpose (其他入库, 其他出库): against an account that was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.account_names import shown_name
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.deemed import deemed_tax, output_account
from jxc_desktop.stock.goods import Goods
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.other_models import (
    OtherIssue,
    OtherIssueLine,
    OtherReceipt,
    OtherReceiptLine,
)
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import foresee_goods, move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.worth_lines import worth_lines, worth_rows, worth_steps

RECEIPT = Family(OtherReceipt, (OtherReceiptLine,), "其他入库单")
ISSUE = Family(OtherIssue, (OtherIssueLine,), "其他出库单")
NEVER = ("14", "1901", "0001", "22210")
"""Beginnings of accounts that are no purpose: goods themselves, what a loss waits on, openings, VAT."""


@dataclass(frozen=True, slots=True)
class OtherDraft:
    """Goods in or out, as typed; the `price` of a line that comes in is what one unit is worth in 1e-6 yuan.

    `deemed_sale` tells goods given away, on which output VAT is due as if they were sold (`deemed`).
    """

    day: date
    warehouse_id: int
    account: str
    lines: tuple[LineDraft, ...]
    remark: str = ""
    deemed_sale: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """What differs between goods in and out; `sign` is 1 where they come in."""

    family: Family
    line: type[Base]
    sign: int
    word: str

    @property
    def move(self) -> str:
        """Why the goods moved."""
        return "other_in" if self.sign > 0 else "other_out"


IN = Way(RECEIPT, OtherReceiptLine, 1, "其他入库")
OUT = Way(ISSUE, OtherIssueLine, -1, "其他出库")

_LEAVES = (
    "SELECT code, name, english FROM account WHERE leaf = 1 AND disabled = 0 AND needs = '' "
    + "".join(f"AND code NOT LIKE '{code}%' " for code in NEVER)
)
_PURPOSE = Statement(f"{_LEAVES}AND code = :code")
_PURPOSES = Statement(
    f"{_LEAVES}ORDER BY CASE WHEN kind = 'P' THEN 0 WHEN kind = 'E' THEN 1 ELSE 2 END, code"
)


@dataclass(frozen=True, slots=True)
class PurposeAccount:
    """An account that goods may come from or go to."""

    code: str
    name: str


@needs("other_receipt.post")
def post_other_receipt(session: Session, draft: OtherDraft, *, key: Key) -> Posted:
    """Take goods in: Dr 1405 / Cr the chosen account."""
    return _post(session, IN, draft, key)


@needs("other_issue.post")
def post_other_issue(session: Session, draft: OtherDraft, *, key: Key) -> Posted:
    """Give goods out at cost: Dr the chosen account / Cr 1405, Cr 22210107 (small: 22210120) where given away."""
    return _post(session, OUT, draft, key)


@needs("other_receipt.reverse")
def reverse_other_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: the goods out again at the same worth."""
    return reverse_goods_paper(session, RECEIPT, wanted, key=key)


@needs("other_issue.reverse")
def reverse_other_issue(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: the goods in again at the same worth."""
    return reverse_goods_paper(session, ISSUE, wanted, key=key)


@needs("voucher.view")
def foresee_receipt(session: Session, draft: OtherDraft) -> Foreseen:
    """What taking the goods in would book now."""
    return _foresee(session, IN, draft)


@needs("voucher.view")
def foresee_issue(session: Session, draft: OtherDraft) -> Foreseen:
    """What giving the goods out would book now."""
    return _foresee(session, OUT, draft)


def purpose_accounts(session: Session) -> list[PurposeAccount]:
    """Accounts that goods may come from or go to: those of profit and loss first."""
    rows = _PURPOSES.all(session)
    return [PurposeAccount(code, shown_name(name, english)) for code, name, english in rows]


def _post(session: Session, way: Way, draft: OtherDraft, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    _require_purpose(session, draft.account)
    lines = worth_lines(session, draft.lines)
    steps = worth_steps(session, lines, draft.warehouse_id, way.sign)
    allowed = settings_of(session).allow_negative_stock
    goods = move_goods(session, steps, way.move, allow_negative=allowed)
    rows = list(worth_rows(lines, goods))
    total = sum(row["amount"] for row in rows)
    tax = _tax(session, way, draft)
    header = {
        "day": draft.day,
        "warehouse_id": draft.warehouse_id,
        "account": draft.account,
        "remark": draft.remark,
        **({"tax": tax} if way is OUT else {}),
    }
    document_id = open_paper(session, way.family.header, header)
    write_parts(session, way.line, ({**row, "document_id": document_id} for row in rows))
    kind, prefix = way.family.kind, way.family.header.prefix
    summary = draft.remark or way.word
    paper = Paper(kind, document_id, prefix, draft.day, summary, total)
    legs = [*_legs(way, goods, draft.account), *_tax_legs(session, draft.account, tax)]
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(kind, document_id, number, total))


def _foresee(session: Session, way: Way, draft: OtherDraft) -> Foreseen:
    _require_purpose(session, draft.account)
    lines = worth_lines(session, draft.lines)
    steps = worth_steps(session, lines, draft.warehouse_id, way.sign, hold=False)
    goods, tax = foresee_goods(session, steps, way.move), _tax(session, way, draft)
    legs = [*_legs(way, goods, draft.account), *_tax_legs(session, draft.account, tax)]
    because = (
        translate("stock", "因为：其他入库，按填的价或现在的成本进库存，另一边是选的科目")
        if way.sign > 0
        else translate("stock", "因为：其他出库，按现在的成本出库存，另一边是选的科目")
    )
    return foreseen(session, legs, draft.remark or way.word, because)


def _tax(session: Session, way: Way, draft: OtherDraft) -> int:
    """Output VAT on goods given away."""
    if way is IN or not draft.deemed_sale:
        return 0
    return deemed_tax(session, draft.day, draft.lines)


def _tax_legs(session: Session, account: str, tax: int) -> Iterator[LegDraft]:
    """The tax is borne by what the goods went to."""
    if tax:
        yield LegDraft(account, debit=tax)
        yield LegDraft(output_account(settings_of(session)), credit=tax)


def _require_purpose(session: Session, account: str) -> None:
    if _PURPOSE.first(session, code=account) is None:
        raise InvalidInput(
            translate(
                "stock", "科目 {account} 不能做货的去处或来源。选费用、营业外收支之类的末级科目"
            ).format(account=account[:40] or "—"),
            field="account",
        )


def _legs(way: Way, goods: Goods, account: str) -> Iterator[LegDraft]:
    if way.sign > 0:
        yield LegDraft(STOCK, debit=goods.amount)
        yield LegDraft(account, credit=goods.amount)
    else:
        yield LegDraft(account, debit=-goods.amount)
        yield LegDraft(STOCK, credit=-goods.amount)
    yield from legs_of_adjustment(goods.adjustment)
