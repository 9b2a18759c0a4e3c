"""Goods lost and found (报损单, 报溢单): through 1901 to the account of their reason (domain.md §2.8).

Lost goods leave at cost, with the input VAT of 非正常损失; found ones come in at the average, else at what was
assessed or paid last.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import tax_on
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    Undone,
    open_paper,
    original_header,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.shop.tax import require_rate
from jxc_desktop.stock.goods import Goods
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.loss_models import StockGain, StockGainLine, StockLoss, StockLossLine
from jxc_desktop.stock.moved_lines import MovedLine
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import foresee_goods, move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft, at_line
from jxc_desktop.stock.reasons import ReasonFacts, reason_facts
from jxc_desktop.stock.transit import (
    Coming,
    arriving,
    coming_again,
    coming_goods,
    promise_coming,
    require_after,
)
from jxc_desktop.stock.worth_lines import WorthLine, worth_lines, worth_rows, worth_steps

LOSS = Family(StockLoss, (StockLossLine,), "报损单")
GAIN = Family(StockGain, (StockGainLine,), "报溢单")
PENDING_PROPERTY, TAX_OUT = "190101", "22210109"


@dataclass(frozen=True, slots=True)
class LossDraft:
    """Goods lost or found, as typed; the `price` of a found line is its assessed worth in 1e-6 yuan a unit.

    `unresolved` leaves their worth on 1901 until somebody decides who bears it. `source` is the transfer that lost
    goods were on their way with; they are then lost in transit, whatever warehouse is named.
    """

    day: date
    warehouse_id: int
    reason_id: int
    lines: tuple[LineDraft, ...]
    unresolved: bool = False
    remark: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """What differs between goods lost and goods found; `sign` is 1 where goods come in."""

    family: Family
    line: type[Base]
    sign: int
    word: str

    @property
    def gain(self) -> bool:
        """Whether goods were found."""
        return self.sign > 0

    @property
    def move(self) -> str:
        """Why the goods moved."""
        return "gain" if self.gain else "loss"


LOST = Flow(LOSS, StockLossLine, -1, "报损")
FOUND = Flow(GAIN, StockGainLine, 1, "报溢")


@needs("stock_loss.post")
def post_stock_loss(session: Session, draft: LossDraft, *, key: Key) -> Posted:
    """Take goods out that are gone: Dr 1901 at cost and VAT turned out, and from there to the reason's account."""
    return post_lost_or_found(session, LOST, draft, key=key)


@needs("stock_gain.post")
def post_stock_gain(session: Session, draft: LossDraft, *, key: Key) -> Posted:
    """Take goods in that the books did not know: Cr 1901, and from there to the reason's account."""
    return post_lost_or_found(session, FOUND, draft, key=key)


@needs("stock_loss.reverse")
def reverse_stock_loss(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a loss back: the goods in again at the same worth."""
    return reverse_lost_or_found(session, LOST, wanted, key=key)


@needs("stock_gain.reverse")
def reverse_stock_gain(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a gain back: the goods out again at the same worth."""
    return reverse_lost_or_found(session, FOUND, wanted, key=key)


@needs("voucher.view")
def foresee_loss(session: Session, draft: LossDraft) -> Foreseen:
    """What posting the loss would book now."""
    return _foresee(session, LOST, draft)


@needs("voucher.view")
def foresee_gain(session: Session, draft: LossDraft) -> Foreseen:
    """What posting the gain would book now."""
    return _foresee(session, FOUND, draft)


def post_lost_or_found(
    session: Session, flow: Flow, draft: LossDraft, *, key: Key, count_id: int | None = None
) -> Posted:
    """Post a loss or gain for a service that was asked for its right; `count_id` names the count that found it."""
    if earlier := answered(session, key):
        return earlier
    settings = settings_of(session)
    require_open_period(session, draft.day)
    reason = reason_facts(session, draft.reason_id, gain=flow.gain)
    draft, coming = _on_the_way(session, draft)
    lines = _understood(session, draft, reason)
    facts = partial(_facts, session, flow, draft, lines, reason)
    if count_id is None and (held := held_back(session, flow.family.kind, draft, facts, key)):
        return held
    steps = worth_steps(session, lines, draft.warehouse_id, flow.sign)
    goods = move_goods(session, steps, flow.move, allow_negative=settings.allow_negative_stock)
    rows = list(_rows(lines, goods))
    total = sum(row["amount"] + row["tax"] for row in rows)
    header = _header(draft, reason, count_id)
    if not flow.gain:
        header["transfer_id"] = coming.id if coming else None
    document_id = open_paper(session, flow.family.header, header)
    write_parts(session, flow.line, ({**row, "document_id": document_id} for row in rows))
    legs = _legs(flow, rows, goods, reason, unresolved=draft.unresolved)
    kind, prefix = flow.family.kind, flow.family.header.prefix
    summary = f"{flow.word} {reason.name}"
    number = book(session, Paper(kind, document_id, prefix, draft.day, summary, total), legs)
    record_moves(session, goods, source=number, day=draft.day)
    if coming:
        promise_coming(session, coming.way, rows, back=True)
    return remember(session, key, Posted(kind, document_id, number, total))


def _on_the_way(
    session: Session, draft: LossDraft, *, hold: bool = True
) -> tuple[LossDraft, Coming | None]:
    """A loss of goods of a transfer: its lines name that one's, out of where they are in transit."""
    if not draft.source:
        return draft, None
    coming = coming_goods(session, draft.source, hold=hold)
    require_after(draft.day, coming)
    lines, _lost = arriving(session, coming, draft.lines)
    return replace(draft, lines=lines, warehouse_id=coming.way.source), coming


def _facts(
    session: Session, flow: Flow, draft: LossDraft, lines: Sequence[WorthLine], reason: ReasonFacts
) -> Facts:
    """What rules on approval look at: what it would be worth now."""
    goods = _seen(session, flow, draft, lines)
    total = sum(row["amount"] + row["tax"] for row in _rows(lines, goods))
    return Facts(draft.day, total, reason.name)


def foreseen_rows(session: Session, flow: Flow, draft: LossDraft) -> list[dict[str, Any]]:
    """The lines as they would be posted now, for showing."""
    reason = reason_facts(session, draft.reason_id, gain=flow.gain)
    lines = _understood(session, draft, reason)
    return list(_rows(lines, _seen(session, flow, draft, lines)))


def reverse_lost_or_found(session: Session, flow: Flow, wanted: Reversal, *, key: Key) -> Posted:
    """Take a loss or gain back for a service that was asked for its right."""
    if earlier := answered(session, key):
        return earlier
    head = require_undecided(session, flow.family, wanted.number)
    on_the_way = head.get("transfer_id") is not None
    return reverse_goods_paper(
        session, flow.family, wanted, key=key, undo=_coming_again if on_the_way else None
    )


def _coming_again(session: Session, number: str) -> Undone:
    return coming_again(session, LOSS, number)


def _foresee(session: Session, flow: Flow, draft: LossDraft) -> Foreseen:
    reason = reason_facts(session, draft.reason_id, gain=flow.gain)
    draft, _coming = _on_the_way(session, draft, hold=False)
    lines = _understood(session, draft, reason)
    goods = _seen(session, flow, draft, lines)
    legs = _legs(flow, list(_rows(lines, goods)), goods, reason, unresolved=draft.unresolved)
    because = (
        translate("stock", "因为：先挂在待处理财产损溢，查明后用损溢处理单转出")
        if draft.unresolved
        else translate("stock", "因为：经待处理财产损溢，转到原因“{reason}”的科目")
    )
    return foreseen(session, legs, f"{flow.word} {reason.name}", because.format(reason=reason.name))


_DECIDED = Statement(
    "SELECT r.number FROM loss_resolution r "
    "WHERE r.state = 'posted' AND r.reverses_id IS NULL AND (r.loss_id = :loss OR r.gain_id = :gain) LIMIT 1"
)


def require_undecided(session: Session, family: Family, number: str) -> dict[str, Any]:
    """The header of a loss or gain, held; refused while a resolution of it stands."""
    head = original_header(session, family.kind, number)
    loss, gain = (head["id"], None) if family is LOSS else (None, head["id"])
    found = _DECIDED.first(session, loss=loss, gain=gain)
    if found is not None:
        raise Refused(
            translate("stock", "{number} 已由 {other} 处理。先红冲 {other}").format(
                number=number, other=found[0]
            ),
            field="number",
        )
    return head


def _understood(session: Session, draft: LossDraft, reason: ReasonFacts) -> list[WorthLine]:
    lines = []
    for line in worth_lines(session, draft.lines):
        try:
            lines.append(line.taxed(_rate_out(session, draft.day, line.moved, reason)))
        except UserError as error:
            raise at_line(error, line.moved.line_no - 1) from None
    return lines


def _rate_out(session: Session, day: date, line: MovedLine, reason: ReasonFacts) -> int:
    """The rate at which input VAT is turned out; 0 where none is. A small taxpayer never deducted any."""
    settings = settings_of(session)
    if not (reason.vat_out and settings.general):
        return 0
    rates = (line.draft.tax_rate, line.product.tax_rate, settings.default_tax_rate)
    rate = next(rate for rate in rates if rate is not None)
    return require_rate(rate, day, field="tax_rate")


def _seen(session: Session, flow: Flow, draft: LossDraft, lines: Sequence[WorthLine]) -> Goods:
    """What posting would move now."""
    steps = worth_steps(session, lines, draft.warehouse_id, flow.sign, hold=False)
    return foresee_goods(session, steps, flow.move)


def _header(draft: LossDraft, reason: ReasonFacts, count_id: int | None) -> dict[str, Any]:
    return {
        "day": draft.day,
        "warehouse_id": draft.warehouse_id,
        "reason_id": reason.id,
        "unresolved": draft.unresolved,
        "count_id": count_id,
        "remark": draft.remark,
    }


def _rows(lines: Sequence[WorthLine], goods: Goods) -> Iterator[dict[str, Any]]:
    """The lines as rows, each with the input VAT that goes out with its goods."""
    for line, row in zip(lines, worth_rows(lines, goods), strict=True):
        tax = tax_on(row["amount"], line.tax_rate)
        yield {**row, "tax_rate": line.tax_rate, "tax": tax}


def _legs(
    flow: Flow,
    rows: Sequence[Mapping[str, Any]],
    goods: Goods,
    reason: ReasonFacts,
    *,
    unresolved: bool,
) -> Iterator[LegDraft]:
    """Loss: Dr 190101 / Cr 1405, Cr 22210109, then Dr the reason's / Cr 190101. Gain: the other way round."""
    cost, tax = sum(row["amount"] for row in rows), sum(row["tax"] for row in rows)
    if flow.gain:
        yield LegDraft(STOCK, debit=cost)
        yield LegDraft(PENDING_PROPERTY, credit=cost)
        if not unresolved:
            yield LegDraft(PENDING_PROPERTY, debit=cost)
            yield LegDraft(reason.account, credit=cost, item=reason.item)
    else:
        yield LegDraft(PENDING_PROPERTY, debit=cost + tax)
        yield LegDraft(STOCK, credit=cost)
        yield LegDraft(TAX_OUT, credit=tax)
        if not unresolved:
            yield LegDraft(reason.account, debit=cost + tax, item=reason.item)
            yield LegDraft(PENDING_PROPERTY, credit=cost + tax)
    yield from legs_of_adjustment(goods.adjustment)
