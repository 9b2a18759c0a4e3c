"""Choosing a customer or supplier by typing: a field that holds one firm."""

from collections.abc import Callable, Sequence
from typing import Any

from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.drafts import Role
from jxc_desktop.partners.queries import PartnerHit, find_customers, find_suppliers
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.search_field import SearchField

_WIDTH = 420


def partner_suggestions() -> Suggestions[PartnerHit]:
    """What the popup shows of firms: code, name and short name."""
    columns = (
        Column[PartnerHit]("code", translate("partners", "编号"), kind=Kind.CODE, width=92),
        Column[PartnerHit]("name", translate("partners", "名称"), width=220, stretch=True),
        Column[PartnerHit]("short_name", translate("partners", "简称"), width=96, muted=True),
    )
    return Suggestions(columns, missing=_missing, width=_WIDTH)


def customer_field(pane: Pane) -> SearchField:
    """A field of `pane` that holds one customer in use."""
    return _field(pane, Role.CUSTOMER, find_customers, translate("partners", "客户"))


def supplier_field(pane: Pane) -> SearchField:
    """A field of `pane` that holds one supplier in use."""
    return _field(pane, Role.SUPPLIER, find_suppliers, translate("partners", "供应商"))


def _field(
    pane: Pane, role: Role, find: Callable[..., tuple[PartnerHit, ...]], word: str
) -> SearchField:
    def fetch(text: str, then: Callable[[Sequence[Any]], None]) -> None:
        pane.run_read(find, text, then=then, slot=f"{role}_field")

    field = SearchField(partner_suggestions(), fetch, pane)
    field.setPlaceholderText(translate("partners", "编号、名称、拼音"))
    field.setAccessibleName(word)
    field.missing.connect(pane.context.messages.notice)
    return field.show_as(lambda hit: hit.name)


def _missing(text: str) -> str:
    return translate("partners", "没有“{text}”。换个说法").format(text=text)
