"""The columns that legs are typed into: # 摘要 科目 辅助 借方 贷方."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.journal.choices import JournalAccount
from jxc_desktop.ledger.journal.drafts import DIMENSIONS, dimension_words
from jxc_desktop.ledger.journal.finding import DimensionHit
from jxc_desktop.ledger.journal.naming import NamedLeg
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_money, plain
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.popup import Suggestions

SUMMARY, ACCOUNT, ABOUT, DEBIT, CREDIT = "summary", "account", "about", "debit", "credit"
SIDES = frozenset({DEBIT, CREDIT})
FILL = "="
"""Typed as an amount: what is still missing."""
_OTHER = {DEBIT: CREDIT, CREDIT: DEBIT}
Suggest = Callable[[str, NamedLeg, Answer], None]
Filled = Callable[[NamedLeg], NamedLeg]


def column_of(field: str) -> str:
    """The column in which a field of a leg stands."""
    return ABOUT if field in DIMENSIONS else field


def leg_columns(
    accounts: Suggest, dimensions: Suggest, fill: Filled
) -> tuple[EntryColumn[NamedLeg], ...]:
    """Every column in order; `fill` gives a leg what is still missing to balance."""
    return (
        number_column(),
        _summary(),
        _account(accounts),
        _about(dimensions),
        _amount(DEBIT, translate("ledger", "借方"), fill),
        _amount(CREDIT, translate("ledger", "贷方"), fill),
    )


def _summary() -> EntryColumn[NamedLeg]:
    def edit(line: NamedLeg, text: str) -> NamedLeg:
        return replace(line, leg=replace(line.leg, summary=" ".join(text.split())))

    return EntryColumn[NamedLeg](
        SUMMARY,
        translate("ledger", "摘要"),
        lambda line: line.leg.summary,
        width=134,
        stretch=True,
        sortable=False,
        edit=edit,
        wants=lambda line: not line.leg.summary,
        latin=False,
    )


def _account(suggest: Suggest) -> EntryColumn[NamedLeg]:
    return EntryColumn[NamedLeg](
        ACCOUNT,
        translate("ledger", "科目"),
        lambda line: f"{line.leg.account} {line.name}".strip(),
        width=206,
        sortable=False,
        suggestions=_account_suggestions(),
        suggest=suggest,
        take=lambda line, account: line.on(account),
        wants=lambda line: not line.leg.account,
        copy=lambda line, above: replace(
            above, leg=replace(above.leg, debit=0, credit=0, summary=line.leg.summary)
        ),
        latin=False,
    )


def _about(suggest: Suggest) -> EntryColumn[NamedLeg]:
    return EntryColumn[NamedLeg](
        ABOUT,
        translate("ledger", "辅助"),
        about_text,
        width=140,
        sortable=False,
        tone=lambda line: "warn" if line.missing else "",
        draft=_told,
        suggestions=_dimension_suggestions(),
        suggest=suggest,
        take=lambda line, hit: line.about_it(hit.dimension, hit.value, hit.name),
        edit=_emptied,
        wants=lambda line: bool(line.missing),
        copy=_with_about,
        several=True,
        latin=False,
    )


def about_text(line: NamedLeg) -> str:
    """What a leg is about; where its account wants to know more, that instead."""
    if line.missing:
        words = dimension_words()
        wanted = listed(words[each] for each in line.missing)
        return translate("ledger", "要写{what}").format(what=wanted)
    return _told(line)


def _told(line: NamedLeg) -> str:
    return " · ".join(word for _dimension, word in line.about)


def _emptied(line: NamedLeg, text: str) -> NamedLeg:
    if text.strip():
        raise InvalidInput(translate("ledger", "辅助要从候选里选，或者清空"))
    return line.about_nothing()


def _with_about(line: NamedLeg, above: NamedLeg) -> NamedLeg:
    told = {name: getattr(above.leg, name) for name in DIMENSIONS.values()}
    return replace(line, leg=replace(line.leg, **told), about=above.about)


def _amount(side: str, heading: str, fill: Filled) -> EntryColumn[NamedLeg]:
    def edit(line: NamedLeg, text: str) -> NamedLeg:
        if plain(text) == FILL:
            return fill(line)
        return with_amount(line, side, parse_money(text) if text.strip() else 0)

    return EntryColumn[NamedLeg](
        side,
        heading,
        lambda line: getattr(line.leg, side),
        kind=Kind.MONEY,
        text=blank_zero,
        width=108,
        sortable=False,
        edit=edit,
        wants=lambda line: bool(line.leg.account) and not (line.leg.debit or line.leg.credit),
    )


def with_amount(line: NamedLeg, side: str, amount: int) -> NamedLeg:
    """The leg with an amount on one side, which empties the other; red figures are negative."""
    sides: dict[str, Any] = {side: amount, **({_OTHER[side]: 0} if amount else {})}
    return replace(line, leg=replace(line.leg, **sides))


def blank_zero(fen: int | None) -> str:
    """An amount; none where there is nothing."""
    return money_text(fen) if fen else ""


def _account_suggestions() -> Suggestions[JournalAccount]:
    words = dimension_words()
    columns = (
        Column[JournalAccount]("code", translate("ledger", "编码"), kind=Kind.CODE, width=84),
        Column[JournalAccount]("name", translate("ledger", "科目"), width=190, stretch=True),
        Column[JournalAccount](
            "wants",
            translate("ledger", "辅助"),
            lambda account: listed(words[each] for each in account.wants),
            width=110,
            muted=True,
        ),
    )
    return Suggestions(columns, width=430)


def _dimension_suggestions() -> Suggestions[DimensionHit]:
    words = dimension_words()
    columns = (
        Column[DimensionHit](
            "dimension", translate("ledger", "辅助"), lambda hit: words[hit.dimension], width=92
        ),
        Column[DimensionHit]("code", translate("ledger", "编号"), kind=Kind.CODE, width=84),
        Column[DimensionHit](
            "name",
            translate("ledger", "名称"),
            sub=lambda hit: translate("ledger", "新的") if hit.new else "",
            width=170,
            stretch=True,
        ),
    )
    return Suggestions(columns, width=420)
