"""Faults to plant in the shop of tests/safety/story.py: the rule that must find each, and SQL that makes it."""

_OF = {
    "delivery": "sales_delivery", "receipt": "goods_receipt", "ticket": "pos_sale", "return": "pos_return",
    "sent": "purchase_return", "brought": "sales_return", "got": "customer_receipt", "paid": "supplier_payment",
    "spent": "expense",
}  # fmt: skip


def places(numbers: dict[str, str]) -> dict[str, str]:
    """What the statements name: numbers, and the ids of documents and entries as SQL."""
    ids = {
        f"the_{name}": f"(SELECT id FROM {table} WHERE number = '{numbers[name]}')"
        for name, table in _OF.items()
    }
    entries = {
        f"{name}_entry": f"(SELECT id FROM entry WHERE source = '{numbers[name]}')" for name in _OF
    }
    origins = {
        f"origin_of_{name}": f"(SELECT original_id FROM {_OF[name]} WHERE number = '{numbers[name]}')"
        for name in ("return", "sent", "brought")
    }
    red = "SELECT {} FROM sales_delivery WHERE reverses_id IS NOT NULL"
    return {
        **numbers,
        **ids,
        **entries,
        **origins,
        "red_delivery": f"({red.format('id')})",
        "red_delivery_entry": f"(SELECT id FROM entry WHERE source = ({red.format('number')}))",
    }


FAULTS = {
    "an entry out of balance": (
        "I1", "UPDATE leg SET debit = debit + 1 WHERE leg_no = 1 AND debit > 0 AND entry_id = 5"
    ),
    "an entry with one leg": ("I1", "DELETE FROM leg WHERE entry_id = 5 AND leg_no > 1"),
    "a leg on another day": ("I1", "UPDATE leg SET day = '2026-05-05' WHERE entry_id = 5 AND leg_no = 1"),
    "a posted delivery made a draft": (
        "I2", "UPDATE sales_delivery SET state = 'draft' WHERE number = '{delivery}'"
    ),
    "an entry that vanished": (
        "I2", "DELETE FROM voucher_entry WHERE entry_id = {receipt_entry}",
        "DELETE FROM leg WHERE entry_id = {receipt_entry}",
        "DELETE FROM entry WHERE source = '{receipt}'",
    ),
    "an entry of nobody": ("I2", "UPDATE entry SET source = 'XSCK209901010001' WHERE source = '{delivery}'"),
    "a move of nobody": ("I2", "UPDATE move SET source = 'XSCK209901010001' WHERE source = '{delivery}'"),
    "a document on another day": ("I2", "UPDATE goods_receipt SET day = '2026-10-01' WHERE number = '{receipt}'"),
    "a pool with more goods": ("I3", "UPDATE cost_pool SET quantity = quantity + 1 WHERE id = 1"),
    "a pool with more value": ("I3", "UPDATE cost_pool SET value = value + 1 WHERE id = 1"),
    "a pool that skipped a move": ("I3", "UPDATE cost_pool SET seq = seq + 1 WHERE id = 1"),
    "a move that vanished": ("I3", "DELETE FROM move WHERE source = '{delivery}' AND source_line = 1"),
    "goods that left unseen": (
        "I3", "UPDATE move SET quantity = quantity - 10000 WHERE source = '{ticket}' AND source_line = 1",
        "UPDATE cost_pool SET quantity = quantity - 10000 WHERE id = 1",
        "UPDATE stock_level SET quantity = quantity - 10000 WHERE product_id = 1",
    ),
    "stock worth more than the books": (
        "I4", "UPDATE move SET amount = amount + 1 WHERE source = '{receipt}' AND source_line = 1",
        "UPDATE cost_pool SET value = value + 1 WHERE id = 1",
    ),
    "two documents whose errors hide each other": (
        "I4", "UPDATE move SET amount = amount + 1 WHERE source = '{receipt}' AND source_line = 1",
        "UPDATE move SET amount = amount - 1 WHERE source = '{delivery}' AND source_line = 1",
    ),
    "value without goods": ("I4", "UPDATE cost_pool SET quantity = 0 WHERE id = 1"),
    "a voucher that vanished": (
        "I5", "DELETE FROM voucher_entry WHERE voucher_id = 2", "DELETE FROM voucher WHERE id = 2"
    ),
    "an empty voucher": ("I5", "DELETE FROM voucher_entry WHERE voucher_id = 2"),
    "a total that was raised": ("I7", "UPDATE goods_receipt SET total = total + 1 WHERE number = '{receipt}'"),
    "a line whose tax was moved": (
        "I7", "UPDATE sales_delivery_line SET tax = tax + 1 WHERE line_no = 1 AND document_id = {the_delivery}",
    ),
    "two lines whose errors hide each other": (
        "I7",
        "UPDATE sales_delivery_line SET tax = tax + 3 - 2 * line_no WHERE line_no < 3 AND document_id = {the_delivery}",
    ),
    "a ticket line that vanished": (
        "I7", "DELETE FROM pos_sale_line WHERE line_no = 2 AND document_id = {the_ticket}",
    ),
    "an order discount that grew": (
        "I7", "UPDATE pos_sale SET order_discount = order_discount + 1 WHERE number = '{ticket}'"
    ),
    "opening stock that grew": ("I7", "UPDATE opening_stock_line SET amount = amount + 1 WHERE document_id = 3"),
    "a payment that shrank": (
        "I8", "UPDATE goods_receipt_payment SET amount = amount - 1 WHERE document_id = {the_receipt}",
    ),
    "a tender into another pocket": (
        "I8", "UPDATE pos_sale_tender SET money_account_id = 3 WHERE document_id = {the_ticket}",
    ),
    "change that was not given": (
        "I8", "UPDATE pos_sale SET change_given = change_given + 1 WHERE number = '{ticket}'"
    ),
    "a drawer that expected less": (
        "I8", "UPDATE shift SET expected = expected - 1, counted = counted - 1 WHERE id = 1"
    ),
    "a shortage that was forgotten": ("I8", "UPDATE shift SET difference_entry_id = NULL WHERE id = 1"),
    "a closed shift without its voucher": (
        "I8", "DELETE FROM voucher_entry WHERE entry_id = {ticket_entry}"
    ),
    "cash in no drawer": ("I8", "UPDATE leg SET money_account_id = NULL WHERE account = '100101'"),
    "a debt of somebody else": (
        "I11", "UPDATE sales_delivery SET partner_id = 1 WHERE number = '{delivery}'"
    ),
    "a debt of nobody": ("I11", "UPDATE leg SET partner_id = NULL WHERE account = '1122'"),
    "a reversal that is no mirror": (
        "I13", "UPDATE goods_receipt SET remark = 'x', total = total - 1 WHERE reverses_id IS NOT NULL"
    ),
    "a reversed line that is no mirror": (
        "I13", "UPDATE sales_delivery_line SET net = net + 1, tax = tax - 1 WHERE document_id = {red_delivery}",
    ),
    "a reversal of nothing": ("I13", "UPDATE goods_receipt SET state = 'posted' WHERE state = 'reversed'"),
    "a document reversed by nothing": (
        "I13", "UPDATE sales_delivery SET state = 'reversed' WHERE number = '{delivery}'"
    ),
    "a reversal that brought less back": (
        "I13", "UPDATE move SET amount = amount + 1 WHERE kind = 'reversal' AND source LIKE 'CGRK%'"
    ),
    "a reversal in other books": (
        "I13", "UPDATE leg SET account = '5051' WHERE account = '5001' AND entry_id = {red_delivery_entry}",
    ),
    "an entry after the close": (
        "I15", "INSERT INTO closed_period (month, closed_at, closed_by) VALUES ('2026-11', 5, 1)"
    ),
    "an entry before the books": ("I15", "UPDATE setting SET value = '\"2026-12\"' WHERE name = 'start_month'"),
    "more returned than sold": (
        "I17", "UPDATE pos_return_line SET quantity = quantity * 9 WHERE document_id = {the_return}",
    ),
    "a trial balance that fails": (
        "I18", "UPDATE account_balance SET debit = debit + 1 WHERE account = '1122'"
    ),
    "a print of nothing": (
        "I19", "INSERT INTO print_log (number, form, at, user_id) VALUES ('LS01209901010001', 'slip', 0, 1)"
    ),
    "a balance off its legs": (
        "I21", "UPDATE account_balance SET debit = debit + 1, credit = credit + 1 WHERE account = '1122'"
    ),
    "a level off its moves": ("I21", "UPDATE stock_level SET quantity = quantity + 1 WHERE product_id = 1"),
    "a level that vanished": ("I21", "DELETE FROM stock_level WHERE product_id = 1"),
    "a return total that grew": ("I7", "UPDATE purchase_return SET total = total + 1 WHERE number = '{sent}'"),
    "goods sent back unseen": (
        "I3", "UPDATE purchase_return_line SET base_quantity = base_quantity + 1 WHERE document_id = {the_sent}"
    ),
    "money back that was not booked": (
        "I11", "UPDATE purchase_return_payment SET amount = amount - 1 WHERE document_id = {the_sent}"
    ),
    "a return off somebody else's debt": (
        "I11", "UPDATE sales_return SET partner_id = 1 WHERE number = '{brought}'"
    ),
    "more brought back than delivered": (
        "I17", "UPDATE sales_return_line SET quantity = quantity * 9 WHERE document_id = {the_brought}"
    ),
    "a whole line sent back for less": (
        "I17", "UPDATE purchase_return_line SET net = net - 1 WHERE line_no = 2 AND document_id = {the_sent}"
    ),
    "a ticket taken back whose goods came back": (
        "I17", "UPDATE pos_sale SET state = 'reversed' WHERE id = {origin_of_return}"
    ),
    "a receipt taken back whose goods were sent back": (
        "I17", "UPDATE goods_receipt SET state = 'reversed' WHERE id = {origin_of_sent}"
    ),
    "a delivery taken back whose goods were brought back": (
        "I17", "UPDATE sales_delivery SET state = 'reversed' WHERE id = {origin_of_brought}"
    ),
    "a receipt of more money": (
        "I11", "UPDATE customer_receipt SET amount = amount + 1, total = total + 1 WHERE number = '{got}'"
    ),
    "an advance that was a debt": (
        "I11", "UPDATE customer_receipt SET advance = advance - 1 WHERE number = '{got}'"
    ),
    "a payment of somebody else": (
        "I11", "UPDATE supplier_payment SET partner_id = 2 WHERE number = '{paid}'"
    ),
    "a discount that grew": (
        "I11", "UPDATE customer_receipt SET cash_discount = cash_discount + 1 WHERE number = '{got}'"
    ),
    "a debt settled twice": (
        "I12", "UPDATE matching SET amount = amount * 50 WHERE number = '{delivery}' AND \"by\" = '{got}'"
    ),
    "a settlement with one side": ("I12", "DELETE FROM matching WHERE number = '{got}'"),
    "a settlement of more": ("I12", "UPDATE settlement SET amount = amount + 1 WHERE number = '{met}'"),
    "a settlement line astray": (
        "I12", "UPDATE settlement_line SET amount = amount + 1 WHERE line_no = 1"
    ),
    "an advance of somebody else": ("I11", "UPDATE advance_receipt SET partner_id = 1 WHERE number = '{early}'"),
    "a prepayment that grew": ("I11", "UPDATE advance_payment SET total = total + 1 WHERE number = '{prepaid}'"),
    "an advance through another pocket": (
        "I11", "UPDATE advance_receipt_payment SET amount = amount + 1 WHERE line_no = 1"
    ),
    "a receipt through another pocket": (
        "I11", "UPDATE customer_receipt_payment SET money_account_id = 3 WHERE money_account_id = 2"
    ),
    "a bad debt that grew": ("I11", "UPDATE bad_debt SET total = total + 1 WHERE number = '{lost}'"),
    "a bad debt that nobody gave up": ("I11", "UPDATE bad_debt SET mode = 'unpayable' WHERE number = '{lost}'"),
    "more back than was given up": ("I12", "UPDATE bad_debt SET total = total + 9900 WHERE number = '{got_back}'"),
    "other income that shrank": ("I8", "UPDATE other_income SET total = total - 1 WHERE number = '{earned}'"),
    "a transfer that lost money": ("I8", "UPDATE money_transfer SET fee = fee + 1 WHERE number = '{moved}'"),
    "a transfer to another account": (
        "I8", "UPDATE money_transfer SET to_account_id = 4 WHERE number = '{moved}'"
    ),
    "an expense that shrank": ("I8", "UPDATE expense_line SET amount = amount - 1 WHERE line_no = 1"),
    "an expense paid from another pocket": (
        "I8", "UPDATE expense SET money_account_id = 1 WHERE number = '{spent}'"
    ),
}  # fmt: skip
