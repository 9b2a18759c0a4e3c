"""Screens of prices: 调价单 and 客户价."""
