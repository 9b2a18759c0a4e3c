"""Who owes what: one firm, and all of them read at once."""

from datetime import timedelta

import pytest

from jxc_desktop.cash.debts import debts_of_all, firm_debt
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import MoneyDraft, post_customer_receipt
from jxc_desktop.cash.settling import RECEIVABLE, open_items, open_items_of_many
from jxc_desktop.core.db import Database
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import DAY, a_customer, a_product, a_supplier, deliver, fen, line, receive

FIRMS = 6


@pytest.fixture
def indebted(any_database: Database, owner: Actor) -> Database:
    """Six customers bought twice a month ago, on ten days; the first has paid all, the second one document."""
    with any_database.transaction(owner) as session:
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 1000, 1)], day=DAY - timedelta(31))
        for number in range(FIRMS):
            firm = a_customer(session, f"D{number}", credit_days=10)
            for _again in range(2):
                deliver(session, firm, [line(product, 1, "10")], day=DAY - timedelta(30))
            if paid := {0: "20", 1: "10"}.get(number):
                draft = MoneyDraft(DAY, firm, (Payment(1, fen(paid)),))
                post_customer_receipt(session, draft, key=new_key())
    return any_database


def test_all_firms_together_are_each_firm_by_itself(indebted: Database, owner: Actor) -> None:
    with indebted.reading(owner) as session:
        everybody = debts_of_all(session, RECEIVABLE)
        for due in everybody.due:
            alone = firm_debt(session, due.partner_id)
            assert (due.overdue, due.since) == (alone.overdue, alone.debts[0].due)
            many = open_items_of_many(session, RECEIVABLE, [due.partner_id])
            assert many == {due.partner_id: open_items(session, RECEIVABLE, due.partner_id)}
    assert (everybody.firms, everybody.total, everybody.overdue) == (5, fen(90), fen(90))
    assert [due.overdue for due in everybody.due] == [fen(20)] * 4 + [fen(10)]


def test_more_firms_ask_no_more_questions(
    indebted: Database, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = Statement.all

    def counted(self: Statement, *args: object, **values: object) -> list[tuple[object, ...]]:
        asked.append(self)
        return real(self, *args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(Statement, "all", counted)
    with indebted.reading(owner) as session:
        debts_of_all(session, RECEIVABLE)
    assert len(asked) < FIRMS
