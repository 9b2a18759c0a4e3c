"""Who may not see purchase prices is told none of them: not by an answer, a refusal, a draft or a debt."""

from typing import Any

import pytest
from sqlalchemy import text

from jxc_desktop.cash.debts import firm_debt
from jxc_desktop.cli.posting import accepted, posted
from jxc_desktop.cli.shop import OpenShop
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.purchase.supplier_prices import SupplierPriceDraft, set_supplier_price
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.drafts import DraftBody, drafts_of, load_draft, save_draft
from tests.conftest import actor_with
from tests.shop.approvals.conftest import staff
from tests.shopkeeping import DAY, price

LINES = [{"product": "A", "quantity": "2"}]
RECEIPT: dict[str, Any] = {
    "key": "r", "type": "goods_receipt", "day": "2026-11-20", "partner": "S01", "lines": LINES,
}  # fmt: skip
PRICED = {"lines": [{"product": 1, "price": price(6)}]}


def agreed(shop: Database, owner: Actor) -> None:
    """Supplier S01 sells A at 6.00."""
    with shop.transaction(owner) as session:
        [supplier] = session.execute(
            text("SELECT id FROM partner WHERE supplier_code = 'S01'")
        ).one()
        set_supplier_price(session, SupplierPriceDraft(supplier, 1, price(6), DAY))


@pytest.mark.parametrize("kind", ["goods_receipt", "sales_delivery"])
def test_an_answer_tells_the_total_to_who_may_see_it(
    trading: Database, owner: Actor, kind: str
) -> None:
    agreed(trading, owner)
    partner = "S01" if kind == "goods_receipt" else "C01"
    told = []
    for actor in (actor_with("keeper"), owner):
        shop = OpenShop(trading, actor, None)
        data = {**RECEIPT, "key": actor.name, "type": kind, "partner": partner}
        told.append(accepted(shop, data, posted(shop, data))["total"])
    assert (told[0] is None) == (kind == "goods_receipt")
    assert told[1] is not None


def test_a_refusal_of_money_does_not_tell_what_was_due(trading: Database, owner: Actor) -> None:
    agreed(trading, owner)
    shop = OpenShop(trading, actor_with("keeper"), None)
    with pytest.raises(Forbidden) as refused:
        posted(shop, {**RECEIPT, "payments": [{"account": "cash", "amount": "9999.00"}]})
    assert "12" not in refused.value.message


def test_what_a_supplier_is_owed_tells_what_goods_cost(trading: Database, owner: Actor) -> None:
    with trading.reading(owner) as session:
        [supplier] = session.execute(
            text("SELECT id FROM partner WHERE supplier_code = 'S01'")
        ).one()
        [customer] = session.execute(
            text("SELECT id FROM partner WHERE customer_code = 'C01'")
        ).one()
        assert firm_debt(session, supplier).balance
    with trading.reading(actor_with("keeper")) as session:
        assert firm_debt(session, customer).balance
        with pytest.raises(Forbidden):
            firm_debt(session, supplier)
    with trading.reading(actor_with("buyer")) as session:
        assert firm_debt(session, supplier).balance


def test_a_draft_that_somebody_priced_is_not_for_who_may_not_see_prices(
    trading: Database, owner: Actor
) -> None:
    with trading.transaction(owner) as session:
        keeper = staff(session, "仓管", "keeper")
        priced = save_draft(session, DraftBody("goods_receipt", DAY, "S01", 1200, PRICED))
        bare = save_draft(session, DraftBody("goods_receipt", DAY, "S01", 0, {"lines": []}))
        sale = save_draft(session, DraftBody("sales_delivery", DAY, "C01", 1800, PRICED))
    with trading.transaction(keeper) as session:
        own = save_draft(session, DraftBody("goods_receipt", DAY, "S01", 1200, PRICED))
    with trading.reading(keeper) as session:
        assert {draft.total for draft in drafts_of(session, "goods_receipt")} == {None}
        assert [draft.total for draft in drafts_of(session, "sales_delivery")] == [1800]
        for kind, draft in (
            ("goods_receipt", bare),
            ("sales_delivery", sale),
            ("goods_receipt", own),
        ):
            assert "lines" in load_draft(session, kind, draft)
        with pytest.raises(Forbidden, match="owner"):
            load_draft(session, "goods_receipt", priced)
    with trading.reading(owner) as session:
        assert load_draft(session, "goods_receipt", own) == PRICED
        assert load_draft(session, "goods_receipt", priced) == PRICED
