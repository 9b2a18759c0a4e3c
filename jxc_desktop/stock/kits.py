"""Putting goods together and taking them apart (组装, 拆卸), with what the work cost (domain.md §2.8).

What comes in is worth exactly what went out and the fee. Taken apart, each part bears its share of that by its
reference cost.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment, money_account, require_right_to_pay
from jxc_desktop.cash.settling import PAYABLE
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, spread, text_of
from jxc_desktop.core.schema import Base
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts, broken_rules
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.kit_models import Assembly, AssemblyLine, Disassembly, DisassemblyLine
from jxc_desktop.stock.kit_parts import parts_of
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.pools import hold_pools
from jxc_desktop.stock.posting import foresee_goods, move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft, base_of
from jxc_desktop.stock.queries import cost_prices
from jxc_desktop.stock.worth_lines import WorthLine, worth_lines, worth_rows, worth_steps

ASSEMBLY = Family(Assembly, (AssemblyLine,), "组装单")
DISASSEMBLY = Family(Disassembly, (DisassemblyLine,), "拆卸单")
KIT_LINE = 0
"""The line of moves that is the product itself; its parts are numbered from 1."""


@dataclass(frozen=True, slots=True)
class KitDraft:
    """`quantity` (1e-4 of `unit`, "" the base unit) of a product and the parts of all of it, as typed.

    The `price` of a part is its reference cost where the product is taken apart. `fee` fen are paid through a money
    account, or owed to a supplier.
    """

    day: date
    warehouse_id: int
    product_id: int
    quantity: int
    lines: tuple[LineDraft, ...]
    unit: str = ""
    fee: int = 0
    money_account_id: int | None = None
    partner_id: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """What differs between putting together and taking apart; `sign` is 1 where the product comes in."""

    family: Family
    line: type[Base]
    sign: int
    word: str

    @property
    def apart(self) -> bool:
        """Whether the product is taken apart."""
        return self.sign < 0


TOGETHER = Making(ASSEMBLY, AssemblyLine, 1, "组装")
APART = Making(DISASSEMBLY, DisassemblyLine, -1, "拆卸")


@dataclass(frozen=True, slots=True)
class _Job:
    """A draft understood: the product with its base quantity, the parts."""

    draft: KitDraft
    product: ProductFacts
    base: int
    lines: list[WorthLine]

    @property
    def products(self) -> list[int]:
        """All goods that move."""
        return [self.product.id, *(line.moved.product.id for line in self.lines)]


_Move = Callable[[Session, Sequence[GoodsStep], str], Goods]


@needs("assembly.post")
def post_assembly(session: Session, draft: KitDraft, *, key: Key) -> Posted:
    """Put a product together of its parts."""
    return _post(session, TOGETHER, draft, key)


@needs("disassembly.post")
def post_disassembly(session: Session, draft: KitDraft, *, key: Key) -> Posted:
    """Take a product apart into its parts."""
    return _post(session, APART, draft, key)


@needs("assembly.reverse")
def reverse_assembly(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: product and parts are as they were, at the same worth."""
    return reverse_goods_paper(session, ASSEMBLY, wanted, key=key)


@needs("disassembly.reverse")
def reverse_disassembly(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: product and parts are as they were, at the same worth."""
    return reverse_goods_paper(session, DISASSEMBLY, wanted, key=key)


@needs("voucher.view")
def foresee_assembly(session: Session, draft: KitDraft) -> Foreseen:
    """What putting it together would book now."""
    because = translate("stock", "因为：组装，零件按成本转成成品，加上费用")
    return _foresee(session, TOGETHER, draft, because)


@needs("voucher.view")
def foresee_disassembly(session: Session, draft: KitDraft) -> Foreseen:
    """What taking it apart would book now."""
    because = translate("stock", "因为：拆卸，成品的成本和费用按参考成本分给零件")
    return _foresee(session, APART, draft, because)


def _post(session: Session, making: Making, draft: KitDraft, key: Key) -> Posted:
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    _require_free_to_pay(session, making.family.kind, draft)
    job = _understood(session, draft)
    fee = list(_fee_legs(session, draft))
    # Goods move in two steps, the second at what the first cost.
    hold_pools(session, job.products)
    goods = _moved(session, making, job, _for_good)
    rows = list(worth_rows(job.lines, goods))
    header = _header(job, making, goods)
    document_id = open_paper(session, making.family.header, header)
    write_parts(session, making.line, ({**row, "document_id": document_id} for row in rows))
    kind, prefix, total = making.family.kind, making.family.header.prefix, _total(goods)
    summary = f"{making.word} {job.product.name}"
    paper = Paper(kind, document_id, prefix, draft.day, summary, total)
    number = book(session, paper, _legs(goods, fee))
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(kind, document_id, number, total))


def _foresee(session: Session, making: Making, draft: KitDraft, because: str) -> Foreseen:
    job, fee = _understood(session, draft), list(_fee_legs(session, draft))
    legs = _legs(_moved(session, making, job, foresee_goods), fee)
    return foreseen(session, legs, f"{making.word} {job.product.name}", because)


def _understood(session: Session, draft: KitDraft) -> _Job:
    product = product_facts(session, [draft.product_id])[draft.product_id]
    typed = LineDraft(draft.product_id, draft.quantity, draft.unit)
    base = base_of(typed, product)
    if not product.track_stock:
        told = translate("stock", "{product} 不管库存，不能组装").format(product=product.name)
        raise InvalidInput(told, field="product")
    lines = worth_lines(session, draft.lines)
    for place, line in enumerate(lines):
        if line.moved.product.id == product.id:
            told = translate("stock", "{product} 不能是自己的零件。去掉这一行")
            field = f"lines[{place}].product"
            raise InvalidInput(told.format(product=product.name), field=field)
    return _Job(draft, product, base, lines)


def _require_free_to_pay(session: Session, kind: str, draft: KitDraft) -> None:
    """No fee is paid past the right or the approval rules of expenses: what those hold back is owed, and paid later."""
    if not draft.fee or draft.money_account_id is None:
        return
    require_right_to_pay(session, kind, (Payment(draft.money_account_id, draft.fee),))
    if broken_rules(session, kind, Facts(draft.day, 0, paid=draft.fee)):
        told = translate("stock", "加工费 {fee} 要先审批才能付。选欠着供应商，以后用付款单付")
        raise Refused(told.format(fee=text_of(draft.fee, MONEY_PLACES)), field="fee")


def _fee_legs(session: Session, draft: KitDraft) -> Iterator[LegDraft]:
    """Where the fee comes from: money that was paid, or a supplier who is owed it."""
    if draft.fee < 0:
        raise InvalidInput(translate("stock", "费用不能小于 0"), field="fee")
    if not draft.fee:
        return
    if draft.money_account_id is not None and draft.partner_id is None:
        money = money_account(session, draft.money_account_id, "account")
        yield LegDraft(money.account, credit=draft.fee, money_account_id=money.id)
    elif draft.partner_id is not None and draft.money_account_id is None:
        supplier = supplier_facts(session, draft.partner_id)
        yield LegDraft(PAYABLE, credit=draft.fee, partner_id=supplier.id)
    else:
        told = translate("stock", "写了费用，选一个付款账户，或选欠哪个供应商，只选一个")
        raise InvalidInput(told, field="account")


def _for_good(session: Session, steps: Sequence[GoodsStep], kind: str) -> Goods:
    allowed = settings_of(session).allow_negative_stock
    return move_goods(session, steps, kind, allow_negative=allowed)


def _moved(session: Session, making: Making, job: _Job, move: _Move) -> Goods:
    """What goes out at cost, then what comes in at that and the fee."""
    place, kind, hold = job.draft.warehouse_id, making.family.kind, move is _for_good
    fallback = job.product.purchase_price or 0
    if making.apart:
        # Weighed before the product goes out, so that the shares are those that were shown.
        weights = _weights(session, job)
        step = GoodsStep(KIT_LINE, job.product.id, place, -job.base, fallback=fallback)
        out = move(session, [step], kind)
        shares = spread(job.draft.fee - out.amount, weights)
        came = [WorthLine(line.moved, share) for line, share in zip(job.lines, shares, strict=True)]
        into = move(session, worth_steps(session, came, place, 1, hold=hold), kind)
    else:
        out = move(session, worth_steps(session, job.lines, place, -1, hold=hold), kind)
        worth = job.draft.fee - out.amount
        step = GoodsStep(KIT_LINE, job.product.id, place, job.base, amount=worth)
        into = move(session, [step], kind)
    return Goods([*out.moves, *into.moves])


def _weights(session: Session, job: _Job) -> list[int]:
    """What each part counts, in 1e-10 yuan: its cost as told, as kept with the product, as it is, as it is bought.

    Where nothing is known of any, quantities decide.
    """
    kept = {part.part_id: part.cost for part in parts_of(session, job.product.id)}
    now = cost_prices(session, [line.moved.product.id for line in job.lines])
    weights = []
    for line in job.lines:
        told, product, base = line.moved.draft, line.moved.product, line.moved.base_quantity
        if told.price is not None:
            weights.append(told.quantity * told.price)
        elif (cost := kept.get(product.id)) is not None:
            weights.append(base * cost)
        else:
            cost = max(now.get(product.id, 0), 0) or product.purchase_price or 0
            weights.append(base * cost)
    return weights if any(weights) else [line.moved.base_quantity for line in job.lines]


def _header(job: _Job, making: Making, goods: Goods) -> dict[str, Any]:
    draft = job.draft
    worth = sum(m.amount for m in goods.moves if m.line_no == KIT_LINE and m.quantity)
    return {
        "day": draft.day,
        "warehouse_id": draft.warehouse_id,
        "product_id": job.product.id,
        "unit": draft.unit or job.product.unit,
        "quantity": draft.quantity,
        "base_quantity": job.base,
        "amount": making.sign * worth,
        "fee": draft.fee,
        "money_account_id": draft.money_account_id if draft.fee else None,
        "partner_id": draft.partner_id if draft.fee else None,
        "remark": draft.remark,
    }


def _total(goods: Goods) -> int:
    """Fen of what came in."""
    return sum(move.amount for move in goods.moves if move.quantity > 0)


def _legs(goods: Goods, fee: Sequence[LegDraft]) -> Iterator[LegDraft]:
    """Dr 1405 what came in / Cr 1405 what went out, Cr money or 2202 the fee."""
    yield LegDraft(STOCK, debit=_total(goods))
    yield LegDraft(STOCK, credit=-sum(move.amount for move in goods.moves if move.quantity < 0))
    yield from fee
    yield from legs_of_adjustment(goods.adjustment)
