"""Rows of goods that name a style (款号) with colour and size: the variants of a style, made with it if need be.

A row with a style but neither colour nor size is plain goods; where it has no code, the style's is its code.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.queries import VariantView, variants_of
from jxc_desktop.catalog.services import write_products
from jxc_desktop.catalog.styles import codes_of, join_variants
from jxc_desktop.catalog.taken import owners
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.source import CleanRow, Flaw, Values

_AXES = (("colour", "颜色"), ("size", "尺码"))
"""Columns that are axes, in the order in which they stand in a variant's name."""


def axes_of(values: Values) -> dict[str, str]:
    """Axis → value of a row that is a variant; nothing for plain goods."""
    if not values.get("style"):
        return {}
    return {axis: str(values[name]) for name, axis in _AXES if values.get(name)}


@dataclass(slots=True)
class _Style:
    """A style of the file: what the shop has of it, and its rows."""

    product_id: int | None
    there: tuple[VariantView, ...]
    rows: list[CleanRow]


class StyleRows:
    """The styles of one file."""

    def __init__(self, session: Session, rows: Sequence[CleanRow]) -> None:
        named = {str(row.values["style"]) for row in rows if axes_of(row.values)}
        known = owners(session, named)
        self._styles: dict[str, _Style] = {}
        for code in sorted(named):
            owner = known.get(code)
            there = variants_of(session, owner.id) if owner else ()
            self._styles[code] = _Style(owner.id if owner else None, there, [])
        for row in rows:
            if axes_of(row.values):
                self._styles[str(row.values["style"])].rows.append(row)

    def flaws(self) -> Iterator[tuple[CleanRow, Flaw]]:
        """Rows that would be no variant of their style: other axes than their sisters, or the same values."""
        for code, style in self._styles.items():
            first = style.rows[0]
            axes = style.there[0].axes if style.there else tuple(axes_of(first.values))
            taken = {each.values for each in style.there}
            for row in style.rows:
                own = axes_of(row.values)
                values = tuple(own.values())
                if tuple(own) != axes:
                    told = translate("imports", "款 {style} 按 {axes} 分，这一行不一样")
                    yield row, Flaw("style", told.format(style=code, axes="、".join(axes)))
                elif values in taken:
                    told = translate("imports", "款 {style} 的 {values} 已有或写了两行")
                    yield row, Flaw("style", told.format(style=code, values=" ".join(values)))
                taken.add(values)

    def coded(self, drafts: Mapping[int, ProductDraft]) -> dict[int, ProductDraft]:
        """The drafts by row; variants without a code get one of their style's."""
        found = dict(drafts)
        for code, style in self._styles.items():
            wanted = [tuple(axes_of(row.values).values()) for row in style.rows]
            made = codes_of(code, [each.values for each in style.there], wanted)
            for row, own in zip(style.rows, made, strict=True):
                if not found[row.row].code:
                    found[row.row] = replace(found[row.row], code=own)
        return found

    def write(
        self, session: Session, drafts: Mapping[int, ProductDraft], ids: Mapping[int, int]
    ) -> None:
        """Join the goods that were written, row by row in `ids`, to their styles."""
        for code, style in self._styles.items():
            rows = [row for row in style.rows if row.row in ids]
            if not rows:  # all of them are left out
                continue
            product = style.product_id or self._make(session, code, drafts[rows[0].row])
            variants = [(ids[row.row], tuple(axes_of(row.values).values())) for row in rows]
            join_variants(session, product, tuple(axes_of(rows[0].values)), variants)

    def _make(self, session: Session, code: str, like: ProductDraft) -> int:
        """A style that has what its first variant has in common with the others."""
        own = replace(
            like, id=None, code=code, spec="", barcodes=(), min_stock=None, max_stock=None
        )
        return write_products(session, [own])[0]
