"""Keeping suppliers' price lists: typed by hand, or said by their quotations (供应商价目)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, PRICE_PLACES, div_half_up, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.order_models import SupplierPrice, SupplierQuotation
from jxc_desktop.purchase.queries.requests import STANDING
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record
from jxc_desktop.stock.priced import PricedLine

_PUT = Statement(
    "INSERT INTO supplier_price (partner_id, product_id, unit, price, price_includes_tax, lead_days, "
    "minimum, from_day, until_day, quotation_id) VALUES (:partner, :product, :unit, :price, :taxed, "
    ":lead_days, :minimum, :from_day, :until_day, :quotation) "
    "ON CONFLICT (partner_id, product_id, unit, from_day) DO UPDATE SET price = excluded.price, "
    "price_includes_tax = excluded.price_includes_tax, lead_days = excluded.lead_days, "
    "minimum = excluded.minimum, until_day = excluded.until_day, quotation_id = excluded.quotation_id",
    changes="supplier_price",
)
_DROP = Statement(
    "DELETE FROM supplier_price WHERE id = :id RETURNING partner_id, product_id, unit, price",
    changes="supplier_price",
)
_DROP_QUOTED = Statement(
    "DELETE FROM supplier_price WHERE quotation_id = :quotation", changes="supplier_price"
)


@dataclass(frozen=True, slots=True)
class SupplierPriceDraft:
    """A price of a supplier as typed: 1e-6 yuan for one `unit` ("" is the base unit) from a day on."""

    partner_id: int
    product_id: int
    price: int
    from_day: date
    unit: str = ""
    price_includes_tax: bool = True
    lead_days: int | None = None
    minimum: int = 0
    until_day: date | None = None


@dataclass(frozen=True, slots=True)
class SupplierPriceView:
    """A row of a price list; `quotation` is the number of the quotation that said it, "" when typed."""

    id: int
    partner_id: int
    partner: str
    partner_name: str
    product_id: int
    product: str
    name: str
    unit: str
    price: int
    price_includes_tax: bool
    lead_days: int | None
    minimum: int
    from_day: date
    until_day: date | None
    quotation: str


@needs("supplier_price.edit")
def set_supplier_price(session: Session, draft: SupplierPriceDraft) -> None:
    """Write a price; another of the same day takes its place."""
    supplier = supplier_facts(session, draft.partner_id)
    product = product_facts(session, [draft.product_id])[draft.product_id]
    product.factor(draft.unit)
    if draft.price < 0 or draft.minimum < 0 or (draft.lead_days or 0) < 0:
        raise InvalidInput(translate("purchase", "价格、起订量和到货天数不能小于 0"), field="price")
    if draft.until_day is not None and draft.until_day < draft.from_day:
        raise InvalidInput(translate("purchase", "截止日期早于开始日期"), field="until_day")
    unit = draft.unit or product.unit
    _PUT.run(
        session, partner=supplier.id, product=product.id, unit=unit, price=draft.price,
        taxed=draft.price_includes_tax, lead_days=draft.lead_days, minimum=draft.minimum,
        from_day=draft.from_day, until_day=draft.until_day, quotation=None,
    )  # fmt: skip
    record(
        session,
        "supplier_price.edit",
        supplier.name,
        goods=product.name,
        unit=unit,
        after=trimmed(draft.price, PRICE_PLACES, 2),
        first=draft.from_day,
        last=draft.until_day,
    )


@needs("supplier_price.edit")
def remove_supplier_price(session: Session, row_id: int) -> None:
    """Take a price off the list."""
    row = _DROP.first(session, id=row_id)
    if row is None:
        raise NotFound(translate("purchase", "这个价格已经删掉了。刷新后再看"))
    partner, product, unit, price = row
    record(
        session,
        "supplier_price.remove",
        supplier_facts(session, partner, even_disabled=True).name,
        goods=product_facts(session, [product])[product].name,
        unit=unit,
        before=trimmed(price, PRICE_PLACES, 2),
    )


@needs("field.purchase_price")
def supplier_price_list(
    session: Session, partner_id: int | None = None, product_id: int | None = None
) -> list[SupplierPriceView]:
    """The price lists, of one supplier or for one product, the newest price first.

    What a quotation said is on the list while the quotation is approved.
    """
    row = SupplierPrice
    query: Any = (
        select(
            row.id, row.partner_id, Partner.supplier_code, Partner.name, row.product_id,
            Product.code, Product.name, row.unit, row.price, row.price_includes_tax, row.lead_days,
            row.minimum, row.from_day, row.until_day, func.coalesce(SupplierQuotation.number, ""),
        )
        .join(Partner, Partner.id == row.partner_id)
        .join(Product, Product.id == row.product_id)
        .outerjoin(SupplierQuotation, SupplierQuotation.id == row.quotation_id)
        .where(or_(row.quotation_id.is_(None), SupplierQuotation.state.in_(STANDING)))
        .order_by(Partner.supplier_code, Product.code, row.unit, row.from_day.desc())
    )  # fmt: skip
    if partner_id is not None:
        query = query.where(row.partner_id == partner_id)
    if product_id is not None:
        query = query.where(row.product_id == product_id)
    return [SupplierPriceView(*each) for each in session.execute(query)]


def keep_quoted_prices(
    session: Session,
    quotation_id: int,
    partner_id: int,
    days: tuple[date, date | None],
    lines: Sequence[PricedLine],
    terms: Sequence[tuple[int | None, int]],
    *,
    includes_tax: bool,
) -> None:
    """Put what a quotation says on the price list, less its discounts; `days` are from when and until when.

    `terms` are days and minimum, one for each line.
    """
    _DROP_QUOTED.run(session, quotation=quotation_id)
    _PUT.run_many(
        session,
        (
            {
                "partner": partner_id,
                "product": line.product.id,
                "unit": line.unit,
                "price": div_half_up(line.price * (ONE - line.discount), ONE),
                "taxed": includes_tax,
                "lead_days": lead_days,
                "minimum": minimum,
                "from_day": days[0],
                "until_day": days[1],
                "quotation": quotation_id,
            }
            for line, (lead_days, minimum) in zip(lines, terms, strict=True)
            if not line.is_gift
        ),
    )
