"""The screens of selling: deliveries, their list, and the evidence beside them."""
