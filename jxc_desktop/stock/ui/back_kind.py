"""What returns have in common: lines of an original at its price, or goods without one for a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper, TypedTotals
from jxc_desktop.stock.typed_source import ReturnSource
from jxc_desktop.stock.ui.paper_header import ExtraField, name_box
from jxc_desktop.stock.ui.paper_kind import PaperKind
from jxc_desktop.widgets.columns import Mark


class BackKind(PaperKind):
    """A return; a kind says whose goods they are and for what reasons they come back."""

    discounts = False
    skips_blanks = True
    remembers_extra = False

    def reasons(self) -> tuple[str, ...]:
        """What goods come back for, as a choice; any other may be typed."""
        raise NotImplementedError

    def reason_fields(self) -> tuple[ExtraField, ...]:
        """The field for the reason, as the head takes it."""
        box = name_box(self.reasons())
        return (
            ExtraField(
                translate("stock", "退货原因"),
                box,
                lambda: box.currentText().strip(),
                box.setEditText,
                box.editTextChanged,
            ),
        )

    def over_mark(self, line: TypedLine) -> Mark | None:
        if self.where.source and line.from_line is None:
            told = translate("stock", "{number} 没有这一行。从原单的行里退，或清空原单")
            return Mark("bad", told.format(number=self.where.source))
        try:
            self._share(line)
        except UserError as error:
            return Mark("bad", error.message)
        return super().over_mark(line)

    def fixed(self, line: TypedLine) -> str:
        if line.from_line is None:
            return ""
        return translate("stock", "按原单的商品和价退，只填本次退的数量")

    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        return None

    def meant_unit(self, line: TypedLine, terms: Terms) -> str:
        return ""

    def amount_of(self, line: TypedLine, terms: Terms) -> int | None:
        if not isinstance(self.source, ReturnSource):
            return super().amount_of(line, terms)
        try:
            share = self._share(line)
        except UserError:
            return None
        return None if share is None else int(share["gross"])

    def totals_of(self, lines: Sequence[TypedLine], terms: Terms) -> TypedTotals:
        if not isinstance(self.source, ReturnSource):
            return super().totals_of(lines, terms)
        try:
            return self.source.totals(lines)
        except UserError as error:
            return TypedTotals(problem=error.message)

    def obstacle(self, paper: TypedPaper) -> str:
        if paper.source or paper.extra:
            return ""
        return translate("stock", "没有原单的退货要写退货原因，或先选原单")

    def extra_of(self, view: Any) -> str:
        return str(view.head.reason)

    def source_of(self, view: Any) -> str:
        return view.original or ""

    def back(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> dict[str, Any]:
        """All that a return's draft says, by its fields."""
        back = tuple(
            ReturnLine(x.from_line, x.quantity, x.lots) for x in lines if x.from_line is not None
        )
        return {
            "day": paper.day,
            "partner_id": paper.partner_id or 0,
            "warehouse_id": paper.warehouse_id or 0,
            "original": paper.source,
            "back": back if paper.source else (),
            "lines": () if paper.source else tuple(lines),
            "price_includes_tax": paper.price_includes_tax,
            "payments": paper.payments(total),
            "reason": paper.extra,
            "remark": paper.remark,
        }

    def _share(self, line: TypedLine) -> Mapping[str, Any] | None:
        return self.source.share(line) if isinstance(self.source, ReturnSource) else None
