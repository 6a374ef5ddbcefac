"""Goods, money and people that move between states."""
