"""Keeping firms: customers, suppliers, and those that are both."""

import json
from dataclasses import replace

import pytest

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.partners.queries import notices_on, partner_card, partner_draft
from jxc_desktop.partners.services import (
    disable_customer,
    make_customer,
    make_supplier,
    save_customer,
    save_supplier,
    write_customers,
    write_suppliers,
)
from tests.conftest import actor_with

HOTEL = PartnerDraft(
    name="望湖楼酒店",
    customer_code="H01",
    short_name="望湖楼",
    contact="李雷",
    mobile="13800001234",
    phone="0571-87654321",
    address="西湖区1号",
    tax_no="91110000600037341L",
    bank="工行",
    bank_account="6222 0001",
    price_level="wholesale",
    credit_limit=500_000,
    credit_days=30,
    invoice="special",
    remark="月结\n先打电话",
)
AUDIT = Statement("SELECT action, object, detail FROM audit ORDER BY id DESC LIMIT 1")


def test_a_firm_is_kept_as_it_was_drafted(any_database, owner):
    with any_database.transaction(owner) as session:
        firm = save_customer(session, HOTEL)
    with any_database.reading(owner) as session:
        assert partner_draft(session, firm) == replace(HOTEL, id=firm)
        assert partner_card(session, firm).pinyin == "whljd"


def test_a_new_firm_needs_a_name_only(session):
    customers = write_customers(session, [PartnerDraft("甲"), PartnerDraft(" 乙　公司 ")])
    [supplier] = write_suppliers(session, [PartnerDraft("丙")])
    assert [partner_draft(session, each).customer_code for each in customers] == [
        "KH0001",
        "KH0002",
    ]
    assert partner_draft(session, customers[1]).name == "乙 公司"
    assert partner_draft(session, supplier).supplier_code == "GYS0001"


def test_numbers_pass_over_codes_that_people_gave(session):
    save_customer(session, PartnerDraft("甲", customer_code="KH0001"))
    firm = save_customer(session, PartnerDraft("乙"))
    assert partner_draft(session, firm).customer_code == "KH0002"


def test_mobiles_lose_what_is_not_dialled(session):
    firm = save_customer(
        session, PartnerDraft("甲", mobile="+86 138-0000 1234", phone="0571-1 转 2")
    )
    kept = partner_draft(session, firm)
    assert (kept.mobile, kept.phone) == ("13800001234", "0571-1 转 2")


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (PartnerDraft(" "), "name"),
        (PartnerDraft("长" * 201), "name"),
        (PartnerDraft("甲", mobile="请打电话"), "mobile"),
        (PartnerDraft("甲", credit_limit=-1), "credit_limit"),
        (PartnerDraft("甲", credit_days=-1), "credit_days"),
        (PartnerDraft("甲", invoice="maybe"), "invoice"),
        (PartnerDraft("甲", price_level="vip"), "price_level"),
        (PartnerDraft("甲", customer_code="9" * 65), "customer_code"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(session, draft, field):
    with pytest.raises(InvalidInput) as caught:
        save_customer(session, draft)
    assert caught.value.field == field


def test_mail_fax_and_salesperson_are_kept_tidied(session):
    draft = PartnerDraft("甲", email=" a@shop.cn ", fax="0571-8", salesperson=" 小王 ")
    kept = partner_draft(session, save_customer(session, draft))
    assert (kept.email, kept.fax, kept.salesperson) == ("a@shop.cn", "0571-8", "小王")
    with pytest.raises(InvalidInput, match="不像邮箱") as error:
        save_customer(session, PartnerDraft("乙", email="shop.cn"))
    assert error.value.field == "email"


def test_codes_are_unique_in_their_role(any_database, owner):
    with any_database.transaction(owner) as session:
        save_customer(session, PartnerDraft("甲", customer_code="1"))
        save_supplier(session, PartnerDraft("乙", supplier_code="1"))
    with pytest.raises(Refused, match="甲"), any_database.transaction(owner) as session:
        save_customer(session, PartnerDraft("丙", customer_code="1"))
    with pytest.raises(Refused, match="丁"), any_database.transaction(owner) as session:
        write_suppliers(
            session, [PartnerDraft("丁", supplier_code="2"), PartnerDraft("戊", supplier_code="2")]
        )


def test_a_firm_may_be_both(session):
    firm = save_customer(session, HOTEL)
    assert make_supplier(session, "H01") == firm
    kept = partner_draft(session, firm)
    assert (kept.customer_code, kept.supplier_code) == ("H01", "GYS0001")
    save_supplier(session, PartnerDraft("望湖楼", id=firm))
    assert partner_draft(session, firm).customer_code == "H01"
    other = save_supplier(session, PartnerDraft("农场", supplier_code="N1"))
    make_customer(session, "N1", code="H02")
    assert partner_draft(session, other).customer_code == "H02"
    with pytest.raises(NotFound):
        make_customer(session, "N9")


def test_a_buyer_keeps_suppliers_but_makes_no_customers(database, owner):
    buyer = actor_with("buyer")
    with database.transaction(buyer) as session:
        firm = save_supplier(session, PartnerDraft("农场"))
    with pytest.raises(Forbidden), database.transaction(buyer) as session:
        save_customer(session, PartnerDraft("酒店"))
    with pytest.raises(Forbidden), database.transaction(buyer) as session:
        save_supplier(session, PartnerDraft("农场", id=firm, customer_code="H1"))
    with pytest.raises(Forbidden), database.transaction(buyer) as session:
        save_supplier(session, PartnerDraft("农场", customer_code="H1"))


def test_who_does_not_see_contacts_does_not_change_them(database, owner):
    with database.transaction(owner) as session:
        firm = save_supplier(session, replace(HOTEL, customer_code="", supplier_code="H01"))
    with database.transaction(actor_with("buyer")) as session:
        shown = partner_card(session, firm).draft
        assert (shown.mobile, shown.contact) == ("138****1234", "李**")
        save_supplier(session, replace(shown, name="望湖楼大酒店"))
    with database.reading(owner) as session:
        kept = partner_draft(session, firm)
    assert (kept.name, kept.mobile, kept.address) == ("望湖楼大酒店", "13800001234", "西湖区1号")


def test_the_audit_tells_what_changed(session):
    firm = save_customer(session, HOTEL)
    save_customer(session, replace(HOTEL, id=firm, credit_days=60))
    action, subject, detail = AUDIT.one(session)
    assert (action, subject, json.loads(detail)) == (
        "customer.edit",
        "H01",
        {"credit_days": [30, 60]},
    )
    disable_customer(session, firm)
    assert partner_card(session, firm).disabled
    assert AUDIT.one(session)[0] == "customer.disable"
    disable_customer(session, firm, disabled=False)
    assert not partner_card(session, firm).disabled


def test_oddities_are_said_and_hold_nothing_up(session):
    save_customer(session, HOTEL)
    assert notices_on(session, PartnerDraft("农场", tax_no="91110000600037341L")) == ()
    assert notices_on(session, PartnerDraft("农场", tax_no="旧税号 123")) == ()
    same, wrong = notices_on(session, PartnerDraft("望湖楼酒店 ", tax_no="911100006000373411"))
    assert "H01" in same
    assert "校验位" in wrong
