"""Taking goods back: the receipt, the quantities, the money and the paper."""

from functools import partial

from PySide6.QtCore import QObject

from jxc_desktop.core.errors import UserError
from jxc_desktop.pos.drafts import ReturnDraft
from jxc_desktop.pos.selling import Original, Sold, original_of, refunds, swap_of, take_back
from jxc_desktop.pos.ticket import Swap
from jxc_desktop.pos.ui.return_sheet import ReturnSheet
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.pos.ui.till_papers import TillPapers
from jxc_desktop.shop.keys import Key, new_key
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.pane import Pane


class ReturnFlow(QObject):
    """One key for each time the sheet is opened, so that a second F12 gives nothing back twice."""

    def __init__(self, pane: Pane, desk: TillDesk, papers: TillPapers) -> None:
        super().__init__(pane)
        self._pane, self._desk, self._papers = pane, desk, papers
        self._key = Key("")
        self._sending = False
        self.sheet = ReturnSheet(pane)
        self.sheet.asked.connect(self._ask)
        self.sheet.changed.connect(self._reckon)
        self.sheet.confirmed.connect(self._post)
        self.sheet.exchanged.connect(self._exchange)

    def begin(self, number: str = "") -> None:
        """Open the sheet, with a receipt that was scanned already."""
        state = self._desk.state
        if state is None or self._desk.shift_id is None:
            self._pane.context.messages.notice(self.tr("还没有开班。先开班再退货"))
            return
        self._key, self._sending = new_key(), False
        self.sheet.begin(state.methods, number)

    def _ask(self, number: str) -> None:
        self._pane.context.tasks.read(
            self._desk.lent_to_see(original_of),
            number,
            then=self._found,
            failed=self._failed,
            owner=self,
        )

    def _found(self, original: Original) -> None:
        self.sheet.show_original(original.view, original.returned)

    def _reckon(self, draft: ReturnDraft, original_id: int) -> None:
        self._pane.context.tasks.read(
            self._desk.lent_to_see(refunds),
            draft,
            original_id,
            then=partial(self._reckoned, draft),
            failed=self._failed,
            owner=self,
        )

    def _reckoned(self, draft: ReturnDraft, told: dict[int, int]) -> None:
        if draft.lines == self.sheet.draft.lines:
            self.sheet.show_refunds(told)

    def _exchange(self, draft: ReturnDraft) -> None:
        self._pane.context.tasks.read(
            self._desk.lent_to_see(swap_of),
            draft,
            then=self._swapped,
            failed=self._failed,
            owner=self,
        )

    def _swapped(self, swap: Swap) -> None:
        member = self.sheet.view.member if self.sheet.view else None
        self.sheet.dismiss()
        self._desk.exchange(swap)
        if member is not None and self._desk.ticket.guest is None:
            self._desk.call_guest(member.member_id)
        self._pane.context.messages.success(
            self.tr("{goods} 换回 {worth}。扫要换走的商品，再按 F12").format(
                goods=swap.words, worth=money_text(swap.worth)
            )
        )

    def _post(self, draft: ReturnDraft) -> None:
        if self._sending or self._desk.shift_id is None:
            return
        self._sending = True
        self._pane.run_write(
            self._desk.lent(take_back),
            draft,
            self._desk.shift_id,
            self._key,
            then=self._posted,
            failed=self._failed,
        )

    def _posted(self, back: Sold) -> None:
        self._sending = False
        self.sheet.dismiss()
        self._papers.print_receipt(back)
        self._pane.context.messages.success(
            self.tr("{number} 已退款 {total}").format(
                number=back.view.head.number, total=money_text(back.view.due)
            )
        )
        self._desk.load()

    def _failed(self, error: BaseException) -> None:
        self._sending = False
        if isinstance(error, UserError):
            self.sheet.refuse(error.message)
        else:
            self._pane.fail(error)
