"""Codes and barcodes share one room: what one product is called by, no other may be (decisions 5)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among


@dataclass(frozen=True, slots=True)
class Owner:
    """The product that a code or barcode belongs to."""

    id: int
    code: str
    name: str


_BY_CODE = "SELECT code, id, code, name FROM product WHERE code "
_CODES = Statement(f"{_BY_CODE}IN {among('codes')}", postgresql=f"{_BY_CODE}= ANY(:codes)")
_BY_BARCODE = (
    "SELECT b.code, p.id, p.code, p.name FROM barcode b JOIN product p ON p.id = b.product_id "
    "WHERE b.code "
)
_BARCODES = Statement(f"{_BY_BARCODE}IN {among('codes')}", postgresql=f"{_BY_BARCODE}= ANY(:codes)")

_BY_PLU = "SELECT plu, id, code, name FROM product WHERE plu "
_PLUS = Statement(f"{_BY_PLU}IN {among('plus')}", postgresql=f"{_BY_PLU}= ANY(:plus)")


def owners(session: Session, codes: Iterable[str]) -> dict[str, Owner]:
    """Which of `codes` are the code or a barcode of a product already, and whose; keys as they were asked."""
    asked = {code: canonical(code) for code in codes}
    wanted = sorted({*asked, *asked.values()})
    rows = [*_CODES.all(session, codes=wanted), *_BARCODES.all(session, codes=wanted)]
    found = {row[0]: Owner(*row[1:]) for row in rows}
    return {
        code: found.get(code) or found[spelled]
        for code, spelled in asked.items()
        if code in found or spelled in found
    }


def require_free(session: Session, drafts: Sequence[ProductDraft]) -> None:
    """Raise `Refused`, naming the product, when a code or barcode of `drafts` is another product's."""
    taken = owners(session, (code for draft in drafts for _, code in names_of(draft)))
    claimed: dict[str, ProductDraft] = {}
    for draft in drafts:
        for field, code in names_of(draft):
            owner = taken.get(code) or taken.get(canonical(code))
            if owner and owner.id != draft.id:
                raise _taken(field, code, owner.name, owner.code)
            other = claimed.setdefault(canonical(code), draft)
            if other is not draft:
                raise _taken(field, code, other.name, other.code)
    _require_free_plus(session, drafts)


def _require_free_plus(session: Session, drafts: Sequence[ProductDraft]) -> None:
    """Raise `Refused` when a code on the scales is another product's; goods without one ask nothing."""
    asked = [(draft.plu, draft) for draft in drafts if draft.plu is not None]
    taken = plu_owners(session, (plu for plu, _draft in asked))
    claimed: dict[int, ProductDraft] = {}
    for plu, draft in asked:
        owner = taken.get(plu)
        if owner and owner.id != draft.id:
            raise _plu_taken(plu, owner.name, owner.code)
        other = claimed.setdefault(plu, draft)
        if other is not draft:
            raise _plu_taken(plu, other.name, other.code)


def plu_owners(session: Session, plus: Iterable[int]) -> dict[int, Owner]:
    """Which codes on the scales are a product's already, and whose; nothing is asked for none."""
    wanted = sorted(set(plus))
    rows = _PLUS.all(session, plus=wanted) if wanted else ()
    return {plu: Owner(*rest) for plu, *rest in rows}


def _plu_taken(plu: int, name: str, own_code: str) -> Refused:
    told = translate("catalog", "秤码 {plu} 已是“{name}”（{own}）的。换一个秤码")
    return Refused(told.format(plu=plu, name=name, own=own_code), field="plu")


def names_of(draft: ProductDraft) -> Iterator[tuple[str, str]]:
    """What the product is called by, with the field where it stands."""
    if draft.code:
        yield "code", draft.code
    for place, barcode in enumerate(draft.barcodes):
        yield f"barcodes[{place}]", barcode.code


def _taken(field: str, code: str, name: str, own_code: str) -> Refused:
    told = (
        translate("catalog", "编号 {code} 已是“{name}”（{own}）的编号或条码。换一个编号")
        if field == "code"
        else translate("catalog", "条码 {code} 已是“{name}”（{own}）的。换一个条码")
    )
    return Refused(told.format(code=code, name=name, own=own_code), field=field)
