"""换货 by keys: the receipt, what comes back, then the other goods, one payment."""

from PySide6.QtCore import Qt
from sqlalchemy import text

from jxc_desktop.pos.ticket_text import text_of_ticket, ticket_of
from jxc_desktop.printing.layout import TextLine, lay_out
from tests.conftest import actor_with
from tests.pos.conftest import CASE, MILK, WATER

Key = Qt.Key


def one(database, sql):
    with database.reading() as session:
        return session.execute(text(sql)).scalar_one()


def words(slip):
    return "\n".join(part.text for part in lay_out(slip, 32) if isinstance(part, TextLine))


def bring_back(till, place):
    """Scan the first receipt, take its line at `place` back whole and go on selling."""
    till.scan("LS01202611200001")
    sheet = till.pane.returning.sheet
    till.until(lambda: sheet.isVisible() and sheet.view is not None)
    for _ in range(place):
        till.key(Key.Key_Down)
    till.key(Key.Key_Return)
    till.key(Key.Key_F8)
    till.until(lambda: till.ticket.swap is not None)


def test_dearer_goods_cost_the_difference(till, counter):
    till.ring_up(CASE, MILK, lines=2)
    till.settle("100")
    bring_back(till, 0)  # a case of water at 24.00
    assert "扫要换走的商品" in till.message
    till.ring_up(MILK, lines=1)
    assert till.ticket.due == 5500 - 2400
    assert ticket_of(text_of_ticket(till.ticket)) == till.ticket
    assert till.pane.face.totals.big.amount == "31.00"
    till.settle("50")
    database, _ = counter
    assert one(database, "SELECT total FROM pos_sale WHERE original_id IS NOT NULL") == 3100
    assert one(database, "SELECT change_given FROM pos_sale WHERE id = 2") == 1900
    assert till.printed[1][2] == "LS01202611200002"
    for word in ("换货单", "LS01202611200001", "退回", "-24.00", "31.00"):
        assert word in words(till.printed[1][0])
    assert till.ticket.swap is None


def test_cheaper_goods_give_money_back_by_the_way_that_is_chosen(till, counter):
    till.ring_up(MILK, lines=1)
    till.settle("100")
    bring_back(till, 0)
    till.ring_up(WATER, lines=1)
    assert till.pane.face.totals.big.word == "应退"
    till.enter("=100")
    till.until(lambda: "退钱给客人" in till.message)
    till.key(Key.Key_F12)
    till.type("5")
    assert "不用收钱" in till.pane.paying.sheet.problem.text()
    till.key(Key.Key_Backspace)
    till.key(Key.Key_F2)
    assert till.pane.paying.sheet.change.amount == "53.00"
    till.key(Key.Key_Return)
    till.until(lambda: len(till.printed) == 2)
    database, _ = counter
    assert one(database, "SELECT amount FROM pos_sale_tender WHERE document_id = 2") == -5300
    assert one(database, "SELECT method FROM pos_sale_tender WHERE document_id = 2") == "wechat"
    assert till.pane.face.totals.big.word == "退给客人"


def test_what_comes_back_alone_cannot_be_paid_and_esc_drops_it(till):
    till.ring_up(MILK, lines=1)
    till.settle("100")
    bring_back(till, 0)
    till.key(Key.Key_F12)
    assert "还没有扫要换走的商品" in till.message
    till.key(Key.Key_Escape)
    assert till.ticket.swap is None
    bring_back(till, 0)
    till.ring_up(WATER, lines=1)
    till.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    till.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert till.ticket.swap is None


def test_who_may_not_take_back_exchanges_with_somebody_s_leave(open_till, counter):
    asked = []

    def authorize(right, _what, then):
        asked.append(right)
        then(actor_with("owner"))

    till = open_till("cashier", authorize=authorize)
    till.ring_up(MILK, lines=1)
    till.settle("100")
    bring_back(till, 0)
    till.ring_up(MILK, lines=1)
    till.settle()
    database, _ = counter
    assert asked == ["pos_return.post"]
    assert one(database, "SELECT total FROM pos_sale WHERE original_id IS NOT NULL") == 0
    lent = "SELECT count(*) FROM audit WHERE action = 'right.lend' AND object = 'pos_return.post'"
    assert one(database, lent) == 1
