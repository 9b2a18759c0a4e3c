"""其他入库单 and 其他出库单: goods in and out for other purposes, on screen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock import note, others
from jxc_desktop.stock.others import IN, OUT, OtherDraft, Way
from jxc_desktop.stock.queries import OtherView, other_issue_view, other_receipt_view
from jxc_desktop.stock.typed_other import OtherChoices, other_choices, other_draft
from jxc_desktop.stock.ui.goods_form import choose
from jxc_desktop.stock.ui.worth_form import WorthForm
from jxc_desktop.widgets.pane import Context, Pane

_FIRST: Mapping[bool, str] = {True: "5301", False: "5602"}
"""What goods mostly come from (other income) and go to (the house's own use)."""
_LETTERS = 14


class OtherForm(WorthForm):
    """Which account the goods come from, or go to."""

    aliases: ClassVar = {"warehouse_id": "warehouse"}

    def __init__(self, pane: Pane, kind: str, choices: OtherChoices, *, incoming: bool) -> None:
        self.account = QComboBox()
        self.account.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.account.setMinimumContentsLength(_LETTERS)
        for each in choices.accounts:
            self.account.addItem(f"{each.code} {each.name}", each.code)
        self.deemed = QCheckBox(translate("stock", "送出去的，按零售价计销项税"))
        super().__init__(pane, kind, choices.papers, incoming=incoming)

    def make_rows(self) -> None:
        word = self.tr("来源科目") if self.incoming else self.tr("去处科目")
        self.add_row("account", word, self.account)
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("day", self.tr("业务日期"), self.day)
        if not self.incoming:
            self.add_row("deemed_sale", self.tr("视同销售"), self.deemed)
            self.deemed.toggled.connect(self.on_edited)
        self.account.currentIndexChanged.connect(self.on_edited)

    def called(self) -> str:
        return str(self.account.currentText()).partition(" ")[2]

    def own_fields(self) -> dict[str, Any]:
        given = {} if self.incoming else {"deemed_sale": self.deemed.isChecked()}
        return {"account": self.account.currentData(), **given}

    def show_own(self, fields: Mapping[str, Any]) -> None:
        choose(self.account, fields.get("account") or _FIRST[self.incoming])
        self._show_deemed(deemed=bool(fields.get("deemed_sale")))

    def show_purpose(self, view: OtherView) -> None:
        if self.account.findData(view.account) < 0:
            self.account.addItem(f"{view.account} {view.account_name}", view.account)
        choose(self.account, view.account)
        self._show_deemed(deemed=bool(view.tax))

    def _show_deemed(self, *, deemed: bool) -> None:
        self.deemed.blockSignals(True)
        self.deemed.setChecked(deemed)
        self.deemed.blockSignals(False)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.account.setEnabled(not locked)
        self.deemed.setEnabled(not locked)


class OtherKind:
    """What goods in or out for other purposes say about themselves to their pane."""

    def __init__(self, way: Way) -> None:
        self.incoming, self.kind = way.sign > 0, way.family.kind

    def draft(self, typed: TypedFields) -> OtherDraft:
        """The document for the service."""
        return other_draft(typed)

    def post(self, session: Session, draft: OtherDraft, *, key: Key) -> Posted:
        """Post it."""
        post = others.post_other_receipt if self.incoming else others.post_other_issue
        return post(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        reverse = others.reverse_other_receipt if self.incoming else others.reverse_other_issue
        return reverse(session, wanted, key=key)

    def view(self, session: Session, number: str) -> OtherView:
        """The document with this number."""
        read = other_receipt_view if self.incoming else other_issue_view
        return read(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        printed = note.printed_other_receipt if self.incoming else note.printed_other_issue
        return printed(session, number)


class OtherPane(ReversiblePane, FieldsPane):
    """Types, posts and shows goods in or out for other purposes."""

    way: Way
    """In or out; each pane has its own."""
    form: OtherForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = OtherKind(self.way)
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(other_choices, then=self._begin, slot="choices")

    def foreseen(self) -> Callable[[Session, Any], Any]:
        return others.foresee_receipt if self.way is IN else others.foresee_issue

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    def _begin(self, choices: OtherChoices) -> None:
        kind, incoming = self.way.family.kind, self.way is IN
        self._open_form(OtherForm(self, kind, choices, incoming=incoming))


class OtherReceiptPane(OtherPane):
    """Goods that came in neither bought nor found."""

    title = str(QT_TR_NOOP("其他入库单"))
    icon = "arrow-down-to-line"
    needs = "other_receipt.view"
    watches = frozenset({"other_receipt", "move"})
    way = IN


class OtherIssuePane(OtherPane):
    """Goods that went out neither sold nor lost."""

    title = str(QT_TR_NOOP("其他出库单"))
    icon = "arrow-up-from-line"
    needs = "other_issue.view"
    watches = frozenset({"other_issue", "move"})
    way = OUT
