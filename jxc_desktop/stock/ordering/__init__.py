"""Orders and offers of goods: papers that promise, are fulfilled in parts by others, and never enter the books.

An order is typed as a draft; approving gives it its number. It can be un-approved while nothing followed it, closed
when the rest will not come, and voided. How far it is fulfilled is read from the lines that name it, never kept.
"""
