"""P10 recost: the preview and posting for five products, however long the journal of the others is."""

import time
from datetime import date

from benchmarks.history import add_history
from benchmarks.measure import report, timing_of
from benchmarks.shops import NOW, new_shop
from jxc_desktop.core.db import Database
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.recosts import (
    RecostDraft,
    flagged_products,
    foresee_plan,
    post_recost,
)

CHOSEN = tuple(range(1, 6))
PRODUCTS = 1000
LATE = date(2026, 9, 1)
CALLS = 15


def recost(scale: str) -> dict[str, object]:
    """P10: 200 moves a product of which only five products' are asked for, and at full scale 10,000 products."""
    figures: dict[str, object] = {}
    sizes = (200_000, 10_000_000) if scale == "full" else (20_000, 200_000)
    for moves in sizes:
        products = PRODUCTS * moves // sizes[0]
        database, owner = new_shop(products)
        add_history(database, moves)
        named = f"{moves // 1000}k"
        preview, posted, flagged, lines = [], [], [], 0
        for _ in range(CALLS):
            _come_late(database, owner)
            draft = RecostDraft(NOW.today(), CHOSEN, LATE)
            with database.reading(owner) as session:
                start = time.perf_counter()
                flagged_products(session)
                flagged.append(time.perf_counter() - start)
                start = time.perf_counter()
                lines = len(foresee_plan(session, draft).lines)
                preview.append(time.perf_counter() - start)
            start = time.perf_counter()
            with database.transaction(owner) as session:
                post_recost(session, draft, key=new_key())
            posted.append(time.perf_counter() - start)
        figures[f"preview_{named}"] = timing_of(preview, 0.0)
        figures[f"post_{named}"] = timing_of(posted, 0.0)
        figures[f"flagged_{named}"] = timing_of(flagged, 0.0)
        figures[f"lines_{named}"] = lines
    return report(
        "P10 recost", "preview and post for 5 products ≤ 50 ms + the cost of their moves", **figures
    )


def _come_late(database: Database, owner: Actor) -> None:
    """A receipt of the five products for a day before much of what was posted."""
    lines = tuple(LineDraft(product, 10**6, price=9_000_000) for product in CHOSEN)
    with database.transaction(owner) as session:
        post_receipt(session, ReceiptDraft(LATE, 1, 1, lines), key=new_key())
