"""Shops to measure on: many products, long histories, made by bulk inserts through the program's own tables."""

import tempfile
from pathlib import Path

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.search_text import search_text
from jxc_desktop.guide.setup import ShopSetup, open_shop
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.priced import LineDraft

NOW = fixed_clock(2026, 11, 20)
WORDS = ("清溪", "金穗", "晨牧", "北麦", "佳禾", "稻花", "果园", "雪山", "净然", "老街")
KINDS = ("天然水", "花生油", "纯牛奶", "牛肉面", "酸奶", "大米", "橙汁", "面粉", "抽纸", "火腿肠")


def new_shop(products: int, *, stocked: bool = True) -> tuple[Database, Actor]:
    """A fresh shop file with a supplier, a customer and `products` goods, each in stock."""
    folder = Path(tempfile.mkdtemp(prefix="jxc-bench-"))
    database = Database(folder / "shop.jxc", clock=NOW)
    owner = open_shop(database, ShopSetup(start_month="2026-01"))
    with database.transaction(owner) as session:
        session.add(Partner(supplier_code="S01", name="供应商"))
        session.add(Partner(customer_code="C01", name="客户"))
        _add_products(session, products)
    if stocked:
        with database.transaction(owner) as session:
            _receive_all(session, products)
    return database, owner


def _add_products(session: Session, count: int) -> None:
    names = [f"{WORDS[i % 10]}{KINDS[i // 10 % 10]} {i}号" for i in range(count)]
    rows = [
        {
            "id": i + 1,
            "code": f"{100000 + i}",
            "name": name,
            "unit": "个",
            "retail_price": 9_900_000,
            "purchase_price": 5_000_000,
            "pinyin": _initials(name),
            "search_text": search_text(name),
        }
        for i, name in enumerate(names)
    ]
    session.execute(insert(Product), rows)
    session.execute(
        text("INSERT INTO barcode (code, product_id, unit) VALUES (:code, :id, '')"),
        [{"code": f"69{i:011d}", "id": i + 1} for i in range(count)],
    )


def _initials(name: str) -> str:
    """Pinyin initials of the made-up names, without asking pypinyin a million times."""
    return _INITIALS[name[:2]] + _INITIALS[name[2 : name.index(" ")]] + name.split(" ")[1][:-1]


_INITIALS = {word: initials(word) for word in (*WORDS, *KINDS)}


def _receive_all(session: Session, products: int) -> None:
    for start in range(1, products + 1, 5000):
        lines = tuple(
            LineDraft(product, 10**9, price=5_000_000)
            for product in range(start, min(start + 5000, products + 1))
        )
        post_receipt(session, ReceiptDraft(NOW.today(), 1, 1, lines), key=new_key())
