"""What the bank says of a money account, set against the books (银行对账, 12号 arts. 28)."""
