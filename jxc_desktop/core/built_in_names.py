"""Names that the program itself gave when a shop was opened, in the language spoken.

They lie in the shop in the language it was opened in. A name that people gave is shown as it is.
"""

import csv
from functools import cache

from sqlalchemy import ColumnElement, String, bindparam, case
from sqlalchemy.orm import InstrumentedAttribute

from jxc_desktop.core.i18n import SOURCE_LANGUAGE, catalogue, language, noop
from jxc_desktop.core.paths import resource

CONTEXT = "guide"
NAMES = (
    noop("guide", "老板"),
    noop("guide", "总仓"),
    noop("guide", "调拨在途"),
    noop("guide", "收银台 01"),
    noop("guide", "接口"),
    noop("guide", "现金"),
    noop("guide", "银行存款"),
    noop("guide", "微信"),
    noop("guide", "支付宝"),
    noop("guide", "银行卡"),
    noop("guide", "储值"),
    noop("guide", "普通会员"),
)
"""Of the owner, the first warehouse, that of goods on their way, the tills, the money accounts, the ways to pay and
the first level of members."""


def built_in_name(name: str) -> str:
    """`name` in the language spoken if the program gave it, else as it is."""
    chinese, english = _known().get(name, (name, name))
    return chinese if language() == SOURCE_LANGUAGE else english


def kept_name(before: str, typed: str) -> str:
    """What to keep as a name: the one before while nothing else than its translation stands there."""
    return before if typed == built_in_name(before) else typed


def built_in_column(name: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """The same as a column of a query; written out in it, so that it can be grouped by."""
    shown = {each: built_in_name(each) for each in _known()}
    others = [(name == _text(each), _text(said)) for each, said in shown.items() if said != each]
    return case(*others, else_=name)


def _text(words: str) -> ColumnElement[str]:
    return bindparam(None, words, String, literal_execute=True)


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Each such name, in either language, with both."""
    words = catalogue("en")
    pairs = [(name, words.get((CONTEXT, name), name)) for name in NAMES]
    with resource("accounts", "cash_items.csv").open(encoding="utf-8", newline="") as file:
        pairs += [(row["name"], row["english"]) for row in csv.DictReader(file)]
    return {name: pair for pair in pairs for name in pair}
