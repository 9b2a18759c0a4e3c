"""Traded lines one by one, in the order of day and posting, with their products."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Subquery, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.partners.models import Partner

AT_ONCE = 2000
"""Rows fetched from the database at a time."""


def listed_lines(session: Session, lines: Subquery) -> Iterator[Any]:
    """Every line of `lines` with the partner's codes and the product's code, name and spec."""
    query = (
        select(
            lines, Partner.customer_code, Partner.supplier_code, Product.code, Product.name,
            Product.spec,
        )
        .join_from(lines, Product, Product.id == lines.c.product_id)
        .outerjoin(Partner, Partner.id == lines.c.partner_id)
        .order_by(lines.c.day, lines.c.posted_at, lines.c.kind, lines.c.id, lines.c.line_no)
        .execution_options(yield_per=AT_ONCE)
    )  # fmt: skip
    yield from session.execute(query)
