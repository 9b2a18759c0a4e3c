"""Accounts on which documents and the month's end book by themselves: they stay leaves with their dimensions."""

BOOKED_BY_PROGRAM = frozenset(
    {
        "0001", "1122", "1123", "1405", "1601", "1602", "1606", "190101", "220201", "220202", "220301", "220302",
        "22210101", "22210103", "22210104", "22210107", "22210109", "22210110", "22210120",
        "222102", "222108", "222111", "222112", "222113", "222114", "3103", "310410",
        "5001", "5051", "5301", "5401", "5403", "5601", "5603", "5711", "5801",
    }
)  # fmt: skip
"""By code; `tests/ledger/test_chart.py` holds it against the codes that the program names."""
WITHOUT_DIMENSIONS = ("3103", "3104")
"""What begins so is turned over at year end as one sum."""
