"""The tables of states are what the code allows: every step in every state, tried on real documents."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.document import Document, State
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.core.life import ORDER_LIFE, POSTED_LIFE, PRICE_LIFE, TILL_LIFE, Life, life_of
from jxc_desktop.core.schema import Base
from jxc_desktop.features import TABLES
from jxc_desktop.intake.approvals import approve_paper, reject_paper, withdraw_paper
from jxc_desktop.intake.documents import INTAKES, post_document
from jxc_desktop.shop.actor import Actor, matrix
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, remove_rule, save_rule
from jxc_desktop.shop.approvals.rules import whole_life
from jxc_desktop.shop.keys import Posted
from tests.intake.conftest import BY_ITSELF

ORDERS = [kind for kind in INTAKES if life_of(INTAKES[kind].table or kind) is ORDER_LIFE]
NEXT = {
    "price_change": {
        "approve": {"lines": [{"product": "A", "price": "12.00"}]},
        "reject": {"lines": [{"product": "A", "price": "13.00"}]},
        "withdraw": {"lines": [{"product": "A", "price": "14.00"}]},
    },
    "purchase_invoice": {
        verb: {"invoice_number": verb, "lines": [{"from_line": 1, "quantity": "1"}]}
        for verb in ("approve", "reject", "withdraw")
    },
    "sales_invoice": {
        verb: {"invoice_number": verb, "lines": [{"amount": amount}]}
        for verb, amount in (("approve", "2.00"), ("reject", "3.00"), ("withdraw", "4.00"))
    },
}
"""A change that changes nothing is refused, and so is an invoice that comes twice."""
ORDER_VERBS = ("unapprove", "close", "reopen", "void")


def all_kinds() -> list[str]:
    assert TABLES
    documents = (m.class_ for m in Base.registry.mappers if issubclass(m.class_, Document))
    return sorted(document.kind for document in documents)


def may_from(life: Life, state: State) -> set[str]:
    return {step.verb for step in life if step.before is state}


@pytest.mark.parametrize("kind", all_kinds())
def test_every_kind_has_a_life_whose_rights_exist(kind: str) -> None:
    life = whole_life(kind)
    assert {step.before for step in life} | {step.after for step in life} <= set(State)
    assert len({(step.before, step.verb) for step in life}) == len(life)
    reached = {State.DRAFT} | {step.after for step in life}
    assert {step.before for step in life} <= reached
    posted = kind.startswith("opening") or kind == "recost"  # no drafts, so no right to edit one
    assert posted or {step.permission(kind) for step in life} <= matrix().keys()


def order_of(kind: str) -> dict[str, Any]:
    """What an order of the kind says: requests and inquiries know no prices, inquiries go to several suppliers."""
    priced = BY_ITSELF["sales_delivery"]["lines"]
    bare = [{name: value for name, value in line.items() if name != "price"} for line in priced]
    if kind == "purchase_request":
        return {"lines": bare}
    if kind == "rfq":
        return {"lines": bare, "suppliers": ["S01"]}
    buying = kind in {"purchase_order", "supplier_quotation"}
    return {"lines": priced, "partner": "S01" if buying else "C01"}


def send(database: Database, actor: Actor, kind: str, key: str, **more: Any) -> Posted:
    with database.transaction(actor) as session:
        day = {} if kind.startswith("order_") or kind.endswith("_void") else {"day": "2026-11-20"}
        return post_document(session, {"key": key, "type": kind, **day, **more})


def state_of(database: Database, actor: Actor, kind: str, document_id: int) -> State:
    with database.reading(actor) as session:
        row = session.execute(text(f"SELECT state FROM {kind} WHERE id = {document_id}"))
        return State(row.scalar_one())


@pytest.mark.parametrize("kind", [kind for kind in BY_ITSELF if life_of(kind) is POSTED_LIFE])
def test_a_posted_document_is_reversed_once_and_nothing_else(
    trading: Database,
    owner: Actor,
    kind: str,
) -> None:
    posted = send(trading, owner, kind, "k", **BY_ITSELF[kind])
    assert may_from(POSTED_LIFE, state_of(trading, owner, kind, posted.document_id)) == {"reverse"}
    with pytest.raises(UserError):
        send(trading, owner, "order_unapprove", "u", number=posted.number)
    send(trading, owner, "reversal", "r-1", number=posted.number, reason="错了")
    after = state_of(trading, owner, kind, posted.document_id)
    assert (after, may_from(POSTED_LIFE, after)) == (State.REVERSED, set())
    with pytest.raises(Refused, match="已红冲"):
        send(trading, owner, "reversal", "r-2", number=posted.number, reason="错了")


@pytest.mark.parametrize("kind", BY_ITSELF)
def test_what_waits_is_approved_rejected_or_withdrawn_once(
    trading: Database,
    owner: Actor,
    kind: str,
) -> None:
    acts: dict[str, Callable[..., Any]] = {
        "approve": approve_paper,
        "reject": lambda session, pending: reject_paper(session, pending, "不行"),
        "withdraw": withdraw_paper,
    }
    assert set(acts) == may_from(whole_life(kind), State.PENDING)
    for first, act in acts.items():
        with trading.transaction(owner) as session:
            rule = save_rule(session, RuleDraft(kind, "any", role="owner"))
        held = send(
            trading,
            owner,
            kind,
            f"k-{first}",
            **{**BY_ITSELF[kind], **NEXT.get(kind, {}).get(first, {})},
        )
        with trading.transaction(owner) as session:
            act(session, held.document_id)
            remove_rule(session, rule)
        for again in acts.values():
            with trading.transaction(owner) as session, pytest.raises(Refused, match="已经"):
                again(session, held.document_id)


@pytest.mark.parametrize("kind", ORDERS)
@pytest.mark.parametrize(
    ("way", "state"),
    [
        ((), State.APPROVED),
        (("unapprove",), State.DRAFT),
        (("close",), State.CLOSED),
        (("close", "reopen"), State.APPROVED),
        (("unapprove", "void"), State.VOIDED),
    ],
)
def test_an_order_takes_the_steps_of_its_table_and_no_other(
    trading: Database,
    owner: Actor,
    kind: str,
    way: tuple[str, ...],
    state: State,
) -> None:
    posted = send(trading, owner, kind, "o", **order_of(kind))

    def go(verb: str, key: str) -> None:
        send(trading, owner, f"order_{verb}", key, number=posted.number, reason="改")

    for verb in way:
        go(verb, f"way-{verb}")
    assert state_of(trading, owner, kind, posted.document_id) is state
    allowed = may_from(ORDER_LIFE, state) - {"post"}
    for verb in set(ORDER_VERBS) - allowed:
        with pytest.raises(Refused):
            go(verb, f"no-{verb}")
        assert state_of(trading, owner, kind, posted.document_id) is state
    with pytest.raises(Refused, match="不能红冲"):
        send(trading, owner, "reversal", "red", number=posted.number, reason="改")
    if allowed:
        verb = min(allowed)
        go(verb, f"yes-{verb}")
        [step] = [s for s in ORDER_LIFE if (s.before, s.verb) == (state, verb)]
        assert state_of(trading, owner, kind, posted.document_id) is step.after


@pytest.mark.parametrize(
    ("day", "state"), [("2026-11-20", State.POSTED), ("2026-11-25", State.APPROVED)]
)
def test_a_price_change_is_voided_only_while_it_waits(
    trading: Database, owner: Actor, day: str, state: State
) -> None:
    told = {**BY_ITSELF["price_change"], "effective_day": day}
    posted = send(trading, owner, "price_change", "k", **told)
    assert state_of(trading, owner, "price_change", posted.document_id) is state
    void = {"number": posted.number, "reason": "写错了"}
    if "void" in may_from(PRICE_LIFE, state):
        first = send(trading, owner, "price_change_void", "v", **void)
        again = send(trading, owner, "price_change_void", "v", **void)
        assert (first.repeated, again.repeated) == (False, True)
        state = State.VOIDED
    with pytest.raises(Refused):
        send(trading, owner, "price_change_void", "v-2", **void)
    with pytest.raises(Refused, match="不能红冲"):
        send(trading, owner, "reversal", "r", number=posted.number, reason="写错了")
    assert state_of(trading, owner, "price_change", posted.document_id) is state


def test_a_ticket_knows_no_waiting() -> None:
    assert {step.verb for step in TILL_LIFE} == {"post", "reverse"}
    assert life_of("pos_sale") is life_of("pos_return") is TILL_LIFE
