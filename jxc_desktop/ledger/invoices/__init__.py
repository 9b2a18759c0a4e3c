"""The register of invoices given out; invoices themselves are issued on the tax platform."""
