import botocore.auth, datetime

right = botocore.auth.get_current_datetime


def offset():
    """By how many seconds the clock is wrong."""
    with open(os.environ["FAKETIME_TIMESTAMP_FILE"]) as file:
        return int(file.read())


# What is signed is signed at the wrong time, as the server has it.
botocore.auth.get_current_datetime = lambda *more, **named: right(*more, **named) + datetime.timedelta(seconds=offset())


def do_delivered():
    """Until a digest is delivered that is made after the jump."""
    now = lambda: time.time() + offset()
    until("a digest", lambda: status().get("LatestDigestDeliveryTime") and now() - status()["LatestDigestDeliveryTime"].timestamp() < 30)


def do_behind():
    """The status says that the clock is behind what digests are of."""
    told = until("the status to tell", lambda: status().get("LatestDigestDeliveryError"))
    assert told.startswith("ClockBehind: the server's clock is at "), told


def do_well():
    until("the status to be well", lambda: not status().get("LatestDigestDeliveryError"))


commands()
