"""The lives of documents as tables: from which state which verb leads where, and the right it asks for.

Services ask these tables, so what is written here is what the program allows. How far an order is fulfilled or a
debt is paid is no state: it is read from linked lines (decisions 1).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.schema import Base

APPROVE = "approval.act"


@dataclass(frozen=True, slots=True)
class Transition:
    """One step: `right` is the verb of the kind's own permission (`post` → sales_delivery.post), or a whole one."""

    before: State
    verb: str
    after: State
    right: str

    def permission(self, kind: str) -> str:
        """What whoever takes the step with a document of `kind` must be allowed to do."""
        return self.right if "." in self.right else f"{kind}.{self.right}"


Life = tuple[Transition, ...]

POSTED_LIFE: Life = (
    Transition(State.DRAFT, "post", State.POSTED, "post"),
    Transition(State.DRAFT, "void", State.VOIDED, "edit"),
    Transition(State.POSTED, "reverse", State.REVERSED, "reverse"),
)
"""Documents of goods and money."""

ORDER_LIFE: Life = (
    Transition(State.DRAFT, "post", State.APPROVED, "post"),
    Transition(State.APPROVED, "unapprove", State.DRAFT, "post"),
    Transition(State.APPROVED, "close", State.CLOSED, "post"),
    Transition(State.CLOSED, "reopen", State.APPROVED, "post"),
    Transition(State.DRAFT, "void", State.VOIDED, "edit"),
)
"""Orders and offers, which never enter the books. Un-approved or voided they keep their number."""

TILL_LIFE: Life = (
    Transition(State.DRAFT, "post", State.POSTED, "post"),
    Transition(State.POSTED, "reverse", State.REVERSED, "reverse"),
)
"""Tickets and papers of members' cards: paid is posted, and only a red one takes it back."""

PRICE_LIFE: Life = (
    Transition(State.DRAFT, "post", State.APPROVED, "post"),
    Transition(State.APPROVED, "apply", State.POSTED, "post"),
    Transition(State.APPROVED, "void", State.VOIDED, "post"),
)
"""Price changes: approved they wait for their day, which the program applies; in force only another change helps."""

_LIVES: Mapping[str, Life] = {"document": POSTED_LIFE, "order": ORDER_LIFE}
_OWN: Mapping[str, Life] = {
    "pos_sale": TILL_LIFE,
    "pos_return": TILL_LIFE,
    "price_change": PRICE_LIFE,
    "stored_value_topup": TILL_LIFE,
    "stored_value_refund": TILL_LIFE,
    "points_change": TILL_LIFE,
}


def life_of(kind: str) -> Life:
    """The life of a kind of document, told from how its table is guarded; a KeyError for what is no document."""
    if kind in _OWN:
        return _OWN[kind]
    return _LIVES[Base.metadata.tables[kind].info["guard"]]


def while_held(life: Life) -> Life:
    """The steps of documents that an approval rule may hold back: posting is submitting then, and a yes posts them."""
    posted = step_of(life, "post").after
    return (
        Transition(State.DRAFT, "submit", State.PENDING, "post"),
        Transition(State.PENDING, "approve", posted, APPROVE),
        Transition(State.PENDING, "reject", State.DRAFT, APPROVE),
        Transition(State.PENDING, "withdraw", State.DRAFT, "view"),
    )


def step_of(life: Life, verb: str) -> Transition:
    """The step that `verb` takes in a life."""
    return next(step for step in life if step.verb == verb)


def require_step(life: Life, verb: str, number: str | None, state: str) -> Transition:
    """The step that `verb` takes; raises `Refused` where document `number` is in another state."""
    step = step_of(life, verb)
    require_state(number, state, step.before)
    return step
