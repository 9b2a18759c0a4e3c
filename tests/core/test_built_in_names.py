"""What the program named itself is called in the language spoken; what people named stays."""

import pytest

from jxc_desktop.cash.queries import cash_items, money_accounts, payment_methods
from jxc_desktop.cash.services import MoneyAccountDraft, save_money_account
from jxc_desktop.core.i18n import use_language
from jxc_desktop.stock.queries import warehouses


@pytest.fixture
def session(any_database, owner):
    with any_database.transaction(owner) as session:
        yield session
    use_language("zh")


def names(session):
    found = (money_accounts, payment_methods, cash_items, warehouses)
    return [each.name for query in found for each in query(session)]


def test_built_in_names_are_spoken_in_english(session):
    assert {"现金", "银行存款", "银行卡", "房租", "总仓"} <= set(names(session))
    use_language("en")
    english = names(session)
    assert {"Cash", "Bank", "Bank card", "Rent", "Main"} <= set(english)
    assert not [name for name in english if not name.isascii()]


def test_what_people_named_stays_and_a_translation_is_never_kept(session):
    use_language("en")
    own = save_money_account(session, MoneyAccountDraft("中行 8812", "1002"))
    bank = next(each for each in money_accounts(session) if each.code == "bank")
    save_money_account(session, MoneyAccountDraft(bank.name, "1002", "bank1", bank.id))
    assert {each.id: each.name for each in money_accounts(session)}[own] == "中行 8812"
    use_language("zh")
    assert [e.name for e in money_accounts(session) if e.code == "bank1"] == ["银行存款"]
    [kept] = (
        session.connection()
        .exec_driver_sql("SELECT name FROM money_account WHERE code = 'bank1'")
        .one()
    )
    assert kept == "银行存款"
