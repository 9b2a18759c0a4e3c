"""What each line of the receipts bears of a cost that came with them: by amount, quantity, weight, volume or by hand.

Only goods that are kept in stock and have not gone back bear anything. It is spread by largest remainder
(decisions 17).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, net_of, spread, tax_on, text_of
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import header_of
from jxc_desktop.partners.facts import PartnerFacts
from jxc_desktop.purchase.landed_models import Basis
from jxc_desktop.purchase.legs import DEDUCTIBLE, usual_invoice
from jxc_desktop.purchase.returns import FROM_RECEIPT, receipt_to_follow
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.shop.tax import require_rate
from jxc_desktop.stock.moved import Moved, summed
from jxc_desktop.stock.returned import original_to_return

CARRIAGE_RATE = 900
"""Carriage bears 9 % (交通运输服务); handling and storage, which bear 6 %, say so."""
INVOICES = ("special", "ordinary", "none")
POLICIES = ("capitalise", "expense")
_SIZES = "SELECT id, code, name, weight, volume FROM product WHERE id "
_PRODUCTS = Statement(f"{_SIZES}IN {among('products')}", postgresql=f"{_SIZES}= ANY(:products)")


@dataclass(frozen=True, slots=True)
class ByHand:
    """Fen that line `from_line` of a receipt bears; without a number, of the only receipt."""

    from_line: int
    amount: int
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class LandedDraft:
    """A cost as typed: `amount` fen on the bill of `partner_id`, for the goods of `receipts`.

    `policy` None leaves it to the setting; `shares` are for spreading by hand alone.
    """

    day: date
    partner_id: int
    receipts: tuple[str, ...]
    amount: int
    basis: str = Basis.AMOUNT
    shares: tuple[ByHand, ...] = ()
    policy: str | None = None
    invoice: str | None = None
    tax_rate: int | None = None
    price_includes_tax: bool | None = None
    payments: tuple[Payment, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A receipt's line that still bears costs: `moved` are base units and fen by lot that have not gone back.

    `weight` (1e-4 kilogram) and `volume` (1e-6 cubic metre) are of one base unit of its goods, None where unknown.
    """

    receipt: str
    receipt_id: int
    from_line: int
    warehouse_id: int
    product_id: int
    code: str
    name: str
    weight: int | None
    volume: int | None
    moved: Moved

    @property
    def quantity(self) -> int:
        """Base units, 1e-4."""
        return summed(self.moved)[0]

    @property
    def worth(self) -> int:
        """Fen that they came in at."""
        return summed(self.moved)[1]


def landed_rows(
    session: Session, draft: LandedDraft, supplier: PartnerFacts, *, hold: bool = True
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The header and the lines as they will be posted, each line with what was `kept` of its goods.

    The receipts are held until the transaction ends; `hold` False is for looking only.
    """
    header = _header(draft, supplier, settings_of(session))
    lines = kept_lines(session, draft.receipts, not_after=draft.day, hold=hold)
    cost = _cost(header)
    shares = (
        _by_hand(draft, lines, cost) if draft.basis == Basis.HAND else _spread(draft, lines, cost)
    )
    rows = [
        {
            "line_no": place,
            "receipt_id": line.receipt_id,
            "from_line": line.from_line,
            "product_id": line.product_id,
            "base_quantity": line.quantity,
            "amount": share,
            "kept": line,
        }
        for place, (line, share) in enumerate(zip(lines, shares, strict=True), 1)
    ]
    return header, rows


def cost_of(session: Session, draft: LandedDraft, supplier: PartnerFacts) -> int:
    """Fen that the goods will bear: the bill without the tax that comes back."""
    return _cost(_header(draft, supplier, settings_of(session)))


def _cost(header: Mapping[str, Any]) -> int:
    return int(header["net"] if header["deductible"] else header["total"])


def kept_lines(
    session: Session,
    receipts: Sequence[str],
    *,
    not_after: date | None = None,
    hold: bool = True,
) -> list[KeptLine]:
    """The lines of `receipts` whose goods lie in stock or were sold: what went back to the supplier bears nothing.

    Raises when a receipt cannot be followed, is named twice, or came after a day.
    """
    if not receipts:
        raise InvalidInput(translate("purchase", "没有选采购入库单。至少选一张"), field="from")
    for place, number in enumerate(receipts):
        if number in receipts[:place]:
            told = translate("purchase", "{number} 写了两次。去掉一个")
            raise InvalidInput(told.format(number=number), field="from")
    # Held in the order of their numbers, so that two documents on the same receipts never wait for each other.
    heads = {number: _receipt(session, number, hold=hold) for number in sorted(receipts)}
    _require_come(heads, not_after)
    found = [line for number in receipts for line in _lines(session, heads[number])]
    if not found:
        told = translate(
            "purchase", "{receipts} 没有还能分摊的货：没有库存商品，或都退了。这笔钱记费用单"
        )
        raise Refused(told.format(receipts=listed(receipts)), field="from")
    return found


def _receipt(session: Session, number: str, *, hold: bool) -> dict[str, Any]:
    partner = header_of(session, "goods_receipt", number)["partner_id"]
    return receipt_to_follow(session, number, partner, hold=hold)


def _require_come(heads: Mapping[str, Mapping[str, Any]], not_after: date | None) -> None:
    """A cost of goods is never booked before they came: a recost would find nothing there to bear it."""
    for number, head in heads.items():
        if not_after is not None and date.fromisoformat(head["day"]) > not_after:
            told = translate("purchase", "{number} 是 {day} 入库的，费用日期不能更早")
            raise InvalidInput(told.format(number=number, day=head["day"]), field="day")


def _lines(session: Session, head: Mapping[str, Any]) -> Iterator[KeptLine]:
    original = original_to_return(session, FROM_RECEIPT, head)
    products = sorted({original.lines[line]["product_id"] for line in original.went})
    goods = {row[0]: row[1:] for row in _PRODUCTS.all(session, products=products)}
    for number in sorted(original.went):
        product = original.lines[number]["product_id"]
        moved = _kept(original.went[number], original.came.get(number, {}))
        if moved:
            code, name, weight, volume = goods[product]
            yield KeptLine(
                head["number"],
                head["id"],
                number,
                head["warehouse_id"],
                product,
                code,
                name,
                weight,
                volume,
                moved,
            )


def _kept(came: Moved, back: Moved) -> Moved:
    """What came in of each lot less what went back of it (negative in `back`)."""
    left = {
        lot: (quantity + back.get(lot, (0, 0))[0], worth + back.get(lot, (0, 0))[1])
        for lot, (quantity, worth) in came.items()
    }
    return {lot: moved for lot, moved in left.items() if moved[0] > 0}


def _header(draft: LandedDraft, supplier: PartnerFacts, settings: Settings) -> dict[str, Any]:
    _require_words(draft)
    invoice = draft.invoice or usual_invoice(supplier, general=settings.general)
    includes = draft.price_includes_tax
    if includes is None:
        includes = settings.purchases_include_tax
    rate = usual_rate(settings) if draft.tax_rate is None else draft.tax_rate
    require_rate(rate, draft.day, field="tax_rate")
    net = net_of(draft.amount, rate) if includes else draft.amount
    gross = draft.amount if includes else draft.amount + tax_on(draft.amount, rate)
    return {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "invoice": invoice,
        "deductible": settings.general and invoice in DEDUCTIBLE,
        "price_includes_tax": includes,
        "tax_rate": rate,
        "net": net,
        "tax": gross - net,
        "total": gross,
        "basis": draft.basis,
        "capitalised": (draft.policy or settings.landed_costs) == "capitalise",
        "remark": draft.remark,
    }


def usual_rate(settings: Settings) -> int:
    """The rate (1e-4) of a bill that says none."""
    return CARRIAGE_RATE if settings.general else settings.default_tax_rate


def _require_words(draft: LandedDraft) -> None:
    if draft.amount <= 0:
        raise InvalidInput(translate("purchase", "费用金额要大于 0"), field="amount")
    known = (
        ("basis", draft.basis, tuple(Basis)),
        ("policy", draft.policy or POLICIES[0], POLICIES),
        ("invoice", draft.invoice or INVOICES[0], INVOICES),
    )
    for field, word, words in known:
        if word not in words:
            told = translate("purchase", "只能是 {words}").format(words=listed(words))
            raise InvalidInput(told, field=field)
    if draft.shares and draft.basis != Basis.HAND:
        told = translate("purchase", "手工分摊才写每行的金额")
        raise InvalidInput(told, field="lines")


def _spread(draft: LandedDraft, lines: Sequence[KeptLine], cost: int) -> list[int]:
    weights = [_weight(line, draft.basis) for line in lines]
    if not any(weights):
        told = translate("purchase", "这些行的金额都是 0，按金额分摊不了。换一种分摊方法")
        raise Refused(told, field="basis")
    return spread(cost, weights)


def _weight(line: KeptLine, basis: str) -> int:
    """What a line counts for, in a unit that is the same for all lines."""
    if basis == Basis.AMOUNT:
        return line.worth
    if basis == Basis.QUANTITY:
        return line.quantity
    size = line.weight if basis == Basis.WEIGHT else line.volume
    if size is None:
        told = (
            translate("purchase", "{product} 没有写毛重。在商品卡片上填，或换一种分摊方法")
            if basis == Basis.WEIGHT
            else translate("purchase", "{product} 没有写体积。在商品卡片上填，或换一种分摊方法")
        )
        raise Refused(told.format(product=line.name), field="basis")
    return line.quantity * size


def _by_hand(draft: LandedDraft, lines: Sequence[KeptLine], cost: int) -> list[int]:
    left = dict(_told(draft))
    shares = [left.pop((line.receipt, line.from_line), 0) for line in lines]
    if left:
        number, line_no = next(iter(left))
        told = translate("purchase", "{number} 没有第 {line} 行，或这一行的货已全退、不记库存")
        raise InvalidInput(told.format(number=number, line=line_no), field="lines")
    if sum(shares) != cost:
        told = translate("purchase", "各行一共分摊了 {spread}，费用是 {cost}。改到一样")
        raise InvalidInput(
            told.format(
                spread=text_of(sum(shares), MONEY_PLACES), cost=text_of(cost, MONEY_PLACES)
            ),
            field="lines",
        )
    return shares


def _told(draft: LandedDraft) -> Iterator[tuple[tuple[str, int], int]]:
    """What was typed for each line, once each and never negative."""
    seen = set()
    for place, share in enumerate(draft.shares):
        receipt = share.receipt or draft.receipts[0]
        if share.amount < 0:
            told = translate("purchase", "分摊金额不能小于 0")
            raise InvalidInput(told, field=f"lines[{place}].amount")
        if (receipt, share.from_line) in seen:
            told = translate("purchase", "{number} 第 {line} 行写了两次。合成一行")
            raise InvalidInput(
                told.format(number=receipt, line=share.from_line), field=f"lines[{place}].from_line"
            )
        seen.add((receipt, share.from_line))
        yield (receipt, share.from_line), share.amount
