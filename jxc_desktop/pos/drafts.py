"""What the till hands to the services: a ticket to be sold, goods to be taken back, money as it was handed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from jxc_desktop.cash.methods import MethodFacts
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.pricing.promotions.offer import Moment
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.returned import ReturnLine


@dataclass(frozen=True, slots=True)
class TenderDraft:
    """Fen handed over by one way to pay; cash may be more than is due."""

    method: str
    amount: int


@dataclass(frozen=True, slots=True)
class ToldReduction:
    """Fen that a promotion took off the line at `place`, told by whoever reckoned it before."""

    place: int
    promotion_id: int
    amount: int


@dataclass(frozen=True, slots=True)
class Wish:
    """That promotions take part: those that hold at `moment` (None is now), with these coupons.

    `off` fen are what the customer was shown and `by_hand` the lines that take no part; None leaves both to the
    posting. `told` reductions are taken as they are.
    """

    moment: Moment | None = None
    coupons: tuple[str, ...] = ()
    off: int | None = None
    by_hand: frozenset[int] | None = None
    told: tuple[ToldReduction, ...] = ()


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """A ticket ready to be paid: `order_discount` and `rounding_off` (抹零) in fen come off its lines.

    `points_used` of the member's points come off as money. Without a `wish` no promotion is asked for. In an exchange
    `back` are the goods of ticket `original` that come back; `tenders` pay what lies between, negative where the
    customer gets money.
    """

    lines: tuple[LineDraft, ...]
    tenders: tuple[TenderDraft, ...]
    order_discount: int = 0
    rounding_off: int = 0
    remark: str = ""
    member_id: int | None = None
    points_used: int = 0
    wish: Wish | None = None
    original: str = ""
    back: tuple[ReturnLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """Goods of one ticket handed back; the money goes back by `method`."""

    original: str
    lines: tuple[ReturnLine, ...]
    method: str = "cash"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """One way to pay after change: `amount` stays with the shop, `tendered` was handed over."""

    method: MethodFacts
    amount: int
    tendered: int


def settle(
    tenders: Sequence[TenderDraft], methods: dict[str, MethodFacts], due: int
) -> tuple[list[Settled], int]:
    """The tenders as kept, and the change; only cash gives change and nothing else passes what is due."""
    for place, tender in enumerate(tenders):
        if tender.method not in methods:
            raise NotFound(
                translate("pos", "没有“{method}”这种付款方式").format(method=tender.method),
                field=f"payments[{place}].method",
            )
        if tender.amount < 0 or (tender.amount == 0 and due > 0):
            raise InvalidInput(
                translate("pos", "付款金额要大于 0"), field=f"payments[{place}].amount"
            )
    other = sum(t.amount for t in tenders if not methods[t.method].is_cash)
    if other > due:
        raise Refused(
            translate("pos", "非现金收了 {paid}，超过应收 {due}。改金额").format(
                paid=text_of(other, MONEY_PLACES), due=text_of(due, MONEY_PLACES)
            ),
            field="payments",
        )
    cash = sum(t.amount for t in tenders) - other
    change = cash - (due - other)
    if change < 0:
        raise Refused(
            translate("pos", "还差 {left} 没有收").format(left=text_of(-change, MONEY_PLACES)),
            field="payments",
        )
    return _kept(tenders, methods, change), change


def _kept(
    tenders: Sequence[TenderDraft], methods: dict[str, MethodFacts], change: int
) -> list[Settled]:
    kept, left = [], change
    for tender in reversed(tenders):
        back = min(left, tender.amount) if methods[tender.method].is_cash else 0
        left -= back
        kept.append(Settled(methods[tender.method], tender.amount - back, tender.amount))
    return kept[::-1]
