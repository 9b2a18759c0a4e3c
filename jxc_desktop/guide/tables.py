"""Every room that keeps tables, so that a new shop has them all (a test compares with the folders)."""

from jxc_desktop.cash import models as cash
from jxc_desktop.cash.bank import models as bank
from jxc_desktop.catalog import models as catalog
from jxc_desktop.ledger import models as ledger
from jxc_desktop.ledger.assets import models as assets
from jxc_desktop.ledger.closing import models as closing
from jxc_desktop.ledger.invoices import models as tax_invoices
from jxc_desktop.ledger.journal import models as journal
from jxc_desktop.members import models as members
from jxc_desktop.partners import models as partners
from jxc_desktop.pos import models as pos
from jxc_desktop.pricing import models as pricing
from jxc_desktop.pricing.promotions import models as promotions
from jxc_desktop.purchase import invoice_models as purchase_invoices
from jxc_desktop.purchase import landed_models as landed_costs
from jxc_desktop.purchase import models as purchase
from jxc_desktop.purchase import order_models as purchase_orders
from jxc_desktop.safety import models as safety
from jxc_desktop.sales import invoice_models as sales_invoices
from jxc_desktop.sales import models as sales
from jxc_desktop.shop import models as shop
from jxc_desktop.shop.approvals import models as approvals
from jxc_desktop.stock import cost_models as costs
from jxc_desktop.stock import count_models as counts
from jxc_desktop.stock import kit_models as kits
from jxc_desktop.stock import layer_models as layers
from jxc_desktop.stock import loss_models as losses
from jxc_desktop.stock import lot_models as lots
from jxc_desktop.stock import models as stock
from jxc_desktop.stock import other_models as others
from jxc_desktop.stock import transfer_models as transfers

ROOMS = (
    shop,
    approvals,
    catalog,
    partners,
    ledger,
    journal,
    assets,
    closing,
    tax_invoices,
    cash,
    bank,
    stock,
    layers,
    counts,
    losses,
    lots,
    transfers,
    others,
    costs,
    kits,
    pricing,
    promotions,
    members,
    purchase_orders,
    purchase,
    purchase_invoices,
    landed_costs,
    sales,
    sales_invoices,
    pos,
    safety,
)
