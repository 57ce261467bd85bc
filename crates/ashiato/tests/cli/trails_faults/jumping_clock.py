def do_delivered():
    """Until a digest is delivered that is made after the jump."""
    until("a digest", lambda: status().get("LatestDigestDeliveryTime") and time.time() - status()["LatestDigestDeliveryTime"].timestamp() < 30)


def do_behind():
    """The status says that the clock is behind what digests are of."""
    told = until("the status to tell", lambda: status().get("LatestDigestDeliveryError"))
    assert told.startswith("ClockBehind: the server's clock is at "), told


def do_well():
    until("the status to be well", lambda: not status().get("LatestDigestDeliveryError"))


commands()
