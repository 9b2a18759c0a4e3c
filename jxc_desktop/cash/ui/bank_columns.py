"""The columns of bank reconciliation: the bank's open lines, the books' open legs, matches, imports."""

from collections.abc import Callable, Sequence

from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine
from jxc_desktop.cash.bank.queries import Bench, ImportView, MatchView
from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text


def line_columns(bench: Callable[[], Bench]) -> Sequence[Column[OpenLine]]:
    """What the bank says; the last tells whether the books have it."""
    return (
        Column[OpenLine]("day", translate("cash", "日期"), kind=Kind.DAY, width=88),
        Column[OpenLine](
            "amount",
            translate("cash", "金额"),
            kind=Kind.MONEY,
            width=96,
            bold=True,
            tone=lambda line: "bad" if line.amount < 0 else "",
        ),
        Column[OpenLine](
            "words",
            translate("cash", "对方和摘要"),
            lambda line: " ".join(filter(None, (line.counterparty, line.summary))),
            width=150,
            stretch=True,
        ),
        Column[OpenLine](
            "reference", translate("cash", "流水号"), kind=Kind.CODE, width=110, hidden=True
        ),
        Column[OpenLine](
            "balance",
            translate("cash", "余额"),
            kind=Kind.MONEY,
            text=_blank,
            width=104,
            hidden=True,
        ),
        Column[OpenLine](
            "fits",
            translate("cash", "账上"),
            lambda line: fits_chip(bench(), line),
            kind=Kind.CHIP,
            width=92,
            sortable=False,
        ),
    )


def leg_columns() -> Sequence[Column[OpenLeg]]:
    """What the books say."""
    return (
        Column[OpenLeg]("day", translate("cash", "日期"), kind=Kind.DAY, width=88),
        Column[OpenLeg](
            "amount",
            translate("cash", "金额"),
            kind=Kind.MONEY,
            width=96,
            bold=True,
            tone=lambda leg: "bad" if leg.amount < 0 else "",
        ),
        Column[OpenLeg](
            "summary",
            translate("cash", "摘要"),
            lambda leg: leg.summary,
            width=110,
            stretch=True,
        ),
        Column[OpenLeg]("number", translate("cash", "单号"), kind=Kind.CODE, width=128),
    )


def match_columns() -> Sequence[Column[MatchView]]:
    """What was matched."""
    return (
        Column[MatchView]("last_day", translate("cash", "日期"), kind=Kind.DAY, width=88),
        Column[MatchView](
            "amount", translate("cash", "金额"), kind=Kind.MONEY, width=96, bold=True
        ),
        Column[MatchView]("summary", translate("cash", "银行摘要"), width=90, stretch=True),
        Column[MatchView]("number", translate("cash", "单号"), kind=Kind.CODE, width=128),
        Column[MatchView](
            "joins",
            translate("cash", "流水:账"),
            lambda found: f"{found.lines}:{found.legs}",
            width=66,
        ),
        Column[MatchView](
            "automatic",
            translate("cash", "怎么配的"),
            lambda found: (
                Chip(translate("cash", "自动"), "info")
                if found.automatic
                else Chip(translate("cash", "手工"))
            ),
            kind=Kind.CHIP,
            width=92,
        ),
    )


def import_columns() -> Sequence[Column[ImportView]]:
    """What was brought in."""
    return (
        Column[ImportView]("first", translate("cash", "从"), kind=Kind.DAY, width=88),
        Column[ImportView]("last", translate("cash", "到"), kind=Kind.DAY, width=88),
        Column[ImportView]("lines", translate("cash", "行数"), kind=Kind.COUNT, width=56),
        Column[ImportView]("amount", translate("cash", "净额"), kind=Kind.MONEY, width=96),
        Column[ImportView](
            "what",
            translate("cash", "什么"),
            lambda found: (
                translate("cash", "期初余额") if found.opening else translate("cash", "流水")
            ),
            width=80,
            stretch=True,
        ),
        Column[ImportView]("user", translate("cash", "谁"), width=70),
    )


def fits_chip(bench: Bench, line: OpenLine) -> Chip:
    """Whether the books have one thing that a line can be, several, or none."""
    proposed = bench.proposed(line)
    if not proposed:
        return Chip("")
    if len(proposed) > 1:
        return Chip(translate("cash", "{count} 个可选").format(count=len(proposed)), "warn")
    return Chip(translate("cash", "找到了"), "ok")


def _blank(fen: int | None) -> str:
    return "" if fen is None else money_text(fen)
