"""补货建议: what to buy so that stock lasts, of whom, and what it cost the last time (domain.md §5, features 41).

Wanted is what is sold in the days to cover, at least the lower bound. Whatever is available and on its way counts;
where that is less than wanted, goods are bought up to the upper bound, else to twice the lower one, else to what is
wanted, and never less than the supplier's least quantity.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, div_half_up
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.offered import offered_prices
from jxc_desktop.purchase.taken import last_prices
from jxc_desktop.purchase.usual_suppliers import usual_suppliers
from jxc_desktop.reports import headings
from jxc_desktop.reports.goods import Good, goods_named
from jxc_desktop.reports.parameters import (
    Parameter,
    category_parameter,
    days_parameter,
    product_parameter,
    supplier_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.stock_alert import TIMES
from jxc_desktop.reports.summing import summarise
from jxc_desktop.reports.trade_sources import SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.stock.queries import NOTHING, Availability, Bounds, available_of, bounds_at
from jxc_desktop.stock.taken import LastPrice

SOLD_IN, COVER = 30, 14
"""Days of sales looked back on, and days that goods are to last, unless asked otherwise."""


def parameters() -> list[Parameter]:
    return [
        days_parameter(translate("reports", "看最近几天"), SOLD_IN),
        Parameter("cover", translate("reports", "备够几天"), "number", default=str(COVER)),
        warehouse_parameter(),
        category_parameter(),
        product_parameter(),
        supplier_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    price = headings.PURCHASE_PRICE
    return [
        headings.product(),
        headings.name(),
        headings.spec(),
        headings.unit(),
        Column("sold", translate("reports", "销量"), "quantity", total=True),
        Column("daily", translate("reports", "日均销量"), "quantity", detail=True),
        headings.quantity(),
        *headings.promises(),
        Column("cover_days", translate("reports", "可售天数"), "count"),
        Column("min_stock", translate("reports", "下限"), "quantity"),
        Column("max_stock", translate("reports", "上限"), "quantity"),
        Column("advised", translate("reports", "建议采购量"), "quantity", total=True),
        Column("supplier", translate("reports", "供应商")),
        Column("supplier_name", translate("reports", "供应商名称"), detail=True),
        Column("last_price", translate("reports", "上次进价"), "price", price),
        Column("price_unit", translate("reports", "进价单位"), needs=price, detail=True),
    ]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A product to buy: what it sold in the days looked back on, what there is of it, how much to buy."""

    good: Good
    sold: int
    there: Availability
    bound: Bounds
    advised: int


def rows(session: Session, request: Request) -> Iterator[Row]:
    wanted = dict(_wanted(session, request))
    facts = product_facts(session, wanted)
    suppliers = usual_suppliers(session, list(facts.values()), request.to_day)
    least = _least(session, request, suppliers, wanted)
    prices = last_prices(session, wanted, None)
    partners = select(Partner.id, Partner.supplier_code, Partner.name)
    names = {
        row[0]: (row[1] or "", row[2])
        for row in session.execute(partners.where(Partner.id.in_(set(suppliers.values()))))
    }
    firms = request.get("supplier")
    for product, each in wanted.items():
        supplier = suppliers.get(product)
        if firms is None or supplier in firms:
            advised = max(each.advised, least.get(product, 0))
            named = names.get(supplier or 0, ("", ""))
            yield _row(request, each, advised, named, prices.get(product))


def _wanted(session: Session, request: Request) -> Iterator[tuple[int, _Wanted]]:
    asked = _asked(request)
    days, cover = request.values["days"], request.values["cover"]
    bounds = bounds_at(session, asked, request.get("warehouse"))
    digits = select(Product.id, Product.places).where(Product.id.in_(asked))
    decimals = {row[0]: row[1] for row in session.execute(digits)}
    sold = _sold(session, request, days)
    there = available_of(session, asked, request.get("warehouse"))
    for product, good in goods_named(session, asked).items():
        bound = bounds[product]
        went, held = sold.get(good.product, 0), there.get(product, NOTHING)
        need = _whole(-(-max(went, 0) * cover // days), decimals[product])
        if advised := advised_of(held, need, bound):
            yield product, _Wanted(good, went, held, bound, advised)


def advised_of(there: Availability, need: int, bound: Bounds) -> int:
    """How much to buy of what is to cover `need`; 0 while what is available and on its way is enough."""
    least, most = bound[0] or 0, bound[1]
    coming = there.available + there.on_order
    if coming >= max(least, need):
        return 0
    target = max(least * TIMES, need) if most is None else max(most, least)
    return max(target - coming, 0)


def _whole(quantity: int, places: int) -> int:
    """Rounded up to what a quantity of the product can be."""
    step = int(10 ** (QUANTITY_PLACES - places))
    return -(-quantity // step) * step


def _asked(request: Request) -> Any:
    """Goods in use that are kept in stock and asked for."""
    query = select(Product.id).where(Product.disabled.in_([False]), Product.track_stock.in_([True]))
    if products := request.get("product"):
        query = query.where(Product.id.in_(products))
    if categories := request.get("category"):
        query = query.where(Product.category_id.in_(categories))
    return query


def _sold(session: Session, request: Request, days: int) -> dict[str, int]:
    """What was sold in the days that end with the report's day, by product code; to whomever, bought of whomever."""
    first = request.to_day - timedelta(days=days - 1)
    filters = {name: value for name, value in request.values.items() if name != "supplier"}
    period = Request(first, request.to_day, filters, request.texts)
    lines = traded_lines(session, period, SOLD)
    return {each.key: each.quantity or 0 for each in summarise(session, lines, "product")}


def _least(
    session: Session,
    request: Request,
    suppliers: Mapping[int, int],
    wanted: Mapping[int, _Wanted],
) -> dict[int, int]:
    """The least that each product's supplier sells of its base unit."""
    offers = offered_prices(session, suppliers.values(), suppliers, request.to_day)
    return {
        product: max((o.minimum for o in offered if o.unit == wanted[product].good.unit), default=0)
        for product, supplier in suppliers.items()
        for offered in [offers[supplier].get(product, [])]
    }


def _row(
    request: Request, each: _Wanted, advised: int, supplier: tuple[str, str], last: LastPrice | None
) -> Row:
    good, there, days = each.good, each.there, request.values["days"]
    lasts = max(there.available, 0) * days // each.sold if each.sold > 0 else None
    price, unit = (last.price, last.unit) if last else (None, "")
    cells = (
        good.product, good.name, good.spec, good.unit, each.sold, div_half_up(each.sold, days),
        there.quantity, there.allocated, there.on_order, there.available, lasts, *each.bound,
        advised, *supplier, price, unit,
    )  # fmt: skip
    return Row(cells, good.unit, Link("", "stock_ledger", {"product": good.product}))


REPORT = Report(
    name="replenishment",
    title=lambda: translate("reports", "补货建议"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
    point=True,
)
