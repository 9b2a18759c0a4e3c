"""How documents as data are read: defaults, codes, keys, and every refusal with its place and nothing written."""

import copy

import pytest

from jxc_desktop.core.errors import Forbidden, KeyReused, NotFound, Refused, UserError
from jxc_desktop.core.sql import Statement
from tests.conftest import actor_with

COLA, COLA_BOX = "6901424333948", "6901424333955"
LINES = Statement(
    "SELECT l.unit, l.quantity, l.base_quantity, l.price, l.tax_rate FROM goods_receipt_line l "
    "JOIN goods_receipt d ON d.id = l.document_id WHERE d.number = :number ORDER BY l.line_no"
)


def changed(document, place, value):
    """`document` with the value at `place` (("lines", 0, "price")) replaced; `...` removes it."""
    new = copy.deepcopy(document)
    *path, last = place
    target = new
    for step in path:
        target = target[step]
    if value is ...:
        del target[last]
    else:
        target[last] = value
    return new


WRONG = [
    (("type",), ..., "type"),
    (("type",), "goods_reciept", "type"),
    (("type",), 7, "type"),
    (("key",), ..., "key"),
    (("key",), "  ", "key"),
    (("key",), "k\x00", "key"),
    (("partner",), ..., "partner"),
    (("partner",), "S99", "partner"),
    (("partner",), "C01", "partner"),
    (("warehouse",), "NOWHERE", "warehouse"),
    (("day",), "2026-02-30", "day"),
    (("day",), "20260302", "day"),
    (("day",), "2025-12-31", "day"),
    (("day",), "2027-03-02", "day"),
    (("invoice",), "maybe", "invoice"),
    (("price_includes_tax",), "true", "price_includes_tax"),
    (("order_discount",), "-1", "order_discount"),
    (("order_discount",), "99999", "order_discount"),
    (("order_discount",), "1.005", "order_discount"),
    (("remark",), "\ud800", "remark"),
    (("remark",), "x" * 2001, "remark"),
    (("colour",), "red", "colour"),
    (("lines",), ..., "lines"),
    (("lines",), [], "lines"),
    (("lines",), {}, "lines"),
    (("lines",), ["A"], "lines[0]"),
    (("lines", 0, "product"), ..., "lines[0].product"),
    (("lines", 0, "product"), "没有的", "lines[0].product"),
    (("lines", 0, "quantity"), ..., "lines[0].quantity"),
    (("lines", 0, "quantity"), 500, "lines[0].quantity"),
    (("lines", 0, "quantity"), 1.5, "lines[0].quantity"),
    (("lines", 0, "quantity"), True, "lines[0].quantity"),
    (("lines", 0, "quantity"), "0", "lines[0].quantity"),
    (("lines", 0, "quantity"), "-3", "lines[0].quantity"),
    (("lines", 0, "quantity"), "0.5", "lines[0].quantity"),
    (("lines", 0, "quantity"), "1e3", "lines[0].quantity"),
    (("lines", 0, "quantity"), "NaN", "lines[0].quantity"),
    (("lines", 0, "quantity"), "6901424333948", "lines[0].quantity"),
    (("lines", 0, "quantity"), "69014243339", "lines[0].quantity"),
    (("lines", 0, "price"), 12.0, "lines[0].price"),
    (("lines", 0, "price"), "1.2345678", "lines[0].price"),
    (("lines", 0, "price"), "-1", "lines[0].price"),
    (("lines", 0, "price"), "0", "lines[0].price"),
    (("lines", 0, "price"), ..., "lines[0].price"),
    (("lines", 0, "discount"), "15", "lines[0].discount"),
    (("lines", 0, "discount"), "0.12345", "lines[0].discount"),
    (("lines", 0, "tax_rate"), "0.12", "lines[0].tax_rate"),
    (("lines", 0, "tax_rate"), "13", "lines[0].tax_rate"),
    (("lines", 0, "unit"), "托", "lines[0].unit"),
    (("lines", 0, "is_gift"), 1, "lines[0].is_gift"),
    (("lines", 0, "quantitiy"), "1", "lines[0].quantitiy"),
    (("payments",), [{"account": "bank"}], "payments[0].amount"),
    (("payments",), [{"account": "gold", "amount": "1.00"}], "payments[0].account"),
    (("payments",), [{"account": "bank", "amount": "0"}], "payments[0].amount"),
    (("payments",), [{"account": "bank", "amount": "6000.01"}], "payments"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "field"), WRONG)
def test_a_wrong_receipt_is_refused_at_its_place_and_leaves_nothing(
    desk, receipt, place, value, field
):
    before = desk.rows()
    with pytest.raises(UserError) as refusal:
        desk.post(changed(receipt, place, value))
    assert refusal.value.field == field
    assert "\n" not in refusal.value.message
    assert desk.rows() == before
    assert desk.post(receipt).number == "CGRK202603020001"


def test_the_shop_fills_in_what_is_not_said(desk):
    lines = [
        {"product": COLA_BOX, "quantity": "2", "price": "48"},
        {"product": "COLA", "quantity": "1", "unit": "箱", "price": "48.00"},
        {"product": COLA, "quantity": "3", "price": "2"},
    ]
    posted = desk.post({"key": "k", "type": "goods_receipt", "partner": "S01", "lines": lines})
    assert posted.number == "CGRK202611200001"
    assert desk.ask(LINES, number=posted.number) == [
        ("箱", 2_0000, 48_0000, 48_000_000, 100),
        ("箱", 1_0000, 24_0000, 48_000_000, 100),
        ("瓶", 3_0000, 3_0000, 2_000_000, 100),
    ]


def test_null_means_not_given(desk, receipt):
    posted = desk.post({**receipt, "warehouse": None, "invoice": None, "payments": None})
    assert posted.total == 6000_00


def test_a_upc_is_found_with_or_without_its_zero(desk, receipt):
    with desk.database.transaction(desk.actor) as session:
        session.connection().exec_driver_sql(
            "INSERT INTO barcode (code, product_id, unit) "
            "SELECT '0036000291452', id, '' FROM product WHERE code = 'TEA'"
        )
    desk.post(changed(receipt, ("lines", 0, "product"), "036000291452"))
    assert desk.pool("TEA") == (500_0000, 6000_00)


def test_the_same_again_is_answered_and_not_posted(desk, receipt):
    first = desk.post(receipt)
    before = desk.rows()
    again = desk.post(copy.deepcopy(receipt))
    assert (again.number, again.total, again.repeated) == (first.number, first.total, True)
    assert desk.rows() == before


def test_a_repeat_is_answered_even_when_the_firm_is_gone(desk, receipt):
    first = desk.post(receipt)
    with desk.database.transaction(desk.actor) as session:
        session.connection().exec_driver_sql(
            "UPDATE partner SET supplier_code = 'S77' WHERE supplier_code = 'S01'"
        )
    assert desk.post(receipt).number == first.number


def test_the_same_key_with_other_content_is_an_error(desk, receipt):
    desk.post(receipt)
    before = desk.rows()
    with pytest.raises(KeyReused) as refusal:
        desk.post(changed(receipt, ("lines", 0, "quantity"), "501"))
    assert refusal.value.field == "key"
    assert desk.rows() == before


def test_a_refused_document_does_not_use_its_key_up(desk, receipt):
    with pytest.raises(UserError):
        desk.post(changed(receipt, ("lines", 0, "quantity"), "0"))
    assert not desk.post(receipt).repeated


def test_selling_more_than_there_is_is_refused_and_leaves_nothing(desk):
    before = desk.rows()
    with pytest.raises(Refused) as refusal:
        desk.post(
            {
                "key": "d", "type": "sales_delivery", "day": "2026-03-05", "partner": "C01",
                "lines": [{"product": "A", "quantity": "1", "price": "5"}],
            }
        )  # fmt: skip
    assert refusal.value.field == "lines"
    assert desk.rows() == before


def test_a_document_can_be_taken_back_once(desk, receipt):
    number = desk.post(receipt).number
    wanted = {"type": "reversal", "number": number, "reason": "写错了", "day": "2026-03-02"}
    red = desk.post(wanted)
    assert red.total == -6000_00
    assert desk.post(wanted).repeated
    assert desk.post({**wanted, "reason": "换个说法"}).number == red.number
    with pytest.raises(Refused):
        desk.post({**wanted, "key": "other"})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": "CGRK209901010001"}, "number"),
        ({"number": ""}, "number"),
        ({"reason": ""}, "reason"),
        ({"day": "2026-03-01"}, "day"),
        ({"lines": []}, "lines"),
    ],
)
def test_a_wrong_reversal_is_refused_at_its_place(desk, receipt, wrong, field):
    number = desk.post(receipt).number
    before = desk.rows()
    with pytest.raises(UserError) as refusal:
        desk.post({"key": "x", "type": "reversal", "number": number, "reason": "错", **wrong})
    assert refusal.value.field == field
    assert desk.rows() == before


TICKET = {
    "key": "t-1", "type": "pos_sale", "day": "2026-03-08",
    "lines": [{"product": "A", "quantity": "2"}],
    "payments": [{"method": "wechat", "amount": "45.20"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        (("payments",), ..., "payments"),
        (("payments", 0, "amount"), "45.19", "payments"),
        (("payments", 0, "amount"), "45.21", "payments"),
        (("payments", 0, "method"), "gold", "payments[0].method"),
        (("price_includes_tax",), False, "price_includes_tax"),
        (("warehouse",), "X", "warehouse"),
        (("till",), "01", "till"),
        (("rounding_off",), "-1", "order_discount"),
        (("partner",), "C01", "partner"),
        (("payments", 0, "account"), "cash", "payments[0].account"),
    ],
)
def test_a_wrong_ticket_is_refused_at_its_place(desk, place, value, field):
    before = desk.rows()
    with pytest.raises(UserError) as refusal:
        desk.post(changed(TICKET, place, value))
    assert refusal.value.field == field
    assert desk.rows() == before


@pytest.mark.parametrize(
    ("line", "extra", "field"),
    [
        ({"product": "A", "quantity": "3"}, {}, "lines[0].quantity"),
        ({"product": "COLA", "quantity": "1"}, {}, "lines[0].product"),
        ({"from_line": 2, "quantity": "1"}, {}, "lines[0].from_line"),
        ({"from_line": "1", "quantity": "1"}, {}, "lines[0].from_line"),
        ({"quantity": "1"}, {}, "lines[0].from_line"),
        ({"product": "A", "quantity": "1", "unit": "箱"}, {}, "lines[0].unit"),
        ({"product": "A", "quantity": "1"}, {"from": "LS404"}, "from"),
        (
            {"product": "A", "quantity": "1"},
            {"payments": [{"method": "cash", "amount": "1.00"}]},
            "payments[0].amount",
        ),
    ],
)
def test_a_wrong_return_is_refused_at_its_place(desk, line, extra, field):
    number = desk.post(TICKET).number
    before = desk.rows()
    back = {"key": "b", "type": "pos_return", "day": "2026-03-08", "from": number, "lines": [line]}
    with pytest.raises(UserError) as refusal:
        desk.post({**back, **extra})
    assert refusal.value.field == field
    assert desk.rows() == before


@pytest.mark.parametrize(
    ("kind", "line", "field"),
    [
        ("opening_stock", {"product": "A", "quantity": "1"}, "lines[0].amount"),
        ("opening_stock", {"product": "A", "quantity": "0.5", "amount": "1"}, "lines[0].quantity"),
        ("opening_stock", {"product": "A", "quantity": "-1", "amount": "1"}, "lines[0].quantity"),
        ("opening_ar", {"partner": "S01", "amount": "1"}, "lines[0].partner"),
        ("opening_ap", {"partner": "C01", "amount": "1"}, "lines[0].partner"),
        ("opening_ar", {"partner": "C01"}, "lines[0].amount"),
        ("opening_accounts", {"account": "9999", "debit": "1"}, "lines[0].account"),
        ("opening_accounts", {"account": "1405", "debit": "1"}, "lines[0].account"),
    ],
)
def test_a_wrong_opening_is_refused_at_its_place(desk, kind, line, field):
    before = desk.rows()
    with pytest.raises(UserError) as refusal:
        desk.post({"key": "o", "type": kind, "lines": [line]})
    assert refusal.value.field == field
    assert desk.rows() == before


def test_who_may_not_post_is_refused_before_anything_is_read(desk, receipt):
    desk.actor = actor_with("cashier")
    with pytest.raises(Forbidden):
        desk.post(changed(receipt, ("partner",), "S99"))


def test_a_misspelt_field_is_answered_with_the_right_one(desk, receipt):
    with pytest.raises(UserError, match="warehouse"):
        desk.post({**receipt, "warehose": "MAIN"})


def test_a_number_that_is_nothing_is_not_found(desk):
    with pytest.raises(NotFound):
        desk.post({"type": "reversal", "number": "X1", "reason": "错"})
