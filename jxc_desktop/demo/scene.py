"""One picture of the gallery: what it shows, and the moves that many of them share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from jxc_desktop.demo.day import Day

EVIDENCE = ("last_sold", "price_course", "stock_levels", "margin")
Act = Callable[[Day], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: `begin` makes it, `again` mends it after the window changed its size or looks.

    For another class of screen the docks are laid out as drawn, so what a hand has arranged is arranged again.
    """

    name: str
    words: str
    begin: Act
    again: Act | None = None
    end: Act | None = None


def at_centre(name: str, subject: object = None) -> Act:
    """That pane at the owner's centre."""

    def show(day: Day) -> None:
        desk = day.stage.window.desk
        desk.go_to_named("owner")
        desk.open(name, subject)
        close_todo(day)

    return show


def close_todo(day: Day) -> None:
    """Room for what the picture is about."""
    day.close_docks("todo")


def beside(name: str) -> Act:
    """That list at the left, and no evidence of lines that are not there."""

    def arrange(day: Day) -> None:
        day.stage.window.desk.open(name)
        day.close_docks(*EVIDENCE, "voucher_preview")

    return arrange


def first(day: Day, sql: str) -> Any:
    """The only value that a question to the shop gives."""
    with day.stage.office.seat.database.reading(day.stage.office.seat.actor) as session:
        return session.execute(text(sql)).scalar_one()
