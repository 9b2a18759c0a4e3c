"""What goods cost by the rules of the trade (domain.md §4.2–4.4), with exact fractions and no code of the program.

One oracle is one pool. Quantities are whole 1e-4 units, money is fen. Deeds have names, so that they can be undone
and so that goods can come back of them.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

Deed = tuple[object, ...]
Age = tuple[str, int]


def r2(value: Fraction) -> int:
    """Fen, halves away from zero."""
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def six(fen_a_piece: Fraction) -> Fraction:
    """Six decimals of a yuan, in fen a piece of 1e-4 units."""
    return Fraction(r2(fen_a_piece * 10**8), 10**8)


class Average:
    """Moving weighted average."""

    def __init__(self) -> None:
        self.quantity, self.value, self.last = 0, 0, Fraction(0)
        self.moved: dict[Deed, list[tuple[int, int]]] = defaultdict(list)
        self.back: dict[Deed, list[int]] = defaultdict(lambda: [0, 0])
        self.links: dict[Deed, tuple[Average, Deed]] = {}

    def come_in(self, deed: Deed, _day: str, quantity: int, amount: int) -> int:
        difference = 0
        if self.quantity < 0:
            covered = min(quantity, -self.quantity)
            actual = r2(Fraction(covered * amount, quantity))
            provisional = r2(Fraction(covered * self.value, self.quantity))
            difference = actual - provisional
        self.quantity += quantity
        self.value += amount - difference
        self.last = six(Fraction(amount, quantity))
        return self._note(deed, quantity, amount, -difference)

    def go_out(self, deed: Deed, _day: str, quantity: int, fallback: Fraction = Fraction(0)) -> int:
        if self.quantity > 0:
            average = Fraction(self.value, self.quantity)
            self.last = six(average)
        if self.quantity <= 0:
            self.last = self.last or fallback
            cost = r2(quantity * self.last)
        elif quantity <= self.quantity:
            cost = r2(quantity * average)
        else:
            cost = self.value + r2((quantity - self.quantity) * self.last)
        self.quantity -= quantity
        self.value -= cost
        self._note(deed, -quantity, -cost, 0)
        return cost

    def go_back(self, deed: Deed, _day: str, quantity: int, of: Deed, home: "Average") -> None:
        """Back to the supplier: at what these goods cost once."""
        self._go_at(deed, quantity, self._share(deed, of, quantity, home))

    def come_back(self, deed: Deed, day: str, quantity: int, of: Deed, home: "Average") -> None:
        """Back from a customer: at what these goods cost when they went."""
        self.come_in(deed, day, quantity, self._share(deed, of, quantity, home))

    def differ(self, deed: Deed, difference: int, quantity: int, _of: Deed | None) -> None:
        there = min(max(self.quantity, 0), quantity)
        self._revalue(deed, r2(Fraction(difference * there, quantity)))

    def worth(self, quantity: int, fallback: Fraction = Fraction(0)) -> int:
        """What goods are worth that nobody knows the cost of."""
        if self.quantity > 0:
            return r2(Fraction(quantity * self.value, self.quantity))
        return r2(quantity * (self.last or fallback))

    def undo(self, deed: Deed) -> None:
        undone = ("undo", deed)
        for quantity, amount in list(self.moved[deed]):
            if quantity > 0:
                self._go_at(undone, quantity, amount)
            elif quantity < 0:
                self.come_in(undone, "", -quantity, -amount)
            else:
                self._revalue(undone, -amount)
        if deed in self.links:
            home, of = self.links.pop(deed)
            quantity, amount = self.moved[deed][0]
            home.back[of][0] -= abs(quantity)
            home.back[of][1] -= abs(amount)

    def _share(self, deed: Deed, of: Deed, quantity: int, home: "Average") -> int:
        whole, cost = (abs(part) for part in home.moved[of][0])
        back = home.back[of]
        rest = quantity == whole - back[0]
        amount = cost - back[1] if rest else r2(Fraction(quantity * cost, whole))
        back[0] += quantity
        back[1] += amount
        self.links[deed] = (home, of)
        return amount

    def _go_at(self, deed: Deed, quantity: int, amount: int) -> None:
        average = Fraction(self.value, self.quantity) if self.quantity > 0 else None
        self.quantity -= quantity
        self.value -= amount
        cure = 0
        if average is not None and self.quantity > 0 > self.value:
            cure = amount - r2(quantity * average)
        self.value += cure
        self._note(deed, -quantity, -amount, cure)

    def _revalue(self, deed: Deed, amount: int) -> None:
        self.value += amount
        self._note(deed, 0, amount, 0)

    def _note(self, deed: Deed, quantity: int, amount: int, adjustment: int) -> int:
        before = self.value
        if self.quantity == 0 or (self.quantity > 0 > self.value):
            self.value = 0
        elif self.quantity < 0 < self.value:
            self.value = -r2(-self.quantity * self.last)
        adjustment += self.value - before
        if quantity or amount:
            self.moved[deed].append((quantity, amount))
        if adjustment:
            self.moved[deed].append((0, adjustment))
        return adjustment


@dataclass
class Bit:
    """Part of a deed: so much of a heap; `of` is the bit it comes back of, `back` what came back of it."""

    age: Age
    quantity: int
    amount: int
    of: "Bit | None" = None
    back: list[int] = field(default_factory=lambda: [0, 0])


class Queue:
    """First in, first out: heaps by age, below zero where goods went before they came."""

    def __init__(self) -> None:
        self.heaps: dict[Age, list[int]] = {}
        self.last = Fraction(0)
        self.bits: dict[Deed, list[Bit]] = defaultdict(list)
        self.made: dict[Deed, Age] = {}
        self.links: dict[Deed, tuple[list[int], int, int]] = {}
        self.count = 0

    @property
    def quantity(self) -> int:
        return sum(heap[0] for heap in self.heaps.values())

    @property
    def value(self) -> int:
        return sum(heap[1] for heap in self.heaps.values())

    def come_in(self, deed: Deed, day: str, quantity: int, amount: int) -> None:
        self._lay(deed, self._age(day), quantity, amount)
        self.last = six(Fraction(amount, quantity))

    def go_out(self, deed: Deed, day: str, quantity: int, fallback: Fraction = Fraction(0)) -> int:
        age, rest = self._age(day), quantity
        for other in sorted(self.heaps):
            there, worth = self.heaps[other]
            if there > 0 and rest:
                taken = min(there, rest)
                self.last = six(Fraction(worth, there))
                self._bit(deed, other, -taken, -r2(Fraction(taken * worth, there)))
                rest -= taken
        if rest:
            self.last = self.last or fallback
            self._bit(deed, age, -rest, -r2(rest * self.last))
        return -sum(bit.amount for bit in self.bits[deed])

    def come_back(self, deed: Deed, day: str, quantity: int, of: Deed, home: "Queue") -> None:
        age = self._age(day)
        for bit in list(home.bits[of]):
            whole, cost = -bit.quantity, -bit.amount
            back = min(quantity, whole - bit.back[0])
            if back <= 0:
                continue
            left = cost - bit.back[1]
            amount = (
                left if back == whole - bit.back[0] else min(left, r2(Fraction(back * cost, whole)))
            )
            self._lay(deed, bit.age if home is self else age, back, amount, of=bit)
            quantity -= back
        assert quantity == 0
        goods = [bit for bit in self.bits[deed] if bit.quantity]
        self.last = six(
            Fraction(sum(bit.amount for bit in goods), sum(bit.quantity for bit in goods))
        )

    def go_back(self, deed: Deed, day: str, quantity: int, of: Deed, home: "Queue") -> None:
        bits = [bit for bit in home.bits[of] if bit.quantity > 0]
        whole, cost = sum(bit.quantity for bit in bits), sum(bit.amount for bit in bits)
        back = bits[0].back
        rest = quantity == whole - back[0]
        amount = cost - back[1] if rest else r2(Fraction(quantity * cost, whole))
        back[0] += quantity
        back[1] += amount
        own = self._age(day)
        if home is self:
            own = next((bit.age for bit in bits if bit.age in self.born(of)), own)
        self._pull(deed, own, quantity, amount)
        self.links[deed] = (back, quantity, amount)

    def go_at(self, deed: Deed, day: str, quantity: int, amount: int) -> None:
        """Out at a known worth, from where nobody knows."""
        self._pull(deed, self._age(day), quantity, amount)

    def differ(self, deed: Deed, difference: int, quantity: int, of: Deed | None) -> None:
        assert of is not None
        for age in self.born(of):
            heap = self.heaps.get(age, [0, 0])
            there = min(max(heap[0], 0), quantity)
            self._change_worth(deed, age, r2(Fraction(difference * there, quantity)))

    def worth(self, quantity: int, fallback: Fraction = Fraction(0)) -> int:
        if self.quantity > 0:
            return r2(Fraction(quantity * self.value, self.quantity))
        return r2(quantity * (self.last or fallback))

    def undo(self, deed: Deed) -> None:
        self._forget()
        undone, bits = ("undo", deed), list(self.bits[deed])
        goods = [bit for bit in bits if bit.quantity]
        for bit in reversed(goods):
            if bit.quantity > 0:
                self._pull(undone, bit.age, bit.quantity, bit.amount, of=bit.of)
            else:
                self._lay(undone, bit.age, -bit.quantity, -bit.amount, of=bit.of)
        if sum(bit.quantity for bit in goods) < 0:
            moved = (sum(bit.amount for bit in goods), sum(bit.quantity for bit in goods))
            self.last = six(Fraction(*moved))
        for bit in reversed([bit for bit in bits if not bit.quantity]):
            self._change_worth(undone, bit.age, -bit.amount)
        if deed in self.links:
            back, quantity, amount = self.links.pop(deed)
            back[0] -= quantity
            back[1] -= amount

    def born(self, deed: Deed) -> list[Age]:
        """The heap that a deed made."""
        return [self.made[deed]] if deed in self.made else []

    def _age(self, day: str) -> Age:
        self._forget()
        self.count += 1
        return day, self.count

    def _forget(self) -> None:
        self.heaps = {age: heap for age, heap in self.heaps.items() if heap[0]}

    def _lay(self, deed: Deed, age: Age, quantity: int, amount: int, of: Bit | None = None) -> None:
        fresh = age not in self.heaps
        for other in sorted(self.heaps, key=lambda each: (each != age, each)):
            lacking, owed = (-part for part in self.heaps[other])
            if lacking > 0 and quantity:
                cover = min(lacking, quantity)
                actual = r2(Fraction(cover * amount, quantity))
                known = r2(Fraction(cover * owed, lacking))
                self._bit(deed, other, cover, actual, of)
                self._bit(deed, other, 0, known - actual)
                quantity, amount = quantity - cover, amount - actual
        if quantity:
            self._bit(deed, age, quantity, amount, of)
            if fresh and of is None:
                self.made.setdefault(deed, age)

    def _pull(
        self, deed: Deed, own: Age, quantity: int, amount: int, of: Bit | None = None
    ) -> None:
        for other in sorted(self.heaps, key=lambda each: (each != own, each)):
            there, worth = self.heaps[other]
            if there > 0 and quantity:
                taken = min(there, quantity)
                known = r2(Fraction(taken * amount, quantity))
                cost = r2(Fraction(taken * worth, there))
                if other == own and taken < there and known <= worth:
                    cost = known
                self._bit(deed, other, -taken, -known, of)
                self._bit(deed, other, 0, known - cost)
                quantity, amount = quantity - taken, amount - known
        if quantity:
            self._bit(deed, own, -quantity, -amount, of)

    def _change_worth(self, deed: Deed, age: Age, amount: int) -> None:
        there, worth = self.heaps.get(age, [0, 0])
        if there > 0:
            self._bit(deed, age, 0, max(amount, -worth))
        elif there < 0:
            self._bit(deed, age, 0, min(amount, -worth))

    def _bit(self, deed: Deed, age: Age, quantity: int, amount: int, of: Bit | None = None) -> None:
        if not quantity and not amount:
            return
        self.bits[deed].append(Bit(age, quantity, amount, of))
        if of is not None:
            of.back[0] += quantity
            of.back[1] += amount
        heap = self.heaps.setdefault(age, [0, 0])
        heap[0] += quantity
        heap[1] += amount
