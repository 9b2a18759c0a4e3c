"""The open ticket as text, for the draft behind the screen and for tickets put aside.

The text holds all that is needed to go on without the database.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.guest import Guest
from jxc_desktop.pos.ticket import OpenTicket, Rounding, Swap, TicketLine
from jxc_desktop.shop.keys import Key
from jxc_desktop.stock.returned import ReturnLine

VERSION = 1
Guests = Callable[[int], Guest | None]
"""Gives the member with an id, None for one who is gone."""


def text_of_ticket(ticket: OpenTicket) -> str:
    """The whole ticket with its key."""
    content = {
        "version": VERSION,
        "key": ticket.key.value,
        "rate_off": ticket.rate_off,
        "yuan_off": ticket.yuan_off,
        "rounding": ticket.rounding,
        "guest": ticket.guest.id if ticket.guest else None,
        "swap": asdict(ticket.swap) if ticket.swap else None,
        "points": [ticket.points_wanted, ticket.points_price],
        "coupons": ticket.coupons,
        "lines": [
            {
                "product": asdict(line.product),
                "quantity": line.quantity,
                "price": line.price,
                "discount": line.discount,
            }
            for line in ticket.lines
        ],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def ticket_of(text: str, guest: Guests = lambda _id: None) -> OpenTicket:
    """The ticket that `text_of_ticket` wrote, its member by `guest`; raises `InvalidInput` for anything else.

    Who the member is stands in their own row only, so here is no more than their id.
    """
    try:
        content = json.loads(text)
        if content["version"] != VERSION:
            raise ValueError(content["version"])
        return OpenTicket(
            lines=tuple(_line(each) for each in content["lines"]),
            rate_off=int(content["rate_off"]),
            yuan_off=int(content["yuan_off"]),
            rounding=Rounding(content["rounding"]),
            key=Key(str(content["key"])),
            coupons=tuple((str(code), int(own)) for code, own in content.get("coupons", ())),
            swap=_swap(content.get("swap")),
            **_of_guest(content, guest),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(
            translate("pos", "这张没收款的小票读不出来了。重新扫一遍商品")
        ) from error


def _of_guest(content: dict[str, Any], guest: Guests) -> dict[str, Any]:
    found = guest(int(content["guest"])) if content.get("guest") else None
    wanted, price = map(int, content.get("points", (0, 0)))
    if found is None:
        return {"points_price": price}
    return {"guest": found, "points_wanted": wanted, "points_price": price}


def _swap(content: dict[str, Any] | None) -> Swap | None:
    if content is None:
        return None
    lines = (ReturnLine(int(x["from_line"]), int(x["quantity"])) for x in content["lines"])
    return Swap(
        str(content["original"]), tuple(lines), int(content["worth"]), str(content["words"])
    )


def _line(content: dict[str, Any]) -> TicketLine:
    return TicketLine(
        ProductAtTill(**content["product"]),
        int(content["quantity"]),
        int(content["price"]),
        int(content["discount"]),
    )
