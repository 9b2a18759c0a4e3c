"""Opening the document behind a figure: its number says which kind it is, the window which pane shows it."""

from functools import partial

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries.sources import kind_of_source
from jxc_desktop.widgets.pane import Pane


def open_source(pane: Pane, number: str) -> None:
    """Show document `number`; the message line says why when nothing can."""
    pane.run_read(kind_of_source, number, then=partial(_open, pane, number), slot="source")


def _open(pane: Pane, number: str, kind: str | None) -> None:
    if kind is None or pane.context.open(kind, number) is None:
        pane.context.messages.notice(
            translate("ledger", "{number} 没有可打开的页面，或没有看它的权限").format(number=number)
        )
