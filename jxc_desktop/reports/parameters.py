"""What a report may be asked beside its period: filters by code, by name, or by choice.

Values come as text, typed at a screen or given as `--filter name=text`, and are resolved against the shop.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import money_accounts
from jxc_desktop.catalog.models import Barcode, Category, Product
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import parse_scaled
from jxc_desktop.ledger.queries import account_named, accounts
from jxc_desktop.partners.models import Partner
from jxc_desktop.pos.models import Shift
from jxc_desktop.shop.assigned import Assigned, hidden
from jxc_desktop.stock.queries import warehouses

Ask = Literal[
    "choice",
    "text",
    "number",
    "product",
    "customer",
    "supplier",
    "partner",
    "warehouse",
    "category",
    "account",
    "money_account",
    "shift",
]
MOST = 10_000
"""The largest whole number that a report is asked with."""
Option = tuple[str, str]
"""A value and what it is called."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing to ask: `title` in the user's language; `choices` when it is one of a few.

    `default` stands when nothing is given; a `required` one without a default must be given.
    """

    name: str
    title: str
    ask: Ask = "text"
    choices: tuple[Option, ...] = ()
    default: str = ""
    required: bool = False


def resolve(session: Session, parameter: Parameter, text: str) -> Any:
    """What `text` means for `parameter`; raises `InvalidInput` or `NotFound` at `filter.<name>`."""
    try:
        return _RESOLVERS[parameter.ask](session, parameter, text)
    except (InvalidInput, NotFound) as error:
        raise error.at(f"filter.{parameter.name}") from None


def options(session: Session, parameter: Parameter) -> list[Option]:
    """What may be chosen for `parameter` at a screen; empty where it is typed."""
    match parameter.ask:
        case "choice":
            return list(parameter.choices)
        case "warehouse":
            return [(w.code, w.name) for w in warehouses(session)]
        case "category":
            return [(path, path) for path in sorted(category_paths(session).values())]
        case "account":
            return [(a.code, f"{a.code} {a.shown}") for a in accounts(session)]
        case "money_account":
            return [(m.code, m.name) for m in money_accounts(session)]
    return []


def category_paths(session: Session) -> dict[int, str]:
    """Every category's path from the root: "饮料/茶"."""
    rows = session.execute(select(Category.id, Category.parent_id, Category.name)).all()
    known = {row.id: row for row in rows}

    def path(category: int) -> str:
        row = known[category]
        return f"{path(row.parent_id)}/{row.name}" if row.parent_id in known else row.name

    return {category: path(category) for category in known}


def _choice(_session: Session, parameter: Parameter, text: str) -> str:
    known = [value for value, _label in parameter.choices]
    if text not in known:
        raise InvalidInput(
            translate("reports", "{name} 只能是 {known}").format(
                name=parameter.name, known=listed(known)
            )
        )
    return text


def _text(_session: Session, _parameter: Parameter, text: str) -> str:
    return text


def _number(_session: Session, parameter: Parameter, text: str) -> int:
    """A whole number above 0: days, ranks."""
    try:
        number = parse_scaled(text, 0)
    except InvalidInput:
        number = 0
    if not 0 < number <= MOST:
        raise InvalidInput(
            translate("reports", "{parameter}填 1 到 {most} 的整数").format(
                parameter=parameter.title, most=MOST
            )
        )
    return number


def _products(session: Session, parameter: Parameter, text: str) -> list[int]:
    """The product with this code or barcode, else all whose name or initials contain the text."""
    exact = select(Product.id).outerjoin(Barcode, Barcode.product_id == Product.id)
    exact = exact.where(or_(Product.code == text, Barcode.code == text)).distinct()
    like = select(Product.id).where(_contains(text, Product.name, Product.pinyin, Product.spec))
    return _found(session, parameter, text, exact, like)


def _partners(session: Session, parameter: Parameter, text: str) -> list[int]:
    """Firms that are assigned to others are as if they were not."""
    unseen = hidden(session).get(Assigned.CUSTOMER, frozenset())
    code = Partner.customer_code if parameter.ask == "customer" else Partner.supplier_code
    seen = select(Partner.id).where(Partner.id.not_in(unseen))
    exact = seen.where(code == text)
    like = seen.where(
        code.is_not(None), _contains(text, Partner.name, Partner.short_name, Partner.pinyin)
    )
    return _found(session, parameter, text, exact, like)


def _partner(session: Session, parameter: Parameter, text: str) -> int:
    """The firm with this customer or supplier code, else the only one of this name."""
    code = or_(Partner.customer_code == text, Partner.supplier_code == text)
    for condition in (code, Partner.name == text):
        ids = list(session.scalars(select(Partner.id).where(condition)))
        if len(ids) == 1:
            return ids[0]
    raise _missing(parameter, text)


def _contains(text: str, *columns: Any) -> Any:
    return or_(*(column.icontains(text, autoescape=True) for column in columns))


def _found(session: Session, parameter: Parameter, text: str, *queries: Any) -> list[int]:
    for query in queries:
        if ids := list(session.scalars(query)):
            return ids
    raise _missing(parameter, text)


def _missing(parameter: Parameter, text: str) -> NotFound:
    return NotFound(
        translate("reports", "{parameter}里没有“{text}”。换个编号或名称").format(
            parameter=parameter.title, text=text
        )
    )


def _warehouse(session: Session, parameter: Parameter, text: str) -> int:
    for warehouse in warehouses(session):
        if text in {warehouse.code, warehouse.name}:
            return warehouse.id
    raise _missing(parameter, text)


def _category(session: Session, parameter: Parameter, text: str) -> list[int]:
    """The categories of this path or name, with all below them."""
    paths = category_paths(session)
    roots = [path for path in paths.values() if text in {path, path.rsplit("/", 1)[-1]}]
    if not roots:
        raise _missing(parameter, text)
    return [
        category
        for category, path in paths.items()
        if any(path == root or path.startswith(root + "/") for root in roots)
    ]


def _account(session: Session, _parameter: Parameter, text: str) -> str:
    return account_named(session, text).code


def _money_account(session: Session, parameter: Parameter, text: str) -> int:
    for account in money_accounts(session):
        if text in {account.code, account.name}:
            return account.id
    raise _missing(parameter, text)


def _shift(session: Session, parameter: Parameter, text: str) -> int:
    found = session.scalar(select(Shift.id).where(Shift.number == text))
    if found is None:
        raise _missing(parameter, text)
    return found


_RESOLVERS: dict[Ask, Callable[[Session, Parameter, str], Any]] = {
    "choice": _choice,
    "text": _text,
    "number": _number,
    "product": _products,
    "customer": _partners,
    "supplier": _partners,
    "partner": _partner,
    "warehouse": _warehouse,
    "category": _category,
    "account": _account,
    "money_account": _money_account,
    "shift": _shift,
}


def product_parameter() -> Parameter:
    return Parameter("product", translate("reports", "商品"), "product")


def category_parameter() -> Parameter:
    return Parameter("category", translate("reports", "类别"), "category")


def warehouse_parameter() -> Parameter:
    return Parameter("warehouse", translate("reports", "仓库"), "warehouse")


def customer_parameter() -> Parameter:
    return Parameter("customer", translate("reports", "客户"), "customer")


def supplier_parameter() -> Parameter:
    return Parameter("supplier", translate("reports", "供应商"), "supplier")


def by_parameter(choices: Sequence[Option]) -> Parameter:
    return Parameter("by", translate("reports", "汇总"), "choice", tuple(choices), choices[0][0])


def salesperson_parameter() -> Parameter:
    return Parameter("salesperson", translate("reports", "业务员"))


def buyer_parameter() -> Parameter:
    return Parameter("buyer", translate("reports", "经手人"))


def days_parameter(title: str, default: int) -> Parameter:
    return Parameter("days", title, "number", default=str(default))
