"""What always holds for goods put together and taken apart, beside journal and books (for the invariants of stock)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import POSTED, rows_of, yuan
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.goods_checks import wrong_goods
from jxc_desktop.stock.kits import APART, KIT_LINE, TOGETHER, Making


def kits_are_worth_their_parts(session: Session) -> list[str]:
    """I7: what came in is worth what went out and the fee, the goods moved as written, and the fee is booked."""
    return [
        problem
        for making in (TOGETHER, APART)
        for problem in (
            *wrong_goods(
                session, making.family.kind, f"{making.family.kind}_line", sign=-making.sign
            ),
            *_wrong_products(session, making),
            *_wrong_sums(session, making),
        )
    ]


def no_product_is_its_own_part(session: Session) -> list[str]:
    """What things are made of forms no ring."""
    return [
        translate("stock", "{product} 是自己的零件。到“组成”里改").format(product=name)
        for [name] in rows_of(
            session,
            "WITH RECURSIVE below(product_id, part_id) AS (SELECT product_id, part_id FROM kit_part "
            "UNION SELECT b.product_id, k.part_id FROM below b JOIN kit_part k "
            "ON k.product_id = b.part_id) SELECT p.name FROM below b JOIN product p "
            "ON p.id = b.product_id WHERE b.part_id = b.product_id ORDER BY p.id",
        )
    ]


def _wrong_products(session: Session, making: Making) -> Iterator[str]:
    """Papers whose product did not move as they say, at the worth they say."""
    kind, sign = making.family.kind, making.sign
    moved = (
        "FROM move m WHERE m.source = d.number AND m.quantity <> 0 "
        f"AND m.source_line = {KIT_LINE} AND m.product_id = d.product_id"
    )
    for number, written, worth in rows_of(
        session,
        f"SELECT d.number, d.amount, {sign} * coalesce((SELECT sum(m.amount) {moved}), 0) "
        f"FROM {kind} d WHERE d.state IN {POSTED} AND "
        f"(d.amount <> {sign} * coalesce((SELECT sum(m.amount) {moved}), 0) "
        f"OR d.base_quantity <> {sign} * coalesce((SELECT sum(m.quantity) {moved}), 0))",
    ):
        yield translate("stock", "{number} 成品写着 {written}，出入库是 {worth}").format(
            number=number, written=yuan(written), worth=yuan(worth)
        )


def _wrong_sums(session: Session, making: Making) -> Iterator[str]:
    kind = making.family.kind
    parts = f"(SELECT coalesce(sum(l.amount), 0) FROM {kind}_line l WHERE l.document_id = d.id)"
    out, into = ("d.amount", parts) if making.apart else (parts, "d.amount")
    owed = (
        "(SELECT coalesce(sum(x.credit - x.debit), 0) FROM leg x JOIN entry e ON e.id = x.entry_id "
        "WHERE e.source = d.number AND (x.money_account_id = d.money_account_id "
        "OR x.partner_id = d.partner_id))"
    )
    for number, total, went, came, fee, booked in rows_of(
        session,
        f"SELECT d.number, d.total, {out}, {into}, d.fee, {owed} FROM {kind} d "
        f"WHERE d.state IN {POSTED} AND (d.total <> {into} OR d.total <> {out} + d.fee "
        f"OR d.fee <> {owed})",
    ):
        yield translate(
            "stock",
            "{number} 合计 {total}：出 {went}，入 {came}，费用 {fee}，账上付 {booked}，对不上",
        ).format(
            number=number,
            total=yuan(total),
            went=yuan(went),
            came=yuan(came),
            fee=yuan(fee),
            booked=yuan(booked),
        )
