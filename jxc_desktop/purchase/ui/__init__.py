"""The screens of buying: goods receipts, their list, and the evidence beside them."""
