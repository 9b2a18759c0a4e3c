"""A small shop's busy days, told through the services, with something of everything in them."""

from datetime import date, timedelta
from random import Random

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    PurposeDraft,
    SettlementDraft,
    SpendingDraft,
    TransferDraft,
    post_advance_payment,
    post_advance_receipt,
    post_bad_debt,
    post_customer_receipt,
    post_expense,
    post_money_transfer,
    post_other_income,
    post_settlement,
    post_supplier_payment,
    reverse_customer_receipt,
    reverse_settlement,
)
from jxc_desktop.core.errors import UserError
from jxc_desktop.ledger.opening import OpeningBalanceDraft, OpeningLine, post_opening_balance
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.services import reverse_return, reverse_ticket
from jxc_desktop.pos.shifts import close_shift, expected_cash, open_shift, shift_facts
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.sales.returns import (
    SalesReturnDraft,
    post_sales_return,
    reverse_sales_return,
)
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.services import (
    OpeningStockDraft,
    OpeningStockLineDraft,
    post_opening_stock,
    reverse_opening_stock,
)
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    price,
    receive,
    ring_up,
    take_back,
)

CASH, BANK = 1, 2


def opening(session: Session, goods: list[int], customer: int) -> None:
    stock = OpeningStockDraft(
        MAIN, tuple(OpeningStockLineDraft(p, pieces(100), fen("333.33")) for p in goods)
    )
    first = post_opening_stock(session, stock, key=new_key())
    reverse_opening_stock(session, Reversal(first.number, "写错"), key=new_key())
    post_opening_stock(session, stock, key=new_key())
    money = (OpeningLine("1002", debit=fen(5000)), OpeningLine("3001", credit=fen(7000)))
    post_opening_balance(session, OpeningBalanceDraft("opening_accounts", money), key=new_key())
    debts = (OpeningLine(debit=fen(120), partner_id=customer),)
    post_opening_balance(session, OpeningBalanceDraft("opening_ar", debts), key=new_key())


def busy_days(session: Session) -> dict[str, str]:
    """Buy, sell, ring up, take back, reverse, close a shift; returns the numbers of what was posted."""
    supplier, customer = a_supplier(session), a_customer(session)
    goods = [a_product(session, code, retail_price=price("9.90")) for code in "AB"]
    service = a_product(session, "F", track_stock=False, retail_price=price(20))
    opening(session, goods, customer)
    a, b = goods
    receipt = receive(
        session, supplier, [line(a, 30, "4.37"), line(b, 7, "1.01"), line(service, 1, 20)],
        payments=(Payment(BANK, fen(50)),), order_discount=fen("3.33"),
    )  # fmt: skip
    wrong = receive(session, supplier, [line(a, 5, 4)], day=DAY - timedelta(days=3))
    reverse_receipt(session, Reversal(wrong.number, "重复"), key=new_key())
    delivery = deliver(
        session, customer, [line(a, 11, "8.88"), line(b, 3, "7.77"), line(service, 1)],
        payments=(Payment(CASH, fen(10)), Payment(BANK, fen(5))),
    )  # fmt: skip
    wrong = deliver(session, customer, [line(b, 2)])
    reverse_delivery(session, Reversal(wrong.number, "客户退单"), key=new_key())
    return {
        "receipt": receipt.number,
        "delivery": delivery.number,
        **_back_and_paid(session, (supplier, receipt.number), (customer, delivery.number)),
        **_among_firms(session, a),
        **_at_the_till(session, a, b, service),
    }


def _back_and_paid(
    session: Session, bought: tuple[int, str], sold: tuple[int, str]
) -> dict[str, str]:
    """Some of it goes back, the rest is paid, the rent too; and some of that is taken back."""
    supplier, receipt = bought
    customer, delivery = sold
    some = (ReturnLine(1, pieces(5)), ReturnLine(2, pieces(7)))
    sent = PurchaseReturnDraft(DAY, supplier, MAIN, receipt, some, payments=(Payment(BANK, 500),))
    sent_back = post_purchase_return(session, sent, key=new_key())
    brought = SalesReturnDraft(DAY, customer, MAIN, delivery, (ReturnLine(1, pieces(2)),))
    brought_back = post_sales_return(session, brought, key=new_key())
    free = SalesReturnDraft(DAY, customer, MAIN, lines=(line(1, 1, 5),))
    wrong = post_sales_return(session, free, key=new_key())
    reverse_sales_return(session, Reversal(wrong.number, "看错"), key=new_key())
    money = MoneyDraft(DAY, customer, (Payment(BANK, fen(500)),), cash_discount=fen("1.50"))
    wrong = post_customer_receipt(session, money, key=new_key())
    reverse_customer_receipt(session, Reversal(wrong.number, "没到账"), key=new_key())
    got = post_customer_receipt(session, money, key=new_key())
    paid = post_supplier_payment(
        session, MoneyDraft(DAY, supplier, (Payment(CASH, fen(20)),)), key=new_key()
    )
    rent = (PurposeDraft("5602", fen(300), "房租"), PurposeDraft("5601", fen("8.80")))
    spent = post_expense(session, SpendingDraft(DAY, BANK, rent), key=new_key())
    return {
        "sent": sent_back.number,
        "brought": brought_back.number,
        "got": got.number,
        "paid": paid.number,
        "spent": spent.number,
    }


def _among_firms(session: Session, goods: int) -> dict[str, str]:
    """A firm that buys and sells pays ahead, offsets, hands a debt on; another never pays."""
    firm = a_supplier(session, "S02", customer_code="C02")
    other = a_customer(session, "C03")
    ahead = AdvanceDraft(DAY, firm, (Payment(CASH, fen(30)), Payment(BANK, fen(20))))
    early = post_advance_receipt(session, ahead, key=new_key())
    sent = AdvanceDraft(DAY, firm, (Payment(BANK, fen(12)),))
    prepaid = post_advance_payment(session, sent, key=new_key())
    deliver(session, firm, [line(goods, 8, 10)])
    receive(session, firm, [line(goods, 6, 5)])
    met = [
        post_settlement(session, SettlementDraft(DAY, mode, firm, to, amount), key=new_key())
        for mode, to, amount in (
            (SettlementMode.ADVANCE_RECEIPT, None, None),
            (SettlementMode.ADVANCE_PAYMENT, None, None),
            (SettlementMode.CONTRA, None, fen(9)),
            (SettlementMode.TRANSFER, other, fen(11)),
            (SettlementMode.CONTRA, None, None),
        )
    ]
    undone = Reversal(met[-1].number, "多核了")
    reverse_settlement(session, undone, key=new_key())
    bad = BadDebtDraft(
        DAY, BadDebtMode.WRITE_OFF, other, fen(11), "找不到人", (Payment(CASH, fen(2)),)
    )
    lost = post_bad_debt(session, bad, key=new_key())
    back = BadDebtDraft(
        DAY, BadDebtMode.RECOVERY, other, fen(4), "又还了", (Payment(BANK, fen(4)),)
    )
    got_back = post_bad_debt(session, back, key=new_key())
    scrap = SpendingDraft(DAY, CASH, (PurposeDraft("5051", fen(6), tax=fen("0.06")),))
    earned = post_other_income(session, scrap, key=new_key())
    moving = TransferDraft(DAY, BANK, CASH, fen(40), fen("0.50"))
    moved = post_money_transfer(session, moving, key=new_key())
    return {
        "early": early.number,
        "prepaid": prepaid.number,
        "met": met[2].number,
        "handed_on": met[3].number,
        "lost": lost.number,
        "got_back": got_back.number,
        "earned": earned.number,
        "moved": moved.number,
    }


def _at_the_till(session: Session, a: int, b: int, service: int) -> dict[str, str]:
    shift = open_shift(session, "01", fen(200))
    ticket = ring_up(
        session, shift, [line(a, 3), line(b, 1), line(service, 1)], cash="100",
        order_discount=fen("0.70"), rounding_off=fen("0.08"),
    )  # fmt: skip
    mixed = ring_up(
        session, shift, [line(a, 2)], tenders=(TenderDraft("wechat", fen(9)), TenderDraft("cash", fen(20)))
    )  # fmt: skip
    back = take_back(session, shift, ticket.number, (1, "1"))
    again = take_back(session, shift, ticket.number, (1, "2"), (2, "1"))
    reverse_return(session, Reversal(again.number, "看错"), key=new_key())
    reverse_ticket(session, Reversal(mixed.number, "没付款"), key=new_key())
    oversold = ring_up(session, shift, [line(b, 500)], cash="5000")
    receive(session, 1, [line(b, 600, "1.23")])
    facts = shift_facts(session, shift)
    short = expected_cash(session, facts) - 500
    close_shift(session, shift, {100: short // 100, 10: short % 100 // 10}, reason="少找")
    second = open_shift(session, "01", fen(100))
    late = ring_up(session, second, [line(a, 1)], cash="10")
    return {
        "ticket": ticket.number,
        "return": back.number,
        "oversold": oversold.number,
        "late": late.number,
    }


def wander(session: Session, seed: int, steps: int) -> int:
    """Do whatever comes to mind; what a rule refuses is left. Returns how many documents were posted."""
    chance = Random(seed)
    supplier, customer = a_supplier(session), a_customer(session)
    goods = [
        a_product(session, f"W{n}", retail_price=price(chance.randint(1, 5000)) // 100)
        for n in range(4)
    ]
    shift = open_shift(session, "01", fen(100))
    known: list[tuple[str, str]] = []
    for _ in range(steps):
        try:
            with session.begin_nested():
                known.append(_one_step(session, chance, supplier, customer, goods, shift, known))
        except UserError:
            continue
    return len(known)


def _one_step(
    session: Session,
    chance: Random,
    supplier: int,
    customer: int,
    goods: list[int],
    shift: int,
    known: list[tuple[str, str]],
) -> tuple[str, str]:
    lines = [
        line(chance.choice(goods), chance.randint(1, 40), f"{chance.randint(1, 99_99) / 100:.2f}")
        for _ in range(chance.randint(1, 4))
    ]
    day: date = DAY - timedelta(days=chance.randint(0, 60))
    discount = chance.choice((0, 0, chance.randint(1, 500)))
    match chance.randint(0, 6) if known else 0:
        case 0 | 1:
            number = receive(session, supplier, lines, day=day, order_discount=discount).number
            return "receipt", number
        case 2:
            paid = (Payment(BANK, chance.randint(1, 300)),) if chance.random() < 0.5 else ()
            number = deliver(session, customer, lines, day=day, payments=paid).number
            return "delivery", number
        case 3 | 4:
            number = ring_up(session, shift, lines, cash="99999", order_discount=discount).number
            return "ticket", number
        case 5:
            _, number = chance.choice([pair for pair in known if pair[0] == "ticket"] or known)
            quantity = str(chance.randint(1, 10))
            return "return", take_back(session, shift, number, (1, quantity)).number
        case _:
            kind, number = chance.choice(known)
            undo = {
                "receipt": reverse_receipt, "delivery": reverse_delivery,
                "ticket": reverse_ticket, "return": reverse_return,
            }[kind.removeprefix("red ")]  # fmt: skip
            return f"red {kind}", undo(session, Reversal(number, "改"), key=new_key()).number
