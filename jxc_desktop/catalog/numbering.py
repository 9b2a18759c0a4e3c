"""Codes for products that come without one: SP00001, SP00002 and so on."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.taken import owners
from jxc_desktop.shop.series import reserve

SERIES = "product"
PREFIX = "SP"
DIGITS = 5


def with_codes(session: Session, drafts: Sequence[ProductDraft]) -> list[ProductDraft]:
    """`drafts`, those without a code with the next free ones."""
    missing = sum(not draft.code for draft in drafts)
    if not missing:
        return list(drafts)
    given = {name for draft in drafts for name in (draft.code, *_codes(draft))}
    fresh = iter(_next_codes(session, missing, given))
    return [draft if draft.code else replace(draft, code=next(fresh)) for draft in drafts]


def _codes(draft: ProductDraft) -> list[str]:
    return [barcode.code for barcode in draft.barcodes]


def _next_codes(session: Session, count: int, given: set[str]) -> list[str]:
    """`count` codes that nothing bears; numbers that people used up themselves are passed over."""
    free: list[str] = []
    while len(free) < count:
        numbers = reserve(session, SERIES, count - len(free))
        codes = [f"{PREFIX}{number:0{DIGITS}d}" for number in numbers]
        taken = owners(session, codes)
        free += [code for code in codes if code not in taken and code not in given]
    return free
