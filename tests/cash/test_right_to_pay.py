"""Money on a document of goods is money: it wants the right, and meets the rules, of the document it stands for."""

from typing import Any

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.intake.approvals import approve_paper
from jxc_desktop.intake.documents import post_document
from jxc_desktop.shop.actor import Actor, lend
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.approvals.rules import PAID_AS
from jxc_desktop.shop.keys import Posted
from tests.conftest import actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, fen, line, receive

LINES = [{"product": "A", "quantity": "2", "price": "9.00"}]
PAID = [{"account": "cash", "amount": "10.00"}]
DOCUMENTS: dict[str, dict[str, Any]] = {
    "sales_delivery": {"partner": "C01"},
    "goods_receipt": {"partner": "S01"},
    "sales_return": {"partner": "C01", "reason": "坏了"},
    "purchase_return": {"partner": "S01", "reason": "坏了"},
}


@pytest.fixture
def trading(any_database: Database, owner: Actor) -> Database:
    with any_database.transaction(owner) as session:
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 100, "6.00")])
        deliver(session, a_customer(session), [line(product, 1, "9.00")])
    return any_database


def send(shop: Database, actor: Actor, kind: str, *, paid: bool = True) -> Posted:
    data = {"key": kind, "type": kind, "day": "2026-11-20", "lines": LINES, **DOCUMENTS[kind]}
    with shop.transaction(actor) as session:
        return post_document(session, {**data, "payments": PAID} if paid else data)


@pytest.mark.parametrize("kind", ["sales_delivery", "goods_receipt"])
def test_who_counts_the_goods_does_not_handle_the_money(trading: Database, kind: str) -> None:
    keeper = actor_with("keeper")
    with pytest.raises(Forbidden, match="去掉收付款") as refused:
        send(trading, keeper, kind)
    assert (refused.value.field, refused.value.lendable) == ("payments", f"{PAID_AS[kind]}.post")
    assert send(trading, keeper, kind, paid=False).number
    with trading.transaction(keeper) as session:
        lend(session, refused.value.lendable, actor_with("manager"))
        data = {"key": "lent", "type": kind, "day": "2026-11-20", "lines": LINES, "payments": PAID}
        assert post_document(session, {**data, **DOCUMENTS[kind]}).number


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("role", ["manager", "accountant"])
def test_who_may_handle_money_does(trading: Database, kind: str, role: str) -> None:
    assert send(trading, actor_with(role), kind).number


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_rule_on_money_holds_back_the_goods_it_is_paid_with(
    trading: Database, owner: Actor, kind: str
) -> None:
    with trading.transaction(owner) as session:
        rule = RuleDraft(PAID_AS[kind], "total_over", value=fen("9.99"), role="owner")
        save_rule(session, rule)
    held = send(trading, owner, kind)
    assert held.pending
    with trading.transaction(owner) as session:
        assert approve_paper(session, held.document_id).number


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_rule_on_more_money_lets_it_pass(trading: Database, owner: Actor, kind: str) -> None:
    with trading.transaction(owner) as session:
        save_rule(session, RuleDraft(PAID_AS[kind], "total_over", value=fen(10), role="owner"))
    assert send(trading, owner, kind).number
