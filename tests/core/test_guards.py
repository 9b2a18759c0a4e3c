"""What was posted never changes, whoever asks the database."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from tests.shopkeeping import a_product, a_supplier

RECEIPT = """INSERT INTO goods_receipt (partner_id, partner_name, warehouse_id, invoice, price_includes_tax,
  estimated, order_discount, number, day, state, total, remark, reason, created_by, created_at, buyer)
  VALUES (1, 's', 1, 'none', 1, 0, 0, :number, '2026-11-01', :state, 100, '', '', 1, 0, '')"""
LINE = """INSERT INTO goods_receipt_line (document_id, line_no, product_id, unit, quantity, base_quantity, price,
  discount, tax_rate, reduction, net, tax, gross, is_gift, estimate)
  VALUES (:id, 1, 1, '', 1, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0)"""
LEG = """INSERT INTO leg (entry_id, leg_no, account, day, debit, credit, summary)
  VALUES (1, :no, '1002', '2026-11-01', :debit, :credit, '')"""
ENTRY = """INSERT INTO entry (id, day, kind, source, summary, closing, posted_at, posted_by)
  VALUES (1, '2026-11-01', 'x', 'X1', '', 0, 0, 1)"""


@pytest.fixture
def run(any_database: Database, owner: Actor) -> Callable[..., None]:
    """Runs statements in one transaction of their own, as an attacker with SQL would."""

    def go(*statements: tuple[str, dict[str, object]] | str) -> None:
        with any_database.transaction(owner) as session:
            for statement in statements:
                sql, values = (statement, {}) if isinstance(statement, str) else statement
                session.execute(text(sql), values)

    with any_database.transaction(owner) as session:
        a_supplier(session, "S")
        a_product(session)
    return go


def a_receipt(state: str, number: str | None) -> tuple[str, dict[str, object]]:
    return RECEIPT, {"state": state, "number": number}


def test_a_posted_document_changes_nothing_but_to_reversed(run: Callable[..., None]) -> None:
    run(a_receipt("posted", "CGRK1"))
    for change in (
        "total = 1",
        "day = '2026-11-02'",
        "state = 'draft'",
        "remark = 'x', state = 'reversed'",
    ):
        with pytest.raises(DatabaseError, match="guard"):
            run(f"UPDATE goods_receipt SET {change}")
    run("UPDATE goods_receipt SET state = 'reversed'")
    with pytest.raises(DatabaseError, match="guard"):
        run("UPDATE goods_receipt SET state = 'posted'")


def test_a_numbered_document_cannot_be_deleted_but_a_draft_can(run: Callable[..., None]) -> None:
    run(a_receipt("posted", "CGRK1"), a_receipt("draft", None))
    with pytest.raises(DatabaseError, match="guard"):
        run("DELETE FROM goods_receipt WHERE number = 'CGRK1'")
    run("DELETE FROM goods_receipt WHERE number IS NULL")


def test_lines_freeze_with_their_document(run: Callable[..., None]) -> None:
    run(a_receipt("draft", None), (LINE, {"id": 1}), "UPDATE goods_receipt_line SET net = 2")
    run("UPDATE goods_receipt SET state = 'posted', number = 'CGRK1'")
    for change in ("UPDATE goods_receipt_line SET net = 3", "DELETE FROM goods_receipt_line"):
        with pytest.raises(DatabaseError, match="guard"):
            run(change)
    with pytest.raises(DatabaseError, match="guard"):
        run((LINE.replace(":id, 1", ":id, 2"), {"id": 1}))


def legs(*sides: tuple[int, int]) -> list[tuple[str, dict[str, object]]]:
    return [(LEG, {"no": no, "debit": d, "credit": c}) for no, (d, c) in enumerate(sides, 1)]


def test_an_entry_that_does_not_balance_is_refused(run: Callable[..., None]) -> None:
    with pytest.raises(DatabaseError, match="balance"):
        run(*legs((100, 0), (0, 99)), ENTRY)
    with pytest.raises(DatabaseError, match="balance"):
        run(*legs((100, 0)), ENTRY)
    run(*legs((100, 0), (0, 100)), ENTRY)


def test_a_written_entry_takes_no_more_legs_and_loses_none(run: Callable[..., None]) -> None:
    run(*legs((100, 0), (0, 100)), ENTRY)
    for change in ("UPDATE leg SET debit = 5", "DELETE FROM leg", "DELETE FROM entry"):
        with pytest.raises(DatabaseError, match="guard"):
            run(change)
    with pytest.raises(DatabaseError, match="guard"):
        run((LEG, {"no": 3, "debit": 1, "credit": 0}))


def test_legs_without_their_entry_do_not_survive_commit(run: Callable[..., None]) -> None:
    with pytest.raises(DatabaseError):
        run(*legs((100, 0), (0, 100)))


def test_the_audit_trail_cannot_be_edited(run: Callable[..., None], any_database: Database) -> None:
    with pytest.raises(DatabaseError, match="guard"):
        run("UPDATE audit SET action = 'nothing'")


def read(session: Session, sql: str) -> object:
    return session.execute(text(sql)).scalar_one()


def test_the_search_index_follows_the_goods(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    database = new_shop()
    with database.transaction(owner) as session:
        session.execute(
            text(
                "INSERT INTO product (code, name, spec, brand, origin, unit, places, weighed, track_stock, tracking, "
                "remark, disabled, is_style, pinyin, search_text) "
                "VALUES ('A', 'a', '', '', '', 'x', 0, 0, 1, '', '', 0, 0, '', '红烧 烧牛')"
            )
        )
        found = "SELECT count(*) FROM product_search WHERE product_search MATCH '\"红烧\"'"
        assert read(session, found) == 1
        session.execute(text("UPDATE product SET search_text = '牛奶'"))
        assert read(session, found) == 0
