"""The pane of an order or offer: F12 approves it, then goes on to what follows it; taken back, closed, opened again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.document import State
from jxc_desktop.stock.ordering.states import (
    close_order,
    reopen_order,
    unapprove_order,
    void_drafted,
)
from jxc_desktop.stock.ordering.views import DONE, OrderView
from jxc_desktop.stock.ui.order_kind import OrderPaperKind
from jxc_desktop.stock.ui.order_opening import kept_amendment, order_again
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.stock.ui.typed_pane import TypedPane
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Further:
    """Something that can be done to an approved order, handed in from above (以销定购).

    `run` gets the pane and the order; `needs` is the right without which it does not exist.
    """

    word: str
    icon: str
    run: Callable[["OrderPane", OrderView], object]
    needs: str = ""


class OrderPane(TypedPane):
    """Types, approves and shows quotations and orders."""

    def __init__(
        self,
        context: Context,
        kind: OrderPaperKind,
        further: Sequence[Further] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, kind, parent)
        self.kind = kind
        self.order: OrderView | None = None
        allowed = (each for each in further if not each.needs or context.may(each.needs))
        self._handed_in = [self._made(number, each) for number, each in enumerate(allowed)]

    # --- what comes next ---

    def why_not_next(self, view: TradeView) -> str:
        order = self._shown(view)
        word = self.kind.follow_up().word
        if not self.context.may(f"{self.kind.follow_up().kind}.edit"):
            return self.tr("没有“{action}”的权限。让有权的人来做").format(action=word)
        if order.head.state == State.CLOSED:
            return self.tr("{number} 已关闭。先重新打开").format(number=order.head.number)
        if order.head.state != State.APPROVED:
            return self.tr("{number} 已作废").format(number=order.head.number)
        if order.progress == DONE:
            return self.tr("{number} 已全部执行，没有余下的").format(number=order.head.number)
        return ""

    def next_word(self) -> tuple[str, str]:
        follow_up = self.kind.follow_up()
        return follow_up.word, follow_up.icon

    def go_on(self, view: TradeView) -> None:
        """Begin what follows: the lines picked, else all that is still to come."""
        chosen = self.chosen_lines()
        pane = self.context.open(self.kind.follow_up().kind)
        if pane is not None:
            pane.follow(view.head.number or "", chosen)

    def further(self) -> Sequence[str]:
        if self.order is None:
            return super().further()
        handed_in = self._handed_in if self.order.head.state == State.APPROVED else ()
        return (*handed_in, *self._steps(self.order), *super().further(), "save_pdf")

    # --- the life of an order ---

    @action(str(QT_TR_NOOP("反审核")), icon="undo-2")
    def unapprove(self) -> None:
        """Make the order a draft again, to be written anew under its number."""
        number = self._number_for("approved", self.tr("只有已审核的单能反审核"))
        if number:
            self.run_write(unapprove_order, self.kind.orders, number, then=self._on_unapproved)

    @action(str(QT_TR_NOOP("关闭余量")), icon="ban")
    def close_rest(self) -> None:
        """Say that the rest will not come, and why."""
        number = self._number_for("approved", self.tr("只有已审核的单能关闭"))
        if number:
            self._ask_close(number)

    @action(str(QT_TR_NOOP("重新打开")), icon="rotate-ccw")
    def reopen(self) -> None:
        """Let the rest come after all."""
        number = self._number_for("closed", self.tr("只有已关闭的单能重新打开"))
        if number:
            said = self.tr("{number} 已重新打开")
            told = partial(self._tell, said, number)
            self.run_write(reopen_order, self.kind.orders, number, then=told)

    @action(str(QT_TR_NOOP("存 PDF")), icon="download")
    def save_pdf(self) -> None:
        """Save the paper as a file, to be sent."""
        if self.order is None:
            self.context.messages.notice(self.tr("有了单号才能存 PDF"))
        else:
            number, title = self.order.head.number or "", self.kind.words()["title"]
            self.printer.save_pdf(number, f"{title} {number} {self.order.partner_name}")

    def void(self) -> None:
        paper = self.form.paper() if self.form and self.form.typing else None
        if paper is None or not paper.amends:
            super().void()
            return
        effects = (
            self.tr("{number} 作废，单号不再使用").format(number=paper.amends),
            self.tr("不再占用库存，也不能恢复"),
        )
        title = self.tr("作废 {number}").format(number=paper.amends)
        sheet = Sheet(self, title, effects, do=self.tr("作废"))
        sheet.agreed.connect(partial(self._void_order, paper.amends))

    def why_not_void(self) -> str:
        return self.tr("已审核的单先反审核，再作废")

    def history(self, view: TradeView) -> str:
        order = self._shown(view)
        said = self.tr("{who} 制单，{poster} 审核").format(
            who=order.head.created_by, poster=order.head.posted_by
        )
        if order.head.state == State.CLOSED:
            said += self.tr("；已关闭：{reason}").format(reason=order.head.reason)
        return said

    # --- inside ---

    def _show_view(self, view: TradeView) -> None:
        order = self._shown(view)
        if order.head.state == State.DRAFT:
            self._show_amendment(order)
            return
        self.order = order
        super()._show_view(view)

    def _show_amendment(self, order: OrderView) -> None:
        """An un-approved order is typed on, from what was kept of it since."""
        number = order.head.number or ""
        again = partial(self._begin_amendment, order)
        self.run_read(kept_amendment, self.kind.kind, number, then=again, slot="view")

    def _begin_amendment(self, order: OrderView, draft_id: int | None) -> None:
        if draft_id is None:
            self._show_new(order_again(order))
        else:
            self.show_subject(draft_id)

    def _show_opened(self, draft_id: int | None, opened: object) -> None:
        self.order = None
        super()._show_opened(draft_id, opened)  # type: ignore[arg-type]

    def _steps(self, order: OrderView) -> Sequence[str]:
        if not self._may("post"):
            return ()
        if order.head.state == State.CLOSED:
            return ("reopen",)
        if order.head.state != State.APPROVED:
            return ()
        if order.followers:
            return () if order.progress == DONE else ("close_rest",)
        return ("unapprove", "close_rest")

    def _number_for(self, state: str, reason: str) -> str:
        """The number of the order when it is in a state, "" after telling why not."""
        if self.order is None or self.order.head.state != state:
            self.context.messages.notice(reason)
            return ""
        if not self._may("post"):
            self.context.messages.notice(self.tr("没有审核这种单据的权限"))
            return ""
        return self.order.head.number or ""

    def _ask_close(self, number: str) -> Sheet:
        effects = (self.tr("余下的不再执行，也不再占用库存"), self.tr("以后可以重新打开"))
        title = self.tr("关闭 {number} 的余量").format(number=number)
        sheet = Sheet(self, title, effects, do=self.tr("关闭余量"), reason=self.close_reason())
        sheet.agreed.connect(partial(self._close, number))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()
        return sheet

    def close_reason(self) -> str:
        """What the reason for closing is called."""
        return self.kind.words().get("close_reason") or self.tr("关闭原因")

    def _close(self, number: str, reason: str) -> None:
        told = partial(self._tell, self.tr("{number} 已关闭"), number)
        self.run_write(close_order, self.kind.orders, number, reason, then=told)

    def _void_order(self, number: str, _reason: str) -> None:
        self.keeper.stop()
        told = partial(self._tell, self.tr("{number} 已作废"), number)
        self.run_write(void_drafted, self.keeper.draft, self.kind.orders, number, then=told)

    def _on_unapproved(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("已反审核。改好后 F12 再审核，单号不变"))
        if self.order is not None:
            self._ask_view(self.order.head.number or "")

    def _tell(self, said: str, number: str, _nothing: object) -> None:
        self.context.messages.success(said.format(number=number))
        self._ask_view(number)

    def _made(self, number: int, further: Further) -> str:
        """The name of the action made of something handed in."""
        made = QAction(icon(further.icon), further.word, self)
        made.setObjectName(f"further{number}")
        made.triggered.connect(lambda _checked: self.order and further.run(self, self.order))
        self.addAction(made)
        return made.objectName()

    @staticmethod
    def _shown(view: TradeView) -> OrderView:
        if not isinstance(view, OrderView):
            raise TypeError(type(view))
        return view
