"""The shop's own affairs: settings, people, the log of acts, health, the manual."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.panes.backing import back_up_first
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def house_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
    return (
        PaneSpec(
            "import",
            translate("panes", "导入"),
            "file-up",
            Area.CENTRE,
            "tools",
            _import,
            needs="import.data",
            words=translate("panes", "Excel 期初 商品 客户 供应商 表格"),
        ),
        PaneSpec(
            "opening",
            translate("panes", "期初"),
            "flag",
            Area.CENTRE,
            "tools",
            _opening,
            needs="opening.view",
            words=translate("panes", "启用 期初库存 期初应收 期初余额 红冲期初"),
        ),
        PaneSpec(
            "setting",
            translate("panes", "设置"),
            "settings",
            Area.CENTRE,
            "tools",
            _settings,
            needs="settings.view",
        ),
        PaneSpec(
            "devices",
            translate("panes", "设备"),
            "plug",
            Area.CENTRE,
            "tools",
            _devices,
            words=translate("panes", "打印机 钱箱 扫码枪 客显 电子秤 自检 这台电脑"),
        ),
        PaneSpec(
            "scale_label",
            translate("panes", "秤标签"),
            "scale",
            Area.CENTRE,
            "tools",
            _scale_labels,
            needs="settings.view",
            words=translate("panes", "电子秤 称重码 PLU 条码秤"),
        ),
        PaneSpec(
            "user",
            translate("panes", "用户"),
            "users",
            Area.CENTRE,
            "tools",
            _users,
            needs="user.view",
            words=translate("panes", "角色 权限 密码"),
        ),
        PaneSpec(
            "employee",
            translate("panes", "职员"),
            "contact",
            Area.CENTRE,
            "tools",
            _employees,
            needs="employee.view",
            words=translate("panes", "经手人 业务员 采购员 部门 提成"),
        ),
        PaneSpec(
            "pending_paper",
            translate("panes", "待我审核"),
            "stamp",
            Area.CENTRE,
            "tools",
            _approvals,
            needs="approval.view",
            words=translate("panes", "审批 审核 驳回 提交的单"),
        ),
        PaneSpec(
            "approval_rule",
            translate("panes", "审批规则"),
            "list-checks",
            Area.CENTRE,
            "tools",
            _rules,
            needs="approval_rule.view",
            words=translate("panes", "谁审核 代理 超过多少要审"),
        ),
        PaneSpec(
            "audit",
            translate("panes", "审计日志"),
            "scroll-text",
            Area.CENTRE,
            "tools",
            _audit,
            needs="audit.view",
            words=translate("panes", "操作日志 谁做了什么"),
        ),
        PaneSpec(
            "health",
            translate("panes", "健康"),
            "heart-pulse",
            Area.CENTRE,
            "tools",
            _health,
            words=translate("panes", "账实一致 自检 备份 恢复"),
        ),
        PaneSpec(
            "recorder",
            translate("panes", "黑匣子"),
            "archive-restore",
            Area.CENTRE,
            "tools",
            _recorder,
            needs="backup.make",
            words=translate("panes", "丢单 补录 另一块盘 电脑坏了"),
        ),
        PaneSpec(
            "manual",
            translate("panes", "手册"),
            "book-open",
            Area.CENTRE,
            "help",
            _manual,
            words=translate("panes", "帮助 说明书 教程 怎么用"),
            named_by_subject=True,
        ),
    )


def _opening(context: Context) -> Pane:
    from jxc_desktop.stock.ui.opening_pane import OpeningPane

    return OpeningPane(context)


def _manual(context: Context) -> Pane:
    from jxc_desktop.guide.ui.manual_pane import ManualPane

    return ManualPane(context)


def _import(context: Context) -> Pane:
    from jxc_desktop.features import SOURCES
    from jxc_desktop.imports.ui.import_pane import ImportPane

    return ImportPane(context, SOURCES, back_up_first(context, "before_import"))


def _settings(context: Context) -> Pane:
    from jxc_desktop.shop.ui.setting_pane import SettingPane

    return SettingPane(context)


def _devices(context: Context) -> Pane:
    from jxc_desktop.shell.devices_pane import DevicesPane

    return DevicesPane(context)


def _scale_labels(context: Context) -> Pane:
    from jxc_desktop.catalog.ui.scale_label_pane import ScaleLabelPane

    return ScaleLabelPane(context)


def _employees(context: Context) -> Pane:
    from jxc_desktop.shop.ui.employee_pane import EmployeePane

    return EmployeePane(context)


def _users(context: Context) -> Pane:
    from jxc_desktop.shop.ui.user_pane import UserPane

    return UserPane(context)


def _approvals(context: Context) -> Pane:
    from jxc_desktop.intake.approvals import approve_paper, reject_paper, withdraw_paper
    from jxc_desktop.intake.reviews import review
    from jxc_desktop.shop.ui.approval_pane import ApprovalPane, Approving

    return ApprovalPane(context, Approving(review, approve_paper, reject_paper, withdraw_paper))


def _rules(context: Context) -> Pane:
    from jxc_desktop.shop.ui.rule_pane import RulePane

    return RulePane(context)


def _audit(context: Context) -> Pane:
    from jxc_desktop.shop.ui.audit_pane import AuditPane

    return AuditPane(context)


def _health(context: Context) -> Pane:
    from jxc_desktop.shell.health_pane import HealthPane

    return HealthPane(context)


def _recorder(context: Context) -> Pane:
    from jxc_desktop.shell.recorder_pane import RecorderPane

    return RecorderPane(context)
