"""科目余额表: every account's opening, movements and closing, debit and credit apart (domain.md §5).

Debits equal credits in each pair of columns, whatever the period.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import AccountView, TrialRow, accounts, trial_rows
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Role, Row

PAIRS = ("opening", "period", "year", "closing")


@dataclass(slots=True)
class _Sums:
    """Figures of an account and all below it, fen."""

    opening: int = 0
    debit: int = 0
    credit: int = 0
    year_debit: int = 0
    year_credit: int = 0

    def add(self, row: TrialRow) -> None:
        self.opening += row.opening
        self.debit += row.debit
        self.credit += row.credit
        self.year_debit += row.year_debit
        self.year_credit += row.year_credit

    @property
    def cells(self) -> tuple[int, ...]:
        return (
            *_sides(self.opening), self.debit, self.credit, self.year_debit, self.year_credit,
            *_sides(self.opening + self.debit - self.credit),
        )  # fmt: skip


def parameters() -> list[Parameter]:
    levels = (
        ("leaf", translate("reports", "末级科目")),
        ("first", translate("reports", "一级科目")),
        ("all", translate("reports", "各级科目")),
    )
    return [Parameter("level", translate("reports", "级次"), "choice", levels, "leaf")]


def columns(_session: Session, _request: Request) -> list[Column]:
    titles = {
        "opening": translate("reports", "期初余额"),
        "period": translate("reports", "本期发生"),
        "year": translate("reports", "本年累计"),
        "closing": translate("reports", "期末余额"),
    }
    sides = (("debit", translate("reports", "借方")), ("credit", translate("reports", "贷方")))
    return [
        Column("account", translate("reports", "科目编码")),
        Column("name", translate("reports", "科目名称")),
        *(
            Column(
                f"{pair}_{side}", title, "money", total=True, group=titles[pair],
                detail=pair == "year", matrix=True,
            )
            for pair in PAIRS
            for side, title in sides
        ),
    ]  # fmt: skip


def rows(session: Session, request: Request) -> Iterator[Row]:
    chart = {account.code: account for account in accounts(session)}
    leaves = trial_rows(session, request.from_day, request.to_day)
    return _LEVELS[request.values["level"]](chart, leaves)


def _leaf_rows(chart: dict[str, AccountView], leaves: Sequence[TrialRow]) -> Iterator[Row]:
    for leaf in leaves:
        sums = _Sums()
        sums.add(leaf)
        yield _row(chart[leaf.account], sums)


def _first_rows(chart: dict[str, AccountView], leaves: Sequence[TrialRow]) -> Iterator[Row]:
    for code, sums in _rolled(chart, leaves).items():
        if chart[code].parent is None:
            yield _row(chart[code], sums)


def _all_rows(chart: dict[str, AccountView], leaves: Sequence[TrialRow]) -> Iterator[Row]:
    for code, sums in _rolled(chart, leaves).items():
        yield _row(chart[code], sums, role="row" if chart[code].leaf else "group")


_LEVELS: dict[str, Callable[[dict[str, AccountView], Sequence[TrialRow]], Iterator[Row]]] = {
    "leaf": _leaf_rows,
    "first": _first_rows,
    "all": _all_rows,
}


def _rolled(chart: dict[str, AccountView], leaves: Sequence[TrialRow]) -> dict[str, _Sums]:
    """Figures of every account above a leaf that has some, in order of code."""
    found: dict[str, _Sums] = {}
    for leaf in leaves:
        code: str | None = leaf.account
        while code is not None:
            found.setdefault(code, _Sums()).add(leaf)
            code = chart[code].parent
    return dict(sorted(found.items()))


def _row(account: AccountView, sums: _Sums, role: Role = "row") -> Row:
    link = Link(report="subsidiary_ledger", filters={"account": account.code})
    return Row((account.code, account.shown, *sums.cells), link=link, role=role)


def _sides(balance: int) -> tuple[int, int]:
    """A balance on the side where it stands."""
    return (balance, 0) if balance > 0 else (0, -balance)


def prove(_session: Session, result: Result) -> Proof:
    """Whether debits and credits agree in each pair of columns."""
    holds = all(result.totals[f"{pair}_debit"] == result.totals[f"{pair}_credit"] for pair in PAIRS)
    if holds:
        return Proof(True, translate("reports", "借贷平衡"))
    return Proof(False, translate("reports", "借贷不平，做一次账实自检"))


REPORT = Report(
    name="trial_balance",
    title=lambda: translate("reports", "科目余额表"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=prove,
)
