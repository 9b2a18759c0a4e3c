"""The screens of goods in stock, and what the documents of purchase and sales share on screen."""
