"""Numbers for whoever runs the shop: how it does today, and what waits to be done."""
