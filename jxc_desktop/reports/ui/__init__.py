"""The screens of reports: the catalogue beside, the report in the middle, its pages before printing."""
