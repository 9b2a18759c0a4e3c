"""Who sells and buys is a list of the shop's own: kept, named on documents, paid commission."""

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.purchase.queries import purchase_order_view, receipt_view
from jxc_desktop.sales.queries import delivery_view, sales_order_view
from jxc_desktop.shop.employees import (
    EmployeeDraft,
    departments,
    disable_employee,
    employees,
    names_in_use,
    person_named,
    save_employee,
)
from jxc_desktop.shop.models import Audit
from tests.conftest import actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier


@pytest.fixture
def session(any_database, owner):
    with any_database.transaction(owner) as session:
        yield session


def kept(session: Session) -> list[tuple[str, str, str, bool]]:
    return [(x.code, x.name, x.department, x.disabled) for x in employees(session)]


def test_somebody_is_put_on_the_list_changed_and_taken_out_of_use(session: Session) -> None:
    wang = save_employee(session, EmployeeDraft(" 王 芳 ", department="门市"))
    save_employee(session, EmployeeDraft("李强", "LQ", "采购部", "profit", 150))
    assert kept(session) == [("E01", "王 芳", "门市", False), ("LQ", "李强", "采购部", False)]
    assert departments(session) == ["采购部", "门市"]
    assert save_employee(session, EmployeeDraft("王芳", "WF", "门市", id=wang)) == wang
    disable_employee(session, wang)
    assert kept(session) == [("LQ", "李强", "采购部", False), ("WF", "王芳", "门市", True)]
    assert names_in_use(session) == ["李强"]
    disable_employee(session, wang, disabled=False)
    assert names_in_use(session) == ["李强", "王芳"]
    told = [row.action for row in session.query(Audit).order_by(Audit.id)]
    assert told[-5:] == [
        "employee.create", "employee.create", "employee.edit", "employee.disable", "employee.enable",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "told", "field"),
    [
        (EmployeeDraft("  "), "没有姓名", "name"),
        (EmployeeDraft("王芳"), "职员姓名 王芳 已经有了", "name"),
        (EmployeeDraft("张三", "王芳"), "职员编号 王芳 已经有了", "code"),
        (EmployeeDraft("E01"), "职员姓名 E01 已经有了", "name"),
        (EmployeeDraft("长" * 41), "太长", "name"),
        (EmployeeDraft("张三", department="部" * 41), "太长", "department"),
        (EmployeeDraft("张三", commission_base="luck"), "没有按“luck”算的", "commission_base"),
        (EmployeeDraft("张三", commission_rate=10001), "0 和 100%", "commission_rate"),
        (EmployeeDraft("张三", commission_rate=-1), "0 和 100%", "commission_rate"),
        (EmployeeDraft("张三", id=99), "不存在了", ""),
    ],
)
def test_wrong_employees_are_told(
    session: Session, draft: EmployeeDraft, told: str, field: str
) -> None:
    save_employee(session, EmployeeDraft("王芳"))
    with pytest.raises(UserError, match=told) as error:
        save_employee(session, draft)
    assert (error.value.field or "") == field
    assert kept(session) == [("E01", "王芳", "", False)]


def test_a_document_names_somebody_by_code_by_name_or_freely(session: Session) -> None:
    wang = save_employee(session, EmployeeDraft("王芳", "WF"))
    assert [person_named(session, x, "buyer") for x in ("WF", " 王芳", "路人", "")] == [
        "王芳", "王芳", "路人", "",
    ]  # fmt: skip
    disable_employee(session, wang)
    with pytest.raises(Refused, match="王芳 已停用") as error:
        person_named(session, "WF", "buyer")
    assert error.value.field == "buyer"


def test_only_who_may_keeps_the_list(any_database, owner) -> None:
    with any_database.transaction(actor_with("sales")) as session:
        with pytest.raises(Forbidden):
            employees(session)
        with pytest.raises(Forbidden):
            save_employee(session, EmployeeDraft("王芳"))
        assert names_in_use(session) == []


def said(kind: str, **more: object) -> dict[str, object]:
    goods = {"product": "A", "quantity": "5", "price": "10.00"}
    return {"key": f"{kind}-{more}", "type": kind, "day": "2026-11-20", "lines": [goods], **more}


def test_what_follows_an_order_is_sold_and_bought_by_whom_the_order_names(session: Session) -> None:
    save_employee(session, EmployeeDraft("李强", "LQ"))
    a_supplier(session), a_customer(session), a_product(session)
    order = post_document(session, said("purchase_order", partner="S01", buyer="LQ")).number
    first = post_document(
        session, said("goods_receipt", **{"from": order}, lines=[{"from_line": 1, "quantity": "2"}])
    ).number
    rest = post_document(session, said("goods_receipt", **{"from": order, "buyer": "小赵"}, lines=[
        {"from_line": 1, "quantity": "3"}
    ])).number  # fmt: skip
    assert purchase_order_view(session, order).buyer == "李强"
    assert [receipt_view(session, number).buyer for number in (first, rest)] == ["李强", "小赵"]
    order = post_document(session, said("sales_order", partner="C01", salesperson="LQ")).number
    sent = post_document(session, {**said("sales_delivery", **{"from": order}), "lines": []})
    assert sales_order_view(session, order).salesperson == "李强"
    assert delivery_view(session, sent.number).salesperson == "李强"
    assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_a_document_of_somebody_out_of_use_is_refused_at_the_field(session: Session) -> None:
    gone = save_employee(session, EmployeeDraft("李强", "LQ"))
    disable_employee(session, gone)
    a_supplier(session), a_customer(session), a_product(session)
    for kind, partner, field in (
        ("purchase_order", "S01", "buyer"),
        ("goods_receipt", "S01", "buyer"),
        ("quotation", "C01", "salesperson"),
        ("sales_order", "C01", "salesperson"),
        ("sales_delivery", "C01", "salesperson"),
    ):
        with pytest.raises(UserError, match="李强 已停用") as error:
            post_document(session, said(kind, partner=partner, **{field: "LQ"}))
        assert error.value.field == field


def test_a_customer_is_sold_to_by_his_own_salesperson_unless_another_is_named(
    session: Session,
) -> None:
    save_employee(session, EmployeeDraft("李强", "LQ"))
    a_supplier(session), a_customer(session, salesperson="LQ"), a_product(session)
    post_document(session, said("goods_receipt", partner="S01"))
    own = post_document(session, said("sales_delivery", partner="C01")).number
    other = post_document(session, said("sales_order", partner="C01", salesperson="小赵")).number
    assert delivery_view(session, own).salesperson == "李强"
    assert sales_order_view(session, other).salesperson == "小赵"
