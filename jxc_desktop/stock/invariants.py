"""What always holds between the stock journal, its caches and the books."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, document_tables, rows_of, yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.stock.cost_checks import (
    adjustments_are_their_lines_and_booked,
    recosts_are_their_lines_and_name_lines,
)
from jxc_desktop.stock.count_checks import (
    differences_were_posted,
)
from jxc_desktop.stock.goods_checks import wrong_goods
from jxc_desktop.stock.kit_checks import (
    kits_are_worth_their_parts,
    no_product_is_its_own_part,
)
from jxc_desktop.stock.layer_checks import (
    layers_equal_their_rebuild,
    parts_are_their_moves,
    pools_are_their_layers,
)
from jxc_desktop.stock.loss_checks import (
    losses_are_booked,
    losses_are_their_lines,
    resolutions_clear_what_waited,
)
from jxc_desktop.stock.lot_checks import goods_kept_by_lot_have_lots, lots_are_never_oversold
from jxc_desktop.stock.months import MONTHS_OF_MOVES
from jxc_desktop.stock.other_checks import others_are_their_lines_and_booked
from jxc_desktop.stock.transfer_checks import (
    transfers_move_as_written,
    what_is_on_its_way_lies_there,
)


def pools_equal_their_moves(session: Session) -> list[str]:
    """I3: a pool's quantity and value are the sums of its moves, and its moves are numbered 1…n."""
    return [
        translate(
            "stock", "{product} 的成本池是 {quantity} / {value}，出入库合计 {moved} / {worth}"
        ).format(
            product=product,
            quantity=_units(quantity),
            value=yuan(value),
            moved=_units(moved),
            worth=yuan(worth),
        )
        for product, quantity, value, moved, worth in rows_of(
            session,
            "SELECT p.name, c.quantity, c.value, coalesce(m.quantity, 0), coalesce(m.amount, 0) "
            "FROM cost_pool c JOIN product p ON p.id = c.product_id LEFT JOIN "
            "(SELECT pool_id, sum(quantity) AS quantity, sum(amount) AS amount, count(*) AS count, "
            "max(seq) AS last FROM move GROUP BY pool_id) m ON m.pool_id = c.id "
            "WHERE c.quantity <> coalesce(m.quantity, 0) OR c.value <> coalesce(m.amount, 0) "
            "OR c.seq <> coalesce(m.count, 0) OR c.seq <> coalesce(m.last, 0)",
        )
    ]


def stock_value_is_in_the_books(session: Session) -> list[str]:
    """I4: stock value is the balance of 1405, in sum and for each document (domain rule R10)."""
    return [*_whole(session), *_by_document(session)]


def _whole(session: Session) -> Iterator[str]:
    [[value, booked]] = rows_of(
        session,
        "SELECT (SELECT coalesce(sum(value), 0) FROM cost_pool), "
        "(SELECT coalesce(sum(debit - credit), 0) FROM account_balance WHERE account LIKE '1405%')",
    )
    if value != booked:
        yield translate(
            "stock", "库存金额 {value}，总账 1405 余额 {booked}，差 {difference}"
        ).format(value=yuan(value), booked=yuan(booked), difference=yuan(value - booked))


def _by_document(session: Session) -> Iterator[str]:
    for source, moved, booked in rows_of(
        session,
        "SELECT source, sum(moved), sum(booked) FROM ("
        "SELECT source, amount AS moved, 0 AS booked FROM move UNION ALL "
        "SELECT e.source, 0, l.debit - l.credit FROM leg l JOIN entry e ON e.id = l.entry_id "
        "WHERE l.account LIKE '1405%') x GROUP BY source HAVING sum(moved) <> sum(booked)",
    ):
        yield translate("stock", "{source} 的出入库金额 {moved}，记入 1405 的是 {booked}").format(
            source=source, moved=yuan(moved), booked=yuan(booked)
        )


def pools_keep_their_signs(session: Session) -> list[str]:
    """I4: no goods, no value; goods are worth at least nothing, oversold goods at most nothing."""
    return [
        translate("stock", "{product} 的成本池数量 {quantity}，金额却是 {value}").format(
            product=product, quantity=_units(quantity), value=yuan(value)
        )
        for product, quantity, value in rows_of(
            session,
            "SELECT p.name, c.quantity, c.value FROM cost_pool c JOIN product p ON p.id = c.product_id "
            "WHERE (c.quantity = 0 AND c.value <> 0) OR (c.quantity > 0 AND c.value < 0) "
            "OR (c.quantity < 0 AND c.value > 0)",
        )
    ]


def only_posted_documents_move_goods(session: Session) -> list[str]:
    """I2: every move belongs to a document that is posted, and bears its day."""
    papers = " UNION ALL ".join(
        f'SELECT number, day FROM "{table.name}" WHERE state IN {POSTED}'
        for table in document_tables()
    )
    return [
        translate("stock", "库存里有 {source} 的出入库，却没有这张过账的单据").format(source=source)
        for [source] in rows_of(
            session,
            "SELECT DISTINCT m.source FROM (SELECT DISTINCT source, day FROM move) m "
            f"LEFT JOIN ({papers}) d ON d.number = m.source AND d.day = m.day WHERE d.number IS NULL",
        )
    ]


def reversals_bring_back_the_goods(session: Session) -> list[str]:
    """I13: a reversal moves exactly its document's goods back, at exactly their worth."""
    return [
        sentence for table in document_tables() for sentence in _wrong_mirrors(session, table.name)
    ]


def _wrong_mirrors(session: Session, kind: str) -> Iterator[str]:
    """Goods of both documents of a pair must come to nothing; true-ups are settled anew (domain rule T7)."""
    # SQLite keeps the order of a CROSS JOIN: few reversals first, then their moves by index.
    moved = (
        "SELECT r.number AS number, m.source_line AS line, m.product_id AS product, "
        "m.warehouse_id AS place, m.lot_id AS lot, m.quantity AS quantity, m.amount AS amount "
        f'FROM "{kind}" r CROSS JOIN "{kind}" o CROSS JOIN move m '
        f"WHERE o.id = r.reverses_id AND m.source = {{}} AND r.reverses_id IS NOT NULL "
        f"AND r.state IN {POSTED} AND m.quantity <> 0"
    )
    for number, line in rows_of(
        session,
        f"SELECT DISTINCT number, line FROM (SELECT number, line FROM ({moved.format('o.number')} "
        f"UNION ALL {moved.format('r.number')}) x GROUP BY number, line, product, place, lot "
        "HAVING sum(quantity) <> 0 OR sum(amount) <> 0) y",
    ):
        yield translate("stock", "红字单 {number} 第 {line} 行没有把货原样退回").format(
            number=number, line=line
        )


def opening_stock_lies_there(session: Session) -> list[str]:
    """I7 for opening stock: its total is the sum of its lines, and its goods came in."""
    totals = [
        translate("stock", "{number} 合计 {total}，明细合计 {amount}").format(
            number=number, total=yuan(total), amount=yuan(amount)
        )
        for number, total, amount in rows_of(
            session,
            "SELECT d.number, d.total, coalesce(sum(l.amount), 0) FROM opening_stock d "
            "LEFT JOIN opening_stock_line l ON l.document_id = d.id "
            f"WHERE d.state IN {POSTED} GROUP BY d.id, d.number, d.total "
            "HAVING d.total <> coalesce(sum(l.amount), 0)",
        )
    ]
    goods = wrong_goods(session, "opening_stock", "opening_stock_line", sign=1, counted="quantity")
    return [*totals, *goods]


def months_closed_for_goods_stay_closed(session: Session) -> list[str]:
    """I15: no goods moved in a month after it was closed."""
    return [
        translate("stock", "{month} 结账以后又有 {source} 的出入库").format(
            month=month, source=source
        )
        for month, source in rows_of(
            session,
            "SELECT c.month, m.source FROM closed_period c JOIN move m "
            "ON m.day BETWEEN c.month || '-01' AND c.month || '-31' WHERE m.posted_at > c.closed_at",
        )
    ]


def levels_equal_their_rebuild(session: Session) -> list[str]:
    """I21 for stock: what lies in each warehouse is the sum of its moves."""
    return [
        translate("stock", "{place}的 {product} 存量表是 {kept}，出入库合计 {moved}").format(
            place=place, product=product, kept=_units(kept), moved=_units(moved)
        )
        for place, product, kept, moved in rows_of(
            session,
            "SELECT w.name, p.name, x.kept, x.moved FROM (SELECT product_id, warehouse_id, "
            "sum(kept) AS kept, sum(moved) AS moved FROM ("
            "SELECT product_id, warehouse_id, lot_id, quantity AS kept, 0 AS moved FROM stock_level "
            "UNION ALL SELECT product_id, warehouse_id, lot_id, 0, quantity FROM move) s "
            "GROUP BY product_id, warehouse_id, lot_id HAVING sum(kept) <> sum(moved)) x "
            "JOIN product p ON p.id = x.product_id JOIN warehouse w ON w.id = x.warehouse_id",
        )
    ]


def months_equal_their_rebuild(session: Session) -> list[str]:
    """I21 for months: what a product moved in a month is the sum of its moves."""
    parts = ("in_quantity", "in_amount", "out_quantity", "out_amount", "adjust_amount")
    sums = ", ".join(f"sum({part}) AS {part}" for part in parts)
    wrong = " OR ".join(f"sum({part}) <> 0" for part in parts)
    kept = ", ".join(f"-{part} AS {part}" for part in parts)
    return [
        translate("stock", "{product} 在 {month} 的收发汇总与出入库不符").format(
            product=product, month=month
        )
        for month, product in rows_of(
            session,
            f"SELECT x.month, p.name FROM (SELECT month, product_id, warehouse_id, {sums} FROM ("
            f"{MONTHS_OF_MOVES} UNION ALL SELECT month, product_id, warehouse_id, {kept} "
            f"FROM stock_month) s GROUP BY month, product_id, warehouse_id HAVING {wrong}) x "
            "JOIN product p ON p.id = x.product_id",
        )
    ]


def _units(quantity: Any) -> str:
    return trimmed(int(quantity), QUANTITY_PLACES)


INVARIANTS = (
    Invariant("I2", noop("invariants", "只有过账的单据才动库存"), only_posted_documents_move_goods),
    Invariant("I3", noop("invariants", "成本池等于出入库之和"), pools_equal_their_moves),
    Invariant("I4", noop("invariants", "库存金额等于总账 1405"), stock_value_is_in_the_books),
    Invariant("I4", noop("invariants", "成本池数量和金额同号"), pools_keep_their_signs),
    Invariant("I3", noop("invariants", "先进先出的每一笔等于出入库"), parts_are_their_moves),
    Invariant("I4", noop("invariants", "先进先出各层合计等于成本池"), pools_are_their_layers),
    Invariant("I21", noop("invariants", "先进先出各层等于它的明细"), layers_equal_their_rebuild),
    Invariant("I7", noop("invariants", "期初库存单合计等于明细"), opening_stock_lies_there),
    Invariant("I3", noop("invariants", "调拨单的货都换了仓库"), transfers_move_as_written),
    Invariant("I17", noop("invariants", "在途仓里是未收的调拨单"), what_is_on_its_way_lies_there),
    Invariant("I7", noop("invariants", "报损报溢单合计等于明细和出入库"), losses_are_their_lines),
    Invariant("I17", noop("invariants", "盘点差异都成了报溢报损"), differences_were_posted),
    Invariant(
        "I7",
        noop("invariants", "其他出入库单合计等于明细，并入了账"),
        others_are_their_lines_and_booked,
    ),
    Invariant(
        "I7",
        noop("invariants", "成本调整单合计等于明细，并入了账"),
        adjustments_are_their_lines_and_booked,
    ),
    Invariant(
        "I7",
        noop("invariants", "重算成本逐行对得上"),
        recosts_are_their_lines_and_name_lines,
    ),
    Invariant(
        "I7", noop("invariants", "组装拆卸单出多少入多少，费用入了账"), kits_are_worth_their_parts
    ),
    Invariant("I3", noop("invariants", "商品不是自己的零件"), no_product_is_its_own_part),
    Invariant("I8", noop("invariants", "报损报溢经待处理财产损溢入账"), losses_are_booked),
    Invariant("I17", noop("invariants", "损溢处理单转清原单"), resolutions_clear_what_waited),
    Invariant("I13", noop("invariants", "红字单把货原样退回"), reversals_bring_back_the_goods),
    Invariant(
        "I15", noop("invariants", "已结账的月份没有再动库存"), months_closed_for_goods_stay_closed
    ),
    Invariant("I21", noop("invariants", "存量等于出入库之和"), levels_equal_their_rebuild),
    Invariant("I21", noop("invariants", "按批次管的货都有批次"), goods_kept_by_lot_have_lots),
    Invariant(
        "I21", noop("invariants", "没有超发的批次，没有重复的序列号"), lots_are_never_oversold
    ),
    Invariant("I21", noop("invariants", "每月收发汇总等于出入库之和"), months_equal_their_rebuild),
)
