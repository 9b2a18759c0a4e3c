"""Summaries that the program wrote itself, in the language spoken; the books keep them in Chinese (会计法 art. 22).

What people typed, on a voucher or an expense, is shown as it is.
"""

import re
from datetime import date

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language, noop, translate

CONTEXT = "summary"
WORDS = frozenset(
    {
        noop("summary", "销售"),
        noop("summary", "销售退货"),
        noop("summary", "采购"),
        noop("summary", "采购退货"),
        noop("summary", "采购折让"),
        noop("summary", "采购发票"),
        noop("summary", "收款"),
        noop("summary", "付款"),
        noop("summary", "预收"),
        noop("summary", "预付"),
        noop("summary", "核销"),
        noop("summary", "转账"),
        noop("summary", "坏账"),
        noop("summary", "收回坏账"),
        noop("summary", "无法偿付"),
        noop("summary", "转款"),
        noop("summary", "费用"),
        noop("summary", "其他收入"),
        noop("summary", "期初库存"),
        noop("summary", "期初"),
        noop("summary", "零售"),
        noop("summary", "零售退货"),
        noop("summary", "红冲"),
        noop("summary", "小规模免征增值税"),
        noop("summary", "计提附加税费"),
        noop("summary", "计提所得税"),
        noop("summary", "结转本期损益"),
        noop("summary", "结转本年利润"),
        noop("summary", "转出未交增值税"),
        noop("summary", "转出多交增值税"),
    }
)
"""A summary is one of these, alone or before the firm or number that it is about."""
TYPED = frozenset({"journal_voucher", "expense", "other_income"})
"""Kinds whose summaries people may type: of these only whole ones are the program's own."""
_TYPED_NUMBERS = ("FY", "QTSR")
_REDONE = re.compile(r"(注销|订正)(\d+)月(\d+)日(\S+)号凭证")
_SHIFT = re.compile(r"收银台 (\S+) 交班")


def cancelling(day: date, word: str) -> str:
    """What a red voucher says of the one it cancels, a page such as 记-3 (会计基础工作规范 art. 51)."""
    return f"注销{day.month}月{day.day}日{word}号凭证"


def correcting(day: date, word: str) -> str:
    """What the voucher says that is made instead of one that was cancelled."""
    return f"订正{day.month}月{day.day}日{word}号凭证"


def spoken_summary(text: str, kind: str = "") -> str:
    """The summary of an entry of `kind` as people at the screen read it."""
    if language() == SOURCE_LANGUAGE:
        return text
    if redone := _REDONE.fullmatch(text):
        act, month, day, voucher = redone.groups()
        told = (
            translate("summary", "注销 {month}-{day} 的凭证 {voucher}")
            if act == "注销"
            else translate("summary", "订正 {month}-{day} 的凭证 {voucher}")
        )
        return told.format(month=f"{int(month):02d}", day=f"{int(day):02d}", voucher=voucher)
    if shift := _SHIFT.fullmatch(text):
        return translate("summary", "收银台 {till} 交班").format(till=shift[1])
    word, blank, rest = text.partition(" ")
    if word not in WORDS or (rest and kind in TYPED):
        return text
    about = " → ".join(built_in_name(each) for each in rest.split(" → "))
    return f"{translate(CONTEXT, word)}{blank}{about}"


def spoken_page(text: str, *, journal: bool) -> str:
    """The summary of a page: that of its entry, with the number of the document behind it."""
    words, blank, number = text.rpartition(" ")
    typed = journal or number.startswith(_TYPED_NUMBERS)
    return f"{spoken_summary(words, 'expense' if typed else '')}{blank}{number}"
