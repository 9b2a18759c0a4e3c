"""Papers of buying: what a supplier reads, what is left for it to fill in, what a keeper does not see."""

import pypdfium2
import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import NotFound
from jxc_desktop.intake.documents import post_document
from jxc_desktop.printing.form import CONTINUOUS_140, Form
from jxc_desktop.printing.form_pdf import form_pdf
from jxc_desktop.purchase.note import (
    printed_order,
    printed_receipt,
    printed_request,
    printed_rfq,
    printed_rfqs,
)
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.shopkeeping import a_product, a_supplier


def words(form: Form) -> str:
    """Everything that stands on the drawn pages."""
    pages = pypdfium2.PdfDocument(form_pdf(form, CONTINUOUS_140))
    return "\n".join(page.get_textpage().get_text_range() for page in pages).replace(" ", "")


@pytest.fixture
def numbers(session: Session) -> dict[str, str]:
    a_supplier(session, contact="老王", mobile="13800001111", address="城东市场 8 号")
    a_product(session, "A", spec="500ml")
    made = {}

    def post(kind: str, **more: object) -> None:
        number = post_document(session, {"key": kind, "type": kind, **more}).number
        made[kind] = number

    goods = [{"product": "A", "quantity": "12"}]
    post("purchase_request", reason="旺季备货", due_day="2026-12-01", lines=goods)
    post("rfq", **{"from": made["purchase_request"]}, suppliers=["S01"], due_day="2026-11-25")
    post(
        "purchase_order", partner="S01", due_day="2026-11-30", order_discount="2.00",
        lines=[{**goods[0], "price": "3.50", "discount": "0.1"}],
    )  # fmt: skip
    post("goods_receipt", **{"from": made["purchase_order"]})
    return made


def test_the_order_says_what_when_and_at_which_price(
    session: Session, numbers: dict[str, str]
) -> None:
    form = printed_order(session, numbers["purchase_order"])
    said = words(form)
    for word in (
        "采购订单", "供应商S01", "老王13800001111", "2026-11-30", numbers["purchase_order"],
        "500ml", "12", "3.50", "90%", "35.80", "叁拾伍元捌角", "供应商确认",
    ):  # fmt: skip
        assert word in said, word
    assert printed_order(session, numbers["purchase_order"]).reprint == 1


def test_an_inquiry_leaves_the_prices_to_the_supplier(
    session: Session, numbers: dict[str, str]
) -> None:
    form = printed_rfq(session, numbers["rfq"], partner_id=1)
    assert [column.title for column in form.columns[-3:]] == ["单价", "起订量", "到货天数"]
    assert form.rows == (("1", "A", "商品A", "500ml", "个", "12", "", "", ""),)
    assert "回复截止" in words(form)
    with pytest.raises(NotFound, match="没有问这家供应商"):
        printed_rfq(session, numbers["rfq"], partner_id=77)
    nobody = printed_rfq(session, numbers["rfq"])
    assert "老王" not in words(nobody)


def test_each_supplier_gets_a_paper_without_the_names_of_the_others(session: Session) -> None:
    for code in ("S01", "S02", "S03"):
        a_supplier(session, code)
    a_product(session, "A")
    data = {"key": "q", "type": "rfq", "suppliers": ["S03", "S01"]}
    goods = [{"product": "A", "quantity": "1"}]
    number = post_document(session, {**data, "lines": goods}).number
    papers = printed_rfqs(session, number)
    assert [name for name, _form in papers] == ["S03 供应商S03", "S01 供应商S01"]
    for name, form in papers:
        said = words(form)
        assert [code for code in ("S01", "S02", "S03") if code in said] == [name[:3]]
        assert form.reprint == 0  # the second paper is nobody's reprint
    assert [form.reprint for _name, form in printed_rfqs(session, number)] == [1, 1]


def test_a_request_is_signed_in_the_house(session: Session, numbers: dict[str, str]) -> None:
    said = words(printed_request(session, numbers["purchase_request"]))
    for word in ("请购单", "旺季备货", "2026-12-01", "申请人"):
        assert word in said


def test_a_receipt_names_its_order(session: Session, numbers: dict[str, str]) -> None:
    assert numbers["purchase_order"] in words(printed_receipt(session, numbers["goods_receipt"]))


def test_who_may_not_see_prices_prints_none(
    database: Database, owner: Actor, session: Session, numbers: dict[str, str]
) -> None:
    session.commit()
    with database.transaction(actor_with("keeper")) as other:
        form = printed_order(other, numbers["purchase_order"])
        assert form.words is None
        assert not any(column.price for column in form.columns)
