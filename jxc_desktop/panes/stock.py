"""What lies where, and how it moved."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.panes.backing import back_up_first
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def stock_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
    return (
        PaneSpec(
            "stock",
            translate("panes", "库存"),
            "warehouse",
            Area.LEFT,
            "stock",
            _stock,
            needs="stock.view",
            words=translate("panes", "现存 缺货 负库存 下限"),
        ),
        PaneSpec(
            "product_flow",
            translate("panes", "收发明细"),
            "history",
            Area.CENTRE,
            "stock",
            _product_flow,
            needs="stock.view",
            named_by_subject=True,
            words=translate("panes", "进出 流水"),
        ),
        PaneSpec(
            "stock_bound",
            translate("panes", "仓库上下限"),
            "warehouse",
            Area.CENTRE,
            "stock",
            _bounds,
            needs="stock.view",
            named_by_subject=True,
            words=translate("panes", "最低库存 最高库存 安全库存"),
        ),
        PaneSpec(
            "stock_papers",
            translate("panes", "库存单据"),
            "boxes",
            Area.LEFT,
            "stock",
            _papers,
            needs="stock_transfer.view",
            words=translate("panes", "盘点 调拨 报损 报溢 其他出入库 组装 拆卸 成本调整 列表 草稿"),
        ),
        PaneSpec(
            "stock_count",
            translate("panes", "盘点单"),
            "scan-barcode",
            Area.CENTRE,
            "stock",
            _count,
            needs="stock_count.view",
            words=translate("panes", "盘库 盘货 盲盘 复盘 实盘"),
            many=True,
        ),
        PaneSpec(
            "stock_transfer",
            translate("panes", "调拨单"),
            "truck",
            Area.CENTRE,
            "stock",
            _transfer,
            needs="stock_transfer.view",
            words=translate("panes", "移库 换仓 补货 在途"),
            many=True,
        ),
        PaneSpec(
            "transfer_receipt",
            translate("panes", "调拨入库单"),
            "arrow-down-to-line",
            Area.CENTRE,
            "stock",
            _arrival,
            needs="transfer_receipt.view",
            words=translate("panes", "调拨收货 在途到货 短少"),
            many=True,
        ),
        PaneSpec(
            "stock_loss",
            translate("panes", "报损单"),
            "package-minus",
            Area.CENTRE,
            "stock",
            _loss,
            needs="stock_loss.view",
            words=translate("panes", "报废 破损 过期 损耗 被盗 盘亏"),
            many=True,
        ),
        PaneSpec(
            "stock_gain",
            translate("panes", "报溢单"),
            "package-plus",
            Area.CENTRE,
            "stock",
            _gain,
            needs="stock_gain.view",
            words=translate("panes", "盘盈 多货 找回"),
            many=True,
        ),
        PaneSpec(
            "loss_resolution",
            translate("panes", "损溢处理单"),
            "handshake",
            Area.CENTRE,
            "stock",
            _resolution,
            needs="loss_resolution.view",
            words=translate("panes", "待处理财产 赔偿 责任人 1901"),
            many=True,
        ),
        PaneSpec(
            "other_receipt",
            translate("panes", "其他入库单"),
            "arrow-down-to-line",
            Area.CENTRE,
            "stock",
            _other_receipt,
            needs="other_receipt.view",
            words=translate("panes", "投入 赠入 受赠"),
            many=True,
        ),
        PaneSpec(
            "other_issue",
            translate("panes", "其他出库单"),
            "arrow-up-from-line",
            Area.CENTRE,
            "stock",
            _other_issue,
            needs="other_issue.view",
            words=translate("panes", "自用 领用 送样 样品"),
            many=True,
        ),
        PaneSpec(
            "cost_adjustment",
            translate("panes", "成本调整单"),
            "scale",
            Area.CENTRE,
            "stock",
            _cost_adjustment,
            needs="cost_adjustment.view",
            words=translate("panes", "调成本 改成本 单位成本 库存金额"),
            many=True,
        ),
        PaneSpec(
            "assembly",
            translate("panes", "组装单"),
            "combine",
            Area.CENTRE,
            "stock",
            _assembly,
            needs="assembly.view",
            words=translate("panes", "套装 礼盒 加工 组合 拼装"),
            many=True,
        ),
        PaneSpec(
            "disassembly",
            translate("panes", "拆卸单"),
            "split",
            Area.CENTRE,
            "stock",
            _disassembly,
            needs="disassembly.view",
            words=translate("panes", "拆套装 拆礼盒 拆分"),
            many=True,
        ),
        PaneSpec(
            "kit_parts",
            translate("panes", "组成"),
            "hammer",
            Area.CENTRE,
            "stock",
            _parts,
            needs="product.view",
            words=translate("panes", "物料清单 BOM 配方 套装 零件"),
        ),
        PaneSpec(
            "recost",
            translate("panes", "重算成本"),
            "refresh-cw",
            Area.CENTRE,
            "stock",
            _recost,
            needs="recost.view",
            words=translate("panes", "成本重算 补录 晚录 倒填日期 成本不对"),
            many=True,
        ),
        PaneSpec(
            "warehouse",
            translate("panes", "仓库"),
            "store",
            Area.CENTRE,
            "stock",
            _warehouses,
            needs="stock.view",
            words=translate("panes", "库房 分店 新建仓库 停用"),
        ),
    )


def _stock(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_pane import StockPane

    return StockPane(context)


def _papers(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_list_pane import StockListPane

    return StockListPane(context)


def _count(context: Context) -> Pane:
    from jxc_desktop.stock.ui.count_pane import CountPane

    return CountPane(context)


def _transfer(context: Context) -> Pane:
    from jxc_desktop.stock.ui.transfer_pane import TransferPane

    return TransferPane(context)


def _arrival(context: Context) -> Pane:
    from jxc_desktop.stock.ui.arrival_pane import ArrivalPane

    return ArrivalPane(context)


def _other_receipt(context: Context) -> Pane:
    from jxc_desktop.stock.ui.other_panes import OtherReceiptPane

    return OtherReceiptPane(context)


def _other_issue(context: Context) -> Pane:
    from jxc_desktop.stock.ui.other_panes import OtherIssuePane

    return OtherIssuePane(context)


def _cost_adjustment(context: Context) -> Pane:
    from jxc_desktop.stock.ui.adjustment_pane import AdjustmentPane

    return AdjustmentPane(context)


def _assembly(context: Context) -> Pane:
    from jxc_desktop.stock.ui.kit_panes import AssemblyPane

    return AssemblyPane(context)


def _disassembly(context: Context) -> Pane:
    from jxc_desktop.stock.ui.kit_panes import DisassemblyPane

    return DisassemblyPane(context)


def _parts(context: Context) -> Pane:
    from jxc_desktop.stock.ui.parts_pane import PartsPane

    return PartsPane(context)


def _recost(context: Context) -> Pane:
    from jxc_desktop.stock.ui.recost_pane import RecostPane

    return RecostPane(context, back_up_first(context, "recost"))


def _warehouses(context: Context) -> Pane:
    from jxc_desktop.stock.ui.warehouse_pane import WarehousePane

    return WarehousePane(context)


def _loss(context: Context) -> Pane:
    from jxc_desktop.stock.ui.loss_panes import StockLossPane

    return StockLossPane(context)


def _gain(context: Context) -> Pane:
    from jxc_desktop.stock.ui.loss_panes import StockGainPane

    return StockGainPane(context)


def _resolution(context: Context) -> Pane:
    from jxc_desktop.stock.ui.resolution_pane import ResolutionPane

    return ResolutionPane(context)


def _bounds(context: Context) -> Pane:
    from jxc_desktop.stock.ui.bounds_pane import BoundsPane

    return BoundsPane(context)


def _product_flow(context: Context) -> Pane:
    from jxc_desktop.stock.ui.product_flow_pane import ProductFlowPane

    return ProductFlowPane(context)
