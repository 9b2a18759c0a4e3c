"""The month of domain.md §2.11, sent as data, for both kinds of taxpayer and on both databases."""

from jxc_desktop.core.numbers import parse_scaled

OPENING = (
    {"key": "o-1", "type": "opening_stock", "lines": [{"product": "A", "quantity": "1000", "amount": "10000.00"}]},
    {
        "key": "o-2",
        "type": "opening_accounts",
        "lines": [{"account": "bank", "debit": "50000.00"}, {"account": "3001", "credit": "60000.00"}],
    },
)  # fmt: skip
RECEIPT = {
    "key": "m-1", "type": "goods_receipt", "day": "2026-03-02", "partner": "S01", "warehouse": "MAIN",
}  # fmt: skip
DELIVERY = {
    "key": "m-2", "type": "sales_delivery", "day": "2026-03-05", "partner": "C01",
    "lines": [{"product": "A", "quantity": "300", "price": "16.95"}],
}  # fmt: skip
TICKET = {
    "key": "m-3", "type": "pos_sale", "day": "2026-03-08", "rounding_off": "2.00",
    "lines": [{"product": "A", "quantity": "20"}],
    "payments": [{"method": "cash", "amount": "450.00"}],
}  # fmt: skip


def fen(text: str) -> int:
    return parse_scaled(text, 2)


def legs(*wanted: tuple[str, str, str]) -> list[tuple[str, int, int]]:
    return [(account, fen(debit or "0"), fen(credit or "0")) for account, debit, credit in wanted]


def open_books(desk) -> None:
    for document in OPENING:
        desk.post(document)
    assert desk.balance("0001") == 0
    assert desk.pool("A") == (1000_0000, fen("10000"))


def test_a_general_taxpayer_buys_and_sells_as_computed(desk_of, dialect):
    desk = desk_of(taxpayer="general", dialect=dialect)
    open_books(desk)

    line = {"product": "A", "quantity": "500", "price": "12.00", "tax_rate": "0.13"}
    bought = desk.post({**RECEIPT, "price_includes_tax": False, "lines": [line]})
    assert (bought.number, bought.total) == ("CGRK202603020001", fen("6780.00"))
    assert desk.legs(bought.number) == legs(
        ("1405", "6000.00", ""), ("22210101", "780.00", ""), ("220201", "", "6780.00")
    )
    assert desk.pool("A") == (1500_0000, fen("16000"))

    sold = desk.post(DELIVERY)
    assert desk.legs(sold.number) == legs(
        ("1122", "5085.00", ""), ("5001", "", "4500.00"), ("22210107", "", "585.00"),
        ("5401", "3200.00", ""), ("1405", "", "3200.00"),
    )  # fmt: skip
    assert desk.pool("A") == (1200_0000, fen("12800"))

    ticket = desk.post(TICKET)
    assert (ticket.number, ticket.total) == ("LSAPI202603080001", fen("450.00"))
    assert desk.legs(ticket.number) == legs(
        ("100101", "450.00", ""), ("5001", "", "398.23"), ("22210107", "", "51.77"),
        ("5401", "213.33", ""), ("1405", "", "213.33"),
    )  # fmt: skip
    assert desk.pool("A") == (1180_0000, fen("12586.67"))


def test_a_small_taxpayer_buys_and_sells_as_computed(desk_of, dialect):
    desk = desk_of(taxpayer="small", dialect=dialect)
    open_books(desk)

    line = {"product": "A", "quantity": "500", "price": "13.56"}
    bought = desk.post({**RECEIPT, "lines": [line]})
    assert desk.legs(bought.number) == legs(("1405", "6780.00", ""), ("220201", "", "6780.00"))
    assert desk.pool("A") == (1500_0000, fen("16780"))

    sold = desk.post(DELIVERY)
    assert desk.legs(sold.number)[1:4] == legs(
        ("5001", "", "5034.65"), ("22210120", "", "50.35"), ("5401", "3356.00", "")
    )
    ticket = desk.post(TICKET)
    assert desk.legs(ticket.number)[1:4] == legs(
        ("5001", "", "445.54"), ("22210120", "", "4.46"), ("5401", "223.73", "")
    )


def test_taking_all_of_it_back_leaves_an_empty_shop(desk_of, dialect):
    desk = desk_of(taxpayer="general", dialect=dialect)
    line = {"product": "A", "quantity": "500", "price": "12.00", "tax_rate": "0.13"}
    documents = (*OPENING, {**RECEIPT, "lines": [line]}, DELIVERY, TICKET)
    numbers = [desk.post(document).number for document in documents]
    for number in reversed(numbers):
        desk.post({"type": "reversal", "number": number, "reason": "练习"})
    assert desk.pool("A") == (0, 0)
    accounts = (
        "1002",
        "100101",
        "1122",
        "1405",
        "220201",
        "22210101",
        "22210107",
        "5001",
        "5401",
        "3001",
        "0001",
    )
    assert {account: desk.balance(account) for account in accounts} == dict.fromkeys(accounts, 0)


def test_part_of_a_ticket_comes_back_at_what_was_paid(desk_of):
    desk = desk_of(taxpayer="general")
    open_books(desk)
    ticket = desk.post(TICKET)
    back = desk.post(
        {
            "key": "b-1", "type": "pos_return", "day": "2026-03-09", "from": ticket.number,
            "lines": [{"product": "A", "quantity": "5"}],
            "payments": [{"method": "cash", "amount": "112.50"}], "reason": "不喜欢",
        }
    )  # fmt: skip
    assert back.total == fen("112.50")
    rest = desk.post(
        {
            "key": "b-2", "type": "pos_return", "day": "2026-03-09", "from": ticket.number,
            "lines": [{"from_line": 1, "quantity": "15"}],
        }
    )  # fmt: skip
    assert rest.total == fen("337.50")
    assert desk.balance("5001") == 0
    assert desk.pool("A") == (1000_0000, fen("10000"))


def test_opening_debts_stand_against_their_partners(desk_of):
    desk = desk_of()
    desk.post(
        {"key": "ar", "type": "opening_ar", "lines": [{"partner": "C01", "amount": "800.00"}]}
    )
    desk.post(
        {"key": "ap", "type": "opening_ap", "lines": [{"partner": "S01", "amount": "300.00"}]}
    )
    assert (desk.balance("1122"), desk.balance("220201")) == (fen("800"), -fen("300"))
    assert desk.balance("0001") == -fen("500")
