"""红冲: whether a posted document can be taken back, the question with its reason, and what is said afterwards."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.shop.keys import Key, Posted, new_key
from jxc_desktop.stock.trade import Head
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.sheet import Sheet


class Reversible(Protocol):
    """Whose documents can be taken back: their word, and the service that does it."""

    @property
    def kind(self) -> str: ...
    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted: ...


class Headed(Protocol):
    """A shown document of any kind."""

    @property
    def head(self) -> Head: ...


class PaperReversal(QObject):
    """Takes back the documents of one pane."""

    copied = Signal()
    """The document just taken back is to be written anew."""
    reversed = Signal(str)
    """The number that was taken back."""

    def __init__(self, pane: Pane, kind: Reversible) -> None:
        super().__init__(pane)
        self._pane, self._kind = pane, kind

    def obstacle(self, view: Headed) -> str:
        """Why the document cannot be taken back; empty when it can be tried."""
        if not self._pane.context.may(f"{self._kind.kind}.reverse"):
            return self.tr("没有红冲的权限。让有权的人来做，或按 Ctrl+N 写下一张")
        if view.head.reverses:
            return self.tr("红字单不能再红冲。Ctrl+N 写下一张")
        if view.head.reversed_by:
            said = self.tr("这张单已由 {number} 红冲")
            return said.format(number=view.head.reversed_by)
        return ""

    def ask(self, number: str) -> Sheet:
        """Ask for the reason over the pane, listing what will happen."""
        effects = (
            self.tr("生成一张红字单，数量和金额与 {number} 相反").format(number=number),
            self.tr("库存、往来和收付款都退回到没有这张单的样子"),
            self.tr("凭证用红字冲销，原凭证保留"),
        )
        title = self.tr("红冲 {number}").format(number=number)
        sheet = Sheet(self._pane, title, effects, do=self.tr("红冲"), reason=self.tr("红冲原因"))
        sheet.agreed.connect(partial(self._reverse, number))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()
        return sheet

    def _reverse(self, number: str, reason: str) -> None:
        service = partial(self._kind.reverse, key=new_key())
        wanted = Reversal(number, reason)
        self._pane.run_write(service, wanted, then=partial(self._on_reversed, number))

    def _on_reversed(self, number: str, posted: Posted) -> None:
        context = self._pane.context
        show = Link(self.tr("打开红字单"), partial(context.open, posted.kind, posted.number))
        again = Link(self.tr("复制改正"), self.copied.emit, "Ctrl+Shift+D")
        said = self.tr("{number} 已红冲，红字单 {red}").format(number=number, red=posted.number)
        context.messages.success(said, show, again)
        self.reversed.emit(number)
