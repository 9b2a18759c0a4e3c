"""Receipts and deliveries from lists: rows of one number are one document, all documents or none."""

import pytest

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.running import import_table, open_table
from jxc_desktop.imports.traded import (
    goods_receipts,
    purchase_orders,
    quotations,
    sales_deliveries,
    sales_orders,
)
from tests.intake.conftest import stock_up

DOCUMENTS = Statement(
    "SELECT d.number, d.total, count(*) FROM goods_receipt d "
    "JOIN goods_receipt_line l ON l.document_id = d.id GROUP BY d.number, d.total ORDER BY d.number"
)
ORDERED = Statement(
    "SELECT d.number, d.total, s.on_order FROM purchase_order d JOIN purchase_order_line l "
    "ON l.document_id = d.id JOIN stock_promise s ON s.product_id = l.product_id "
    "WHERE d.due_day = :due ORDER BY d.number"
)
LEVEL = Statement(
    "SELECT s.quantity FROM stock_level s JOIN product p ON p.id = s.product_id WHERE p.code = :code"
)
DELIVERED = Statement("SELECT count(*) FROM sales_delivery")
HEAD = "单号,日期,供应商编号,商品编号,商品名称,单位,数量,单价,折扣\n"
RECEIPTS = HEAD + (
    "X-1,2026-03-02,S01,A,,,10,12.00,\n"
    "X-2,2026-03-03,S01,COLA,,箱,2,48.00,0.9\n"
    "X-1,2026-03-02,S01,,可乐,,5,2.00,\n"
    "X-3,2026-03-04,S01,COLA,,,1箱3瓶,2,\n"
)


@pytest.fixture
def shop(any_database, owner):
    return stock_up(any_database, owner)


@pytest.fixture
def bring(shop, owner, tmp_path):
    def do(source, text, **how):
        file = tmp_path / "list.csv"
        file.write_text(text, "utf-8")
        table = open_table(file, source)
        with shop.transaction(owner) as session:
            return import_table(session, source, table, **how)

    return do


@pytest.fixture
def ask(shop, owner):
    def do(statement, **values):
        with shop.reading(owner) as session:
            return [
                tuple(int(v) if i else v for i, v in enumerate(row))
                for row in statement.all(session, **values)
            ]

    return do


def test_rows_of_one_number_are_one_document(bring, ask):
    done = bring(goods_receipts(), RECEIPTS)
    assert (done.read, done.written, done.problems) == (4, 4, ())
    assert ask(DOCUMENTS) == [
        ("CGRK202603020001", 130_00, 2),
        ("CGRK202603030001", 86_40, 1),
        ("CGRK202603040001", 54_00, 1),
    ]
    assert ask(LEVEL, code="COLA") == [((5 + 48 + 27) * 1_0000,)]


def test_the_same_list_again_posts_nothing_twice(bring, ask):
    bring(goods_receipts(), RECEIPTS)
    again = bring(goods_receipts(), RECEIPTS + "X-4,2026-03-05,S01,A,,,1,3,\n")
    assert (again.written, again.skipped, again.problems) == (1, 4, ())
    assert len(ask(DOCUMENTS)) == 4


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("X-9,2026-03-02,S99,A,,,10,12,", "供应商编号"),
        ("X-9,2026-03-02,,A,,,10,12,", "供应商编号"),
        (",2026-03-02,S01,A,,,10,12,", "单号"),
        ("X-9,2026-03-02,S01,NO,,,10,12,", "商品编号"),
        ("X-9,2026-03-02,S01,A,,箱,10,12,", "单位"),
        ("X-9,2026-03-02,S01,A,,,0,12,", "数量"),
        ("X-9,2026-03-02,S01,A,,,0.5,12,", "数量"),
        ("X-9,2026-03-02,S01,A,,,,12,", "数量"),
        ("X-9,2026-03-02,S01,A,,,3捆,12,", "数量"),
        ("X-9,2026-03-02,S01,A,,,6901424333948,12,", "数量"),
        ("X-1,2026-03-09,S01,A,,,1,12,", "日期"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_posted(bring, ask, row, column):
    done = bring(goods_receipts(), f"{RECEIPTS}{row}\n")
    assert (done.written, [(p.row, p.column) for p in done.problems]) == (0, [(6, column)])
    assert ask(DOCUMENTS) == []


def test_what_the_shop_refuses_names_the_document_and_undoes_the_others(bring, ask, shop, owner):
    bring(goods_receipts(), RECEIPTS)
    rows = "D-1,2026-03-05,C01,A,4,20\nD-2,2026-03-06,C01,A,7,20\n"
    with pytest.raises(Refused, match="D-2"):
        bring(sales_deliveries(), "单号,日期,客户编号,商品编号,数量,单价\n" + rows)
    assert ask(DELIVERED) == [(0,)]
    assert ask(LEVEL, code="A") == [(10_0000,)]


def test_purchase_orders_are_approved_and_on_their_way(bring, ask):
    orders = (
        "单号,日期,供应商编号,交货日期,商品编号,数量,单价\n"
        "P-1,2026-03-02,S01,2026-03-20,A,10,12.00\n"
    )
    assert bring(purchase_orders(), orders).problems == ()
    assert ask(ORDERED, due="2026-03-20") == [("CGDD202603020001", 12000, 100000)]
    again = bring(purchase_orders(), orders)
    assert (again.written, ask(ORDERED, due="2026-03-20")[0][2]) == (0, 100000)


PROMISED = Statement(
    "SELECT o.number, o.total, s.allocated FROM sales_order o JOIN sales_order_line l "
    "ON l.document_id = o.id JOIN stock_promise s ON s.product_id = l.product_id "
    "WHERE o.due_day = :due AND o.salesperson = '小王' ORDER BY l.line_no"
)
OFFERED = Statement(
    "SELECT number, total, count(*) FROM quotation WHERE due_day = :due GROUP BY 1, 2"
)
SOLD_HEAD = "单号,日期,客户编号,交货日期,业务员,整单优惠,商品编号,单位,数量,单价,折扣\n"


def test_sales_orders_are_approved_and_reserve_the_goods(bring, ask):
    orders = SOLD_HEAD + (
        "X-1,2026-03-02,C01,2026-03-20,小王,2.00,A,,10,20.00,0.95\n"
        "X-1,2026-03-02,C01,2026-03-20,小王,,COLA,箱,2,48.00,\n"
    )  # fmt: skip
    assert bring(sales_orders(), orders).problems == ()
    number, total = "XSDD202603020001", 190_00 + 96_00 - 2_00
    assert ask(PROMISED, due="2026-03-20") == [(number, total, 10_0000), (number, total, 48_0000)]
    again = bring(sales_orders(), orders)
    assert (again.written, again.skipped) == (0, 2)
    assert ask(PROMISED, due="2026-03-20")[0][2] == 10_0000


def test_quotations_promise_nothing(bring, ask):
    offers = SOLD_HEAD.replace("交货日期", "报价有效期") + (
        "B-1,2026-03-02,C01,2026-03-31,小王,,A,,10,20.00,\n"
    )
    assert bring(quotations(), offers).problems == ()
    assert ask(OFFERED, due="2026-03-31") == [("XSBJ202603020001", 200_00, 1)]
    assert ask(PROMISED, due="2026-03-31") == []


def test_an_order_of_somebody_unknown_is_named(bring, ask):
    done = bring(sales_orders(), SOLD_HEAD + "X-1,2026-03-02,C99,,,,A,,1,20,\n")
    assert [(p.row, p.column) for p in done.problems] == [(2, "客户编号")]
    assert done.written == 0
