"""Fixed assets (固定资产): their cards, what they lose each month, and what they bring when they go."""
