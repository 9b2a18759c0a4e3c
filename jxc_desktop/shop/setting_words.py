"""Every setting in words: its group, its title, one sentence on what it changes, and the names of its choices."""

from dataclasses import dataclass

from jxc_desktop.core.i18n import translate


@dataclass(frozen=True, slots=True)
class SettingWords:
    """How a setting is shown to people."""

    group: str
    title: str
    sentence: str


def setting_words() -> dict[str, SettingWords]:
    """The words of every setting, group by group, in the user's language."""
    return {**_company(), **_prices(), **_month_end(), **_credit(), **_till(), **_safety()}


def title_of(name: str) -> str:
    """What people call setting `name`."""
    return setting_words()[name].title


def choice_words() -> dict[str, dict[object, str]]:
    """What people call the choices of a setting, for those that are not numbers or names anyway."""
    return {
        "taxpayer": {
            "small": translate("shop", "小规模纳税人"),
            "general": translate("shop", "一般纳税人"),
        },
        "costing": {
            "moving_average": translate("shop", "移动加权平均"),
            "fifo": translate("shop", "先进先出"),
        },
        "vat_period": {
            "month": translate("shop", "按月申报"),
            "quarter": translate("shop", "按季申报"),
        },
        "income_tax_period": {
            "month": translate("shop", "按月预缴"),
            "quarter": translate("shop", "按季预缴"),
        },
        "vat_credit_row": {
            "assets": translate("shop", "其他流动资产"),
            "payables": translate("shop", "应交税费的负数"),
        },
        "cost_scope": {
            "company": translate("shop", "全店一个成本"),
            "warehouse": translate("shop", "每个仓库各算"),
        },
        "commission_base": {
            "net": translate("shop", "净销售额"),
            "profit": translate("shop", "毛利"),
            "collected": translate("shop", "回款额"),
        },
        "credit_rule": {
            "warn": translate("shop", "只提醒"),
            "refuse": translate("shop", "不许出货"),
            "authorise": translate("shop", "要授权才能出货"),
        },
        "expired_lots": {
            "authorise": translate("shop", "要授权才能卖"),
            "refuse": translate("shop", "不许卖"),
        },
        "purchase_invoices": {
            "direct": translate("shop", "入库就记应付"),
            "invoice": translate("shop", "先暂估，收到发票再记应付"),
        },
        "landed_costs": {
            "capitalise": translate("shop", "进货的成本"),
            "expense": translate("shop", "销售费用"),
        },
        "till_rounding": {
            "none": translate("shop", "不抹零"),
            "fen": translate("shop", "抹去分"),
            "jiao": translate("shop", "抹去角和分"),
            "nearest_jiao": translate("shop", "四舍五入到角"),
            "nearest_yuan": translate("shop", "四舍五入到元"),
        },
        "language": {"zh": "中文", "en": "English"},
    }


def _company() -> dict[str, SettingWords]:
    group = translate("shop", "公司")
    words = {
        "name": (
            translate("shop", "店名"),
            translate("shop", "印在小票和单据的抬头上。"),
        ),
        "address": (
            translate("shop", "地址"),
            translate("shop", "印在小票和单据上，空着就不印。"),
        ),
        "phone": (
            translate("shop", "电话"),
            translate("shop", "印在小票和单据上，空着就不印。"),
        ),
        "language": (
            translate("shop", "语言"),
            translate("shop", "窗口和提示用的语言，单据一直是中文。"),
        ),
        "taxpayer": (
            translate("shop", "纳税人"),
            translate("shop", "决定默认税率，以及进项税能不能抵扣。"),
        ),
        "start_month": (
            translate("shop", "启用月份"),
            translate("shop", "账从这个月开始，更早的日期不能记账。有单据过账后不能改。"),
        ),
        "approve_own_documents": (
            translate("shop", "制单人可以审核自己的单"),
            translate("shop", "关掉以后，审批规则拦下的单要由另一个人审核。"),
        ),
        "opened": (
            translate("shop", "已启用"),
            translate("shop", "期初已经录完并且平衡。"),
        ),
        "costing": (
            translate("shop", "成本算法"),
            translate("shop", "卖出的货按什么成本结转。有单据过账后不能改。"),
        ),
        "cost_scope": (
            translate("shop", "成本范围"),
            translate("shop", "同一商品在不同仓库是否分开算成本。有单据过账后不能改。"),
        ),
    }
    return {name: SettingWords(group, *texts) for name, texts in words.items()}


def _prices() -> dict[str, SettingWords]:
    group = translate("shop", "价格和税")
    words = {
        "sale_price_includes_tax": (
            translate("shop", "售价含税"),
            translate("shop", "销售单和收银的单价默认是含税价。"),
        ),
        "purchase_price_includes_tax": (
            translate("shop", "进价含税"),
            translate(
                "shop", "进货单的单价默认是含税价。没设时，小规模纳税人含税，一般纳税人不含税。"
            ),
        ),
        "tax_rate": (
            translate("shop", "默认税率"),
            translate(
                "shop", "商品没有自己的税率时用它。没设时，一般纳税人 13%，小规模纳税人 1%。"
            ),
        ),
        "commission_base": (
            translate("shop", "提成按什么算"),
            translate("shop", "业务员提成表默认的基数，打开报表时也可以换。"),
        ),
        "commission_rate": (
            translate("shop", "提成比例"),
            translate("shop", "业务员提成 = 基数 × 这个比例。"),
        ),
        "recall_last_price": (
            translate("shop", "带出上次成交价"),
            translate("shop", "写销售单时，单价先用这个客户上次的成交价。客户价总是更优先。"),
        ),
    }
    return {name: SettingWords(group, *texts) for name, texts in words.items()}


def _month_end() -> dict[str, SettingWords]:
    group = translate("shop", "结账和税费")
    words = {
        "vat_period": (
            translate("shop", "增值税申报期"),
            translate("shop", "小规模纳税人按它看起征点，期末免征的税转入营业外收入。"),
        ),
        "vat_credit_row": (
            translate("shop", "留抵税额列示"),
            translate("shop", "资产负债表上，还没抵完的进项税放在哪一行。"),
        ),
        "city_tax_rate": (
            translate("shop", "城建税税率"),
            translate("shop", "市区 7%，县城和镇 5%，其他 1%。结账时按应交增值税计提。"),
        ),
        "education_rate": (
            translate("shop", "教育费附加"),
            translate("shop", "结账时按应交增值税计提，一般是 3%。"),
        ),
        "local_education_rate": (
            translate("shop", "地方教育附加"),
            translate("shop", "结账时按应交增值税计提，一般是 2%。"),
        ),
        "surcharges_halved": (
            translate("shop", "附加税费减半"),
            translate("shop", "小规模、小型微利企业和个体户减半。没设时，小规模纳税人减半。"),
        ),
        "income_tax_rate": (
            translate("shop", "所得税实际税率"),
            translate("shop", "结账时按本年利润计提。小型微利企业 5%，个体户填 0。"),
        ),
        "income_tax_period": (
            translate("shop", "所得税计提"),
            translate("shop", "每个季度末或每个月计提一次。"),
        ),
    }
    return {name: SettingWords(group, *texts) for name, texts in words.items()}


def _credit() -> dict[str, SettingWords]:
    group = translate("shop", "赊销")
    words = {
        "credit_rule": (
            translate("shop", "超额或逾期时"),
            translate("shop", "客户欠款超过信用额度，或逾期太久，还能不能赊着出货。"),
        ),
        "credit_overdue_days": (
            translate("shop", "容忍逾期天数"),
            translate("shop", "欠款过了到期日再超过这么多天，就算逾期太久。没设就不看逾期。"),
        ),
        "cash_discount_limit": (
            translate("shop", "收付款最多优惠"),
            translate("shop", "优惠超过欠款的这么多，或者没有收付款的优惠，要有处理坏账的权限。"),
        ),
    }
    return {name: SettingWords(group, *texts) for name, texts in words.items()}


def _till() -> dict[str, SettingWords]:
    group = translate("shop", "库存和收银")
    words = {
        "purchase_invoices": (
            translate("shop", "采购发票"),
            translate("shop", "先暂估时，票随后到的入库记在暂估应付，录采购发票时冲回补差。"),
        ),
        "landed_costs": (
            translate("shop", "采购费用记到"),
            translate(
                "shop", "运费、装卸费分摊时，摊进货的成本，或直接记本期销售费用。每张单上可以另选。"
            ),
        ),
        "purchase_price_deviation": (
            translate("shop", "进价差多少要提醒"),
            translate("shop", "和最近几次进价差得更多时，单价标成黄色，请人核对。"),
        ),
        "order_tolerance": (
            translate("shop", "订单可以超出"),
            translate("shop", "入库和出库最多比订单多几成，0 是一点也不能多。"),
        ),
        "allow_negative_stock": (
            translate("shop", "允许负库存"),
            translate("shop", "库存不够时也能出库，成本先按最近的成本估，进货后自动补差。"),
        ),
        "till_warns_negative_stock": (
            translate("shop", "收银时提醒库存不够"),
            translate("shop", "收银台照常卖，只在行上标出库存不够。"),
        ),
        "expired_lots": (
            translate("shop", "过期批次"),
            translate("shop", "系统不会自动选过期的批次；点名要卖过期的一批时怎么办。"),
        ),
        "till_rounding": (
            translate("shop", "抹零"),
            translate("shop", "结算时应收怎么取整，差额摊到各行。"),
        ),
        "points_for_yuan": (
            translate("shop", "几分抵 1 元"),
            translate("shop", "会员用积分抵钱，多少分抵 1 元。0 就不能抵。"),
        ),
        "scale_labels": (
            translate("shop", "秤标签"),
            translate("shop", "电子秤标签上的数字怎么读，在“秤标签”里按表改。空着就不读。"),
        ),
        "receipt_width": (
            translate("shop", "小票纸宽"),
            translate("shop", "小票打印机的纸宽，单位毫米。"),
        ),
        "receipt_charset": (
            translate("shop", "小票字符集"),
            translate("shop", "小票上出现乱码时换一个。"),
        ),
        "receipt_footer": (
            translate("shop", "小票结尾"),
            translate("shop", "印在小票最下面的话，比如退换货说明。"),
        ),
        "sales_terms": (
            translate("shop", "销售条款"),
            translate("shop", "印在报价单、销售订单、销售出库单最下面的话，比如验货和付款的约定。"),
        ),
    }
    return {name: SettingWords(group, *texts) for name, texts in words.items()}


def _safety() -> dict[str, SettingWords]:
    group = translate("shop", "备份")
    words = {
        "backup_folder": (
            translate("shop", "备份文件夹"),
            translate("shop", "备份放在哪里，最好是另一块硬盘。"),
        ),
        "backup_second_folder": (
            translate("shop", "第二个备份文件夹"),
            translate("shop", "每份备份再放一份到这里，比如 U 盘。"),
        ),
        "backup_every_hours": (
            translate("shop", "备份间隔"),
            translate("shop", "开着程序时，每隔几小时备份一次。"),
        ),
        "backup_on_close": (
            translate("shop", "关闭时备份"),
            translate("shop", "退出程序前再备份一次。"),
        ),
        "backup_keep_bytes": (
            translate("shop", "备份占用上限"),
            translate("shop", "备份总大小超过它时，先删最旧的。最近三份一直留着。"),
        ),
    }
    return {name: SettingWords(group, *texts) for name, texts in words.items()}
