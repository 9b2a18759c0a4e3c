"""A desk where panes open each other, and goods that came once before, to be bought by keys."""

import pytest

from tests.deskwork import context_of
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import a_product, a_supplier, line, receive

__all__ = ["context_of"]


@pytest.fixture
def desk(qtbot, context_of, database, owner):
    return Desk(qtbot, context_of(database, owner))


@pytest.fixture
def shelf(database, owner):
    """Supplier S01, of whom 10 pieces each of P01 … P05 came at 5.00, and BOX at 48.00 a case of 24."""
    with database.transaction(owner) as session:
        goods = {f"P{n:02}": a_product(session, f"P{n:02}") for n in range(1, 6)}
        box = a_product(session, "BOX", name="箱装水", units={"箱": (24, 1)})
        supplier = a_supplier(session)
        lines = [line(each, 10, 5) for each in goods.values()]
        receive(session, supplier, [*lines, line(box, 1, 48, unit="箱")])
        return {**goods, "BOX": box, "supplier": supplier}
