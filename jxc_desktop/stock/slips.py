"""What the printed forms of traded goods share: how figures read, the firm's particulars, the foot."""

from dataclasses import dataclass

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    ONE,
    PRICE_PLACES,
    QUANTITY_PLACES,
    trimmed,
)
from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.ledger.paper_words import mark_of, money, notes_of
from jxc_desktop.printing.form import Field

__all__ = [
    "Firm",
    "firm_fields",
    "mark_of",
    "money",
    "notes_of",
    "one_unit",
    "own_fields",
    "paid_share",
    "price",
    "quantity",
    "rate",
    "source_fields",
]


@dataclass(frozen=True, slots=True)
class Firm:
    """The other side as the paper names it; what may not be seen is masked or empty."""

    name: str
    contact: str = ""
    phone: str = ""
    address: str = ""


def quantity(value: int) -> str:
    """1e-4 units without idle zeros."""
    return trimmed(value, QUANTITY_PLACES)


def price(value: int) -> str:
    """1e-6 yuan with at least two decimals."""
    return trimmed(value, PRICE_PLACES, MONEY_PLACES)


def rate(value: int) -> str:
    """A tax rate as people write it: 13%, 免税."""
    return translate("stock", "免税") if value == EXEMPT else f"{trimmed(value, 2)}%"


def paid_share(discount: int) -> str:
    """What is left to pay of the price, as 折扣 is understood: 95% for 5 % off."""
    return f"{trimmed(ONE - discount, 2)}%"


def one_unit(units: list[str]) -> bool:
    """Whether quantities may be added up."""
    return len(set(units)) <= 1


def firm_fields(title: str, firm: Firm) -> tuple[Field, ...]:
    """The line that names the other side."""
    who = " ".join(filter(None, (firm.contact, firm.phone)))
    told = (
        Field(title, firm.name, 2.0),
        Field(translate("stock", "联系人"), who, 1.5),
        Field(translate("stock", "地址"), firm.address, 2.5),
    )
    return tuple(field for field in told if field.value)


def own_fields(head: Head, warehouse: str) -> tuple[Field, ...]:
    """The line that names the document."""
    return (
        Field(translate("stock", "单号"), head.number or "", 2.0),
        Field(translate("stock", "日期"), head.day.isoformat()),
        Field(translate("stock", "仓库"), warehouse),
    )


def source_fields(original: str | None, reason: str) -> tuple[Field, ...]:
    """The line that says what comes back of which document, and why."""
    told = (
        Field(translate("stock", "原单号"), original or "", 2.0),
        Field(translate("stock", "退货原因"), reason, 4.0),
    )
    return tuple(field for field in told if field.value)
