"""What an account is called: by its legal name, or in English where that is spoken and it has an English name."""

from sqlalchemy import ColumnElement, case, func

from jxc_desktop.core.i18n import language
from jxc_desktop.ledger.models import Account


def shown_name(name: str, english: str) -> str:
    """One of the two names of an account, without the blanks that indent it."""
    return english if english and _in_english() else name.strip()


def name_column() -> ColumnElement[str]:
    """The same as a column of a query on accounts."""
    name = func.trim(Account.name)
    return case((Account.english != "", Account.english), else_=name) if _in_english() else name


def _in_english() -> bool:
    return language() == "en"
