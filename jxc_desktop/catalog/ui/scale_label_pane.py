"""秤标签: how the labels of the shop's scales are read, by form, and a label tried out."""

from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries.till import ProductAtTill, product_by_barcode
from jxc_desktop.catalog.ui.scale_rule_row import ScaleRuleRow
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.shop.scale_rules import USUAL, read_label, scale_rules
from jxc_desktop.shop.scale_words import label_words
from jxc_desktop.shop.settings import change_setting, settings_of
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.formats import money_text, price_text, quantity_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "settings.edit"
SETTING = "scale_labels"
_WIDEST = 980
_NEW = "23 PPPPP WW.WWW R"


class ScaleLabelPane(Pane):
    """The rules of setting `scale_labels`, a row each; a change that makes sense is kept at once."""

    title = str(QT_TR_NOOP("秤标签"))
    icon = "scale"
    needs = "settings.view"
    watches = frozenset({"setting", "product"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.rows: list[ScaleRuleRow] = []
        self._kept: str | None = None
        self._editable = context.may(EDIT)
        self.trial = QLineEdit()
        self.meaning = Words(size=Size.CARD_TITLE)
        self.goods = Words(tone="text2")
        self.problem = Words(size=Size.HINT, tone="bad")
        self._list = QVBoxLayout()
        self._lay_out()
        self.trial.textChanged.connect(self._explain)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(_kept_rules, then=self._show, slot="rules")

    def take_scan(self, code: str) -> bool:
        """Try a label out."""
        self.trial.setText(code)
        return True

    @action(str(QT_TR_NOOP("加一种标签")), "Ctrl+N", icon="plus", needs=EDIT)
    def add(self) -> None:
        """One more kind of label, to be written."""
        self._append(_NEW).flags.setFocus()
        self._save()

    @action(str(QT_TR_NOOP("换成常用的")), "Ctrl+Shift+R", icon="rotate-ccw", needs=EDIT)
    def use_usual(self) -> None:
        """Go back to what most scales print."""
        self._fill(USUAL)
        self._save()

    @action(str(QT_TR_NOOP("试一张标签")), "Ctrl+F", icon="scan-barcode")
    def try_out(self) -> None:
        """Go to the field for a label."""
        self.trial.setFocus()
        self.trial.selectAll()

    # --- the rules ---

    def _show(self, text: str) -> None:
        if text != self._kept:
            self._kept = text
            self._fill(text)
        self._explain()

    def _fill(self, text: str) -> None:
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows.clear()
        for part in filter(None, (part.strip() for part in text.split(";"))):
            self._append(part)

    def _append(self, text: str) -> ScaleRuleRow:
        row = ScaleRuleRow(text, editable=self._editable)
        row.edited.connect(self._save)
        row.dropped.connect(self._drop)
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _drop(self, row: ScaleRuleRow) -> None:
        self.rows.remove(row)
        row.setParent(None)
        row.deleteLater()
        self._save()

    def _written(self) -> str:
        return "; ".join(row.text for row in self.rows)

    def _save(self) -> None:
        """Keep the rules once all of them make sense."""
        text = self._written()
        if any([row.explain() for row in self.rows]) or text == self._kept:  # noqa: C419  all explain
            return
        try:
            scale_rules(text)
        except UserError as error:
            self.problem.setText(error.message)
            return
        self.problem.setText("")
        self.run_write(change_setting, SETTING, text, then=partial(self._saved, text))

    def _saved(self, text: str, _nothing: object) -> None:
        self._kept = text
        self.context.messages.success(self.tr("秤标签已保存"))
        self._explain()

    # --- the trial ---

    def _explain(self) -> None:
        """Say what the label in the field means by the rules as they are written, then which goods it is."""
        code = self.trial.text().strip()
        self.goods.setText("")
        if not code:
            self.meaning.setText(self.tr("扫一张标签，或照着打 13 位、18 位数字"))
            return
        try:
            label = read_label(code, scale_rules(self._written()))
        except UserError as error:
            self.meaning.setText(error.message)
            return
        if label is None:
            said = self.tr("{count} 位，不是这里写的标签").format(count=len(code))
            self.meaning.setText(said)
            return
        self.meaning.setText(label_words(label))
        if self._written() == self._kept:
            self.run_read(_meant, code, then=self._tell_goods, slot="goods")

    def _tell_goods(self, found: ProductAtTill | str) -> None:
        if isinstance(found, str):
            self.goods.setText(found)
            return
        if not found.weight:
            said = self.tr("是“{product}”自己的条码，不当标签读").format(product=found.name)
            self.goods.setText(said)
            return
        price = found.price or 0
        self.goods.setText(
            self.tr("{product}：{quantity} {unit} × {price} = {amount}").format(
                product=found.name,
                quantity=quantity_text(found.weight),
                unit=found.unit,
                price=price_text(price),
                amount=money_text(line_amount(found.weight, price)),
            )
        )

    # --- how it is made ---

    def _lay_out(self) -> None:
        about = Words(
            self.tr(
                "电子秤打的标签里有秤码和金额或重量。P 是秤码，A 是金额，W 是重量，一个字母一位数字，小数点照写。"
                "商品的秤码写在商品卡片的“库存”里。"
            ),
            Size.HINT,
            tone="text2",
        )
        self.trial.setPlaceholderText(self.tr("标签上的数字"))
        self.trial.setAccessibleName(self.tr("标签上的数字"))
        self.trial.setMaximumWidth(320)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        body.setProperty("look", "surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, Space.PANE, Space.SECTION)
        column.setSpacing(Space.BLOCK)
        for word in (about, self.problem, self.meaning, self.goods):
            word.setWordWrap(True)
        column.addWidget(about)
        column.addLayout(self._list)
        column.addWidget(self.problem)
        column.addWidget(Words(self.tr("试一张"), Size.CARD_TITLE, bold=True))
        column.addWidget(self.trial)
        column.addWidget(self.meaning)
        column.addWidget(self.goods)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, 0)
        whole.setSpacing(Space.BLOCK)
        whole.addLayout(self._head())
        whole.addWidget(area, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addStretch(1)
        for name in ("add", "use_usual") if self._editable else ():
            head.addWidget(ActionButton(action_named(self, name)))
        return head


def _kept_rules(session: Session) -> str:
    return settings_of(session).scale_labels


def _meant(session: Session, code: str) -> ProductAtTill | str:
    """The goods that a label means, or why it means none."""
    try:
        return product_by_barcode(session, code)
    except UserError as error:
        return error.message
