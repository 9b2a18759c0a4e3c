"""What became of a loss or gain that was left open on 1901 (损溢处理单): who makes it good, and what the shop bears."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import money_accounts
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    header_of,
    open_paper,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.loss_models import LossResolution, LossResolutionLine, StockGain, StockLoss
from jxc_desktop.stock.losses import GAIN, LOSS, PENDING_PROPERTY, require_undecided
from jxc_desktop.stock.priced import at_line

RESOLUTION = Family(LossResolution, (LossResolutionLine,), "损溢处理单")
OWED = ("1221", "2241")
"""Beginnings of accounts, besides profit and loss, that may bear a part: who owes it, whom it is owed to."""


@dataclass(frozen=True, slots=True)
class ResolvedPart:
    """Fen that money account or GL `account` bears; `employee` names who owes it."""

    amount: int
    account: str = ""
    money_account_id: int | None = None
    employee: str = ""


@dataclass(frozen=True, slots=True)
class ResolutionDraft:
    """What is decided about `original`; what its parts do not bear goes to the account of its reason."""

    day: date
    original: str
    parts: tuple[ResolvedPart, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Open:
    """A loss or gain that waits: its id, fen on 190101, and where its reason leads."""

    family: Family
    id: int
    number: str
    total: int
    account: str
    item: str | None


_REASON = Statement("SELECT account, item FROM loss_reason WHERE id = :id")
_ACCOUNT = Statement("SELECT leaf, kind, needs FROM account WHERE code = :code AND disabled = 0")


@needs("loss_resolution.post")
def post_loss_resolution(session: Session, draft: ResolutionDraft, *, key: Key) -> Posted:
    """Clear what a loss or gain left on 1901."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    waiting = _waiting(session, draft, hold=True)
    parts = _parts(session, draft, waiting)
    of_loss = waiting.family is LOSS
    header = {
        "day": draft.day,
        "loss_id": waiting.id if of_loss else None,
        "gain_id": None if of_loss else waiting.id,
        "remark": draft.remark,
    }
    document_id = open_paper(session, LossResolution, header)
    write_parts(session, LossResolutionLine, _rows(document_id, parts))
    kind, prefix = RESOLUTION.kind, LossResolution.prefix
    summary = f"处理 {waiting.number}"
    paper = Paper(kind, document_id, prefix, draft.day, summary, waiting.total)
    number = book(session, paper, _legs(waiting, parts))
    return remember(session, key, Posted(kind, document_id, number, waiting.total))


@needs("loss_resolution.reverse")
def reverse_loss_resolution(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a resolution back: its loss or gain waits on 1901 again."""
    return reverse_paper(session, RESOLUTION, wanted, key=key)


@needs("voucher.view")
def foresee_resolution(session: Session, draft: ResolutionDraft) -> Foreseen:
    """What posting it would book now."""
    waiting = _waiting(session, draft, hold=False)
    legs = _legs(waiting, _parts(session, draft, waiting))
    because = translate("stock", "因为：待处理财产损溢转给责任人和收款，剩下的转到原因的科目")
    return foreseen(session, legs, f"处理 {waiting.number}", because)


def _waiting(session: Session, draft: ResolutionDraft, *, hold: bool) -> _Open:
    if not draft.original:
        raise InvalidInput(translate("stock", "选要处理的报损单或报溢单"), field="from")
    family = _family_of(draft.original)
    head = (
        require_undecided(session, family, draft.original)
        if hold
        else header_of(session, family.kind, draft.original)
    )
    _require_open(head, draft)
    account, item = _REASON.one(session, id=head["reason_id"])
    return _Open(family, head["id"], head["number"], head["total"], account, item)


def _require_open(head: dict[str, Any], draft: ResolutionDraft) -> None:
    if head["state"] != "posted" or head["reverses_id"] is not None or not head["unresolved"]:
        raise Refused(
            translate("stock", "{number} 没有挂在待处理财产损溢，不用处理").format(
                number=draft.original
            ),
            field="from",
        )
    if draft.day < date.fromisoformat(head["day"]):
        raise InvalidInput(
            translate("stock", "处理日期不能早于原单的 {day}").format(day=head["day"]), field="day"
        )


def _family_of(number: str) -> Family:
    for family, model in ((LOSS, StockLoss), (GAIN, StockGain)):
        if number.startswith(model.prefix):
            return family
    raise NotFound(
        translate("stock", "{number} 不是报损单或报溢单").format(number=number[:40]), field="from"
    )


def _parts(session: Session, draft: ResolutionDraft, waiting: _Open) -> list[ResolvedPart]:
    parts = []
    for place, part in enumerate(draft.parts):
        try:
            parts.append(_part(session, part))
        except UserError as error:
            raise at_line(error, place) from None
    borne = sum(part.amount for part in parts)
    if borne > waiting.total:
        raise Refused(
            translate("stock", "{number} 只有 {total}，这里写了 {borne}。改金额").format(
                number=waiting.number,
                total=text_of(waiting.total, MONEY_PLACES),
                borne=text_of(borne, MONEY_PLACES),
            ),
            field="lines",
        )
    return parts


def _part(session: Session, part: ResolvedPart) -> ResolvedPart:
    """The part with its GL account, once it may be booked there."""
    if part.amount <= 0:
        raise InvalidInput(translate("stock", "金额要大于 0"), field="amount")
    if part.money_account_id is not None:
        money = money_accounts(session).get(part.money_account_id)
        if money is None:
            raise NotFound(translate("stock", "结算账户不存在或已停用。重新选"), field="account")
        return ResolvedPart(part.amount, money.account, money.id, part.employee)
    row = _ACCOUNT.first(session, code=part.account)
    if row is None or not row[0] or not (row[1] == "P" or part.account.startswith(OWED)):
        raise InvalidInput(
            translate(
                "stock", "{account} 不能写在这里。写结算账户、1221 其他应收款或末级损益科目"
            ).format(account=part.account[:40]),
            field="account",
        )
    if row[2] and not (row[2] == "employee" and part.employee):
        problem = translate("stock", "{account} 要写的辅助核算这里没有。换一个科目，或用手工凭证转")
        raise InvalidInput(problem.format(account=part.account), field="account")
    return part


def _rows(document_id: int, parts: Sequence[ResolvedPart]) -> Iterator[dict[str, Any]]:
    for number, part in enumerate(parts, 1):
        yield {
            "document_id": document_id,
            "line_no": number,
            "account": part.account,
            "money_account_id": part.money_account_id,
            "employee": part.employee or None,
            "amount": part.amount,
        }


def _legs(waiting: _Open, parts: Sequence[ResolvedPart]) -> Iterator[LegDraft]:
    """Loss: Dr who bears it, Dr the reason's for the rest / Cr 190101. Gain: Dr 190101 / Cr the same."""
    rest = waiting.total - sum(part.amount for part in parts)
    borne = [*parts, ResolvedPart(rest, waiting.account)]
    items = [*(None for _part in parts), waiting.item]
    if waiting.family is GAIN:
        yield LegDraft(PENDING_PROPERTY, debit=waiting.total)
    for part, item in zip(borne, items, strict=True):
        loss = waiting.family is LOSS
        yield LegDraft(
            part.account,
            debit=part.amount if loss else 0,
            credit=0 if loss else part.amount,
            money_account_id=part.money_account_id,
            employee=part.employee or None,
            item=item,
        )
    if waiting.family is LOSS:
        yield LegDraft(PENDING_PROPERTY, credit=waiting.total)
