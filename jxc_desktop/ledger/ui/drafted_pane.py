"""The pane of a document that is typed, kept as a draft, settled by F12, printed, and shown again by its number."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.drafting import post_drafted
from jxc_desktop.ledger.ui.draft_keeper import DraftKeeper
from jxc_desktop.ledger.ui.paper_lending import PaperLending
from jxc_desktop.ledger.ui.paper_parts import DraftedForm, DraftedKind, Typed
from jxc_desktop.ledger.ui.paper_printing import PaperPrinter
from jxc_desktop.ledger.ui.paper_title import PaperTitle
from jxc_desktop.printing.form import CONTINUOUS_140, FormPaper
from jxc_desktop.shop.drafts import note_of_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space

_TAIL = 4
"""Digits of a number that a tab shows."""


class DraftedPane(Pane):
    """Shows one document: a new one, a kept draft (by id) or one with its number.

    What it is made of, what F12 does once it has its number and what the docks are told, each kind of pane says.
    """

    buttons: ClassVar[tuple[str, ...]] = ("begin_new", "print_paper", "save_draft")
    """The actions that may stand beside the main one."""

    def __init__(
        self,
        context: Context,
        drafted: DraftedKind,
        title: str,
        parent: QWidget | None = None,
        *,
        usual: FormPaper = CONTINUOUS_140,
    ) -> None:
        super().__init__(context, parent)
        self.drafted = drafted
        self.form: DraftedForm | None = None
        self.view: Any = None
        self._subject: object = None
        self._key = new_key()
        self._landing = ""
        self._copy_next = False
        build_actions(self, context.may)
        self.title_line = PaperTitle(title, action_named(self, "settle"))
        self.printer = PaperPrinter(self, drafted, usual)
        self.lending = PaperLending(self, then=self._on_posted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.BLOCK, 0, 0)
        self._column.setSpacing(Space.ROW)
        self._lay_out_title()

    # --- what each kind of pane says ---

    @abstractmethod
    def why_not_next(self, view: Any) -> str:
        """What stands in the way of the main action on a document with its number."""

    @abstractmethod
    def next_word(self) -> tuple[str, str]:
        """The word and the icon of the main action on a document with its number."""

    @abstractmethod
    def go_on(self, view: Any) -> None:
        """The main action on a document with its number."""

    @abstractmethod
    def why_not_void(self) -> str:
        """Why a document with its number is not thrown away."""

    @abstractmethod
    def tell_docks_soon(self) -> None:
        """Let the docks beside know, a moment later, what the hand is on."""

    def further(self) -> Sequence[str]:
        """The actions behind 「…」 as things stand."""
        if self.view is None:
            return ("begin_new", "copy_paper", "void")
        return ("copy_paper", "choose_paper")

    def shown_buttons(self) -> tuple[str, ...]:
        """Those of the buttons that stand beside the main action as things stand."""
        return ("print_paper",) if self.view is not None else ("save_draft",)

    def settling_word(self) -> str:
        """The word of the main action while the document is typed."""
        return self.tr("审核过账")

    def posted_word(self) -> str:
        """What is said of the `{number}` of a document just posted."""
        return self.tr("{number} 已过账")

    def held_word(self) -> str:
        """What is said of a document that an approval rule holds back."""
        return self.tr("已提交，审核通过后过账")

    def amended_number(self) -> str:
        """The number of what is typed, where it had one before."""
        return ""

    def ready_to_keep(self) -> bool:
        """Take over what stands in an open cell; False where that is refused."""
        return True

    @abstractmethod
    def read_draft(self, draft_id: int) -> Callable[[Session], Any]:
        """The question for a kept draft."""

    @abstractmethod
    def make_draft(self) -> object:
        """What is typed, as the service takes it."""

    @abstractmethod
    def _show_draft(self, draft_id: int, found: Any) -> None:
        """Show the answer to `read_draft`."""

    @abstractmethod
    def _show_view(self, view: Any) -> None:
        """Show a document that has its number."""

    @abstractmethod
    def _blank(self) -> Any:
        """A new document."""

    @abstractmethod
    def _show_new(self, typed: Any) -> None:
        """Show a document that is kept nowhere yet."""

    @abstractmethod
    def _typed(self) -> tuple[Typed, int]:
        """What stands in the fields, and its total in fen."""

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        self._subject = subject
        if self.form is None:
            return
        if isinstance(subject, int):
            shown = partial(self._show_draft, subject)
            self.run_read(self.read_draft(subject), then=shown, slot="view")
            self.run_read(note_of_draft, self.drafted.kind, subject, then=self._tell_note)
        elif isinstance(subject, str) and subject:
            self._ask_view(subject)

    def copy_when_shown(self) -> None:
        """Begin a copy of the document as soon as it has been read."""
        self._copy_next = self.view is None
        if not self._copy_next:
            self.copy_paper()

    def mark_field(self, field: str, reason: str) -> None:
        if self.form is not None and self.form.typing:
            self.form.mark_field(field, reason)

    def may_close(self) -> bool:
        if self.form is not None and self.form.typing:
            self.keeper.keep_before_closing()
        return True

    # --- what can be done ---

    def why_not_settled(self) -> str:
        """What stands in the way of the main action."""
        if self.form is None:
            return self.tr("正在读取，稍等")
        if self.view is not None:
            return self.why_not_next(self.view)
        if self._landing:
            return self.tr("{number} 正在打开").format(number=self._landing)
        if not self._may("post"):
            return "" if self._may("edit") else self.tr("没有写这种单据的权限")
        return self.form.obstacle()

    @action(str(QT_TR_NOOP("审核过账")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Settle what is typed, or do what comes next to what is settled."""
        if self.view is not None:
            self.go_on(self.view)
        elif self._may("post"):
            self._post()
        else:
            self.save_draft()

    @action(str(QT_TR_NOOP("保存草稿")), "Ctrl+S", icon="save")
    def save_draft(self) -> None:
        """Keep what is typed, complete or not."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.tr("这张单已有单号，不用存草稿"))
        elif not self._may("edit"):
            self.context.messages.notice(self.tr("没有写这种单据草稿的权限"))
        elif self.ready_to_keep():
            self.keeper.keep(self._tell_kept)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="file-plus")
    def begin_new(self) -> None:
        """Begin another document here; what was typed stays as a draft."""
        if self.form is not None and self._put_by():
            self._show_new(self._blank())

    @action(str(QT_TR_NOOP("复制单据")), "Ctrl+Shift+D", icon="copy")
    @abstractmethod
    def copy_paper(self) -> None:
        """Begin a new document like this one."""

    @action(str(QT_TR_NOOP("打印")), "Ctrl+P", icon="printer")
    def print_paper(self) -> None:
        """Put the document on paper."""
        self._print(with_prices=True)

    @action(str(QT_TR_NOOP("选纸")), icon="file-text")
    def choose_paper(self) -> None:
        """Choose the paper that this kind of document goes on."""
        self.printer.choose()

    @action(str(QT_TR_NOOP("作废草稿")), "Ctrl+Shift+Delete", icon="trash-2")
    def void(self) -> None:
        """Throw the draft away; it can be had back."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.why_not_void())
            return
        (typed, _total), kept = self._typed(), self.keeper.draft.id
        back = Link(self.tr("撤销"), partial(self._show_new, typed))
        if kept is not None:
            self.run_write(void_draft, self.drafted.kind, kept)
        self._show_new(self._blank())
        self.context.messages.notice(self.tr("草稿已作废。"), back)

    # --- inside ---

    def _keep_drafts(self) -> None:
        """From now on what is typed in the form is kept by itself."""
        self.keeper = DraftKeeper(self, self.drafted.kind, self._read, allowed=self._may("edit"))
        self.keeper.kept.connect(self._note_kept)
        self.keeper.unsaved.connect(self.unsaved_changed)

    def _read(self) -> tuple[Typed, int]:
        if self.form is None or not self.form.typing:
            return self._blank(), 0
        return self._typed()

    def _begin_typing(self, draft_id: int | None, partner_name: str) -> None:
        """The form shows something typed now."""
        self._landing, self._key = "", new_key()
        self.keeper.begin(draft_id)
        self.title_line.show_draft("", self.amended_number())
        self.subject_changed.emit(partner_name)
        self._show_state()
        self.tell_docks_soon()

    def _begin_showing(self, number: str) -> None:
        """The form shows a document with its number now."""
        self._landing = ""
        self.keeper.begin()
        self.subject_changed.emit(f"…{number[-_TAIL:]}")
        self._show_state()
        self.tell_docks_soon()

    def _copy_if_asked(self) -> None:
        """The document is shown now; somebody may wait for a copy of it."""
        if self._copy_next:
            self._copy_next = False
            self.copy_paper()

    def _ask_view(self, number: str) -> None:
        self.run_read(self.drafted.view, number, then=self._show_view, slot="view")

    def _show_state(self) -> None:
        """The word of the main action and the other buttons follow right and state."""
        main, settled = action_named(self, "settle"), self.view is not None
        typed = self.settling_word() if self._may("post") else self.tr("保存草稿")
        word, symbol = self.next_word() if settled else (typed, "badge-check")
        main.setText(word)
        main.setIcon(icon(symbol, "on_accent"))
        self.title_line.show_buttons(self.shown_buttons())
        action_named(self, "print_paper").setEnabled(settled)
        self.title_line.show_further([action_named(self, name) for name in self.further()])

    def _lay_out_title(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.addWidget(self.title_line)
        self.title_line.add_buttons([action_named(self, name) for name in self.buttons])
        self._column.addWidget(holder)

    def _lay_in(self, form: QWidget) -> None:
        """The form takes the room below the title."""
        self._column.addWidget(form, 1)
        # Left to the layout it would be seen a turn later, and keys struck meanwhile be lost.
        form.show()

    # --- posting ---

    def _post(self) -> None:
        self.keeper.stop()
        work = (self.keeper.draft, self.drafted.post, self.make_draft(), self._key)
        refused = partial(self.lending.refused, work)
        self.run_write(post_drafted, *work, then=self._on_posted, failed=refused)

    def _on_posted(self, posted: Posted) -> None:
        if posted.pending:
            self._on_held_back(posted)
            return
        again = Link(self.tr("打印"), self.print_paper, "Ctrl+P")
        self.context.messages.success(self.posted_word().format(number=posted.number), again)
        self._landing = posted.number
        self._ask_view(posted.number)

    def _on_held_back(self, posted: Posted) -> None:
        """An approval rule holds it back: it is kept whole, and the pane is free for the next."""
        opened = partial(self.context.open, "pending_paper", posted.document_id)
        self._show_new(self._blank())
        self.context.messages.success(self.held_word(), Link(self.tr("看审核"), opened))

    def _print(self, *, with_prices: bool) -> None:
        if self.view is None or not self.view.head.number:
            self.context.messages.notice(self.tr("有了单号才能打印"))
            return
        self.printer.put_on_paper(self.view.head.number, with_prices=with_prices)

    # --- keeping ---

    def _on_edited(self) -> None:
        self.keeper.touch()
        self.tell_docks_soon()

    def _put_by(self) -> bool:
        """Keep what is typed, before something else is shown; False where it may not be kept."""
        if self.form is None or not self.form.typing or not self.keeper.dirty:
            return True
        if not self._may("edit"):
            self.context.messages.notice(self.tr("这张单还没审核，也不能存草稿。先审核或清空"))
            return False
        self.keeper.keep_before_closing()
        return True

    def _tell_note(self, note: str) -> None:
        """Why the draft came back from approval, if it did."""
        if note:
            said = self.tr("这张单被驳回：{reason}。改好再提交")
            self.context.messages.notice(said.format(reason=note))

    def _tell_kept(self, _draft_id: int) -> None:
        self.context.messages.success(self.tr("草稿已存。列表最上面可以找回"))

    def _note_kept(self) -> None:
        local = self.context.clock.now().astimezone(self.context.clock.zone)
        said = self.tr("{time} 已自动存").format(time=f"{local:%H:%M}")
        self.title_line.show_draft(said, self.amended_number())
        self.tell_docks_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tell_docks_soon()

    # --- rights ---

    def _may(self, verb: str) -> bool:
        return self.context.may(f"{self.drafted.kind}.{verb}")

    def _may_type(self) -> bool:
        if self._may("edit") or self._may("post"):
            return True
        self.context.messages.notice(self.tr("没有写这种单据的权限"))
        return False
