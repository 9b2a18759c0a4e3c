"""One firm on screen, as customer or as supplier."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from jxc_desktop.partners.drafts import PartnerDraft, Role
from jxc_desktop.partners.queries import PartnerCard as CardView
from jxc_desktop.partners.queries.notices import tax_no_is_sound
from jxc_desktop.partners.ui.typed_partner import TypedPartner, typed
from jxc_desktop.shop.assigned import EDIT
from jxc_desktop.widgets.card_tabs import CardTabs, form_page

_REMARK_HEIGHT = 64


class PartnerCard(CardTabs):
    """The tabs 基本, 结算, 开票 of the firm under the cursor, or of a new one."""

    def __init__(
        self, role: Role, may: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(editable=may(f"{role}.edit"), parent=parent)
        self._role = role
        self._sees = may("field.customer_contact")
        self._assigns = may(EDIT)
        self._shown = typed(PartnerDraft(""))
        self.pinyin = QLabel()
        self.tax_hint = QLabel()
        self.price_level = QComboBox()
        self.invoice = QComboBox()
        self.remark = QPlainTextEdit()
        self._lay_out()
        self._connect()
        self.begin_new()

    # --- what it shows and holds ---

    def begin_new(self) -> None:
        """Show an empty card; the name is enough."""
        self.show_typed(typed(PartnerDraft("")))
        customer = self._role is Role.CUSTOMER
        self.title.setText(self.tr("新客户") if customer else self.tr("新供应商"))
        self.setCurrentIndex(0)

    def show_card(self, card: CardView) -> None:
        self.show_typed(typed(card.draft))
        self.title.setText(card.draft.name)
        self.pinyin.setText(card.pinyin)

    def show_typed(self, partner: TypedPartner) -> None:
        self._shown = partner
        self.filling = True
        self.fill(partner.texts)
        self.remark.setPlainText(partner.texts.get("remark", ""))
        self.price_level.setCurrentIndex(max(self.price_level.findData(partner.price_level), 0))
        self.invoice.setCurrentIndex(max(self.invoice.findData(partner.invoice), 0))
        self.pinyin.setText(self.tr("保存时按名称生成"))
        self.filling = False
        self._check_tax_no()
        self.mark("")

    def typed(self) -> TypedPartner:
        texts = {**self._shown.texts, **self.texts(), "remark": self.remark.toPlainText()}
        customer = self._role is Role.CUSTOMER
        level = self.price_level.currentData() if customer else self._shown.price_level
        invoice = self._shown.invoice if customer else self.invoice.currentData()
        return TypedPartner(self._shown.id, texts, level, invoice)

    def obstacle(self) -> str:
        return "" if self.fields["name"].text().strip() else self.tr("没有名称。填上名称")

    def others(self) -> dict[str, QWidget]:
        return {"remark": self.remark, "price_level": self.price_level, "invoice": self.invoice}

    # --- how it is made ---

    def _lay_out(self) -> None:
        customer = self._role is Role.CUSTOMER
        self.setAccessibleName(self.tr("客户卡片") if customer else self.tr("供应商卡片"))
        self.addTab(self._basic(), self.tr("基本"))
        self.addTab(self._terms(), self.tr("结算"))
        self.addTab(self._billing(), self.tr("开票"))

    def _basic(self) -> QWidget:
        self.pinyin.setProperty("tone", "text2")
        self.remark.setAccessibleName(self.tr("备注"))
        self.remark.setReadOnly(not self.editable)
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(_REMARK_HEIGHT)
        sees = self.editable and self._sees
        hint = self.tr("不填就接着往下编")
        return form_page(
            self.line("name", self.tr("名称")),
            self.line(f"{self._role}_code", self.tr("编号"), hint),
            self.line("short_name", self.tr("简称")),
            (self.tr("助记码"), self.pinyin),
            self.line("contact", self.tr("联系人"), editable=sees),
            self.line("mobile", self.tr("手机"), editable=sees),
            self.line("phone", self.tr("电话"), editable=sees),
            self.line("email", self.tr("邮箱"), editable=sees),
            self.line("fax", self.tr("传真"), editable=sees),
            self.line("address", self.tr("地址"), editable=sees),
            (self.tr("备注"), self.remark),
        )

    def _terms(self) -> QWidget:
        rows: list[tuple[str, QWidget]] = [
            self.line("credit_days", self.tr("账期"), self.tr("天数，不填就是当天")),
        ]
        if self._role is Role.CUSTOMER:
            rows.insert(0, self.line("credit_limit", self.tr("信用额度"), self.tr("不填就不限")))
            rows.insert(0, (self.tr("价格等级"), self._levels()))
            hint = self.tr("单据上没写就是他")
            rows.append(self.line("salesperson", self.tr("业务员"), hint))
            rows.append(self._assigned())
        return form_page(*rows)

    def _assigned(self) -> tuple[str, QWidget]:
        hint = self.tr("登录名，空着大家都能看到")
        return self.line(
            "assigned", self.tr("分配给"), hint, editable=self.editable and self._assigns
        )

    def _billing(self) -> QWidget:
        self.tax_hint.setProperty("tone", "warn")
        rows: list[tuple[str, QWidget]] = [
            self.line("tax_no", self.tr("税号")),
            ("", self.tax_hint),
            self.line("bank", self.tr("开户行")),
            self.line("bank_account", self.tr("账号")),
        ]
        if self._role is Role.SUPPLIER:
            rows.append((self.tr("通常给"), self._invoices()))
        return form_page(*rows)

    def _levels(self) -> QComboBox:
        words = (
            (self.tr("零售价"), ""),
            (self.tr("批发价"), "wholesale"),
            (self.tr("会员价"), "member"),
            (self.tr("等级价 1"), "level_1"),
            (self.tr("等级价 2"), "level_2"),
            (self.tr("等级价 3"), "level_3"),
        )
        return self._choice(self.price_level, self.tr("价格等级"), words)

    def _invoices(self) -> QComboBox:
        words = (
            (self.tr("按公司设置"), None),
            (self.tr("专用发票"), "special"),
            (self.tr("普通发票"), "ordinary"),
            (self.tr("不开票"), "none"),
            (self.tr("票随后到"), "pending"),
        )
        return self._choice(self.invoice, self.tr("通常给的发票"), words)

    def _choice(
        self, box: QComboBox, word: str, words: tuple[tuple[str, str | None], ...]
    ) -> QComboBox:
        for text, value in words:
            box.addItem(text, value)
        box.setAccessibleName(word)
        box.setEnabled(self.editable)
        return box

    def _connect(self) -> None:
        self.fields["tax_no"].textChanged.connect(self._check_tax_no)
        self.remark.textChanged.connect(self.touched)
        for box in (self.price_level, self.invoice):
            box.activated.connect(self.touched)

    def _check_tax_no(self) -> None:
        """The tax number is checked while it is typed; a wrong one may still be kept."""
        sound = tax_no_is_sound(self.fields["tax_no"].text())
        self.tax_hint.setText("" if sound else self.tr("校验位不对。对照营业执照"))
        self.tax_hint.setVisible(not sound)
