"""A random stock room that also assembles goods, takes them apart and counts its costs anew."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.kits import (
    KitDraft,
    post_assembly,
    post_disassembly,
    reverse_assembly,
    reverse_disassembly,
)
from jxc_desktop.stock.recosting import plan
from jxc_desktop.stock.recosts import RECOST, RecostDraft, post_recost, reverse_recost
from tests.shopkeeping import line, pieces
from tests.stock.stock_model import TODAY, Paper, StockRoom

FIRST = date(2026, 11, 1)


class RecostRoom(StockRoom):
    """What goods cost changes with hindsight here, so nobody but the rules and the end tells whether it is right.

    A recost that was posted finds nothing more to do; that, too, is asked each time.
    """

    def _acts(self) -> dict[str, int]:
        return {**super()._acts(), "assemble": 6, "take_apart": 4, "recost": 8}

    def differences(self) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
        """No oracle follows a recost."""
        return []

    def assemble(self, session: Session) -> Callable[[], None]:
        """Some of the first goods out of one each of two others."""
        made = self.choice.randint(1, 4)
        parts = (line(self.goods[2], made), line(self.goods[1], f"{made / 2}"))
        draft = KitDraft(self._day(), self._place(), self.goods[0], pieces(made), parts)
        posted = post_assembly(session, draft, key=new_key())
        return lambda: self._stands(posted.number, reverse_assembly)

    def take_apart(self, session: Session) -> Callable[[], None]:
        """Some of the first goods into two others, by what those ought to cost."""
        apart = self.choice.randint(1, 3)
        parts = (line(self.goods[2], apart, "3"), line(self.goods[1], apart, "4.5"))
        draft = KitDraft(self._day(), self._place(), self.goods[0], pieces(apart), parts)
        posted = post_disassembly(session, draft, key=new_key())
        return lambda: self._stands(posted.number, reverse_disassembly)

    def recost(self, session: Session) -> Callable[[], None]:
        """Everything from a day on; once more it finds nothing."""
        goods, day = tuple(self.goods), FIRST.replace(day=self.choice.randint(1, 15))
        posted = post_recost(session, RecostDraft(TODAY, goods, day), key=new_key())
        left = plan(session, goods, day).lines
        if left:
            raise AssertionError(f"counted anew and anew: {left[:3]}")
        return lambda: self._stands(posted.number, reverse_recost)

    def undo_last(self) -> None:
        """A recost of which a document was reversed since stays: the rest of it goes with its documents."""
        try:
            super().undo_last()
        except Refused:
            if not self.standing.pop().number.startswith(RECOST.header.prefix):
                raise

    def pools_now(self) -> set[tuple[int, int]]:
        """Quantity and value of each pool."""
        with self.database.reading(self.owner) as session:
            return {
                tuple(row) for row in session.execute(text("SELECT quantity, value FROM cost_pool"))
            }

    def _stands(self, number: str, reverse: Callable[..., object]) -> None:
        self.standing.append(Paper(number, reverse))

    def _undo(self, paper: Paper) -> None:
        """There is no oracle to be told."""
