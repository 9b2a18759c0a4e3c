"""What was lost, found, counted, put together and taken apart, as reports tell it."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.features import REPORTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.shop.actor import Actor
from tests.reports.conftest import records
from tests.shopkeeping import a_product, a_supplier, fen, line, pieces, price, receive


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    """A count that found 2 of A too much and 3 of B missing, a theft taken back, and 1 of B broken."""
    with any_database.transaction(owner) as session:
        lines = [line(a_product(session, code), 10, "5.00") for code in "ABC"]
        receive(session, a_supplier(session), lines)

        def post(kind: str, **more: object) -> str:
            return post_document(
                session, {"key": f"{kind}{len(more)}{more}", "type": kind, **more}
            ).number

        counted = [("A", "12"), ("B", "7"), ("C", "10")]
        post("stock_count", lines=[{"product": c, "counted": n} for c, n in counted])
        stolen = post("stock_loss", reason="被盗", lines=[{"product": "A", "quantity": "1"}])
        post("reversal", number=stolen, reason="找到了")
        post("stock_loss", reason="破损", lines=[{"product": "B", "quantity": "1"}])
        yield session


def test_every_counted_line_stands_beside_the_books(session: Session) -> None:
    found = run_report(session, find_report(REPORTS, "count_differences"))
    assert [(x["product"], x["book"], x["counted"], x["difference"], x["worth"]) for x in records(found)] == [
        ("A", pieces(10), pieces(12), pieces(2), fen(10)),
        ("B", pieces(10), pieces(7), -pieces(3), -fen(15)),
        ("C", pieces(10), pieces(10), 0, 0),
    ]  # fmt: skip
    assert found.totals["worth"] == -fen(5)


def test_losses_and_gains_are_told_with_their_reasons(session: Session) -> None:
    found = run_report(session, find_report(REPORTS, "losses_and_gains"))
    rows = [
        (x["kind"], x["reason"], x["product"], x["quantity"], x["cost_amount"])
        for x in records(found)
    ]
    assert rows == [
        ("报损单", "盘亏", "B", -pieces(3), -fen(15)),
        ("报损单", "破损", "B", -pieces(1), -fen(5)),
        ("报溢单", "盘盈", "A", pieces(2), fen(10)),
    ]
    assert found.totals["cost_amount"] == -fen(10)


def test_what_was_put_together_is_told_with_its_cost(session: Session) -> None:
    a_product(session, "KIT")

    def post(key: str, kind: str, quantity: str, **more: object) -> str:
        parts = [{"product": code, "quantity": quantity} for code in "AC"]
        made = {"product": "KIT", "quantity": quantity, "lines": parts}
        return post_document(session, {"key": key, "type": kind, **made, **more}).number

    post("k1", "assembly", "3", fee="1.50", account="cash")
    post("k2", "disassembly", "1")
    wrong = post("k3", "assembly", "1")
    post_document(session, {"key": "k4", "type": "reversal", "number": wrong, "reason": "错"})
    found = run_report(session, find_report(REPORTS, "assembly_costs"))
    assert [
        (x["kind"], x["product"], x["quantity"], x["parts"], x["fee"], x["worth"], x["unit_cost"])
        for x in records(found)
    ] == [
        ("拆卸单", "KIT", -pieces(1), -fen("10.50"), 0, -fen("10.50"), price("10.50")),
        ("组装单", "KIT", pieces(3), fen(30), fen("1.50"), fen("31.50"), price("10.50")),
    ]
    assert found.totals["worth"] == fen(21)
