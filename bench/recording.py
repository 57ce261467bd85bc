"""What recording costs: small objects put at a fixed rate and as fast as they go, recording on against off, turn by turn,
each time on a server of its own.
"""
import pathlib
import statistics
import tempfile

import paced
from engines import Failed
from server import Server

RATE = 1000
SECONDS = 10
PUTS = RATE * SECONDS
BODY = b"x" * 1000
BUCKET = "small-objects"
FIRST = 500
TURNS = 3


def measure(options, scratch, say):
    runs = {"on": [], "off": []}
    for _ in range(1 if options.quick else TURNS):
        for recording, done in runs.items():
            with tempfile.TemporaryDirectory(dir=scratch, prefix="record-") as folder:
                done.append(turn(options, pathlib.Path(folder) / "data", recording))
            say("  recording {:3} p50 {p50:.2f} ms, p99 {p99:.2f} ms at {rate:.0f} a second; at most {most:.0f} a second"
                ", {cpu:.2f} CPU ms a put".format(recording, **done[-1]))
    return {name: {figure: statistics.median(run[figure] for run in done) for figure in done[0]} for name, done in runs.items()}


def turn(options, folder, recording):
    with Server(options.ashiato, folder, options.threads, "--recording", recording) as server:
        server.client("s3").create_bucket(Bucket=BUCKET)
        requests = paced.put_requests(server, BUCKET, PUTS, BODY)
        # The first requests find nothing warm.
        sent(server, requests[:FIRST])
        took, passed, cpu = sent(server, requests, RATE)
        _, fastest, _ = sent(server, requests)
        took.sort()
        return {
            "p50": took[len(took) // 2] * 1000,
            "p99": took[len(took) * 99 // 100] * 1000,
            "rate": len(requests) / passed,
            "most": len(requests) / fastest,
            "cpu": cpu / len(requests) * 1000,
        }


def sent(server, requests, rate=None):
    before = server.processor_seconds()
    took, passed, statuses = paced.send(server, requests, rate)
    if statuses != {200: len(requests)}:
        raise Failed(f"of {len(requests)} puts: {statuses}")
    return took, passed, server.processor_seconds() - before
