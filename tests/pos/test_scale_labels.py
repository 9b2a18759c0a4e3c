"""Labels of scales at the till: weighed goods come with their weight, and cost what the label says."""

import pytest
from PySide6.QtCore import Qt
from stdnum import ean

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.settings import change_setting
from tests.pos.conftest import APPLES, WATER
from tests.pos.till_hand import CTRL

Key = Qt.Key

PLU = Statement("UPDATE product SET plu = 7 WHERE code = 'APPLE'", changes="product")


def label(body: str) -> str:
    return body + ean.calc_check_digit(body)


AMOUNT, WEIGHT = label("210000701000"), label("220000700500")
"""Ten yuan of apples at 9.96 the kilogram; half a kilogram of them."""


@pytest.fixture
def till(open_till, counter, owner):
    database, _shift = counter
    with database.transaction(owner) as session:
        PLU.run(session)
    return open_till()


def test_an_amount_is_sold_to_the_fen_and_each_label_is_a_line(till):
    till.scan(AMOUNT)
    till.until(lambda: till.ticket.lines)
    till.scan(WATER)
    till.until(lambda: len(till.ticket.lines) == 2)
    till.scan(AMOUNT)
    till.until(lambda: len(till.ticket.lines) == 3)
    first, _water, last = till.ticket.lines
    assert (first.product.code, first.quantity, first.amount) == (APPLES, 10_040, 1000)
    assert (last.quantity, last.amount, till.ticket.due) == (10_040, 1000, 2200)


def test_a_weight_is_the_quantity(till):
    till.scan(WEIGHT)
    till.until(lambda: till.ticket.lines)
    [line] = till.ticket.lines
    assert (line.quantity, line.price, line.amount) == (5_000, 9_960_000, 498)


def test_a_quantity_ahead_of_a_label_is_refused(till):
    till.type("2*")
    till.scan(WEIGHT)
    till.until(lambda: "秤标签上已有重量" in till.message)
    assert not till.ticket.lines


def test_a_misread_label_and_unknown_goods_are_told(till):
    wrong = AMOUNT[:-1] + str((int(AMOUNT[-1]) + 1) % 10)
    till.scan(wrong)
    till.until(lambda: "校验位不对" in till.message)
    till.scan(label("210009901000"))
    till.until(lambda: "没有秤码是 99 的商品" in till.message)
    assert not till.ticket.lines


def test_a_label_of_eighteen_digits_is_no_payment_code(till):
    till.scan("200000701000010003")
    till.until(lambda: till.ticket.lines)
    [line] = till.ticket.lines
    assert (line.quantity, line.amount) == (10_000, 1000)


def test_the_amount_of_a_label_is_in_the_books(till, counter, owner):
    database, _shift = counter
    with database.transaction(owner) as session:
        change_setting(session, "allow_negative_stock", True)
    till.scan(AMOUNT)
    till.until(lambda: till.ticket.lines)
    till.enter("=20")
    till.until(lambda: till.printed)
    with database.reading(owner) as session:
        sold = Statement("SELECT quantity, gross FROM pos_sale_line").all(session)
    assert sold == [(10_040, 1000)]


def test_what_lies_on_the_scale_is_the_quantity_of_the_line(open_till, counter, owner):
    lying = [7_526]

    def weight() -> int:
        if lying[0] < 0:
            raise Refused("秤还没稳。放稳了再按")
        return lying[0]

    till = open_till(weight=weight)
    till.key(Key.Key_G, CTRL)
    till.until(lambda: till.message == "小票上还没有商品。先扫商品")
    till.ring_up(APPLES, lines=1)
    till.key(Key.Key_G, CTRL)
    till.until(lambda: till.ticket.lines[0].quantity == 7_530)
    lying[0] = -1
    till.key(Key.Key_G, CTRL)
    till.until(lambda: till.message == "秤还没稳。放稳了再按")
    assert till.ticket.lines[0].quantity == 7_530
    lying[0] = 1_000
    till.ring_up(WATER, lines=2)
    till.key(Key.Key_G, CTRL)
    till.until(lambda: till.message == "清溪天然水 不按重量卖")
    assert till.ticket.due == 750 + 200


def test_without_a_scale_the_key_says_so(till):
    till.key(Key.Key_G, CTRL)
    till.until(lambda: till.message == "这台电脑没有接电子秤")
