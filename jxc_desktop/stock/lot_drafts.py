"""What the lines of documents say of lots and serial numbers, as typed, and understood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.texts import typed_code

PIECE = 10**QUANTITY_PLACES
LONGEST_CODE = 64


@dataclass(frozen=True, slots=True)
class LotShare:
    """What a line has of one lot: `quantity` in 1e-4 base units, None for all of the line, or for one piece.

    `made` and `expiry` are told when the lot comes in; without an expiry it follows from the goods' shelf life.
    """

    code: str
    quantity: int | None = None
    made: date | None = None
    expiry: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A share understood: `quantity` in 1e-4 base units, always positive."""

    code: str
    quantity: int
    made: date | None = None
    expiry: date | None = None


class OfGoods(Protocol):
    """A line that knows its goods."""

    @property
    def product(self) -> ProductFacts: ...


class Telling(Protocol):
    """A line as typed that tells its lots."""

    @property
    def lots(self) -> tuple[LotShare, ...]: ...


def tracked_goods(lines: Iterable[OfGoods]) -> dict[int, ProductFacts]:
    """The goods of `lines` that are kept by lot or serial number, by id."""
    return {line.product.id: line.product for line in lines if line.product.tracking}


def tracked_among(products: Mapping[int, ProductFacts]) -> dict[int, ProductFacts]:
    """Those of `products` that are kept by lot or serial number, by id."""
    return {key: product for key, product in products.items() if product.tracking}


def shares_of(line: Telling, product: ProductFacts, base: int) -> list[Share]:
    """The lots that `base` base units of a line are made of, as told; raises where they are not told rightly."""
    shares = [_share(each, line, product, base) for each in line.lots]
    codes = [share.code for share in shares]
    for code in codes:
        if codes.count(code) > 1:
            raise _wrong(
                translate("stock", "{product} 的 {code} 写了两次。只写一次"), product, code
            )
    total = sum(share.quantity for share in shares)
    if total != base:
        raise _unequal(product, shares, base, total)
    return shares


def _share(each: LotShare, line: Telling, product: ProductFacts, base: int) -> Share:
    code = typed_code(each.code)
    if not code or len(code) > LONGEST_CODE:
        raise _wrong(translate("stock", "{product} 的批号空着或太长"), product)
    made, expiry = each.made, each.expiry
    if expiry is None and made is not None and product.shelf_life_days is not None:
        expiry = made + timedelta(days=product.shelf_life_days)
    if made is not None and expiry is not None and expiry < made:
        raise _wrong(translate("stock", "{product} 批号 {code}：有效期早于生产日期"), product, code)
    return Share(code, _quantity(each, line, product, base), made, expiry)


def _quantity(each: LotShare, line: Telling, product: ProductFacts, base: int) -> int:
    if product.tracking == SERIAL:
        told = PIECE if each.quantity is None else product.to_base(each.quantity, "")
        if told != PIECE:
            text = translate("stock", "{product} 的序列号 {code} 只能是一件")
            raise _wrong(text, product, each.code)
        return told
    if each.quantity is None:
        return base if len(line.lots) == 1 else 0
    if each.quantity <= 0:
        raise _wrong(translate("stock", "批号 {code} 的数量要大于 0"), product, each.code)
    return product.to_base(each.quantity, "")


def _unequal(product: ProductFacts, shares: Sequence[Share], base: int, total: int) -> UserError:
    wanted, told = trimmed(base, QUANTITY_PLACES), trimmed(total, QUANTITY_PLACES)
    if product.tracking == SERIAL:
        text = translate("stock", "{product} 要 {wanted} 个序列号，写了 {told} 个。补齐，或改数量")
    elif not shares:
        text = translate("stock", "{product} 按批次管理。写上批号")
    else:
        text = translate(
            "stock", "{product} 各批合计 {told} {unit}，这一行是 {wanted} {unit}。改成一样"
        )
    return InvalidInput(
        text.format(product=product.name, wanted=wanted, told=told, unit=product.unit), field="lots"
    )


def _wrong(text: str, product: ProductFacts, code: str = "") -> UserError:
    return InvalidInput(text.format(product=product.name, code=code), field="lots")
