"""What was done in the stock room, told as data and posted again, makes the same books and shelves."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.shop.actor import Actor
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from tests.purchase.test_recorded import table, told
from tests.shopkeeping import a_product, a_supplier, balances, line, receive

KEPT = (
    "stock_transfer_line", "stock_loss", "stock_loss_line", "stock_gain", "stock_gain_line", "stock_count",
    "stock_count_line", "loss_resolution", "loss_resolution_line", "other_receipt_line", "other_issue_line",
    "cost_adjustment", "cost_adjustment_line", "recost", "recost_line",
    "assembly", "assembly_line", "disassembly", "disassembly_line", "cost_pool", "stock_level",
)  # fmt: skip


def stocked(session: Session) -> None:
    save_warehouse(session, WarehouseDraft("东库", "EAST"))
    goods = [a_product(session, code, tax_rate=1300) for code in "ABC"]
    a_product(session, "KIT")
    receive(session, a_supplier(session), [line(each, 20, "3.33") for each in goods])


def kept_house(session: Session) -> None:
    """Moved, counted, lost, found, decided, used, given, put together, taken apart, and some of it taken back."""

    def post(kind: str, *goods: tuple[str, str], word: str = "quantity", **more: Any) -> str:
        keys = session.info.setdefault("keys", [])
        keys.append(f"k{len(keys)}")
        lines = {"lines": [{"product": code, word: number} for code, number in goods]}
        data = {"key": keys[-1], "type": kind, **(lines if goods else {}), **more}
        return post_document(session, data).number

    post("stock_transfer", ("A", "5"), ("B", "2"), to_warehouse="EAST")
    wrong = post("stock_transfer", ("C", "5"), to_warehouse="EAST")
    post("reversal", number=wrong, reason="调错")
    count = post("stock_count", ("A", "14"), ("B", "20"), ("C", "20"), word="counted", blind=True)
    post("reversal", number=count, reason="数错")
    post("stock_count", ("A", "16"), ("B", "15"), word="counted", scope="all", rest="skip")
    stolen = post("stock_loss", ("C", "3"), reason="被盗", unresolved=True)
    parts = [{"account": "1221", "amount": "2.00", "employee": "小王"}]
    post("loss_resolution", **{"from": stolen}, lines=parts)
    found = post("stock_gain", ("B", "1"), reason="找回", warehouse="EAST")
    post("reversal", number=found, reason="不是")
    post("reversal", number="BS202611200003", reason="找到了")
    post("other_issue", ("A", "1"), account="5602")
    post("other_receipt", ("C", "4"), account="5301")
    post("cost_adjustment", ("A", "1.11"), ("B", "-0.50"), word="amount")
    wrong = post("cost_adjustment", ("C", "9.00"), word="unit_cost", account="5301")
    post("reversal", number=wrong, reason="写错")
    post(
        "assembly", ("A", "2"), ("B", "4"), product="KIT", quantity="2", fee="5.00", account="cash"
    )
    post(
        "disassembly",
        ("A", "1"),
        ("B", "2"),
        product="KIT",
        quantity="1",
        fee="1.00",
        partner="S01",
    )
    wrong = post("assembly", ("A", "1"), product="KIT", quantity="1")
    post("reversal", number=wrong, reason="装错")
    late = {"product": "A", "quantity": "5", "price": "9.00"}
    post("other_receipt", account="5301", day="2026-11-19", lines=[late])
    post("recost")


def test_the_stock_room_told_as_data_makes_the_same_books(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    with new_shop("general", dialect).transaction(owner) as session:
        stocked(session)
        kept_house(session)
        data, wanted = (
            [each for each in told(session) if each["type"] != "goods_receipt"],
            balances(session),
        )
        rows = {name: table(session, name) for name in KEPT}
    with new_shop("general", dialect).transaction(owner) as session:
        stocked(session)
        for each in data:
            post_document(session, each)
        assert balances(session) == wanted
        for name, before in rows.items():
            assert table(session, name) == before, name
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
