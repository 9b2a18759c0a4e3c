"""The paper of a landed cost: what each line bears, and the goods alone where prices are left out."""

from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.purchase.landed import LandedDraft
from jxc_desktop.purchase.landed_costs import post_landed_cost
from jxc_desktop.purchase.note import printed_landed_cost
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    receive,
)


def landed(session: Session) -> str:
    supplier, product = a_supplier(session, invoice="none"), a_product(session)
    came = receive(session, supplier, [line(product, 100, "8.00")]).number
    deliver(session, a_customer(session), [line(product, 60, "20.00")])
    draft = LandedDraft(
        DAY,
        a_supplier(session, "Y01"),
        (came,),
        fen("60.00"),
        invoice="none",
        price_includes_tax=True,
    )
    return post_landed_cost(session, draft, key=new_key()).number


def test_it_says_what_each_line_bears_and_where_it_went(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        number = landed(session)
        form = printed_landed_cost(session, number)
        again = printed_landed_cost(session, number)
    assert form.title == "采购费用分摊单"
    [row] = form.rows
    assert row[1:] == (
        "CGRK202611200001", "A", "商品A", "个", "100", "60.00", "24.00", "36.00",
    )  # fmt: skip
    assert form.total[-3:] == ("60.00", "24.00", "36.00")
    assert form.words == fen("60.00")
    said = [field.value for fields in form.header for field in fields]
    assert {"供应商Y01", number, "按金额", "货的成本", "CGRK202611200001"} <= set(said)
    assert [field.value for field in form.footer[0]] == ["60.00", "0.59", "1%"]
    assert form != again, "the second is marked as a reprint"


def test_without_prices_it_tells_the_goods_alone(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        form = printed_landed_cost(session, landed(session)).without_prices()
    [row] = form.rows
    assert row[1:6] == ("CGRK202611200001", "A", "商品A", "个", "100")
    assert "60.00" not in repr(form)
