"""An oracle of trade in exact fractions: orders, parts, returns, money, settlements, approvals, and all of it undone.

It knows the rules of domain.md §2.1 to §2.9 and §4 alone and asks the program nothing but the numbers of documents.
Everything is sent as data, as a stranger would send it.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sqlalchemy import text

from jxc_desktop.cash.settling import open_items
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.approvals import approve_paper, reject_paper, withdraw_paper
from jxc_desktop.intake.documents import post_document
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.queries import papers_for_me
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.settings import change_setting
from tests.purchase.test_model import Pool, half_up
from tests.shopkeeping import a_customer, a_product, a_supplier, balances

_FIRMS = text("SELECT id, customer_code, supplier_code FROM partner")
Data = dict[str, Any]
DAY = "2026-11-20"
GOODS = ("A", "B", "C", "D")
RATES = {"A": 1300, "B": 900, "C": 0, "D": 1300}
CUSTOMERS, SUPPLIERS = ("C01", "C02"), ("S01", "S02")
UNDATED = frozenset({"order_close", "order_reopen"})
HELD_OVER = 40_000
"""Fen beyond which deliveries and payments wait for a yes."""


def yuan(fen: int) -> str:
    """Fen as documents say them."""
    return f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02}"


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Shares of `total` by largest remainder, ties to the first."""
    whole = sum(weights)
    exact = [Fraction(total * weight, whole) if whole else Fraction(0) for weight in weights]
    shares = [each.numerator // each.denominator for each in exact]
    order = sorted(range(len(exact)), key=lambda n: (shares[n] - exact[n], n))
    for place in order[: total - sum(shares)]:
        shares[place] += 1
    return shares


@dataclass
class Line:
    """A line of goods: pieces, fen, and what its goods moved; `back` is what returns took of each figure."""

    product: str
    quantity: int
    gross: int
    net: int
    cost: int = 0
    back: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    @property
    def left(self) -> int:
        """Pieces that did not come back."""
        return self.quantity - self.back[0]

    def share(self, quantity: int) -> list[int]:
        """What `quantity` pieces are of it: pieces, gross, net, cost; the last take what is left."""
        whole = (self.quantity, self.gross, self.net, self.cost)
        if quantity == self.left:
            return [each - taken for each, taken in zip(whole, self.back, strict=True)]
        parts = (half_up(Fraction(each * quantity, self.quantity)) for each in whole[1:])
        return [quantity, *parts]


@dataclass
class Order:
    """An order: price in fen a piece, the discount its lines bear, and what was delivered of each."""

    number: str
    firm: str
    lines: list[tuple[str, int, int]]
    borne: list[int]
    done: list[int]
    closed: bool = False

    @property
    def unfinished(self) -> bool:
        """Whether something is still to come."""
        return any(
            quantity > done for (_p, quantity, _x), done in zip(self.lines, self.done, strict=True)
        )

    def discount(self, line: int, quantity: int) -> int:
        """Fen of the discount that go with the next `quantity` of a line."""
        ordered = self.lines[line][1]

        def given(upto: int) -> int:
            return half_up(Fraction(self.borne[line] * min(upto, ordered), ordered))

        return given(self.done[line] + quantity) - given(self.done[line])


@dataclass
class Paper:
    """A document that stands, what it made open on its firm's account, and how it is undone."""

    number: str
    kind: str
    firm: str
    undo: Callable[[], None]
    lines: list[Line] = field(default_factory=list)
    settled_by: set[str] = field(default_factory=set)
    followed: int = 0
    after: "Paper | None" = None

    @property
    def free(self) -> bool:
        """Whether it may be taken back."""
        return not self.settled_by and not self.followed


class Walk:
    """People who trade at random beside the oracle."""

    def __init__(self, database: Database, owner: Actor, seed: int, *, general: bool) -> None:
        self.database, self.owner, self.general = database, owner, general
        self.choice = random.Random(seed)
        self.papers: dict[str, Paper] = {}
        self.orders: list[Order] = []
        self.pools = {product: Pool() for product in GOODS}
        self.open: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        """Account and firm → number → fen open; nothing that is settled."""
        self.money, self.revenue, self.vat = 0, 0, 0
        self.count: dict[str, int] = defaultdict(int)
        self._key = 0
        with database.transaction(owner) as session:
            for code in CUSTOMERS:
                a_customer(session, code)
            self.suppliers = {code: a_supplier(session, code) for code in SUPPLIERS}
            for code in GOODS:
                a_product(session, code, tax_rate=RATES[code])
            change_setting(session, "approve_own_documents", value=True)
            change_setting(session, "order_tolerance", 0)
            for kind in ("sales_delivery", "supplier_payment"):
                save_rule(session, RuleDraft(kind, "total_over", HELD_OVER, role="owner"))
        with database.reading(owner) as session:
            rows = session.execute(_FIRMS).all()
        self.ids = {code: int(number) for number, *codes in rows for code in codes if code}

    # --- sending ---

    def post(self, kind: str, **more: Any) -> str:
        """Send a document; "" when it was held back and refused. One that may not fail."""
        self._key += 1
        day = {} if kind in UNDATED else {"day": DAY}
        with self.database.transaction(self.owner) as session:
            told = post_document(session, {"key": f"w{self._key}", "type": kind, **day, **more})
        self.count[kind] += 1
        if not told.pending:
            return told.number
        self.count["held"] += 1
        verdict = self.choice.randrange(4)
        with self.database.transaction(self.owner) as session:
            if verdict == 0:
                reject_paper(session, told.document_id, "不行")
                return ""
            if verdict == 1:
                withdraw_paper(session, told.document_id)
                return ""
            return approve_paper(session, told.document_id).number

    def refused(self, kind: str, **more: Any) -> None:
        """Send what must be refused, at the latest when somebody says yes to it, and leave nothing."""
        self._key += 1
        data = {"key": f"w{self._key}", "type": kind, "day": DAY, **more}
        self.count["refused"] += 1
        try:
            with self.database.transaction(self.owner) as session:
                told = post_document(session, data)
            assert told.pending, f"{kind} {told.number} was taken: {data}"
            with self.database.transaction(self.owner) as session:
                approve_paper(session, told.document_id)
        except UserError:
            self._clear_desk()
            return
        raise AssertionError(f"{kind} was taken after a yes: {data}")

    def _clear_desk(self) -> None:
        """What waited for a yes that could not be given is given back."""
        with self.database.transaction(self.owner) as session:
            for waiting in papers_for_me(session):
                reject_paper(session, waiting.id, "不行")

    def some(self, kinds: Sequence[str]) -> Paper | None:
        """One of the documents of these kinds that stand."""
        found = [each for each in self.papers.values() if each.kind in kinds]
        return self.choice.choice(found) if found else None

    def keep(self, paper: Paper, account: str, amount: int) -> None:
        """A document that stands, with what it leaves open on its firm's account."""
        self.papers[paper.number] = paper
        self._add(account, paper.firm, paper.number, amount)

    def _add(self, account: str, firm: str, number: str, amount: int) -> None:
        items = self.open[account, firm]
        items[number] = items.get(number, 0) + amount
        if not items[number]:
            del items[number]

    def _settle(self, account: str, firm: str, by: str, amounts: dict[str, int]) -> None:
        for number, amount in amounts.items():
            self._add(account, firm, number, -amount)
            self.papers[number].settled_by.add(by)

    def _unsettle(self, account: str, firm: str, by: str, amounts: dict[str, int]) -> None:
        for number, amount in amounts.items():
            self._add(account, firm, number, amount)
            self.papers[number].settled_by.discard(by)

    # --- orders ---

    def order(self, kind: str) -> None:
        """Goods are ordered, of a supplier or by a customer, with something off the whole."""
        firm = self.choice.choice(CUSTOMERS if kind == "sales_order" else SUPPLIERS)
        lines = self._lines(30)
        whole = sum(quantity * price for _p, quantity, price in lines)
        discount = self.choice.randrange(min(whole, 500)) if self.choice.random() < 0.4 else 0
        number = self.post(
            kind, partner=firm, price_includes_tax=True, order_discount=yuan(discount),
            lines=[_said(each) for each in lines],
        )  # fmt: skip
        borne = spread(discount, [quantity * price for _p, quantity, price in lines])
        self.orders.append(Order(number, firm, lines, borne, [0] * len(lines)))

    def _lines(self, most: int) -> list[tuple[str, int, int]]:
        goods = self.choice.sample(GOODS, self.choice.randint(1, 3))
        return [(p, self.choice.randint(1, most), self.choice.randint(1, 3000)) for p in goods]

    def close(self) -> None:
        """The remainder of an order is given up, or wanted after all."""
        unfinished = [each for each in self.orders if each.unfinished]
        if not unfinished:
            return
        order = self.choice.choice(unfinished)
        wanted = "order_reopen" if order.closed else "order_close"
        self.post(wanted, number=order.number, reason="不要了")
        order.closed = not order.closed

    # --- goods in and out ---

    def receive(self) -> None:
        """Goods come, a part of an order or by themselves."""
        self._move("goods_receipt", "CGDD", "220201")

    def deliver(self) -> None:
        """Goods go, a part of an order or by themselves, as far as they are there."""
        self._move("sales_delivery", "XSDD", "1122")

    def _move(self, kind: str, prefix: str, account: str) -> None:
        incoming = kind == "goods_receipt"
        order = self._open_order(prefix)
        taken = self._taken(order) if order else dict(enumerate(self._lines(25)))
        firm = order.firm if order else self.choice.choice(SUPPLIERS if incoming else CUSTOMERS)
        said = [_said(each, place + 1 if order else 0) for place, each in taken.items()]
        told: Data = {"lines": said, "price_includes_tax": True, "partner": firm}
        if incoming:
            told["invoice"] = "special"
        if order:
            told["from"] = order.number
        short = any(self.pools[p].quantity < q for p, q, _price in taken.values())
        if short and not incoming:
            self.refused(kind, **told)
            return
        off = sum(order.discount(n, q) for n, (_p, q, _x) in taken.items()) if order else 0
        lines = self._priced(list(taken.values()), off)
        number = self.post(kind, **told)
        if number:
            self._moved(kind, account, number, firm, lines, order, taken)

    def _open_order(self, prefix: str) -> Order | None:
        found = [
            each
            for each in self.orders
            if each.number.startswith(prefix) and not each.closed and each.unfinished
        ]
        return self.choice.choice(found) if found and self.choice.random() < 0.7 else None

    def _taken(self, order: Order) -> dict[int, tuple[str, int, int]]:
        left = [
            (n, product, quantity - order.done[n], price)
            for n, (product, quantity, price) in enumerate(order.lines)
            if quantity > order.done[n]
        ]
        wanted = self.choice.sample(left, self.choice.randint(1, len(left)))
        return {n: (p, self.choice.randint(1, most), x) for n, p, most, x in sorted(wanted)}

    def _priced(self, lines: Sequence[tuple[str, int, int]], discount: int) -> list[Line]:
        amounts = [quantity * price for _p, quantity, price in lines]
        made = []
        for (product, quantity, _x), amount, off in zip(
            lines, amounts, spread(discount, amounts), strict=True
        ):
            gross = amount - off
            net = half_up(Fraction(gross) / (1 + Fraction(self._rate(product), 10_000)))
            made.append(Line(product, quantity, gross, net))
        return made

    def _rate(self, product: str) -> int:
        return RATES[product]

    def _moved(
        self,
        kind: str,
        account: str,
        number: str,
        firm: str,
        lines: list[Line],
        order: Order | None,
        taken: dict[int, tuple[str, int, int]],
    ) -> None:
        incoming = kind == "goods_receipt"
        for each in lines:
            pool = self.pools[each.product]
            if incoming:
                each.cost = each.net if self.general else each.gross
                pool.add(each.quantity, each.cost)
            else:
                each.cost = pool.sell(each.quantity)
        gross = sum(each.gross for each in lines)
        self._book(lines, 0 if incoming else 1)
        for place, (_p, quantity, _x) in taken.items() if order else ():
            order.done[place] += quantity  # type: ignore[union-attr]

        def undo() -> None:
            for each in lines:
                moves = [(each.quantity, each.cost)] if incoming else [(-each.quantity, -each.cost)]
                self.pools[each.product].undo(moves)
            self._book(lines, 0 if incoming else -1)
            for place, (_p, quantity, _x) in taken.items() if order else ():
                order.done[place] -= quantity  # type: ignore[union-attr]

        self.keep(Paper(number, kind, firm, undo, lines), account, gross)

    def _book(self, lines: Sequence[Line], sign: int) -> None:
        """What is sold is revenue without its tax."""
        self.revenue += sign * sum(each.net for each in lines)
        self.vat += sign * sum(each.gross - each.net for each in lines)

    # --- goods back ---

    def send_back(self) -> None:
        """Some of a receipt goes back to its supplier, as far as it still lies there."""
        self._back("goods_receipt", "purchase_return", "220201")

    def take_back(self) -> None:
        """A customer brings some of a delivery back."""
        self._back("sales_delivery", "sales_return", "1122")

    def _back(self, original_kind: str, kind: str, account: str) -> None:
        original = self.some([original_kind])
        if original is None:
            return
        places = [n for n, each in enumerate(original.lines) if each.left]
        if not places or self.choice.random() < 0.1:
            most = original.lines[0].left + 1
            told = [{"from_line": 1, "quantity": str(most)}]
            self.refused(kind, **{"from": original.number, "lines": told})
            return
        place = self.choice.choice(places)
        source = original.lines[place]
        quantity = self.choice.randint(1, source.left)
        pool, outgoing = self.pools[source.product], kind == "purchase_return"
        told = [{"from_line": place + 1, "quantity": str(quantity)}]
        if outgoing and pool.quantity < quantity:
            self.refused(kind, **{"from": original.number, "lines": told})
            return
        pieces, gross, net, cost = source.share(quantity)
        number = self.post(kind, **{"from": original.number, "lines": told})
        moves = pool.take(pieces, cost) if outgoing else pool.add(pieces, cost)
        for place_, part in enumerate((pieces, gross, net, cost)):
            source.back[place_] += part
        part = Line(source.product, pieces, gross, net, cost)
        self._book([part], 0 if outgoing else -1)
        original.followed += 1
        matched = min(self.open[account, original.firm].get(original.number, 0), gross)

        def undo() -> None:
            pool.undo(moves)
            for place_, each in enumerate((pieces, gross, net, cost)):
                source.back[place_] -= each
            self._book([part], 0 if outgoing else 1)
            original.followed -= 1
            if matched:
                self._unsettle(account, original.firm, number, {original.number: matched})
                self._add(account, original.firm, number, -matched)

        self.keep(Paper(number, kind, original.firm, undo, after=original), account, -gross)
        if matched:
            self._settle(account, original.firm, number, {original.number: matched})
            self._add(account, original.firm, number, matched)

    # --- money ---

    def take_money(self) -> None:
        """A customer pays some debts in part, and perhaps more than that."""
        self._pay("customer_receipt", CUSTOMERS, "1122", "220301", 1)

    def pay(self) -> None:
        """A supplier is paid some debts in part, and perhaps more than that."""
        self._pay("supplier_payment", SUPPLIERS, "220201", "1123", -1)

    def _pay(self, kind: str, firms: Sequence[str], account: str, advance: str, sign: int) -> None:
        firm = self.choice.choice(firms)
        settled = self._wanted(account, firm)
        more = self.choice.choice((0, 0, self.choice.randint(1, 9999)))
        amount = sum(settled.values()) + more
        if not amount:
            return
        told: Data = {"partner": firm, "account": "bank", "amount": yuan(amount)}
        if settled:
            told["settle"] = [{"number": n, "amount": yuan(each)} for n, each in settled.items()]
            if self.choice.random() < 0.1:
                number, whole = next(iter(settled)), self.open[account, firm]
                wrong = [{"number": number, "amount": yuan(whole[number] + 1)}]
                self.refused(kind, **{**told, "amount": yuan(10**8), "settle": wrong})
        elif any(self.open[account, firm].values()):
            return  # without a word the oldest would be paid
        number = self.post(kind, **told)
        if not number:
            return
        self.money += sign * amount

        def undo() -> None:
            self.money -= sign * amount
            self._unsettle(account, firm, number, settled)

        self.keep(Paper(number, kind, firm, undo), advance, more)
        self._settle(account, firm, number, settled)

    def _wanted(self, account: str, firm: str) -> dict[str, int]:
        """Some of a firm's debts, each whole or in part."""
        debts = [(n, left) for n, left in sorted(self.open[account, firm].items()) if left > 0]
        chosen = self.choice.sample(debts, self.choice.randint(0, min(3, len(debts))))
        return {n: self.choice.choice((left, self.choice.randint(1, left))) for n, left in chosen}

    def advance(self) -> None:
        """Money comes or goes ahead of any document."""
        incoming = self.choice.random() < 0.5
        kind, firms, account = (
            ("advance_receipt", CUSTOMERS, "220301")
            if incoming
            else ("advance_payment", SUPPLIERS, "1123")
        )
        firm, amount = self.choice.choice(firms), self.choice.randint(1, 20_000)
        number = self.post(kind, partner=firm, account="cash", amount=yuan(amount))
        sign = 1 if incoming else -1
        self.money += sign * amount

        def undo() -> None:
            self.money -= sign * amount

        self.keep(Paper(number, kind, firm, undo), account, amount)

    def apply(self) -> None:
        """What was paid ahead settles a debt."""
        incoming = self.choice.random() < 0.5
        mode, firms, account, advance = (
            ("advance_receipt", CUSTOMERS, "1122", "220301")
            if incoming
            else ("advance_payment", SUPPLIERS, "220201", "1123")
        )
        firm = self.choice.choice(firms)
        debts = [x for x in sorted(self.open[account, firm].items()) if x[1] > 0]
        there = [x for x in sorted(self.open[advance, firm].items()) if x[1] > 0]
        if not debts or not there:
            return
        (debt, owed), (paid, left) = self.choice.choice(debts), self.choice.choice(there)
        amount = self.choice.randint(1, min(owed, left))
        number = self.post(
            "settlement", mode=mode, partner=firm,
            use=[{"number": paid, "amount": yuan(amount)}],
            settle=[{"number": debt, "amount": yuan(amount)}],
        )  # fmt: skip

        def undo() -> None:
            self._unsettle(account, firm, number, {debt: amount})
            self._unsettle(advance, firm, number, {paid: amount})

        self.papers[number] = Paper(number, "settlement", firm, undo)
        self._settle(account, firm, number, {debt: amount})
        self._settle(advance, firm, number, {paid: amount})

    # --- taking back ---

    def undo(self) -> None:
        """A document that nothing followed is taken back; one that something followed is not."""
        if not self.papers:
            return
        paper = self.choice.choice(list(self.papers.values()))
        wanted = {"number": paper.number, "reason": "录错"}
        if not paper.free:
            self.refused("reversal", **wanted)
            return
        if self._would_lack(paper):
            return
        self.take_off(paper)

    def take_off(self, paper: Paper) -> None:
        """Reverse a document that is free."""
        self.post("reversal", number=paper.number, reason="录错")
        paper.undo()
        del self.papers[paper.number]
        for items in self.open.values():
            items.pop(paper.number, None)

    def _would_lack(self, paper: Paper) -> bool:
        """Whether goods that came by it are gone; taking those back is refused or goes below zero."""
        needed: dict[str, int] = defaultdict(int)
        if paper.kind == "goods_receipt":
            for each in paper.lines:
                needed[each.product] += each.quantity
        return paper.kind == "sales_return" or any(
            self.pools[product].quantity < quantity for product, quantity in needed.items()
        )

    def step(self) -> None:
        """Somebody does something."""
        acts = {
            self.receive: 18, self.deliver: 22, self.take_back: 8, self.send_back: 6, self.take_money: 14,
            self.pay: 10, self.advance: 4, self.apply: 6, self.undo: 14, self.close: 2,
        }  # fmt: skip
        orders = {"sales_order": 10, "purchase_order": 8}
        chosen = self.choice.choices([*acts, *orders], [*acts.values(), *orders.values()])[0]
        if isinstance(chosen, str):
            self.order(chosen)
        else:
            chosen()

    # --- what must be so ---

    def compare(self) -> None:
        """The books are the oracle's, to the fen; the firms' open documents too."""
        with self.database.reading(self.owner) as session:
            found = balances(session)
            for (account, firm), items in self.open.items():
                told = {x.number: x.amount for x in open_items(session, account, self.ids[firm])}
                assert told == items, (account, firm)
        assert found.get("1405", 0) == sum(pool.value for pool in self.pools.values())
        assert found.get("1122", 0) == self._owed("1122")
        assert -found.get("220201", 0) == self._owed("220201")
        assert -found.get("220301", 0) == self._owed("220301")
        assert found.get("1123", 0) == self._owed("1123")
        assert found.get("1002", 0) + found.get("100101", 0) == self.money
        assert -found.get("5001", 0) == self.revenue
        assert -found.get("22210107" if self.general else "22210120", 0) == self.vat

    def _owed(self, account: str) -> int:
        return sum(
            amount
            for (kept, _firm), items in self.open.items()
            if kept == account
            for amount in items.values()
        )

    def problems(self) -> list[str]:
        """What any rule of the books complains of."""
        with self.database.reading(self.owner) as session:
            return [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]


def _said(line: tuple[str, int, int], from_line: int = 0) -> Data:
    product, quantity, price = line
    told: Data = {"product": product, "quantity": str(quantity), "price": yuan(price)}
    return {**told, "from_line": from_line} if from_line else told
