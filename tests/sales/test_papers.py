"""Quotations and orders on paper: what stands there on every sheet, and what a print leaves behind."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.i18n import use_language
from jxc_desktop.printing.form import PAPERS
from jxc_desktop.printing.form_pdf import form_pdf
from jxc_desktop.sales.note import printed_order, printed_quotation, printed_return
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import unapprove_order, void_order
from jxc_desktop.stock.returned import ReturnLine
from tests.printing.pdf import text_of_page
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    receive,
)

SHEETS = ("A4", "A5", "241×140")


def offered(session: Session, count: int = 2, **more: object) -> OrderDraft:
    customer = a_customer(session, contact="李雷", mobile="13800001234", address="望湖路 18 号")
    goods = [a_product(session, f"G{number}") for number in range(count)]
    lines = tuple(line(each, 3, "12.50", discount=500) for each in goods)
    return OrderDraft(
        DAY, customer, MAIN, lines, due_day=date(2026, 12, 1), salesperson="小王", **more
    )


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_quotation_says_what_it_costs_until_when(
    database: Database, owner: Actor, sheet: str
) -> None:
    with database.transaction(owner) as session:
        draft = offered(session, order_discount=fen("1.25"), remark="含送货")
        number = approve_quotation(session, draft, key=new_key()).number
        form = printed_quotation(session, number)
    page = text_of_page(form_pdf(form, PAPERS[sheet]))
    for word in (
        "我的店 销售报价单", number, "客户C01", "李雷 13800001234", "有效期至：2026-12-01", "含送货",
        "12.50", "95%", "70.01", "柒拾元零壹分", "报价人：小王", "客户确认",
    ):  # fmt: skip
        assert word in page, word


@pytest.mark.parametrize("sheet", SHEETS)
def test_an_order_is_for_the_customer_to_sign(database: Database, owner: Actor, sheet: str) -> None:
    with database.transaction(owner) as session:
        number = approve_sales_order(session, offered(session), key=new_key()).number
        form = printed_order(session, number)
    page = text_of_page(form_pdf(form, PAPERS[sheet]))
    for word in ("我的店 销售订单", number, "交货日期：2026-12-01", "71.26", "业务员：小王"):
        assert word in page, word
    assert form.copies == ("白联存根", "红联客户")


def test_what_the_shop_agrees_with_customers_is_on_their_papers(
    database: Database, owner: Actor
) -> None:
    terms = "货到验收，三天内可以退换。" * 12
    with database.transaction(owner) as session:
        change_setting(session, "sales_terms", terms)
        draft = offered(session)
        offer = printed_quotation(session, approve_quotation(session, draft, key=new_key()).number)
        order = approve_sales_order(session, replace(draft, day=DAY), key=new_key()).number
        forms = offer, printed_order(session, order)
    for form in forms:
        for sheet in SHEETS:
            page = text_of_page(form_pdf(form, PAPERS[sheet])).replace("\r", "").replace("\n", "")
            assert page.count("三天内可以退换") == 12, sheet


def test_long_orders_go_over_several_pages(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        number = approve_sales_order(session, offered(session, 30), key=new_key()).number
        pdf = form_pdf(printed_order(session, number), PAPERS["241×140"])
    assert "第4页/共4页" in text_of_page(pdf, 3)


def test_a_paper_without_prices_has_none(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        number = approve_sales_order(session, offered(session), key=new_key()).number
        page = text_of_page(form_pdf(printed_order(session, number).without_prices(), PAPERS["A5"]))
    assert "12.50" not in page
    assert "71.26" not in page


def test_prints_are_counted_but_an_offer_is_never_marked_as_a_reprint(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        number = approve_quotation(session, offered(session), key=new_key()).number
        assert [printed_quotation(session, number).reprint for _ in range(2)] == [0, 0]
        counted = session.execute(
            text("SELECT count(*) FROM audit WHERE action = 'document.print' AND object = :n"),
            {"n": number},
        ).scalar_one()
    assert counted == 2


def test_a_voided_order_says_so(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        number = approve_sales_order(session, offered(session), key=new_key()).number
        unapprove_order(session, SALES_ORDER, number)
        void_order(session, SALES_ORDER, number)
        assert printed_order(session, number).mark == "作废"


def test_papers_stay_chinese_whoever_prints_them(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        number = approve_quotation(session, offered(session), key=new_key()).number
        use_language("en")
        try:
            assert printed_quotation(session, number).title == "销售报价单"
        finally:
            use_language("zh")


def test_a_return_note_names_its_delivery_and_its_reason(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        customer, product = a_customer(session), a_product(session)
        receive(session, a_supplier(session), [line(product, 9, 5)])
        sold = deliver(session, customer, [line(product, 3, 10)]).number
        back = SalesReturnDraft(
            DAY, customer, MAIN, original=sold, back=(ReturnLine(1, 10000),), reason="质量问题"
        )
        number = post_sales_return(session, back, key=new_key()).number
        first, second = printed_return(session, number), printed_return(session, number)
    assert (first.reprint, second.reprint) == (0, 1)
    page = text_of_page(form_pdf(first, PAPERS["241×140"]))
    for word in (number, sold, "质量问题", "10.00", "壹拾元整"):
        assert word in page, word
