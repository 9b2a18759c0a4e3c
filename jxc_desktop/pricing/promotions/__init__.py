"""Promotions (促销): what they are, what a basket gets of them, and who may say so."""
