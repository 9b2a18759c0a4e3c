"""The goods and partners of the sample shop, read from resources/sample_shop/."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BarcodeDraft, ProductDraft, UnitDraft
from jxc_desktop.catalog.services import write_products
from jxc_desktop.core.numbers import EXEMPT, MONEY_PLACES, PRICE_PLACES, RATE_PLACES, parse_scaled
from jxc_desktop.core.paths import resource
from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.partners.services import save_customer, save_supplier

RUN_LOW = ("101205", "100921", "101401", "100411", "100587")
"""Codes of goods that the year ends with too few of."""
USUAL, HIGH = 20, 100
"""Base units below which there are too few, and of goods that run low."""


@dataclass(frozen=True, slots=True)
class SampleGoods:
    """One kind of goods: who supplies it, in what case, and how many its buyers take at a time.

    Prices 1e-6 yuan of the base unit; `case` 1e-4 base units that are bought together.
    """

    product_id: int
    code: str
    supplier_id: int
    purchase_price: int
    retail_price: int
    case: int
    weighed: bool


def sample_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of resources/sample_shop/`name`.csv."""
    with resource("sample_shop", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write_partners(session: Session) -> tuple[dict[str, int], dict[str, int]]:
    """Write suppliers and customers; returns their ids by code."""
    suppliers = {
        row["code"]: save_supplier(
            session,
            PartnerDraft(
                name=row["name"],
                supplier_code=row["code"],
                contact=row["contact"],
                mobile=row["mobile"],
                invoice=row["invoice"],
            ),
        )
        for row in sample_rows("suppliers")
    }
    customers = {
        row["code"]: save_customer(
            session,
            PartnerDraft(
                name=row["name"],
                customer_code=row["code"],
                contact=row["contact"],
                mobile=row["mobile"],
                credit_days=int(row["credit_days"]),
                credit_limit=parse_scaled(row["credit_limit"], MONEY_PLACES)
                if row["credit_limit"]
                else None,
            ),
        )
        for row in sample_rows("customers")
    }
    return suppliers, customers


def write_goods(session: Session, suppliers: dict[str, int]) -> list[SampleGoods]:
    """Write the products and return what trading with them needs."""
    rows = list(sample_rows("products"))
    ids = write_products(session, [_draft(row) for row in rows])
    return [
        SampleGoods(
            product_id=product_id,
            code=row["code"],
            supplier_id=suppliers[row["supplier"]],
            purchase_price=parse_scaled(row["purchase_price"], PRICE_PLACES),
            retail_price=parse_scaled(row["retail_price"], PRICE_PLACES),
            case=int(row["factor"] or 1) * 10_000,
            weighed=row["weighed"] == "1",
        )
        for product_id, row in zip(ids, rows, strict=True)
    ]


def _draft(row: dict[str, str]) -> ProductDraft:
    units = (UnitDraft(row["case"], int(row["factor"])),) if row["case"] else ()
    codes = ((row["barcode"], ""), (row["case_barcode"], row["case"]))
    rate = row["tax_rate"]
    return ProductDraft(
        name=row["name"],
        code=row["code"],
        spec=row["spec"],
        category=row["category"],
        unit=row["unit"],
        tax_rate=EXEMPT if rate == "exempt" else parse_scaled(rate, RATE_PLACES),
        retail_price=parse_scaled(row["retail_price"], PRICE_PLACES),
        purchase_price=parse_scaled(row["purchase_price"], PRICE_PLACES),
        min_stock=(HIGH if row["code"] in RUN_LOW else USUAL) * 10_000,
        weighed=row["weighed"] == "1",
        units=units,
        barcodes=tuple(BarcodeDraft(code, unit) for code, unit in codes if code),
    )
