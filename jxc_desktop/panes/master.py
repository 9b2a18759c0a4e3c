"""Goods, customers, suppliers and members."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def master_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
    return (
        PaneSpec(
            "customer",
            translate("panes", "客户"),
            "users",
            Area.CENTRE,
            "sales",
            _customers,
            needs="customer.view",
            words=translate("panes", "往来单位 信用额度 账期"),
        ),
        PaneSpec(
            "partner_price",
            translate("panes", "客户价"),
            "handshake",
            Area.CENTRE,
            "sales",
            _partner_prices,
            needs="customer.view",
            words=translate("panes", "协议价 专门的价格 某个客户的价"),
        ),
        PaneSpec(
            "promotion",
            translate("panes", "促销"),
            "badge-percent",
            Area.CENTRE,
            "sales",
            _promotions,
            needs="promotion.view",
            words=translate("panes", "特价 买一送一 第二件半价 满减 满折 组合 赠品 券 会员日"),
        ),
        PaneSpec(
            "member",
            translate("panes", "会员"),
            "id-card",
            Area.CENTRE,
            "sales",
            _members,
            needs="member.view",
            words=translate("panes", "会员卡 手机 生日"),
        ),
        PaneSpec(
            "member_account",
            translate("panes", "会员卡"),
            "wallet-cards",
            Area.CENTRE,
            "sales",
            _member_account,
            needs="member.view",
            words=translate("panes", "积分 储值 退储值 调积分 充值 积分过期"),
        ),
        PaneSpec(
            "member_level",
            translate("panes", "会员级别"),
            "badge-check",
            Area.CENTRE,
            "sales",
            _member_levels,
            needs="member.view",
            words=translate("panes", "等级 折扣 每元积分 会员价"),
        ),
        PaneSpec(
            "supplier",
            translate("panes", "供应商"),
            "truck",
            Area.CENTRE,
            "purchase",
            _suppliers,
            needs="supplier.view",
            words=translate("panes", "往来单位 进货"),
        ),
        PaneSpec(
            "product",
            translate("panes", "商品"),
            "package",
            Area.CENTRE,
            "stock",
            _products,
            needs="product.view",
            words=translate("panes", "条码 价格 单位 类别 货号"),
        ),
        PaneSpec(
            "variants",
            translate("panes", "多属性"),
            "layers",
            Area.CENTRE,
            "stock",
            _variants,
            needs="product.view",
            words=translate("panes", "颜色 尺码 款式 变体 规格 SKU"),
        ),
        PaneSpec(
            "category",
            translate("panes", "商品类别"),
            "layers",
            Area.CENTRE,
            "stock",
            _categories,
            needs="product.view",
            words=translate("panes", "分类 类目 改名"),
        ),
        PaneSpec(
            "price_change",
            translate("panes", "调价单"),
            "tags",
            Area.CENTRE,
            "stock",
            _price_change,
            needs="price_change.view",
            words=translate("panes", "改价 涨价 降价 价签 生效日"),
        ),
    )


def _variants(context: Context) -> Pane:
    from jxc_desktop.catalog.ui.variant_pane import VariantPane

    return VariantPane(context)


def _partner_prices(context: Context) -> Pane:
    from jxc_desktop.pricing.ui.partner_price_pane import PartnerPricePane

    return PartnerPricePane(context)


def _price_change(context: Context) -> Pane:
    from jxc_desktop.pricing.ui.price_change_pane import PriceChangePane

    return PriceChangePane(context)


def _customers(context: Context) -> Pane:
    from jxc_desktop.partners.ui.customer_pane import CustomerPane

    return CustomerPane(context)


def _promotions(context: Context) -> Pane:
    from jxc_desktop.pricing.promotions.ui.promotion_pane import PromotionPane

    return PromotionPane(context)


def _members(context: Context) -> Pane:
    from jxc_desktop.members.ui.member_pane import MemberPane

    return MemberPane(context)


def _member_account(context: Context) -> Pane:
    from jxc_desktop.members.ui.card_pane import CardPane

    return CardPane(context)


def _member_levels(context: Context) -> Pane:
    from jxc_desktop.members.ui.level_pane import LevelPane

    return LevelPane(context)


def _suppliers(context: Context) -> Pane:
    from jxc_desktop.partners.ui.supplier_pane import SupplierPane

    return SupplierPane(context)


def _categories(context: Context) -> Pane:
    from jxc_desktop.catalog.ui.category_pane import CategoryPane

    return CategoryPane(context)


def _products(context: Context) -> Pane:
    from jxc_desktop.catalog.ui.product_pane import ProductPane

    return ProductPane(context)
