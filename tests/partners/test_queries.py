"""Finding and listing firms, and what is hidden from whom."""

import pytest

from jxc_desktop.core.errors import Forbidden, NotFound
from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.partners.queries import (
    PartnerFilter,
    count_customers,
    customer_by_code,
    find_customers,
    find_suppliers,
    list_customers,
    list_suppliers,
    masked,
    supplier_by_code,
)
from jxc_desktop.partners.services import disable_customer, write_customers, write_suppliers
from tests.conftest import actor_with

CUSTOMERS = (
    PartnerDraft(
        "望湖楼酒店", customer_code="H01", short_name="望湖", mobile="13800001234", credit_limit=5
    ),
    PartnerDraft("楼外楼", customer_code="H02", supplier_code="L01"),
    PartnerDraft("重庆小面", customer_code="H03", phone="0571-87654321", credit_days=7),
    PartnerDraft("旧酒店", customer_code="H04"),
)


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        ids = write_customers(session, CUSTOMERS)
        disable_customer(session, ids[-1])
        write_suppliers(session, [PartnerDraft("湖畔农场", supplier_code="N01")])
    return any_database


@pytest.fixture
def reading(shop, owner):
    with shop.reading(owner) as session:
        yield session


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("望湖", ["H01"]),
        ("楼", ["H01", "H02"]),
        ("湖", ["H01"]),
        ("cqxm", ["H03"]),
        ("xm", ["H03"]),
        ("h0", ["H01", "H02", "H03"]),
        ("酒店 望", ["H01"]),
        ("店望", []),
        ("%", []),
        ("", []),
        ("旧", []),
    ],
)
def test_typed_words_find_customers(reading, typed, found):
    assert sorted(hit.code for hit in find_customers(reading, typed)) == found


def test_roles_are_told_apart(reading):
    assert [hit.code for hit in find_suppliers(reading, "湖")] == ["N01"]
    assert [hit.code for hit in find_suppliers(reading, "楼外楼")] == ["L01"]
    assert customer_by_code(reading, "H02").id == supplier_by_code(reading, "L01").id
    assert customer_by_code(reading, "H04").disabled
    for ask, code in (
        (customer_by_code, "N01"),
        (supplier_by_code, "H01"),
        (customer_by_code, "%"),
    ):
        with pytest.raises(NotFound):
            ask(reading, code)


def codes(session, wanted=PartnerFilter(), **order):  # noqa: B008  frozen
    return [row.code for row in list_customers(session, wanted, **order)]


def test_lists_are_filtered_and_sorted(reading):
    assert codes(reading) == ["H01", "H02", "H03"]
    assert codes(reading, PartnerFilter(disabled=None)) == ["H01", "H02", "H03", "H04"]
    assert codes(reading, PartnerFilter(text="楼")) == ["H01", "H02"]
    assert codes(reading, PartnerFilter(text="13800")) == ["H01"]
    assert codes(reading, PartnerFilter(text="'")) == []
    assert codes(reading, sort="name") == ["H03", "H02", "H01"]
    assert codes(reading, sort="credit_limit", descending=True)[0] == "H01"
    assert codes(reading, sort="mobile") == ["H01", "H02", "H03"]
    assert count_customers(reading, PartnerFilter(text="楼")) == 2
    assert [row.other_code for row in list_suppliers(reading, PartnerFilter())] == ["H02", ""]


@pytest.mark.parametrize("sort", ["code", "name", "credit_days"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_show_every_row_once(any_database, owner, sort, descending):
    drafts = [PartnerDraft(f"户{n % 5}", credit_days=n % 3) for n in range(40)]
    with any_database.transaction(owner) as session:
        write_customers(session, drafts)
    order = {"sort": sort, "descending": descending}
    with any_database.reading(owner) as session:
        whole = list_customers(session, PartnerFilter(), **order)
        pages, after = [], None
        while page := list_customers(session, PartnerFilter(), after=after, limit=7, **order):
            pages += page
            after = page[-1]
        assert pages == list(whole)
        assert len(pages) == 40
        assert list_customers(session, PartnerFilter(), offset=9, limit=2, **order) == whole[9:11]


def test_contacts_are_for_those_who_may(shop):
    with shop.reading(actor_with("cashier")) as session:
        row = list_customers(session, PartnerFilter())[0]
        assert row.mobile == "138****1234"
        assert codes(session, PartnerFilter(text="13800")) == []
    with pytest.raises(Forbidden), shop.reading(actor_with("sales")) as session:
        list_suppliers(session, PartnerFilter())
    with shop.reading(actor_with("sales")) as session:
        assert list_customers(session, PartnerFilter())[0].mobile == "13800001234"


def test_short_numbers_are_hidden_whole():
    assert masked("1234567") == "*******"
    assert masked("12345678") == "123*5678"
    assert masked("") == ""
