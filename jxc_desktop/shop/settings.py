"""Every setting of the shop: one field with its default each.

Only what differs from its default is kept in the database.
"""

import json
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record


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
    allow_negative_stock: bool = False
    till_warns_negative_stock: bool = True
    till_rounding: str = "none"
    receipt_width: int = 58
    receipt_footer: str = ""
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
    def purchases_include_tax(self) -> bool:
        """Whether purchase prices are typed with tax: by default only a small taxpayer's."""
        if self.purchase_price_includes_tax is not None:
            return self.purchase_price_includes_tax
        return not self.general


CHOICES: dict[str, tuple[str, ...]] = {
    "taxpayer": ("small", "general"),
    "costing": ("moving_average", "fifo"),
    "cost_scope": ("company", "warehouse"),
    "till_rounding": ("none", "fen", "jiao", "nearest_jiao", "nearest_yuan"),
    "receipt_charset": ("GB18030", "GBK", "UTF-8"),
    "language": ("zh", "en"),
}
FIXED_AFTER_POSTING = frozenset({"costing", "cost_scope", "start_month"})

_ALL = Statement("SELECT name, value FROM setting")
_PUT = Statement(
    "INSERT INTO setting (name, value) VALUES (:name, :value) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    changes="setting",
)
_POSTED = Statement("SELECT 1 FROM entry LIMIT 1")


def settings_of(session: Session) -> Settings:
    """The shop's settings, read once in a transaction."""
    known = session.info.get("settings")
    if known is None:
        names = {f.name for f in fields(Settings)}
        kept = {name: json.loads(value) for name, value in _ALL.all(session) if name in names}
        known = session.info["settings"] = Settings(**kept)
    if not isinstance(known, Settings):
        raise TypeError("session.info['settings'] is taken")
    return known


@needs("settings.edit")
def change_setting(session: Session, name: str, value: Any) -> None:
    """Set one setting; raises for an unknown name, a value it does not take, or one fixed by postings."""
    _check(session, name, value)
    before = getattr(settings_of(session), name)
    put_setting(session, name, value)
    record(session, "setting.change", name, before=before, after=value)


def put_setting(session: Session, name: str, value: Any) -> None:
    """Write one setting without asking (set-up only)."""
    _PUT.run(session, name=name, value=json.dumps(value, ensure_ascii=False))
    session.info.pop("settings", None)


def _check(session: Session, name: str, value: Any) -> None:
    known = {f.name: f for f in fields(Settings)}
    if name not in known:
        raise NotFound(translate("shop", "没有“{name}”这项设置").format(name=name))
    if name in CHOICES and value not in CHOICES[name]:
        raise InvalidInput(
            translate("shop", "{name} 只能是 {choices}").format(
                name=name, choices="、".join(CHOICES[name])
            )
        )
    default = getattr(Settings(), name)
    if default is not None and type(value) is not type(default):
        raise InvalidInput(
            translate("shop", "{name} 不能设成 {value}").format(name=name, value=value)
        )
    if name in FIXED_AFTER_POSTING and _POSTED.first(session):
        raise InvalidInput(translate("shop", "已有单据过账，{name} 不能再改").format(name=name))
