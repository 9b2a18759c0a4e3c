"""The implementation centre: setting a shop up, going live, training, evaluation."""
