"""Whatever kind a rule holds back is answered "pending", and posted or given back by who approves."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.intake.approvals import approvables, approve_paper, reject_paper, withdraw_paper
from jxc_desktop.intake.documents import INTAKES, post_document
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.approvals.rules import APPROVABLE
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

LINES = [{"product": "A", "quantity": "2", "price": "9.00"}]
BY_ITSELF: dict[str, dict[str, Any]] = {
    "sales_delivery": {"partner": "C01", "lines": LINES},
    "goods_receipt": {"partner": "S01", "lines": LINES},
    "sales_return": {"partner": "C01", "lines": LINES, "reason": "坏了"},
    "purchase_return": {"partner": "S01", "lines": LINES, "reason": "坏了"},
    "customer_receipt": {"partner": "C01", "account": "cash", "amount": "5.00"},
    "supplier_payment": {"partner": "S01", "account": "bank", "amount": "5.00"},
    "expense": {"account": "cash", "lines": [{"account": "5601", "amount": "5.00"}]},
}


@pytest.fixture
def shop(any_database: Database, owner: Actor) -> Database:
    with any_database.transaction(owner) as session:
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 100, "6.00")])
        deliver(session, a_customer(session), [line(product, 1, "9.00")])
    return any_database


def data_of(kind: str) -> dict[str, Any]:
    return {"key": f"k-{kind}", "type": kind, "day": "2026-11-20", **BY_ITSELF[kind]}


def test_every_kind_a_rule_may_name_can_be_kept_and_posted() -> None:
    assert set(approvables()) == set(APPROVABLE) == set(BY_ITSELF)
    for kind, approvable in approvables().items():
        assert approvable.post is INTAKES[kind].post


@pytest.mark.parametrize("kind", APPROVABLE)
def test_a_rule_holds_back_each_kind_and_a_yes_posts_what_was_sent(
    shop: Database, owner: Actor, kind: str
) -> None:
    with shop.transaction(owner) as session:
        save_rule(session, RuleDraft(kind, "any", role="owner"))
    with shop.transaction(owner) as session:
        held = post_document(session, data_of(kind))
    with shop.transaction(owner) as session:
        again = post_document(session, data_of(kind))
    assert (held.pending, held.number, again.pending, again.repeated) == (True, "", True, True)
    with shop.transaction(owner) as session:
        posted = approve_paper(session, held.document_id)
    assert posted.number
    assert posted.total == held.total
    with shop.transaction(owner) as session:
        repeated = post_document(session, data_of(kind))
    assert (repeated.number, repeated.repeated) == (posted.number, True)


@pytest.mark.parametrize("kind", APPROVABLE)
def test_each_kind_can_be_given_back(shop: Database, owner: Actor, kind: str) -> None:
    undo: Callable[[Session, int], None]
    for key, undo in (("1", lambda s, i: reject_paper(s, i, "不对")), ("2", withdraw_paper)):
        with shop.transaction(owner) as session:
            save_rule(session, RuleDraft(kind, "any", role="owner"))
            held = post_document(session, {**data_of(kind), "key": key})
            undo(session, held.document_id)
