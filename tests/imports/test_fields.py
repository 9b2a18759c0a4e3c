"""Every field that can be read has headings, and every heading leads to a field."""

import pytest

from jxc_desktop.imports.fields import (
    document_fields,
    given_invoice_fields,
    member_fields,
    opening_account_fields,
    opening_balance_fields,
    opening_stock_fields,
    partner_fields,
    product_fields,
)
from jxc_desktop.imports.vocabulary import vocabulary

KINDS = {
    "products": product_fields,
    "customers": partner_fields,
    "suppliers": partner_fields,
    "members": member_fields,
    "opening_stock": opening_stock_fields,
    "opening_ar": opening_balance_fields,
    "opening_ap": opening_balance_fields,
    "opening_accounts": opening_account_fields,
    "sales_delivery": document_fields,
    "sales_invoice": given_invoice_fields,
}


@pytest.mark.parametrize("kind", KINDS)
def test_fields_and_headings_are_the_same_set(kind):
    names = [field.name for field in KINDS[kind]()]
    assert len(names) == len(set(names))
    assert set(names) == set(vocabulary(kind).names)


@pytest.mark.parametrize("kind", KINDS)
def test_no_cleaner_makes_something_of_nothing(kind):
    for field in KINDS[kind]():
        assert field.clean(None) is None
        assert field.clean(" \u00a0\u200b") is None
