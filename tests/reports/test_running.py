"""Running a report: who may, what may be asked, what is refused and in which words."""

import json
from datetime import date

import pytest

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.features import REPORTS
from jxc_desktop.panes import pane_specs
from jxc_desktop.reports.export import FORMS
from jxc_desktop.reports.parameters import options
from jxc_desktop.reports.report import find_report, reports_for, run_report
from jxc_desktop.shop.actor import all_roles, matrix
from tests.conftest import actor_with
from tests.reports.conftest import Trade, report
from tests.reports.test_export import FILTERS

COSTLY = {"cost_amount", "profit", "margin", "share", "unit_cost", "amount", "closing_cost"}
COST_WORDS = ("成本", "毛利", "库存金额")


def test_names_are_unique_and_permissions_known() -> None:
    names = [each.name for each in REPORTS]
    assert len(set(names)) == len(names)
    assert {each.permission for each in REPORTS} <= set(matrix())


def test_an_unknown_report_names_those_there_are() -> None:
    with pytest.raises(NotFound, match="sales_summary"):
        find_report(REPORTS, "sales")


def test_an_unknown_filter_names_those_there_are(trade: Trade) -> None:
    with pytest.raises(InvalidInput, match="warehouse") as refused:
        trade.run("sales_summary", colour="red")
    assert refused.value.field == "filter.colour"


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [(date.min, date(2026, 1, 1), "from"), (date(2026, 1, 1), date.max, "to")],
)
def test_no_report_is_asked_for_days_beyond_the_calendar(
    trade: Trade, first: date, last: date, field: str
) -> None:
    for each in REPORTS:
        with trade.database.reading(trade.owner) as session:
            filters = FILTERS.get(each.name, {})
            with pytest.raises(InvalidInput, match="1900-01-01 和 2999-12-31") as refused:
                run_report(session, each, first, last, filters)
        assert refused.value.field == field


@pytest.mark.parametrize(
    ("name", "filters"),
    [
        ("sales_summary", {"by": "colour"}),
        ("sales_summary", {"product": "nothing"}),
        ("sales_summary", {"customer": "S01"}),
        ("sales_summary", {"warehouse": "MOON"}),
        ("sales_summary", {"category": "酒"}),
        ("purchase_summary", {"supplier": "C01"}),
        ("cash_journal", {"account": "safe"}),
        ("shift_report", {"shift": "JB1"}),
    ],
)
def test_a_value_nothing_bears_is_refused_at_its_filter(
    trade: Trade, name: str, filters: dict[str, str]
) -> None:
    with pytest.raises((InvalidInput, NotFound)) as refused:
        trade.run(name, **filters)
    assert refused.value.field == f"filter.{next(iter(filters))}"


def test_a_period_the_wrong_way_round_is_refused(trade: Trade) -> None:
    with pytest.raises(InvalidInput) as refused:
        trade.run("sales_summary", "2026-05-01", "2026-04-01")
    assert refused.value.field == "from"


def test_without_days_a_report_covers_everything_in_the_books(trade: Trade) -> None:
    request = trade.run("sales_summary").request
    assert request.from_day == date(2026, 1, 1)
    assert request.to_day == date(2026, 11, 20)


def test_products_are_found_by_code_by_barcode_and_by_part_of_the_name(trade: Trade) -> None:
    assert len(trade.run("sales_summary", product="A").rows) == 1
    assert len(trade.run("sales_summary", product="商品").rows) == 3


@pytest.mark.parametrize("role", all_roles())
def test_the_catalogue_shows_each_role_what_it_may_run_and_nothing_else(
    trade: Trade, role: str
) -> None:
    actor = actor_with(role)
    with trade.database.reading(actor) as session:
        seen = {each.name for each in reports_for(session, REPORTS)}
    for each in REPORTS:
        if each.name in seen:
            trade.run(each.name, actor=actor, **FILTERS.get(each.name, {}))
        else:
            with pytest.raises(Forbidden):
                trade.run(each.name, actor=actor, **FILTERS.get(each.name, {}))


BLIND = [role for role in all_roles() if role not in matrix()["field.cost_price"].roles]


def costs_there_are(trade: Trade) -> set[str]:
    """Every cost figure of the year, as machines and people write it."""
    figures = set()
    for name in ("sales_detail", "sales_summary", "stock_balance", "stock_movement_summary"):
        result = trade.run(name)
        for column in result.columns:
            if column.needs == "field.cost_price" and column.kind == "money":
                place = result.column(column.id)
                figures |= {row.cells[place] for row in result.data}
    return {f"{abs(value) / 100:.2f}" for value in figures if value and abs(value) > 2000}


@pytest.mark.parametrize("role", BLIND)
def test_no_cost_reaches_who_may_not_see_it(trade: Trade, role: str) -> None:
    actor, costs = actor_with(role), costs_there_are(trade)
    sales = {f"{abs(v) / 100:.2f}" for v in sold_and_bought(trade)}
    secrets = costs - sales
    assert len(secrets) >= 5
    with trade.database.reading(actor) as session:
        seen = reports_for(session, REPORTS)
    for each in seen:
        result = trade.run(each.name, actor=actor, **FILTERS.get(each.name, {}))
        # Money that changed hands is no cost, though its columns are named as those of goods elsewhere.
        changed_hands = each.group == "cash" or each.name == "landed_cost_detail"
        costly = COSTLY - {"amount", "share"} if changed_hands else COSTLY
        assert not costly & {column.id for column in result.columns}
        assert not any(word in column.title for column in result.columns for word in COST_WORDS)
        assert not costly & set(result.totals)
        for form in ("json", "csv"):
            text = FORMS[form](result).decode("utf-8-sig").replace(",", " ").split()
            told = {word.strip('"[]{}') for word in text}
            assert not told & secrets, (each.name, form)


def sold_and_bought(trade: Trade) -> set[int]:
    """Money that is known without knowing cost: prices, amounts, taxes, cash."""
    figures: set[int] = set()
    for name in (
        "sales_detail",
        "sales_summary",
        "purchase_detail",
        "purchase_summary",
        "cash_journal",
        "shift_report",
    ):
        result = trade.run(name)
        for place, column in enumerate(result.columns):
            if column.kind == "money" and column.needs != "field.cost_price":
                figures |= {row.cells[place] for row in result.rows if row.cells[place]}
    return figures


def test_a_keeper_counts_goods_and_sees_no_money(trade: Trade) -> None:
    keeper = actor_with("keeper")
    for name in ("stock_balance", "stock_movement_summary", "stock_ledger"):
        result = trade.run(name, actor=keeper, **FILTERS.get(name, {}))
        assert not any(column.kind in {"money", "price", "cost"} for column in result.columns)
        assert len(result.data) >= 3
        answer = json.loads(FORMS["json"](result))
        assert not {"amount", "unit_cost"} & {column["id"] for column in answer["columns"]}


def test_every_drop_down_offers_values_that_work(trade: Trade) -> None:
    for each in REPORTS:
        for parameter in each.parameters():
            with trade.database.reading(trade.owner) as session:
                offered = options(session, parameter)
            for value, label in offered[:20]:
                assert label
                filters = {**FILTERS.get(each.name, {}), parameter.name: value}
                trade.run(each.name, **filters)


def test_every_link_leads_to_something_that_runs(trade: Trade) -> None:
    documents, panes = set(trade.numbers.values()), {spec.name for spec in pane_specs()}
    for each in REPORTS:
        for row in trade.run(each.name, **FILTERS.get(each.name, {})).rows:
            if row.link is None:
                continue
            if row.link.document:
                assert row.link.document in documents
            elif row.link.pane:
                assert row.link.pane in panes
            else:
                trade.run(row.link.report, **row.link.filters)


def test_report_is_the_one_in_the_catalogue() -> None:
    assert report("sales_summary") in REPORTS
