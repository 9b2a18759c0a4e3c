"""What a document of goods can be begun with: the shop's rules, its warehouses and its money accounts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import money_accounts
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.queries import warehouses


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """Settings, and what is in use by id and name."""

    settings: Settings
    warehouses: tuple[tuple[int, str], ...]
    accounts: tuple[tuple[int, str], ...]

    def terms(
        self, day: date, order_discount: int = 0, *, buying: bool = False, level: str = ""
    ) -> Terms:
        """How lines of a new document are priced."""
        settings = self.settings
        includes_tax = (
            settings.purchases_include_tax if buying else settings.sale_price_includes_tax
        )
        return Terms(
            day, includes_tax, settings.default_tax_rate, order_discount, buying=buying, level=level
        )


def paper_choices(session: Session) -> PaperChoices:
    """What there is to choose from now."""
    places = ((each.id, each.name) for each in warehouses(session) if not each.disabled)
    accounts = ((each.id, each.name) for each in money_accounts(session).values())
    return PaperChoices(settings_of(session), tuple(places), tuple(accounts))
