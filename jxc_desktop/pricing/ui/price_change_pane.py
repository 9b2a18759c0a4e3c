"""调价单: new prices from a day on; what is approved at the left, the lines and their labels beside."""

from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import product_by_barcode
from jxc_desktop.core.document import State
from jxc_desktop.ledger.drafting import KeptDraft, keep_draft, post_drafted
from jxc_desktop.pricing.labels import check_label
from jxc_desktop.pricing.queries import (
    PriceChangeView,
    RepricedGoods,
    goods_to_reprice,
    price_change_view,
)
from jxc_desktop.pricing.services import approve_price_change, void_price_change
from jxc_desktop.pricing.typed_change import (
    Opened,
    TypedChange,
    TypedPriceChange,
    draft_of,
    open_change,
)
from jxc_desktop.pricing.ui.change_form import ChangeForm
from jxc_desktop.pricing.ui.change_list import (
    KIND,
    ChangeRow,
    change_chip,
    list_columns,
    listed_changes,
)
from jxc_desktop.pricing.ui.label_printer import LabelPrinter
from jxc_desktop.shop.drafts import DraftBody, note_of_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.side_by_side import side_by_side
from jxc_desktop.widgets.tokens import Size, Space


class PriceChangePane(Pane):
    """Types, approves and shows price changes; opened on a draft's id or a number."""

    title = str(QT_TR_NOOP("调价单"))
    icon = "tags"
    needs = "price_change.view"
    watches = frozenset({"price_change", "draft_paper", "print_log", "product"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: PriceChangeView | None = None
        self._kept = KeptDraft(KIND)
        self._key = new_key()
        build_actions(self, context.may)
        self.state = ChipLabel(Chip(""))
        self.model: RowsModel[ChangeRow] = RowsModel(list_columns(context.clock.today), self)
        self.grid = Grid(
            self.model,
            name="price_changes",
            settings=context.settings,
            row_key=lambda row: row.subject,
        )
        self.grid.setAccessibleName(self.heading())
        self.form = ChangeForm(self)
        self.labels = LabelPrinter(self)
        self._lay_out()
        self.grid.opened.connect(self._open)
        self.setFocusProxy(self.form.grid)
        self._show_new()
        self.refresh()

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(listed_changes, then=self.model.set_rows, slot="list")
        if self.view is not None and self.view.head.number:
            self._ask_view(self.view.head.number)

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, int):
            self.run_read(partial(open_change, subject), then=partial(self._show_draft, subject))
            self.run_read(note_of_draft, KIND, subject, then=self._tell_note)
        elif isinstance(subject, str) and subject:
            self._ask_view(subject)

    def take_scan(self, code: str) -> bool:
        """A scan adds goods to what is typed, or says that a new label hangs."""
        if self.form.typing:
            self.run_read(partial(_scanned, code), then=self._add)
        elif self.view is not None and self.view.head.number:
            number = self.view.head.number
            self.run_write(check_label, number, code, then=self._on_checked)
        return True

    def may_close(self) -> bool:
        """What is typed stays as a draft; nothing of the pane hears the answer."""
        if self.form.typing and self.form.lines and self._may("edit"):
            context = self.context
            context.tasks.write(keep_draft, self._kept, self._body(), owner=context.messages)
        return True

    def mark_field(self, field: str, reason: str) -> None:
        if self.form.typing:
            self.form.mark_field(field, reason)

    # --- what can be done ---

    def why_not_settled(self) -> str:
        """What stands in the way of the main action."""
        if self.view is not None:
            waits = self.view.head.state == State.APPROVED
            return "" if waits else self.tr("已生效的调价不能撤回。再写一张调回去")
        if not (self._may("post") or self._may("edit")):
            return self.tr("没有写调价单的权限")
        return self.form.obstacle()

    @action(str(QT_TR_NOOP("审核")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Approve what is typed; take back what waits for its day."""
        if self.view is not None:
            self.ask_void(self.view.head.number or "")
        elif self._may("post"):
            self._approve()
        else:
            self.save_draft()

    @action(str(QT_TR_NOOP("保存草稿")), "Ctrl+S", needs=f"{KIND}.edit", icon="save")
    def save_draft(self) -> None:
        """Keep what is typed, complete or not."""
        if not self.form.typing:
            self.context.messages.notice(self.tr("这张已审核，不用存草稿"))
        elif self.form.grid.commit():
            self.run_write(keep_draft, self._kept, self._body(), then=self._on_kept)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="plus")
    def begin_new(self) -> None:
        """Begin another change; keep what was typed as a draft first."""
        if self.form.typing and self.form.lines and self._may("edit"):
            self.run_write(keep_draft, self._kept, self._body())
        self._show_new()

    @action(str(QT_TR_NOOP("打价签")), "Ctrl+P", icon="printer")
    def print_labels(self) -> None:
        """Print the shelf labels that are wrong now."""
        if self.view is None or not self.view.head.number:
            self.context.messages.notice(self.tr("审核后才能打价签"))
            return
        self.labels.print_all(self.view.head.number)

    @action(str(QT_TR_NOOP("作废草稿")), "Ctrl+Shift+Delete", needs=f"{KIND}.edit", icon="trash-2")
    def void(self) -> None:
        """Throw the draft away."""
        if not self.form.typing:
            self.context.messages.notice(self.tr("审核过的调价单，F12 作废"))
            return
        if self._kept.id is not None:
            self.run_write(void_draft, KIND, self._kept.id)
        self._show_new()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the changes again."""
        self.refresh()

    def ask_void(self, number: str) -> Sheet:
        """Ask over the pane why a change shall never take effect."""
        effects = (
            self.tr("到了生效日也不改价"),
            self.tr("单号留着，状态是已作废"),
        )
        title = self.tr("作废 {number}").format(number=number)
        sheet = Sheet(self, title, effects, do=self.tr("作废"), reason=self.tr("作废原因"))
        sheet.agreed.connect(partial(self._void_approved, number))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()
        return sheet

    # --- how it looks ---

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        self.number = Words(self.heading(), Size.TITLE, bold=True)
        bar.addWidget(self.number)
        bar.addWidget(self.state)
        bar.addStretch(1)
        for name in ("print_labels", "save_draft", "begin_new", "settle"):
            look = "main" if name == "settle" else ""
            bar.addWidget(ActionButton(action_named(self, name), look))
        self.note = Words(size=Size.HINT, tone="text2")
        EmptyState(self.grid, self.tr("还没有调价单。"), [("Ctrl+N", self.tr("新建"))])
        right = QVBoxLayout()
        right.addWidget(self.form, 1)
        right.addWidget(self.note)
        split = side_by_side(self.grid, right, (240, 760))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(split, 1)

    def _show_state(self) -> None:
        main = action_named(self, "settle")
        if self.view is None:
            words = (self.tr("审核"), self.tr("保存草稿"))
            main.setText(words[0] if self._may("post") else words[1])
            main.setIcon(icon("badge-check", "on_accent"))
            self.number.setText(self.heading())
            self.state.set_chip(Chip(self.tr("草稿")))
            self.note.setText(self.tr("F4 换价格或单位，Ctrl+D 抄上一行。"))
            return
        main.setText(self.tr("作废"))
        main.setIcon(icon("ban", "on_accent"))
        head = self.view.head
        self.number.setText(head.number or "")
        chip = change_chip(head.state, self.view.effective_day, self.context.clock.today())
        self.state.set_chip(chip)
        self.note.setText(self._label_words(self.view))

    def _label_words(self, view: PriceChangeView) -> str:
        wanted = [line for line in view.lines if line.label]
        hung = sum(line.label == "hung" for line in wanted)
        if not wanted:
            return self.tr("这张单不动零售价，价签不用换。")
        said = self.tr("%n 张价签要换，已挂 {hung}。打好后到货架扫商品条码核对。", "", len(wanted))
        return said.format(hung=hung)

    # --- typing and approving ---

    def _show_new(self) -> None:
        self.view = None
        self._kept, self._key = KeptDraft(KIND), new_key()
        self.form.show_typed(TypedPriceChange(self.context.clock.today()), ())
        self._show_state()

    def _show_draft(self, draft_id: int, opened: Opened) -> None:
        paper, lines = opened
        self.view = None
        self._kept, self._key = KeptDraft(KIND, draft_id), new_key()
        self.form.show_typed(paper, lines)
        self._show_state()
        self.form.grid.setFocus()

    def _body(self) -> DraftBody:
        paper = self.form.paper()
        subject = paper.reason or self.tr("%n 种商品", "", len(paper.lines))
        return DraftBody(KIND, paper.effective_day, subject, 0, paper.body())

    def _approve(self) -> None:
        paper = self.form.paper()
        today = self.context.clock.today()
        draft = draft_of(today, paper.effective_day, paper.reason, self.form.lines)
        self.run_write(
            post_drafted, self._kept, approve_price_change, draft, self._key, then=self._on_posted
        )

    def _on_posted(self, posted: Posted) -> None:
        if posted.pending:
            look = Link(
                self.tr("看审核"), partial(self.context.open, "pending_paper", posted.document_id)
            )
            self._show_new()
            self.context.messages.success(self.tr("已提交，审核通过后生效"), look)
            return
        labels = Link(self.tr("打价签"), self.print_labels, "Ctrl+P")
        said = self.tr("{number} 已审核").format(number=posted.number)
        self.context.messages.success(said, labels)
        self._ask_view(posted.number)

    def _void_approved(self, number: str, reason: str) -> None:
        told = self.tr("{number} 已作废，价格不变").format(number=number)
        self.run_write(void_price_change, number, reason, then=partial(self._say, told))

    def _ask_view(self, number: str) -> None:
        self.run_read(price_change_view, number, then=self._show_view, slot="view")

    def _show_view(self, view: PriceChangeView) -> None:
        self.view = view
        self.form.show_posted(view)
        self._show_state()

    def _on_checked(self, line_no: int) -> None:
        if self.view is not None:
            self.form.posted_grid.go_to(line_no - 1)
        self._say(self.tr("第 {row} 行的价签已挂").format(row=line_no), None)

    # --- small answers ---

    def _add(self, found: dict[int, RepricedGoods]) -> None:
        for goods in found.values():
            name = self.tr("扫码 {name}").format(name=goods.facts.name)
            self.form.grid.append(TypedChange(goods), name)

    def _open(self, row: ChangeRow) -> None:
        self.show_subject(row.subject)

    def _on_kept(self, _draft: int) -> None:
        self._say(self.tr("草稿已存"), None)

    def _tell_note(self, note: str) -> None:
        if note:
            said = self.tr("这张单被驳回：{reason}。改好再提交")
            self.context.messages.notice(said.format(reason=note))

    def _say(self, words: str, _result: object) -> None:
        self.context.messages.success(words)

    def _may(self, verb: str) -> bool:
        return self.context.may(f"{KIND}.{verb}")


def _scanned(code: str, session: Session) -> dict[int, RepricedGoods]:
    return goods_to_reprice(session, [product_by_barcode(session, code).id])
