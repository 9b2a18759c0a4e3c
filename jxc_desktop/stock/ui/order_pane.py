"""The pane of an order or offer: F12 approves it, then goes on to what follows it; taken back, closed, opened again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.document import State
from jxc_desktop.stock.ordering.views import OrderView
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.ui.order_kind import OrderPaperKind
from jxc_desktop.stock.ui.order_life import OrderLifePane
from jxc_desktop.stock.ui.order_opening import order_again
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.stock.ui.typed_pane import TypedPane
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.pane import Context


@dataclass(frozen=True, slots=True)
class Further:
    """Something that can be done to an approved order, handed in from above (以销定购).

    `run` gets the pane and the order; `needs` is the right without which it does not exist.
    """

    word: str
    icon: str
    run: Callable[["OrderPane", OrderView], object]
    needs: str = ""


class OrderPane(OrderLifePane, TypedPane):
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
        self.orders = kind.orders
        allowed = (each for each in further if not each.needs or context.may(each.needs))
        self._handed_in = [self._made(number, each) for number, each in enumerate(allowed)]

    @property
    def order(self) -> OrderView | None:
        """The approved order that is shown."""
        return self.view if isinstance(self.view, OrderView) else None

    # --- what comes next ---

    def why_not_next(self, view: TradeView) -> str:
        follow_up = self.kind.follow_up()
        return self.why_not_follow(view, follow_up.kind, follow_up.word)

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
        return (*handed_in, *self.steps_of_life(self.order), *super().further(), "save_pdf")

    def close_reason(self) -> str:
        return self.kind.words().get("close_reason") or super().close_reason()

    def written_anew(self, view: OrderView) -> TypedPaper:
        extra, person = self.kind.extra_of(view), self.kind.person_of(view)
        return replace(order_again(view), extra=extra, person=person)

    @action(str(QT_TR_NOOP("存 PDF")), icon="download")
    def save_pdf(self) -> None:
        """Save the paper as a file, to be sent."""
        if self.order is None:
            self.context.messages.notice(self.tr("有了单号才能存 PDF"))
        else:
            number, title = self.order.head.number or "", self.kind.words()["title"]
            self.printer.save_pdf(number, f"{title} {number} {self.order.partner_name}")

    def _made(self, number: int, further: Further) -> str:
        """The name of the action made of something handed in."""
        made = QAction(icon(further.icon), further.word, self)
        made.setObjectName(f"further{number}")
        made.triggered.connect(lambda _checked: self.order and further.run(self, self.order))
        self.addAction(made)
        return made.objectName()
