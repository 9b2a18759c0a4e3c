"""Summaries that the program wrote are told in English where English is spoken; what people typed stays."""

import pytest

from jxc_desktop.core.i18n import use_language
from jxc_desktop.ledger.summary_words import WORDS, spoken_page, spoken_summary


@pytest.fixture
def english():
    use_language("en")
    yield
    use_language("zh")


def test_in_chinese_they_are_as_the_books_keep_them():
    assert spoken_summary("销售 望湖楼", "sales_delivery") == "销售 望湖楼"
    assert spoken_page("销售 望湖楼 XSCK202611200007", journal=False).startswith("销售")


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("销售 望湖楼", "sales_delivery", "Sale 望湖楼"),
        ("采购退货 晨牧乳业", "purchase_return", "Purchase return 晨牧乳业"),
        ("转款 现金 → 银行存款", "money_transfer", "Transfer Cash → Bank"),
        ("零售", "pos_sale", "Till sale"),
        ("收银台 01 交班", "shift", "Till 01 closed"),
        ("注销3月5日记-12号凭证", "sales_delivery", "Cancels voucher 记-12 of 03-05"),
        ("结转本期损益", "journal_voucher", "Profit and loss carried over"),
        ("费用", "expense", "Expense"),
        ("采购 打印纸两箱", "expense", "采购 打印纸两箱"),
        ("销售 提成", "journal_voucher", "销售 提成"),
        ("自己想的一句话", "sales_delivery", "自己想的一句话"),
    ],
)
def test_the_programs_own_words_are_translated(english, text, kind, said):
    assert spoken_summary(text, kind) == said


@pytest.mark.parametrize(
    ("text", "journal", "said"),
    [
        ("销售 望湖楼 XSCK202611200007", False, "Sale 望湖楼 XSCK202611200007"),
        ("收银台 01 交班 JB202611200001", False, "Till 01 closed JB202611200001"),
        ("采购 打印纸 FY202611200001", False, "采购 打印纸 FY202611200001"),
        ("销售 提成 PZ202611200001", True, "销售 提成 PZ202611200001"),
    ],
)
def test_pages_bear_the_number_behind(english, text, journal, said):
    assert spoken_page(text, journal=journal) == said


def test_every_word_has_its_english(english):
    assert not [word for word in WORDS if spoken_summary(word) == word]
