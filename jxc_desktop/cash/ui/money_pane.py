"""The pane of a money document: typed, kept, posted by F12, printed, taken back in red."""

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.cash.queries import MoneyChoices, money_choices
from jxc_desktop.cash.typed_money import TypedMoney, draft_of, typed_from
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.money_kind import money_kind
from jxc_desktop.ledger.drafting import post_drafted
from jxc_desktop.ledger.ui.draft_keeper import DraftKeeper
from jxc_desktop.ledger.ui.paper_lending import PaperLending
from jxc_desktop.ledger.ui.paper_printing import PaperPrinter
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.ledger.ui.paper_title import PaperTitle, history_of
from jxc_desktop.printing.form import CONTINUOUS_93, CONTINUOUS_140
from jxc_desktop.shop.drafts import load_draft, note_of_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space

ATTEND_AFTER = 150
"""Milliseconds after the last key before the docks beside are told."""
TAIL = 4
"""Digits of a number that a tab shows."""


class MoneyPane(Pane):
    """Shows one document: a new one, a kept draft (by id) or a posted one (by number)."""

    kind = ""
    """The word of the document; each subclass has its own."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.way = money_kind(self.kind)
        self.form: MoneyForm | None = None
        self.view: Any = None
        self._subject: object = None
        self._key = new_key()
        self._landing = ""
        build_actions(self, context.may)
        self.title_line = PaperTitle(self.way.title, action_named(self, "settle"))
        usual = CONTINUOUS_93 if self.way.small else CONTINUOUS_140
        self.printer = PaperPrinter(self, self.way, usual)
        self.reversal = PaperReversal(self, self.way)
        self.lending = PaperLending(self, then=self._on_posted)
        self.reversal.reversed.connect(self._ask_view)
        self.reversal.copied.connect(self.copy_paper)
        self._attend_timer = QTimer(self, singleShot=True, interval=ATTEND_AFTER)
        self._attend_timer.timeout.connect(self._tell_docks)
        self._lay_out()
        self.run_read(money_choices, then=self._begin)

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        self._subject = subject
        if self.form is None:
            return
        if isinstance(subject, int):
            self.run_read(
                load_draft, self.kind, subject, then=partial(self._open_draft, subject), slot="view"
            )
            self.run_read(note_of_draft, self.kind, subject, then=self._tell_note)
        elif isinstance(subject, str) and subject:
            self._ask_view(subject)

    def begin_with(self, partner_id: int, name: str) -> None:
        """Begin a document with a firm, from a list of firms."""
        typed = TypedMoney(self.context.clock.today(), partner_id, name)
        if self.form is None:
            self._subject = typed
        else:
            self._show_new(typed)

    def refresh(self) -> None:
        """Something was posted somewhere."""
        if self.form is None:
            return
        if self.view is None:
            self.form.read_again()
        else:
            self._ask_view(str(self.view.head.number))

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
            return self.reversal.obstacle(self.view)
        if self._landing:
            return self.tr("{number} 已过账，正在打开").format(number=self._landing)
        if not self._may("post"):
            return "" if self._may("edit") else self.tr("没有写这种单据的权限")
        return self.form.obstacle()

    @action(str(QT_TR_NOOP("审核过账")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Post what is typed, or take back what is posted."""
        if self.view is not None:
            self.reversal.ask(str(self.view.head.number))
        elif self._may("post"):
            self._post()
        else:
            self.save_draft()

    @action(str(QT_TR_NOOP("从早到晚")), "F3", icon="list-checks")
    def choose_oldest(self) -> None:
        """Let the oldest documents come first."""
        if self.form is not None and self.form.typing and not self.form.choose_oldest():
            self.context.messages.notice(self.tr("这种单据没有要核销的单"))

    @action(str(QT_TR_NOOP("保存草稿")), "Ctrl+S", icon="save")
    def save_draft(self) -> None:
        """Keep what is typed, complete or not."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.tr("这张单已过账，不用存草稿"))
        elif not self._may("edit"):
            self.context.messages.notice(self.tr("没有写这种单据草稿的权限"))
        else:
            self.keeper.keep(self._tell_kept)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="file-plus")
    def begin_new(self) -> None:
        """Begin another document here; what was typed stays as a draft."""
        if self.form is None:
            return
        if self.form.typing and self.keeper.dirty:
            if not self._may("edit"):
                self.context.messages.notice(self.tr("这张单还没过账，也不能存草稿。先过账或清空"))
                return
            self.keeper.keep_before_closing()
        self._show_new(self._blank())

    @action(str(QT_TR_NOOP("复制单据")), "Ctrl+Shift+D", icon="copy")
    def copy_paper(self) -> None:
        """Begin a new document with the firm and the fields of this one."""
        if self.form is None or not (self._may("edit") or self._may("post")):
            return
        typed = self.form.typed()
        fields = {name: each for name, each in typed.fields.items() if name not in _MATCHED}
        today = self.context.clock.today()
        self._show_new(TypedMoney(today, typed.partner_id, typed.partner_name, "", fields))

    @action(str(QT_TR_NOOP("打印")), "Ctrl+P", icon="printer")
    def print_paper(self) -> None:
        """Put the posted document on paper."""
        if self.view is None:
            self.context.messages.notice(self.tr("过账后才能打印"))
        else:
            self.printer.put_on_paper(str(self.view.head.number), with_prices=True)

    @action(str(QT_TR_NOOP("选纸")), icon="file-text")
    def choose_paper(self) -> None:
        """Choose the paper that this kind of document goes on."""
        self.printer.choose()

    @action(str(QT_TR_NOOP("作废草稿")), "Ctrl+Shift+Delete", icon="trash-2")
    def void(self) -> None:
        """Throw the draft away; it can be had back."""
        if self.form is None or not self.form.typing:
            self.context.messages.notice(self.tr("过账的单据不能作废，用红冲"))
            return
        typed, kept = self.form.typed(), self.keeper.draft.id
        back = Link(self.tr("撤销"), partial(self._show_new, typed))
        if kept is not None:
            self.run_write(void_draft, self.kind, kept)
        self._show_new(self._blank())
        self.context.messages.notice(self.tr("草稿已作废。"), back)

    # --- beginning and showing ---

    def _begin(self, choices: MoneyChoices) -> None:
        self.form = form = self.way.make_form(self, self.kind, choices)
        self._column.addWidget(form, 1)
        self.keeper = DraftKeeper(self, self.kind, self._read, allowed=self._may("edit"))
        self.keeper.kept.connect(self._note_kept)
        self.keeper.unsaved.connect(self.unsaved_changed)
        form.edited.connect(self._on_edited)
        form.finished.connect(self.title_line.main.setFocus)
        subject, self._subject = self._subject, None
        self._show_new(subject if isinstance(subject, TypedMoney) else self._blank())
        self.setFocusProxy(form.first_field())
        if subject is not None and not isinstance(subject, TypedMoney):
            self.show_subject(subject)

    def _blank(self) -> TypedMoney:
        return TypedMoney(self.context.clock.today())

    def _show_new(self, typed: TypedMoney) -> None:
        self._show_typed(None, typed)

    def _open_draft(self, draft_id: int, body: dict[str, Any]) -> None:
        self._show_typed(draft_id, typed_from(body))

    def _show_typed(self, draft_id: int | None, typed: TypedMoney) -> None:
        if self.form is None:
            return
        self.view = None
        self._landing, self._key = "", new_key()
        self.form.show_typed(typed)
        self.keeper.begin(draft_id)
        self.title_line.show_draft("")
        self.form.say("")
        self.subject_changed.emit(typed.partner_name)
        self._show_state()
        self.form.first_field().setFocus()
        self._attend_timer.start()

    def _ask_view(self, number: str) -> None:
        self.run_read(self.way.view, number, then=self._show_view, slot="view")

    def _show_view(self, view: Any) -> None:
        if self.form is None:
            return
        self.view, self._landing = view, ""
        self.keeper.stop()
        self.form.show_posted(view)
        self.keeper.begin()
        state = "reversal" if view.head.reverses else view.head.state
        self.title_line.show_number(str(view.head.number), status_chip(state))
        self.form.say(history_of(view.head))
        self.subject_changed.emit(f"…{str(view.head.number)[-TAIL:]}")
        self._show_state()
        self._attend_timer.start()

    def _show_state(self) -> None:
        """The word of the main action and the other buttons follow right and state."""
        main, posted = action_named(self, "settle"), self.view is not None
        if posted:
            main.setText(self.tr("红冲"))
            main.setIcon(icon("undo-2", "on_accent"))
        else:
            main.setText(self.tr("审核过账") if self._may("post") else self.tr("保存草稿"))
            main.setIcon(icon("badge-check", "on_accent"))
        settling = ("choose_oldest",) if self.kind in _SETTLING else ()
        shown = ("print_paper", "begin_new") if posted else (*settling, "save_draft")
        self.title_line.show_buttons(shown)
        action_named(self, "print_paper").setEnabled(posted)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.BLOCK, 0, 0)
        self._column.setSpacing(Space.ROW)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.addWidget(self.title_line)
        names = ("choose_oldest", "begin_new", "print_paper", "save_draft")
        self.title_line.add_buttons([action_named(self, name) for name in names])
        self.title_line.show_buttons(())
        self._column.addWidget(holder)

    # --- posting ---

    def _post(self) -> None:
        if self.form is None:
            return
        self.keeper.stop()
        draft = draft_of(self.kind, self.form.typed())
        work = (self.keeper.draft, self.way.post, draft, self._key)
        self.run_write(
            post_drafted, *work, then=self._on_posted, failed=partial(self.lending.refused, work)
        )

    def _on_posted(self, posted: Posted) -> None:
        if posted.pending:
            look = Link(
                self.tr("看审核"), partial(self.context.open, "pending_paper", posted.document_id)
            )
            self._show_new(self._blank())
            self.context.messages.success(self.tr("已提交，审核通过后过账"), look)
            return
        again = Link(self.tr("打印"), self.print_paper, "Ctrl+P")
        said = self.tr("{number} 已过账").format(number=posted.number)
        self.context.messages.success(said, again)
        self._landing = posted.number
        self._ask_view(posted.number)

    # --- typing ---

    def _read(self) -> tuple[TypedMoney, int]:
        if self.form is None or not self.form.typing:
            return self._blank(), 0
        return self.form.typed(), self.form.total()

    def _on_edited(self) -> None:
        self.keeper.touch()
        self._attend_timer.start()

    def _tell_docks(self) -> None:
        """What the docks beside show: the firm, and what posting would book."""
        if self.form is None or not self.isVisible():
            return
        found: dict[str, Any] = {"kind": self.kind, "draft_id": self.keeper.draft.id}
        firm = self.form.firm_field()
        if firm is not None and firm.choice is not None:
            found["partner"], found["partner_name"] = firm.choice.id, firm.choice.name
        if self.view is not None:
            found["number"] = self.view.head.number
        elif self.form.total() or self.form.typed().fields:
            found["draft"] = draft_of(self.kind, self.form.typed())
            found["foresee"] = self.way.foresee
        else:
            found["draft"] = None
        self.attention.emit(found)

    def _tell_note(self, note: str) -> None:
        if note:
            said = self.tr("这张单被驳回：{reason}。改好再提交")
            self.context.messages.notice(said.format(reason=note))

    def _tell_kept(self, _draft_id: int) -> None:
        self.context.messages.success(self.tr("草稿已存。列表最上面可以找回"))

    def _note_kept(self) -> None:
        local = self.context.clock.now().astimezone(self.context.clock.zone)
        self.title_line.show_draft(self.tr("{time} 已自动存").format(time=f"{local:%H:%M}"))
        self._attend_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._attend_timer.start()

    def _may(self, verb: str) -> bool:
        return self.context.may(f"{self.kind}.{verb}")


_MATCHED = frozenset({"settle", "use"})
"""What a copy does not take along: those documents are settled."""
_SETTLING = frozenset({"customer_receipt", "supplier_payment", "settlement", "bad_debt"})
