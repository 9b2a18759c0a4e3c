"""Sales and purchases: each report against its own recomputation from the raw lines and moves."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime

import pytest
from sqlalchemy import text

from jxc_desktop.core.clock import SHANGHAI
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.reports.sales_summary import choices
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.reports import truth
from tests.reports.conftest import Trade, records
from tests.shopkeeping import MAIN, a_product, a_supplier, fen, line, pieces, receive

PERIODS = [
    ("2026-01-01", "2026-12-31"),
    ("2026-03-01", "2026-04-30"),
    ("2026-06-02", "2026-07-03"),
    ("2026-08-01", "2026-08-31"),
]


def sums_by(
    lines: list[truth.TruthLine], key: Callable[[truth.TruthLine], str]
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for each in lines:
        for place, value in enumerate((each.net, each.tax, each.gross, each.cost)):
            found[key(each)][place] += value
    return dict(found)


def later_costs(trade: Trade, first: str, last: str) -> int:
    with trade.database.reading(trade.owner) as session:
        return -sum(
            amount
            for _product, day, kind, _quantity, amount in truth.moves(session)
            if kind == "true_up" and first <= day <= last
        )


@pytest.mark.parametrize(("first", "last"), PERIODS)
@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("product", lambda line: line.product),
        ("customer", lambda line: line.customer),
        ("salesperson", lambda line: line.person),
        ("month", lambda line: line.day[:7]),
        ("category", lambda line: {"A": "饮料", "B": "饮料/茶", "C": ""}[line.product]),
        ("brand", lambda line: {"A": "清溪", "B": "", "C": "清溪"}[line.product]),
        ("warehouse", lambda line: line.warehouse),
        ("weekday", lambda line: str(date.fromisoformat(line.day).isoweekday())),
        ("hour", lambda line: f"{datetime.fromtimestamp(line.at / 1000, SHANGHAI).hour:02}"),
        ("bill", lambda line: line.number),
    ],
)
def test_a_summary_adds_up_every_line(
    make_trade: Callable[..., Trade],
    by: str,
    key: Callable[[truth.TruthLine], str],
    first: str,
    last: str,
) -> None:
    trade = make_trade()
    result = trade.run("sales_summary", first, last, by=by)
    with trade.database.reading(trade.owner) as session:
        expected = sums_by(truth.sold_lines(session, first, last), key)
    money = ("amount_excl", "tax_amount", "amount_incl")
    got = {row["key"]: [row[name] for name in money] for row in records(result)}
    assert {k: v for k, v in got.items() if any(v) or k in expected} == {
        k: v[:3] for k, v in expected.items()
    }
    cost = sum(v[3] for v in expected.values()) + later_costs(trade, first, last)
    assert result.totals["cost_amount"] == cost
    assert result.totals["profit"] == result.totals["amount_excl"] - cost


def test_summaries_agree_on_both_databases_whatever_they_are_by(any_trade: Trade) -> None:
    totals = [any_trade.run("sales_summary", by=by).totals for by, _word in choices()]
    money = [{k: v for k, v in each.items() if k != "quantity"} for each in totals]
    assert all(each == money[0] for each in money)
    assert money[0]["amount_incl"] > 0


def test_the_cost_of_all_sales_is_what_the_books_say(any_trade: Trade) -> None:
    result = any_trade.run("gross_profit")
    with any_trade.database.reading(any_trade.owner) as session:
        legs = truth.legs(session)
    assert result.totals["cost_amount"] == sum(
        d - c for account, _day, d, c, _s in legs if account == "5401"
    )
    assert result.totals["amount_excl"] == sum(
        c - d for account, _day, d, c, _s in legs if account == "5001"
    )


def test_a_reversed_sale_leaves_nothing_but_both_its_papers(any_trade: Trade) -> None:
    result = any_trade.run("sales_detail", "2026-06-01", "2026-07-03")
    assert [row["number"] for row in records(result)] == [
        any_trade.numbers[name] for name in ("d3", "red d3", "t3", "red t3")
    ]
    assert result.totals["amount_incl"] == 0
    assert result.totals["cost_amount"] == 0


def test_goods_handed_back_count_against_the_sale(trade: Trade) -> None:
    rows = records(trade.run("sales_detail", "2026-04-09", "2026-04-09", product="A"))
    assert [
        (row["number"], row["quantity"]) for row in rows if row["number"] == trade.numbers["back"]
    ] == [(trade.numbers["back"], -10000)]
    assert sum(row["quantity"] for row in rows) == 2 * 10000


def test_quantities_of_different_units_are_never_added(trade: Trade) -> None:
    by_customer = {
        row["key"]: row["quantity"] for row in records(trade.run("sales_summary", by="customer"))
    }
    assert by_customer["C01"] is None
    assert by_customer["C02"] == 7 * 10000
    assert trade.run("sales_summary").totals["quantity"] is None
    assert trade.run("sales_summary", product="A").totals["quantity"] == 109 * 10000


def test_a_margin_is_profit_over_revenue_and_nothing_over_nothing(trade: Trade) -> None:
    rows = {row["key"]: row for row in records(trade.run("gross_profit"))}
    row = rows["A"]
    assert row["margin"] == round(row["profit"] / row["amount_excl"] * 10000)
    assert trade.run("gross_profit", "2026-08-01", "2026-08-02").totals["margin"] is None


def test_the_best_profit_comes_first_and_shares_make_a_whole(trade: Trade) -> None:
    rows = records(trade.run("gross_profit"))
    profits = [row["profit"] for row in rows]
    assert profits == sorted(profits, reverse=True)
    assert abs(sum(row["share"] for row in rows) - 10000) <= len(rows)


def test_filters_narrow_what_is_summed(trade: Trade) -> None:
    whole = trade.run("sales_summary").totals["amount_incl"]
    drinks = trade.run("sales_summary", category="饮料").totals["amount_incl"]
    tea = trade.run("sales_summary", category="茶").totals["amount_incl"]
    rest = trade.run("sales_summary", product="C").totals["amount_incl"]
    assert drinks + rest == whole
    assert 0 < tea < drinks
    assert trade.run("sales_summary", customer="C02").totals["amount_incl"] == 10758
    assert trade.run("sales_detail", salesperson="小王").totals["amount_incl"] == 152814


def test_purchases_add_up_and_reach_stock_at_their_cost(any_trade: Trade) -> None:
    result = any_trade.run("purchase_summary")
    with any_trade.database.reading(any_trade.owner) as session:
        lines = session.execute(
            text("SELECT sum(l.net), sum(l.tax), sum(l.gross) FROM goods_receipt_line l")
        ).one()
        into_stock = sum(
            d - c
            for account, _d, d, c, source in truth.legs(session)
            if account == "1405" and source.startswith("CGRK")
        )
    assert [result.totals[name] for name in ("amount_excl", "tax_amount", "amount_incl")] == [
        int(v) for v in lines
    ]
    assert (
        result.totals["cost_amount"] - later_costs(any_trade, "2026-01-01", "2026-12-31")
        == into_stock
    )
    detail = any_trade.run("purchase_detail")
    assert {k: v for k, v in detail.totals.items() if k != "quantity"} == {
        k: v for k, v in result.totals.items() if k != "quantity"
    }


def test_purchases_by_supplier_and_by_buyer(trade: Trade) -> None:
    rows = {
        row["key"]: row["amount_incl"]
        for row in records(trade.run("purchase_summary", by="supplier"))
    }
    assert rows == {"S01": 256000, "S02": 37521}
    assert [row["key"] for row in records(trade.run("purchase_summary", by="buyer"))] == ["owner"]


def test_what_a_named_buyer_bought_and_what_of_it_went_back_is_his(trade: Trade) -> None:
    def bought() -> dict[str, int]:
        told = records(trade.run("purchase_summary", by="buyer"))
        return {row["key"]: row["amount_incl"] for row in told}

    before = bought()
    with trade.database.transaction(trade.owner) as session:
        goods, supplier = a_product(session, "ZZ"), a_supplier(session, "S99")
        posted = receive(
            session, supplier, [line(goods, 10, "8.00")], day=date(2026, 6, 2), buyer="小赵"
        )
        draft = PurchaseReturnDraft(
            date(2026, 6, 3),
            supplier,
            MAIN,
            original=posted.number,
            back=(ReturnLine(1, pieces(4)),),
        )
        post_purchase_return(session, draft, key=new_key())
    assert bought() == {**before, "小赵": fen("48.00")}
    inside = trade.run("purchase_detail", buyer="小赵")
    assert inside.totals["amount_incl"] == fen("48.00")
    assert {row["person"] for row in records(inside)} == {"小赵"}


def test_drilling_down_from_a_sum_shows_the_lines_behind_it(trade: Trade) -> None:
    for row in trade.run("sales_summary").data:
        assert row.link is not None
        lines = trade.run(row.link.report, **row.link.filters)
        assert lines.totals["amount_incl"] == row.cells[7]


def test_a_bill_leads_to_itself_and_names_its_customer(trade: Trade) -> None:
    result = trade.run("gross_profit", by="bill")
    rows = {row.cells[0]: row for row in result.data}
    delivered, ticket = rows[trade.numbers["d1"]], rows[trade.numbers["t1"]]
    assert (delivered.cells[1], ticket.cells[1]) == ("客户C01", "零售散客")
    assert delivered.link.document == trade.numbers["d1"]


def test_days_of_one_weekday_are_counted_together(trade: Trade) -> None:
    rows = {row["key"]: row for row in records(trade.run("sales_summary", by="weekday"))}
    assert rows["2"]["name"] == "周二"
    assert [row["key"] for row in rows.values()] == sorted(rows)
    bills = records(trade.run("sales_summary", by="bill"))
    assert sum(row["documents"] for row in rows.values()) == len([b for b in bills if b["key"]])
