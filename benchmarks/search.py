"""P6 search: finding goods while somebody types, beside LIKE and beside the bare full-text index."""

import time
from collections.abc import Callable

from sqlalchemy.orm import Session

from benchmarks.measure import Timing, report, timing_of
from benchmarks.shops import new_shop
from jxc_desktop.catalog.queries.finding import find_products
from jxc_desktop.catalog.queries.till import product_by_barcode
from jxc_desktop.core.db import Database

TYPED = {
    "one": ("水", "油"),
    "two": ("红烧", "牛奶"),
    "three": ("花生油", "天然水"),
    "words": ("清溪 水", "金穗 油 1"),
    "number": ("1234号", "100123"),
    "pinyin": ("qxtr", "jshs"),
    "nothing": ("冰激凌", "zzzz"),
}


def search(scale: str) -> dict[str, object]:
    """P6: p50 and p99 of each kind of typing at 100,000 (small) or 1,000,000 goods."""
    goods = 1_000_000 if scale == "full" else 100_000
    database, _owner = new_shop(goods, stocked=False)
    figures: dict[str, object] = {"goods": goods}
    for kind, texts in TYPED.items():
        figures[kind] = _timed(database, texts, _ours, 200)
    figures["barcode"] = _timed(database, ("6900000012345",), _barcode, 500)
    ours = _timed(database, TYPED["nothing"][:1], _ours, 200)
    like = _timed(database, TYPED["nothing"][:1], _like, 5)
    figures["like_no_hit"] = like
    figures["ratio_like"] = like.p50 / ours.p50
    figures["raw_fts"] = _timed(database, ("花生油",), _raw, 200)
    return report("P6 search", "p99 ≤ 5 ms at 1 M; ≥ 100× LIKE on no hit", **figures)


def _timed(
    database: Database, texts: tuple[str, ...], ask: Callable[..., object], calls: int
) -> Timing:
    walls = []
    with database.reading() as session:
        for number in range(calls):
            start = time.perf_counter()
            ask(session, texts[number % len(texts)])
            walls.append(time.perf_counter() - start)
    return timing_of(walls, 0.0)


def _ours(session: Session, text: str) -> None:
    find_products(session, text)


def _barcode(session: Session, text: str) -> None:
    product_by_barcode(session, text)


def _like(session: Session, text: str) -> None:
    driver = session.connection().exec_driver_sql
    driver("SELECT id FROM product WHERE name LIKE ? LIMIT 8", (f"%{text}%",)).all()


def _raw(session: Session, _text: str) -> None:
    driver = session.connection().exec_driver_sql
    driver(
        "SELECT rowid FROM product_search WHERE product_search MATCH ? LIMIT 8", ('"花生" "生油"',)
    ).all()
