"""The company itself: settings, users and rights, number series, keys, audit."""
