"""How long lookups take in an event history of ten million events of ninety days."""
import json
import shutil

import engines
from usage import process

EVENTS = 10_000_000
QUICK_EVENTS = 200_000


def measure(options, scratch, say):
    """The history is made by the program that is measured, which fills and merges it as a server does."""
    folder = scratch / "event-history"
    shutil.rmtree(folder, ignore_errors=True)
    events = QUICK_EVENTS if options.quick else EVENTS
    try:
        run = engines.checked(process([options.examples / "event_history", folder, events]), "event_history")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    found = json.loads(run.output)
    for lookup in found["lookups"]:
        say("  {name}: first {first:.1f} ms, median {median:.1f} ms, {events} events".format(**lookup))
    return found
