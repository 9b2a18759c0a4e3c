"""A stock room at random: people post every document that moves goods, an oracle says what each pool must be."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.services import reverse_return, reverse_ticket
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.purchase.allowances import post_purchase_allowance, reverse_purchase_allowance
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.landed import LandedDraft
from jxc_desktop.purchase.landed_costs import post_landed_cost, reverse_landed_cost
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    post_purchase_return,
    reverse_purchase_return,
)
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt, reverse_receipt
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.services import DeliveryDraft, post_delivery, reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.counting import CountDraft, CountedLine
from jxc_desktop.stock.counts import post_stock_count, reverse_stock_count
from jxc_desktop.stock.losses import (
    LossDraft,
    post_stock_gain,
    post_stock_loss,
    reverse_stock_gain,
    reverse_stock_loss,
)
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.others import (
    OtherDraft,
    post_other_issue,
    post_other_receipt,
    reverse_other_issue,
    reverse_other_receipt,
)
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.reasons import reason_named
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.transfer_receipts import (
    ArrivalDraft,
    post_transfer_receipt,
    reverse_transfer_receipt,
)
from jxc_desktop.stock.transfer_views import coming_transfers, stock_transfer_view
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer, reverse_stock_transfer
from jxc_desktop.stock.warehouses import transit_warehouse
from tests.shopkeeping import (
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    line,
    pieces,
    ring_up,
    take_back,
)
from tests.stock.oracles import Average, Deed, Queue, r2

EAST = 2
TODAY = date(2026, 11, 20)
ABOUT_STOCK = {"I2", "I3", "I4", "I10", "I13", "I16", "I17", "I21"}
Oracle = Average | Queue
Effect = Callable[[str], None]
"""What a document, by its number, does to the oracle."""
Undo = Callable[[Session, Reversal], Posted]


@dataclass(eq=False)
class Paper:
    """A document that stands: how it is taken back, and its deeds in the order they were done."""

    number: str
    reverse: Callable[..., Posted]
    deeds: list[tuple[Oracle, Deed]] = field(default_factory=list)
    lines: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """Product, warehouse and quantity of each line, for what comes back of it."""


class StockRoom:
    """Random people in a shop of either method and scope; everything they do is told to the oracle."""

    def __init__(
        self, database: Database, owner: Actor, choice: random.Random, method: str, scope: str
    ) -> None:
        self.database, self.owner, self.choice = database, owner, choice
        self.method, self.scope = method, scope
        self.pools: dict[tuple[int, int], Oracle] = {}
        self.standing: list[Paper] = []
        self.firms: dict[str, int] = {}
        self.sent: dict[str, int] = {}
        """Where each transfer on its way goes."""
        self.done = dict.fromkeys(self._acts(), 0)
        with database.transaction(owner) as session:
            put_setting(session, "costing", method)
            put_setting(session, "cost_scope", scope)
            put_setting(session, "allow_negative_stock", value=True)
            session.add(Warehouse(code="EAST", name="东库"))
            self.suppliers = [a_supplier(session, f"S{i}") for i in range(10)]
            self.customers = [a_customer(session, f"C{i}") for i in range(10)]
            self.goods = [a_product(session, f"P{i}", places=i % 2) for i in range(4)]
            self.shift = open_shift(session, "01", 20000)

    # --- what may happen

    def _acts(self) -> dict[str, int]:
        """What people do, and how often."""
        return {
            "buy": 26, "sell": 22, "ring": 8, "bring_back": 9, "bring_back_to_till": 3, "bring_anything": 3,
            "send_back": 7, "send_anything": 3, "allow": 5, "land": 8, "carry": 9, "send": 7, "arrive": 9,
            "count": 7, "lose": 4, "find": 4, "take_in": 4, "give_out": 4, "undo": 12,
        }  # fmt: skip

    def step(self) -> None:
        """One thing happens, or is refused and leaves nothing."""
        acts = self._acts()
        act = self.choice.choices(list(acts), list(acts.values()))[0]
        try:
            with self.database.transaction(self.owner) as session:
                effect = getattr(self, act)(session)
        except UserError:
            return
        if effect is not None:
            effect()
            self.done[act] += 1

    def buy(self, session: Session) -> Callable[[], None]:
        place, day, lines = self._place(), self._day(), self._lines(24)
        firm = self.choice.choice(self.suppliers)
        draft = ReceiptDraft(day, firm, place, tuple(lines), invoice="ordinary")
        posted = post_receipt(session, draft, key=new_key())
        self.firms[posted.number] = firm
        worths = [r2(Fraction(x.quantity * x.price, 10**8)) for x in lines]
        return lambda: self._came_in(posted.number, reverse_receipt, place, day, lines, worths)

    def sell(self, session: Session) -> Callable[[], None]:
        place, day, lines = self._place(), self._day(), self._lines(20)
        if self.choice.random() < 0.2:
            lines = self._all_there(session, place) or lines
        firm = self.choice.choice(self.customers)
        draft = DeliveryDraft(day, firm, place, tuple(lines))
        fallbacks = self._fallbacks(session)
        posted = post_delivery(session, draft, key=new_key())
        self.firms[posted.number] = firm
        return lambda: self._went_out(posted.number, reverse_delivery, place, day, lines, fallbacks)

    def ring(self, session: Session) -> Callable[[], None]:
        lines, fallbacks = self._lines(5), self._fallbacks(session)
        posted = ring_up(session, self.shift, lines, cash="999999")
        return lambda: self._went_out(posted.number, reverse_ticket, MAIN, TODAY, lines, fallbacks)

    def bring_back(self, session: Session) -> Callable[[], None] | None:
        return self._bring_back(session, "XSCK")

    def bring_back_to_till(self, session: Session) -> Callable[[], None] | None:
        return self._bring_back(session, "LS")

    def _bring_back(self, session: Session, prefix: str) -> Callable[[], None] | None:
        if (paper := self._any_of(prefix)) is None:
            return None
        no, quantity, place, day = *self._some_of(paper), self._place(), self._day()
        if prefix == "LS":
            place, day = MAIN, TODAY
            back = take_back(
                session, self.shift, paper.number, (no, str(Fraction(quantity, 10**4).__float__()))
            )
            reverse = reverse_return
        else:
            draft = SalesReturnDraft(
                day,
                self.firms[paper.number],
                place,
                original=paper.number,
                back=(ReturnLine(no, quantity),),
            )
            back, reverse = post_sales_return(session, draft, key=new_key()), reverse_sales_return
        return lambda: self._back(back.number, reverse, paper, no, quantity, place, day)

    def bring_anything(self, session: Session) -> Callable[[], None]:
        """Goods back that nobody knows the sale of."""
        place, day, lines = self._place(), self._day(), self._lines(5)
        draft = SalesReturnDraft(day, self.customers[0], place, lines=tuple(lines))
        fallbacks = self._fallbacks(session)
        posted = post_sales_return(session, draft, key=new_key())
        return lambda: self._came_in(
            posted.number, reverse_sales_return, place, day, lines, None, fallbacks
        )

    def send_back(self, session: Session) -> Callable[[], None] | None:
        if (paper := self._any_of("CGRK")) is None:
            return None
        no, quantity, place, day = *self._some_of(paper), self._place(), self._day()
        draft = PurchaseReturnDraft(
            day,
            self.firms[paper.number],
            place,
            original=paper.number,
            back=(ReturnLine(no, quantity),),
        )
        posted = post_purchase_return(session, draft, key=new_key())

        def effect() -> None:
            made = self._made(posted.number, reverse_purchase_return)
            product, there, _whole = paper.lines[no]
            pool, home, deed = (
                self._pool(product, place),
                self._pool(product, there),
                (made.number, 1),
            )
            pool.go_back(deed, str(day), quantity, (paper.number, no), home)
            made.deeds.append((pool, deed))

        return effect

    def send_anything(self, session: Session) -> Callable[[], None]:
        """Goods to the supplier that nobody knows the receipt of."""
        place, day, lines = self._place(), self._day(), self._lines(5)
        draft = PurchaseReturnDraft(day, self.suppliers[0], place, lines=tuple(lines))
        posted = post_purchase_return(session, draft, key=new_key())
        return lambda: self._went_out(posted.number, reverse_purchase_return, place, day, lines, {})

    def allow(self, session: Session) -> Callable[[], None] | None:
        """The supplier gives back part of what a line cost (T15–T17)."""
        if (paper := self._any_of("CGRK")) is None:
            return None
        no = self.choice.choice(list(paper.lines))
        given = AllowanceLine(self.choice.randint(1, 3000), from_line=no)
        draft = AllowanceDraft(
            TODAY, self.firms[paper.number], MAIN, (given,), original=paper.number
        )
        posted = post_purchase_allowance(session, draft, key=new_key())
        [[difference, concerned]] = session.execute(
            text("SELECT difference, base_quantity FROM purchase_allowance_line WHERE document_id = :id"),
            {"id": posted.document_id},
        )  # fmt: skip

        def effect() -> None:
            made = self._made(posted.number, reverse_purchase_allowance)
            product, there, _whole = paper.lines[no]
            pool, deed = self._pool(product, there), (made.number, 1)
            pool.differ(deed, difference, concerned, (paper.number, no))
            made.deeds.append((pool, deed))

        return effect

    def land(self, session: Session) -> Callable[[], None] | None:
        """Freight comes after the goods, spread over all lines of a receipt (T14, T15)."""
        if (paper := self._any_of("CGRK")) is None:
            return None
        basis = self.choice.choice(["amount", "quantity"])
        draft = LandedDraft(
            TODAY,
            self.suppliers[0],
            (paper.number,),
            self.choice.randint(1, 5000),
            basis=basis,
            invoice="none",
            price_includes_tax=True,
        )
        posted = post_landed_cost(session, draft, key=new_key())
        borne = session.execute(
            text("SELECT line_no, from_line, amount, base_quantity FROM landed_cost_line "
                 "WHERE document_id = :id ORDER BY line_no"),
            {"id": posted.document_id},
        ).all()  # fmt: skip

        def effect() -> None:
            made = self._made(posted.number, reverse_landed_cost)
            alike: Counter[Oracle] = Counter()
            for _no, line_no, amount, kept in borne:
                if amount:
                    product, there, _whole = paper.lines[line_no]
                    alike[self._pool(product, there)] += kept
            for no, line_no, amount, kept in borne:
                product, there, _whole = paper.lines[line_no]
                pool, deed = self._pool(product, there), (made.number, no)
                if amount:
                    concerned = kept if self.method == "fifo" else alike[pool]
                    pool.differ(deed, amount, concerned, (paper.number, line_no))
                    made.deeds.append((pool, deed))

        return effect

    def carry(self, session: Session) -> Callable[[], None]:
        place, day, lines = self._place(), self._day(), self._lines(10)
        other = EAST if place == MAIN else MAIN
        draft = TransferDraft(day, place, other, tuple(lines))
        fallbacks = self._fallbacks(session)
        posted = post_stock_transfer(session, draft, key=new_key())

        def effect() -> None:
            made = self._made(posted.number, reverse_stock_transfer)
            self._carried(made, (place, other), day, lines, fallbacks)

        return effect

    def send(self, session: Session) -> Callable[[], None]:
        """Goods leave for the other place and are on their way."""
        place, day, lines = self._place(), self._day(), self._lines(10)
        other = EAST if place == MAIN else MAIN
        draft = TransferDraft(day, place, other, tuple(lines), in_transit=True)
        fallbacks = self._fallbacks(session)
        posted = post_stock_transfer(session, draft, key=new_key())
        transit = transit_warehouse(session)

        def effect() -> None:
            self.sent[posted.number] = other
            made = self._made(posted.number, reverse_stock_transfer)
            self._carried(made, (place, transit), day, lines, fallbacks)

        return effect

    def arrive(self, session: Session) -> Callable[[], None] | None:
        """Some of what is on its way comes; now and then some of it never will."""
        coming = [row.number for row in coming_transfers(session) if row.number in self.sent]
        if not coming:
            return None
        number = self.choice.choice(coming)
        view = stock_transfer_view(session, number)
        came, lost = [], []
        for each in view.lines:
            quantity = self.choice.choice([each.coming, each.coming, each.coming // 20000 * 10000])
            short = each.coming - quantity if self.choice.random() < 0.3 else 0
            for lines, some in ((came, quantity), (lost, short)):
                if some:
                    lines.append(LineDraft(each.product_id, some, from_line=each.line_no))
        reason = reason_named(session, "破损", gain=False).id
        draft = ArrivalDraft(TODAY, number, tuple(came), lost=tuple(lost), reason_id=reason)
        fallbacks, transit = self._fallbacks(session), transit_warehouse(session)
        posted = post_transfer_receipt(session, draft, key=new_key())
        [loss] = session.execute(text("SELECT max(number) FROM stock_loss")).one()

        def effect() -> None:
            if lost:
                self._went_out(loss, reverse_stock_loss, transit, TODAY, lost, fallbacks)
            made = self._made(posted.number, reverse_transfer_receipt)
            self._carried(made, (transit, self.sent[number]), TODAY, came, fallbacks)

        return effect

    def _carried(
        self,
        made: Paper,
        way: tuple[int, int],
        day: date,
        lines: list[LineDraft],
        fallbacks: dict[int, Fraction],
    ) -> None:
        if self.scope == "company":
            return
        worths = self._out(made, way[0], day, lines, fallbacks, "out")
        self._in(made, way[1], day, lines, worths, {}, "in")
        # a line is taken back whole: out of the other place after into the first
        made.deeds.sort(key=lambda deed: deed[1][1])

    def count(self, session: Session) -> Callable[[], None]:
        place, day, lines = self._place(), self._day(), self._lines(30)
        book = dict.fromkeys(self.goods, 0) | {
            row[0]: int(row[1])
            for row in session.execute(
                text("SELECT product_id, sum(quantity) FROM stock_level WHERE warehouse_id = :w GROUP BY 1"),
                {"w": place},
            )
        }  # fmt: skip
        counted = tuple(CountedLine(x.product_id, x.quantity) for x in lines)
        fallbacks = self._fallbacks(session)
        posted = post_stock_count(session, CountDraft(day, place, counted), key=new_key())
        over = [LineDraft(x.product_id, x.quantity - book[x.product_id]) for x in lines]
        found = [x for x in over if x.quantity > 0]
        lost = [LineDraft(x.product_id, -x.quantity) for x in over if x.quantity < 0]

        def effect() -> None:
            made = self._made(posted.number, reverse_stock_count)
            self._out(made, place, day, lost, fallbacks, "lost")
            out = list(made.deeds)
            self._in(made, place, day, found, None, fallbacks, "found")
            # different goods, so the order between them is no matter
            made.deeds = [*out, *made.deeds[len(out) :]]

        return effect

    def lose(self, session: Session) -> Callable[[], None]:
        place, day, lines = self._place(), self._day(), self._lines(5)
        reason = reason_named(session, "破损", gain=False).id
        fallbacks = self._fallbacks(session)
        posted = post_stock_loss(
            session, LossDraft(day, place, reason, tuple(lines)), key=new_key()
        )
        return lambda: self._went_out(
            posted.number, reverse_stock_loss, place, day, lines, fallbacks
        )

    def find(self, session: Session) -> Callable[[], None]:
        place, day, lines, worths = self._assessed()
        reason = reason_named(session, "盘盈", gain=True).id
        fallbacks = self._fallbacks(session)
        posted = post_stock_gain(
            session, LossDraft(day, place, reason, tuple(lines)), key=new_key()
        )
        return lambda: self._came_in(
            posted.number, reverse_stock_gain, place, day, lines, worths, fallbacks
        )

    def take_in(self, session: Session) -> Callable[[], None]:
        place, day, lines, worths = self._assessed()
        fallbacks = self._fallbacks(session)
        posted = post_other_receipt(
            session, OtherDraft(day, place, "5301", tuple(lines)), key=new_key()
        )
        return lambda: self._came_in(
            posted.number, reverse_other_receipt, place, day, lines, worths, fallbacks
        )

    def give_out(self, session: Session) -> Callable[[], None]:
        place, day, lines = self._place(), self._day(), self._lines(5)
        fallbacks = self._fallbacks(session)
        posted = post_other_issue(
            session, OtherDraft(day, place, "5711", tuple(lines)), key=new_key()
        )
        return lambda: self._went_out(
            posted.number, reverse_other_issue, place, day, lines, fallbacks
        )

    def undo(self, session: Session) -> Callable[[], None] | None:
        if not self.standing:
            return None
        paper = self.choice.choice(self.standing)
        return self._reversed(session, paper)

    def undo_last(self) -> None:
        """Take the youngest document back."""
        with self.database.transaction(self.owner) as session:
            effect = self._reversed(session, self.standing[-1])
        effect()

    # --- what it does to the oracle

    def _came_in(
        self,
        number: str,
        reverse: Callable[..., Posted],
        place: int,
        day: date,
        lines: list[LineDraft],
        worths: list[int] | None,
        fallbacks: dict[int, Fraction] | None = None,
    ) -> None:
        self._in(self._made(number, reverse), place, day, lines, worths, fallbacks or {})

    def _in(
        self,
        made: Paper,
        place: int,
        day: date,
        lines: list[LineDraft],
        worths: list[int] | None,
        fallbacks: dict[int, Fraction],
        way: str = "",
    ) -> None:
        for no, each in enumerate(lines, 1):
            pool, deed = self._pool(each.product_id, place), self._deed(made, no, way)
            worth = (
                pool.worth(each.quantity, fallbacks.get(each.product_id, Fraction(0)))
                if worths is None
                else worths[no - 1]
            )
            pool.come_in(deed, str(day), each.quantity, worth)
            made.deeds.append((pool, deed))
            made.lines[no] = (each.product_id, place, each.quantity)

    def _went_out(
        self,
        number: str,
        reverse: Callable[..., Posted],
        place: int,
        day: date,
        lines: list[LineDraft],
        fallbacks: dict[int, Fraction],
    ) -> None:
        self._out(self._made(number, reverse), place, day, lines, fallbacks)

    def _out(
        self,
        made: Paper,
        place: int,
        day: date,
        lines: list[LineDraft],
        fallbacks: dict[int, Fraction],
        way: str = "",
    ) -> list[int]:
        worths = []
        for no, each in enumerate(lines, 1):
            pool, deed = self._pool(each.product_id, place), self._deed(made, no, way)
            fallback = fallbacks.get(each.product_id, Fraction(0))
            worths.append(pool.go_out(deed, str(day), each.quantity, fallback))
            made.deeds.append((pool, deed))
            made.lines[no] = (each.product_id, place, each.quantity)
        return worths

    def _back(
        self,
        number: str,
        reverse: Callable[..., Posted],
        paper: Paper,
        no: int,
        quantity: int,
        place: int,
        day: date,
    ) -> None:
        made = self._made(number, reverse)
        product, there, _whole = paper.lines[no]
        pool, home, deed = self._pool(product, place), self._pool(product, there), (number, 1)
        pool.come_back(deed, str(day), quantity, (paper.number, no), home)
        made.deeds.append((pool, deed))

    def _reversed(self, session: Session, paper: Paper) -> Callable[[], None]:
        paper.reverse(session, Reversal(paper.number, "录错"), key=new_key())

        def effect() -> None:
            self.standing.remove(paper)
            self._undo(paper)

        return effect

    def _undo(self, paper: Paper) -> None:
        """The last line first; within a line the goods move as they did."""
        lines = sorted({deed[1] for _pool, deed in paper.deeds}, reverse=True)
        for no in lines:
            for pool, deed in paper.deeds:
                if deed[1] == no:
                    pool.undo(deed)

    def _made(self, number: str, reverse: Callable[..., Posted]) -> Paper:
        self.standing.append(Paper(number, reverse))
        return self.standing[-1]

    def _deed(self, made: Paper, no: int, way: str) -> Deed:
        return (made.number, no, way) if way else (made.number, no)

    def _pool(self, product: int, place: int) -> Oracle:
        key = (product, place if self.scope == "warehouse" else 0)
        if key not in self.pools:
            self.pools[key] = Queue() if self.method == "fifo" else Average()
        return self.pools[key]

    # --- what people choose

    def _place(self) -> int:
        return self.choice.choice([MAIN, MAIN, EAST])

    def _day(self) -> date:
        """Mostly today, sometimes behind."""
        return TODAY.replace(day=self.choice.choice([20, 20, 20, 20, self.choice.randint(1, 19)]))

    def _lines(self, most: int) -> list[LineDraft]:
        made = []
        for index in sorted(self.choice.sample(range(4), self.choice.randint(1, 3))):
            for _again in range(self.choice.choice([1, 1, 1, 1, 2]) if most != 30 else 1):
                places = index % 2
                quantity = self.choice.randint(1, most * 10**places)
                at = f"{self.choice.randint(1000, 99999) / 1000:.3f}"
                made.append(line(self.goods[index], str(quantity / 10**places), at))
        return made

    def _all_there(self, session: Session, place: int) -> list[LineDraft]:
        """Whatever lies in a place of one of its goods: pools end at nothing, or turn there."""
        product = self.choice.choice(self.goods)
        there = session.execute(
            text("SELECT sum(quantity) FROM stock_level WHERE product_id = :p AND warehouse_id = :w"),
            {"p": product, "w": place},
        ).scalar_one()  # fmt: skip
        return [LineDraft(product, int(there), price=5_000_000)] if (there or 0) > 0 else []

    def _assessed(self) -> tuple[int, date, list[LineDraft], list[int] | None]:
        """Goods that come in at what they are assessed at, or at what such goods cost now."""
        place, day, lines = self._place(), self._day(), self._lines(8)
        if self.choice.random() < 0.5:
            return place, day, [LineDraft(x.product_id, x.quantity) for x in lines], None
        return place, day, lines, [r2(Fraction(x.quantity * x.price, 10**8)) for x in lines]

    def _any_of(self, prefix: str) -> Paper | None:
        found = [paper for paper in self.standing if paper.number.startswith(prefix)]
        return self.choice.choice(found) if found else None

    def _some_of(self, paper: Paper) -> tuple[int, int]:
        no = self.choice.choice(list(paper.lines))
        product, _place, whole = paper.lines[no]
        step = pieces(1) // 10 ** (self.goods.index(product) % 2)
        return no, step * self.choice.randint(1, whole // step)

    def _fallbacks(self, session: Session) -> dict[int, Fraction]:
        """What was paid for goods last, in fen a piece of 1e-4 units."""
        rows = session.execute(text("SELECT id, coalesce(purchase_price, 0) FROM product"))
        return {row[0]: Fraction(row[1], 10**8) for row in rows}

    # --- what must hold

    def differences(self) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
        """Pools that are not what the oracle says: which, what they are, what they should be."""
        with self.database.reading(self.owner) as session:
            kept = {
                (row[0], row[1]): (row[2], row[3])
                for row in session.execute(
                    text("SELECT product_id, warehouse_id, quantity, value FROM cost_pool")
                )
            }
        told = {key: (pool.quantity, pool.value) for key, pool in self.pools.items()}
        return [
            (key, kept.get(key, (0, 0)), told.get(key, (0, 0)))
            for key in sorted(kept.keys() | told.keys())
            if kept.get(key, (0, 0)) != told.get(key, (0, 0))
        ]

    def problems(self) -> list[str]:
        """What the rules about stock find."""
        with self.database.reading(self.owner) as session:
            return [
                f"{rule.id}: {problem}"
                for rule in INVARIANTS
                if rule.id in ABOUT_STOCK
                for problem in rule.check(session)
            ]
