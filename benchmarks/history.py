"""Years of moves behind a shop's goods, written by set-based SQL so that months, levels and pools stay right."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import WRITER_CACHE, Database
from jxc_desktop.stock.months import MONTHS_OF_MOVES

ROOM = 1_000_000
"""KiB of pages held in memory while millions of rows find their places in four trees."""

_PLACES = (
    "INSERT INTO warehouse (id, code, name, disabled, transit) VALUES (2, 'EAST', '东库', 0, 0) "
    "ON CONFLICT DO NOTHING"
)
_MOVES = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :pairs - 1),
pair(i, goods, turn, place, worth, kind) AS (
  SELECT i, i % :count + 1, i / :count, CASE (i + i / :count) % 5 WHEN 4 THEN 2 ELSE 1 END,
  500 * (1 + i % 7) + i % 3, CASE i % 40 WHEN 7 THEN 'reversal' WHEN 11 THEN 'true_up' ELSE :kind END FROM n
)
INSERT INTO move (product_id, warehouse_id, lot_id, pool_id, seq, day, kind, quantity, amount, source,
source_line, posted_at)
SELECT goods, place, 0, p.id, p.seq + 1 + 2 * turn + :odd,
  date('2026-01-01', '+' || (i * 290 / :pairs + 20 * :odd) || ' days'), kind,
  CASE kind WHEN 'true_up' THEN 0 ELSE :sign * 10000 * (1 + i % 7) END, :sign * worth,
  'HIST' || (i / 5), i % 5, 0
FROM pair JOIN cost_pool p ON p.product_id = goods
"""
_SEQUENCES = "UPDATE cost_pool SET seq = (SELECT max(seq) FROM move WHERE pool_id = cost_pool.id)"
_LEVELS = (
    "INSERT INTO stock_level (product_id, warehouse_id, lot_id, quantity) "
    "SELECT DISTINCT product_id, 2, 0, 0 FROM move WHERE warehouse_id = 2 ON CONFLICT DO NOTHING"
)
_MONTHS = (
    "INSERT INTO stock_month (month, product_id, warehouse_id, in_quantity, in_amount, out_quantity, "
    f"out_amount, adjust_amount) {MONTHS_OF_MOVES}"
)


def add_history(database: Database, moves: int) -> None:
    """Put `moves` further journal rows over 310 days behind the pools of goods in stock.

    They come in pairs that bring in and, twenty days later, take out the same goods at the same worth, so that
    what lies there stays: receipts and issues in two warehouses, red papers and true-ups among them.
    """
    with database.transaction() as session:
        _run(session, f"PRAGMA cache_size = -{ROOM}")
        [count] = session.execute(text("SELECT count(*) FROM product")).one()
        asked = {"pairs": moves // 2, "count": count}
        _run(session, _PLACES)
        for kind, odd, sign in (("receipt", 0, 1), ("issue", 1, -1)):
            _run(session, _MOVES, **asked, kind=kind, odd=odd, sign=sign)
        for statement in (_SEQUENCES, _LEVELS, "DELETE FROM stock_month", _MONTHS):
            _run(session, statement)
        _run(session, f"PRAGMA cache_size = -{WRITER_CACHE}")


def _run(session: Session, statement: str, **values: object) -> None:
    session.execute(text(statement), values)
