"""What always holds for the layers of a shop whose costs go first in, first out (for the invariants of stock)."""

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import rows_of, yuan
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.shop.settings import settings_of


def pools_are_their_layers(session: Session) -> list[str]:
    """I4 under FIFO: a pool's quantity and value are the sums of its open layers, which all have its sign."""
    if settings_of(session).costing != "fifo":
        return []
    return [
        translate(
            "stock",
            "{product} 的成本池是 {quantity} / {value}，先进先出各层合计 {layers} / {worth}",
        ).format(
            product=product,
            quantity=_units(quantity),
            value=yuan(value),
            layers=_units(layers),
            worth=yuan(worth),
        )
        for product, quantity, value, layers, worth in rows_of(
            session,
            "SELECT p.name, c.quantity, c.value, coalesce(l.quantity, 0), coalesce(l.value, 0) "
            "FROM cost_pool c JOIN product p ON p.id = c.product_id LEFT JOIN "
            "(SELECT pool_id, sum(quantity) AS quantity, sum(value) AS value, "
            "min(quantity) AS least, max(quantity) AS most, min(value) AS low, max(value) AS high "
            "FROM cost_layer GROUP BY pool_id) l ON l.pool_id = c.id "
            "WHERE c.quantity <> coalesce(l.quantity, 0) OR c.value <> coalesce(l.value, 0) "
            "OR (c.quantity >= 0 AND (l.least < 0 OR l.low < 0)) "
            "OR (c.quantity <= 0 AND (l.most > 0 OR l.high > 0))",
        )
    ]


def layers_equal_their_rebuild(session: Session) -> list[str]:
    """I21 for layers: each is the sum of its parts, and one without goods is gone."""
    return [
        translate(
            "stock",
            "{product} 第 {seq} 笔进货的那一层是 {quantity} / {value}，明细合计 {parts} / {worth}",
        ).format(
            product=product,
            seq=seq,
            quantity=_units(quantity),
            value=yuan(value),
            parts=_units(parts),
            worth=yuan(worth),
        )
        for product, seq, quantity, value, parts, worth in rows_of(
            session,
            "SELECT p.name, x.seq, x.quantity, x.value, x.parts, x.worth FROM (SELECT pool_id, seq, "
            "sum(quantity) AS quantity, sum(value) AS value, sum(parts) AS parts, sum(worth) AS worth "
            "FROM (SELECT pool_id, seq, quantity, value, 0 AS parts, 0 AS worth FROM cost_layer "
            "UNION ALL SELECT pool_id, layer, 0, 0, quantity, amount FROM layer_part) s "
            "GROUP BY pool_id, seq HAVING sum(quantity) <> sum(parts) OR sum(value) <> sum(worth)) x "
            "JOIN cost_pool c ON c.id = x.pool_id JOIN product p ON p.id = c.product_id",
        )
    ]


def parts_are_their_moves(session: Session) -> list[str]:
    """I3 for layers: what a move did to layers is the move itself."""
    return [
        translate("stock", "{source} 第 {line} 行的出入库和它动的先进先出各层不符").format(
            source=source, line=line
        )
        for source, line in rows_of(
            session,
            "SELECT coalesce(m.source, '—'), coalesce(m.source_line, 0) FROM (SELECT pool_id, seq, "
            "sum(quantity) AS quantity, sum(amount) AS amount FROM layer_part GROUP BY pool_id, seq) x "
            "LEFT JOIN move m ON m.pool_id = x.pool_id AND m.seq = x.seq "
            "WHERE m.id IS NULL OR m.quantity <> x.quantity OR m.amount <> x.amount",
        )
    ]


def _units(quantity: object) -> str:
    return trimmed(int(str(quantity)), QUANTITY_PLACES)
