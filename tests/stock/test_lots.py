"""Lots and serial numbers from the receipt to the customer and back, each at its own cost, on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import ProductAtTill, product_draft
from jxc_desktop.catalog.services import save_product
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.core.guards import drop_guards
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.drafts import ReturnDraft, TenderDraft
from jxc_desktop.pos.looking import look_up, renewed
from jxc_desktop.pos.services import post_return, post_ticket, reverse_ticket
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.ticket_text import text_of_ticket, ticket_of
from jxc_desktop.purchase.allowances import post_purchase_allowance
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.queries import receipt_view
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.sales.note import printed_delivery
from jxc_desktop.sales.queries import delivery_view
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.cost_adjustments import (
    AdjustedLine,
    AdjustmentDraft,
    post_cost_adjustment,
)
from jxc_desktop.stock.counting import CountDraft, CountedLine
from jxc_desktop.stock.counts import post_stock_count
from jxc_desktop.stock.losses import LossDraft, post_stock_gain, post_stock_loss
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.lot_models import Lot
from jxc_desktop.stock.models import CostPool, Move, StockLevel, Warehouse
from jxc_desktop.stock.queries import cost_sheet, moves_of
from jxc_desktop.stock.reasons import reason_named
from jxc_desktop.stock.recosting import plan
from jxc_desktop.stock.recosts import RecostDraft, post_recost
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.services import (
    OpeningStockDraft,
    OpeningStockLineDraft,
    post_opening_stock,
)
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer, reverse_stock_transfer
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
    line,
    pieces,
    receive,
    ring_up,
)

MADE = date(2026, 11, 1)


@pytest.fixture(params=["company", "warehouse"])
def scope(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, scope: str, owner: Actor
) -> Iterator[Session]:
    """A shop of either scope on either database, with an east warehouse; sound at the end."""
    with new_shop("small", dialect).transaction(owner) as session:
        put_setting(session, "cost_scope", scope)
        session.add(Warehouse(code="EAST", name="东库"))
        session.flush()
        yield session
        assert broken(session) == []


def broken(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def lot(code: str, quantity: str | None = None, made: date | None = None,
        expiry: date | None = None) -> LotShare:  # fmt: skip
    return LotShare(code, None if quantity is None else pieces(quantity), made, expiry)


def milk(session: Session, **columns: object) -> int:
    return a_product(session, "MILK", tracking="lot", shelf_life_days=30, **columns)


def phone(session: Session) -> int:
    return a_product(session, "PHONE", tracking="serial")


def lying(session: Session, product: int, place: int = MAIN) -> dict[str, int]:
    """Pieces of each lot in a warehouse, lots of which nothing is left not told."""
    rows = session.execute(
        select(Lot.code, StockLevel.quantity)
        .join(StockLevel, StockLevel.lot_id == Lot.id)
        .where(StockLevel.product_id == product, StockLevel.warehouse_id == place)
    )
    return {row[0]: row[1] // 10**4 for row in rows if row[1]}


def worths(session: Session, product: int) -> dict[str, int]:
    """Fen of each lot over all warehouses."""
    rows = session.execute(
        select(Lot.code, CostPool.value)
        .join(CostPool, CostPool.lot_id == Lot.id)
        .where(CostPool.product_id == product)
    )
    sums: dict[str, int] = {}
    for code, value in rows:
        sums[code] = sums.get(code, 0) + value
    return {code: value for code, value in sums.items() if value}


def moved(session: Session, posted: Posted) -> list[tuple[str, int, int]]:
    """Lot, pieces and fen that a document moved."""
    rows = session.execute(
        select(Lot.code, Move.quantity, Move.amount)
        .join(Lot, Lot.id == Move.lot_id)
        .where(Move.source == posted.number)
        .order_by(Move.id)
    )
    return [(row[0], row[1] // 10**4, row[2]) for row in rows]


def two_lots(session: Session, **columns: object) -> int:
    """Milk of two lots: OLD, 4 at 2.00, keeps to 1 December; NEW, 6 at 3.00, to the 15th."""
    product = milk(session, **columns)
    supplier = a_supplier(session)
    receive(session, supplier, [line(product, 6, 3, lots=(lot("NEW", made=date(2026, 11, 15)),))])
    receive(session, supplier, [line(product, 4, 2, lots=(lot("OLD", made=MADE),))])
    return product


def test_a_receipt_makes_its_lots_and_the_expiry_follows_from_the_shelf_life(
    session: Session,
) -> None:
    product = milk(session)
    lots = (lot("A", "4", MADE), lot("B", "6", None, date(2027, 1, 31)))
    receive(session, a_supplier(session), [line(product, 10, "1.99", lots=lots)])
    kept = session.execute(select(Lot.code, Lot.made, Lot.expiry).order_by(Lot.code)).all()
    assert [tuple(row) for row in kept] == [
        ("A", MADE, date(2026, 12, 1)),
        ("B", None, date(2027, 1, 31)),
    ]
    assert lying(session, product) == {"A": 4, "B": 6}
    assert worths(session, product) == {"A": fen("7.96"), "B": fen("11.94")}


def test_what_goes_out_first_is_what_expires_first_at_its_own_cost(session: Session) -> None:
    product = two_lots(session)
    sold = deliver(session, a_customer(session), [line(product, 5, 10)])
    assert moved(session, sold) == [("OLD", -4, -fen(8)), ("NEW", -1, -fen(3))]
    assert [move.lot for move in moves_of(session, sold.number)] == ["OLD", "NEW"]
    assert worths(session, product) == {"NEW": fen(15)}


def test_the_lots_of_a_line_stand_on_the_document_and_on_its_paper(session: Session) -> None:
    product, one = two_lots(session), phone(session)
    got = receive(
        session, a_supplier(session, "S7"), [line(one, 2, 100, lots=serials("SN1", "SN2"))]
    )
    sold = deliver(session, a_customer(session), [line(product, 5, 9)])
    bought, seen = receipt_view(session, got.number), delivery_view(session, sold.number)
    assert [each.lots for each in bought.lines] == ["SN1、SN2"]
    assert [each.lots for each in seen.lines] == ["OLD×4、NEW"]
    paper = printed_delivery(session, sold.number)
    assert "批号 OLD×4、NEW" in str(paper)


def test_two_lines_of_the_same_goods_do_not_take_the_same_lot_twice(session: Session) -> None:
    product = two_lots(session)
    sold = deliver(session, a_customer(session), [line(product, 3, 10), line(product, 3, 10)])
    assert [(code, n) for code, n, _ in moved(session, sold)] == [
        ("OLD", -3), ("OLD", -1), ("NEW", -2),
    ]  # fmt: skip


def test_a_lot_that_is_named_is_taken_and_an_empty_one_refused(session: Session) -> None:
    product, customer = two_lots(session), a_customer(session)
    sold = deliver(session, customer, [line(product, 2, 10, lots=(lot("NEW"),))])
    assert moved(session, sold) == [("NEW", -2, -fen(6))]
    with pytest.raises(Refused, match="批号 NEW 这里只有 4 个，要 5"):
        deliver(session, customer, [line(product, 5, 10, lots=(lot("NEW"),))])
    with pytest.raises(Refused, match="各批合计只有 8 个，要 9"):
        deliver(session, customer, [line(product, 9, 10)])
    with pytest.raises(UserError, match="各批合计 3 个，这一行是 4 个"):
        deliver(session, customer, [line(product, 4, 10, lots=(lot("NEW", "2"), lot("OLD", "1")))])


def test_a_lot_is_never_oversold_though_the_shop_sells_from_empty_shelves(session: Session) -> None:
    put_setting(session, "allow_negative_stock", True)
    product, customer = two_lots(session), a_customer(session)
    bought = receive(session, a_supplier(session, "S02"), [line(product, 1, 1, lots=(lot("X"),))])
    deliver(session, customer, [line(product, 1, 10, lots=(lot("X"),))])
    with pytest.raises(Refused, match="各批合计只有 10 个"):
        deliver(session, customer, [line(product, 11, 10)])
    with pytest.raises(Refused, match="批号 X 只有 0 个"):
        reverse_receipt(session, Reversal(bought.number, "收错"), key=new_key())


def test_expired_goods_are_not_proposed_and_take_a_right_to_be_sold(session: Session) -> None:
    product, customer = two_lots(session), a_customer(session)
    late = date(2026, 12, 5)
    sold = deliver(session, customer, [line(product, 1, 10)], day=late)
    assert moved(session, sold) == [("NEW", -1, -fen(3))]
    with pytest.raises(Refused, match="没过期的只有 5 个，要 6；另有 4 个 已过期"):
        deliver(session, customer, [line(product, 6, 10)], day=late)
    named = [line(product, 1, 10, lots=(lot("OLD"),))]
    assert moved(session, deliver(session, customer, named, day=late)) == [("OLD", -1, -fen(2))]
    put_setting(session, "expired_lots", "refuse")
    with pytest.raises(Refused, match="已于 2026-12-01 过期，不能卖"):
        deliver(session, customer, named, day=late)


def test_the_last_day_is_still_good(session: Session) -> None:
    product = two_lots(session)
    sold = deliver(session, a_customer(session), [line(product, 1, 10)], day=date(2026, 12, 1))
    assert moved(session, sold) == [("OLD", -1, -fen(2))]


def test_who_lacks_the_right_does_not_sell_what_expired(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        product, customer = two_lots(session), a_customer(session)
    seller = actor_with("keeper")
    named = [line(product, 1, 10, lots=(lot("OLD"),))]
    with database.transaction(seller) as session, pytest.raises(Forbidden, match="要店长授权"):
        deliver(session, customer, named, day=date(2026, 12, 5))


def test_goods_come_back_to_the_lot_they_came_from_at_what_they_left_with(
    session: Session,
) -> None:
    product, customer = two_lots(session), a_customer(session)
    before = balances(session)
    sold = deliver(session, customer, [line(product, 5, 10)])

    def back(n: int, *lots: LotShare) -> Posted:
        draft = SalesReturnDraft(
            DAY, customer, MAIN, sold.number, (ReturnLine(1, pieces(n), lots),)
        )
        return post_sales_return(session, draft, key=new_key())

    assert moved(session, back(1, lot("NEW"))) == [("NEW", 1, fen(3))]
    with pytest.raises(Refused, match="NEW 在原单这一行最多还能退 0"):
        back(1, lot("NEW"))
    assert moved(session, back(2)) == [("OLD", 2, fen(4))]
    assert moved(session, back(2)) == [("OLD", 2, fen(4))]
    assert lying(session, product) == {"OLD": 4, "NEW": 6}
    assert worths(session, product) == {"OLD": fen(8), "NEW": fen(18)}
    after = balances(session)
    assert {a: v for a, v in after.items() if v} == {a: v for a, v in before.items() if v}


def test_first_in_first_out_goods_come_back_at_what_their_own_lot_cost(session: Session) -> None:
    put_setting(session, "costing", "fifo")
    product, customer = two_lots(session), a_customer(session)
    sold = deliver(session, customer, [line(product, 5, 10)])  # 4 OLD at 2.00, 1 NEW at 3.00
    for told, came in (((lot("NEW"),), ("NEW", 1, fen(3))), ((), ("OLD", 1, fen(2)))):
        back = (ReturnLine(1, pieces(1), told),)
        draft = SalesReturnDraft(DAY, customer, MAIN, sold.number, back)
        assert moved(session, post_sales_return(session, draft, key=new_key())) == [came]
    assert worths(session, product) == {"OLD": fen(2), "NEW": fen(18)}


def test_goods_without_an_original_come_into_the_lot_that_is_told(session: Session) -> None:
    product, customer = two_lots(session), a_customer(session)
    lines = (line(product, 1, 10, lots=(lot("OLD"),)),)
    draft = SalesReturnDraft(DAY, customer, MAIN, lines=lines)
    back = post_sales_return(session, draft, key=new_key())
    assert moved(session, back) == [("OLD", 1, fen(2))]
    untold = SalesReturnDraft(DAY, customer, MAIN, lines=(line(product, 1, 10),))
    with pytest.raises(UserError, match="第 1 行：商品MILK 按批次管理。写上批号"):
        post_sales_return(session, untold, key=new_key())


def test_goods_go_back_to_the_supplier_from_the_lots_of_their_receipt(session: Session) -> None:
    product, supplier = milk(session), a_supplier(session)
    lots = (lot("A", "4"), lot("B", "6"))
    bought = receive(session, supplier, [line(product, 10, 1, lots=lots)])
    draft = PurchaseReturnDraft(
        DAY, supplier, MAIN, bought.number, (ReturnLine(1, pieces(2), (lot("B"),)),)
    )
    back = post_purchase_return(session, draft, key=new_key())
    assert moved(session, back) == [("B", -2, -fen(2))]
    free = PurchaseReturnDraft(DAY, supplier, MAIN, lines=(line(product, 1, 1, lots=(lot("A"),)),))
    assert moved(session, post_purchase_return(session, free, key=new_key())) == [
        ("A", -1, -fen(1))
    ]
    assert lying(session, product) == {"A": 3, "B": 4}


def test_an_allowance_lessens_each_lot_by_what_of_it_still_lies_there(session: Session) -> None:
    product, supplier = milk(session), a_supplier(session)
    lots = (lot("A", "4"), lot("B", "6"))
    bought = receive(session, supplier, [line(product, 10, 2, lots=lots)])
    deliver(session, a_customer(session), [line(product, 2, 10, lots=(lot("A"),))])
    given = (AllowanceLine(fen(10), from_line=1),)
    draft = AllowanceDraft(DAY, supplier, MAIN, lines=given, original=bought.number)
    post_purchase_allowance(session, draft, key=new_key())
    assert worths(session, product) == {"A": fen(2), "B": fen(6)}


def test_reversals_bring_every_lot_back_as_it_was(session: Session) -> None:
    product = two_lots(session)
    before = lying(session, product), worths(session, product), balances(session)
    sold = deliver(session, a_customer(session), [line(product, 7, 10)])
    reverse_delivery(session, Reversal(sold.number, "错"), key=new_key())
    after = lying(session, product), worths(session, product), balances(session)
    assert after[:2] == before[:2]
    assert {a: v for a, v in after[2].items() if v} == {a: v for a, v in before[2].items() if v}


def test_a_lot_is_carried_at_its_own_worth_and_back(session: Session) -> None:
    product = two_lots(session)
    before = worths(session, product)
    draft = TransferDraft(DAY, MAIN, MAIN + 1, (line(product, 5),))
    carried = post_stock_transfer(session, draft, key=new_key())
    assert lying(session, product, MAIN + 1) == {"OLD": 4, "NEW": 1}
    assert lying(session, product) == {"NEW": 5}
    assert worths(session, product) == before
    reverse_stock_transfer(session, Reversal(carried.number, "错"), key=new_key())
    assert lying(session, product) == {"OLD": 4, "NEW": 6}
    assert worths(session, product) == before


def test_counted_anew_each_lot_keeps_what_its_own_goods_cost(session: Session) -> None:
    product, customer = two_lots(session), a_customer(session)
    sold = deliver(session, customer, [line(product, 5, 10)])
    back = (ReturnLine(1, pieces(1), (lot("NEW"),)),)
    post_sales_return(
        session, SalesReturnDraft(DAY, customer, MAIN, sold.number, back), key=new_key()
    )
    carried = TransferDraft(DAY, MAIN, MAIN + 1, (line(product, 5, lots=(lot("NEW"),)),))
    post_stock_transfer(session, carried, key=new_key())
    receive(
        session, a_supplier(session, "S2"), [line(product, 4, 2, lots=(lot("OLD", made=MADE),))]
    )
    mixed = (line(product, 5, lots=(lot("OLD", "4"), lot("NEW", "1"))),)
    post_stock_transfer(session, TransferDraft(DAY, MAIN, MAIN + 1, mixed), key=new_key())
    assert plan(session, [product], MADE).lines == ()


def test_goods_bought_late_change_the_cost_of_their_own_lot_alone(session: Session) -> None:
    product, customer = two_lots(session), a_customer(session)
    sold = deliver(session, customer, [line(product, 5, 10)])
    back = (ReturnLine(1, pieces(1), (lot("NEW"),)),)
    draft = SalesReturnDraft(DAY, customer, MAIN, sold.number, back)
    returned = post_sales_return(session, draft, key=new_key())
    late = [line(product, 6, 5, lots=(lot("NEW", made=date(2026, 11, 15)),))]
    receive(session, a_supplier(session, "S2"), late, day=date(2026, 11, 2))
    found = plan(session, [product], MADE)
    assert [(x.source, x.amount) for x in found.lines] == [
        (sold.number, -fen(1)), (returned.number, fen(1)),
    ]  # fmt: skip
    recost = post_recost(session, RecostDraft(DAY, (product,), MADE), key=new_key())
    assert [(code, worth) for code, _n, worth in moved(session, recost)] == [
        ("NEW", -fen(1)), ("NEW", fen(1)),
    ]  # fmt: skip
    assert plan(session, [product], MADE).lines == ()
    changed = [
        row for row in cost_sheet(session, sold.number, None).rows if row.source == recost.number
    ]
    assert [row.amount for row in changed] == [-fen(1)]


def test_goods_are_lost_from_what_expires_first_and_found_in_a_lot_that_is_told(
    session: Session,
) -> None:
    product = two_lots(session)
    gone = reason_named(session, "过期", gain=False).id
    lost = LossDraft(DAY, MAIN, gone, (line(product, 5),))
    assert moved(session, post_stock_loss(session, lost, key=new_key())) == [
        ("OLD", -4, -fen(8)), ("NEW", -1, -fen(3)),
    ]  # fmt: skip
    over = reason_named(session, "盘盈", gain=True).id
    found = LossDraft(DAY, MAIN, over, (line(product, 1, lots=(lot("NEW"),)),))
    assert moved(session, post_stock_gain(session, found, key=new_key())) == [("NEW", 1, fen(3))]
    with pytest.raises(UserError, match="写上批号"):
        post_stock_gain(session, LossDraft(DAY, MAIN, over, (line(product, 1),)), key=new_key())


def test_a_count_cannot_say_of_which_lot_the_difference_is_and_is_refused(session: Session) -> None:
    product = two_lots(session)
    same = CountDraft(DAY, MAIN, (CountedLine(product, pieces(10)),))
    post_stock_count(session, same, key=new_key())
    differs = CountDraft(DAY, MAIN, (CountedLine(product, pieces(9)),))
    with pytest.raises(Refused, match="这张单不能写是哪一批"):
        post_stock_count(session, differs, key=new_key())
    save_rule(session, RuleDraft("stock_loss", "total_over", fen(1), role="owner"))
    with pytest.raises(Refused, match="这张单不能写是哪一批"):  # nor does it wait for approval
        post_stock_count(session, differs, key=new_key())


def test_a_cost_adjustment_cannot_say_of_which_lot_it_is_and_is_refused(session: Session) -> None:
    product = two_lots(session)
    adjusted = AdjustmentDraft(DAY, MAIN, (AdjustedLine(product, fen(1)),))
    with pytest.raises(Refused, match="成本调整单不能写是哪一批"):
        post_cost_adjustment(session, adjusted, key=new_key())
    assert worths(session, product) == {"OLD": fen(8), "NEW": fen(18)}


def test_opening_stock_has_its_lots(session: Session) -> None:
    product = milk(session)
    lines = (OpeningStockLineDraft(product, pieces(3), fen(10), (lot("A", "1"), lot("B", "2"))),)
    post_opening_stock(session, OpeningStockDraft(MAIN, lines), key=new_key())
    assert worths(session, product) == {"A": fen("3.33"), "B": fen("6.67")}


def test_other_days_of_a_lot_that_lies_there_are_refused(session: Session) -> None:
    product, supplier = milk(session), a_supplier(session)
    receive(session, supplier, [line(product, 1, 1, lots=(lot("A", made=MADE),))])
    other = [line(product, 1, 1, lots=(lot("A", made=date(2026, 11, 2)),))]
    with pytest.raises(
        Refused, match="批号 A 已有货，它的日期是 2026-11-01，这里写的是 2026-11-02"
    ):
        receive(session, supplier, other)
    deliver(session, a_customer(session), [line(product, 1, 10)])
    receive(session, supplier, other)
    assert session.scalars(select(Lot.made)).all() == [date(2026, 11, 2)]


def test_of_a_case_each_lot_counts_pieces(session: Session) -> None:
    product = milk(session, units={"箱": (12, 1)})
    lots = (lot("A", "5"), lot("B", "31"))
    receive(session, a_supplier(session), [line(product, 3, 24, unit="箱", lots=lots)])
    assert lying(session, product) == {"A": 5, "B": 31}


def serials(*codes: str) -> tuple[LotShare, ...]:
    return tuple(LotShare(code) for code in codes)


def test_each_piece_has_its_number_and_its_cost(session: Session) -> None:
    product, supplier, customer = phone(session), a_supplier(session), a_customer(session)
    receive(session, supplier, [line(product, 2, 100, lots=serials("S1", "S2"))])
    receive(session, supplier, [line(product, 1, 130, lots=serials("S3"))])
    sold = deliver(session, customer, [line(product, 2, 200, lots=serials("S3", "S1"))])
    assert moved(session, sold) == [("S3", -1, -fen(130)), ("S1", -1, -fen(100))]
    with pytest.raises(Refused, match="序列号 S1 不在这个仓库"):
        deliver(session, customer, [line(product, 1, 200, lots=serials("S1"))])
    back = SalesReturnDraft(
        DAY, customer, MAIN, sold.number, (ReturnLine(1, pieces(1), serials("S1")),)
    )
    assert moved(session, post_sales_return(session, back, key=new_key())) == [("S1", 1, fen(100))]
    assert lying(session, product) == {"S1": 1, "S2": 1}


def test_serial_numbers_must_be_as_many_as_the_goods_and_each_once(session: Session) -> None:
    product, supplier, customer = phone(session), a_supplier(session), a_customer(session)
    with pytest.raises(UserError, match="要 2 个序列号，写了 1 个"):
        receive(session, supplier, [line(product, 2, 100, lots=serials("S1"))])
    with pytest.raises(UserError, match="S1 写了两次"):
        receive(session, supplier, [line(product, 2, 100, lots=serials("S1", "S1"))])
    receive(session, supplier, [line(product, 1, 100, lots=serials("S1"))])
    with pytest.raises(UserError, match="要 1 个序列号，写了 0 个"):
        deliver(session, customer, [line(product, 1, 200)])


def test_a_piece_never_lies_in_the_shop_twice(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        product, supplier, customer = phone(session), a_supplier(session), a_customer(session)
        one = [line(product, 1, 100, lots=serials("S1"))]
        receive(session, supplier, one)
    with pytest.raises(Refused, match="S1 已经在库"), database.transaction(owner) as session:
        receive(session, supplier, one)
    with database.transaction(owner) as session:
        sold = deliver(session, customer, one)
        receive(session, supplier, one)
    with pytest.raises(Refused, match="S1 已经在库"), database.transaction(owner) as session:
        reverse_delivery(session, Reversal(sold.number, "错"), key=new_key())
    with database.transaction(owner) as session:
        assert lying(session, product) == {"S1": 1}
        assert broken(session) == []


def test_the_till_sells_and_takes_back_by_lot(session: Session) -> None:
    product, shift = two_lots(session), open_shift(session, "01", 0)
    sold = ring_up(session, shift, [line(product, 5)], cash="50")
    assert moved(session, sold) == [("OLD", -4, -fen(8)), ("NEW", -1, -fen(3))]
    back = ReturnDraft(sold.number, (ReturnLine(1, pieces(1), (lot("NEW"),)),), "cash", "坏")
    returned = post_return(session, back, shift, key=new_key())
    assert moved(session, returned) == [("NEW", 1, fen(3))]
    other = ring_up(session, shift, [line(product, 2)], cash="20")
    reverse_ticket(session, Reversal(other.number, "错"), key=new_key())
    assert lying(session, product) == {"NEW": 6}


def test_a_serial_number_rung_up_sells_that_piece(session: Session) -> None:
    product, shift = phone(session), open_shift(session, "01", 0)
    receive(session, a_supplier(session), [line(product, 2, 1, lots=serials("S1", "S2"))])
    found = look_up(session, "S2", exactly=True)
    assert isinstance(found, ProductAtTill)
    ticket = OpenTicket().adding(found)
    assert ticket_of(text_of_ticket(ticket)) == ticket
    assert renewed(session, ticket) == ticket
    with pytest.raises(Refused, match="S2 已在这张小票上"):
        ticket.adding(found)
    with pytest.raises(UserError, match="一个序列号是一件"):
        ticket.with_quantity(0, pieces(2))
    sold = post_ticket(session, ticket.draft((TenderDraft("cash", fen(10)),)), shift, key=new_key())
    assert moved(session, sold) == [("S2", -1, -fen(1))]
    assert look_up(session, "S2", exactly=True) == ()
    other = look_up(session, "S1")
    assert isinstance(other, ProductAtTill)
    assert len(ticket.adding(other).lines) == 2
    untold = [line(product, 1)]
    with pytest.raises(UserError, match="要 1 个序列号，写了 0 个"):
        ring_up(session, shift, untold, cash="10")


def test_how_goods_are_kept_is_fixed_once_they_moved(session: Session) -> None:
    product = two_lots(session)
    draft = product_draft(session, product)
    with pytest.raises(Refused, match="批次管理的方式不能再改"):
        save_product(session, replace(draft, tracking=""))


def told_house(session: Session) -> None:
    """A shop's life with lots and serial numbers, as data."""
    milk(session)
    phone(session)
    a_supplier(session)
    a_customer(session)
    number = iter(range(100))

    def post(kind: str, *lines: dict[str, object], **more: object) -> str:
        given = {"lines": list(lines)} if lines else {}
        return post_document(
            session, {"key": f"k{next(number)}", "type": kind, **given, **more}
        ).number

    two = [
        {"lot": "A", "quantity": "4", "made": "2026-11-01"},
        {"lot": "B", "quantity": "6", "expiry": "2027-01-31"},
    ]
    goods = {"product": "MILK", "quantity": "10", "price": "1.99", "lots": two}
    phones = {"product": "PHONE", "quantity": "2", "price": "100", "serials": ["S1", "S2"]}
    bought = post("goods_receipt", goods, phones, partner="S01")
    one = {"product": "PHONE", "quantity": "1", "price": "200", "serials": ["S2"]}
    sold = post("sales_delivery", {"product": "MILK", "quantity": "5"}, one, partner="C01")
    back = {"product": "MILK", "quantity": "1", "lot": "B"}
    post("sales_return", back, partner="C01", **{"from": sold})
    post("purchase_return", back, partner="S01", **{"from": bought})
    post("stock_transfer", {"product": "MILK", "quantity": "2"}, to_warehouse="EAST")
    post("stock_loss", {"product": "MILK", "quantity": "1", "lot": "B"}, reason="过期")
    wrong = post("sales_delivery", {"product": "MILK", "quantity": "1"}, partner="C01")
    post("reversal", number=wrong, reason="错")


def shelves(session: Session) -> list[tuple[object, ...]]:
    query = (
        select(Lot.code, Lot.made, Lot.expiry, StockLevel.warehouse_id, StockLevel.quantity)
        .join(StockLevel, StockLevel.lot_id == Lot.id)
        .order_by(Lot.code, StockLevel.warehouse_id)
    )
    return [tuple(row) for row in session.execute(query)]


def test_lots_told_as_data_make_the_same_shelves(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    with new_shop("small", dialect).transaction(owner) as session:
        session.add(Warehouse(code="EAST", name="东库"))
        told_house(session)
        assert broken(session) == []
        told = [as_data(session, kind, number) for kind, number in posted_in_order(session)]
        kept = shelves(session), worths(session, 1), worths(session, 2), balances(session)
    with new_shop("small", dialect).transaction(owner) as session:
        session.add(Warehouse(code="EAST", name="东库"))
        milk(session)
        phone(session)
        a_supplier(session)
        a_customer(session)
        for data in told:
            post_document(session, data)
        again = shelves(session), worths(session, 1), worths(session, 2), balances(session)
        assert again == kept


def posted_in_order(session: Session) -> list[tuple[str, str]]:
    """Kind and number of every document, in the order in which they were posted."""
    rows = session.execute(
        text("SELECT action, object FROM audit WHERE action LIKE '%.post' ORDER BY id")
    )
    return [(row[0].removesuffix(".post"), row[1]) for row in rows]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"lot": "A", "serials": ["B"]}, "只写一个"),
        ({"made": "2026-11-01"}, "没写批号"),
        ({"serials": "S1"}, "要是一列文本"),
        ({"lots": [{"quantity": "1"}]}, "lot"),
    ],
)
def test_lots_that_are_told_wrongly_are_placed(
    new_shop: Callable[..., Database], owner: Actor, line: dict[str, object], problem: str
) -> None:
    with new_shop("small").transaction(owner) as session:
        milk(session)
        a_supplier(session)
        goods = {"product": "MILK", "quantity": "1", "price": "1", **line}
        data = {"key": "k", "type": "goods_receipt", "partner": "S01", "lines": [goods]}
        with pytest.raises(UserError, match=problem):
            post_document(session, data)


def test_an_order_says_nothing_of_lots(new_shop: Callable[..., Database], owner: Actor) -> None:
    with new_shop("small").transaction(owner) as session:
        milk(session)
        a_customer(session)
        goods = {"product": "MILK", "quantity": "1", "lot": "A"}
        data = {"key": "k", "type": "sales_order", "partner": "C01", "lines": [goods]}
        with pytest.raises(UserError, match="订单不写批次"):
            post_document(session, data)


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        ("UPDATE product SET tracking = '' WHERE code = 'MILK'", "的批次不对"),
        ("UPDATE stock_level SET quantity = -1", "批号 S1 的存量是 -0.0001"),
        ("UPDATE stock_level SET quantity = 20000", "批号 S1 的存量是 2"),
    ],
)
def test_verify_sees_what_is_wrong_with_lots(
    new_shop: Callable[..., Database], owner: Actor, harm: str, problem: str
) -> None:
    with new_shop("small").transaction(owner) as session:
        supplier = a_supplier(session)
        receive(session, supplier, [line(milk(session), 1, 1, lots=(lot("A"),))])
        receive(session, supplier, [line(phone(session), 1, 1, lots=serials("S1"))])
        session.execute(text(harm))
        assert any(problem in sentence for sentence in broken(session))


def test_verify_sees_a_recost_of_another_lot_than_its_document_moved(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    with new_shop("small").transaction(owner) as session:
        product = two_lots(session)
        deliver(session, a_customer(session), [line(product, 5, 10)])
        late = [line(product, 6, 5, lots=(lot("NEW", made=date(2026, 11, 15)),))]
        receive(session, a_supplier(session, "S2"), late, day=date(2026, 11, 2))
        recost = post_recost(session, RecostDraft(DAY, (product,), MADE), key=new_key())
        assert broken(session) == []
        drop_guards(session.connection())
        session.execute(text("UPDATE recost_line SET lot_id = lot_id + 100"))
        told = [sentence for sentence in broken(session) if str(recost.number) in sentence]
        assert any("第 1 行写的是" in sentence for sentence in told)
        assert any("没有这样的出入库" in sentence for sentence in told)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["in", "out", "named", "undo"]),
        st.integers(1, 9),
        st.integers(1, 500),
        st.sampled_from("ABC"),
    ),
    min_size=1,
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_each_lot_costs_what_its_own_goods_cost(
    new_shop: Callable[..., Database], owner: Actor, steps: list[tuple[str, int, int, str]]
) -> None:
    """A Fraction oracle: in every lot, what is left is worth its share of what came, less what went, to the fen."""
    with new_shop("small").transaction(owner) as session:
        product, supplier, customer = milk(session), a_supplier(session), a_customer(session)
        held: dict[str, tuple[int, Fraction]] = {}
        sold: list[Posted] = []
        for verb, n, fens, code in steps:
            there, value = held.get(code, (0, Fraction(0)))
            if verb == "in":
                amount = Fraction(n * fens, 100)
                share = lot(code, expiry=date(2027, 1, ord(code) - 64))
                receive(session, supplier, [line(product, n, f"{fens / 100:.2f}", lots=(share,))])
                held[code] = there + n, value + amount * 100
            elif verb == "named" and there >= n:
                deliver(session, customer, [line(product, n, 1, lots=(lot(code),))])
                held[code] = took(there, value, n)
            elif verb == "out" and sum(q for q, _ in held.values()) >= n:
                sold.append(deliver(session, customer, [line(product, n, 1)]))
                rest = n
                for first in sorted(held):
                    part = min(rest, held[first][0])
                    rest -= part
                    held[first] = took(*held[first], part)
            elif verb == "undo" and sold:
                undone = sold.pop()
                for name, quantity, worth in moved(session, undone):
                    held[name] = held[name][0] - quantity, held[name][1] - worth
                reverse_delivery(session, Reversal(undone.number, "错"), key=new_key())
        assert lying(session, product) == {code: q for code, (q, _) in held.items() if q}
        assert worths(session, product) == {code: v for code, (_, v) in held.items() if v}
        assert broken(session) == []


def took(there: int, value: Fraction, n: int) -> tuple[int, Fraction]:
    """What is left of a lot of which `n` go at its average, rounded half up to the fen."""
    if not n:
        return there, value
    cost = value if n == there else Fraction(int(value * n / there + Fraction(1, 2)))
    return there - n, value - cost
