"""The screens of safety: the shop's health."""
