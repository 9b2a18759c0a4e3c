"""Layers of goods, where the shop's costs go first in, first out (domain.md §4.3); other shops keep none.

What each move added to or took from a layer is journal; the open layers are its sums, a cache with a rebuild.
"""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import MONEY, QUANTITY
from jxc_desktop.stock.models import CostPool


class CostLayer(Base):
    """Goods of a pool that came by one move and still lie there; negative where they went before any came.

    `seq` is the number of that move in its pool; its day is the layer's age.
    """

    __tablename__ = "cost_layer"

    pool_id: Mapped[int] = mapped_column(ForeignKey(CostPool.id), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    quantity: Mapped[int] = mapped_column(QUANTITY)
    value: Mapped[int] = mapped_column(MONEY)


class LayerPart(Base):
    """What move `seq` of a pool added to its layer `layer` (positive) or took from it; never changed.

    `origin` is the part of an earlier issue that these goods come back of, or no longer come back of.
    """

    __tablename__ = "layer_part"
    __table_args__ = (
        Index("ix_layer_part_pool_id_seq", "pool_id", "seq"),
        Index("ix_layer_part_origin", "origin"),
        guarded("append"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pool_id: Mapped[int] = mapped_column(ForeignKey(CostPool.id))
    seq: Mapped[int]
    layer: Mapped[int]
    quantity: Mapped[int] = mapped_column(QUANTITY)
    amount: Mapped[int] = mapped_column(MONEY)
    origin: Mapped[int | None] = mapped_column(ForeignKey("layer_part.id"))
