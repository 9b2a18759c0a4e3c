"""A bank's statement through the import pane: the money account is asked, and the way on leads to matching."""

from jxc_desktop.cash.bank.queries import bench
from jxc_desktop.imports.ui.stages import Stage
from tests.deskwork import settle
from tests.imports.ui.conftest import Hands, K, M

WECHAT = 3


def test_a_statement_goes_into_the_account_it_was_opened_for(
    qtbot, hands: Hands, tmp_path, database, owner
) -> None:
    pane, page = hands.pane, hands.pane.face.file_page
    pane.show_subject("products")
    hands.settle()
    assert not page.account_box.isVisible()
    pane.show_subject(("bank_statement", "wechat"))
    qtbot.waitUntil(lambda: page.account_box.count() > 0)
    settle(qtbot, pane)
    assert [page.account_box.itemData(n) for n in range(3)] == ["bank", "wechat", "alipay"]
    assert (page.account_box.isVisible(), page.account) == (True, "wechat")
    file = tmp_path / "bill.csv"
    file.write_text("交易时间,收/支,金额(元),商品\n2026-11-20 08:00:00,收入,¥12.00,茶\n", "utf-8")
    hands.check(file)
    assert pane.stage is Stage.CHECK
    hands.press(K.Key_F12)
    hands.press(K.Key_F12)
    qtbot.waitUntil(lambda: pane.stage is Stage.REPORT)
    with database.reading(owner) as session:
        assert [line.amount for line in bench(session, WECHAT).lines] == [1200]
    hands.press(K.Key_G, M.ControlModifier)
    assert pane.context.more["opened"] == [("bank_match", None)]
