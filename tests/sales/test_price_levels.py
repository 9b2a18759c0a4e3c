"""A customer is asked the price of their level, unless the line says otherwise."""

import pytest
from sqlalchemy import text

from jxc_desktop.catalog.services import save_product
from jxc_desktop.sales.services import DeliveryDraft, post_delivery
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.priced import LineDraft
from tests.catalog.conftest import COLA
from tests.shopkeeping import DAY, MAIN, a_customer, a_supplier, fen, line, pieces, receive


@pytest.mark.parametrize(
    ("level", "unit", "asked", "total"),
    [
        ("", "", None, "6.00"),
        ("wholesale", "", None, "5.00"),
        ("wholesale", "箱", None, "120.00"),
        ("", "箱", None, "120.00"),
        ("member", "", None, "6.00"),
        ("wholesale", "", 9_000_000, "18.00"),
    ],
)
def test_who_pays_what(any_database, owner, level, unit, asked, total):
    with any_database.transaction(owner) as session:
        product = save_product(session, COLA)
        receive(session, a_supplier(session), [line(product, 1000, "1.00")])
        customer = a_customer(session, price_level=level)
        lines = (LineDraft(product, pieces(2), unit, price=asked),)
        posted = post_delivery(session, DeliveryDraft(DAY, customer, MAIN, lines), key=new_key())
        kept = session.execute(text("SELECT total FROM sales_delivery")).scalar_one()
    assert posted.total == kept == fen(total)
