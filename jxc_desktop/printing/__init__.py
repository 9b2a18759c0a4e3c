"""Paper: slips, forms and tables, and the way to printers. Knows neither Qt nor business."""
