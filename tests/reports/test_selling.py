"""Reports on selling, each against its own recomputation: orders, offers, ranks, customers, prices, returns, pay."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    MoneyDraft,
    post_customer_receipt,
    reverse_customer_receipt,
)
from jxc_desktop.catalog.price_history import MIN
from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.numbers import div_half_up, line_amount
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.shifts import api_shift
from jxc_desktop.pricing.changes import PriceChangeDraft, PriceChangeLine
from jxc_desktop.pricing.services import approve_price_change
from jxc_desktop.reports.commission import commission
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.employees import EmployeeDraft, save_employee
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import close_order
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.reports.conftest import records, run
from tests.shopkeeping import (
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    price,
    receive,
    ring_up,
    take_back,
)

TODAY = date(2026, 11, 20)


@dataclass
class Trade:
    """A shop's autumn: three customers, four kinds of goods, offers, orders, deliveries, returns, money."""

    database: Database
    owner: Actor
    numbers: dict[str, str]
    ids: dict[str, int]

    def run(self, name: str, first: str = "", last: str = "", **filters: str):
        return run(self.database, self.owner, name, first, last, **filters)

    def rows(self, name: str, first: str = "", last: str = "", **filters: str):
        return records(self.run(name, first, last, **filters))

    def ask(self, sql: str, **values: object) -> list[tuple]:
        with self.database.reading(self.owner) as session:
            return [tuple(row) for row in session.execute(text(sql), values)]


def offer(session: Session, customer: int, day: date, lines: list[LineDraft], **more) -> str:
    draft = OrderDraft(day, customer, MAIN, tuple(lines), **more)
    return approve_quotation(session, draft, key=new_key()).number


def order(session: Session, customer: int, day: date, lines: list[LineDraft], **more) -> str:
    place = more.pop("place", MAIN)
    draft = OrderDraft(day, customer, place, tuple(lines), **more)
    return approve_sales_order(session, draft, key=new_key()).number


def bring_back(session: Session, customer: int, day: date, original: str, **more) -> str:
    lines = more.pop("lines", ())
    back = tuple(ReturnLine(number, pieces(q)) for number, q in more.pop("back", ()))
    draft = SalesReturnDraft(day, customer, MAIN, original, back, tuple(lines), **more)
    return post_sales_return(session, draft, key=new_key()).number


def an_autumn(session: Session) -> tuple[dict[str, str], dict[str, int]]:
    a = a_product(session, "A", units={"箱": (24, 1)}, min_price=price("9.00"))
    b = a_product(session, "B", retail_price=price("20"), min_price=price("18.00"))
    c = a_product(session, "C", retail_price=price("3"))
    d = a_product(session, "D")
    supplier = a_supplier(session)
    receive(
        session, supplier,
        [line(a, 200, 6), line(b, 50, 12), line(c, 80, 2), line(d, 7, 5)], day=date(2026, 8, 1),
    )  # fmt: skip
    k1, k2, k3 = (a_customer(session, code) for code in ("C01", "C02", "C03"))
    east = Warehouse(code="EAST", name="东库")
    session.add(east)
    session.flush()
    n: dict[str, str] = {}
    n["q1"] = offer(
        session, k1, date(2026, 9, 1), [line(a, 10, "9.50"), line(b, 2, 19)], salesperson="小王"
    )
    n["q2"] = offer(
        session, k2, date(2026, 9, 2), [line(a, 5, 9)], salesperson="小李", due_day=date(2026, 9, 9)
    )
    n["q3"] = offer(session, k2, date(2026, 9, 3), [line(b, 5, 21)], salesperson="小李")
    n["q4"] = offer(session, k3, date(2026, 10, 3), [line(c, 9, 4)], due_day=date(2026, 12, 1))
    close_order(session, QUOTATION, n["q3"], "价格高")
    n["o1"] = order(session, k1, date(2026, 9, 4), [], source=n["q1"], due_day=date(2026, 9, 10))
    n["o2"] = order(
        session, k2, date(2026, 9, 5), [line(a, 190, 10), line(c, 4, 3)], salesperson="小李",
        due_day=date(2026, 12, 5), order_discount=fen("12.34"),
    )  # fmt: skip
    n["o3"] = order(session, k2, date(2026, 9, 6), [line(d, 5, 10)], place=east.id)
    n["o4"] = order(session, k3, date(2026, 9, 7), [line(a, 3, 10), line(d, 1, 10)])
    n["d1"] = deliver(
        session, k1, [line(a, 4, from_line=1), line(b, 2, from_line=2)], source=n["o1"],
        day=date(2026, 9, 8), salesperson="小王", payments=(Payment(1, fen("30.00")),),
        order_discount=None,
    ).number  # fmt: skip
    n["d2"] = deliver(
        session, k3, [line(a, 3, from_line=1)], source=n["o4"], day=date(2026, 9, 9)
    ).number
    close_order(session, SALES_ORDER, n["o4"], "不要了")
    n["d3"] = deliver(
        session, k1, [line(a, 1, 200, unit="箱"), line(b, 1, 15), line(c, 2, is_gift=True)],
        day=date(2026, 9, 20), salesperson="小李",
    ).number  # fmt: skip
    n["d4"] = deliver(session, k1, [line(a, 2, 10)], day=date(2026, 10, 8)).number
    n["d5"] = deliver(session, k3, [line(b, 9, 20)], day=date(2026, 10, 9)).number
    n["red d5"] = reverse_delivery(
        session, Reversal(n["d5"], "写错", date(2026, 10, 10)), key=new_key()
    ).number
    n["r1"] = bring_back(
        session, k1, date(2026, 10, 1), n["d1"], back=((1, 1),), reason="质量问题",
        payments=(Payment(1, fen("5.00")),),
    )  # fmt: skip
    n["r2"] = bring_back(session, k3, date(2026, 10, 2), "", lines=[line(c, 3, 3)], reason="发错货")
    n["r3"] = bring_back(session, k1, date(2026, 10, 2), n["d3"], back=((2, 1),), reason="发错货")
    n["red r3"] = reverse_sales_return(
        session, Reversal(n["r3"], "没退", date(2026, 10, 3)), key=new_key()
    ).number
    shift = api_shift(session, date(2026, 10, 4))
    n["t1"] = ring_up(session, shift.id, [line(a, 2, 8), line(c, 4, 3)], cash="28.00").number
    n["back"] = take_back(session, shift.id, n["t1"], (2, "1")).number
    n["m1"] = post_customer_receipt(
        session,
        MoneyDraft(date(2026, 10, 20), k1, (Payment(1, fen("100.00")),), cash_discount=fen("2.50")),
        key=new_key(),
    ).number
    n["m2"] = post_customer_receipt(
        session, MoneyDraft(date(2026, 10, 21), k1, (Payment(1, fen("7.00")),)), key=new_key()
    ).number
    reverse_customer_receipt(session, Reversal(n["m2"], "错", date(2026, 10, 22)), key=new_key())
    return n, {"A": a, "B": b, "C": c, "D": d, "C01": k1, "C02": k2, "C03": k3, "EAST": east.id}


@pytest.fixture
def trade(any_database: Database, owner: Actor) -> Trade:
    """The autumn on both databases."""
    with any_database.transaction(owner) as session:
        numbers, ids = an_autumn(session)
    return Trade(any_database, owner, numbers, ids)


@pytest.fixture
def plain(database: Database, owner: Actor) -> Trade:
    """The autumn on SQLite."""
    with database.transaction(owner) as session:
        numbers, ids = an_autumn(session)
    return Trade(database, owner, numbers, ids)


# --- 14 orders ---


def test_each_ordered_line_says_what_went_what_is_left_and_what_is_there(trade: Trade) -> None:
    rows = {(r["number"], r["product"]): r for r in trade.rows("sales_order_status", show="all")}
    lines = trade.ask(
        "SELECT o.number, p.code, l.base_quantity, l.gross, o.state, o.due_day, o.warehouse_id, "
        "coalesce((SELECT sum(f.base_quantity) FROM sales_delivery_line f JOIN sales_delivery d "
        "ON d.id = f.document_id WHERE d.order_id = o.id AND f.from_line = l.line_no), 0), p.id "
        "FROM sales_order o JOIN sales_order_line l ON l.document_id = o.id "
        "JOIN product p ON p.id = l.product_id"
    )
    assert len(rows) == len(lines) == 7
    held = defaultdict(int)
    for product, place, quantity in trade.ask(
        "SELECT product_id, warehouse_id, quantity FROM stock_level"
    ):
        held[product, place] += quantity
    open_ = {
        (number, code): max(ordered - went, 0) if state == "approved" else 0
        for number, code, ordered, _gross, state, _due, _place, went, _id in lines
    }
    promised = defaultdict(int)
    for number, code, _o, _g, _s, _d, place, _w, product in lines:
        promised[product, place] += open_[number, code]
    for number, code, ordered, gross, _state, due, place, went, product in lines:
        row, left = rows[number, code], open_[number, code]
        there = held[product, place] - promised[product, place] + left
        assert (row["ordered"], row["delivered"], row["open"]) == (ordered, went, left)
        assert row["available"] == there
        assert row["lacking"] == max(left - max(there, 0), 0)
        assert row["open_amount"] == div_half_up(gross * left, ordered)
        late = (TODAY - date.fromisoformat(str(due))).days if due and left else 0
        assert row["late_days"] == max(late, 0)


def test_open_late_and_lacking_lines_can_be_asked_for(plain: Trade) -> None:
    def asked(show: str) -> set[tuple[str, str]]:
        return {(r["number"], r["product"]) for r in plain.rows("sales_order_status", show=show)}

    n = plain.numbers
    assert asked("open") == {(n["o1"], "A"), (n["o2"], "A"), (n["o2"], "C"), (n["o3"], "D")}
    assert asked("late") == {(n["o1"], "A")}
    assert asked("lacking") == {(n["o1"], "A"), (n["o2"], "A"), (n["o3"], "D")}
    states = {
        (r["number"], r["product"]): r["state"]
        for r in plain.rows("sales_order_status", show="all")
    }
    assert states[n["o1"], "A"] == "部分出库"
    assert states[n["o1"], "B"] == "已完成"
    assert states[n["o4"], "D"] == "已关闭"
    assert states[n["o2"], "C"] == "未出"


def test_orders_are_narrowed_by_customer_goods_place_and_seller(plain: Trade) -> None:
    def count(**filters: str) -> int:
        return len(plain.rows("sales_order_status", show="all", **filters))

    assert (count(customer="C02"), count(product="A"), count(warehouse="EAST")) == (3, 3, 1)
    assert (count(salesperson="小李"), count(salesperson="小王")) == (2, 2)


# --- 15 offers ---


def test_each_quotation_says_what_became_of_it(trade: Trade) -> None:
    rows = {row["number"]: row for row in trade.rows("quotation_conversion")}
    n = trade.numbers
    won = dict(
        trade.ask(
            "SELECT q.number, sum(o.total) FROM quotation q JOIN sales_order o ON o.quotation_id = q.id "
            "GROUP BY q.number"
        )
    )
    totals = dict(trade.ask("SELECT number, total FROM quotation"))
    assert {k: (r["offered"], r["won"]) for k, r in rows.items()} == {
        number: (total, won.get(number, 0)) for number, total in totals.items()
    }
    assert [rows[n[q]]["result"] for q in ("q1", "q2", "q3", "q4")] == [
        "成交", "过期", "流失", "等回复",
    ]  # fmt: skip
    assert (rows[n["q1"]]["rate"], rows[n["q3"]]["reason"]) == (10000, "价格高")
    result = trade.run("quotation_conversion")
    assert result.totals["rate"] == div_half_up(sum(won.values()) * 10000, sum(totals.values()))


@pytest.mark.parametrize("by", ["customer", "salesperson", "reason"])
def test_quotations_are_summed_whatever_they_are_by(plain: Trade, by: str) -> None:
    single, summed = plain.rows("quotation_conversion"), plain.rows("quotation_conversion", by=by)
    for each, name in (("offered", "offered"), ("won", "won")):
        assert sum(r[each] for r in single) == sum(r[name] for r in summed)
    assert sum(r["offers"] for r in summed) == 4
    assert (sum(r["wins"] for r in summed), sum(r["losses"] for r in summed)) == (1, 2)
    lost = plain.rows("quotation_conversion", by=by, result="lost")
    assert [(r["offers"], r["losses"]) for r in lost] == [(1, 1)]


# --- 16 ranks ---


def sold_by_product(trade: Trade, first: str, last: str) -> dict[str, list[int]]:
    """Quantity and net of each product, from the raw lines."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for table, sign in (
        ("sales_delivery", 1), ("sales_return", -1), ("pos_sale", 1), ("pos_return", -1),
    ):  # fmt: skip
        for code, quantity, net in trade.ask(
            f"SELECT p.code, l.base_quantity, l.net FROM {table}_line l JOIN {table} d "
            "ON d.id = l.document_id JOIN product p ON p.id = l.product_id "
            "WHERE d.number IS NOT NULL AND d.day >= :first AND d.day <= :last",
            first=first, last=last,
        ):  # fmt: skip
            found[code][0] += sign * quantity
            found[code][1] += sign * net
    return dict(found)


@pytest.mark.parametrize(
    ("first", "last"), [("2026-08-01", "2026-11-20"), ("2026-10-01", "2026-10-31")]
)
def test_the_best_come_first_with_how_long_they_last(trade: Trade, first: str, last: str) -> None:
    sold = sold_by_product(trade, first, last)
    rows = trade.rows("best_sellers", first, last)
    wanted = sorted((code for code in sold if sold[code][0]), key=lambda c: (-sold[c][1], c))
    assert [row["product"] for row in rows] == wanted
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    for rank, row in enumerate(rows, 1):
        code = row["product"]
        [[held]] = trade.ask(
            "SELECT sum(quantity) FROM stock_level s JOIN product p ON p.id = s.product_id "
            "WHERE p.code = :code", code=code,
        )  # fmt: skip
        [[allocated]] = trade.ask(
            "SELECT coalesce(sum(allocated), 0) FROM stock_promise s JOIN product p "
            "ON p.id = s.product_id WHERE p.code = :code", code=code,
        )  # fmt: skip
        assert (row["rank"], row["held"]) == (rank, held)
        assert (row["quantity"], row["amount_excl"]) == tuple(sold[code])
        if row["quantity"] > 0:
            lasts = max(int(held) - int(allocated), 0) * days // row["quantity"]
            assert row["days_left"] == lasts
        moves = trade.ask(
            "SELECT m.day, m.quantity, m.kind FROM move m JOIN product p ON p.id = m.product_id "
            "WHERE p.code = :code", code=code,
        )  # fmt: skip
        opening = sum(q for day, q, _kind in moves if str(day) < first)
        came = sum(
            q
            for day, q, kind in moves
            if first <= str(day) <= last and (q > 0) is not (kind == "reversal")
        )
        supply = opening + came
        assert row["sell_through"] == (
            div_half_up(row["quantity"] * 10000, supply) if supply > 0 else None
        )


def test_ranks_go_by_quantity_or_profit_too_and_end_where_asked(plain: Trade) -> None:
    by_quantity = plain.rows("best_sellers", order="quantity")
    assert [r["quantity"] for r in by_quantity] == sorted(
        (r["quantity"] for r in by_quantity), reverse=True
    )
    by_profit = plain.rows("best_sellers", order="profit")
    assert [r["profit"] for r in by_profit] == sorted(
        (r["profit"] for r in by_profit), reverse=True
    )
    assert len(plain.rows("best_sellers", top="2")) == 2
    with pytest.raises(InvalidInput, match="1 到 10000 的整数") as refused:
        plain.rows("best_sellers", top="0")
    assert refused.value.field == "filter.top"
    with pytest.raises(InvalidInput):
        plain.rows("best_sellers", top="many")


def test_a_rank_by_profit_tells_nothing_to_who_may_not_see_it(plain: Trade) -> None:
    result = run(plain.database, actor_with("sales"), "best_sellers", order="profit")
    ranked = [row["product"] for row in records(result)]
    assert ranked == [row["product"] for row in plain.rows("best_sellers")]
    assert not {"profit", "margin"} & {column.id for column in result.columns}


def test_goods_that_lie_there_unsold_tie_up_money(trade: Trade) -> None:
    rows = {row["product"]: row for row in trade.rows("slow_movers", days="40")}
    assert set(rows) == {"A", "B", "C", "D"}
    assert {r["product"] for r in trade.rows("slow_movers", days="45")} == {"B", "C", "D"}
    last = {
        code: max(str(day) for (day,) in days)
        for code in "ABC"
        if (
            days := trade.ask(
                "SELECT d.day FROM sales_delivery d JOIN sales_delivery_line l ON l.document_id = d.id "
                "JOIN product p ON p.id = l.product_id WHERE p.code = :code AND d.state = 'posted' "
                "AND d.reverses_id IS NULL UNION ALL SELECT d.day FROM pos_sale d JOIN pos_sale_line l "
                "ON l.document_id = d.id JOIN product p ON p.id = l.product_id "
                "WHERE p.code = :code AND d.state = 'posted' AND d.reverses_id IS NULL",
                code=code,
            )
        )
    }
    for code, row in rows.items():
        since = date.fromisoformat(last.get(code, "2026-08-01"))
        assert row["idle_days"] == (TODAY - since).days >= 40
        assert row["last_day"] == (since if code in last else None)
        [[worth]] = trade.ask(
            "SELECT sum(value) FROM cost_pool s JOIN product p ON p.id = s.product_id "
            "WHERE p.code = :code", code=code,
        )  # fmt: skip
        assert row["amount"] == worth


# --- 17, 18 customers ---


def buying_days(trade: Trade) -> dict[str, list[date]]:
    found: dict[str, list[date]] = defaultdict(list)
    for code, day in trade.ask(
        "SELECT p.customer_code, d.day FROM sales_delivery d JOIN partner p ON p.id = d.partner_id "
        "WHERE d.state = 'posted' AND d.reverses_id IS NULL ORDER BY d.day, d.id"
    ):
        found[code].append(date.fromisoformat(str(day)))
    return dict(found)


def test_customers_who_stay_away_are_missed(trade: Trade) -> None:
    days = buying_days(trade)
    rows = {row["key"]: row for row in trade.rows("inactive_customers", days="43")}
    assert set(rows) == {c for c, d in days.items() if (TODAY - d[-1]).days >= 43} == {"C01", "C03"}
    for code, row in rows.items():
        assert (row["last_day"], row["documents"]) == (days[code][-1], len(days[code]))
        assert row["idle_days"] == (TODAY - days[code][-1]).days
        [[bought]] = trade.ask(
            "SELECT (SELECT sum(total) FROM sales_delivery WHERE partner_id = p.id) - "
            "coalesce((SELECT sum(total) FROM sales_return WHERE partner_id = p.id), 0) "
            "FROM partner p WHERE p.customer_code = :code", code=code,
        )  # fmt: skip
        [[owed]] = trade.ask(
            "SELECT sum(l.debit - l.credit) FROM leg l JOIN partner p ON p.id = l.partner_id "
            "WHERE l.account = '1122' AND p.customer_code = :code", code=code,
        )  # fmt: skip
        assert (row["amount_incl"], row["owed"]) == (bought, owed)
    assert {r["key"] for r in trade.rows("inactive_customers", days="60")} == {"C03"}


def test_what_is_owed_is_left_away_for_who_may_not_see_it(plain: Trade) -> None:
    result = run(plain.database, actor_with("sales"), "inactive_customers")
    assert "owed" not in {column.id for column in result.columns}


def test_who_came_again_is_counted(trade: Trade) -> None:
    days = buying_days(trade)
    first, last = date(2026, 9, 1), date(2026, 9, 30)
    result = trade.run("repeat_customers", str(first), str(last))
    inside = {c: [d for d in all_ if first <= d <= last] for c, all_ in days.items()}
    inside = {c: d for c, d in inside.items() if d}
    rows = {row["key"]: row for row in records(result)}
    assert {c: r["documents"] for c, r in rows.items()} == {c: len(d) for c, d in inside.items()}
    assert {c: r["repeat"] for c, r in rows.items()} == {
        c: 10000 if len(d) >= 2 else 0 for c, d in inside.items()
    }
    again = sum(len(d) >= 2 for d in inside.values())
    assert result.totals["repeat"] == div_half_up(again * 10000, len(inside)) == 5000
    assert rows["C01"]["interval"] == 12
    assert {r["kind"] for r in rows.values()} == {"新客"}
    later = {r["key"]: r for r in trade.rows("repeat_customers", "2026-10-01", "2026-10-31")}
    assert later["C01"]["kind"] == "老客"
    [[sold]] = trade.ask(
        "SELECT sum(total) FROM sales_delivery WHERE partner_id = :id AND day >= '2026-10-01'",
        id=trade.ids["C01"],
    )
    [[back]] = trade.ask(
        "SELECT sum(total) FROM sales_return WHERE partner_id = :id", id=trade.ids["C01"]
    )
    assert later["C01"]["amount_incl"] == sold - back


def test_months_say_how_many_came_first_and_again(trade: Trade) -> None:
    rows = {
        r["key"]: r for r in trade.rows("repeat_customers", "2026-09-01", "2026-11-20", by="month")
    }
    days = buying_days(trade)
    for month, row in rows.items():
        inside = {c: [d for d in all_ if f"{d:%Y-%m}" == month] for c, all_ in days.items()}
        bought = {c: d for c, d in inside.items() if d}
        assert row["buyers"] == len(bought)
        assert row["first"] == sum(f"{days[c][0]:%Y-%m}" == month for c in bought)
        assert row["again"] == sum(len(d) >= 2 for d in bought.values())
    assert list(rows) == ["2026-09", "2026-10"]


# --- 19 prices ---


def below_list(trade: Trade) -> dict[tuple[str, str], tuple[int, int, bool, bool]]:
    """Listed, paid, whether a gift and whether below the lowest, of every line that stands, from the raw rows."""
    found = {}
    for table in ("sales_delivery", "pos_sale"):
        for number, gift, code, unit, quantity, gross, retail, lowest in trade.ask(
            f"SELECT d.number, l.is_gift, p.code, l.unit, l.quantity, l.gross, p.retail_price, p.min_price "
            f"FROM {table} d JOIN {table}_line l ON l.document_id = d.id JOIN product p "
            "ON p.id = l.product_id WHERE d.state = 'posted' AND d.reverses_id IS NULL"
        ):
            factor = 24 if unit == "箱" else 1
            listed = line_amount(quantity, retail * factor)
            paid_each = div_half_up(gross * 10**8, quantity)
            under = lowest is not None and not gift and paid_each < lowest * factor
            if under or listed > gross:
                found[number, code] = (listed, gross, bool(gift), under)
    return found


def test_what_was_given_away_is_told_line_by_line(trade: Trade) -> None:
    wanted = below_list(trade)
    rows = {(r["number"], r["product"]): r for r in trade.rows("price_execution")}
    assert {
        k: (r["listed"], r["paid"], r["gift"] == "是", r["below"] == "是") for k, r in rows.items()
    } == wanted
    assert all(r["given"] == r["listed"] - r["paid"] for r in rows.values())
    lowest = trade.rows("price_execution", show="lowest")
    assert {(r["number"], r["product"]) for r in lowest} == {k for k, v in wanted.items() if v[3]}
    assert len(lowest) >= 2


def test_prices_of_a_sale_are_those_of_its_day_and_hour(trade: Trade) -> None:
    def asked(number: str) -> tuple[object, ...]:
        [row] = [r for r in trade.rows("price_execution", product="B") if r["number"] == number]
        return row["list_price"], row["lowest"], row["given"]

    b, k1 = trade.ids["B"], trade.ids["C01"]
    with trade.database.transaction(trade.owner) as session:
        morning = deliver(session, k1, [line(b, 1, "19.00")], day=TODAY).number
    trade.database.clock = fixed_clock(2026, 11, 20, 15)
    with trade.database.transaction(trade.owner) as session:
        lines = (PriceChangeLine(b, price(30)), PriceChangeLine(b, price(25), MIN))
        approve_price_change(session, PriceChangeDraft(TODAY, TODAY, lines), key=new_key())
        evening = deliver(session, k1, [line(b, 1, "29.00")], day=TODAY).number
        dated_back = deliver(
            session, k1, [line(b, 1, "19.50")], day=TODAY - timedelta(days=1)
        ).number
    assert asked(morning) == (price(20), price(18), fen(1))
    assert asked(evening) == (price(30), price(25), fen(1))
    assert asked(dated_back) == (price(20), price(18), fen("0.50"))


def test_a_gift_is_given_away_and_breaks_no_lowest_price(trade: Trade) -> None:
    with trade.database.transaction(trade.owner) as session:
        lines = [line(trade.ids["B"], 1, 20), line(trade.ids["A"], 2, is_gift=True)]
        number = deliver(session, trade.ids["C01"], lines).number
    [gift] = [r for r in trade.rows("price_execution") if r["number"] == number]
    assert (gift["product"], gift["gift"], gift["below"]) == ("A", "是", "")
    assert (gift["paid"], gift["given"]) == (0, gift["listed"])
    assert number not in {r["number"] for r in trade.rows("price_execution", show="lowest")}
    [group] = [r for r in trade.rows("price_execution", by="product") if r["key"] == "A"]
    assert (group["gifts"], group["below"]) == (1, 2)


@pytest.mark.parametrize("by", ["salesperson", "customer", "product"])
def test_what_was_given_away_adds_up(plain: Trade, by: str) -> None:
    whole = plain.run("price_execution").totals["given"]
    result = plain.run("price_execution", by=by)
    assert result.totals["given"] == whole
    for row in result.data:
        if row.link:
            inside = plain.run("price_execution", **row.link.filters)
            assert inside.totals["given"] == row.cells[result.column("given")]


def test_a_wholesale_customer_has_his_own_list_price(plain: Trade) -> None:
    with plain.database.transaction(plain.owner) as session:
        session.execute(
            text("UPDATE partner SET price_level = 'wholesale' WHERE customer_code = 'C03'")
        )
        session.execute(
            text(
                "INSERT INTO product_price (product_id, level, unit, price) VALUES (:p, 'wholesale', '', 8000000)"
            ),
            {"p": plain.ids["A"]},
        )
        number = deliver(session, plain.ids["C03"], [line(plain.ids["A"], 1, "7.99")]).number
    [row] = [r for r in plain.rows("price_execution") if r["number"] == number]
    assert (row["list_price"], row["given"]) == (price(8), 1)


# --- 20 returns ---


def test_returns_stand_under_their_reasons_and_reversals_beside_them(trade: Trade) -> None:
    n = trade.numbers
    rows = {row["key"]: row for row in trade.rows("returns_analysis")}
    totals = dict(
        trade.ask(
            "SELECT number, total FROM sales_return UNION ALL SELECT number, total FROM pos_return"
        )
    )
    wanted = {
        "质量问题": totals[n["r1"]],
        "发错货": totals[n["r2"]] + totals[n["r3"]] + totals[n["red r3"]],
        "不合适": totals[n["back"]],
    }
    assert {key: row["amount_incl"] for key, row in rows.items()} == wanted
    [[sold]] = trade.ask(
        "SELECT (SELECT sum(total) FROM sales_delivery) + (SELECT sum(total) FROM pos_sale)"
    )
    assert {row["sold"] for row in rows.values()} == {sold}
    assert rows["发错货"]["documents"] == 3
    assert rows["质量问题"]["rate"] == div_half_up(wanted["质量问题"] * 10000, int(sold))


@pytest.mark.parametrize("by", ["reason", "product", "customer", "salesperson", "bill"])
def test_returns_add_up_whatever_they_are_by(plain: Trade, by: str) -> None:
    whole = plain.run("returns_analysis").totals["amount_incl"]
    result = plain.run("returns_analysis", by=by)
    assert result.totals["amount_incl"] == whole > 0
    assert sum(r["portion"] for r in records(result)) in range(9998, 10003)
    for row in result.data:
        if row.link and row.link.report:
            inside = plain.run("returns_analysis", **row.link.filters)
            assert inside.totals["amount_incl"] == row.cells[result.column("amount_incl")]


# --- 21 pay ---


def test_a_salesperson_is_paid_on_sales_profit_or_money_collected(trade: Trade) -> None:
    with trade.database.transaction(trade.owner) as session:
        change_setting(session, "commission_rate", 300)
    sold: dict[str, int] = defaultdict(int)
    for table, person, sign in (
        ("sales_delivery", "d.salesperson", 1),
        ("sales_return", "coalesce((SELECT s.salesperson FROM sales_delivery s WHERE s.id = d.original_id), '')", -1),
        ("pos_sale", "'owner'", 1),
        ("pos_return", "'owner'", -1),
    ):  # fmt: skip
        for who, net in trade.ask(
            f"SELECT {person}, sum(l.net) FROM {table} d JOIN {table}_line l ON l.document_id = d.id "
            f"WHERE d.number IS NOT NULL GROUP BY d.id, {person}"
            if table == "sales_return"
            else f"SELECT {person}, sum(l.net) FROM {table} d JOIN {table}_line l ON l.document_id = d.id "
            f"WHERE d.number IS NOT NULL GROUP BY d.id"
        ):
            sold[who] += sign * int(net)
    rows = {row["key"]: row for row in trade.rows("commission")}
    assert {key: row["net"] for key, row in rows.items()} == {
        k or "未填": v for k, v in sold.items()
    }
    for row in rows.values():
        assert (row["base"], row["rate"]) == (row["net"], 300)
        assert row["commission"] == commission(row["net"], 300)
    money = {key: row["collected"] for key, row in rows.items()}
    [[taken]] = trade.ask(
        "SELECT sum(debit - credit) FROM leg WHERE account = '100101' AND day <= '2026-10-31'"
    )
    assert sum(money.values()) == taken
    assert money["小王"] > fen("30.00") - fen("5.00")
    by_money = {r["key"]: r for r in trade.rows("commission", base="collected")}
    assert all(r["base"] == r["collected"] for r in by_money.values())
    by_profit = {r["key"]: r for r in trade.rows("commission", base="profit")}
    assert all(r["base"] == r["profit"] for r in by_profit.values())
    assert (
        sum(r["profit"] for r in by_profit.values()) == trade.run("sales_detail").totals["profit"]
    )


def test_pay_on_profit_is_not_told_to_who_may_not_see_profit(plain: Trade) -> None:
    seen = {
        c.id for c in run(plain.database, actor_with("sales"), "commission", base="profit").columns
    }
    assert not {"profit", "base", "commission"} & seen
    assert "commission" in {
        c.id for c in run(plain.database, actor_with("sales"), "commission").columns
    }


def test_who_has_a_commission_of_his_own_is_paid_that(plain: Trade) -> None:
    with plain.database.transaction(plain.owner) as session:
        change_setting(session, "commission_rate", 300)
        save_employee(
            session, EmployeeDraft("小王", commission_base="profit", commission_rate=1000)
        )
        save_employee(session, EmployeeDraft("小李", commission_rate=0))
    rows = {row["key"]: row for row in plain.rows("commission")}
    wang, li, owner = (rows[name] for name in ("小王", "小李", "owner"))
    assert (wang["base"], wang["rate"], wang["reckoned"]) == (wang["profit"], 1000, "毛利")
    assert wang["commission"] == commission(wang["profit"], 1000)
    assert (li["base"], li["rate"], li["commission"]) == (li["net"], 0, 0)
    assert (owner["base"], owner["rate"]) == (owner["net"], 300)
    asked = {row["key"]: row for row in plain.rows("commission", base="net")}
    assert (asked["小王"]["base"], asked["小王"]["rate"]) == (wang["net"], 1000)


def test_one_commission_on_profit_hides_pay_from_who_may_not_see_profit(plain: Trade) -> None:
    with plain.database.transaction(plain.owner) as session:
        save_employee(session, EmployeeDraft("小王", commission_base="profit"))
    seen = {c.id for c in run(plain.database, actor_with("sales"), "commission").columns}
    assert not {"profit", "base", "commission"} & seen


def test_a_loss_earns_no_commission() -> None:
    assert (commission(-100, 300), commission(10_050, 300)) == (0, 302)


def test_the_setting_decides_the_base_unless_asked_otherwise(plain: Trade) -> None:
    with plain.database.transaction(plain.owner) as session:
        change_setting(session, "commission_base", "collected")
    assert all(r["base"] == r["collected"] for r in plain.rows("commission"))
    assert all(r["base"] == r["net"] for r in plain.rows("commission", base="net"))


@pytest.mark.parametrize(
    "name",
    [
        "sales_order_status", "quotation_conversion", "best_sellers", "slow_movers", "inactive_customers",
        "repeat_customers", "price_execution", "returns_analysis", "commission",
    ],
)  # fmt: skip
def test_every_row_leads_on(plain: Trade, name: str) -> None:
    links = [row.link for row in plain.run(name).data if row.link]
    assert links
    for link in links:
        if link.report:
            assert plain.run(link.report, **link.filters).data is not None
        else:
            assert link.document in plain.numbers.values()


def test_a_time_without_trade_is_empty_everywhere(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    empty = new_shop()
    for name in (
        "sales_order_status", "quotation_conversion", "best_sellers", "slow_movers",
        "inactive_customers", "repeat_customers", "price_execution", "returns_analysis", "commission",
    ):  # fmt: skip
        result = run(empty, owner, name, "2026-01-01", str(TODAY - timedelta(days=1)))
        assert result.data == []
