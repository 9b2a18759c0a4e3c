"""When a document must be approved first: conditions on plain facts, and rules that name them as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.kept import kept
from jxc_desktop.core.life import Life, life_of, while_held
from jxc_desktop.core.sql import Statement


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules look at, told by the kind's own slice: `total` fen due, `subject` the firm for lists.

    `discount` is the largest share off a line (1e-4, order discount included); `below_min` that a line goes below
    its lowest price, `over_credit` that the customer would owe more than agreed; `paid` fen of the total move at once.
    """

    day: date
    total: int
    subject: str = ""
    discount: int = 0
    below_min: bool = False
    over_credit: bool = False
    paid: int = 0


TOTAL_OVER, DISCOUNT_OVER = "total_over", "discount_over"
BELOW_MIN, OVER_CREDIT, ANY = "below_min_price", "over_credit", "any"
CONDITIONS: Mapping[str, Callable[[Facts, int], bool]] = {
    ANY: lambda _facts, _value: True,
    TOTAL_OVER: lambda facts, value: facts.total > value,
    DISCOUNT_OVER: lambda facts, value: facts.discount > value,
    BELOW_MIN: lambda facts, _value: facts.below_min,
    OVER_CREDIT: lambda facts, _value: facts.over_credit,
}
"""Each with the value of the rule, in the unit of what it compares."""
WITH_VALUE = frozenset({TOTAL_OVER, DISCOUNT_OVER})

_BUYING, _MONEY = (ANY, TOTAL_OVER, DISCOUNT_OVER), (ANY, TOTAL_OVER)
_SELLING = (ANY, TOTAL_OVER, DISCOUNT_OVER, BELOW_MIN, OVER_CREDIT)
APPROVABLE: Mapping[str, tuple[str, ...]] = {
    "quotation": _SELLING,
    "sales_order": _SELLING,
    "sales_delivery": _SELLING,
    "sales_return": _MONEY,
    "sales_invoice": _MONEY,
    "purchase_request": (ANY,),
    "purchase_order": _BUYING,
    "goods_receipt": _BUYING,
    "purchase_invoice": _MONEY,
    "purchase_return": _MONEY,
    "purchase_allowance": _MONEY,
    "landed_cost": _MONEY,
    "customer_receipt": _MONEY,
    "supplier_payment": _MONEY,
    "advance_receipt": _MONEY,
    "advance_payment": _MONEY,
    "bad_debt": _MONEY,
    "expense": _MONEY,
    "other_income": _MONEY,
    "money_transfer": _MONEY,
    "price_change": (ANY,),
    "stock_count": (ANY,),
    "stock_loss": _MONEY,
    "stock_gain": _MONEY,
    "cost_adjustment": _MONEY,
}
"""The kinds whose services ask `held_back`, and the conditions that they tell facts for."""

PAID_AS: Mapping[str, str] = {
    "sales_delivery": "customer_receipt",
    "sales_return": "customer_receipt",
    "goods_receipt": "supplier_payment",
    "purchase_return": "supplier_payment",
    "purchase_allowance": "supplier_payment",
    "landed_cost": "supplier_payment",
    "stock_count": "stock_loss",
    "assembly": "expense",
    "disassembly": "expense",
}
"""The document that a payment on a document of goods, or what a count lost, stands for: its rules hold for both."""


def whole_life(kind: str) -> Life:
    """The life of a kind of document with its approval, where rules may hold it back."""
    life = life_of(kind)
    return (*life, *while_held(life)) if kind in APPROVABLE else life


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as posting sees it; the approver is a role or one user."""

    condition: str
    value: int
    step: int
    role: str
    user_id: int | None

    def holds(self, facts: Facts) -> bool:
        """Whether a document with these facts waits for this rule's approver."""
        return CONDITIONS[self.condition](facts, self.value)


_RULES = Statement(
    "SELECT kind, condition, value, step, role, user_id FROM approval_rule WHERE disabled = 0 "
    "ORDER BY step, id"
)


def rules_of(session: Session, kind: str) -> tuple[Rule, ...]:
    """The rules in force for a kind, first step first."""
    return kept(session, "approval_rule", _rules_by_kind).get(kind, ())


def _rules_by_kind(session: Session) -> Mapping[str, tuple[Rule, ...]]:
    known: dict[str, tuple[Rule, ...]] = {}
    for kind, *rule in _RULES.all(session):
        known[kind] = (*known.get(kind, ()), Rule(*rule))
    return known


def has_rules(session: Session, kind: str) -> bool:
    """Whether any rule could hold a document of the kind back, or the money paid with it."""
    return bool(rules_of(session, kind) or rules_of(session, PAID_AS.get(kind, "")))


def broken_rules(session: Session, kind: str, told: Facts) -> list[Rule]:
    """The rules that hold a document with these facts back, those of the money paid with it among them."""
    broken = [rule for rule in rules_of(session, kind) if rule.holds(told)]
    if told.paid:
        money = replace(told, total=told.paid)
        of_money = rules_of(session, PAID_AS.get(kind, ""))
        broken += [rule for rule in of_money if rule.holds(money)]
    return broken


def approved_for(session: Session, condition: str) -> bool:
    """Whether what is being posted was approved although it met `condition`."""
    return condition in session.info.get("approved_for", frozenset())
