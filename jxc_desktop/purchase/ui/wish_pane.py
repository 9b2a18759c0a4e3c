"""The pane of a document of goods without prices: typed by keys, approved by F12, then gone on from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsKind, FieldsPane
from jxc_desktop.purchase.ui.wish_form import WishForm
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.ui.order_life import OrderLifePane
from jxc_desktop.widgets.pane import Context


class WishPane(OrderLifePane, FieldsPane):
    """Types, approves and shows one kind of document without prices."""

    books = False
    not_copied: ClassVar = frozenset({"amends", "source"})
    chips: ClassVar[Mapping[str, str]] = {}
    """Chips of progress that have words of their own here."""
    form: WishForm | None

    def __init__(
        self, context: Context, drafted: FieldsKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, drafted, self.heading(), parent)
        self.run_read(paper_choices, then=self._begin, slot="choices")

    # --- what each kind of pane says ---

    def make_form(self, choices: PaperChoices) -> WishForm:
        """The form it is typed in."""
        raise NotImplementedError

    def again(self, view: Any, amends: str) -> TypedFields:
        """An approved one as fields, to be typed on under the number it `amends` or as another."""
        raise NotImplementedError

    # --- what the pane says ---

    def chip_of(self, view: Any) -> str:
        return self.chips.get(view.progress, view.progress)

    def settling_word(self) -> str:
        return self.tr("审核")

    def posted_word(self) -> str:
        return self.tr("{number} 已审核")

    def further(self) -> Sequence[str]:
        if self.view is None:
            return super().further()
        return (*self.steps_of_life(self.view), "begin_new", *super().further())

    def copy_paper(self) -> None:
        """Begin a new document that wants the same."""
        if self.view is None:
            super().copy_paper()
        elif self._may_type():
            today = self.context.clock.today()
            self._show_new(replace(self.again(self.view, ""), day=today))

    def written_anew(self, view: Any) -> TypedFields:
        return self.again(view, str(view.head.number))

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    def _begin(self, choices: PaperChoices) -> None:
        self._open_form(self.make_form(choices))
