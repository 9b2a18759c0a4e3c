"""The floor under posting: the least plain-driver code that makes the same rows of a sale or a receipt durable."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jxc_desktop.core.db import connect

Sides = Sequence[tuple[str, int, int, int | None]]
"""Account, debit, credit, partner."""


class Floor:
    """Posts sales and receipts into a copy of a shop by hand-written statements, without checks, one COMMIT each.

    The copy holds the same rows, so that both find trees of the same height and touch as many pages.
    """

    def __init__(self, shop: Path, path: Path) -> None:
        source = connect(shop, read_only=True)
        self.db = connect(path)
        source.backup(self.db)
        source.close()
        self.db.execute("PRAGMA foreign_keys = 0")
        guards = self.db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for [name] in guards:
            self.db.execute(f'DROP TRIGGER "{name}"')
        tables = ("sales_delivery", "goods_receipt", "entry", "voucher", "audit")
        last = (f"SELECT coalesce(max(id), 0) FROM {table}" for table in tables)
        self.count = max(self.db.execute(question).fetchone()[0] for question in last)

    def sale(self, products: Sequence[int]) -> None:
        """One sale of one piece of each product: document, moves, pools, legs, balances, number, audit, key."""
        self.count += 1
        n, run, day = self.count, self.db.execute, "2026-11-20"
        number = f"XSCK20261120{n:05d}"
        run("BEGIN IMMEDIATE")
        pools = self._pools(products)
        run(
            "INSERT INTO sales_delivery (partner_id, partner_name, warehouse_id, salesperson, price_includes_tax, "
            "order_discount, id, number, day, state, total, remark, reason, created_by, created_at, posted_by, "
            "posted_at) VALUES (2, '客户', 1, '', 1, 0, ?, ?, ?, 'posted', 4950, '', '', 1, 1, 1, 1)",
            (n, number, day),
        )
        self._many(
            "INSERT INTO sales_delivery_line (document_id, line_no, product_id, unit, quantity, base_quantity, "
            "price, discount, tax_rate, reduction, net, tax, gross, is_gift) "
            "VALUES (?, ?, ?, '个', 10000, 10000, 9900000, 0, 100, 0, 980, 10, 990, 0)",
            [(n, line, product) for line, product in enumerate(products, 1)],
        )
        costs = [(q, v, -(-10000 * v // q)) for _id, _p, q, v, _s in pools]
        self._many(
            "UPDATE cost_pool SET quantity = quantity - 10000, value = value - ?, seq = seq + 1 WHERE id = ?",
            [(cost[2], row[0]) for cost, row in zip(costs, pools, strict=True)],
        )
        self._many(
            "UPDATE stock_level SET quantity = quantity - 10000 WHERE product_id = ? AND warehouse_id = 1",
            [(product,) for product in products],
        )
        self._many(
            "INSERT INTO move (product_id, warehouse_id, lot_id, pool_id, seq, day, kind, quantity, amount, "
            "source, source_line, posted_at) VALUES (?, 1, 0, ?, ?, ?, 'issue', -10000, ?, ?, ?, 1)",
            [
                (row[1], row[0], row[4] + 1, day, -cost[2], number, line)
                for line, (cost, row) in enumerate(zip(costs, pools, strict=True), 1)
            ],
        )
        self._many(
            "INSERT INTO stock_month VALUES ('2026-11', ?, 1, 0, 0, 10000, ?, 0) ON CONFLICT DO UPDATE SET "
            "out_quantity = out_quantity + 10000, out_amount = out_amount + excluded.out_amount",
            [(row[1], cost[2]) for cost, row in zip(costs, pools, strict=True)],
        )
        cost = sum(cost[2] for cost in costs)
        sides = (("1122", 4950, 0, 2), ("5001", 0, 4900, None), ("22210120", 0, 50, None),
                 ("5401", cost, 0, None), ("1405", 0, cost, None))  # fmt: skip
        self._books(n, ("sales_delivery", "XSCK", "销售"), number, sides)
        run("COMMIT")

    def receipt(self, products: Sequence[int]) -> None:
        """One receipt of one piece of each product at 5.00, on credit: the same rows again."""
        self.count += 1
        n, run, day = self.count, self.db.execute, "2026-11-20"
        number = f"CGRK20261120{n:05d}"
        run("BEGIN IMMEDIATE")
        pools = self._pools(products)
        run(
            "INSERT INTO goods_receipt (partner_id, partner_name, warehouse_id, buyer, invoice, estimated, "
            "price_includes_tax, order_discount, id, number, day, state, total, remark, reason, created_by, "
            "created_at, posted_by, posted_at) VALUES (1, '供应商', 1, '', 'ordinary', 0, 1, 0, ?, ?, ?, 'posted', "
            "?, '', '', 1, 1, 1, 1)",
            (n, number, day, 500 * len(products)),
        )
        self._many(
            "INSERT INTO goods_receipt_line (document_id, line_no, product_id, unit, quantity, base_quantity, "
            "estimate, price, discount, tax_rate, reduction, net, tax, gross, is_gift) "
            "VALUES (?, ?, ?, '个', 10000, 10000, 0, 5000000, 0, 100, 0, 495, 5, 500, 0)",
            [(n, line, product) for line, product in enumerate(products, 1)],
        )
        self._many(
            "UPDATE cost_pool SET quantity = quantity + 10000, value = value + 500, last_cost = 5000000, "
            "seq = seq + 1 WHERE id = ?",
            [(row[0],) for row in pools],
        )
        self._many(
            "UPDATE stock_level SET quantity = quantity + 10000 WHERE product_id = ? AND warehouse_id = 1",
            [(product,) for product in products],
        )
        self._many(
            "INSERT INTO move (product_id, warehouse_id, lot_id, pool_id, seq, day, kind, quantity, amount, "
            "source, source_line, posted_at) VALUES (?, 1, 0, ?, ?, ?, 'receipt', 10000, 500, ?, ?, 1)",
            [(row[1], row[0], row[4] + 1, day, number, line) for line, row in enumerate(pools, 1)],
        )
        self._many(
            "INSERT INTO stock_month VALUES ('2026-11', ?, 1, 10000, 500, 0, 0, 0) ON CONFLICT DO UPDATE SET "
            "in_quantity = in_quantity + 10000, in_amount = in_amount + 500",
            [(row[1],) for row in pools],
        )
        owed = 500 * len(products)
        sides = (("1405", owed, 0, None), ("220201", 0, owed, 1))
        self._books(n, ("goods_receipt", "CGRK", "采购"), number, sides)
        run("COMMIT")

    def _pools(self, products: Sequence[int]) -> list[Any]:
        marks = ",".join("?" * len(products))
        question = "SELECT id, product_id, quantity, value, seq FROM cost_pool WHERE product_id IN"
        found: list[Any] = self.db.execute(f"{question} ({marks})", products).fetchall()
        return found

    def _books(self, n: int, paper: tuple[str, str, str], number: str, sides: Sides) -> None:
        """Entry, legs, balances, number, voucher, audit and key of a paper of this kind, series and summary."""
        (kind, series, summary), run, day = paper, self.db.execute, "2026-11-20"
        self._many(
            "INSERT INTO leg (entry_id, leg_no, account, day, debit, credit, partner_id, summary) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, '')",
            [(n, leg, a, day, d, c, p) for leg, (a, d, c, p) in enumerate(sides, 1)],
        )
        run(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, 0, 1, 1)",
            (n, day, kind, number, summary),
        )
        self._many(
            "INSERT INTO account_balance VALUES (?, ?, '2026-11', ?, ?) ON CONFLICT DO UPDATE "
            "SET debit = debit + excluded.debit, credit = credit + excluded.credit",
            [(a, p or 0, d, c) for a, d, c, p in sides],
        )
        run(
            "INSERT INTO counter VALUES (?, '20261120', 1) ON CONFLICT DO UPDATE SET value = value + 1",
            (series,),
        )
        run(
            "INSERT INTO counter VALUES ('记', '2026-11', 1) ON CONFLICT DO UPDATE SET value = value + 1"
        )
        run(
            "INSERT INTO voucher VALUES (?, '记', '2026-11', ?, ?, ?, 1, 1, 1)",
            (n, n, day, summary),
        )
        run("INSERT INTO voucher_entry VALUES (?, ?)", (n, n))
        run(
            "INSERT INTO audit VALUES (?, 1, 1, '', ?, ?, '{}', ?)",
            (n, f"{kind}.post", number, f"{n:064d}"),
        )
        run(
            "INSERT INTO audit_head VALUES (1, 1, '') ON CONFLICT DO UPDATE SET length = length + 1"
        )
        run(
            "INSERT INTO document_key VALUES (?, ?, ?, ?, ?, 4950)",
            (f"k{n}", "", kind, n, number),
        )

    def _many(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        self.db.executemany(sql, rows)
