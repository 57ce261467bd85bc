def do_refused():
    """Until calls are refused and none is answered any more; all that was refused, was refused as being too much."""
    def is_refused():
        before = len(acknowledged), sum(refusals.values())
        time.sleep(1)
        return len(acknowledged) == before[0] and sum(refusals.values()) > before[1] + 10
    until(f"refusals, {refusals}", is_refused)


def do_clean():
    """What was refused while the disk was full: throttled, but for calls whose effect could not be written."""
    throttled = sum(count for kind, count in refusals.items() if kind.split()[1] in THROTTLED)
    others = {kind: count for kind, count in refusals.items() if kind.split()[1] not in THROTTLED}
    assert throttled > 10, refusals
    assert all(kind.startswith("5") for kind in others), others
    assert sum(others.values()) <= throttled, refusals


commands()
