"""One approval rule as fields: which documents, when, whose yes, at which step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from jxc_desktop.core.numbers import MONEY_PLACES, RATE_PLACES, parse_scaled
from jxc_desktop.shop.actor import matrix
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.shop.approvals.queries import RuleView
from jxc_desktop.shop.approvals.rule_editing import MOST_STEPS, RuleDraft
from jxc_desktop.shop.approvals.rules import APPROVABLE, DISCOUNT_OVER, WITH_VALUE
from jxc_desktop.shop.approvals.words import condition_names, life_words, value_words
from jxc_desktop.shop.roles import role_words
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.tokens import Size, Space


class RuleCard(QWidget):
    """Holds a `RuleDraft` as it is typed; `known` is the id of the rule shown, None for a new one."""

    edited = Signal()

    def __init__(self, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: int | None = None
        self.kind, self.condition, self.approver = QComboBox(), QComboBox(), QComboBox()
        self.value = QLineEdit()
        self.step = QComboBox()
        self.disabled = QCheckBox(self.tr("先停用，不拦单据"))
        self.life = Words(size=Size.HINT, tone="text2")
        self.life.setWordWrap(True)
        self._people: tuple[str, ...] = ()
        for step in range(1, MOST_STEPS + 1):
            self.step.addItem(str(step), step)
        for kind in APPROVABLE:
            self.kind.addItem(kind_words(kind), kind)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.condition.currentIndexChanged.connect(self._on_condition)
        self._on_kind()
        for widget in self.fields().values():
            widget.setEnabled(editable)
        self._connect()

    def fields(self) -> dict[str, QWidget]:
        """The fields by the name that an error gives them."""
        return {
            "kind": self.kind,
            "condition": self.condition,
            "value": self.value,
            "step": self.step,
            "approver": self.approver,
            "disabled": self.disabled,
        }

    def offer_people(self, names: tuple[str, ...]) -> None:
        """The login names that may be named besides roles."""
        self._people = names
        self._offer_approvers()

    def begin_new(self) -> None:
        """A new rule of the kind that is chosen."""
        self.known = None
        self.condition.setCurrentIndex(max(self.condition.findData("total_over"), 0))
        self.value.clear()
        self.step.setCurrentIndex(0)
        self.disabled.setChecked(False)

    def show_rule(self, rule: RuleView) -> None:
        """Show a rule that is kept."""
        self.known = rule.id
        self.kind.setCurrentIndex(self.kind.findData(rule.kind))
        self.condition.setCurrentIndex(self.condition.findData(rule.condition))
        self.value.setText(value_words(rule.condition, rule.value).rstrip("%"))
        self.step.setCurrentIndex(rule.step - 1)
        self.approver.setCurrentIndex(self.approver.findData(_who(rule.role, rule.user)))
        self.disabled.setChecked(rule.disabled)

    def draft(self) -> RuleDraft:
        """What the fields say; raises `InvalidNumber` for a value that is none."""
        condition = self.condition.currentData()
        role, _colon, user = str(self.approver.currentData() or ":").partition(":")
        value = self._read_value(condition) if condition in WITH_VALUE else 0
        return RuleDraft(
            self.kind.currentData(),
            condition,
            value,
            self.step.currentData(),
            role,
            user,
            self.disabled.isChecked(),
        )

    # --- inside ---

    def _read_value(self, condition: str) -> int:
        """Fen, or 1e-4 of a percentage."""
        places = RATE_PLACES - 2 if condition == DISCOUNT_OVER else MONEY_PLACES
        return parse_scaled(self.value.text().strip().rstrip("%％") or "0", places)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(Space.BLOCK, 0, 0, 0)
        form.setHorizontalSpacing(Space.BLOCK)
        form.setVerticalSpacing(Space.ROW)
        for word, field in (
            (self.tr("单据"), self.kind),
            (self.tr("条件"), self.condition),
            (self.tr("数值"), self.value),
            (self.tr("第几步"), self.step),
            (self.tr("审核人"), self.approver),
        ):
            field.setAccessibleName(word)
            form.addRow(word, field)
        form.addRow("", self.disabled)
        form.addRow("", self.life)

    def _connect(self) -> None:
        for box in (self.kind, self.condition, self.step, self.approver):
            box.activated.connect(self.edited)
        self.value.textEdited.connect(self.edited)
        self.disabled.clicked.connect(self.edited)

    def _on_kind(self, *_place: object) -> None:
        kind, before = self.kind.currentData(), self.condition.currentData()
        names = condition_names()
        self.condition.clear()
        for condition in APPROVABLE[kind]:
            self.condition.addItem(names[condition], condition)
        self.condition.setCurrentIndex(max(self.condition.findData(before), 0))
        self.life.setText(life_words(kind))
        self._offer_approvers()

    def _on_condition(self, *_place: object) -> None:
        condition = self.condition.currentData()
        self.value.setEnabled(condition in WITH_VALUE and self.kind.isEnabled())
        hint = self.tr("百分之几，如 15") if condition == DISCOUNT_OVER else self.tr("元，如 5000")
        self.value.setPlaceholderText(hint if condition in WITH_VALUE else "")

    def _offer_approvers(self) -> None:
        """Roles that can post the kind, then people."""
        before, kind = self.approver.currentData(), self.kind.currentData()
        able = matrix()["approval.act"].roles & matrix()[f"{kind}.post"].roles
        self.approver.clear()
        for role, word in role_words().items():
            if role in able:
                self.approver.addItem(word, _who(role, ""))
        for name in self._people:
            self.approver.addItem(name, _who("", name))
        self.approver.setCurrentIndex(max(self.approver.findData(before), 0))


def _who(role: str, user: str) -> str:
    """A role or a user as one text, for the box of approvers."""
    return f"{role}:{user}"
