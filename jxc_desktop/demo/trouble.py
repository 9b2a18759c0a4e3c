"""What stops the demonstration."""


class DemoFailed(Exception):
    """A step did not come out as it must; the message is one clear sentence."""
