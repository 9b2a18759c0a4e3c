"""The register of invoices given out and taken in; invoices themselves are issued on the tax platform."""
