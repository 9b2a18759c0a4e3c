"""A field that holds one posted document: found by its number, its firm or its remark, the newest first."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.trade import ListFilter, ListRow
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.popup import MOST_ROWS, Suggestions
from jxc_desktop.widgets.search_field import SearchField

_WIDTH = 480
Papers = Callable[..., Sequence[ListRow]]


def paper_field(
    pane: Pane,
    papers: Papers,
    partner: Callable[[], int | None],
    partner_word: str,
    missing: Callable[[str], str],
) -> SearchField:
    """A field of `pane` for what `papers` lists, of `partner()` where there is one.

    `missing` says in words that nothing bears a text.
    """

    def fetch(text: str, then: Callable[[Sequence[Any]], None]) -> None:
        find = partial(_posted, papers, text=text, partner_id=partner())
        pane.run_read(find, then=then, slot="paper_field")

    columns = (
        Column[ListRow]("number", translate("stock", "单号"), width=150),
        Column[ListRow]("day", translate("stock", "日期"), kind=Kind.SHORT_DAY, width=56),
        Column[ListRow]("partner", partner_word, width=150, stretch=True),
        Column[ListRow]("total", translate("stock", "价税合计"), kind=Kind.MONEY, width=96),
    )
    field = SearchField(Suggestions(columns, missing=missing, width=_WIDTH), fetch, pane)
    field.missing.connect(pane.context.messages.notice)
    return field


def _posted(papers: Papers, session: Session, text: str, partner_id: int | None) -> list[ListRow]:
    """The newest posted documents that bear the text, reversals left out."""
    wanted = ListFilter(states=frozenset({State.POSTED}), text=text, partner_id=partner_id)
    rows = papers(session, wanted, limit=4 * MOST_ROWS)
    return [row for row in rows if not row.red][:MOST_ROWS]
