"""What recording costs: small objects put at a fixed rate and as fast as they go, on a server that records and on one that
does not.

Both serve at once and are asked by turns of a second or so, for a disk and its neighbours change from minute to minute.
While one is asked the other is halted, so that what it does later for the calls that it has answered falls into its own turns.
"""
import contextlib
import pathlib
import signal
import statistics
import tempfile
import time

import paced
from engines import Failed
from server import Server

RATE = 1000
# How many a turn, at the rate and then as fast as they go.
PUTS = 1000
TURNS, QUICK_TURNS = 15, 2
# The first finds nothing warm.
UNCOUNTED = 1
BODY = b"x" * 1000
BUCKET = "small-objects"


def measure(options, scratch, say):
    turns = UNCOUNTED + (QUICK_TURNS if options.quick else TURNS)
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(dir=scratch, prefix="record-")))
        sides = {}
        for recording in ("on", "off"):
            server = Server(options.ashiato, folder / recording, options.threads, "--recording", recording)
            stack.enter_context(server)
            server.client("s3").create_bucket(Bucket=BUCKET)
            sides[recording] = Side(server, paced.put_requests(server, BUCKET, 2 * PUTS * turns, BODY))
        for side in sides.values():
            side.halt()
            stack.callback(side.go_on)
        for number in range(turns):
            # Each goes first as often as the other.
            for name in sorted(sides, reverse=number % 2):
                sides[name].turn(is_counted=number >= UNCOUNTED)
        found = {name: side.figures() for name, side in sides.items()}
    for name, of in found.items():
        say("  recording {:3} p50 {p50:.2f} ms, p99 {p99:.2f} ms at {rate:.0f} a second; at most {most:.0f} a second"
            ", {cpu:.2f} CPU ms a put".format(name, **of))
    return found


class Side:
    """A server, what it is to be asked, and how that went."""

    def __init__(self, server, requests):
        self.server = server
        self.requests = iter(requests)
        self.took, self.medians, self.rates, self.fastest = [], [], [], []
        self.cpu = self.puts = 0

    def halt(self):
        self.server.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.server.process.send_signal(signal.SIGCONT)

    def turn(self, is_counted):
        self.go_on()
        before = self.server.processor_seconds()
        took, passed = self.sent(RATE)
        _, fastest = self.sent()
        # What is done for these calls after their answers is begun within a second.
        time.sleep(1)
        self.halt()
        if is_counted:
            self.cpu += self.server.processor_seconds() - before
            self.puts += 2 * PUTS
            self.took += took
            self.medians.append(statistics.median(took))
            self.rates.append(PUTS / passed)
            self.fastest.append(PUTS / fastest)

    def sent(self, rate=None):
        requests = [next(self.requests) for _ in range(PUTS)]
        took, passed, statuses = paced.send(self.server, requests, rate)
        if statuses != {200: PUTS}:
            raise Failed(f"of {PUTS} puts: {statuses}")
        return took, passed

    def figures(self):
        return {
            "p50": statistics.median(self.medians) * 1000,
            "p99": sorted(self.took)[len(self.took) * 99 // 100] * 1000,
            "rate": statistics.median(self.rates),
            "most": statistics.median(self.fastest),
            "cpu": self.cpu / self.puts * 1000,
        }
