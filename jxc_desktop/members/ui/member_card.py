"""One member on screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.queries import LevelView
from jxc_desktop.members.queries import MemberCard as CardView
from jxc_desktop.members.ui.typed_member import TypedMember, typed_member
from jxc_desktop.widgets.card_tabs import CardTabs, form_page

_REMARK_HEIGHT = 64


class MemberCard(CardTabs):
    """The fields of the member under the cursor, or of a new one."""

    def __init__(self, may: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(editable=may("member.edit"), parent=parent)
        self._sees = may("field.customer_contact")
        self._shown = typed_member(MemberDraft(""))
        self.pinyin = QLabel()
        self.level = QComboBox()
        self.remark = QPlainTextEdit()
        self.setAccessibleName(self.tr("会员卡片"))
        self.addTab(self._basic(), self.tr("基本"))
        self.remark.textChanged.connect(self.touched)
        self.level.activated.connect(self.touched)
        self.begin_new()

    # --- what it shows and holds ---

    def offer_levels(self, levels: Sequence[LevelView]) -> None:
        """Let the levels in use be chosen, and the one that the member shown has anyway."""
        chosen = self._shown.level_id
        blocker = QSignalBlocker(self.level)
        self.level.clear()
        for level in levels:
            if not level.disabled or level.id == chosen:
                self.level.addItem(level.name, level.id)
        self.level.setCurrentIndex(max(self.level.findData(chosen), 0))
        blocker.unblock()

    def begin_new(self) -> None:
        """Show an empty card; the name is enough."""
        self._sees_all(True)
        self.show_typed(typed_member(MemberDraft("")))
        self.title.setText(self.tr("新会员"))
        self.setCurrentIndex(0)

    def show_card(self, card: CardView) -> None:
        self._sees_all(self._sees)
        self.show_typed(typed_member(card.draft))
        self.offer_levels(card.levels)
        self.title.setText(card.draft.name or card.draft.card_no)
        self.pinyin.setText(card.pinyin)

    def show_typed(self, typed: TypedMember) -> None:
        self._shown = typed
        self.filling = True
        self.fill(typed.texts)
        self.remark.setPlainText(typed.texts.get("remark", ""))
        self.level.setCurrentIndex(max(self.level.findData(typed.level_id), 0))
        self.pinyin.setText(self.tr("保存时按姓名生成"))
        self.filling = False
        self.mark("")

    def typed(self) -> TypedMember:
        texts = {**self._shown.texts, **self.texts(), "remark": self.remark.toPlainText()}
        return TypedMember(self._shown.id, texts, self.level.currentData())

    def obstacle(self) -> str:
        return "" if self.fields["name"].text().strip() else self.tr("没有姓名。填上姓名")

    def others(self) -> dict[str, QWidget]:
        return {"remark": self.remark, "level": self.level}

    # --- how it is made ---

    def _basic(self) -> QWidget:
        self.pinyin.setProperty("tone", "text2")
        self.level.setAccessibleName(self.tr("级别"))
        self.level.setEnabled(self.editable)
        self.remark.setAccessibleName(self.tr("备注"))
        self.remark.setReadOnly(not self.editable)
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(_REMARK_HEIGHT)
        return form_page(
            self.line("name", self.tr("姓名")),
            self.line("phone", self.tr("手机")),
            self.line("card_no", self.tr("卡号"), self.tr("不填就接着往下编")),
            (self.tr("级别"), self.level),
            self.line("birthday", self.tr("生日"), self.tr("如 1990-05-20")),
            self.line("joined", self.tr("入会"), self.tr("不填就是今天")),
            (self.tr("助记码"), self.pinyin),
            (self.tr("备注"), self.remark),
        )

    def _sees_all(self, seen: bool) -> None:
        """Phone and birthday are typed by who sees them whole, and for somebody new by everybody who may."""
        for name in ("phone", "birthday"):
            self.fields[name].setReadOnly(not (self.editable and seen))
