"""One file per report; one pane and one set of exporters show them all."""
