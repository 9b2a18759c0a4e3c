"""A firm as it stands in the fields of its card: texts, until they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, trimmed
from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.shop.assigned import names_typed
from jxc_desktop.widgets.expressions import parse_money

TEXTS = (
    "name", "customer_code", "supplier_code", "short_name", "contact", "mobile", "phone", "address", "tax_no",
    "bank", "bank_account", "remark", "email", "fax", "salesperson",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TypedPartner:
    """What the card holds; `texts` by field name."""

    id: int | None
    texts: Mapping[str, str]
    price_level: str = ""
    invoice: str | None = None

    def copied(self) -> "TypedPartner":
        """The same as a new firm, without codes and tax number."""
        texts = {**self.texts, "customer_code": "", "supplier_code": "", "tax_no": ""}
        return replace(self, id=None, texts=texts)

    def draft(self) -> PartnerDraft:
        """The firm to be kept; raises `UserError` at the first field that cannot be read."""
        plain: dict[str, Any] = {name: self.texts.get(name, "") for name in TEXTS}
        return PartnerDraft(
            id=self.id,
            **plain,
            price_level=self.price_level,
            credit_limit=self._limit(),
            credit_days=self._days(),
            invoice=self.invoice,
            assigned=names_typed(self.texts.get("assigned", "")),
        )

    def _limit(self) -> int | None:
        text = self.texts.get("credit_limit", "").strip()
        if not text:
            return None
        try:
            return parse_money(text)
        except UserError as error:
            raise error.at("credit_limit") from None

    def _days(self) -> int:
        text = self.texts.get("credit_days", "").strip().removesuffix("天").strip()
        if not text:
            return 0
        if not text.isdecimal():
            raise InvalidInput(
                translate("partners", "账期写天数，如 30"),
                field="credit_days",
            )
        return int(text)


def typed(draft: PartnerDraft) -> TypedPartner:
    """The card's content for a firm that is kept."""
    texts = {name: getattr(draft, name) for name in TEXTS}
    limit = draft.credit_limit
    texts["credit_limit"] = "" if limit is None else trimmed(limit, MONEY_PLACES)
    texts["assigned"] = listed(draft.assigned)
    texts["credit_days"] = str(draft.credit_days) if draft.credit_days else ""
    return TypedPartner(draft.id, texts, draft.price_level, draft.invoice)
