"""The till's screen: scan box, ticket, totals, and the sheets for paying, holding, returns and shifts."""
