"""Before the shop opens: a blank machine, a new shop, who sells to it and who buys, goods from a table."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.day import SIZE, Day
from jxc_desktop.demo.goods_file import goods_table, sold_here
from jxc_desktop.demo.trouble import DemoFailed
from jxc_desktop.imports.ui.import_pane import ImportPane
from jxc_desktop.imports.ui.stages import Stage
from jxc_desktop.shell.new_shop_dialog import NewShopDialog
from jxc_desktop.shell.open_shop_dialog import OpenShopDialog
from jxc_desktop.shop.ui.login_dialog import LoginDialog

NAME = "清溪便民店"
PASSWORD = "zaoshang kai men 7"  # noqa: S105  of a shop that lives for one demonstration
SUPPLIER, CUSTOMER = "清溪饮品批发部", "望湖楼酒店"
PAGES = 3
"""Questions of the wizard before the recovery codes."""


def open_the_shop(day: Day) -> None:
    """The first start: the dialog for shops, the wizard, the recovery codes, the first login."""
    stage, hand = day.stage, day.hand
    stage.program.start()
    stage.until(lambda: isinstance(stage.program.entrance.dialog, OpenShopDialog), "开账套")
    day.shoot("first-start", translate("demo", "空电脑第一次打开：开账套"))
    hand.press("Space")
    wizard = _wizard(day)
    hand.replace(NAME)
    hand.press("Tab", "Right", "Tab", "Tab", "Tab")
    hand.replace(str(shop_file(day)))
    day.shoot("new-shop", translate("demo", "新建账套：店名、纳税人、从哪个月开始"))
    hand.press("Return")
    hand.enter(PASSWORD)
    hand.type(PASSWORD)
    day.shoot("password", translate("demo", "老板的密码"))
    hand.press("Return")
    stage.until(lambda: wizard.pages.currentIndex() == PAGES - 1, translate("demo", "备份那一页"))
    hand.replace(str(stage.folder / "backups"))
    hand.press("Return")
    stage.until(lambda: wizard.pages.currentIndex() == PAGES, translate("demo", "恢复码"))
    day.shoot("recovery-codes", translate("demo", "恢复码只显示一次"))
    hand.press("Space")
    stage.until(
        lambda: isinstance(stage.program.entrance.dialog, LoginDialog), translate("demo", "登录")
    )
    stage.settle()
    hand.type(PASSWORD)
    day.shoot("login", translate("demo", "老板登录"))
    hand.press("Return")
    stage.until(lambda: stage.program.office is not None, translate("demo", "主窗口"))
    stage.window.resize(SIZE)
    day.shoot("empty-shop", translate("demo", "新店：还什么都没有"))
    day.close_docks("todo")


def _wizard(day: Day) -> NewShopDialog:
    day.stage.until(
        lambda: isinstance(QApplication.activeModalWidget(), NewShopDialog),
        translate("demo", "新建账套"),
    )
    wizard = QApplication.activeModalWidget()
    if not isinstance(wizard, NewShopDialog):
        raise DemoFailed(translate("demo", "新建账套没有打开"))
    return wizard


def shop_file(day: Day) -> Path:
    """Where the shop of the day lies."""
    return day.stage.folder / "qingxi.jxc"


def write_down_firms(day: Day) -> None:
    """One supplier and one customer, found by pinyin initials and typed."""
    for kind, name in (("supplier", SUPPLIER), ("customer", CUSTOMER)):
        day.find(kind)
        day.hand.press("Ctrl+N")
        day.hand.type(name)
        day.hand.press("F12")
        day.stage.told(name)
    day.shoot("customer", translate("demo", "客户：打上名称就能用"))


def import_goods(day: Day) -> None:
    """The list of goods that the shop kept in a spreadsheet until yesterday, step by step through the import."""
    file = day.folder / "goods.xlsx"
    file.write_bytes(goods_table())
    day.diary.papers.append(file.name)
    day.find("product")
    day.find("import")
    pane = day.pane
    opened = isinstance(pane, ImportPane) and pane.face.file_page.kind == "products"
    day.require(opened, translate("demo", "导入商品没有打开"))
    day.hand.answer_with_file(lambda: day.hand.press("Ctrl+O"), str(file))
    day.stage.settle()
    while pane.stage is not Stage.REPORT:
        _go_on(day, pane)
    written = len(pane.looked.checked.rows)
    day.require_equal(translate("demo", "导入的商品"), written, len(sold_here()))
    day.figures["products"] = written
    day.shoot("imported", translate("demo", "导入的对账报告"))
    day.hand.press("Ctrl+G")
    day.shoot("goods", translate("demo", "商品：从表格导入，条码和价格都在"))


def _go_on(day: Day, pane: ImportPane) -> None:
    """F12, and the next step is there."""
    before = pane.stage
    if before is Stage.CHECK:
        day.shoot("import-check", translate("demo", "导入商品：逐格预检"))
    day.hand.press("F12")
    day.stage.until(lambda: pane.stage is not before, translate("demo", "导入的下一步"))
    day.stage.settle()
