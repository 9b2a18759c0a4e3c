"""Documents as data: a JSON object becomes a draft and is posted through the same services as on a screen."""
