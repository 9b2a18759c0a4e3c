"""Selling at the till: a ticket becomes a sale in one transaction, goods come back, a sale is taken back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.methods import payment_methods
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import spread
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    header_of,
    open_paper,
    original_header,
    reversal_day,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.members.cards import HeldCard, hold_card, move_card
from jxc_desktop.pos.drafts import ReturnDraft, Settled, TicketDraft
from jxc_desktop.pos.exchange import (
    FROM_TICKET,
    GoodsBack,
    exchanged,
    held_original,
    onto_card,
    settle_between,
)
from jxc_desktop.pos.membership import (
    CardPart,
    card_of,
    earning,
    going_back,
    points_part,
    refunded,
    spend,
)
from jxc_desktop.pos.models import (
    PosReturn,
    PosReturnLine,
    PosReturnTender,
    PosSale,
    PosSaleLine,
    PosSalePromotion,
    PosSaleTender,
)
from jxc_desktop.pos.promoting import PLAIN, Promoted, all_back, coupons_for, promoted
from jxc_desktop.pos.shifts import (
    API_TILL,
    ShiftFacts,
    api_shift,
    require_open_shift,
    shift_facts,
    shift_to_reverse_in,
)
from jxc_desktop.pricing.minimum import require_lowest
from jxc_desktop.pricing.promotions.coupons import CouponView, use_coupons
from jxc_desktop.sales.legs import back_steps, red_revenue_legs, revenue_legs, sold_from_lots
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import legs_of_returned, legs_of_sold
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.pools import hold_pools
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft, PricedLine, Terms, price_lines
from jxc_desktop.stock.returned import require_nothing_back, returned_lines

SALE = Family(PosSale, (PosSaleLine, PosSaleTender, PosSalePromotion), "零售单")
RETURN = Family(PosReturn, (PosReturnLine, PosReturnTender), "零售退货单")


@needs("pos_sale.post")
def post_ticket(session: Session, draft: TicketDraft, shift_id: int, *, key: Key) -> Posted:
    """Sell: goods out, money in, books done; the sale exists when this transaction commits.

    The till warns of too little stock and sells all the same (domain.md §4.4) unless the setting forbids it.
    """
    if earlier := answered(session, key):
        return earlier
    draft, back = exchanged(session, draft)
    card = card_of(session, draft)
    coupons = coupons_for(session, draft)
    shift = require_open_shift(session, shift_id)
    settings, methods = settings_of(session), payment_methods(session)
    require_open_period(session, shift.day)
    part = points_part(session, draft, card)
    off = _promoted(session, draft, shift.day, card, coupons)
    lines = _priced(session, draft, shift.day, card, part, off)
    due = sum(line.gross for line in lines)
    between = due - back.total + back.part.principal
    settled, change = settle_between(draft.tenders, methods, between)
    settled, part = spend(settled, card, part)
    settled += onto_card(methods, back)
    if part.bonus:
        lines = _priced(session, draft, shift.day, card, part, off)
        due = sum(line.gross for line in lines)
    part = earning(part, card, due)
    paid, parts = (settled, change), (part, off, back)
    document_id = _write_sale(session, draft, shift, lines, paid, parts)
    allow_negative = settings.allow_negative_stock or settings.till_warns_negative_stock
    steps = sold_from_lots(session, lines, shift.warehouse_id, draft.lines, shift.day)
    returned = _take_in(session, back, steps, shift)
    goods = move_goods(session, steps, "issue", allow_negative=allow_negative)
    legs = [*_money_legs(settled), *revenue_legs(lines, settings), *legs_of_sold(goods)]
    if back.rows:
        legs += [*red_revenue_legs(session, back.rows), *legs_of_returned(returned)]
    total = due - back.total
    paper = _paper(SALE, document_id, shift, "零售换货" if back.rows else "零售", total)
    number = book(session, paper, legs)
    for moved in (returned, goods):
        record_moves(session, moved, source=number, day=shift.day)
    if part.member_id is not None:
        changes = (*part.changes(1), *back.part.changes(-1))
        move_card(session, part.member_id, changes, number, shift.day)
    use_coupons(session, off.coupons, number)
    return remember(session, key, Posted(SALE.kind, document_id, number, total))


def _take_in(
    session: Session, back: GoodsBack, out: Sequence[GoodsStep], shift: ShiftFacts
) -> Goods:
    """The goods that come back in an exchange, moved before others go out; the pools of both are held first."""
    if not back.rows:
        return Goods()
    steps = list(back_steps(back.rows, shift.warehouse_id, back.original))
    hold_pools(session, (step.product_id for step in (*steps, *out)))
    return move_goods(session, steps, "return", allow_negative=True)


def _paper(family: Family, document_id: int, shift: ShiftFacts, summary: str, total: int) -> Paper:
    prefix = family.header.prefix + shift.till
    return Paper(family.kind, document_id, prefix, shift.day, summary, total, bound=False)


def _promoted(
    session: Session,
    draft: TicketDraft,
    day: date,
    card: HeldCard | None,
    coupons: tuple[CouponView, ...],
) -> Promoted:
    """What promotions take off; a ticket that does not ask for them is not looked at."""
    if draft.wish is None:
        return PLAIN
    level, off = (card.level.price_level, card.level.discount) if card else ("", 0)
    products = product_facts(session, (line.product_id for line in draft.lines), level=level)
    lines = price_lines(_asked(draft, card), products, _terms(session, day, level))

    def own(line: PricedLine) -> bool:
        return not line.is_gift and line.discount == off and _is_own_price(line, level)

    return promoted(session, draft.wish, lines, own, day=day, card=card, coupons=coupons)


def _terms(session: Session, day: date, level: str, order_discount: int = 0) -> Terms:
    rate = settings_of(session).default_tax_rate
    return Terms(
        day, includes_tax=True, default_rate=rate, order_discount=order_discount, level=level
    )


def _priced(
    session: Session,
    draft: TicketDraft,
    day: date,
    card: HeldCard | None,
    part: CardPart,
    off: Promoted,
) -> list[PricedLine]:
    level = card.level.price_level if card else ""
    products = product_facts(session, (line.product_id for line in draft.lines), level=level)
    if draft.order_discount < 0 or draft.rounding_off < 0:
        raise InvalidInput(translate("pos", "优惠和抹零不能小于 0"), field="order_discount")
    reduced = draft.order_discount + draft.rounding_off + part.points_off + part.bonus
    terms = _terms(session, day, level, reduced)
    lines = price_lines(off.onto(_asked(draft, card)), products, terms)
    _require_price_rights(session, draft, lines, card)
    require_lowest(session, lines, _paid_without_rounding(draft, lines, off))
    return lines


def _asked(draft: TicketDraft, card: HeldCard | None) -> Sequence[LineDraft]:
    """The lines, those that leave their price to the goods with the discount of the member's level."""
    off = card.level.discount if card else 0
    if not off:
        return draft.lines
    return [
        replace(line, discount=off)
        if line.price is None and not line.discount and not line.is_gift
        else line
        for line in draft.lines
    ]


def _paid_without_rounding(
    draft: TicketDraft, lines: Sequence[PricedLine], off: Promoted
) -> list[int]:
    """Fen of each line as if nothing were rounded off, came off a card or by a promotion: none makes it too cheap.

    A promotion's own prices were looked at when it was kept (pricing.promotions.guard).
    """
    if not draft.rounding_off and draft.member_id is None and not off.outcome.taken:
        return [line.gross for line in lines]
    amounts = [line.gross + line.reduction for line in lines]
    left = [amount - off.outcome.off(place) for place, amount in enumerate(amounts)]
    shares = spread(draft.order_discount, left)
    return [amount - share for amount, share in zip(amounts, shares, strict=True)]


def _require_price_rights(
    session: Session, draft: TicketDraft, lines: Sequence[PricedLine], card: HeldCard | None
) -> None:
    level, off = (card.level.price_level, card.level.discount) if card else ("", 0)
    reduced = draft.order_discount or any(line.discount > off for line in lines)
    if reduced and not may(session, "pos.discount"):
        raise Forbidden(translate("pos", "打折要店长授权。请店长来，或用原价"))
    for line in lines:
        if not may(session, "pos.change_price") and not _is_own_price(line, level):
            raise Forbidden(
                translate(
                    "pos", "第 {line} 行：{product} 改价要店长授权。请店长来，或用原价"
                ).format(line=line.line_no, product=line.product.name),
                field=f"lines[{line.line_no - 1}].price",
            )


def _is_own_price(line: PricedLine, level: str) -> bool:
    """Whether it is asked of everybody, or of a member on a level with that price."""
    own = line.price == line.product.retail_of(line.unit)
    return line.is_gift or own or line.price == line.product.price_of(level, line.unit)


def _write_sale(
    session: Session,
    draft: TicketDraft,
    shift: ShiftFacts,
    lines: Sequence[PricedLine],
    paid: tuple[Sequence[Settled], int],
    parts: tuple[CardPart, Promoted, GoodsBack],
) -> int:
    (settled, change), (part, off, back) = paid, parts
    header = {
        **part.columns,
        **back.columns,
        "day": shift.day,
        "shift_id": shift.id,
        "warehouse_id": shift.warehouse_id,
        "order_discount": draft.order_discount,
        "rounding_off": draft.rounding_off,
        "promotion_off": off.outcome.total,
        "change_given": change,
        "remark": draft.remark,
    }
    document_id = open_paper(session, PosSale, header)
    write_parts(session, PosSaleLine, line_rows(document_id, lines))
    if back.rows:
        write_parts(session, PosSaleLine, back.line_rows(document_id))
    write_parts(session, PosSaleTender, _tender_rows(document_id, settled))
    if off.outcome.taken:
        write_parts(session, PosSalePromotion, off.rows(document_id))
    return document_id


def _tender_rows(document_id: int, settled: Sequence[Settled]) -> Iterator[dict[str, Any]]:
    for number, tender in enumerate(settled, 1):
        yield {
            "document_id": document_id,
            "line_no": number,
            "method": tender.method.code,
            "money_account_id": tender.method.money_account_id,
            "amount": tender.amount,
            "tendered": tender.tendered,
        }


def _money_legs(settled: Iterable[Settled], *, sign: int = 1) -> Iterator[LegDraft]:
    for tender in settled:
        method = tender.method
        yield LegDraft(
            method.account, debit=sign * tender.amount, money_account_id=method.money_account_id
        )


@needs("pos_return.post")
def post_return(session: Session, draft: ReturnDraft, shift_id: int, *, key: Key) -> Posted:
    """Take goods of a ticket back at the price paid and the cost they left with (I17, T5, T6)."""
    if earlier := answered(session, key):
        return earlier
    original = held_original(session, draft.original)
    shift = require_open_shift(session, shift_id)
    require_open_period(session, shift.day)
    back = returned_lines(session, FROM_TICKET, original, draft.lines)
    total = sum(row["gross"] for row in back)
    part = going_back(session, original, back)
    refund = refunded(payment_methods(session), draft.method, total, part)
    document_id = _write_return(session, draft, shift, original["id"], back, part)
    write_parts(session, PosReturnTender, _tender_rows(document_id, refund))
    steps = list(back_steps(back, shift.warehouse_id, draft.original))
    goods = move_goods(session, steps, "return", allow_negative=True)
    legs = [
        *_money_legs(refund, sign=-1),
        *red_revenue_legs(session, back),
        *legs_of_returned(goods),
    ]
    paper = _paper(RETURN, document_id, shift, "零售退货", total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=shift.day)
    if part.member_id is not None:
        move_card(session, part.member_id, part.changes(-1), number, shift.day)
    return remember(session, key, Posted(RETURN.kind, document_id, number, total))


def _write_return(
    session: Session,
    draft: ReturnDraft,
    shift: ShiftFacts,
    original_id: int,
    back: Iterable[Mapping[str, Any]],
    part: CardPart,
) -> int:
    header = {
        **part.columns,
        "day": shift.day,
        "shift_id": shift.id,
        "warehouse_id": shift.warehouse_id,
        "order_discount": 0,
        "rounding_off": 0,
        "change_given": 0,
        "original_id": original_id,
        "reason": draft.reason,
    }
    document_id = open_paper(session, PosReturn, header)
    write_parts(session, PosReturnLine, ({**row, "document_id": document_id} for row in back))
    return document_id


@needs("pos_sale.reverse")
def reverse_ticket(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a whole ticket back (红字零售单) in the shift that is open at its till now."""
    if earlier := answered(session, key):
        return earlier
    original = original_header(session, SALE.kind, wanted.number)
    require_nothing_back(session, FROM_TICKET, original)
    return _reverse(session, SALE, wanted, original, key)


@needs("pos_return.reverse")
def reverse_return(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a return back in the shift that is open at its till now."""
    if earlier := answered(session, key):
        return earlier
    return _reverse(session, RETURN, wanted, header_of(session, RETURN.kind, wanted.number), key)


def _reverse(
    session: Session, family: Family, wanted: Reversal, original: Mapping[str, Any], key: Key
) -> Posted:
    if original["member_id"] is not None:
        hold_card(session, original["member_id"], even_disabled=True)  # before the shift
    undo = all_back(
        session,
        wanted.number,
        card=original["member_id"] is not None,
        coupons=bool(original.get("promotion_off")),
    )
    shift = _shift_for_reversal(session, wanted, original)
    dated = Reversal(wanted.number, wanted.reason, shift.day)
    return reverse_goods_paper(
        session,
        family,
        dated,
        key=key,
        prefix=family.header.prefix + shift.till,
        changes=lambda _original: {"shift_id": shift.id, "day": shift.day},
        bound=False,
        undo=undo,
    )


def _shift_for_reversal(
    session: Session, wanted: Reversal, original: Mapping[str, Any]
) -> ShiftFacts:
    till = shift_facts(session, original["shift_id"]).till
    if till == API_TILL:
        return api_shift(session, reversal_day(session, wanted, original))
    return shift_to_reverse_in(session, till)
