"""What can be done to an approved order or wish: taken back to a draft, closed, opened again, thrown away."""

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.document import State
from jxc_desktop.ledger.ui.drafted_pane import DraftedPane
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.states import (
    close_order,
    reopen_order,
    unapprove_order,
    void_drafted,
)
from jxc_desktop.stock.ordering.views import DONE
from jxc_desktop.stock.ui.order_opening import kept_amendment
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.sheet import Sheet


class OrderLifePane(DraftedPane):
    """To be mixed into the panes of what is approved rather than posted."""

    orders: OrderKind

    # --- what each kind of pane says ---

    @abstractmethod
    def written_anew(self, view: Any) -> Any:
        """An un-approved order as it was, to be typed on under its number."""

    def held_word(self) -> str:
        return self.tr("已提交，等审核")

    def close_reason(self) -> str:
        """What the reason for closing is called."""
        return self.tr("关闭原因")

    # --- the life of an order ---

    @action(str(QT_TR_NOOP("反审核")), icon="undo-2")
    def unapprove(self) -> None:
        """Make the order a draft again, to be written anew under its number."""
        number = self._number_in(State.APPROVED, self.tr("只有已审核的单能反审核"))
        if number:
            again = partial(self._on_unapproved, number)
            self.run_write(unapprove_order, self.orders, number, then=again)

    @action(str(QT_TR_NOOP("关闭余量")), icon="ban")
    def close_rest(self) -> None:
        """Say that the rest will not come, and why."""
        number = self._number_in(State.APPROVED, self.tr("只有已审核的单能关闭"))
        if number:
            self._ask_close(number)

    @action(str(QT_TR_NOOP("重新打开")), icon="rotate-ccw")
    def reopen(self) -> None:
        """Let the rest come after all."""
        number = self._number_in(State.CLOSED, self.tr("只有已关闭的单能重新打开"))
        if number:
            told = partial(self._tell, self.tr("{number} 已重新打开"), number)
            self.run_write(reopen_order, self.orders, number, then=told)

    def void(self) -> None:
        number = self.amended_number() if self.form and self.form.typing else ""
        if number:
            self._ask_void(number)
        else:
            super().void()

    def why_not_void(self) -> str:
        return self.tr("已审核的单先反审核，再作废")

    def history(self, view: Any) -> str:
        """The line below the fields of an approved order."""
        said = self.tr("{who} 制单，{poster} 审核").format(
            who=built_in_name(view.head.created_by), poster=built_in_name(view.head.posted_by)
        )
        if view.head.state == State.CLOSED:
            said += self.tr("；已关闭：{reason}").format(reason=view.head.reason)
        return said

    def steps_of_life(self, view: Any) -> Sequence[str]:
        """What can be done to the order itself as it stands."""
        if not self._may("post"):
            return ()
        if view.head.state == State.CLOSED:
            return ("reopen",)
        if view.head.state != State.APPROVED:
            return ()
        if view.followers:
            return () if view.progress == DONE else ("close_rest",)
        return ("unapprove", "close_rest")

    def why_not_follow(self, view: Any, kind: str, word: str) -> str:
        """Why a document of `kind` cannot follow the order; `word` is what that is called on its button."""
        number = view.head.number
        if not self.context.may(f"{kind}.edit"):
            return self.tr("没有“{action}”的权限。让有权的人来做").format(action=word)
        if view.head.state == State.CLOSED:
            return self.tr("{number} 已关闭。先重新打开").format(number=number)
        if view.head.state != State.APPROVED:
            return self.tr("{number} 已作废").format(number=number)
        if view.progress == DONE:
            return self.tr("{number} 已全部执行，没有余下的").format(number=number)
        return ""

    # --- inside ---

    def _ask_view(self, number: str) -> None:
        self.run_read(self.drafted.view, number, then=self._show_or_amend, slot="view")

    def _show_or_amend(self, view: Any) -> None:
        """An un-approved order is typed on, from what was kept of it since."""
        if view.head.state != State.DRAFT:
            self._show_view(view)
            return
        kind, number = self.drafted.kind, str(view.head.number)
        again = partial(self._begin_amendment, view)
        self.run_read(kept_amendment, kind, number, then=again, slot="view")

    def _begin_amendment(self, view: Any, draft_id: int | None) -> None:
        if draft_id is None:
            self._show_new(self.written_anew(view))
        else:
            self.show_subject(draft_id)

    def _number_in(self, state: State, reason: str) -> str:
        """The number of the order when it is in a state, "" after telling why not."""
        if self.view is None or self.view.head.state != state:
            self.context.messages.notice(reason)
            return ""
        if not self._may("post"):
            self.context.messages.notice(self.tr("没有审核这种单据的权限"))
            return ""
        return str(self.view.head.number)

    def _ask_close(self, number: str) -> None:
        promised = self.tr("余下的不再执行，也不再占用库存")
        rest = promised if self.orders.promises else self.tr("余下的不再执行")
        effects = (rest, self.tr("以后可以重新打开"))
        title = self.tr("关闭 {number} 的余量").format(number=number)
        sheet = Sheet(self, title, effects, do=self.tr("关闭余量"), reason=self.close_reason())
        sheet.agreed.connect(partial(self._close, number))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()

    def _close(self, number: str, reason: str) -> None:
        told = partial(self._tell, self.tr("{number} 已关闭"), number)
        self.run_write(close_order, self.orders, number, reason, then=told)

    def _ask_void(self, number: str) -> None:
        spent = self.tr("{number} 作废，单号不再使用").format(number=number)
        effects = (spent, self.tr("不再占用库存，也不能恢复"))
        title = self.tr("作废 {number}").format(number=number)
        sheet = Sheet(self, title, effects, do=self.tr("作废"))
        sheet.agreed.connect(partial(self._void_order, number))

    def _void_order(self, number: str, _reason: str) -> None:
        self.keeper.stop()
        told = partial(self._tell, self.tr("{number} 已作废"), number)
        self.run_write(void_drafted, self.keeper.draft, self.orders, number, then=told)

    def _on_unapproved(self, number: str, _nothing: object) -> None:
        self.context.messages.success(self.tr("已反审核。改好后 F12 再审核，单号不变"))
        self._ask_view(number)

    def _tell(self, said: str, number: str, _nothing: object) -> None:
        self.context.messages.success(said.format(number=number))
        self._ask_view(number)
