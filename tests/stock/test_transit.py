"""Goods on their way between warehouses: nobody's to sell, still the shop's, until they came or are lost."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import LOT, SERIAL
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.core.i18n import SOURCE_LANGUAGE, use_language
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.approvals import approve_paper
from jxc_desktop.intake.documents import post_document
from jxc_desktop.intake.reviews import review
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.queries import papers_for_me
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.losses import LossDraft, post_stock_loss, reverse_stock_loss
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.models import CostPool, StockLevel, Warehouse
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.queries import available_of, levels_of, places, stock_value, warehouses
from jxc_desktop.stock.reasons import reason_named
from jxc_desktop.stock.rebuild import rebuild_stock
from jxc_desktop.stock.trade import ListFilter
from jxc_desktop.stock.transfer_receipts import (
    ArrivalDraft,
    post_transfer_receipt,
    reverse_transfer_receipt,
)
from jxc_desktop.stock.transfer_views import (
    coming_transfers,
    stock_transfer_list,
    stock_transfer_view,
    transfer_receipt_list,
    transfer_receipt_view,
)
from jxc_desktop.stock.transfers import (
    TransferDraft,
    post_stock_transfer,
    reverse_stock_transfer,
)
from jxc_desktop.stock.warehouses import disable_warehouse
from tests.conftest import actor_with
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    pieces,
    receive,
)

WAYS = [("company", "average"), ("warehouse", "average"), ("warehouse", "fifo")]


@pytest.fixture(params=WAYS, ids=[" ".join(each) for each in WAYS])
def way(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, way: tuple[str, str], owner: Actor
) -> Iterator[Session]:
    """A shop that costs in either way on either database, with an east warehouse; sound at the end."""
    scope, costing = way
    with new_shop("small", dialect).transaction(owner) as session:
        put_setting(session, "cost_scope", scope)
        if costing == "fifo":
            put_setting(session, "costing", costing)
        session.add(Warehouse(code="EAST", name="东库"))
        session.flush()
        yield session
        assert sound(session) == []
        levels = level_rows(session)
        rebuild_stock(session)
        assert level_rows(session) == levels


def sound(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def level_rows(session: Session) -> set[tuple[int, ...]]:
    model = StockLevel
    query = select(model.product_id, model.warehouse_id, model.lot_id, model.quantity)
    return {tuple(row) for row in session.execute(query.where(model.quantity != 0))}


def east(session: Session) -> int:
    return session.scalars(select(Warehouse.id).where(Warehouse.code == "EAST")).one()


def send(session: Session, *lines: LineDraft) -> str:
    draft = TransferDraft(DAY, MAIN, east(session), lines, in_transit=True)
    return post_stock_transfer(session, draft, key=new_key()).number


def arrive(
    session: Session, number: str, *lines: LineDraft, lost: tuple[LineDraft, ...] = ()
) -> Posted:
    reason = reason_named(session, "破损", gain=False).id if lost else None
    draft = ArrivalDraft(DAY, number, lines, lost=lost, reason_id=reason)
    return post_transfer_receipt(session, draft, key=new_key())


def lose(session: Session, number: str, *lines: LineDraft) -> Posted:
    reason = reason_named(session, "破损", gain=False).id
    return post_stock_loss(session, LossDraft(DAY, 0, reason, lines, source=number), key=new_key())


def there(session: Session, product: int) -> dict[str, int]:
    return {x.warehouse: x.quantity for x in levels_of(session, product) if x.quantity}


def promised(session: Session, product: int) -> dict[str, tuple[int, int]]:
    return {
        x.warehouse: (x.allocated, x.on_order)
        for x in levels_of(session, product)
        if x.allocated or x.on_order
    }


def stocked(session: Session, quantity: int, at: str) -> int:
    product = a_product(session)
    receive(session, a_supplier(session), [line(product, quantity, at)])
    return product


def test_goods_on_their_way_lie_in_neither_warehouse_and_keep_their_worth(session: Session) -> None:
    product = stocked(session, 10, "3.333333")
    before, value = balances(session), stock_value(session)
    number = send(session, line(product, 4))
    assert there(session, product) == {"MAIN": pieces(6), "TRANSIT": pieces(4)}
    assert promised(session, product) == {"TRANSIT": (pieces(4), 0), "EAST": (0, pieces(4))}
    whole = available_of(session, [product])[product]
    assert (whole.quantity, whole.available, whole.on_order) == (pieces(10), pieces(6), pieces(4))
    assert (balances(session), stock_value(session), legs(session, number)) == (before, value, [])
    with pytest.raises(Refused, match="总仓的 商品A 只有 6 个"):
        deliver(session, a_customer(session), [line(product, 7, "9.00")])
    [row] = stock_transfer_list(session, ListFilter())
    assert (row.state, [x.number for x in coming_transfers(session)]) == ("in_transit", [number])


def test_where_goods_go_is_told_in_the_language_spoken(session: Session) -> None:
    send(session, line(stocked(session, 2, "1.00"), 1))
    use_language("en")
    try:
        assert [row.ends for row in coming_transfers(session)] == ["Main → 东库"]
        assert "In transit" in [place.name for place in warehouses(session)]
    finally:
        use_language(SOURCE_LANGUAGE)


def test_goods_come_in_parts_and_then_the_transfer_is_done(session: Session) -> None:
    product = stocked(session, 10, "3.333333")
    value = stock_value(session)
    number = send(session, line(product, 7))
    first = arrive(session, number, line(product, 2))
    assert there(session, product) == {
        "EAST": pieces(2), "MAIN": pieces(3), "TRANSIT": pieces(5),
    }  # fmt: skip
    assert promised(session, product) == {"TRANSIT": (pieces(5), 0), "EAST": (0, pieces(5))}
    assert first.number == "DBRK202611200001"
    view = stock_transfer_view(session, number)
    assert (view.open, [x.coming for x in view.lines]) == (True, [pieces(5)])
    second = arrive(session, number)
    assert there(session, product) == {"EAST": pieces(7), "MAIN": pieces(3)}
    assert (promised(session, product), stock_value(session)) == ({}, value)
    view = stock_transfer_view(session, number)
    assert (view.open, view.followers) == (False, (first.number, second.number))
    assert coming_transfers(session) == []
    with pytest.raises(Refused, match="没有在途的货可收了"):
        arrive(session, number)
    [row, _first] = transfer_receipt_list(session, ListFilter())
    assert (row.partner, transfer_receipt_view(session, row.number).transfer) == (number, number)


def test_what_never_came_is_a_loss_with_its_reason(session: Session) -> None:
    product = stocked(session, 10, "2.00")
    number = send(session, line(product, 5))
    arrive(session, number, lost=(line(product, 2),))
    assert there(session, product) == {"EAST": pieces(3), "MAIN": pieces(5)}
    assert (promised(session, product), stock_value(session)) == ({}, fen(16))
    assert balances(session)["5711"] == fen(4)
    _receipt, loss = sorted(stock_transfer_view(session, number).followers, reverse=True)
    reverse_stock_loss(session, Reversal(loss, "又找到了"), key=new_key())
    assert there(session, product) == {
        "EAST": pieces(3), "MAIN": pieces(5), "TRANSIT": pieces(2),
    }  # fmt: skip
    assert promised(session, product) == {"TRANSIT": (pieces(2), 0), "EAST": (0, pieces(2))}
    arrive(session, number, line(product, 2))
    assert there(session, product) == {"EAST": pieces(5), "MAIN": pieces(5)}


def test_a_loss_that_must_be_approved_waits_while_the_goods_come(session: Session) -> None:
    product = stocked(session, 5, "2.00")
    number = send(session, line(product, 5))
    save_rule(session, RuleDraft("stock_loss", "any", role="owner"))
    assert arrive(session, number, line(product, 3), lost=(line(product, 2),)).number
    assert there(session, product) == {"EAST": pieces(3), "TRANSIT": pieces(2)}
    [waiting] = papers_for_me(session)
    assert (waiting.kind, review(session, waiting.id).problem) == ("stock_loss", "")
    approve_paper(session, waiting.id)
    assert there(session, product) == {"EAST": pieces(3)}


def test_who_may_not_write_off_goods_takes_in_what_came(session: Session) -> None:
    product = stocked(session, 5, "2.00")
    number = send(session, line(product, 5))
    session.info["actor"] = actor_with("keeper")
    with pytest.raises(Forbidden):
        arrive(session, number, line(product, 3), lost=(line(product, 2),))
    arrive(session, number, line(product, 3))
    assert [x.coming for x in stock_transfer_view(session, number).lines] == [pieces(2)]


def test_goods_that_are_all_gone_are_written_off_from_the_transfer(session: Session) -> None:
    product = stocked(session, 3, "2.00")
    number = send(session, line(product, 3))
    with pytest.raises(Refused, match="一件都没到，就从调拨单上写报损单"):
        arrive(session, number, lost=(line(product, 3),))
    lost = lose(session, number)
    assert (there(session, product), lost.total, stock_value(session)) == ({}, fen(6), 0)


def test_a_transfer_is_taken_back_only_while_nothing_of_it_came(session: Session) -> None:
    product = stocked(session, 5, "1.43")
    pools = select(CostPool.warehouse_id, CostPool.quantity, CostPool.value)
    before = {row for row in map(tuple, session.execute(pools)) if row[1]}
    number = send(session, line(product, 3))
    came = arrive(session, number, line(product, 1)).number
    with pytest.raises(Refused, match=f"{number} 已由 {came} 收货或报损。先红冲 {came}"):
        reverse_stock_transfer(session, Reversal(number, "调错"), key=new_key())
    reverse_transfer_receipt(session, Reversal(came, "数错"), key=new_key())
    assert promised(session, product) == {"TRANSIT": (pieces(3), 0), "EAST": (0, pieces(3))}
    reverse_stock_transfer(session, Reversal(number, "调错"), key=new_key())
    assert (there(session, product), promised(session, product)) == ({"MAIN": pieces(5)}, {})
    assert {row for row in map(tuple, session.execute(pools)) if row[1]} == before
    with pytest.raises(Refused, match="已红冲，没有在途的货"):
        arrive(session, number)


def test_a_receipt_is_not_taken_back_once_its_goods_went(session: Session) -> None:
    product = stocked(session, 5, "1.00")
    number = send(session, line(product, 3))
    came = arrive(session, number).number
    draft = TransferDraft(DAY, east(session), MAIN, (line(product, 1),))
    post_stock_transfer(session, draft, key=new_key())
    with pytest.raises(Refused, match="东库的 商品A 只有 2 个"):
        reverse_transfer_receipt(session, Reversal(came, "数错"), key=new_key())


def test_a_case_is_sent_and_pieces_of_it_come(session: Session) -> None:
    product = a_product(session, "BOX", units={"箱": (12, 1)})
    receive(session, a_supplier(session), [line(product, 24, "1.00")])
    number = send(session, line(product, 1, unit="箱"))
    arrive(session, number, line(product, 5, unit="个"), lost=(line(product, 1, unit="个"),))
    arrive(session, number)
    assert there(session, product) == {"EAST": pieces(11), "MAIN": pieces(12)}


def test_wrong_receipts_are_told(session: Session) -> None:
    product, other = stocked(session, 5, "1.00"), a_product(session, "B")
    number = send(session, line(product, 3))
    with pytest.raises(Refused, match=f"第 1 行：{number} 的 商品A 只剩 3 个 在途，这里要 4"):
        arrive(session, number, line(product, 4))
    with pytest.raises(UserError, match=f"第 1 行：{number} 没有发这个商品"):
        arrive(session, number, line(other, 1))
    short = ArrivalDraft(DAY, number, lost=(line(product, 1),))
    early = ArrivalDraft(DAY.replace(day=1), number)
    with pytest.raises(UserError, match="有短少，没有写原因"):
        post_transfer_receipt(session, short, key=new_key())
    with pytest.raises(UserError, match="收货日期不能早于"):
        post_transfer_receipt(session, early, key=new_key())
    with pytest.raises(UserError, match="没有单号 DB1"):
        arrive(session, "DB1")
    plain = TransferDraft(DAY, MAIN, east(session), (line(product, 1),))
    at_once = post_stock_transfer(session, plain, key=new_key()).number
    with pytest.raises(Refused, match=f"{at_once} 是一步调拨"):
        arrive(session, at_once)
    assert there(session, product) == {"EAST": pieces(1), "MAIN": pieces(1), "TRANSIT": pieces(3)}


def test_the_place_of_goods_on_their_way_is_nobody_s_to_use(session: Session) -> None:
    product = stocked(session, 5, "1.00")
    send(session, line(product, 3))
    [transit] = [x for x in places(session) if x.code == "TRANSIT"]
    assert (transit.name, transit.goods, transit.disabled) == ("调拨在途", 1, True)
    with pytest.raises(Refused, match="这里放的是调拨在途的货"):
        disable_warehouse(session, transit.id, disabled=False)
    with pytest.raises(Refused, match="还有 1 种货在来这个仓库的路上"):
        disable_warehouse(session, east(session))
    with pytest.raises(UserError, match="没有仓库编号 TRANSIT"):
        post_document(
            session,
            {
                "key": "x", "type": "stock_loss", "warehouse": "TRANSIT", "reason": "破损",
                "lines": [{"product": "A", "quantity": "1"}],
            },
        )  # fmt: skip


def test_lots_travel_and_come_by_the_transfer_they_were_sent_with(session: Session) -> None:
    product = a_product(session, tracking=LOT)
    lots = (LotShare("L1", pieces(4)), LotShare("L2", pieces(4)))
    receive(session, a_supplier(session), [lotted(product, 8, *lots)])
    first = send(session, lotted(product, 3, LotShare("L2")))
    second = send(session, lotted(product, 5, LotShare("L1", pieces(4)), LotShare("L2", pieces(1))))
    with pytest.raises(UserError, match="L1 不在这张调拨单的在途货里"):
        arrive(session, first, lotted(product, 1, LotShare("L1")))
    arrive(session, first, line(product, 2))
    arrive(session, first, lost=())
    came = arrive(session, second, lotted(product, 3, LotShare("L1")), lost=(line(product, 2),))
    told = as_data(session, "transfer_receipt", came.number)
    assert told["lines"] == [
        {"product": "A", "quantity": "3", "unit": "个", "from_line": 1,
         "lots": [{"lot": "L1", "quantity": "3"}]}
    ]  # fmt: skip
    assert there(session, product) == {"EAST": pieces(6)}


def test_pieces_travel_by_their_numbers(session: Session) -> None:
    product = a_product(session, tracking=SERIAL)
    numbers = tuple(LotShare(f"S{n}") for n in range(3))
    receive(session, a_supplier(session), [lotted(product, 3, *numbers)])
    number = send(session, lotted(product, 3, *numbers))
    with pytest.raises(UserError, match="要 1 个序列号，写了 0 个"):
        arrive(session, number, line(product, 1))
    arrive(session, number, lotted(product, 1, LotShare("S1")))
    arrive(session, number)
    assert there(session, product) == {"EAST": pieces(3)}


def lotted(product: int, quantity: int, *lots: LotShare) -> LineDraft:
    return LineDraft(product, pieces(quantity), price=1_000_000, lots=lots)


def test_they_come_as_data_and_are_told_as_data(session: Session) -> None:
    product = stocked(session, 9, "1.00")
    data = {
        "key": "t", "type": "stock_transfer", "to_warehouse": "EAST", "in_transit": True,
        "lines": [{"product": "A", "quantity": "6"}],
    }  # fmt: skip
    number = post_document(session, data).number
    assert as_data(session, "stock_transfer", number)["in_transit"] is True
    came = post_document(
        session,
        {
            "key": "r", "type": "transfer_receipt", "from": number, "reason": "破损",
            "lines": [{"product": "A", "quantity": "2"}], "lost": [{"product": "A", "quantity": "1"}],
        },
    ).number  # fmt: skip
    assert as_data(session, "transfer_receipt", came) == {
        "key": "r", "type": "transfer_receipt", "day": "2026-11-20", "remark": "", "from": number,
        "lines": [{"product": "A", "quantity": "2", "unit": "个", "from_line": 1}],
    }  # fmt: skip
    [loss] = [x for x in stock_transfer_view(session, number).followers if x != came]
    told = as_data(session, "stock_loss", loss)
    assert (told["from"], told["key"], "warehouse" in told) == (number, "r:lost", False)
    reversal = {"type": "reversal", "number": loss, "reason": "x", "key": "y"}
    post_document(session, reversal)
    post_document(session, {**told, "key": "again"})
    post_document(session, {"type": "transfer_receipt", "key": "z", "from": number})
    assert there(session, product) == {"EAST": pieces(5), "MAIN": pieces(3)}
