"""Goods of an earlier ticket that come back while others are sold (换货): one ticket, one payment of what lies between.

What comes back does so as a return would: at the price paid, the cost it left with, its part of the member's points
and money. It stands on the ticket as lines with negative quantities behind the new ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.methods import STORED_VALUE, MethodFacts
from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.papers import original_header
from jxc_desktop.members.cards import hold_card
from jxc_desktop.pos.drafts import Settled, TenderDraft, TicketDraft, settle
from jxc_desktop.pos.membership import NOBODY, CardPart, going_back
from jxc_desktop.pos.models import PosReturn, PosSale, PosSaleLine
from jxc_desktop.shop.actor import authorize
from jxc_desktop.stock.returned import SHARED, Source, returned_lines

FROM_TICKET = Source(PosSaleLine, PosReturn.kind, PosSale.kind)
"""Where goods come back from, and the two ways in which they do."""
_TURNED = (*SHARED, "quantity", "tax")
_LINE = (
    "line_no", "product_id", "unit", "quantity", "base_quantity", "price", "discount", "tax_rate", "reduction", "net",
    "tax", "gross", "is_gift", "from_line",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoodsBack:
    """What comes back of an original: its lines as rows of positive sums, and the member's part in them."""

    original: str = ""
    original_id: int | None = None
    rows: tuple[Mapping[str, Any], ...] = ()
    part: CardPart = NOBODY

    @property
    def total(self) -> int:
        """Fen that the goods give back."""
        return sum(row["gross"] for row in self.rows)

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of the ticket's header."""
        part = self.part
        return {
            "original_id": self.original_id,
            "back_total": self.total,
            "back_points_used": part.points_used,
            "back_points_off": part.points_off,
            "back_points_earned": part.points_earned,
            "back_bonus": part.bonus,
            "back_spent": part.principal,
        }

    def behind(self, lines: int) -> "GoodsBack":
        """The same with its lines numbered behind so many new ones."""
        rows = tuple({**row, "line_no": lines + row["line_no"]} for row in self.rows)
        return replace(self, rows=rows)

    def line_rows(self, document_id: int) -> Iterator[dict[str, Any]]:
        """The lines as the ticket keeps them: what came back is negative."""
        for row in self.rows:
            turned = {name: -row[name] for name in _TURNED}
            yield {**{name: row[name] for name in _LINE}, **turned, "document_id": document_id}


NOTHING = GoodsBack()


def held_original(session: Session, number: str) -> dict[str, Any]:
    """The ticket that goods come back of, held before its member's card and any shift (decisions 3)."""
    original = original_header(session, PosSale.kind, number)
    if original["member_id"] is not None:
        hold_card(session, original["member_id"], even_disabled=True)
    require_state(number, original["state"], State.POSTED)
    if original["reverses_id"] is not None:
        raise Refused(translate("pos", "{number} 是红字单，不能退货").format(number=number))
    return original


def exchanged(session: Session, draft: TicketDraft) -> tuple[TicketDraft, GoodsBack]:
    """The ticket with its original's member, and what comes back; needs the right to take goods back too."""
    if not draft.back:
        return draft, NOTHING
    authorize(session, "pos_return.post")
    if not draft.lines:
        problem = translate("pos", "只退不买不是换货。按 F9 退货，或扫要换走的商品")
        raise InvalidInput(problem, field="lines")
    original = held_original(session, draft.original)
    member = original["member_id"]
    if member is not None and draft.member_id not in {None, member}:
        problem = translate("pos", "{number} 是另一位会员的。换货记在原来的会员名下")
        raise Refused(problem.format(number=draft.original), field="member")
    rows = returned_lines(session, FROM_TICKET, original, draft.back)
    part = going_back(session, original, rows)
    back = GoodsBack(draft.original, original["id"], tuple(rows), part)
    kept = draft if member is None else replace(draft, member_id=member)
    return kept, back.behind(len(draft.lines))


def settle_between(
    tenders: Sequence[TenderDraft], methods: Mapping[str, MethodFacts], due: int
) -> tuple[list[Settled], int]:
    """The tenders as kept and the change; where `due` is below 0 they say how money goes back, in cash unless told."""
    if due >= 0:
        return settle(tenders, dict(methods), due)
    told = tenders or (TenderDraft("cash", due),)
    for place, tender in enumerate(told):
        _require_refund(tender, methods, f"payments[{place}]")
    if sum(tender.amount for tender in told) != due:
        problem = translate("pos", "应退 {total}，不是写的这个数。改成 -{total}")
        raise Refused(problem.format(total=text_of(-due, MONEY_PLACES)), field="payments[0].amount")
    return [Settled(methods[each.method], each.amount, each.amount) for each in told], 0


def _require_refund(tender: TenderDraft, methods: Mapping[str, MethodFacts], field: str) -> None:
    if tender.method not in methods:
        problem = translate("pos", "没有“{method}”这种付款方式").format(method=tender.method)
        raise NotFound(problem, field=f"{field}.method")
    if tender.amount >= 0:
        problem = translate("pos", "换货要退钱，金额写成负数")
        raise InvalidInput(problem, field=f"{field}.amount")
    if tender.method == STORED_VALUE:
        problem = translate("pos", "只有用储值付的才退回卡上。其余换一种退款方式")
        raise Refused(problem, field=f"{field}.method")


def onto_card(methods: Mapping[str, MethodFacts], back: GoodsBack) -> Iterable[Settled]:
    """The money that goes back onto the card it was paid from."""
    spent = back.part.principal
    return [Settled(methods[STORED_VALUE], -spent, -spent)] if spent else []
