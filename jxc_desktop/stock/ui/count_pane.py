"""盘点单: goods counted by scanner while the shop goes on selling, on screen."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.paper_printing import PaperPrinter
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import A4, Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.counting import CountDraft
from jxc_desktop.stock.counts import COUNT, post_stock_count, reverse_stock_count
from jxc_desktop.stock.note import printed_count, printed_sheet
from jxc_desktop.stock.queries import CountView, stock_count_view
from jxc_desktop.stock.typed_count import CountChoices, count_choices, count_draft
from jxc_desktop.stock.ui.count_form import CountForm
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.pane import Context


class CountKind:
    """What a count says about itself to its pane."""

    kind = COUNT.kind

    def draft(self, typed: TypedFields) -> CountDraft:
        """The count for the service."""
        return count_draft(typed)

    def post(self, session: Session, draft: CountDraft, *, key: Key) -> Posted:
        """Post it with its gain and loss."""
        return post_stock_count(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back with its gain and loss."""
        return reverse_stock_count(session, wanted, key=key)

    def view(self, session: Session, number: str) -> CountView:
        """The count with this number."""
        return stock_count_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_count(session, number)


class SheetKind:
    """The list taken to the shelves, as the printer of a pane takes a document."""

    kind = "count_sheet"

    def __init__(self, pane: "CountPane") -> None:
        self._pane = pane

    def note(self, session: Session, _called: str) -> Form:
        """The list of what is to be counted as the form stands."""
        products, place, blind = self._pane.wanted
        return printed_sheet(session, products, place, blind=blind)


class CountPane(ReversiblePane, FieldsPane):
    """Counts, posts and shows counts."""

    title = str(QT_TR_NOOP("盘点单"))
    icon = "scan-barcode"
    needs = "stock_count.view"
    watches = frozenset({"stock_count"})
    books = False
    not_copied: ClassVar = frozenset({"lines"})
    buttons = ("count_again", *FieldsPane.buttons)
    form: CountForm | None
    view: CountView | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = CountKind()
        super().__init__(context, kind, self.heading(), parent, usual=A4)
        self.take_back_by(kind)
        self.sheets = PaperPrinter(self, SheetKind(self), A4)
        self.wanted: tuple[frozenset[int], tuple[int, str], bool] = (frozenset(), (0, ""), False)
        self.run_read(count_choices, then=self._begin, slot="choices")

    # --- what the pane says ---

    def shown_buttons(self) -> tuple[str, ...]:
        if self.view is not None:
            return ("print_paper",)
        return ("count_again", "save_draft")

    def further(self) -> Sequence[str]:
        more = super().further()
        if self.view is None:
            due = ("list_longest", "list_class_a", "list_class_b", "list_class_c")
            return ("list_left", "print_sheet", *due, *more)
        return ("open_gain", "open_loss", "begin_new", *more)

    def history(self, view: CountView) -> str:
        said = super().history(view)
        made = " ".join(filter(None, (view.gain, view.loss)))
        if not made:
            return said + translate("stock", "；没有差异")
        return said + translate("stock", "；差异生成 {made}").format(made=made)

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.take_scan(code)
        return True

    # --- what can be done ---

    @action(str(QT_TR_NOOP("列出没盘的")), "F7", icon="list-checks")
    def list_left(self) -> None:
        """Put what nobody counted yet into the lines."""
        if self.form is not None and self.form.typing:
            self.form.filler.list_left(self.form.left())

    @action(str(QT_TR_NOOP("列出最久没盘的 20 种")), "Shift+F7", icon="hourglass")
    def list_longest(self) -> None:
        """Put what was longest not counted here into the lines: a few goods every day, and all are counted in time."""
        if self._lists_chosen() and self.form is not None:
            self.form.filler.list_longest()

    @action(str(QT_TR_NOOP("列出 A 类商品")), icon="star")
    def list_class_a(self) -> None:
        """Put the goods that make up most of what goes out into the lines."""
        if self._lists_chosen() and self.form is not None:
            self.form.filler.list_class("A")

    @action(str(QT_TR_NOOP("列出 B 类商品")), icon="list")
    def list_class_b(self) -> None:
        """Put the goods in the middle into the lines."""
        if self._lists_chosen() and self.form is not None:
            self.form.filler.list_class("B")

    @action(str(QT_TR_NOOP("列出 C 类商品")), icon="list")
    def list_class_c(self) -> None:
        """Put the goods that hardly go out into the lines."""
        if self._lists_chosen() and self.form is not None:
            self.form.filler.list_class("C")

    @action(str(QT_TR_NOOP("复盘差异")), "F8", icon="refresh-cw")
    def count_again(self) -> None:
        """Let what differs be counted again."""
        if self.form is not None and self.form.typing and self.form.grid.commit():
            self.form.filler.count_again()
            self.form.box.setFocus()

    @action(str(QT_TR_NOOP("打印盘点表")), "Ctrl+Shift+P", icon="printer")
    def print_sheet(self) -> None:
        """Put what is still to be counted on paper, to be taken to the shelves."""
        if self.form is None or not self.form.typing:
            return
        left = self.form.left()
        if not left:
            said = self.tr("没有要盘的商品。先选全场或一个类别")
            self.context.messages.notice(said)
            return
        place = self.form.warehouse.currentData(), self.form.warehouse.currentText()
        self.wanted = left, place, self.form.blind.isChecked()
        self.sheets.put_on_paper(self.form.called(), with_prices=True)

    @action(str(QT_TR_NOOP("打开报溢单")), icon="package-plus", needs="stock_gain.view")
    def open_gain(self) -> None:
        """Show what was found too much."""
        if self.view is not None and self.view.gain:
            self.context.open("stock_gain", self.view.gain)

    @action(str(QT_TR_NOOP("打开报损单")), icon="package-minus", needs="stock_loss.view")
    def open_loss(self) -> None:
        """Show what was missing."""
        if self.view is not None and self.view.loss:
            self.context.open("stock_loss", self.view.loss)

    # --- inside ---

    def _lists_chosen(self) -> bool:
        """Whether a count is typed; it is one of chosen goods from now on."""
        if self.form is None or not self.form.typing:
            return False
        self.form.choose_goods()
        return True

    def _show_state(self) -> None:
        super()._show_state()
        for name, made in (("open_gain", "gain"), ("open_loss", "loss")):
            action_named(self, name).setEnabled(bool(self.view and getattr(self.view, made)))

    def _begin(self, choices: CountChoices) -> None:
        self._open_form(CountForm(self, choices))
