"""商品: the list of goods with filters, and the card of the one under the cursor."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from sqlalchemy.orm import Session

from jxc_desktop.catalog.labels import product_labels
from jxc_desktop.catalog.queries import (
    ProductFilter,
    ProductRow,
    category_tree,
    count_products,
    list_products,
    notices_on,
    product_card,
)
from jxc_desktop.catalog.services import disable_product, save_product
from jxc_desktop.catalog.ui.bulk_dialog import BulkDialog
from jxc_desktop.catalog.ui.product_card import ProductCard
from jxc_desktop.catalog.ui.typed_product import TypedProduct
from jxc_desktop.printing.label import Label
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.card_list_pane import CardListPane
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.filter_bar import FilterChoice
from jxc_desktop.widgets.formats import tax_text
from jxc_desktop.widgets.paged_model import Page, Request

EDIT = "product.edit"


class ProductPane(CardListPane):
    """The goods of the shop."""

    title = str(QT_TR_NOOP("商品"))
    icon = "package"
    needs = "product.view"
    watches = frozenset({"product", "barcode", "product_price", "product_unit", "category"})
    list_name = "products"
    import_kind = "products"
    edit_right = EDIT

    def columns(self) -> Sequence[Column[ProductRow]]:
        return (
            Column[ProductRow]("code", self.tr("编号"), kind=Kind.CODE, width=84),
            Column[ProductRow]("name", self.tr("名称"), width=170, stretch=True),
            Column[ProductRow]("spec", self.tr("规格"), width=112, muted=True),
            Column[ProductRow]("unit", self.tr("单位"), width=44),
            Column[ProductRow]("barcode", self.tr("条码"), kind=Kind.CODE, width=116),
            Column[ProductRow]("category", self.tr("类别"), width=100),
            Column[ProductRow]("brand", self.tr("品牌"), width=84, hidden=True),
            Column[ProductRow](
                "retail_price", self.tr("零售价"), kind=Kind.PRICE, short=self.tr("零售"), width=76
            ),
            Column[ProductRow](
                "purchase_price", self.tr("进价"), kind=Kind.PRICE, needs="field.purchase_price"
            ),
            Column[ProductRow]("min_price", self.tr("最低售价"), kind=Kind.PRICE, hidden=True),
            Column[ProductRow]("min_stock", self.tr("最低库存"), kind=Kind.QUANTITY, hidden=True),
            Column[ProductRow]("max_stock", self.tr("最高库存"), kind=Kind.QUANTITY, hidden=True),
            Column[ProductRow](
                "tax_rate",
                self.tr("税率"),
                text=tax_text,
                right=True,
                width=64,
                hidden=True,
                sortable=False,
            ),
            Column[ProductRow](
                "state",
                self.tr("状态"),
                value=self._state,
                kind=Kind.CHIP,
                width=84,
                sortable=False,
            ),
        )

    def make_card(self) -> ProductCard:
        self._paths: list[str] = []
        self.product_card = ProductCard(self.context.may)
        return self.product_card

    def counting_word(self, count: int) -> str:
        return self.tr("种", "", count)

    def drop_downs(self) -> Sequence[FilterChoice]:
        states = (
            (ProductFilter(), self.tr("在用")),
            (ProductFilter(without_price=True), self.tr("没有零售价")),
            (ProductFilter(disabled=True), self.tr("已停用")),
            (ProductFilter(disabled=None), self.tr("全部")),
            (ProductFilter(styles=True), self.tr("款（多属性）")),
        )
        return (
            FilterChoice("category", self.tr("类别"), ((None, self.tr("全部类别")),)),
            FilterChoice("state", self.tr("状态"), states),
        )

    def page(self) -> Callable[..., Page[ProductRow]]:
        state: ProductFilter = self.filters.value("state")
        wanted = ProductFilter(
            self.filters.text,
            self.filters.value("category"),
            state.disabled,
            state.without_price,
            state.styles,
        )
        return partial(_page, wanted)

    def read_card(self) -> Callable[..., Any]:
        return product_card

    def keep(self) -> Callable[..., tuple[int, Sequence[str]]]:
        return _keep

    def disable(self) -> Callable[..., None]:
        return disable_product

    def empty_words(self) -> str:
        return self.tr("还没有商品。写第一个只要名称、单位、零售价；有商品表就从“导入”进来。")

    @action(str(QT_TR_NOOP("打价签")), "Ctrl+P", icon="tags")
    def print_labels(self) -> None:
        """Print a label for each picked product, or for the one under the cursor."""
        picked = self.grid.picked_rows() or [row for row in [self.grid.current()] if row]
        if not picked:
            self.context.messages.notice(self.tr("先选一行"))
            return
        self.run_read(product_labels, [row.id for row in picked], then=self._to_labels)

    @action(str(QT_TR_NOOP("批量修改")), "Ctrl+Shift+B", needs=EDIT, icon="list-checks")
    def change_many(self) -> None:
        """Change one thing of all picked products; Ctrl+A picks the whole list that is read."""
        picked = self.grid.picked_rows()
        if not picked:
            self.context.messages.notice(self.tr("先选几行，Ctrl+A 全选"))
            return
        may_price = self.context.may("price.edit")
        ids = [row.id for row in picked]
        self.bulk = BulkDialog(self, ids, self._paths, may_price=may_price)
        self.bulk.open()

    def _to_labels(self, labels: tuple[Label, ...]) -> None:
        print_labels = self.context.more.get("print_labels")
        if print_labels is None:
            self.context.messages.notice(self.tr("这里没有打印机。在工具 › 打印机 里设"))
            return
        print_labels(labels, kind="shelf_label", number=labels[0].code)
        self.context.messages.success(self.tr("%n 张价签已送打印", "", len(labels)))

    def refresh(self) -> None:
        super().refresh()
        self.run_read(_categories, then=self._offer_categories, slot="categories")

    def _state(self, row: ProductRow) -> Chip:
        if row.is_style:
            return Chip(self.tr("款"), "info")
        if row.disabled:
            return Chip(self.tr("已停用"), "mute", struck=True)
        if row.retail_price is None:
            return Chip(self.tr("没有价格"), "warn")
        return Chip(self.tr("在用"), "ok")

    def _offer_categories(self, paths: Sequence[tuple[str, int]]) -> None:
        self._paths = [path for path, _ in paths]
        self.product_card.offer_categories(self._paths)
        options = [(category, path) for path, category in paths]
        self.offer("category", [(None, self.tr("全部类别")), *options])


def _page(
    wanted: ProductFilter, session: Session, request: Request[ProductRow]
) -> Page[ProductRow]:
    rows = list_products(
        session,
        wanted,
        sort=request.sort or "code",
        descending=request.descending,
        after=request.after,
        offset=request.offset,
        limit=request.limit,
    )
    return Page(rows, None if request.counted else count_products(session, wanted))


def _categories(session: Session) -> tuple[tuple[str, int], ...]:
    tree = category_tree(session)
    return tuple(sorted((tree.path(category), category) for category in tree.names))


def _keep(session: Session, typed: TypedProduct) -> tuple[int, Sequence[str]]:
    draft = typed.draft()
    notices = notices_on(session, draft)
    return save_product(session, draft), notices
