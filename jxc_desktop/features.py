"""The table of contents without Qt: what the program can check, one line for each room."""

from jxc_desktop.cash import invariants as cash
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.ledger import invariants as ledger
from jxc_desktop.pos import invariants as pos
from jxc_desktop.purchase import invariants as purchase
from jxc_desktop.safety import invariants as safety
from jxc_desktop.sales import invariants as sales
from jxc_desktop.shop import invariants as shop
from jxc_desktop.stock import invariants as stock

_ROOMS = (ledger, stock, cash, purchase, sales, pos, shop, safety)

INVARIANTS: tuple[Invariant, ...] = tuple(rule for room in _ROOMS for rule in room.INVARIANTS)
