"""Settings as text, for the command line and for fields on screen: `13%`, `是`, `20 GB`, empty for unset."""

import re
import unicodedata
from typing import Any, get_args

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import EXEMPT, RATE_PLACES, parse_scaled, text_of, trimmed
from jxc_desktop.shop.setting_words import title_of
from jxc_desktop.shop.settings import require_setting, setting_types

_YES = frozenset({"true", "yes", "on", "1", "是", "对", "开"})
_NO = frozenset({"false", "no", "off", "0", "否", "不", "关"})
_EXEMPT = frozenset({"exempt", "免税"})
_SIZE = re.compile(r"(\d{1,18})\s*(?:(g|t)i?b?)?", re.IGNORECASE)
_UNITS = {"": 1, "g": 2**30, "t": 2**40}
_RATES = frozenset(
    {
        "tax_rate", "order_tolerance", "commission_rate", "cash_discount_limit", "purchase_price_deviation",
        "city_tax_rate", "education_rate", "local_education_rate", "income_tax_rate",
    }
)  # fmt: skip
"""Settings that are fractions, typed as per cent."""


def value_of_setting(name: str, text: str) -> Any:
    """The value that `text` means for setting `name`; raises for an unknown setting or what it cannot mean."""
    wanted = setting_types()[require_setting(name)]
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain and type(None) in get_args(wanted):
        return None
    if name in _RATES:
        return _rate(plain)
    if name == "backup_keep_bytes":
        return _size(name, plain)
    kind = next(iter(get_args(wanted)), wanted)
    if kind is bool:
        return _yes_or_no(name, plain)
    return parse_scaled(plain, 0) if kind is int else text.strip()


def text_of_setting(name: str, value: Any) -> str:
    """`value` as the text that `value_of_setting` reads back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if name in _RATES:
        return "exempt" if value == EXEMPT else text_of(value, RATE_PLACES)
    return str(value)


def typed_setting(name: str, value: Any) -> str:
    """`value` as a person would type it into a field: 9%, 20 GB; `value_of_setting` reads it back."""
    if value is not None and name in {*_RATES, "backup_keep_bytes"}:
        return shown_setting(name, value, {})
    return text_of_setting(name, value)


def shown_setting(name: str, value: Any, words: dict[object, str]) -> str:
    """`value` as people read it; `words` names the setting's choices."""
    if value is None:
        return translate("shop", "未设")
    if isinstance(value, bool):
        return translate("shop", "是") if value else translate("shop", "否")
    if name in _RATES:
        return translate("shop", "免税") if value == EXEMPT else f"{trimmed(value, 2)}%"
    if name == "backup_keep_bytes":
        return f"{value // 2**30} GB"
    return words.get(value, str(value))


def _rate(text: str) -> int:
    if text.casefold() in _EXEMPT:
        return EXEMPT
    if text.endswith("%"):
        return parse_scaled(text[:-1], RATE_PLACES - 2)
    return parse_scaled(text, RATE_PLACES)


def _size(name: str, text: str) -> int:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise _unread(translate("shop", "{title} 写成 20 GB 的样子"), name)
    return int(found[1]) * _UNITS[(found[2] or "").lower()]


def _yes_or_no(name: str, text: str) -> bool:
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise _unread(translate("shop", "{title} 写 true 或 false，也可以写是或否"), name)


def _unread(sentence: str, name: str) -> InvalidInput:
    return InvalidInput(sentence.format(title=title_of(name)), field="value")
