"""进销存桌面版: purchase, sales, stock and books for a small shop on its own PC."""

__version__ = "0.1.0"
