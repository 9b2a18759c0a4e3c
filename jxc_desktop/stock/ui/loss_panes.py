"""报损单 and 报溢单: goods lost and found, on screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock import losses, note
from jxc_desktop.stock.losses import FOUND, LOST, Flow, LossDraft
from jxc_desktop.stock.queries import LossView, stock_gain_view, stock_loss_view
from jxc_desktop.stock.typed_arrival import Sent, sent_goods
from jxc_desktop.stock.typed_loss import LossChoices, loss_choices, loss_draft
from jxc_desktop.stock.ui.loss_form import LossForm
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.pane import Context


class LossKind:
    """What a loss or gain says about itself to its pane."""

    def __init__(self, flow: Flow) -> None:
        self.flow, self.kind = flow, flow.family.kind

    def draft(self, typed: TypedFields) -> LossDraft:
        """The document for the service."""
        return loss_draft(typed)

    def post(self, session: Session, draft: LossDraft, *, key: Key) -> Posted:
        """Post it."""
        post = losses.post_stock_gain if self.flow.gain else losses.post_stock_loss
        return post(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        reverse = losses.reverse_stock_gain if self.flow.gain else losses.reverse_stock_loss
        return reverse(session, wanted, key=key)

    def view(self, session: Session, number: str) -> LossView:
        """The document with this number."""
        read = stock_gain_view if self.flow.gain else stock_loss_view
        return read(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        printed = note.printed_gain if self.flow.gain else note.printed_loss
        return printed(session, number)


class LossPane(ReversiblePane, FieldsPane):
    """Types, posts and shows losses or gains; what was left open is decided from here."""

    flow: Flow
    """Lost or found; each pane has its own."""
    buttons = ("decide", *FieldsPane.buttons)
    form: LossForm | None
    view: LossView | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = LossKind(self.flow)
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(loss_choices_of(self.flow), then=self._begin, slot="choices")

    def foreseen(self) -> Callable[[Session, Any], Any]:
        return losses.foresee_gain if self.flow.gain else losses.foresee_loss

    def shown_buttons(self) -> tuple[str, ...]:
        waits = self.view is not None and self.view.unresolved and not self.view.resolved_by
        return ("decide", "print_paper") if waits else super().shown_buttons()

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def history(self, view: LossView) -> str:
        said = super().history(view)
        if view.counted_in and not view.head.reverses:
            said += translate("stock", "；盘点单 {number} 的差异").format(number=view.counted_in)
        if view.resolved_by:
            return said + translate("stock", "；已由 {number} 处理").format(number=view.resolved_by)
        if view.unresolved and not (view.head.reverses or view.head.reversed_by):
            return said + translate("stock", "；金额挂在 1901，等处理")
        return said

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    @action(str(QT_TR_NOOP("处理损溢")), "F8", icon="handshake", needs="loss_resolution.view")
    def decide(self) -> None:
        """Decide who bears what was left open."""
        view = self.view
        if view is None or not view.unresolved or view.resolved_by:
            self.context.messages.notice(self.tr("这张没有挂着待处理的金额"))
            return
        pane = self.context.open("loss_resolution")
        if pane is not None:
            pane.follow(view.head.number)

    def _show_state(self) -> None:
        super()._show_state()
        action_named(self, "decide").setEnabled(self.view is not None)

    def _begin(self, choices: LossChoices) -> None:
        self._open_form(LossForm(self, self.flow.family.kind, choices, gain=self.flow.gain))


def loss_choices_of(flow: Flow) -> Callable[[Session], LossChoices]:
    """The question for what a loss or gain can be begun with."""
    return partial(loss_choices, gain=flow.gain)


class StockLossPane(LossPane):
    """Goods that are gone."""

    title = str(QT_TR_NOOP("报损单"))
    icon = "package-minus"
    needs = "stock_loss.view"
    watches = frozenset({"stock_loss", "loss_resolution", "move"})
    flow = LOST

    def follow(self, transfer: str) -> None:
        """Begin the loss of all that is on its way with a transfer."""
        self.run_read(partial(sent_goods, number=transfer), then=self._lose, slot="sent")

    def _lose(self, sent: Sent) -> None:
        fields = {"source": sent.number, "warehouse": sent.place, "lines": list(sent.lines)}
        self.begin_typed(TypedFields(self.context.clock.today(), fields=fields))


class StockGainPane(LossPane):
    """Goods that are there although the books do not know them."""

    title = str(QT_TR_NOOP("报溢单"))
    icon = "package-plus"
    needs = "stock_gain.view"
    watches = frozenset({"stock_gain", "loss_resolution", "move"})
    flow = FOUND
