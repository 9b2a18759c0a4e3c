"""How a ticket is being paid: amounts by way, what is left, the change; the rules of `drafts.settle` while typing.

All amounts are fen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jxc_desktop.cash.queries import MethodView
from jxc_desktop.core.errors import InvalidNumber, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, parse_scaled, text_of
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.grammar import plain

NOTES = (500, 1000, 2000, 5000, 10000)
"""Notes that a customer pays with, in fen."""
UNUSUAL = 10000
"""More cash than this above what is due is asked about once (domain.md §6.4)."""
_MOST_DIGITS = 6
_SHOWN_NOTES = 4


def amount_of(text: str) -> int:
    """Fen of a typed amount; raises `InvalidNumber` also for what looks like a scan."""
    typed = plain(text)
    if not typed:
        return 0
    if len(typed.partition(".")[0]) > _MOST_DIGITS:
        raise InvalidNumber(translate("pos", "金额太长，像是扫了码。这里填收到的钱"))
    value = parse_scaled(typed, MONEY_PLACES)
    if value < 0:
        raise InvalidNumber(translate("pos", "金额不能小于 0"))
    return value


@dataclass(slots=True)
class Tendering:
    """Ways to pay and what was typed for each; `way` is the place of the current one.

    `limits` says how much some ways can pay at most: what lies on the member's card.
    """

    due: int
    methods: Sequence[MethodView]
    way: int = 0
    amounts: dict[str, int] = field(default_factory=dict)
    confirmed_cash: int = -1
    limits: Mapping[str, int] = field(default_factory=dict)

    @property
    def method(self) -> MethodView:
        """The current way."""
        return self.methods[self.way]

    @property
    def other(self) -> int:
        """What is paid by anything but cash."""
        return sum(self._amounts_of(cash=False))

    @property
    def cash(self) -> int:
        """Cash handed over."""
        return sum(self._amounts_of(cash=True))

    @property
    def cash_due(self) -> int:
        """What is left for cash."""
        return max(self.due - self.other, 0)

    @property
    def left(self) -> int:
        """What is still missing."""
        return max(self.due - self.other - self.cash, 0)

    @property
    def refund(self) -> int:
        """What the customer gets back by the current way, in an exchange for cheaper goods."""
        return max(-self.due, 0)

    @property
    def change(self) -> int:
        """What goes back, from cash only."""
        return max(self.cash - self.cash_due, 0)

    def put(self, code: str, fen: int) -> None:
        """So much by one way; raises when anything but cash would pass what is due."""
        method = self._named(code)
        if self.refund:
            self._require_nothing(fen)
            return
        others = self.other - (0 if method.is_cash else self.amounts.get(code, 0))
        most = min(max(self.due - others, 0), self.limits.get(code, self.due))
        if not method.is_cash and fen > most:
            raise Refused(
                translate("pos", "{way}最多收 {most}").format(
                    way=method.name, most=text_of(most, MONEY_PLACES)
                )
            )
        self.amounts[code] = fen

    def _require_nothing(self, fen: int) -> None:
        """A customer who gets money back pays none."""
        if fen:
            problem = translate("pos", "这单要退给客人 {refund}，不用收钱。选退款方式按 Enter")
            raise Refused(problem.format(refund=text_of(self.refund, MONEY_PLACES)))

    def enter(self) -> bool:
        """Enter on the current way: it takes the rest when nothing was typed for it; True when all is paid."""
        if not self.amounts.get(self.method.code) and self.left:
            code = self.method.code
            self.put(code, min(self.left, self.limits.get(code, self.left)))
        if self.left:
            self.way = self._next_way()
        return not self.left

    def require_usual(self) -> None:
        """Raises once when far more cash was typed than is due: a slip of the finger or a scan."""
        over = self.change
        if over > UNUSUAL and self.cash != self.confirmed_cash:
            self.confirmed_cash = self.cash
            raise Refused(
                translate("pos", "收了现金 {cash}，要找 {change}。没错就再按一次 Enter").format(
                    cash=text_of(self.cash, MONEY_PLACES), change=text_of(over, MONEY_PLACES)
                )
            )

    def tenders(self) -> tuple[TenderDraft, ...]:
        """What was handed over, in the order of the keys; or what goes back by the current way, negative."""
        if self.refund:
            return (TenderDraft(self.method.code, -self.refund),)
        return tuple(
            TenderDraft(method.code, self.amounts[method.code])
            for method in self.methods
            if self.amounts.get(method.code)
        )

    def notes(self) -> tuple[int, ...]:
        """The cash that customers are likely to hand over, above what is due: 60, 70, 80, 100 for 59.60."""
        due = self.cash_due
        rounded = {-(-due // note) * note for note in NOTES}
        rounded |= (
            {-(-due // 1000) * 1000 + step for step in (1000, 2000)} if due < UNUSUAL else set()
        )
        likely = sorted(amount for amount in rounded if amount > due)
        return tuple(dict.fromkeys([*likely[: _SHOWN_NOTES - 1], *likely[-1:]]))

    def _next_way(self) -> int:
        """Cash if it is free, else the next way without an amount."""
        free = [n for n, method in enumerate(self.methods) if not self.amounts.get(method.code)]
        cash = [n for n in free if self.methods[n].is_cash]
        return (cash or free or [self.way])[0]

    def _named(self, code: str) -> MethodView:
        return next(method for method in self.methods if method.code == code)

    def _amounts_of(self, *, cash: bool) -> list[int]:
        return [self.amounts.get(m.code, 0) for m in self.methods if m.is_cash == cash]


def why_not(error: BaseException) -> str:
    """What a person can put right, or "" for a bug."""
    return error.message if isinstance(error, UserError) else ""
