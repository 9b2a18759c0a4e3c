"""Every setting of the shop: one field with its default each.

Only what differs from its default is kept in the database.
"""

import json
import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_args, get_type_hints

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.kept import kept
from jxc_desktop.core.numbers import EXEMPT, ONE
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.scale_rules import USUAL, scale_rules
from jxc_desktop.shop.setting_words import title_of


@dataclass(frozen=True, slots=True)
class Settings:
    """The shop's settings. Rates are 1e-4, money fen; see the settings form for words."""

    name: str = "我的店"
    taxpayer: str = "small"
    costing: str = "moving_average"
    cost_scope: str = "company"
    start_month: str = ""
    opened: bool = False
    address: str = ""
    phone: str = ""
    sale_price_includes_tax: bool = True
    purchase_price_includes_tax: bool | None = None
    tax_rate: int | None = None
    vat_period: str = "quarter"
    vat_credit_row: str = "assets"
    city_tax_rate: int = 700
    education_rate: int = 300
    local_education_rate: int = 200
    surcharges_halved: bool | None = None
    income_tax_rate: int = 500
    income_tax_period: str = "quarter"
    recall_last_price: bool = True
    approve_own_documents: bool = True
    order_tolerance: int = 0
    commission_base: str = "net"
    commission_rate: int = 0
    credit_rule: str = "warn"
    credit_overdue_days: int | None = None
    cash_discount_limit: int = 500
    purchase_invoices: str = "direct"
    landed_costs: str = "capitalise"
    purchase_price_deviation: int = 2000
    allow_negative_stock: bool = False
    till_warns_negative_stock: bool = True
    expired_lots: str = "authorise"
    till_rounding: str = "none"
    points_for_yuan: int = 100
    scale_labels: str = USUAL
    receipt_width: int = 58
    receipt_footer: str = ""
    sales_terms: str = ""
    receipt_charset: str = "GB18030"
    backup_folder: str = ""
    backup_second_folder: str = ""
    backup_every_hours: int = 4
    backup_on_close: bool = True
    backup_keep_bytes: int = 20 * 2**30
    language: str = "zh"

    @property
    def general(self) -> bool:
        """Whether the shop is a general taxpayer (一般纳税人)."""
        return self.taxpayer == "general"

    @property
    def default_tax_rate(self) -> int:
        """The rate of goods without one of their own: 13 % general, 1 % small (decisions 19)."""
        if self.tax_rate is not None:
            return self.tax_rate
        return 1300 if self.general else 100

    @property
    def halves_surcharges(self) -> bool:
        """Whether surcharges are reduced (六税两费): by default only a small taxpayer's."""
        return not self.general if self.surcharges_halved is None else self.surcharges_halved

    @property
    def purchases_include_tax(self) -> bool:
        """Whether purchase prices are typed with tax: by default only a small taxpayer's."""
        if self.purchase_price_includes_tax is not None:
            return self.purchase_price_includes_tax
        return not self.general


CHOICES: dict[str, tuple[Any, ...]] = {
    "taxpayer": ("small", "general"),
    "vat_period": ("month", "quarter"),
    "vat_credit_row": ("assets", "payables"),
    "income_tax_period": ("month", "quarter"),
    "costing": ("moving_average", "fifo"),
    "cost_scope": ("company", "warehouse"),
    "commission_base": ("net", "profit", "collected"),
    "credit_rule": ("warn", "refuse", "authorise"),
    "expired_lots": ("authorise", "refuse"),
    "purchase_invoices": ("direct", "invoice"),
    "landed_costs": ("capitalise", "expense"),
    "till_rounding": ("none", "fen", "jiao", "nearest_jiao", "nearest_yuan"),
    "receipt_width": (58, 80),
    "receipt_charset": ("GB18030", "GBK", "UTF-8"),
    "language": ("zh", "en"),
}
LIMITS: dict[str, tuple[int, int]] = {
    "tax_rate": (EXEMPT, ONE),
    "city_tax_rate": (0, ONE),
    "education_rate": (0, ONE),
    "local_education_rate": (0, ONE),
    "income_tax_rate": (0, ONE),
    "order_tolerance": (0, ONE),
    "commission_rate": (0, ONE),
    "points_for_yuan": (0, 10**6),
    "credit_overdue_days": (0, 3650),
    "cash_discount_limit": (0, ONE),
    "purchase_price_deviation": (0, 10 * ONE),
    "backup_every_hours": (1, 7 * 24),
    "backup_keep_bytes": (2**30, 2**50),
}
"""The smallest and largest number a setting takes."""
LENGTHS: dict[str, int] = {
    "name": 60,
    "address": 120,
    "phone": 40,
    "receipt_footer": 200,
    "sales_terms": 400,
}
FIXED_AFTER_POSTING = frozenset({"costing", "cost_scope", "start_month"})
FROM_A_MONTH_ON = frozenset({"taxpayer"})
"""Settings that change with a month: taxes of one month are reckoned one way (总局公告2026年第2号: from its first)."""

_BEGUN = Statement(
    "SELECT min(substr(e.day, 1, 7)) FROM entry e "
    "LEFT JOIN closed_period c ON c.month = substr(e.day, 1, 7) "
    "WHERE c.month IS NULL AND e.kind NOT IN ('opening_stock', 'opening_balance')"
)
_ALL = Statement("SELECT name, value FROM setting")
_PUT = Statement(
    "INSERT INTO setting (name, value) VALUES (:name, :value) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    changes="setting",
)
_DROP = Statement("DELETE FROM setting WHERE name = :name", changes="setting")
_POSTED = Statement("SELECT 1 FROM entry UNION ALL SELECT 1 FROM move LIMIT 1")


@cache
def setting_types() -> dict[str, Any]:
    """Every setting and the type of its value (`bool`, `int | None`), in the order of `Settings`."""
    hints = get_type_hints(Settings)
    return {field.name: hints[field.name] for field in fields(Settings)}


def settings_of(session: Session) -> Settings:
    """The shop's settings, read again only when they may have changed."""
    return kept(session, "setting", _read)


def _read(session: Session) -> Settings:
    names = setting_types()
    return Settings(
        **{name: json.loads(value) for name, value in _ALL.all(session) if name in names}
    )


@needs("settings.edit")
def change_setting(session: Session, name: str, value: Any) -> None:
    """Set one setting; raises for an unknown name, a value it does not take, or one fixed by postings."""
    _change(session, require_setting(name), value)


@needs("settings.edit")
def reset_setting(session: Session, name: str) -> None:
    """Give one setting its default again."""
    _change(session, require_setting(name), getattr(Settings(), name))
    _DROP.run(session, name=name)


def put_setting(session: Session, name: str, value: Any) -> None:
    """Write one setting without asking (set-up only)."""
    _PUT.run(session, name=name, value=json.dumps(value, ensure_ascii=False))


def require_setting(name: str) -> str:
    """`name` if there is such a setting; raises `NotFound`."""
    if name not in setting_types():
        raise NotFound(translate("shop", "没有“{name}”这项设置").format(name=name), field="name")
    return name


def _change(session: Session, name: str, value: Any) -> None:
    before = getattr(settings_of(session), name)
    if value == before and type(value) is type(before):
        return
    if name in FIXED_AFTER_POSTING and _POSTED.first(session):
        raise Refused(
            translate("shop", "已有单据过账，{title}不能再改").format(title=title_of(name))
        )
    _require_value(name, value)
    if name in FROM_A_MONTH_ON:
        _require_whole_months(session, name)
    put_setting(session, name, value)
    record(session, "setting.change", name, before=before, after=value)


def _require_whole_months(session: Session, name: str) -> None:
    """Raise `Refused` while a month that is not closed has entries: what they rest on holds for whole months."""
    month = _BEGUN.one(session)[0]
    if month is not None:
        said = translate(
            "shop",
            "{month} 已经记账，还没结账，{title}现在不能改。结了账，在新的月份记第一张单之前改",
        )
        raise Refused(said.format(month=month, title=title_of(name)), field="value")


def _require_value(name: str, value: Any) -> None:
    """Raise `InvalidInput` unless setting `name` takes `value`."""
    wanted = setting_types()[name]
    types = get_args(wanted) or (wanted,)
    if type(value) not in types:
        raise _wrong(translate("shop", "{title} 不能设成 {value}"), name, value)
    if value is None:
        return
    if name in CHOICES and value not in CHOICES[name]:
        known = listed(map(str, CHOICES[name]))
        raise _wrong(translate("shop", "{title} 只能是 {choices}"), name, value, choices=known)
    if name in LIMITS and not LIMITS[name][0] <= value <= LIMITS[name][1]:
        raise _wrong(translate("shop", "{title} 不能是 {value}，太小或太大"), name, value)
    if len(str(value)) > LENGTHS.get(name, 1000):
        raise _wrong(
            translate("shop", "{title} 太长，最多 {count} 个字"),
            name,
            value,
            count=LENGTHS.get(name, 1000),
        )
    if name == "scale_labels":
        scale_rules(value)
    if name == "name" and not value.strip():
        raise _wrong(translate("shop", "店名不能空着"), name, value)
    if name == "start_month" and not _MONTH.fullmatch(value):
        raise _wrong(translate("shop", "{value} 不是月份。写成 2026-01 的样子"), name, value)


_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def _wrong(sentence: str, name: str, value: Any, **more: Any) -> InvalidInput:
    return InvalidInput(sentence.format(title=title_of(name), value=value, **more), field="value")
