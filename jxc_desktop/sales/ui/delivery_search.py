"""Choosing a delivery by its number, its customer or its remark: a field that holds one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.sales.queries import delivery_list
from jxc_desktop.stock.trade import ListFilter, ListRow
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.popup import MOST_ROWS, Suggestions
from jxc_desktop.widgets.search_field import SearchField

_WIDTH = 480


def delivery_field(pane: Pane, partner: Callable[[], int | None]) -> SearchField:
    """A field of `pane` that holds a posted delivery, of `partner()` where there is one."""

    def fetch(text: str, then: Callable[[Sequence[Any]], None]) -> None:
        find = partial(_deliveries, text=text, partner_id=partner())
        pane.run_read(find, then=then, slot="delivery_field")

    columns = (
        Column[ListRow]("number", translate("sales", "单号"), width=150),
        Column[ListRow]("day", translate("sales", "日期"), kind=Kind.SHORT_DAY, width=56),
        Column[ListRow]("partner", translate("sales", "客户"), width=150, stretch=True),
        Column[ListRow]("total", translate("sales", "价税合计"), kind=Kind.MONEY, width=96),
    )
    field = SearchField(Suggestions(columns, missing=_missing, width=_WIDTH), fetch, pane)
    field.setPlaceholderText(translate("sales", "单号、客户；没有就空着"))
    field.missing.connect(pane.context.messages.notice)
    return field


def _deliveries(session: Session, text: str, partner_id: int | None) -> list[ListRow]:
    """The newest posted deliveries that bear the text, reversals left out."""
    wanted = ListFilter(states=frozenset({State.POSTED}), text=text, partner_id=partner_id)
    rows = delivery_list(session, wanted, limit=4 * MOST_ROWS)
    return [row for row in rows if not row.red][:MOST_ROWS]


def _missing(text: str) -> str:
    return translate("sales", "没有出库单“{text}”。换个说法，或空着写退货原因").format(text=text)
