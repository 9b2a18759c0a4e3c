"""Accounts bear their English names where English is spoken, and their legal ones on paper."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.i18n import use_language
from jxc_desktop.features import REPORTS
from jxc_desktop.guide.setup import accounts_of_small_enterprises
from jxc_desktop.ledger.export import export_ledger
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.papers import printed_journal_voucher
from jxc_desktop.ledger.journal.queries import journal_view
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.ledger.queries import entries_of
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import DAY

LEGS = (JournalLeg("5602", 500, summary="办公", item="租金"), JournalLeg("100101", 0, 500))


@pytest.fixture
def english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("zh")


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session


def test_english_accounts_stand_on_screen_and_legal_ones_on_paper(
    session: Session, english: None
) -> None:
    posted = post_journal_voucher(session, JournalDraft(DAY, LEGS), key=new_key())
    assert [line.name for line in journal_view(session, posted.number).lines][1] == "Shop cash"
    [entry] = entries_of(session, posted.number)
    assert [leg.name for leg in entry.legs][1] == "Shop cash"
    rows = run_report(session, find_report(REPORTS, "trial_balance")).rows
    assert ("100101", "Shop cash") in [row.cells[:2] for row in rows]
    assert "门店现金" in printed_journal_voucher(session, posted.number).rows[1][1]
    assert "门店现金" in "".join(export_ledger(session, "hledger"))


def test_no_account_restates_earlier_years() -> None:
    """Errors and changes act from now on (小企业会计准则 art. 88): there is no 以前年度损益调整."""
    named = [account.name for account in accounts_of_small_enterprises()]
    assert "利润分配" in named
    assert not [name for name in named if "以前年度" in name]
