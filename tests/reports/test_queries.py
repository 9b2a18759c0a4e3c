"""The read side of every slice on one shop: lists paged and summed, documents shown, prices remembered, rights."""

from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from jxc_desktop.core.errors import Forbidden, NotFound
from jxc_desktop.ledger.queries import entries_of, voucher_list, voucher_view
from jxc_desktop.pos.queries import (
    last_ticket,
    return_list,
    returned_quantities,
    ticket_list,
    ticket_sum,
    ticket_view,
)
from jxc_desktop.purchase.queries import last_purchases, receipt_list, receipt_sum, receipt_view
from jxc_desktop.sales.queries import (
    delivery_by_id,
    delivery_list,
    delivery_sum,
    delivery_view,
    last_sales,
)
from jxc_desktop.shop.actor import all_roles, matrix
from jxc_desktop.stock.queries import (
    StockFilter,
    levels_of,
    low_stock,
    moves_of,
    moves_of_product,
    on_hand,
    on_hand_of,
    stock_list,
    stock_sum,
    stock_value,
    worth_of,
)
from jxc_desktop.stock.trade import ListFilter
from tests.conftest import actor_with
from tests.reports import truth
from tests.reports.conftest import Trade

ALL = ListFilter()


def test_a_list_read_in_pages_is_the_whole_list_newest_first(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        whole = delivery_list(session, ALL)
        rows, after = [], None
        while page := delivery_list(session, ALL, after, 1):
            rows += page
            after = page[-1].day, page[-1].id
        assert rows == whole
        assert [row.day for row in whole] == sorted((row.day for row in whole), reverse=True)
        assert {row.number for row in whole} == {
            any_trade.numbers[n] for n in ("d1", "d2", "d3", "red d3")
        }
        assert [row.red for row in whole if row.number == any_trade.numbers["red d3"]] == [True]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (ListFilter(from_day=date(2026, 3, 1), to_day=date(2026, 3, 31)), {"d2"}),
        (ListFilter(states=frozenset({"reversed"})), {"d3"}),
        (ListFilter(text="C02"), {"d2"}),
        (ListFilter(text="客户 0602"), {"red d3"}),
        (ListFilter(text="100%"), set()),
        (ListFilter(text="_"), set()),
        (ListFilter(partner_id=4), {"d2"}),
    ],
)
def test_filters_combine_and_the_sum_is_of_all_they_let_through(
    any_trade: Trade, wanted: ListFilter, names: set[str]
) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        rows = delivery_list(session, wanted)
        assert {row.number for row in rows} == {any_trade.numbers[name] for name in names}
        told = delivery_sum(session, wanted)
    assert (told.count, told.total) == (len(rows), sum(row.total for row in rows))


def test_a_delivery_shows_its_lines_money_and_cost(trade: Trade) -> None:
    with trade.database.reading(trade.owner) as session:
        view = delivery_view(session, trade.numbers["d2"])
        assert delivery_by_id(session, view.head.id) == view
        legs = truth.legs(session)
    assert (view.partner, view.partner_name, view.warehouse, view.salesperson) == (
        "C02",
        "客户C02",
        "MAIN",
        "",
    )
    assert view.net + view.tax == view.total == sum(line.gross for line in view.lines) == 10758
    assert view.order_discount == sum(line.reduction for line in view.lines) == 321
    assert [(p.account, p.amount) for p in view.payments] == [("cash", 5000)]
    assert view.cost == sum(
        d for a, _d, d, _c, s in legs if a == "5401" and s == trade.numbers["d2"]
    )
    assert (view.head.state, view.head.created_by, view.head.posted_by) == (
        "posted",
        "老板",
        "老板",
    )


def test_a_pair_of_documents_names_each_other(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        original = delivery_view(session, any_trade.numbers["d3"])
        mirror = delivery_view(session, any_trade.numbers["red d3"])
    assert original.head.reversed_by == mirror.head.number
    assert mirror.head.reverses == original.head.number
    assert (original.head.state, mirror.head.reason) == ("reversed", "写错")
    assert [line.quantity for line in mirror.lines] == [-line.quantity for line in original.lines]
    assert mirror.cost == -original.cost


def test_a_receipt_in_boxes_shows_both_units(trade: Trade) -> None:
    with trade.database.reading(trade.owner) as session:
        view = receipt_view(session, trade.numbers["r1"])
    line = view.lines[0]
    assert (line.unit, line.quantity, line.base_unit, line.base_quantity) == (
        "箱",
        100000,
        "个",
        2400000,
    )
    assert (line.price, line.gross) == (240000000, 240000)
    assert view.total == view.net + view.tax == 251000
    assert view.partner == "S01"


def test_what_is_not_there_is_told_by_its_number(trade: Trade) -> None:
    with trade.database.reading(trade.owner) as session:
        for view in (delivery_view, receipt_view, ticket_view):
            with pytest.raises(NotFound, match="XX1"):
                view(session, "XX1")


def test_last_prices_leave_out_what_was_taken_back(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        assert [(p.number, p.price) for p in last_sales(session, 1)] == [
            (any_trade.numbers["d2"], 16660000),
            (any_trade.numbers["d1"], 15000000),
        ]
        assert [p.number for p in last_sales(session, 1, 3)] == [any_trade.numbers["d1"]]
        assert last_sales(session, 3) == []
        assert [p.price for p in last_purchases(session, 2)] == [8800000]
        assert [p.unit for p in last_purchases(session, 1)] == ["个", "箱"]
        assert len(last_purchases(session, 1, limit=1)) == 1


def test_a_ticket_shows_lines_tenders_and_till(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        sale = ticket_view(session, any_trade.numbers["t1"])
        back = ticket_view(session, any_trade.numbers["back"])
        assert returned_quantities(session, sale.head.id) == {1: 10000}
        assert ticket_sum(session, ALL).count == len(ticket_list(session, ALL)) == 4
        assert [row.number for row in return_list(session, ALL)] == [any_trade.numbers["back"]]
        till = session.execute(text("SELECT id FROM till WHERE code = 'API'")).scalar_one()
        assert last_ticket(session, till) == any_trade.numbers["red t3"]
    assert (sale.till, sale.cashier, sale.change_given) == ("API", "owner", 2030)
    assert [(t.method, t.amount, t.tendered) for t in sale.tenders] == [("cash", 7970, 10000)]
    assert sale.total == sum(line.gross for line in sale.lines)
    assert (back.returns, back.total) == (any_trade.numbers["t1"], 1990)


def test_stock_says_what_lies_where_and_what_it_is_worth(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        moves = truth.moves(session)
        held = {p: sum(m[3] for m in moves if m[0] == p) for p in "ABC"}
        worth = {p: sum(m[4] for m in moves if m[0] == p) for p in "ABC"}
        rows = stock_list(session, StockFilter())
        assert {r.product: (r.quantity, r.value) for r in rows} == {
            p: (held[p], worth[p]) for p in "ABC"
        }
        assert (
            stock_sum(session, StockFilter()).value == stock_value(session) == sum(worth.values())
        )
        assert on_hand(session, 1) == held["A"] == on_hand_of(session, [1, 2])[1]
        assert [(v.warehouse, v.quantity) for v in levels_of(session, 1)] == [("MAIN", held["A"])]
        assert (worth_of(session, 3).quantity, worth_of(session, 3).value) == (
            held["C"],
            worth["C"],
        )
        assert [r.product for r in low_stock(session)] == ["A"]


def test_the_stock_list_pages_by_code_and_filters(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        assert [r.product for r in stock_list(session, StockFilter(), after="A", limit=1)] == ["B"]
        assert [r.product for r in stock_list(session, StockFilter(category_id=1))] == ["A", "B"]
        assert [r.product for r in stock_list(session, StockFilter(category_id=2))] == ["B"]
        assert [r.product for r in stock_list(session, StockFilter(text="商品 c"))] == ["C"]
        assert stock_list(session, StockFilter(state="negative")) == []
        assert stock_list(session, StockFilter(warehouse_id=1, state="there"))[0].quantity > 0
        assert stock_sum(session, StockFilter(text="%")).count == 0


def test_moves_are_found_by_document_and_by_product(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        moves = moves_of(session, any_trade.numbers["r3"])
        assert [(m.kind, m.quantity) for m in moves] == [("receipt", 200000), ("true_up", 0)]
        assert [m.amount for m in moves] == [5000, -1250]
        found = moves_of_product(session, 3, date(2026, 4, 1), date(2026, 5, 31))
        assert [m.source for m in found][:1] == [any_trade.numbers["t1"]]
    with any_trade.database.reading(actor_with("keeper")) as session:
        assert [(m.kind, m.amount) for m in moves_of(session, any_trade.numbers["r3"])] == [
            ("receipt", None)
        ]


def test_a_document_leads_to_its_voucher_and_back(any_trade: Trade) -> None:
    with any_trade.database.reading(any_trade.owner) as session:
        [entry] = entries_of(session, any_trade.numbers["d2"])
        assert entry.voucher == "记-2"
        assert sum(leg.debit - leg.credit for leg in entry.legs) == 0
        assert ("1122", "客户C02") in [(leg.account, leg.partner) for leg in entry.legs]
        rows = voucher_list(session, date(2026, 1, 1), date(2026, 12, 31))
        row = next(r for r in rows if any_trade.numbers["d2"] in r.summary)
        voucher = voucher_view(session, row.id)
        assert voucher.entries == (entry,)
        assert voucher.name == row.name == "记-2"
        assert row.amount == sum(leg.debit for leg in entry.legs)
        shift = next(r for r in rows if any_trade.numbers["shift"] in r.summary)
        assert len(voucher_view(session, shift.id).entries) == 3


def test_vouchers_page_and_are_found_by_word_and_number(any_trade: Trade) -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    with any_trade.database.reading(any_trade.owner) as session:
        whole = voucher_list(session, first, last)
        rows, after = [], None
        while page := voucher_list(session, first, last, after=after, limit=2):
            rows += page
            after = page[-1].id
        assert rows == whole
        assert {r.name for r in voucher_list(session, first, last, "记-2")} == {"记-2"}


BLIND = [role for role in all_roles() if role not in matrix()["field.cost_price"].roles]


def numbers_in(value: Any) -> set[int]:
    """Every whole number anywhere in a view."""
    if isinstance(value, dict):
        return set().union(*(numbers_in(each) for each in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(numbers_in(each) for each in value)) if value else set()
    return {abs(value)} if isinstance(value, int) and not isinstance(value, bool) else set()


@pytest.mark.parametrize("role", BLIND)
def test_no_view_tells_the_cost_to_who_may_not_see_it(trade: Trade, role: str) -> None:
    with trade.database.reading(trade.owner) as session:
        secrets = {abs(m[4]) for m in truth.moves(session) if m[2] == "issue" and m[4]}
        secrets |= {abs(m[4]) for m in truth.moves(session) if m[2] in {"true_up", "return"}}
        secrets.add(stock_value(session))
    known = {1000, 500}
    secrets -= known
    assert len(secrets) >= 6
    with trade.database.reading(actor_with(role)) as session:
        asked = [
            (delivery_view, trade.numbers["d1"]), (delivery_view, trade.numbers["d2"]),
            (ticket_view, trade.numbers["t1"]), (ticket_view, trade.numbers["back"]),
            (receipt_view, trade.numbers["r3"]), (moves_of, trade.numbers["d1"]),
            (moves_of, trade.numbers["t1"]), (entries_of, trade.numbers["d1"]),
            (entries_of, trade.numbers["t1"]), (entries_of, trade.numbers["r3"]),
            (stock_list, StockFilter()), (stock_sum, StockFilter()),
        ]  # fmt: skip
        seen = 0
        for query, argument in asked:
            try:
                answer = query(session, argument)
            except Forbidden:
                continue
            seen += 1
            plain = (
                [asdict(a) for a in answer] if isinstance(answer, list | tuple) else asdict(answer)
            )
            assert not numbers_in(plain) & secrets, (query.__name__, argument)
        for forbidden in (stock_value, lambda s: worth_of(s, 1)):
            with pytest.raises(Forbidden):
                forbidden(session)
    assert seen >= 3


def test_a_treasurer_reads_vouchers_without_the_legs_of_goods(trade: Trade) -> None:
    with trade.database.reading(actor_with("treasurer")) as session:
        [entry] = entries_of(session, trade.numbers["d2"])
        rows = voucher_list(session, date(2026, 1, 1), date(2026, 12, 31))
    assert {leg.account for leg in entry.legs} == {"100101", "1122", "22210120"}
    row = next(r for r in rows if trade.numbers["d2"] in r.summary)
    assert row.amount == 10758


def test_purchase_prices_are_absent_without_their_right(trade: Trade) -> None:
    with trade.database.reading(actor_with("keeper")) as session:
        view = receipt_view(session, trade.numbers["r1"])
        assert receipt_list(session, ALL)[0].total is None
        assert receipt_sum(session, ALL).total is None
        with pytest.raises(Forbidden):
            last_purchases(session, 1)
    assert (view.total, view.net, view.tax, view.payments) == (None, None, None, ())
    assert {(line.price, line.net, line.tax, line.gross) for line in view.lines} == {(None,) * 4}
    assert [line.quantity for line in view.lines] == [100000, 125000]


def test_who_may_not_look_is_told(trade: Trade) -> None:
    with trade.database.reading(actor_with("cashier")) as session, pytest.raises(Forbidden):
        receipt_view(session, trade.numbers["r1"])
    with trade.database.reading(actor_with("buyer")) as session, pytest.raises(Forbidden):
        delivery_list(session, ALL)
