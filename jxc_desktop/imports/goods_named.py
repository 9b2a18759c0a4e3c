"""Which product a line of a foreign list means: by code, by barcode, or by a name that is borne once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.taken import owners
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.imports.source import Flaw

REFERENCE = ("product", "barcode", "name", "spec")
"""The columns that say which goods are meant."""

_NAMED = "SELECT name, spec, id FROM product WHERE name "
_BY_NAME = Statement(
    f"{_NAMED}IN {among('names')} ORDER BY id", postgresql=f"{_NAMED}= ANY(:names) ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a row says of its goods; "" where it says nothing."""

    product: str
    barcode: str
    name: str
    spec: str


def find_named(session: Session, references: Sequence[Reference]) -> list[int | Flaw]:
    """The product of each reference, or why there is none."""
    codes = {code for each in references for code in (each.product, each.barcode) if code}
    by_code = {code: owner.id for code, owner in owners(session, codes).items()}
    by_name: dict[str, list[tuple[str, int]]] = {}
    unnamed = [each.name for each in references if not each.product and not each.barcode]
    for name, spec, product in _BY_NAME.all(session, names=sorted(set(unnamed))):
        by_name.setdefault(name, []).append((spec, product))
    return [
        _coded(each, by_code) if each.product or each.barcode else _named(each, by_name)
        for each in references
    ]


def _coded(reference: Reference, known: dict[str, int]) -> int | Flaw:
    for field in ("product", "barcode"):
        code = getattr(reference, field)
        if code and code not in known:
            text = translate("imports", "没有编号或条码是 {code} 的商品。先导入商品，或改编号")
            return Flaw(field, text.format(code=code))
    found = {known[code] for code in (reference.product, reference.barcode) if code}
    if len(found) > 1:
        return Flaw("barcode", translate("imports", "编号和条码不是同一个商品的。改成同一个的"))
    return found.pop()


def _named(reference: Reference, known: dict[str, list[tuple[str, int]]]) -> int | Flaw:
    if not reference.name:
        return Flaw("product", translate("imports", "没有写是哪个商品。填编号、条码或名称"))
    found = known.get(reference.name, [])
    if len(found) > 1 and reference.spec:
        found = [(spec, product) for spec, product in found if spec == reference.spec]
    if len(found) == 1:
        return found[0][1]
    none = translate("imports", "没有叫“{name}”的商品。先导入商品，或改名称")
    several = translate("imports", "有几个商品叫“{name}”。改用编号或条码")
    return Flaw("name", (several if found else none).format(name=reference.name))
