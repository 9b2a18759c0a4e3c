"""A shop with people of several roles, goods to sell, and rules that hold deliveries back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.intake.approvals import approvables
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.approvals.services import Approvable
from jxc_desktop.shop.models import User, UserRole
from tests.deskwork import context_of
from tests.shopkeeping import a_customer, a_product, a_supplier, fen, line, price, receive

__all__ = ["context_of"]

KINDS: Mapping[str, Approvable] = approvables()


def staff(session: Session, name: str, *roles: str) -> Actor:
    """Somebody who works here in these roles."""
    user = User(name=name, full_name=name)
    session.add(user)
    session.flush()
    session.add_all(UserRole(user_id=user.id, role=role) for role in roles)
    session.flush()
    return Actor(user.id, name, frozenset(roles), "test")


@dataclass(frozen=True, slots=True)
class House:
    """A shop, who works there, and what it trades in."""

    database: Database
    owner: Actor
    manager: Actor
    second: Actor
    keeper: Actor
    accountant: Actor
    customer: int
    product: int

    def rule(self, condition: str = "any", **more: object) -> int:
        """A rule on deliveries, by default for the manager."""
        if "user" not in more:
            more.setdefault("role", "manager")
        with self.database.transaction(self.owner) as session:
            return save_rule(
                session,
                RuleDraft("sales_delivery", condition, **more),  # type: ignore[arg-type]
            )

    def count(self, table: str) -> int:
        with self.database.reading(self.owner) as session:
            return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


@pytest.fixture
def house(any_database: Database, owner: Actor) -> House:
    with any_database.transaction(owner) as session:
        people = (
            staff(session, "店长", "manager"),
            staff(session, "副店长", "manager"),
            staff(session, "仓管", "keeper"),
            staff(session, "会计", "accountant"),
        )
        customer = a_customer(session, credit_limit=fen(50))
        product = a_product(session, min_price=price(8))
        receive(session, a_supplier(session), [line(product, 100, "6.00")])
    return House(any_database, owner, *people, customer, product)


Change = Callable[[str, object], None]


@pytest.fixture
def set_to(house: House) -> Change:
    """Changes a setting of the shop."""
    from jxc_desktop.shop.settings import change_setting

    def change(name: str, value: object) -> None:
        with house.database.transaction(house.owner) as session:
            change_setting(session, name, value)

    return change
